### Where in a file something is wrong, before what is wrong. $name is as it stands in the file.

place-unit = территория { $name }
place-column = столбец { $name }
place-item = поле { $name }

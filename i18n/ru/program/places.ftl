### Where in a file something is wrong, before what is wrong. $name is as it stands in the file.

place-of-unit = территория { $name }
place-of-column = столбец { $name }
place-of-item = поле { $name }

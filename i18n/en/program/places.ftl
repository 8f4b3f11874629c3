### Where in a file something is wrong, before what is wrong. $name is as it stands in the file.

place-of-unit = unit { $name }
place-of-column = column { $name }
place-of-item = item { $name }

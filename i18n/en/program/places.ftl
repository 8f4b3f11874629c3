### Where in a file something is wrong, before what is wrong. $name is as it stands in the file.

place-unit = unit { $name }
place-column = column { $name }
place-item = item { $name }

### Where in a file something is wrong, before what is wrong. $name is as it stands in the file.

place-unit = vahid { $name }
place-column = sütun { $name }
place-item = bənd { $name }

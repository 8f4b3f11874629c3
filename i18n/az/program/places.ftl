### Where in a file something is wrong, before what is wrong. $name is as it stands in the file.

place-of-unit = vahid { $name }
place-of-column = sütun { $name }
place-of-item = bənd { $name }

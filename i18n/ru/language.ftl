### How the language is written.

## What stands between a whole number and its decimals.

decimal-mark = ,

## The letters in the order in which people look names up, small ones.

alphabet = абвгдеёжзийклмнопрстуфхцчшщъыьэюя

## A paper of a repeat voting: unit, contest, and which voting it is.

paper-of-voting = { $unit }, { $contest }, голосование № { $voting }

## What a library of others, or the system, says. Both know English alone: the words are marked as theirs.

library-says = библиотека, которая это читает, сообщает по-английски: «{ $words }»
system-says = система сообщает по-английски: «{ $words }»
in-english = по-английски: «{ $words }»

### How the language is written.

## What stands between a whole number and its decimals.

decimal-mark = ,

## The letters in the order in which people look names up, small ones.

alphabet = абвгдеёжзийклмнопрстуфхцчшщъыьэюя

## A paper of a repeat voting: unit, contest, and which voting it is.

paper-of-voting = { $unit }, { $contest }, голосование № { $voting }

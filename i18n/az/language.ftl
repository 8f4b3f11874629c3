### How the language is written.

## What stands between a whole number and its decimals.

decimal-mark = ,

## The letters in the order in which people look names up, small ones; w, which only foreign names have, follows v.

alphabet = abcçdeəfgğhxıijkqlmnoöprsştuüvwyz

## A paper of a repeat voting: unit, contest, and which voting it is.

paper-of-voting = { $unit }, { $contest }, səsvermə № { $voting }

## What a library of others, or the system, says. Both know English alone: the words are marked as theirs.

library-says = onu oxuyan kitabxana ingiliscə deyir: “{ $words }”
system-says = sistem ingiliscə deyir: “{ $words }”
in-english = ingiliscə: “{ $words }”

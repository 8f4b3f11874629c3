### Texts that look the same and are not: which characters differ, and what they are. Clauses.

alike-besides = { $says }; { $besides }
alike-twin = { $says }; { $twin } looks the same and is another: { $besides }
alike-place = character { $place } is { $one } in the one and { $other } in the other
alike-spelt = the one has { $one } where the other has { $other }
alike-nothing = nothing
alike-strange = character { $place } is { $character }
# Characters. $sign is the character itself, $code its number.
character-latin = { $sign } (Latin letter, { $code })
character-cyrillic = { $sign } (Cyrillic letter, { $code })
character-greek = { $sign } (Greek letter, { $code })
character-armenian = { $sign } (Armenian letter, { $code })
character-georgian = { $sign } (Georgian letter, { $code })
character-digit = { $sign } (digit, { $code })
character-other = { $sign } ({ $code })
character-space = a space ({ $code })
character-mark = a mark above or below the letter ({ $code })
character-hidden = a character that shows nothing ({ $code })

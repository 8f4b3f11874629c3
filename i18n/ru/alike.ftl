### Texts that look the same and are not: which characters differ, and what they are. Clauses.

alike-besides = { $says }; { $besides }
alike-place = знак { $place } в одном — { $one }, в другом — { $other }
alike-spelt = в одном { $one } там, где в другом { $other }
alike-nothing = нет ничего
alike-strange = знак { $place } — { $character }
# Characters. $sign is the character itself, $code its number.
character-latin = { $sign } (латинская буква, { $code })
character-cyrillic = { $sign } (кириллическая буква, { $code })
character-greek = { $sign } (греческая буква, { $code })
character-armenian = { $sign } (армянская буква, { $code })
character-georgian = { $sign } (грузинская буква, { $code })
character-digit = { $sign } (цифра, { $code })
character-other = { $sign } (код { $code })
character-space = пробел ({ $code })
character-mark = знак над буквой или под ней ({ $code })
character-hidden = невидимый знак ({ $code })

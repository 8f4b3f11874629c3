### Тексты, которые выглядят одинаково, но различны: какие знаки различаются и что это за знаки. Без точки в конце.

alike-besides = { $says }; { $besides }
alike-twin = { $says }; { $twin } выглядит так же, но это другое: { $besides }
alike-place = знак { $place } в одном — { $one }, в другом — { $other }
alike-spelt = в одном { $one } там, где в другом { $other }
alike-nothing = нет ничего
alike-strange = знак { $place } — { $character }
# Знаки. $sign — сам знак, $code — его номер.
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

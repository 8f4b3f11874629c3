### Eyni görünən, amma eyni olmayan mətnlər: hansı işarələr fərqlənir və nədir. Nöqtəsiz cümlələr.

alike-besides = { $says }; { $besides }
alike-twin = { $says }; { $twin } eyni görünür, amma başqadır: { $besides }
alike-place = { $place } nömrəli işarə birində { $one }, o birində isə { $other }
alike-spelt = birində { $one } olan yerdə o birində { $other } var
alike-nothing = heç nə
alike-strange = { $place } nömrəli işarə: { $character }
# İşarələr. $sign işarənin özü, $code onun nömrəsidir.
character-latin = { $sign } (latın hərfi, { $code })
character-cyrillic = { $sign } (kiril hərfi, { $code })
character-greek = { $sign } (yunan hərfi, { $code })
character-armenian = { $sign } (erməni hərfi, { $code })
character-georgian = { $sign } (gürcü hərfi, { $code })
character-digit = { $sign } (rəqəm, { $code })
character-other = { $sign } (kodu { $code })
character-space = boşluq ({ $code })
character-mark = hərfin üstündə və ya altında işarə ({ $code })
character-hidden = görünməyən işarə ({ $code })

//! Two texts that look the same: which characters differ, and what they are.

use unicode_script::{Script, UnicodeScript};

use crate::domain::text::is_invisible;
use crate::intake::alike::look_alike;
use crate::text::{Lang, Said};

/// Differences that are told of two texts.
const TOLD_MAX: usize = 4;

messages! {
    alike_besides { says, besides };
    alike_twin { says, twin, besides };
    alike_place { place, one, other };
    alike_spelt { one, other };
    alike_nothing;
    alike_strange { place, character };
    character_latin { sign, code };
    character_cyrillic { sign, code };
    character_greek { sign, code };
    character_armenian { sign, code };
    character_georgian { sign, code };
    character_digit { sign, code };
    character_other { sign, code };
    character_space { code };
    character_mark { code };
    character_hidden { code };
}

/// What is said of two texts, and how they differ where a reader does not see it.
pub fn telling_two(lang: Lang, said: Said, one: &str, other: &str) -> Said {
    besides(lang, said, unseen(lang, one, other))
}

/// What is said of a name that is not known, and which of its characters is in no name of this program: a letter of another
/// script, or one that shows nothing. The name may stand in quotes.
pub fn telling_one(lang: Lang, said: Said, name: &str) -> Said {
    besides(lang, said, strange(lang, name.trim_matches('"')))
}

/// What is said of a name that is not known, and how it differs from a known one that looks the same, if there is one.
pub fn telling_twin(lang: Lang, said: Said, name: &str, twin: Option<&str>) -> Said {
    match twin.and_then(|twin| Some((twin, unseen(lang, name, twin)?))) {
        Some((twin, besides)) => Said { says: say!(lang, alike_twin { says: said.says, twin, besides }), ..said },
        None => telling_one(lang, said, name),
    }
}

fn besides(lang: Lang, said: Said, told: Option<String>) -> Said {
    match told {
        Some(told) => Said { says: say!(lang, alike_besides { says: said.says, besides: told }), ..said },
        None => said,
    }
}

/// How two texts differ where a reader does not see it: by letters of other scripts, marks, spaces and characters that
/// show nothing. None where the texts are the same, or where every difference can be seen.
fn unseen(lang: Lang, one: &str, other: &str) -> Option<String> {
    let chars = |text: &str| text.chars().collect::<Vec<_>>();
    let (first, second) = (chars(one), chars(other));
    if first.len() == second.len() {
        let pairs = first.into_iter().zip(second).zip(1_u64..);
        let differ = pairs.filter(|((a, b), _)| a != b && look_alike(&a.to_string(), &b.to_string()));
        let told = differ.take(TOLD_MAX).map(|((a, b), place)| {
            say!(lang, alike_place { place, one: character(lang, a), other: character(lang, b) })
        });
        return told.reduce(|all, next| format!("{all}; {next}"));
    }
    if !look_alike(one, other) {
        return None;
    }
    let common = |pairs: &mut dyn Iterator<Item = (&char, &char)>| pairs.take_while(|(a, b)| a == b).count();
    let before = common(&mut first.iter().zip(&second));
    let (first, second) = (&first[before..], &second[before..]);
    let after = common(&mut first.iter().rev().zip(second.iter().rev()));
    let (first, second) = (&first[..first.len() - after], &second[..second.len() - after]);
    Some(say!(lang, alike_spelt { one: spelt(lang, first), other: spelt(lang, second) }))
}

/// The first character of a name that no name has.
fn strange(lang: Lang, name: &str) -> Option<String> {
    let mut chars = name.chars().zip(1_u64..);
    let (found, place) = chars.find(|(c, _)| !c.is_ascii() || is_invisible(*c))?;
    Some(say!(lang, alike_strange { place, character: character(lang, found) }))
}

fn spelt(lang: Lang, characters: &[char]) -> String {
    let told = characters.iter().take(TOLD_MAX).map(|c| character(lang, *c));
    told.reduce(|all, next| format!("{all}, {next}")).unwrap_or_else(|| say!(lang, alike_nothing).to_owned())
}

/// What a character is: itself where it shows something, its script, its number.
fn character(lang: Lang, c: char) -> String {
    let (sign, code) = (c.to_string(), format!("U+{:04X}", u32::from(c)));
    match (c, c.script()) {
        (' ', _) => say!(lang, character_space { code }),
        (c, _) if is_invisible(c) => say!(lang, character_hidden { code }),
        ('0'..='9', _) => say!(lang, character_digit { sign, code }),
        (_, Script::Latin) => say!(lang, character_latin { sign, code }),
        (_, Script::Cyrillic) => say!(lang, character_cyrillic { sign, code }),
        (_, Script::Greek) => say!(lang, character_greek { sign, code }),
        (_, Script::Armenian) => say!(lang, character_armenian { sign, code }),
        (_, Script::Georgian) => say!(lang, character_georgian { sign, code }),
        (_, Script::Inherited) => say!(lang, character_mark { code }),
        _ => say!(lang, character_other { sign, code }),
    }
}

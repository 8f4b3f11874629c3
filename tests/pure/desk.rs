//! The page of the desk: it asks for files that are there, and for words that every language has.

use std::collections::{BTreeMap, BTreeSet};

use protokol::browser::answers::Answers;
use protokol::browser::desk::Desk;
use protokol::portal::desk::{FILES, offline, page, version};
use protokol::text::Lang;

fn scripts() -> impl Iterator<Item = (&'static str, &'static str)> {
    let text = |bytes: &'static [u8]| std::str::from_utf8(bytes).expect("scripts are UTF-8");
    FILES.iter().filter(|file| file.name.ends_with(".js")).map(move |file| (file.name, text(file.bytes)))
}

fn words(lang: Lang) -> BTreeMap<String, String> {
    let asked = format!("{{\"lang\":\"{lang}\"}}");
    serde_json::from_slice(&Desk::default().answer("words", asked.as_bytes())).expect("words")
}

/// What stands between a mark and the next quote.
fn quoted<'a>(text: &'a str, mark: &str) -> impl Iterator<Item = &'a str> {
    text.split(mark).skip(1).filter_map(|rest| rest.split('\'').next())
}

#[test]
fn the_page_says_no_word_that_is_not_there_and_every_word_that_is() {
    let words = words(Lang::En);
    for (name, script) in scripts() {
        for word in quoted(script, "say('") {
            assert!(words.contains_key(word), "{name} says {word}");
        }
    }
    let all: String = scripts().map(|(_, script)| script).collect();
    let pages: String = Lang::ALL.iter().map(|lang| page(*lang)).collect();
    for (word, says) in &words {
        // A field's label, and a choice, come with the form.
        let of_form = word.starts_with("field-") || ["handed", "refusal"].contains(&word.as_str());
        let is_said = all.contains(&format!("'{word}'")) || pages.contains(says.as_str()) || of_form;
        assert!(is_said, "nobody says {word}");
    }
}

#[test]
fn the_scripts_name_each_other_and_nothing_else() {
    let names: BTreeSet<_> = FILES.iter().map(|file| file.name).collect();
    let mut named = BTreeSet::from(["desk.js", "desk.css"]);
    for (script, text) in scripts() {
        let asked = quoted(text, "from './").chain(quoted(text, "new URL('")).filter(|name| !name.starts_with('.'));
        for name in asked.filter(|name| name.contains('.')) {
            named.insert(names.get(name).unwrap_or_else(|| panic!("{script} asks for {name}")));
        }
    }
    assert_eq!(named, names, "a file that nobody asks for");
}

#[test]
fn a_page_without_the_line_has_all_that_it_asks_for() {
    let kept = offline();
    for lang in Lang::ALL {
        let page = page(*lang);
        let asked: Vec<_> = page.split(['"', '\'']).filter(|part| part.starts_with("../")).collect();
        assert!(asked.len() > 5, "{asked:?}");
        for link in asked {
            let kept_as = link.strip_prefix("../").expect("it begins so");
            assert!(kept.contains(&format!("\"{kept_as}\"")), "{link} is not kept");
        }
        assert!(kept.contains(&format!("\"{lang}/\"")) && page.contains(&format!("<html lang=\"{lang}\">")));
    }
    for file in FILES {
        assert!(kept.contains(&format!("\"files/{}/{}\"", version(), file.name)), "{}", file.name);
    }
}

#[test]
fn nothing_of_the_page_is_inline_and_nothing_is_made_from_text() {
    for lang in Lang::ALL {
        let page = page(*lang);
        assert!(!page.contains("<style") && !page.contains(" style=") && !page.contains(" onclick="), "{page}");
        assert!(page.matches("<script").count() == 1 && page.contains("<script type=\"module\" src="), "{page}");
    }
    let forbidden = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "localStorage",
        "document.cookie",
    ];
    for (name, script) in scripts() {
        for word in forbidden {
            assert!(!script.contains(word), "{name}: {word}");
        }
    }
}

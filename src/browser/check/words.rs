//! What the page's verifier says besides the program's own words: clauses and remedies of somebody who has a page and no command
//! line. The sentences are in `i18n/LANGUAGE/browser.ftl`.

use crate::text::{Lang, Said};

messages! {
    browser_policy { line, fault } + remedy;
    browser_no_fingerprint { text } + remedy;
    browser_neither { file } + remedy;
    browser_no_key + remedy;
    browser_other_log { theirs, ours } + remedy;
    browser_no_log { place } + remedy;
    browser_not_the_file { file } + remedy;
    browser_not_totals { file } + remedy;
    browser_step_policy;
    browser_policy_beside;
    browser_step_seen;
    browser_seen_same { size };
    browser_seen_grown { size };
    browser_seen_first;
    browser_seen_older { size, seen };
    browser_seen_fork { size };
    browser_seen_unknown { size };
    browser_step_page;
    browser_page_agrees { figures };
    browser_page_differs { figures };
    browser_page_ahead { page, size };
    browser_page_other_history { size };
    browser_page_withheld;
    browser_page_unreadable;
    browser_total_differs { contest, unit, item, stated, recomputed };
    browser_total_unknown { contest, unit };
    browser_none;
}

pub fn policy(lang: Lang, line: u64, fault: &Said) -> Said {
    advise!(lang, browser_policy { line, fault: fault.says.as_str() })
}

pub fn no_fingerprint(lang: Lang, text: &str) -> Said {
    let text: String = text.chars().take(100).collect();
    advise!(lang, browser_no_fingerprint { text: format!("{text:?}") })
}

pub fn neither(lang: Lang, file: &str) -> Said {
    advise!(lang, browser_neither { file })
}

pub fn no_key(lang: Lang) -> Said {
    advise!(lang, browser_no_key)
}

pub fn other_log(lang: Lang, theirs: &str, ours: &str) -> Said {
    advise!(lang, browser_other_log { theirs, ours })
}

pub fn no_log(lang: Lang, place: &str) -> Said {
    advise!(lang, browser_no_log { place })
}

pub fn not_the_file(lang: Lang, file: &str) -> Said {
    advise!(lang, browser_not_the_file { file })
}

pub fn not_totals(lang: Lang, file: &str) -> Said {
    advise!(lang, browser_not_totals { file })
}

/// The name of the step that asks whose trust file it is, and what is said where it lay beside the log.
pub fn policy_beside(lang: Lang) -> (&'static str, &'static str) {
    (say!(lang, browser_step_policy), say!(lang, browser_policy_beside))
}

/// What the log is to what this browser saw of it before.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Seen {
    /// Nothing was seen.
    First,
    /// The same state.
    Same(u64),
    /// It grew from that size.
    Grown(u64),
    /// It is of the first size, and the second was seen.
    Older(u64, u64),
    /// It did not grow from what it signed at that size.
    Fork(u64),
    /// What was seen of that size cannot be held against it.
    Unknown(u64),
}

/// The name of the step, and what is said of it.
pub fn seen(lang: Lang, seen: Seen) -> (&'static str, String) {
    let says = match seen {
        Seen::First => say!(lang, browser_seen_first).to_owned(),
        Seen::Same(size) => say!(lang, browser_seen_same { size }),
        Seen::Grown(size) => say!(lang, browser_seen_grown { size }),
        Seen::Older(size, seen) => say!(lang, browser_seen_older { size, seen }),
        Seen::Fork(size) => say!(lang, browser_seen_fork { size }),
        Seen::Unknown(size) => say!(lang, browser_seen_unknown { size }),
    };
    (say!(lang, browser_step_seen), says)
}

/// What the totals that a page shows are to those that the events come to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    /// So many figures are the same.
    Agrees(u64),
    /// So many figures differ.
    Differs(u64),
    /// The page is of the first size, and the log of the second, smaller one.
    Ahead(u64, u64),
    /// The page names another root at that size.
    OtherHistory(u64),
}

/// The name of the step, and what is said of it.
pub fn page(lang: Lang, page: Page) -> (&'static str, String) {
    let says = match page {
        Page::Agrees(figures) => say!(lang, browser_page_agrees { figures }),
        Page::Differs(figures) => say!(lang, browser_page_differs { figures }),
        Page::Ahead(page, size) => say!(lang, browser_page_ahead { page, size }),
        Page::OtherHistory(size) => say!(lang, browser_page_other_history { size }),
    };
    (say!(lang, browser_step_page), says)
}

/// The name of the step, and what is said where totals were asked for and nobody gave any.
pub fn page_withheld(lang: Lang) -> (&'static str, &'static str) {
    (say!(lang, browser_step_page), say!(lang, browser_page_withheld))
}

/// The name of the step, and what is said where something was given that is no totals.
pub fn page_unreadable(lang: Lang) -> (&'static str, &'static str) {
    (say!(lang, browser_step_page), say!(lang, browser_page_unreadable))
}

/// A figure that a page shows, and what the papers come to.
pub fn total_differs(lang: Lang, place: [&str; 3], stated: Option<String>, recomputed: Option<String>) -> String {
    let [contest, unit, item] = place;
    let [stated, recomputed] =
        [stated, recomputed].map(|figure| figure.unwrap_or_else(|| say!(lang, browser_none).into()));
    say!(lang, browser_total_differs { contest, unit, item, stated, recomputed })
}

/// A total of what is no contest or unit of the log.
pub fn total_unknown(lang: Lang, contest: &str, unit: &str) -> String {
    say!(lang, browser_total_unknown { contest, unit })
}

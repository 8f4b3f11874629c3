//! A part of a long list: which, of how many, and where the parts beside it are.

use crate::portal::frame::Frame;
use crate::portal::place::Place;
use crate::portal::words::findings::{self, FindingWord};

/// A part of a list.
#[derive(Debug, Default)]
pub struct Pager {
    /// Which it is; empty where it is all.
    pub says: String,
    /// Where other parts are, and what is said of each.
    pub links: Vec<(String, &'static str)>,
}

impl Pager {
    /// A part of a list of which so many are on a page, and which it is; none where the list is not so long.
    pub fn cut<'a, T>(
        frame: &Frame,
        list: &'a [T],
        part: u64,
        a_page: u64,
        place: impl Fn(u64) -> Place,
    ) -> Option<(&'a [T], Self)> {
        let shown = list.chunks(usize::try_from(a_page).ok()?).nth(usize::try_from(part).ok()?);
        if shown.is_none() && part > 0 {
            return None;
        }
        let parts = (list.len() as u64).div_ceil(a_page);
        Some((shown.unwrap_or_default(), Self::of(frame, part, parts, place)))
    }

    /// Whether the part is all there is.
    pub fn is_all(&self) -> bool {
        self.links.is_empty()
    }

    /// The part of a list whose parts have places.
    pub fn of(frame: &Frame, part: u64, parts: u64, place: impl Fn(u64) -> Place) -> Self {
        if parts < 2 {
            return Self::default();
        }
        let before = part.checked_sub(1).map(|before| (before, FindingWord::Previous));
        let after = Some((part + 1, FindingWord::Next)).filter(|(after, _)| *after < parts);
        let link = |(part, word)| (frame.to(&place(part)), frame.say(word));
        let says = say!(frame.lang, findings::portal_part_of { part: part + 1, of: parts });
        Self { says, links: before.into_iter().chain(after).map(link).collect() }
    }
}

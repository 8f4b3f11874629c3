//! What to do, as a page has it: words, and what is done with the program as its command, with a link where a page of this
//! site shows the same.

use crate::domain::code::Code;
use crate::portal::frame::Frame;
use crate::portal::place::Place;
use crate::text::{Action, Part, Remedy};

/// A piece of a remedy.
#[derive(Debug)]
pub struct Piece {
    /// What it says.
    pub says: String,
    /// Whether it is a command of the program.
    pub is_command: bool,
    /// Where this site shows the same.
    pub href: Option<String>,
}

/// The pieces of a remedy, in the order in which they are read.
pub fn pieces(frame: &Frame, remedy: &Remedy) -> Vec<Piece> {
    let piece = |part: &Part| match part {
        Part::Words(words) => Piece { says: words.clone(), is_command: false, href: None },
        Part::Action(action) => {
            let href = shown(action).map(|place| frame.to(&place));
            Piece { says: action.to_string(), is_command: true, href }
        }
    };
    remedy.parts().iter().map(piece).collect()
}

/// The page that shows what an action shows; none of what is done elsewhere.
fn shown(action: &Action) -> Option<Place> {
    Some(match action {
        Action::Findings(code) => Place::FindingsOf(Code::as_str(*code).to_owned()),
        Action::Log(_) => Place::Log,
        Action::Tally | Action::Units(_) | Action::Ballot(None) => Place::Results,
        Action::Ballot(Some(contest)) => Place::Contest(contest.clone()),
        Action::ShowCheckpoint => Place::Keys,
        Action::Verify => Place::Check,
        _ => return None,
    })
}

//! Drafts that do not say what a statement of their kind says.

use crate::domain::attachment::AttachmentFlaw;
use crate::domain::protocol::Media;
use crate::domain::statement::Kind;
use crate::intake::mistake::DraftMistake;
use crate::text::{Lang, Said};

messages! {
    draft_election_unknown { kind } + remedy;
    draft_kind_unknown { found, kinds } + remedy;
    draft_other_ledger + remedy;
    draft_refused_with_figures + remedy;
    draft_handed_with_reason + remedy;
    draft_neither_handed_nor_refused + remedy;
    draft_item_of_count + remedy;
    draft_item_unknown + remedy;
    draft_contest_unknown { contest } + remedy;
    draft_not_on_ballot + remedy;
    draft_number_twice + remedy;
    scan_unnamed + remedy;
    scans_named_alike { name } + remedy;
    scan_missing { file } + remedy;
    scan_not_a_file { file } + remedy;
    scan_empty { file } + remedy;
    scan_too_large { file } + remedy;
    scan_of_unknown_kind { file } + remedy;
    scan_named_otherwise { file, media, endings } + remedy;
    scan_endings { one, other };
}

pub fn mistake(lang: Lang, mistake: &DraftMistake) -> Said {
    match mistake {
        DraftMistake::ElectionUnknown(kind) => advise!(lang, draft_election_unknown { kind: kind.word() }),
        DraftMistake::KindUnknown(found) => {
            let kinds: Vec<_> = Kind::ALL.iter().map(|kind| kind.word()).collect();
            advise!(lang, draft_kind_unknown { found: format!("{found:?}"), kinds: kinds.join(", ") })
        }
        DraftMistake::OtherLedger => advise!(lang, draft_other_ledger),
        DraftMistake::RefusedWithFigures => advise!(lang, draft_refused_with_figures),
        DraftMistake::HandedWithReason => advise!(lang, draft_handed_with_reason),
        DraftMistake::NeitherHandedNorRefused => advise!(lang, draft_neither_handed_nor_refused),
        DraftMistake::ItemOfCount => advise!(lang, draft_item_of_count),
        DraftMistake::ItemUnknown => advise!(lang, draft_item_unknown),
        DraftMistake::ContestUnknown(contest) => advise!(lang, draft_contest_unknown { contest }),
        DraftMistake::NotOnBallot => advise!(lang, draft_not_on_ballot),
        DraftMistake::NumberTwice => advise!(lang, draft_number_twice),
        DraftMistake::ScanUnnamed => advise!(lang, scan_unnamed),
        DraftMistake::ScansNamedAlike(name) => advise!(lang, scans_named_alike { name: name.as_str() }),
        DraftMistake::ScanMissing(file) => advise!(lang, scan_missing { file: file.as_str() }),
        DraftMistake::ScanNotAFile(file) => advise!(lang, scan_not_a_file { file: file.as_str() }),
        DraftMistake::ScanUnfit(file, flaw) => unfit(lang, file, flaw),
    }
}

/// A file that cannot be attached.
fn unfit(lang: Lang, file: &str, flaw: &AttachmentFlaw) -> Said {
    match flaw {
        AttachmentFlaw::Empty => advise!(lang, scan_empty { file }),
        AttachmentFlaw::TooLarge => advise!(lang, scan_too_large { file }),
        AttachmentFlaw::UnknownMedia => advise!(lang, scan_of_unknown_kind { file }),
        AttachmentFlaw::Extension(media) => {
            advise!(lang, scan_named_otherwise { file, media: media.name(), endings: endings(lang, *media) })
        }
    }
}

/// How the name of such a file may end: `.jpg or .jpeg`.
fn endings(lang: Lang, media: Media) -> String {
    let endings = media.endings().iter().map(|ending| format!(".{ending}"));
    endings.reduce(|one, other| say!(lang, scan_endings { one, other })).unwrap_or_default()
}

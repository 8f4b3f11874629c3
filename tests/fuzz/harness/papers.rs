//! People's papers: drafts and manifests.

use std::sync::OnceLock;

use protokol::domain::form::{Form, Item, Role, Stage};
use protokol::domain::id::LedgerId;
use protokol::domain::rules::RulesVersion;
use protokol::domain::statement::Statement;
use protokol::domain::text::{Localised, Text};
use protokol::domain::time::Millis;
use protokol::intake::ballots::Ballots;
use protokol::intake::draft::scans::{self, Scans};
use protokol::intake::draft::{self, DraftContext};
use protokol::intake::error::{ERRORS_MAX, InputError};
use protokol::intake::toml::manifest::{read_manifest, render_manifest};
use protokol::text::{self, Lang};

use super::Made;

/// The ledger that drafts of the corpus are for.
const LEDGER: LedgerId = LedgerId([0x11; 32]);

/// A draft that is read can be written and is read again as the same; what is wrong with one is told at its line.
pub fn draft(bytes: &[u8]) -> Made {
    let Ok(text) = std::str::from_utf8(bytes) else { return Made::Refused };
    assert!(scans::named(text).iter().all(|file| !file.is_empty()));
    let (form, ballots) = office();
    let context =
        DraftContext { form, ballots, language: "en", hints: text::hint, ledger: LEDGER, scans: Scans::default() };
    let alone = draft::read("draft.toml", text, None);
    let read = match draft::read("draft.toml", text, Some(&context)) {
        Ok(read) => read,
        Err(errors) => {
            assert!((1..=ERRORS_MAX).contains(&errors.len()), "{errors:?}");
            errors.iter().for_each(|error| tells(error, text));
            return Made::Refused;
        }
    };
    assert!(alone.is_err() || read.ledger == LedgerId::UNFOUNDED, "a figure means what its form says");
    let rendered = draft::render(&read.body, &context);
    assert_eq!(draft::read("draft.toml", &rendered, Some(&context)).as_ref(), Ok(&read), "{rendered}");
    let statement = Statement { ledger: read.ledger, said_at: Millis::EPOCH, body: read.body };
    if let Ok(bytes) = statement.encode() {
        assert_eq!(Statement::decode(&bytes), Ok(statement), "what was drafted can be signed");
    }
    Made::Read
}

/// A manifest that is read is consistent, can be written, and is read again as the same.
pub fn manifest(bytes: &[u8]) -> Made {
    let Ok(text) = std::str::from_utf8(bytes) else { return Made::Refused };
    let read = match read_manifest("manifest.toml", text) {
        Ok(read) => read,
        Err(error) => {
            error.iter().for_each(|error| tells(error, text));
            return Made::Refused;
        }
    };
    assert_eq!(RulesVersion::FOUNDING.rules().manifest_flaws(&read.manifest), []);
    let origin = read.origin.as_deref().unwrap_or("elections.example/fuzz");
    let rendered = render_manifest(&read.manifest, origin);
    let again = read_manifest("manifest.toml", &rendered).unwrap_or_else(|error| panic!("{error:?} in {rendered}"));
    assert_eq!((again.manifest, again.origin.as_deref()), (read.manifest, Some(origin)));
    Made::Read
}

fn tells(error: &InputError, text: &str) {
    let said = text::mistake(Lang::En, &error.mistake);
    assert!(!said.says.is_empty() && !said.remedy.to_string().is_empty(), "{error:?}");
    let lines = text.split('\n').count() as u64;
    assert!(error.line.is_none_or(|line| (1..=lines).contains(&line)), "{error:?}");
}

/// A form of five items and a ballot of three candidates.
fn office() -> (&'static Form, &'static Ballots) {
    static OFFICE: OnceLock<(Form, Ballots)> = OnceLock::new();
    let (form, ballots) = OFFICE.get_or_init(|| {
        let item = |(key, stage, role): (&str, Stage, Option<Role>)| Item {
            key: key.parse().expect("a key"),
            label: named(key),
            stage,
            role,
            optional: role.is_none(),
        };
        let items = [
            ("listed", Stage::Opening, Some(Role::Electorate)),
            ("received", Stage::Opening, None),
            ("took", Stage::Count, Some(Role::Turnout)),
            ("invalid", Stage::Count, Some(Role::Invalid)),
            ("valid", Stage::Count, Some(Role::Valid)),
        ];
        let form = Form { items: items.map(item).to_vec(), checks: Vec::new() };
        let ballot = (1..=3).map(|n| (protokol::domain::number::BallotNumber(n), named("Candidate"))).collect();
        (form, Ballots([("main".parse().expect("an id"), ballot)].into()))
    });
    (form, ballots)
}

fn named(name: &str) -> Localised {
    let name: Text = name.parse().expect("a text");
    Localised::new(vec![("en".to_owned().try_into().expect("a language"), name)]).expect("one language")
}

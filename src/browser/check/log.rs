//! A published log, verified as its files come in: bundles, then tiles, then the conclusion.

use super::asked::Asked;
use super::log_files::{Concluded, Reach, Wanted, WantedFile, Wanting};
use super::refused::Refused;
use super::seen::hold;
use super::shelf::Shelf;
use super::told::{Line, Told};
use super::totals::{self, Wrong};
use super::words::{self, Page};
use crate::browser::answers::json;
use crate::browser::parcel::Item;
use crate::crypto::parallel::Serial;
use crate::domain::code::Code;
use crate::domain::id::EventHash;
use crate::ledger::tree::tile::Tile;
use crate::text::{self, Lang, Status};
use crate::verify;
use crate::verify::beside::{self, names_a_log};
use crate::verify::fault::{FaultKind, Verdict};
use crate::verify::inspection::{Inspected, Inspection};
use crate::verify::published::{self, CHECKPOINT, LOG_VKEY, MANIFEST, SNAPSHOT, may_be};
use crate::view::report::Report;
use crate::view::word::Word;

/// The name under which what helpers say of a bundle lies in a parcel: the hashes of entries whose signatures hold.
const VOUCHED: &str = "vouched";
/// The name under which the last checkpoint that this browser saw lies in a parcel.
const SEEN: &str = "seen";
/// The name under which the totals that a page shows lie in a parcel.
const TOTALS: &str = "totals";
/// The policy's name, as the account tells it.
const POLICY_FILE: &str = "policy";
/// The most files that are named at once.
const NAMED_MAX: usize = 256;

/// The totals that a page shows beside its log.
#[derive(Debug)]
enum Shown {
    /// Nobody asked for any.
    Nowhere,
    /// They were asked for, and not to be had.
    Withheld,
    /// They are these.
    These(Vec<u8>),
}

/// A log that is being verified.
#[derive(Debug)]
pub struct Log {
    asked: Asked,
    inspection: Inspection<Serial>,
    beside: Shelf,
    seen: Option<Vec<u8>>,
    shown: Shown,
}

/// A log that was verified.
#[derive(Debug)]
pub struct Verified {
    asked: Asked,
    inspected: Inspected,
    seen: Option<Vec<u8>>,
    shown: Shown,
    /// Totals that the reader brought afterwards, the last that could be read.
    brought: Option<Vec<u8>>,
}

impl Log {
    /// Begins with the files that are not tiles.
    ///
    /// # Errors
    /// [`Refused`]: it is no log.
    pub fn open(asked: Asked, items: &[Item<'_>]) -> Result<Self, Refused> {
        let shelf = Shelf::of(items);
        let strange = shelf.files().find(|(name, bytes)| asked.served && is_of_log(name) && !may_be(name, bytes));
        if let Some((name, _)) = strange {
            return Err(Refused::NotTheFile(name.to_owned()));
        }
        let Ok(checkpoint) = published::checkpoint(&shelf);
        let Ok(is_named) = names_a_log(&shelf);
        if checkpoint.is_err() && !is_named {
            return Err(Refused::NoLog(asked.name));
        }
        let Ok(claims) = published::claims(&shelf);
        let inspection = Inspection::begin(claims, Serial, &asked.anchors());
        let file = |name| items.iter().find(|(item, _)| *item == name).map(|(_, bytes)| bytes.map(<[u8]>::to_vec));
        let shown = file(TOTALS).map_or(Shown::Nowhere, |there| there.map_or(Shown::Withheld, Shown::These));
        let seen = file(SEEN).flatten();
        Ok(Self { asked, inspection, beside: shelf.with(&[LOG_VKEY, MANIFEST]), seen, shown })
    }

    /// The language of the answers.
    pub fn lang(&self) -> Lang {
        self.asked.lang
    }

    /// How far it is.
    pub fn reach(&self) -> Vec<u8> {
        let (events, done) = self.inspection.reach();
        let origin = self.inspection.origin().map(ToString::to_string);
        json(&Reach { events: events.0, done: done.0, signatures: self.inspection.signatures(), origin })
    }

    /// The files that are wanted next.
    pub fn wanted(&mut self, wanting: &Wanting) -> Vec<u8> {
        let most = wanting.most.min(NAMED_MAX);
        let of = if self.inspection.next_bundle().is_some() { "bundles" } else { "tiles" };
        let tiles: Vec<_> = match of {
            "bundles" => self.inspection.bundles().skip(wanting.skip).take(most).collect(),
            _ => self.inspection.tiles().skip(wanting.skip).take(most).collect(),
        };
        let of = if tiles.is_empty() && wanting.skip == 0 { "nothing" } else { of };
        json(&Wanted { of, files: tiles.into_iter().map(WantedFile::of).collect() })
    }

    /// Takes the file that was wanted first, under each of its names, and what helpers say of it.
    ///
    /// # Errors
    /// [`Refused::NotTheFile`]: a server gives something else.
    pub fn take(&mut self, items: &[Item<'_>]) -> Result<Vec<u8>, Refused> {
        let shelf = Shelf::of(items);
        let strange = shelf.files().find(|(name, bytes)| self.asked.served && is_of_log(name) && !may_be(name, bytes));
        if let Some((name, _)) = strange {
            return Err(Refused::NotTheFile(name.to_owned()));
        }
        if let Some(bundle) = self.inspection.next_bundle() {
            let vouched = items.iter().find(|(name, _)| *name == VOUCHED).and_then(|(_, hashes)| *hashes);
            let hashes = vouched.unwrap_or_default().as_chunks::<32>().0;
            self.inspection.vouch(hashes.iter().map(|hash| EventHash(*hash)));
            let Ok(read) = published::read_bundle(&shelf, bundle);
            self.inspection.take(bundle, read);
        } else if let Some(tile) = self.inspection.next_tile() {
            let Ok(read) = published::read_hash_tile(&shelf, tile);
            self.inspection.hold(tile, read);
        }
        Ok(self.reach())
    }

    /// Ends it. Files that were not handed in are missing.
    pub fn conclude(mut self) -> Verified {
        while let Some(bundle) = self.inspection.next_bundle() {
            self.inspection.take(bundle, Err(FaultKind::FileMissing));
        }
        while let Some(tile) = self.inspection.next_tile() {
            self.inspection.hold(tile, Err(FaultKind::FileMissing));
        }
        let Self { asked, inspection, beside, seen, shown } = self;
        let mut inspected = inspection.conclude(&asked.anchors());
        let Ok(faults) = beside::faults(&beside, &inspected.report, &FaultKind::FileMissing);
        inspected.report.faults.extend(faults);
        Verified { asked, inspected, seen, shown, brought: None }
    }
}

impl Verified {
    /// The verdict, in a language.
    pub fn told(&mut self, lang: Lang) -> Vec<u8> {
        self.asked.lang = lang;
        let Self { asked, inspected, seen, shown, brought } = &*self;
        let report = &inspected.report;
        let mut told = account(asked, report);
        let held = hold(&mut told, asked, seen.as_deref(), inspected);
        let lacking = match shown {
            Shown::Nowhere => None,
            Shown::Withheld => Some(words::page_withheld(lang)),
            Shown::These(totals) => (!page(&mut told, lang, inspected, totals)).then(|| words::page_unreadable(lang)),
        };
        if let Some((name, says)) = lacking {
            told.judged(lang, name, Status::Skipped, says.to_owned());
        }
        if let Some(totals) = brought {
            page(&mut told, lang, inspected, totals);
        }
        let is_believed = told.verdict.0 <= Verdict::Insufficient && held.is_kept;
        let checkpoint = inspected.checkpoint.as_ref().filter(|_| is_believed);
        let manifest = report.model.manifest();
        json(&Concluded {
            view: Report::of(report, asked.policy.as_ref().map(|_| POLICY_FILE), lang),
            seen: checkpoint.map(ToString::to_string),
            evidence: held.evidence,
            contests: report.model.contests().keys().map(ToString::to_string).collect(),
            tiers: manifest.into_iter().flat_map(|m| &m.tiers).map(|tier| tier.name.to_string()).collect(),
            told,
        })
    }

    /// Holds totals that the reader brought against the log. The verdict is the log's own, with what is found of them: nothing
    /// that is brought later makes it milder, or says whose it is.
    ///
    /// # Errors
    /// [`Refused::NotTotals`].
    pub fn totals(&mut self, asked: &Asked, stated: &[u8]) -> Result<Vec<u8>, Refused> {
        let Inspected { report, tree, .. } = &self.inspected;
        totals::compare(stated, &report.model, tree).map_err(|_| Refused::NotTotals(asked.name.clone()))?;
        self.brought = Some(stated.to_vec());
        Ok(self.told(asked.lang))
    }
}

/// Whether a name is that of a file of the log, and of nothing else in a parcel.
fn is_of_log(name: &str) -> bool {
    [CHECKPOINT, SNAPSHOT, LOG_VKEY, MANIFEST].contains(&name) || name.parse::<Tile>().is_ok()
}

/// The account and the faults, as the program tells them.
fn account(asked: &Asked, report: &verify::report::Report) -> Told {
    let lang = asked.lang;
    let fingerprint = report.checkpoint.as_ref().map(|checkpoint| checkpoint.fingerprint().to_string());
    let mut told = Told::new(lang, report.verdict(), asked.proved_by(report.trust), fingerprint);
    if asked.policy.is_some() && asked.is_beside {
        let (name, says) = words::policy_beside(lang);
        told.judged(lang, name, Status::Note, says.to_owned());
    }
    for check in text::verification(lang, report, asked.policy.as_ref().map(|_| POLICY_FILE)) {
        let (name, status, word) = (check.name.to_owned(), Word(check.status), check.word.to_owned());
        told.lines.push(Line { name, status, word, detail: check.detail });
    }
    told.faults(lang, report.faults.iter());
    told.untold += report.faults.not_listed();
    told
}

/// Tells how the totals that a page shows stand to the log; false where they are none.
fn page(told: &mut Told, lang: Lang, inspected: &Inspected, stated: &[u8]) -> bool {
    let report = &inspected.report;
    let Ok(found) = totals::compare(stated, &report.model, &inspected.tree) else { return false };
    let (name, says) = words::page(lang, found.page);
    let status = match found.page {
        Page::Agrees(_) => Status::Ok,
        Page::Differs(_) | Page::OtherHistory(_) => Status::Failed,
        Page::Ahead(..) => Status::Note,
    };
    told.judged(lang, name, status, says.clone());
    match found.page {
        Page::Agrees(_) => {}
        Page::Ahead(..) => told.at_least(lang, Verdict::Insufficient),
        Page::OtherHistory(_) => {
            told.wrong(lang, Code::V24, says);
            told.at_least(lang, Verdict::Failed);
        }
        Page::Differs(_) => told.at_least(lang, Verdict::Failed),
    }
    let form = report.model.manifest().map(|manifest| &manifest.form);
    for wrong in found.wrong {
        let says = match wrong {
            Wrong::Unknown(contest, unit) => words::total_unknown(lang, &contest, &unit),
            Wrong::Figure { contest, unit, item, stated, recomputed } => {
                let called = form.map_or_else(|| item.clone(), |form| text::cell_label(lang, form, &item));
                let item = if called == item { item } else { format!("{called} ({item})") };
                words::total_differs(lang, [&contest, &unit, &item], stated, recomputed)
            }
        };
        told.wrong(lang, Code::V33, says);
    }
    true
}

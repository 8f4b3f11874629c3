//! `rehearse --to`: the folder is handed in to a service, and what that took is measured.

use std::fs;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use clap::Args;
use comfy_table::{CellAlignment, Table, presets};

use super::super::args::Global;
use super::super::failure::{Exit, Failure};
use super::super::files::RECEIPT_EXTENSION;
use super::super::ledger;
use super::super::output::Output;
use super::super::talk::Talk;
use super::super::words::{results, talk};
use super::failed::failed;
use super::machine::machine;
use crate::intake::folder::ElectionFolder;
use crate::ledger::files::receipt::Receipt;
use crate::rehearsal::Script;
use crate::service::error::Error;
use crate::service::files::{self, Readers};
use crate::service::load::{Figures, LoadSetting, Loaded, load};
use crate::service::observer::Work;
use crate::service::parallel::Cores;
use crate::store::error::Doing;
use crate::text::{self, Label};
use crate::view::load as view;

/// Where everything is handed in, and how.
#[derive(Debug, Args)]
pub struct Load {
    /// Hand everything in to the service at this URL, whose ledger the same folder founded (--found), and measure it
    #[arg(long, value_name = "URL", conflicts_with_all = ["go_on", "found", "serve", "ledger"])]
    pub to: Option<String>,
    /// How many hand in at once
    #[arg(long, value_name = "M", requires = "to", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub clients: Option<u16>,
    /// How many papers are due in a second on the mean, by the curve of a real night; each when a client is free if left
    /// out
    #[arg(long, value_name = "N", requires = "to", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub rate: Option<u32>,
    /// Name an address of its own for each unit in X-Forwarded-For: `serve --behind` this machine goes by that, and
    /// else the limits are those of one address
    #[arg(long, requires = "to")]
    pub as_proxy: bool,
    /// Keep every receipt in this folder
    #[arg(long, value_name = "DIR", requires = "to")]
    pub receipts: Option<PathBuf>,
    /// Measure too what this machine allows by itself: signatures that it checks, and syncs of a file in this folder, which
    /// is best on the disk of the ledger
    #[arg(long, value_name = "DIR", requires = "to")]
    pub beside: Option<PathBuf>,
}

/// How many hand in at once, if nobody says otherwise.
const CLIENTS: u16 = 8;

impl Load {
    /// Whether anything is to be handed in.
    pub fn is_asked(&self) -> bool {
        self.to.is_some()
    }

    /// Hands the folder in, and tells what came of it.
    pub fn run(&self, global: &Global, from: &Path, folder: ElectionFolder, output: &Output) -> Result<Exit, Failure> {
        let (lang, talk) = (output.lang.to_string(), Talk::new(output));
        let (policy, script) = (ledger::policy(global, output.lang)?, Script::new(&folder, &Cores));
        let setting = LoadSetting {
            url: self.to.as_deref().unwrap_or_default(),
            lang: &lang,
            policy: policy.as_ref(),
            clients: usize::from(self.clients.unwrap_or(CLIENTS)),
            per_second: self.rate.and_then(NonZeroU32::new),
            as_proxy: self.as_proxy,
        };
        if let Some(place) = &self.receipts {
            fs::create_dir_all(place).map_err(|error| Failure::io(output.lang, Doing::Create, place, &error))?;
        }
        let mut keep = |receipt: &Receipt| self.receipts.as_deref().map_or(Ok(()), |place| keep(place, receipt));
        let loaded = load(&setting, &script, &talk, &mut keep).map_err(|error| failed(output.lang, from, error))?;
        let machine = self.beside.as_deref().map(|place| machine(place, output.lang)).transpose()?;
        Ok(tell(output, &setting, loaded, machine))
    }
}

/// A receipt under the place of its event and the size of its checkpoint, so that none is written over.
fn keep(place: &Path, receipt: &Receipt) -> Result<(), Error> {
    let (index, size) = (receipt.index(), receipt.checkpoint().checkpoint().size);
    let file = place.join(format!("{index}-{size}.{RECEIPT_EXTENSION}"));
    files::write(&file, receipt.to_string().as_bytes(), Readers::All)
}

fn tell(output: &Output, setting: &LoadSetting<'_>, mut loaded: Loaded, machine: Option<view::Machine>) -> Exit {
    let failure = loaded.error.take().map(|error| Failure::service(output.lang, error));
    let exit = failure.as_ref().map_or(Exit::Done, |failure| failure.exit);
    let all = Figures::of_all(&loaded.phases);
    if output.json {
        let error = failure.as_ref().map(Failure::view);
        output.value(&view::Load { machine, error, ..viewed(setting, &loaded, &all) });
        return exit;
    }
    rows(output, &loaded, &all, machine);
    table(output, &loaded, &all);
    failure.iter().for_each(|failure| output.failure(failure));
    exit
}

fn rows(output: &Output, loaded: &Loaded, all: &Figures, machine: Option<view::Machine>) {
    let (lang, again) = (output.lang, loaded.asked_again);
    let number = |value: u64| text::number(lang, value);
    let (taken, already, refused) = (number(all.taken), number(all.already), number(all.refusals()));
    let [busy, closed, gone, early] = [again.busy, again.closed, again.gone, again.early].map(number);
    let (receipts, size) = (number(loaded.receipts), number(loaded.checkpoint.size.0));
    let (seconds, per_second) = (number(all.time.as_secs()), number(all.per_second()));
    let mut rows = vec![
        (say!(lang, results::load_handed_in), say!(lang, results::load_counted { taken, already, refused })),
        (say!(lang, results::load_receipts), say!(lang, results::load_receipts_hold { receipts, size })),
        (output.label(Label::Fingerprint), loaded.checkpoint.fingerprint().to_string()),
        (say!(lang, results::load_time), say!(lang, results::load_rate { seconds, per_second })),
    ];
    if again.times() > 0 {
        rows.insert(
            1,
            (say!(lang, results::load_asked_again), say!(lang, results::load_again { busy, closed, gone, early })),
        );
    }
    if all.refusals() > 0 {
        let refused = all.refused.iter().map(|(code, count)| format!("{code} {}", number(*count)));
        rows.insert(1, (say!(lang, results::load_refused), refused.collect::<Vec<_>>().join(" · ")));
    }
    if let Some(view::Machine { signatures_per_second, syncs_per_second }) = machine {
        let (signatures, syncs) = (number(signatures_per_second), number(syncs_per_second));
        rows.push((say!(lang, results::load_machine), say!(lang, results::load_machine_allows { signatures, syncs })));
    }
    output.rows(&rows);
}

fn table(output: &Output, loaded: &Loaded, all: &Figures) {
    let lang = output.lang;
    let number = |value: u64| text::number(lang, value);
    let micros = |figures: &Figures, thousandths| {
        let micros = figures.within(thousandths).as_micros();
        number(u64::try_from(micros).unwrap_or(u64::MAX))
    };
    let row = |name: String, figures: &Figures| {
        let counted = [number(figures.submissions()), number(figures.per_second())];
        let took = [500, 900, 990, 999, 1000].map(|thousandths| micros(figures, thousandths));
        [name].into_iter().chain(counted).chain(took).collect::<Vec<_>>()
    };
    let mut table = Table::new();
    let (phase, submissions) = (say!(lang, results::load_phase), say!(lang, results::load_handed_in));
    let (per_second, longest) = (say!(lang, results::load_per_second), say!(lang, results::load_longest));
    table.load_style(presets::NOTHING);
    table.set_header([phase, submissions, per_second, "50 %", "90 %", "99 %", "99.9 %", longest]);
    for phase in &loaded.phases {
        let kind = talk::work(lang, Work::Recording(phase.kind));
        let of = phase.contest.as_ref().map(|contest| format!(" · {contest}")).unwrap_or_default();
        table.add_row(row(format!("{kind}{of}"), &phase.figures));
    }
    table.add_row(row(say!(lang, results::load_all).to_owned(), all));
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    output.line("");
    output.line(say!(lang, results::load_latency));
    output.block(&table.to_string());
}

fn viewed(setting: &LoadSetting<'_>, loaded: &Loaded, all: &Figures) -> view::Load {
    let again = loaded.asked_again;
    let phases = loaded.phases.iter().map(|phase| view::Phase {
        phase: phase.kind.name().to_owned(),
        contest: phase.contest.as_ref().map(ToString::to_string),
        measured: measured(&phase.figures),
    });
    view::Load {
        url: setting.url.to_owned(),
        clients: setting.clients as u64,
        rate: setting.per_second.map(|rate| rate.get().into()),
        receipts: loaded.receipts,
        size: loaded.checkpoint.size.0,
        fingerprint: loaded.checkpoint.fingerprint().into(),
        asked_again: view::AskedAgain { busy: again.busy, closed: again.closed, gone: again.gone, early: again.early },
        all: measured(all),
        phases: phases.collect(),
        machine: None,
        error: None,
    }
}

fn measured(figures: &Figures) -> view::Measured {
    let micros = |thousandths| u64::try_from(figures.within(thousandths).as_micros()).unwrap_or(u64::MAX);
    let [p50, p90, p99, p999, max] = [500, 900, 990, 999, 1000].map(micros);
    view::Measured {
        submissions: figures.submissions(),
        taken: figures.taken,
        already: figures.already,
        refused: figures.refused.iter().map(|(code, count)| (code.to_string(), *count)).collect(),
        milliseconds: u64::try_from(figures.time.as_millis()).unwrap_or(u64::MAX),
        per_second: figures.per_second(),
        latency: view::Latency { p50, p90, p99, p999, max },
    }
}

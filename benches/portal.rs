//! What each page costs to make: `cargo bench --bench portal -- LEDGER` prints, page by page, how long it takes at the newest
//! checkpoint of a ledger and how many bytes it has. Nothing is packed or sent.

use std::path::PathBuf;
use std::time::Instant;

use protokol::domain::id::ContestId;
use protokol::domain::number::Sequence;
use protokol::domain::time::Millis;
use protokol::portal::book::{Book, Handed};
use protokol::portal::place::Place;
use protokol::portal::site;
use protokol::service::observer::Nobody;
use protokol::service::reading::Log;
use protokol::service::serving::sight::Sight;
use protokol::service::setting::Setting;
use protokol::tally::gate::Gate;
use protokol::text::Lang;
use protokol::verify::conclude::TrustAnchors;
use protokol::view::cosigned::Cosigned;

/// How often each is made; the one in the middle is printed.
const TIMES: usize = 11;

fn main() {
    // What cargo adds begins with a hyphen.
    let Some(ledger) = std::env::args().skip(1).find(|arg| !arg.starts_with('-')).map(PathBuf::from) else {
        println!("no ledger is named: nothing is measured");
        return;
    };
    let setting = Setting { ledger: &ledger, clock: &|| Millis::EPOCH, observer: &Nobody };
    let log = Log::open(&setting, &TrustAnchors::default()).expect("a ledger");
    let sight = Sight::of(log).expect("a ledger that can be read");
    let cosigned = Cosigned::under(sight.cosigned(), None);
    let book = Book::of(&sight, Gate::Open, &cosigned, Handed::Served).expect("an election");
    println!("{} units, {} events", sight.reading().model.units().len(), sight.size().0);
    places(&sight).iter().for_each(|place| measure(&book, place));
}

fn measure(book: &Book<'_>, place: &Place) {
    let mut took = Vec::new();
    let mut page = None;
    for _ in 0..TIMES {
        let since = Instant::now();
        page = site::page(book, Lang::En, place).expect("its events can be read");
        took.push(since.elapsed());
    }
    took.sort_unstable();
    let microseconds = took[TIMES / 2].as_micros();
    println!("{microseconds:9} µs  {:8} bytes  /{place}", page.map_or(0, |page| page.len()));
}

/// The pages, and of those that there are many of, one.
fn places(sight: &Sight) -> Vec<Place> {
    let model = &sight.reading().model;
    let mut places =
        vec![Place::Results, Place::Turnout, Place::Arrivals, Place::Awaited, Place::Findings, Place::Screen];
    if let Some(contest) = model.contests().values().next() {
        let id: ContestId = contest.contest.id.clone();
        let lowest = model.held_in(&contest.contest).and_then(|unit| model.lowest_within(unit).into_keys().next());
        let lineage: Vec<_> = lowest.into_iter().flat_map(|unit| model.lineage(unit)).collect();
        places.push(Place::Contest(id.clone()));
        places.extend(lineage.iter().map(|unit| Place::Unit(id.clone(), (*unit).clone())));
        places.extend(lineage.get(1).map(|unit| Place::AwaitedOf(id.clone(), (*unit).clone())));
        places.extend([Place::EmbedTable(id.clone()), Place::EmbedImage(id)]);
    }
    let found = sight.findings(None, None).into_iter().flat_map(|(_, found)| found).next();
    places.extend(found.map(|finding| Place::FindingsOf(finding.code.to_string())));
    let last = sight.size().0.saturating_sub(1);
    places.extend([Place::Log, Place::Event(Sequence(last)), Place::Observers, Place::Candidates, Place::Keys]);
    places.extend([Place::Data, Place::Check, Place::Help]);
    places
}

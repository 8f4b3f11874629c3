//! Synthetic rehearsals: invented figures in the shape of an election folder, drawn from a seed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use protokol::crypto::parallel::Serial;
use protokol::domain::code::FindingCode;
use protokol::domain::form::{Role, Severity};
use protokol::domain::id::{ContestId, UnitId};
use protokol::domain::number::Total;
use protokol::domain::protocol::Figures;
use protokol::domain::rules::RulesVersion;
use protokol::intake::csv::rows::PaperDecision;
use protokol::intake::folder::ElectionFolder;
use protokol::rehearsal::synthetic::{PutIn, Synthetic, UNITS_MAX, Unfit, invent};

use crate::kit::election;
use crate::kit::program::{Machine, copy, envelopes, files};

const FOLDERS: [&str; 3] = ["docs/elections/georgia-2018", "docs/elections/georgia-2016", "tests/folders/two-boxes"];

fn here(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

fn read(folder: &Path) -> ElectionFolder {
    let name = |path: &Path| path.file_name().expect("a file").to_string_lossy().into_owned();
    let all = files(folder).into_iter().map(|(path, bytes)| (name(&path), bytes)).collect();
    ElectionFolder::read(&all).unwrap_or_else(|errors| panic!("{errors:#?}"))
}

fn invented(folder: &str, seed: u64, units: usize) -> Synthetic {
    invent(&read(&here(folder)), seed, Some(units), &Serial).expect("a folder that can be filled")
}

/// The folder of small commissions, in which every table has rows.
fn small() -> Machine {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 40);
    machine
}

/// The figures in force by contest and unit, as a reader of the tables finds them.
fn in_force(folder: &ElectionFolder) -> BTreeMap<(&ContestId, &UnitId), &Figures> {
    let mut figures: BTreeMap<_, _> =
        folder.protocols.iter().map(|row| ((&row.contest, &row.unit), &row.figures)).collect();
    figures.extend(folder.corrections.iter().map(|row| ((&row.contest, &row.unit), &row.figures)));
    for row in &folder.decisions {
        figures.remove(&(&row.contest, &row.unit));
    }
    figures
}

fn lowest(folder: &ElectionFolder) -> usize {
    folder.units.iter().filter(|row| folder.is_lowest(&row.unit)).count()
}

#[test]
fn papers_satisfy_every_form_but_for_the_one_check_that_was_chosen() {
    for name in FOLDERS {
        let Synthetic { folder, put_in } = invented(name, 7, 3_000);
        let form = &folder.manifest.form;
        let (mut tripped, mut papers, mut sound) = (BTreeMap::new(), 0, 0);
        for ((contest, unit), figures) in in_force(&folder) {
            let found = RulesVersion::V1.rules().violations(form, figures);
            // A check may imply another: more papers issued than voters are not fewer papers than voters.
            let errors = found.iter().filter(|violation| violation.check.severity == Severity::Error).count();
            assert!(found.len() <= 1 || errors == 1, "{name} {contest} {unit}: {found:?} in {figures:?}");
            papers += 1;
            sound += usize::from(found.is_empty());
            for violation in found {
                *tripped.entry(violation.check.code.clone()).or_insert(0) += 1;
                let code = FindingCode::Form(violation.check.code.clone());
                assert!(put_in.contains(&PutIn { contest: contest.clone(), unit: unit.clone(), code }), "{unit}");
            }
        }
        let all: BTreeSet<_> = form.checks.iter().map(|check| check.code.clone()).collect();
        assert_eq!(tripped.keys().cloned().collect::<BTreeSet<_>>(), all, "{name}: each check is tripped somewhere");
        assert!(sound * 100 > papers * 80 && sound * 100 < papers * 99, "{name}: {sound} of {papers}, {tripped:?}");
        let errors: usize = form
            .checks
            .iter()
            .filter(|check| check.severity == Severity::Error)
            .map(|check| tripped.get(&check.code).copied().unwrap_or(0))
            .sum();
        assert!(errors * 100 < papers * 5, "{name}: {errors} of {papers} papers do not add up");
    }
}

#[test]
fn figures_are_plausible() {
    for name in FOLDERS {
        let Synthetic { folder, put_in } = invented(name, 11, 1_000);
        let form = &folder.manifest.form;
        let role = |figures: &Figures, role| -> u64 {
            form.with_role(role).filter_map(|at| figures.item(at)).map(|count| u64::from(count.0)).sum()
        };
        let odd: BTreeSet<_> = put_in.iter().map(|put_in| (&put_in.contest, &put_in.unit)).collect();
        let mut sizes = Vec::new();
        for (paper, figures) in in_force(&folder).into_iter().filter(|(paper, _)| !odd.contains(paper)) {
            let (electorate, turnout) = (role(figures, Role::Electorate), role(figures, Role::Turnout));
            assert!((50..=3_000).contains(&electorate), "{name} {paper:?} {figures:?}");
            assert!(
                turnout * 100 >= electorate * 33 && turnout * 100 <= electorate * 90,
                "{name} {paper:?} {figures:?}"
            );
            let votes: u64 = figures.votes.iter().map(|(_, votes)| u64::from(votes.0)).sum();
            assert!(votes * 100 >= turnout * 90 && votes <= turnout, "{name} {paper:?} {figures:?}");
            sizes.push(electorate);
            let hours: Vec<_> = folder
                .turnout
                .iter()
                .filter(|row| (&row.contest, &row.unit) == paper)
                .map(|row| (row.as_of, u64::from(row.voters.0)))
                .collect();
            assert!(hours.is_sorted() && hours.iter().all(|(_, voters)| *voters <= turnout), "{name} {hours:?}");
        }
        sizes.sort();
        let median = sizes[sizes.len() / 2];
        assert!((250..700).contains(&median) && sizes[sizes.len() * 99 / 100] > 1_200, "{name}: {median}");
    }
}

#[test]
fn as_many_units_as_wanted_declared_or_listed() {
    let georgia = read(&here("docs/elections/georgia-2018"));
    let boxes = read(&here("tests/folders/two-boxes"));
    let of = |folder: &ElectionFolder, units| invent(folder, 1, units, &Serial).expect("a folder");
    assert_eq!(lowest(&of(&georgia, None).folder), 3_694);
    let few = of(&georgia, Some(60)).folder;
    assert_eq!(lowest(&few), 60);
    let listed: Vec<_> = georgia.units.iter().filter(|row| georgia.is_lowest(&row.unit)).take(60).collect();
    assert!(listed.iter().all(|row| few.unit(&row.unit).is_some()), "the first sixty");
    assert!(few.units.len() < 60 + 75, "no constituency without a precinct");
    let more = of(&georgia, Some(4_000)).folder;
    assert_eq!((lowest(&more), more.units.len()), (4_000, 4_000 + 75));

    let declared = of(&boxes, None).folder;
    assert_eq!((lowest(&declared), declared.manifest.lowest_tier().expect("a tier").declared), (6_537, Some(6_537)));
    let ten = of(&boxes, Some(1_000)).folder;
    assert_eq!(ten.manifest.lowest_tier().expect("a tier").declared, Some(1_000));
    for constituency in ten.units.iter().filter(|row| row.tier.as_str() == "constituency") {
        assert_eq!(ten.units.iter().filter(|row| row.parent.as_ref() == Some(&constituency.unit)).count(), 8);
    }
    let invented = ten.unit(&"001.0008".parse().expect("an id")).expect("the last of its constituency");
    assert_eq!(invented.name.as_str(), "Invented precinct");

    let unfit = |units| invent(&boxes, 1, Some(units), &Serial).expect_err("no rehearsal");
    assert!(matches!(unfit(UNITS_MAX + 1), Unfit::TooMany(_)));
    assert!(matches!(unfit(0), Unfit::None));
}

#[test]
fn a_paper_depends_on_seed_contest_and_unit_alone() {
    let (few, many) = (invented("docs/elections/georgia-2018", 5, 50), invented("docs/elections/georgia-2018", 5, 90));
    let of = |synthetic: &Synthetic| {
        let rows = synthetic.folder.protocols.iter();
        rows.map(|row| ((row.contest.clone(), row.unit.clone()), row.figures.clone())).collect::<BTreeMap<_, _>>()
    };
    let (few, many) = (of(&few), of(&many));
    assert!(few.len() > 90, "two rounds");
    assert!(few.iter().all(|(paper, figures)| many.get(paper) == Some(figures)));
    let other = of(&invented("docs/elections/georgia-2018", 6, 50));
    assert!(few.iter().filter(|(paper, figures)| other.get(*paper) == Some(figures)).count() < 3);
}

#[test]
fn summaries_are_the_sums_but_for_the_cells_put_in() {
    let Synthetic { folder, put_in } = invented("tests/folders/two-boxes", 3, 2_500);
    let figures = in_force(&folder);
    let mut wrong = BTreeSet::new();
    for row in &folder.summaries {
        let below = |unit: &UnitId| {
            std::iter::successors(Some(unit), |unit| folder.unit(unit)?.parent.as_ref()).any(|above| *above == row.unit)
        };
        let mut votes: Vec<_> = row.totals.votes.iter().map(|(number, _)| (*number, Total(0))).collect();
        let mut items = vec![None; folder.manifest.form.items.len()];
        for (_, figures) in figures.iter().filter(|((_, unit), _)| below(unit)) {
            for (sum, (_, count)) in votes.iter_mut().zip(&figures.votes) {
                sum.1.0 += u64::from(count.0);
            }
            for (sum, count) in items.iter_mut().zip(&figures.items) {
                *sum = Some(Total(sum.map_or(0, |Total(sum)| sum) + u64::from(count.expect("filled").0)));
            }
        }
        if (items, votes) != (row.totals.items.clone(), row.totals.votes.clone()) {
            wrong.insert(row.unit.clone());
        }
    }
    let s1 = put_in.iter().filter(|put_in| put_in.code.to_string() == "S1").map(|put_in| put_in.unit.clone());
    assert_eq!(wrong, s1.collect());
    assert!((1..20).contains(&wrong.len()), "{wrong:?}");
}

/// Everything that may be put in is put in, and found, and nothing else is: a national number of small commissions.
#[test]
fn findings_are_exactly_what_was_put_in() {
    let machine = small();
    let folder = read(&machine.path("election"));
    let units = 700;
    // A seed whose few rare fates are all among them.
    let rare = |synthetic: &Synthetic| {
        let decisions: Vec<_> = synthetic.folder.decisions.iter().map(|row| row.decision).collect();
        let codes: BTreeSet<_> = synthetic.put_in.iter().map(|put_in| put_in.code.to_string()).collect();
        [PaperDecision::Annul, PaperDecision::Repeat, PaperDecision::Failed]
            .iter()
            .all(|decision| decisions.contains(decision))
            && ["E1", "E2", "W1", "T1", "O1", "O2", "C1", "C2", "S1", "S4"].iter().all(|code| codes.contains(*code))
    };
    let with_seed = |seed| (seed, invent(&folder, seed, Some(units), &Serial).expect("a folder"));
    let (seed, synthetic) = (1..).map(with_seed).find(|(_, synthetic)| rare(synthetic)).expect("among all seeds");
    let result = machine.json(&format!("rehearse election --synthetic {seed} --units {units}"));
    assert_eq!(result["verdict"], "verified", "{result}");
    let put_in = |put_in: &PutIn| (put_in.contest.to_string(), put_in.unit.to_string(), put_in.code.to_string());
    let mut should: Vec<_> = synthetic.put_in.iter().map(put_in).collect();
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    let mut found: Vec<_> = machine
        .ok("findings --json")
        .lines()
        .iter()
        .map(|finding| (text(&finding["contest"]), text(&finding["unit"]), text(&finding["code"])))
        .collect();
    should.sort();
    found.sort();
    assert_eq!(found, should, "seed {seed}");
    let tally = &machine.json("tally")["contests"][0];
    assert_eq!(tally["units_expected"], units);
    assert_eq!(
        tally["awaited"],
        synthetic.folder.decisions.iter().filter(|row| row.decision == PaperDecision::Repeat).count()
    );
}

#[test]
fn the_seed_and_the_number_determine_the_root() {
    let machine = small();
    let rehearsed = |ledger: &str, drawn: &str| {
        let result = machine.json(&format!("rehearse election --ledger {ledger} {drawn}"));
        assert_eq!(result["verdict"], "verified");
        result["root"].as_str().expect("a root").to_owned()
    };
    let first = rehearsed("first", "--synthetic 42 --units 50");
    assert_eq!(rehearsed("again", "--synthetic 42 --units 50"), first);
    assert_ne!(rehearsed("another", "--synthetic 43 --units 50"), first);
    assert_ne!(rehearsed("larger", "--synthetic 42 --units 51"), first);
    assert_ne!(rehearsed("real", "--quiet"), first);
    // Whoever goes on with other numbers is told so.
    for drawn in ["--synthetic 43 --units 50", "--synthetic 42 --units 51", "--synthetic 42", "--quiet"] {
        let error = machine.fails(&format!("rehearse election --ledger first --continue {drawn}"), 7);
        assert_eq!(error["code"], "U5", "{drawn}");
    }
    for drawn in ["--synthetic 42 --units 1100001", "--units 50", "--synthetic 42 --units 0", "--synthetic x"] {
        assert_eq!(machine.fails(&format!("rehearse election --ledger none {drawn}"), 2)["code"], "U1", "{drawn}");
    }
    assert!(!machine.has("none"));
    let logs: BTreeSet<_> =
        ["first", "another", "larger", "real"].map(|ledger| machine.text(&format!("{ledger}/log.vkey"))).into();
    assert_eq!(logs.len(), 4, "each is another log: {logs:?}");
    for log in logs {
        assert!(log.split('+').next().expect("a name").ends_with("/rehearsal"), "{log}");
    }
}

#[test]
fn killed_at_any_moment_it_goes_on_to_the_same_root() {
    let machine = small();
    let typed = "rehearse election --synthetic 9 --units 500 --ledger";
    let began = Instant::now();
    let whole = machine.json(&format!("{typed} whole"));
    let pause = began.elapsed() / 6;
    let mut killed = 0;
    while !machine.has("again/seal") || killed < 3 {
        let go_on = if machine.has("again/seal") { " --continue" } else { "" };
        let mut child = machine.start(&format!("{typed} again{go_on}"));
        std::thread::sleep(pause.max(Duration::from_millis(50)));
        child.kill().expect("it runs, or has just ended");
        child.wait().expect("it has ended");
        killed += 1;
    }
    let again = machine.json(&format!("{typed} again --continue"));
    assert_eq!(again["root"], whole["root"]);
    assert_eq!(envelopes(&machine.path("again")), envelopes(&machine.path("whole")));
}

#[test]
fn no_real_name_is_anywhere_in_the_ledger() {
    let machine = Machine::new();
    copy(&here("docs/elections/georgia-2018"), &machine.path("georgia"));
    let result = machine.json("rehearse georgia --synthetic 2018 --units 40");
    assert_eq!(result["verdict"], "verified");
    let ledger: Vec<_> = envelopes(&machine.path("ledger")).concat();
    let says = |text: &str| ledger.windows(text.len()).any(|window| window == text.as_bytes());
    for name in ["Candidate A", "Candidate Y", "Кандидат B", "synthetic rehearsal 2018"] {
        assert!(says(name), "{name}");
    }
    let names = machine.text("georgia/candidates.csv");
    let mut searched = 0;
    for line in names.lines().skip(1) {
        for name in line.split(',').skip(2) {
            assert!(!name.is_empty() && !says(name), "{name}");
            // Nor one of its parts.
            assert!(!name.split(' ').any(says), "{name}");
            searched += 1;
        }
    }
    assert_eq!(searched, 54);
}

//! What a contest comes to in one unit, in words: who leads, every share with what it is of, and how the papers came in.

use crate::domain::closing::ResultCertified;
use crate::domain::form::Role;
use crate::domain::number::{BallotNumber, Total};
use crate::portal::book::Book;
use crate::portal::figures;
use crate::portal::named::Named;
use crate::portal::words::{self, Word};
use crate::tally::record::ContestRecord;
use crate::tally::summed::Summed;
use crate::text::Lang;

/// What stands where there is no figure, which is not zero.
pub const NOTHING: &str = "—";
/// How long a bar of everything is.
pub const BAR: u64 = 1000;

/// What a contest comes to in one unit.
#[derive(Debug)]
pub struct Outcome {
    /// What the contest is called.
    pub title: Named,
    /// How many of the papers are in.
    pub reported: String,
    /// Of a thousand papers, how many are in.
    pub progress: u64,
    /// Who has most votes; none before a protocol is in.
    pub leader: Option<Leader>,
    /// Whether papers may still change who leads: some are awaited.
    pub is_open: bool,
    /// The candidates, most votes first.
    pub lines: Vec<Line>,
    /// The votes for all of them.
    pub all: String,
    /// How the papers stand: name and count.
    pub counters: Vec<(&'static str, String)>,
    /// Turnout: its share, and of how many.
    pub turnout: Option<(String, String)>,
    /// By whom it is certified, and who is elected; none while it is not.
    pub certified: Option<(String, String)>,
    /// The sums, item by item of the form.
    pub sums: Vec<(Named, String)>,
}

/// Who has most votes.
#[derive(Debug)]
pub struct Leader {
    /// The candidate, or several who have as many.
    pub name: String,
    /// The share of the votes.
    pub share: String,
    /// Votes, of how many.
    pub of: String,
    /// The length of the bar, as of [`BAR`].
    pub bar: u64,
    /// The first of them on the ballot.
    pub number: BallotNumber,
}

/// A candidate in a table.
#[derive(Debug)]
pub struct Line {
    /// The number on the ballot.
    pub number: u16,
    /// The candidate's name.
    pub name: String,
    /// The votes.
    pub votes: String,
    /// Their share.
    pub share: String,
    /// The length of the bar, in thousandths of all votes.
    pub bar: u64,
    /// The colour that the candidate was given.
    pub colour: Option<String>,
}

impl Outcome {
    /// What a contest comes to, in a language.
    pub fn of(book: &Book<'_>, lang: Lang, contest: &ContestRecord, summed: &Summed) -> Self {
        let (tally, form) = (&summed.tally, &book.manifest().form);
        let all = tally.votes_total();
        let mut votes = tally.votes.clone();
        votes.sort_by_key(|(number, votes)| (std::cmp::Reverse(votes.unwrap_or_default()), *number));
        let number = |count: u64| figures::number(lang, count);
        let reported =
            say!(lang, words::portal_reported { reported: number(tally.in_force), of: number(tally.units_expected) });
        let counters = [
            (Word::InForce, tally.in_force),
            (Word::Awaited, tally.awaited),
            (Word::Corrected, tally.corrected),
            (Word::Annulled, tally.annulled),
            (Word::Failed, tally.failed),
            (Word::Late, summed.overdue.late),
            (Word::Missing, summed.overdue.missing),
        ];
        let role = |role| tally.role(form, role);
        let turnout = role(Role::Electorate).zip(role(Role::Turnout)).map(|(electorate, turnout)| {
            let of = say!(lang, words::portal_turnout_of { voters: number(turnout.0), of: number(electorate.0) });
            (figures::share(lang, turnout.0, electorate.0), of)
        });
        let items = form.items.iter().zip(&tally.items);
        let sum = |sum: &Option<Total>| sum.map_or_else(|| NOTHING.to_owned(), |sum| number(sum.0));
        Self {
            title: Named::contest(&contest.contest, lang),
            reported,
            progress: thousandths(tally.in_force, tally.units_expected),
            is_open: tally.awaited > 0,
            leader: all.and_then(|all| leader(lang, contest, &votes, all)),
            lines: votes
                .iter()
                .map(|(candidate, votes)| Line::of(book, lang, contest, (*candidate, *votes), all))
                .collect(),
            all: sum(&all),
            counters: counters.iter().map(|(word, count)| (words::word(lang, *word), number(*count))).collect(),
            turnout,
            certified: contest.certified_at(book.size()).map(|(_, result)| certified(lang, contest, result)),
            sums: items.map(|(item, of)| (Named::item(item, lang), sum(of))).collect(),
        }
    }
}

impl Line {
    fn of(
        book: &Book<'_>,
        lang: Lang,
        contest: &ContestRecord,
        (number, votes): (BallotNumber, Option<Total>),
        all: Option<Total>,
    ) -> Self {
        let of = all.unwrap_or_default().0;
        let shown = |show: fn(Lang, u64, u64) -> String| {
            votes.map_or_else(|| NOTHING.to_owned(), |votes| show(lang, votes.0, of))
        };
        Self {
            number: number.0,
            name: candidate(lang, contest, number),
            votes: shown(|lang, votes, _| figures::number(lang, votes)),
            share: shown(figures::share),
            bar: thousandths(votes.unwrap_or_default().0, of),
            colour: book.colour(contest, number),
        }
    }
}

/// The candidate's name in a language, as far as it was registered in it.
pub fn candidate(lang: Lang, contest: &ContestRecord, number: BallotNumber) -> String {
    let found = contest.candidates.iter().find(|candidate| candidate.registered.number == number);
    found.map_or("", |candidate| candidate.registered.names.in_language(lang.code())).to_owned()
}

/// The number of whoever has most votes; of several who have as many the first on the ballot.
pub fn first(votes: &[(BallotNumber, Option<Total>)]) -> Option<BallotNumber> {
    let counted = votes.iter().filter_map(|(number, votes)| votes.filter(|votes| votes.0 > 0).map(|of| (*number, of)));
    counted.min_by_key(|(number, votes)| (std::cmp::Reverse(*votes), *number)).map(|(number, _)| number)
}

/// Who has most votes; everybody who has as many. Nobody leads with none.
pub fn leader(
    lang: Lang,
    contest: &ContestRecord,
    votes: &[(BallotNumber, Option<Total>)],
    all: Total,
) -> Option<Leader> {
    let most = votes.iter().filter_map(|(_, votes)| *votes).max().filter(|most| most.0 > 0)?;
    let of_most = || votes.iter().filter(|(_, votes)| *votes == Some(most));
    let number = of_most().map(|(number, _)| *number).min()?;
    let names: Vec<_> = of_most().map(|(number, _)| candidate(lang, contest, *number)).collect();
    let of =
        say!(lang, words::portal_share_of { votes: figures::number(lang, most.0), of: figures::number(lang, all.0) });
    Some(Leader {
        name: names.join(", "),
        share: figures::share(lang, most.0, all.0),
        of,
        bar: thousandths(most.0, all.0),
        number,
    })
}

fn certified(lang: Lang, contest: &ContestRecord, result: &ResultCertified) -> (String, String) {
    let (body, reference) = (result.body.as_str(), result.decision.reference.as_str());
    let by = say!(lang, words::portal_certified { body, reference });
    let names: Vec<_> = result.elected.iter().map(|number| candidate(lang, contest, *number)).collect();
    let names = if names.is_empty() { words::word(lang, Word::Nobody).to_owned() } else { names.join(", ") };
    (by.trim_end().to_owned(), say!(lang, words::portal_elected { names: names }))
}

/// A part of a whole, in thousandths, as a bar shows it.
pub fn thousandths(part: u64, of: u64) -> u64 {
    let bar = u128::from(part) * u128::from(BAR) / u128::from(of.max(1));
    u64::try_from(bar).unwrap_or(BAR).min(BAR)
}

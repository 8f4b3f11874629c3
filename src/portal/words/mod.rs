//! What the pages say besides the election's own words, which are those of [`text`](crate::text). The sentences are in
//! `i18n/LANGUAGE/portal`.

pub mod charts;
pub mod check;
pub mod checking;
pub mod data;
pub mod embedding;
pub mod findings;
pub mod log;
pub mod papers;
pub mod people;

use crate::text::{Lang, Message};

/// A fixed line of a page.
pub trait Says {
    /// What it says in a language.
    fn said(self, lang: Lang) -> &'static str;
}

/// What each list of lines says.
macro_rules! says {
    ($($line:ty => $said:path,)+) => {
        $(impl Says for $line {
            fn said(self, lang: Lang) -> &'static str {
                $said(lang, self)
            }
        })+
    };
}

says! {
    Word => word,
    charts::ChartWord => charts::chart_word,
    checking::Checking => checking::checking,
    data::DataWord => data::data_word,
    embedding::EmbedWord => embedding::embed_word,
    findings::FindingWord => findings::finding_word,
    log::LogWord => log::log_word,
    papers::PaperWord => papers::paper_word,
    people::PeopleWord => people::people_word,
}

fixed_lines! {
    /// A heading or a fixed line of a page.
    Word, word {
        // The frame of every page.
        SkipToContent => portal_skip_to_content,
        AllPages => portal_all_pages,
        Pages => portal_pages,
        Language => portal_language,
        RehearsalBanner => portal_rehearsal_banner,
        CheckItYourself => portal_check_it_yourself,
        NobodyWitnesses => portal_nobody_witnesses,
        Pause => portal_pause,
        Resume => portal_resume,
        ToTheDesk => portal_to_the_desk,
        // What pages are called.
        Results => portal_results,
        Turnout => portal_turnout,
        Findings => portal_findings,
        Arrivals => portal_arrivals,
        WhomToCall => portal_whom_to_call,
        Log => portal_log,
        Data => portal_data,
        Keys => portal_keys,
        Observers => portal_observers,
        Candidates => portal_candidates,
        Screen => portal_screen,
        Embed => portal_embed,
        Help => portal_help,
        // Results.
        MostVotes => portal_most_votes,
        NotFinal => portal_not_final,
        NothingYet => portal_nothing_yet,
        Nobody => portal_nobody,
        OfAllVotes => portal_of_all_votes,
        AllVotes => portal_all_votes,
        InForce => portal_in_force,
        Awaited => portal_awaited,
        Corrected => portal_corrected,
        Annulled => portal_annulled,
        Failed => portal_failed,
        Late => portal_late,
        Missing => portal_missing,
        ByUnit => portal_by_unit,
        PapersOf => portal_papers_of,
        Sums => portal_sums,
        // Units.
        Unit => portal_unit,
        Leading => portal_leading,
        // A closed gate.
        GateClosed => portal_gate_closed,
    }
}

messages! {
    portal_as_of { size };
    portal_seen_by { seen, of };
    portal_seen_up_to { seen, of, size };
    portal_reported { reported, of };
    portal_share_of { votes, of };
    portal_turnout_of { voters, of };
    portal_certified { body, reference };
    portal_elected { names };
    portal_gate_until { until };
    portal_updated { size };
}

/// Every message that the pages say besides those of [`text`](crate::text), and what it is given.
pub fn messages() -> impl Iterator<Item = Message> {
    let lists = [
        charts::MESSAGES,
        charts::ChartWord::MESSAGES,
        check::Sentence::MESSAGES,
        checking::Checking::MESSAGES,
        data::MESSAGES,
        data::DataWord::MESSAGES,
        embedding::EmbedWord::MESSAGES,
        findings::MESSAGES,
        findings::FindingWord::MESSAGES,
        log::MESSAGES,
        log::LogWord::MESSAGES,
        papers::MESSAGES,
        papers::PaperWord::MESSAGES,
        people::PeopleWord::MESSAGES,
    ];
    [MESSAGES, Word::MESSAGES].into_iter().chain(lists).flatten().copied()
}

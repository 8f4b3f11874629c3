//! What the pages say besides the election's own words, which are those of [`text`](crate::text). The sentences are in
//! `i18n/LANGUAGE/portal`.

use crate::text::{Lang, Message};

fixed_lines! {
    /// A heading or a fixed line of a page.
    Word, word {
        // The frame of every page.
        SkipToContent => page_skip_to_content,
        Pages => page_pages,
        Language => page_language,
        RehearsalBanner => page_rehearsal_banner,
        CheckItYourself => page_check_it_yourself,
        NobodyWitnesses => page_nobody_witnesses,
        Pause => page_pause,
        Resume => page_resume,
        // What pages are called.
        Results => page_results,
        Constituencies => page_constituencies,
        Turnout => page_turnout,
        Findings => page_findings,
        Arrivals => page_arrivals,
        Log => page_log,
        Data => page_data,
        Keys => page_keys,
        Observers => page_observers,
        Candidates => page_candidates,
        Screen => page_screen,
        Embed => page_embed,
        Help => page_help,
        // Results.
        MostVotes => page_most_votes,
        NotFinal => page_not_final,
        NothingYet => page_nothing_yet,
        Nobody => page_nobody,
        OfAllVotes => page_of_all_votes,
        AllVotes => page_all_votes,
        InForce => page_in_force,
        Awaited => page_awaited,
        Corrected => page_corrected,
        Annulled => page_annulled,
        Failed => page_failed,
        Late => page_late,
        Missing => page_missing,
        ByUnit => page_by_unit,
        PapersOf => page_papers_of,
        Sums => page_sums,
        // Units.
        Unit => page_unit,
        Leading => page_leading,
        Above => page_above,
        NoFiguresYet => page_no_figures_yet,
        // A closed gate.
        GateClosed => page_gate_closed,
    }
}

messages! {
    page_as_of { size, time };
    page_seen_by { seen, of };
    page_reported { reported, of };
    page_share_of { votes, of };
    page_turnout_of { voters, of };
    page_certified { body, reference };
    page_elected { names };
    page_gate_until { until };
    page_updated { size };
}

/// Every message that the pages say besides those of [`text`](crate::text), and what it is given.
pub fn messages() -> impl Iterator<Item = Message> {
    [MESSAGES, Word::MESSAGES].into_iter().flatten().copied()
}

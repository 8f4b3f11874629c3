//! What the columns of an exported table mean: its data dictionary.

use super::Lang;

fixed_lines! {
    /// A column of an exported table.
    Column, column {
        Contest => column_contest,
        ContestTitle => column_contest_title,
        Unit => column_unit,
        UnitName => column_unit_name,
        ParentName => column_parent_name,
        Parent => column_parent,
        // What stands on the paper.
        Item => column_item,
        Votes => column_votes,
        Candidate => column_candidate,
        CandidateNumber => column_candidate_number,
        Nominator => column_nominator,
        Office => column_office,
        District => column_district,
        // How the paper stands.
        Status => column_status,
        Voting => column_voting,
        Version => column_version,
        // The event that it came from.
        Sequence => column_sequence,
        Event => column_event,
        Arrival => column_arrival,
        FormSerial => column_form_serial,
        CompletedAt => column_completed_at,
        // What an election is made of.
        AnyUnit => column_any_unit,
        Tier => column_tier,
        PollingDay => column_polling_day,
        ItemKey => column_item_key,
        ItemLabel => column_item_label,
        ItemRole => column_item_role,
    }
}

fixed_lines! {
    /// What the rows of an exported table are.
    TableTopic, table {
        Whole => table_whole,
        Units => table_units,
        Contests => table_contests,
        Candidates => table_candidates,
        Items => table_items,
        Papers => table_papers,
        Figures => table_figures,
        Votes => table_votes,
        Protocols => table_protocols,
        Results => table_results,
    }
}

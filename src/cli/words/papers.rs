//! Papers that are drafted, signed and handed in, and other files that are not what they should be.

messages! {
    paper_scan_name { file } + remedy;
    paper_no_submissions { extension, folder } + remedy;
    paper_passed_over { file, extension };
    paper_drafts_unsigned { drafts, first };
    paper_not_yet_witnessed;
    paper_unread_table { file };
    paper_misnamed_table { file, name };
    paper_semicolons { file };
    paper_tabs { file };
    paper_not_a_statement { file, error } + remedy;
    paper_too_long { file, error } + remedy;
    paper_typings_differ { place, one, other } + remedy;
    paper_no_copy { one, other } + remedy;
    paper_no_copy_of_draft { one, other } + remedy;
    paper_changed_meanwhile { file } + remedy;
    paper_draft_changed { one, other } + remedy;
    paper_nothing_to_sign { folder } + remedy;
    paper_nothing_to_check { folder } + remedy;
    paper_founding_alone + remedy;
    paper_no_election { place } + remedy;
    paper_no_figure;
    paper_ledger_or_kind;
    paper_receipt_not_read { file, error } + remedy;
    paper_in_file { file, says };
    paper_note_complaint { subject };
    paper_note_tier { tier, members, quorum };
    paper_note_seat { seat, name, office, key };
}

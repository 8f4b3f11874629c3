//! What the pages of findings and of codes say.

use crate::text::Lang;

fixed_lines! {
    /// A heading or a fixed line of the pages of findings and of codes.
    FindingWord, finding_word {
        Code => portal_code,
        HowMany => portal_how_many,
        Meaning => portal_meaning,
        ByContest => portal_by_contest,
        WhatWasFound => portal_what_was_found,
        WhatToDo => portal_what_to_do,
        ChecksOfForm => portal_checks_of_form,
        BuiltInCodes => portal_built_in_codes,
        FindingsAre => portal_findings_are,
        ListOfThem => portal_list_of_them,
        Previous => portal_previous,
        Next => portal_next,
    }
}

messages! {
    portal_part_of { part, of };
}

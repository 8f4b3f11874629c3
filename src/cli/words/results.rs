//! What the program's verbs end with: names and lines of a result, and what comes next.

messages! {
    result_name;
    result_public_key;
    result_founded;
    result_restored;
    result_size;
    result_level;
    result_log;
    result_cosigned;
    result_cosignature;
    result_witness;
    result_key;
    result_the_same;
    result_watches;
    result_address;
    result_place { origin, ledger };
    result_goes_on;
    result_log_unknown;
    result_events_lost { size, lost };
    result_seal_differs { size };
    result_first { origin, size };
    result_again { origin, size };
    result_grown { origin, size, before };
    result_older_spelling { key };
    result_drafts { drafts, place };
    result_kit { size };
    result_written { file, bytes };
    result_written_at { file, size };
    said_next { command };
    said_members_sign { command };
    said_others_sign { submit };
    said_fill_in { file, command };
    said_secret_key { file };
    said_too_few_cosigned;
    said_published_from { until };
    said_not_restored { place };
    said_interrupted;
    said_strangers_can_ask;
    serving_cosigned { origin, size };
    serving_refused { origin, size, refusal, kept };
    serving_failed { error };
    serving_ended;
    result_not_published { why } + remedy;
}

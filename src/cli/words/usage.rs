//! Arguments that do not fit together, or that name nothing that is there.

messages! {
    usage_code_unknown { code } + remedy;
    usage_server_recomputes + remedy;
    usage_server_writes + remedy;
    usage_no_address { address } + remedy;
    usage_only_server_listens + remedy;
    usage_log_key_needed + remedy;
    usage_no_attachments { kind } + remedy;
    usage_no_kind { kind, kinds } + remedy;
    usage_election_folder + remedy;
    usage_founding_from_folder + remedy;
    usage_founding_names_key + remedy;
    usage_event_is_a_hash + remedy;
    usage_founding_needs_key + remedy;
    usage_ledger_exists { ledger } + remedy;
    usage_rehearsal_exists { ledger } + remedy;
    usage_no_size_no_time { text } + remedy;
    usage_attachments_of_ledger + remedy;
    usage_evidence_of_log + remedy;
    usage_proof_in_answer + remedy;
    usage_proof_of_unit + remedy;
    usage_no_fingerprint { text } + remedy;
    usage_no_event_named + remedy;
    usage_no_published_event { event } + remedy;
    usage_cosignature_by_policy + remedy;
    usage_no_enrolling_table { table } + remedy;
    usage_no_code { code, codes } + remedy;
    usage_nothing_to_print + remedy;
    usage_no_election + remedy;
    usage_only_schema_named + remedy;
    usage_no_schema { schema, schemas } + remedy;
    usage_no_table { format } + remedy;
    usage_no_licence { format } + remedy;
    usage_not_in_this_build { format, feature } + remedy;
    usage_one_receipt + remedy;
    usage_folder_signed_in_place + remedy;
    usage_joined_unknown + remedy;
    usage_not_listening { address, error } + remedy;
    usage_folder_not_read + remedy;
    usage_too_many_units { units, max } + remedy;
    usage_no_units + remedy;
    usage_no_room + remedy;
    usage_synthetic_origin + remedy;
}

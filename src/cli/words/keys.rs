//! Keys and passphrases.

messages! {
    key_ask_passphrase { file };
    key_ask_new_passphrase;
    key_ask_again;
    key_passphrases_differ + remedy;
    key_passphrase_not_read { error } + remedy;
    key_passphrase_needed + remedy;
    key_passphrase_encoding { file } + remedy;
    key_passphrase_file_empty { file } + remedy;
    key_passphrase_invisible { code } + remedy;
    key_passphrase_weak;
    key_wrong_passphrase { file } + remedy;
    key_not_pem { file } + remedy;
    key_not_pkcs8 { file, label } + remedy;
    key_not_ed25519 { file, algorithm } + remedy;
    key_halves_differ { file } + remedy;
    key_encryption_unsupported { file, algorithm } + remedy;
    key_cost_too_high { file, algorithm } + remedy;
    key_no_empty_passphrase + remedy;
    key_no_randomness { error } + remedy;
    key_answer_at_terminal + remedy;
    key_type_yes + remedy;
}

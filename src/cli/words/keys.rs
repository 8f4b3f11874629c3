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
    key_no_empty_passphrase + remedy;
    key_no_randomness { error } + remedy;
    key_answer_at_terminal + remedy;
    key_type_yes + remedy;
}

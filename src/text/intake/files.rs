//! Files that are not in their format.

use crate::intake::mistake::FileMistake;
use crate::text::{Lang, Said};

messages! {
    file_missing + remedy;
    file_not_utf8 + remedy;
    file_byte_order_mark + remedy;
    file_carriage_return + remedy;
    file_not_toml { why } + remedy;
    file_not_csv { why } + remedy;
    file_empty { columns } + remedy;
    file_empty_line + remedy;
    file_quote_inside + remedy;
    file_quote_open + remedy;
    file_column_twice + remedy;
    file_column_unknown + remedy;
    file_column_missing + remedy;
    file_candidate_unknown + remedy;
    file_candidate_twice + remedy;
}

pub fn mistake(lang: Lang, mistake: &FileMistake) -> Said {
    match mistake {
        FileMistake::Missing => advise!(lang, file_missing),
        FileMistake::NotUtf8 => advise!(lang, file_not_utf8),
        FileMistake::ByteOrderMark => advise!(lang, file_byte_order_mark),
        FileMistake::CarriageReturn => advise!(lang, file_carriage_return),
        FileMistake::NotToml(why) => advise!(lang, file_not_toml { why: why.as_str() }),
        FileMistake::NotCsv(why) => advise!(lang, file_not_csv { why: why.as_str() }),
        FileMistake::Empty(columns) => advise!(lang, file_empty { columns: columns.join(",") }),
        FileMistake::EmptyLine => advise!(lang, file_empty_line),
        FileMistake::QuoteInside => advise!(lang, file_quote_inside),
        FileMistake::QuoteOpen => advise!(lang, file_quote_open),
        FileMistake::ColumnTwice => advise!(lang, file_column_twice),
        FileMistake::ColumnUnknown => advise!(lang, file_column_unknown),
        FileMistake::ColumnMissing => advise!(lang, file_column_missing),
        FileMistake::CandidateUnknown => advise!(lang, file_candidate_unknown),
        FileMistake::CandidateTwice => advise!(lang, file_candidate_twice),
    }
}

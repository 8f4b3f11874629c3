//! Files that are not in their format.

use super::{alike, toml};
use crate::intake::mistake::FileMistake;
use crate::text::{Lang, Said, parts};

messages! {
    format_missing + remedy;
    format_not_utf8 + remedy;
    format_byte_order_mark + remedy;
    format_carriage_return + remedy;
    format_not_toml { why } + remedy;
    format_not_csv { why } + remedy;
    format_empty { columns } + remedy;
    format_empty_line + remedy;
    format_quote_inside + remedy;
    format_quote_open + remedy;
    format_column_twice + remedy;
    format_column_unknown + remedy;
    format_column_unnamed { place } + remedy;
    format_separators_mixed + remedy;
    format_column_missing + remedy;
    format_candidate_unknown + remedy;
    format_candidate_twice + remedy;
}

pub fn mistake(lang: Lang, mistake: &FileMistake) -> Said {
    match mistake {
        FileMistake::Missing => advise!(lang, format_missing),
        FileMistake::NotUtf8 => advise!(lang, format_not_utf8),
        FileMistake::ByteOrderMark => advise!(lang, format_byte_order_mark),
        FileMistake::CarriageReturn => advise!(lang, format_carriage_return),
        FileMistake::NotToml(why) => advise!(lang, format_not_toml { why: toml::flaw(lang, why) }),
        FileMistake::NotCsv(why) => advise!(lang, format_not_csv { why: parts::library_says(lang, why) }),
        FileMistake::Empty(columns) => advise!(lang, format_empty { columns: columns.join(",") }),
        FileMistake::EmptyLine => advise!(lang, format_empty_line),
        FileMistake::QuoteInside => advise!(lang, format_quote_inside),
        FileMistake::QuoteOpen => advise!(lang, format_quote_open),
        FileMistake::ColumnTwice => advise!(lang, format_column_twice),
        FileMistake::ColumnUnknown(column) => alike::telling_one(lang, advise!(lang, format_column_unknown), column),
        FileMistake::ColumnUnnamed(place) => advise!(lang, format_column_unnamed { place: *place }),
        FileMistake::SeparatorsMixed => advise!(lang, format_separators_mixed),
        FileMistake::ColumnMissing => advise!(lang, format_column_missing),
        FileMistake::CandidateUnknown => advise!(lang, format_candidate_unknown),
        FileMistake::CandidateTwice => advise!(lang, format_candidate_twice),
    }
}

//! Lines of comma-separated cells, as in RFC 4180 but for the line end, which is `\n` as in an election folder.

use csv::{Terminator, WriterBuilder};

/// The beginning of every column that is not the paper's: no item of a form can have such a key.
macro_rules! ours {
    ($($name:literal),*) => { [$(concat!("ledger:", $name)),*] };
}
pub(super) use ours;

/// Writes one line of CSV, quoted as RFC 4180 has it, with its newline.
pub(super) fn line<I: IntoIterator<Item: AsRef<[u8]>>>(cells: I) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(Vec::new());
    writer.write_record(cells).expect("memory takes everything");
    let bytes = writer.into_inner().expect("memory takes everything");
    String::from_utf8(bytes).expect("cells are text")
}

/// A figure, or nothing: what is not on the paper is not zero.
pub(super) fn cell(figure: Option<impl ToString>) -> String {
    figure.map_or_else(String::new, |figure| figure.to_string())
}

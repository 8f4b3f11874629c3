//! A part of the tree over rows as lines: how it is read, and how it is written.

use std::fmt;
use std::iter::Peekable;

use crate::crypto::base64;
use crate::ledger::rows::key::KEY_BYTES_MAX;
use crate::ledger::rows::node::{RowHash, no_rows};
use crate::ledger::rows::shown::Shown;

/// A bit beyond every key's: a tree is no deeper, however hostile its text is.
const BITS_MAX: u32 = 8 * (KEY_BYTES_MAX as u32 + 1);

/// Lines, each with its number.
pub(in crate::ledger::files) type Lines<'t> =
    Peekable<std::iter::Zip<std::str::Split<'t, char>, std::ops::RangeFrom<usize>>>;

/// Reads a part of a tree, which is written the same again; its first line has this number in the file.
///
/// # Errors
/// The number of the first line that is none.
pub(in crate::ledger::files) fn read(text: &str, first: usize) -> Result<Shown, usize> {
    let mut lines: Lines<'_> = text.split('\n').zip(first..).peekable();
    let rows = shown(&mut lines, None)?;
    match lines.next() {
        Some((_, number)) => Err(number),
        None => Ok(rows),
    }
}

fn shown(lines: &mut Lines<'_>, above: Option<u32>) -> Result<Shown, usize> {
    let (line, number) = lines.next().ok_or(0_usize)?;
    if let Some(bit) = line.strip_prefix("node ") {
        let bit = decimal(bit).filter(|bit| above.is_none_or(|above| above < *bit) && *bit < BITS_MAX);
        let bit = bit.ok_or(number)?;
        let sides = [shown(lines, Some(bit))?, shown(lines, Some(bit))?];
        return Ok(Shown::Fork { bit, sides: Box::new(sides) });
    }
    if let Some(hash) = line.strip_prefix("hash ") {
        let hash = RowHash(base64::decode_hash(hash).map_err(|_| number)?);
        return Ok(if above.is_none() && hash == no_rows() { Shown::Nothing } else { Shown::Hidden(hash) });
    }
    let key = line.strip_prefix("= ").and_then(|key| key.parse().ok()).ok_or(number)?;
    let mut value = String::new();
    while let Some((line, number)) = lines.next_if(|(line, _)| line.starts_with("  ")) {
        let is_line = line.len() > 2 && line.bytes().all(|byte| (0x20..0x7f).contains(&byte));
        if !is_line {
            return Err(number);
        }
        value.push_str(&line[2..]);
        value.push('\n');
    }
    if value.is_empty() { Err(number) } else { Ok(Shown::Row { key, value }) }
}

/// A number in its one spelling.
fn decimal(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number: &u32| number.to_string() == text)
}

/// Writes a part of a tree.
///
/// # Errors
/// Those of the text that is written to.
pub(in crate::ledger::files) fn write(part: &Shown, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match part {
        Shown::Nothing => writeln!(f, "hash {}", base64::encode(&no_rows().0)),
        Shown::Hidden(hash) => writeln!(f, "hash {}", base64::encode(&hash.0)),
        Shown::Row { key, value } => {
            writeln!(f, "= {key}")?;
            value.lines().try_for_each(|line| writeln!(f, "  {line}"))
        }
        Shown::Fork { bit, sides } => {
            writeln!(f, "node {bit}")?;
            sides.iter().try_for_each(|side| write(side, f))
        }
    }
}

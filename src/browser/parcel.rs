//! Files in one piece, as they cross the boundary to a page and back.
//!
//! ```text
//! name length   u32, little endian      for each file, one after the other
//! name          UTF-8
//! length        u32, little endian      or 2³² - 1: there is no such file
//! bytes
//! ```

/// What stands in the place of a length where there is no such file.
const NO_FILE: u32 = u32::MAX;

/// A file, or a name that nothing has.
pub type Item<'a> = (&'a str, Option<&'a [u8]>);

/// Bytes that are no parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the lengths do not account for every byte")]
pub struct NotAParcel;

/// What is in a parcel, in its order.
///
/// # Errors
/// [`NotAParcel`].
pub fn read(mut bytes: &[u8]) -> Result<Vec<Item<'_>>, NotAParcel> {
    let mut items = Vec::new();
    while !bytes.is_empty() {
        let name = take(&mut bytes)?.and_then(|name| std::str::from_utf8(name).ok()).ok_or(NotAParcel)?;
        items.push((name, take(&mut bytes)?));
    }
    Ok(items)
}

/// The bytes of a parcel.
pub fn write<'a>(items: impl IntoIterator<Item = Item<'a>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (name, file) in items {
        put(&mut bytes, Some(name.as_bytes()));
        put(&mut bytes, file);
    }
    bytes
}

fn take<'a>(bytes: &mut &'a [u8]) -> Result<Option<&'a [u8]>, NotAParcel> {
    let (length, rest) = bytes.split_first_chunk::<4>().ok_or(NotAParcel)?;
    let length = u32::from_le_bytes(*length);
    if length == NO_FILE {
        *bytes = rest;
        return Ok(None);
    }
    let (taken, rest) = rest.split_at_checked(usize::try_from(length).map_err(|_| NotAParcel)?).ok_or(NotAParcel)?;
    *bytes = rest;
    Ok(Some(taken))
}

fn put(bytes: &mut Vec<u8>, file: Option<&[u8]>) {
    let length = file.map_or(NO_FILE, |file| u32::try_from(file.len()).expect("a page has less memory than that"));
    bytes.extend(length.to_le_bytes());
    bytes.extend(file.unwrap_or_default());
}

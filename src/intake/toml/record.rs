//! Values of several fields: each field is listed once, and that list both writes a draft and reads it.

use super::fields::{Fields, Scalar};
use super::page::Page;
use crate::intake::draft::context::DraftContext;
use crate::intake::error::{InputError, keep};

/// A value of several fields.
pub(in crate::intake) trait Record: Sized {
    /// Its fields, by name.
    const FIELDS: &[&str];

    /// Writes every field; blank where there is no value yet.
    fn write(record: Option<&Self>, page: &mut Page, context: &DraftContext);

    /// Reads every field, and tells every mistake.
    fn read(fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>>;
}

/// A field of a record, under its key. Scalars take a line; records take a table, or stand among the other lines.
pub(in crate::intake) trait Entry: Sized {
    /// Writes it; blank where there is no value yet.
    fn write(entry: Option<&Self>, key: &'static str, hint: &str, page: &mut Page, context: &DraftContext);

    /// Reads it.
    fn read(key: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>>;
}

/// Lists the fields of a record, each with a hint for who fills it in.
macro_rules! record {
    ($($name:ident { $($field:ident $hint:literal,)* })*) => { $(
        impl Record for $name {
            const FIELDS: &[&str] = &[$(stringify!($field)),*];

            fn write(record: Option<&Self>, page: &mut Page, context: &DraftContext) {
                $(Entry::write(record.map(|record| &record.$field), stringify!($field), $hint, page, context);)*
            }

            fn read(fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
                let mut errors = Vec::new();
                $(let $field = keep(&mut errors, Entry::read(stringify!($field), fields, context));)*
                match ($($field,)*) {
                    ($(Some($field),)*) => Ok(Self { $($field),* }),
                    _ => Err(errors),
                }
            }
        }
    )* };
}

/// Makes records a table of their own where they are a field.
macro_rules! in_tables {
    ($($name:ident)*) => { $(
        impl Entry for $name {
            fn write(
                entry: Option<&Self>, key: &'static str, _: &str, page: &mut Page, context: &DraftContext,
            ) {
                page.table(key, |page| Record::write(entry, page, context));
            }

            fn read(key: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
                let table = fields.required(key).and_then(|given| given.table()).map_err(|e| vec![e])?;
                whole(table, context)
            }
        }
    )* };
}

/// Lets records stand among the other lines where they are a field.
macro_rules! in_line {
    ($($name:ident)*) => { $(
        impl Entry for $name {
            fn write(entry: Option<&Self>, _: &'static str, _: &str, page: &mut Page, context: &DraftContext) {
                Record::write(entry, page, context);
            }

            fn read(_: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
                Record::read(fields, context)
            }
        }
    )* };
}

/// Lets lists of records be a field: `[[key]]`.
macro_rules! in_lists {
    ($($name:ident)*) => { $(
        impl Entry for Vec<$name> {
            fn write(
                entry: Option<&Self>, key: &'static str, _: &str, page: &mut Page, context: &DraftContext,
            ) {
                write_list(entry, key, page, context);
            }

            fn read(key: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
                read_list(key, fields, context)
            }
        }
    )* };
}

pub(in crate::intake) use {in_line, in_lists, in_tables, record};

/// A record that has a table to itself: keys that it does not have are refused.
pub(in crate::intake) fn whole<R: Record>(mut table: Fields, context: &DraftContext) -> Result<R, Vec<InputError>> {
    let record = R::read(&mut table, context);
    let unknown = table.unknown();
    match record {
        Ok(record) if unknown.is_empty() => Ok(record),
        Ok(_) => Err(unknown),
        Err(mut errors) => {
            errors.extend(unknown);
            Err(errors)
        }
    }
}

impl<T: Scalar> Entry for T {
    fn write(entry: Option<&Self>, key: &'static str, hint: &str, page: &mut Page, _: &DraftContext) {
        page.value(key, entry.map(T::write), T::BLANK, hint);
    }

    fn read(key: &'static str, fields: &mut Fields, _: &DraftContext) -> Result<Self, Vec<InputError>> {
        fields.one(key).map_err(|e| vec![e])
    }
}

/// An empty text stands for a value that is not there.
impl<T: Scalar> Entry for Option<T> {
    fn write(entry: Option<&Self>, key: &'static str, hint: &str, page: &mut Page, _: &DraftContext) {
        page.value(key, entry.and_then(Option::as_ref).map(T::write), "\"\"", hint);
    }

    fn read(key: &'static str, fields: &mut Fields, _: &DraftContext) -> Result<Self, Vec<InputError>> {
        fields.maybe(key).map_err(|e| vec![e])
    }
}

/// Writes a list of tables; an empty one leaves a sample to copy.
pub(in crate::intake) fn write_list<R: Record>(
    list: Option<&Vec<R>>,
    key: &str,
    page: &mut Page,
    context: &DraftContext,
) {
    let records = list.map_or(&[][..], Vec::as_slice);
    for record in records {
        page.entry(key, |page| R::write(Some(record), page, context));
    }
    if records.is_empty() {
        page.sample(key, ("[[", "]]"), |page| R::write(None, page, context));
    }
}

/// Reads a list of tables, which may be empty.
pub(in crate::intake) fn read_list<R: Record>(
    key: &'static str,
    fields: &mut Fields,
    context: &DraftContext,
) -> Result<Vec<R>, Vec<InputError>> {
    let (mut errors, mut records) = (Vec::new(), Vec::new());
    for table in fields.tables(key).map_err(|e| vec![e])? {
        records.extend(keep(&mut errors, whole(table, context)));
    }
    if errors.is_empty() { Ok(records) } else { Err(errors) }
}

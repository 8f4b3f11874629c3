//! Values of several fields: each field is listed once, and that list both writes a draft and reads it.

use super::fields::{Fields, Scalar};
use super::writer::TomlWriter;
use crate::intake::draft::context::DraftContext;
use crate::intake::draft::hint::Hint;
use crate::intake::error::{InputError, keep};

/// A value of several fields.
pub(in crate::intake) trait Record: Sized {
    /// Its fields, by name.
    const FIELDS: &[&str];

    /// Writes every field; blank where there is no value yet.
    fn write(record: Option<&Self>, writer: &mut TomlWriter, context: &DraftContext);

    /// Reads every field, and tells every mistake.
    fn read(fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>>;
}

/// A field of a record, under its key. Scalars take a line; records take a table, or stand among the other lines.
pub(in crate::intake) trait Field: Sized {
    /// Writes it; blank where there is no value yet.
    fn write(
        field: Option<&Self>,
        key: &'static str,
        hint: Option<Hint>,
        writer: &mut TomlWriter,
        context: &DraftContext,
    );

    /// Reads it from the fields that are left.
    fn read(key: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>>;
}

/// Lists the fields of a record, each with a hint for who fills it in.
macro_rules! record {
    ($($name:ident { $($field:ident $hint:tt,)* })*) => { $(
        impl Record for $name {
            const FIELDS: &[&str] = &[$(stringify!($field)),*];

            fn write(record: Option<&Self>, writer: &mut TomlWriter, context: &DraftContext) {
                $(Field::write(record.map(|record| &record.$field), stringify!($field), hinted!($hint), writer, context);)*
            }

            fn read(fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
                let mut errors = Vec::new();
                $(let $field = keep(&mut errors, Field::read(stringify!($field), fields, context));)*
                match ($($field,)*) {
                    ($(Some($field),)*) => Ok(Self { $($field),* }),
                    _ => Err(errors),
                }
            }
        }
    )* };
}

/// What stands beside a field; `_` where nothing does.
macro_rules! hinted {
    (_) => {
        None
    };
    ($hint:ident) => {
        Some($crate::intake::draft::hint::Hint::$hint)
    };
}

/// Makes records a table of their own where they are a field.
macro_rules! in_tables {
    ($($name:ident)*) => { $(
        impl Field for $name {
            fn write(
                field: Option<&Self>, key: &'static str, _: Option<Hint>, writer: &mut TomlWriter, context: &DraftContext,
            ) {
                writer.table(key, |writer| Record::write(field, writer, context));
            }

            fn read(key: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
                let table = fields.required(key).and_then(|value| value.table()).map_err(|e| vec![e])?;
                read_table(table, context)
            }
        }
    )* };
}

/// Lets records stand among the other lines where they are a field.
macro_rules! in_line {
    ($($name:ident)*) => { $(
        impl Field for $name {
            fn write(field: Option<&Self>, _: &'static str, _: Option<Hint>, writer: &mut TomlWriter, context: &DraftContext) {
                Record::write(field, writer, context);
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
        impl Field for Vec<$name> {
            fn write(
                field: Option<&Self>, key: &'static str, _: Option<Hint>, writer: &mut TomlWriter, context: &DraftContext,
            ) {
                write_list(field, key, writer, context);
            }

            fn read(key: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
                read_list(key, fields, context)
            }
        }
    )* };
}

pub(in crate::intake) use {hinted, in_line, in_lists, in_tables, record};

/// A record that has a table to itself: keys that it does not have are refused.
pub(in crate::intake) fn read_table<R: Record>(
    mut table: Fields,
    context: &DraftContext,
) -> Result<R, Vec<InputError>> {
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

impl<T: Scalar> Field for T {
    fn write(
        field: Option<&Self>,
        key: &'static str,
        hint: Option<Hint>,
        writer: &mut TomlWriter,
        context: &DraftContext,
    ) {
        writer.value(key, field.map(T::write), T::BLANK, context.hint(hint));
    }

    fn read(key: &'static str, fields: &mut Fields, _: &DraftContext) -> Result<Self, Vec<InputError>> {
        fields.one(key).map_err(|e| vec![e])
    }
}

/// An empty text stands for a value that is not there.
impl<T: Scalar> Field for Option<T> {
    fn write(
        field: Option<&Self>,
        key: &'static str,
        hint: Option<Hint>,
        writer: &mut TomlWriter,
        context: &DraftContext,
    ) {
        writer.value(key, field.and_then(Option::as_ref).map(T::write), "\"\"", context.hint(hint));
    }

    fn read(key: &'static str, fields: &mut Fields, _: &DraftContext) -> Result<Self, Vec<InputError>> {
        fields.maybe(key).map_err(|e| vec![e])
    }
}

/// Writes a list of tables; an empty one leaves a sample to copy.
pub(in crate::intake) fn write_list<R: Record>(
    list: Option<&Vec<R>>,
    key: &str,
    writer: &mut TomlWriter,
    context: &DraftContext,
) {
    let records = list.map_or(&[][..], Vec::as_slice);
    for record in records {
        writer.entry(key, |writer| R::write(Some(record), writer, context));
    }
    if records.is_empty() {
        writer.sample(key, ("[[", "]]"), |writer| R::write(None, writer, context));
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
        records.extend(keep(&mut errors, read_table(table, context)));
    }
    if errors.is_empty() { Ok(records) } else { Err(errors) }
}

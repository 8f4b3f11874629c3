//! Tables of a manifest: each key is listed once, in the order of the file, and that list both reads and writes it.

use super::fields::{Fields, Scalar};
use super::writer::TomlWriter;
use crate::intake::error::{InputError, alone, keep};

/// A table of a manifest.
pub(in crate::intake) trait Table: Sized {
    /// The key under which it says what it is called.
    const NAME: &str;

    /// Reads every key, and tells every mistake. Keys that are not listed are left.
    fn read(table: &mut Fields) -> Result<Self, Vec<InputError>>;

    /// Writes every key that has something to say.
    fn write(&self, writer: &mut TomlWriter);
}

/// How a key is read and written.
pub(in crate::intake) trait Way<T> {
    /// Takes the value of a key from a table, and tells mistakes with their lines.
    fn read(table: &mut Fields, key: &'static str) -> Result<T, Vec<InputError>>;

    /// Writes it, with a hint for whoever reads the file.
    fn write(value: &T, writer: &mut TomlWriter, key: &str, hint: &str);
}

/// Lists the keys of tables, each with its way and a hint; the first is the table's name. A key that is not called as
/// its field is given besides.
macro_rules! tables {
    ($($table:ident { $first:ident: $first_way:ident $first_hint:literal,
        $($field:ident $(($key:expr))?: $way:ident $hint:literal,)* })*) => { $(
        impl Table for $table {
            const NAME: &str = stringify!($first);

            fn read(table: &mut Fields) -> Result<Self, Vec<InputError>> {
                let mut errors = Vec::new();
                let $first = keep(&mut errors, $first_way::read(table, Self::NAME));
                $(let $field = keep(&mut errors, $way::read(table, tables!(@key $field $($key)?)));)*
                match ($first, $($field),*) {
                    (Some($first), $(Some($field)),*) => Ok(Self { $first, $($field),* }),
                    _ => Err(errors),
                }
            }

            fn write(&self, writer: &mut TomlWriter) {
                $first_way::write(&self.$first, writer, Self::NAME, $first_hint);
                $($way::write(&self.$field, writer, tables!(@key $field $($key)?), $hint);)*
            }
        }
    )* };
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:expr) => { $key };
}

pub(in crate::intake) use tables;

/// Reads a table to its end: a key that is not listed is refused.
pub(in crate::intake) fn read_table<T: Table>(mut table: Fields) -> Result<T, Vec<InputError>> {
    let mut errors = Vec::new();
    let read = keep(&mut errors, T::read(&mut table));
    errors.extend(table.unknown());
    read.filter(|_| errors.is_empty()).ok_or(errors)
}

/// A value that must stand there.
pub(in crate::intake) struct One;

/// A value that may be left out.
pub(in crate::intake) struct Maybe;

/// A value that may be left out, and is written as empty then.
pub(in crate::intake) struct OrBlank;

/// A value that is what it is by default where it is left out, and is written all the same.
pub(in crate::intake) struct OrDefault;

/// Whether something holds; left out where it does not.
pub(in crate::intake) struct IfSo;

/// A value that the table above gives where this one does not.
pub(in crate::intake) struct Inherited;

/// A table that may be left out.
pub(in crate::intake) struct InTable;

/// A table that is left out where it says no more than the default.
pub(in crate::intake) struct InTableOrDefault;

/// A list of tables.
pub(in crate::intake) struct InTables;

impl<T: Scalar> Way<T> for One {
    fn read(table: &mut Fields, key: &'static str) -> Result<T, Vec<InputError>> {
        table.one(key).map_err(alone)
    }

    fn write(value: &T, writer: &mut TomlWriter, key: &str, hint: &str) {
        writer.value(key, Some(value.write()), "", hint);
    }
}

impl<T: Scalar> Way<Option<T>> for Maybe {
    fn read(table: &mut Fields, key: &'static str) -> Result<Option<T>, Vec<InputError>> {
        table.maybe(key).map_err(alone)
    }

    fn write(value: &Option<T>, writer: &mut TomlWriter, key: &str, hint: &str) {
        value.iter().for_each(|value| One::write(value, writer, key, hint));
    }
}

impl<T: Scalar> Way<Option<T>> for OrBlank {
    fn read(table: &mut Fields, key: &'static str) -> Result<Option<T>, Vec<InputError>> {
        table.maybe(key).map_err(alone)
    }

    fn write(value: &Option<T>, writer: &mut TomlWriter, key: &str, hint: &str) {
        writer.value(key, value.as_ref().map(T::write), "\"\"", hint);
    }
}

impl<T: Scalar + Default> Way<T> for OrDefault {
    fn read(table: &mut Fields, key: &'static str) -> Result<T, Vec<InputError>> {
        Ok(table.maybe(key).map_err(alone)?.unwrap_or_default())
    }

    fn write(value: &T, writer: &mut TomlWriter, key: &str, hint: &str) {
        One::write(value, writer, key, hint);
    }
}

impl Way<bool> for IfSo {
    fn read(table: &mut Fields, key: &'static str) -> Result<bool, Vec<InputError>> {
        OrDefault::read(table, key)
    }

    fn write(value: &bool, writer: &mut TomlWriter, key: &str, hint: &str) {
        if *value {
            One::write(value, writer, key, hint);
        }
    }
}

impl<T: Scalar> Way<T> for Inherited {
    fn read(table: &mut Fields, key: &'static str) -> Result<T, Vec<InputError>> {
        table.inherited(key).map_err(alone)
    }

    fn write(value: &T, writer: &mut TomlWriter, key: &str, hint: &str) {
        One::write(value, writer, key, hint);
    }
}

impl<T: Table> Way<Option<T>> for InTable {
    fn read(table: &mut Fields, key: &'static str) -> Result<Option<T>, Vec<InputError>> {
        table.take(key).map(|value| read_table(value.table().map_err(alone)?)).transpose()
    }

    fn write(value: &Option<T>, writer: &mut TomlWriter, key: &str, _: &str) {
        value.iter().for_each(|value| writer.table(key, |writer| value.write(writer)));
    }
}

impl<T: Table + Default + PartialEq> Way<T> for InTableOrDefault {
    fn read(table: &mut Fields, key: &'static str) -> Result<T, Vec<InputError>> {
        Ok(InTable::read(table, key)?.unwrap_or_default())
    }

    fn write(value: &T, writer: &mut TomlWriter, key: &str, _: &str) {
        if *value != T::default() {
            writer.table(key, |writer| value.write(writer));
        }
    }
}

impl<T: Table> Way<Vec<T>> for InTables {
    fn read(table: &mut Fields, key: &'static str) -> Result<Vec<T>, Vec<InputError>> {
        let (mut list, mut errors) = (Vec::new(), Vec::new());
        for below in table.tables(key).map_err(alone)? {
            let name = below.peek(T::NAME).and_then(|value| value.text().ok());
            name.into_iter().for_each(|name| table.remember(format!("{key} {name}"), below.line()));
            list.extend(keep(&mut errors, read_table(below)));
        }
        if errors.is_empty() { Ok(list) } else { Err(errors) }
    }

    fn write(value: &Vec<T>, writer: &mut TomlWriter, key: &str, _: &str) {
        value.iter().for_each(|value| writer.entry(key, |writer| value.write(writer)));
    }
}

//! The file, made in memory a group of rows after the other. Its columns are plain: optional values, no nesting, and no
//! compression but that a text which comes again is written once.

use std::sync::Arc;

use parquet::basic::{LogicalType, Repetition, TimeUnit, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};

use crate::export::cells::Cell;
use crate::export::format::NotMade;
use crate::export::long;
use crate::export::snapshot::Snapshot;
use crate::export::table::{Holds, TableColumn};

/// So many rows are held at a time, and make a group.
const GROUP_ROWS: usize = 65_536;

/// Whether an optional value is there, as this format counts it.
const THERE: i16 = 1;
const ABSENT: i16 = 0;

impl From<ParquetError> for NotMade {
    fn from(error: ParquetError) -> Self {
        Self(error.to_string())
    }
}

/// The bytes of the file; the same snapshot gives the same.
///
/// # Errors
/// [`NotMade`]: what the library says.
pub fn file(snapshot: Snapshot<'_>) -> Result<Vec<u8>, NotMade> {
    let mut table = long::table(snapshot);
    let mut writer = SerializedFileWriter::new(Vec::new(), schema(&table.columns)?, Arc::new(properties(&snapshot)))?;
    loop {
        let rows: Vec<_> = table.rows.by_ref().take(GROUP_ROWS).collect();
        if rows.is_empty() {
            return Ok(writer.into_inner()?);
        }
        let mut group = writer.next_row_group()?;
        for (at, column) in table.columns.iter().enumerate() {
            let mut place = group.next_column()?.ok_or_else(|| NotMade(column.name.clone()))?;
            put(&mut place, column, rows.iter().map(|row| &row[at]))?;
            place.close()?;
        }
        group.close()?;
    }
}

/// The state of the ledger that all of it came from stands beside the columns.
fn properties(snapshot: &Snapshot<'_>) -> WriterProperties {
    let told = snapshot.metadata().into_iter().map(|(name, value)| KeyValue::new(format!("ledger:{name}"), value));
    WriterProperties::builder().set_key_value_metadata(Some(told.collect())).build()
}

fn schema(columns: &[TableColumn]) -> Result<TypePtr, NotMade> {
    let fields: Result<Vec<_>, _> = columns.iter().map(|column| field(column).map(Arc::new)).collect();
    Ok(Arc::new(Type::group_type_builder("results").with_fields(fields?).build()?))
}

fn field(column: &TableColumn) -> Result<Type, ParquetError> {
    let (physical, logical) = match column.holds {
        Holds::Text | Holds::Day => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Holds::Number => (Physical::INT64, None),
        Holds::Time => (Physical::INT64, Some(LogicalType::timestamp(true, TimeUnit::MILLIS))),
    };
    let field = Type::primitive_type_builder(&column.name, physical);
    field.with_logical_type(logical).with_repetition(Repetition::OPTIONAL).build()
}

/// Writes one column of a group.
fn put<'a>(
    place: &mut SerializedColumnWriter<'_>,
    column: &TableColumn,
    cells: impl Iterator<Item = &'a Cell> + Clone,
) -> Result<(), NotMade> {
    let there: Vec<_> = cells.clone().map(|cell| if matches!(cell, Cell::Nothing) { ABSENT } else { THERE }).collect();
    if matches!(column.holds, Holds::Text | Holds::Day) {
        let texts: Vec<_> = cells.filter_map(text_of).collect();
        place.typed::<ByteArrayType>().write_batch(&texts, Some(&there), None)?;
    } else {
        let numbers: Result<Vec<_>, _> = cells.filter_map(number_of).map(i64::try_from).collect();
        let numbers = numbers.map_err(|error| NotMade(format!("{}: {error}", column.name)))?;
        place.typed::<Int64Type>().write_batch(&numbers, Some(&there), None)?;
    }
    Ok(())
}

fn text_of(cell: &Cell) -> Option<ByteArray> {
    if let Cell::Text(text) = cell { Some(text.as_str().into()) } else { None }
}

fn number_of(cell: &Cell) -> Option<u64> {
    match cell {
        Cell::Number(number) => Some(*number),
        Cell::Time(time) => Some(time.value()),
        Cell::Text(_) | Cell::Nothing => None,
    }
}

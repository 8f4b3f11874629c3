//! Where two statements differ.

use serde_json::Value;

use super::event::Fields;

/// A field that two statements have differently, each value as in JSON.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldDifference {
    /// The field's path: `paper.unit`, `left_out[2]`.
    pub field: String,
    /// What the first has.
    pub first: String,
    /// What the second has.
    pub second: String,
}

/// The first field that differs, in the order of the fields; none where all are the same.
pub fn first_difference(first: Fields<'_>, second: Fields<'_>) -> Option<FieldDifference> {
    let json = |fields: Fields<'_>| serde_json::to_value(fields).unwrap_or_default();
    below(&json(first), &json(second), String::new())
}

fn below(first: &Value, second: &Value, field: String) -> Option<FieldDifference> {
    match (first, second) {
        (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
            let mut pairs = a.iter().zip(b.values());
            let inside = |key: &String| if field.is_empty() { key.clone() } else { format!("{field}.{key}") };
            pairs.find_map(|((key, a), b)| below(a, b, inside(key)))
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).enumerate().find_map(|(at, (a, b))| below(a, b, format!("{field}[{at}]")))
        }
        _ => (first != second).then(|| FieldDifference { field, first: first.to_string(), second: second.to_string() }),
    }
}

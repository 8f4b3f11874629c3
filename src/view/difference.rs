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

/// Every field that differs, in the order of the fields.
pub fn differences(first: Fields<'_>, second: Fields<'_>) -> Vec<FieldDifference> {
    let json = |fields: Fields<'_>| serde_json::to_value(fields).unwrap_or_default();
    let mut found = Vec::new();
    below(&json(first), &json(second), String::new(), &mut found);
    found
}

fn below(first: &Value, second: &Value, field: String, found: &mut Vec<FieldDifference>) {
    match (first, second) {
        (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
            for ((key, a), b) in a.iter().zip(b.values()) {
                let inside = if field.is_empty() { key.clone() } else { format!("{field}.{key}") };
                below(a, b, inside, found);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (at, (a, b)) in a.iter().zip(b).enumerate() {
                below(a, b, format!("{field}[{at}]"), found);
            }
        }
        _ if first == second => {}
        _ => found.push(FieldDifference { field, first: first.to_string(), second: second.to_string() }),
    }
}

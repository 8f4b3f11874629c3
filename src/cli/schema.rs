//! `manual schema`: what a program that reads an answer may rely on, as JSON Schema.

use serde::Serialize;

use super::failure::{Exit, Failure};
use super::output::Output;
use super::words::usage;
use crate::view::schema::{NAMES, all, named};

/// The word that asks for schemas, in the place of a folder.
pub const SCHEMA: &str = "schema";

/// One schema; every schema by its name where none is named.
pub fn run(name: Option<&str>, output: &Output) -> Result<Exit, Failure> {
    let Some(name) = name else { return Ok(tell(&all(), output)) };
    let unknown = || {
        let schemas = NAMES.join(", ");
        Failure::not_found(advise!(output.lang, usage::usage_no_schema { schema: name, schemas }))
    };
    Ok(tell(&named(name).ok_or_else(unknown)?, output))
}

fn tell(schema: &impl Serialize, output: &Output) -> Exit {
    if output.json {
        output.value(schema);
    } else {
        output.block(&serde_json::to_string_pretty(schema).expect("a schema is texts, numbers and lists of them"));
    }
    Exit::Done
}

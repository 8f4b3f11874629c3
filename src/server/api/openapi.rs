//! The description of the service in OpenAPI 3.1, made from the routes that are served and the types that are written.

use axum::http::StatusCode;
use schemars::generate::{Contract, SchemaSettings};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::answering::problems::PROBLEM;
use super::query::Place;
use super::route::{Answer, Describe, Operation, Route};
use crate::view::problem::Problem;

/// Where the schemas of the answers stand in the description.
const SCHEMAS: &str = "/components/schemas";
/// What whoever comes too often is answered, on every route.
const TOO_OFTEN: &str =
    "Too much was asked in a short time, from this address or with this key; Retry-After says when to come again.";
/// What is answered while too much waits to be read, on every route.
const TOO_MUCH: &str = "The service has as much on its way as it may, or it may not write; where it passes, Retry-After says when to come again.";

/// The description of these routes.
pub(super) fn description(routes: &[Route]) -> Value {
    let mut answers = generator(Contract::Serialize);
    let problem = answers.subschema_for::<Problem>();
    let mut paths = Map::new();
    for Route { path, operation, .. } in routes {
        let item = paths.entry(*path).or_insert_with(|| json!({}));
        item[operation.method] = described(path, operation, &mut answers, &problem);
    }
    json!({
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "info": {
            "title": "Protokol",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "A ledger of election results that answers over the network",
            "description": "Reads are public; the only way to change anything is a signed submission. Nothing that is answered has to be \
                            believed: receipts, proofs and the log itself are verified without this service.",
            "license": { "name": "Apache-2.0 OR MIT", "identifier": "Apache-2.0 OR MIT" },
        },
        "servers": [{ "url": "/", "description": "This service" }],
        "paths": paths,
        "components": { "schemas": answers.take_definitions(true) },
    })
}

fn generator(contract: Contract) -> SchemaGenerator {
    let mut settings = SchemaSettings::draft2020_12();
    settings.contract = contract;
    settings.definitions_path = SCHEMAS.into();
    settings.meta_schema = None;
    settings.into_generator()
}

fn described(path: &str, operation: &Operation, answers: &mut SchemaGenerator, problem: &Schema) -> Value {
    let mut responses = Map::new();
    for Answer { status, says, bodies } in &operation.answers {
        let content = content(bodies, answers);
        responses.insert(status.as_str().to_owned(), json!({ "description": says, "content": content }));
    }
    if operation.method == "get" {
        responses.insert("304".to_owned(), json!({ "description": "What the asker holds is still true." }));
    }
    let problems = operation.problems.iter().map(|status| (*status, status.canonical_reason().unwrap_or_default()));
    let always = [(StatusCode::TOO_MANY_REQUESTS, TOO_OFTEN), (StatusCode::SERVICE_UNAVAILABLE, TOO_MUCH)];
    for (status, says) in problems.chain(always) {
        let content = json!({ PROBLEM: { "schema": problem } });
        responses.insert(status.as_str().to_owned(), json!({ "description": says, "content": content }));
    }
    let mut described = json!({
        "operationId": operation.id,
        "summary": operation.says,
        "parameters": parameters(path, operation.query),
    });
    if !operation.takes.is_empty() {
        described["requestBody"] = json!({ "required": true, "content": content(&operation.takes, answers) });
    }
    described["responses"] = responses.into();
    described
}

fn content(bodies: &[(&'static str, Option<Describe>)], generator: &mut SchemaGenerator) -> Value {
    let body = |(media, describe): &(&'static str, Option<Describe>)| {
        let schema = describe.map_or_else(|| json!({}), |describe| json!({ "schema": describe(generator) }));
        ((*media).to_owned(), schema)
    };
    Value::Object(bodies.iter().map(body).collect())
}

/// The parts of the path, and of the query.
fn parameters(path: &str, query: Option<Describe>) -> Vec<Value> {
    let named = path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let of_path = named.map(|name| {
        let schema = match name {
            "size" => Place::json_schema(&mut generator(Contract::Deserialize)).to_value(),
            _ => json!({ "type": "string", "minLength": 1 }),
        };
        json!({ "name": name, "in": "path", "required": true, "schema": schema })
    });
    of_path.chain(query.map(of_query).unwrap_or_default()).collect()
}

fn of_query(describe: Describe) -> Vec<Value> {
    let asked = describe(&mut generator(Contract::Deserialize)).to_value();
    let required: Vec<_> = asked["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let properties = asked["properties"].as_object().cloned().unwrap_or_default();
    let parameter = |(name, mut schema): (String, Value)| {
        let says = schema.as_object_mut().and_then(|schema| schema.remove("description")).unwrap_or_default();
        let required = required.contains(&name.as_str());
        json!({ "name": name, "in": "query", "description": says, "required": required, "schema": without_null(schema) })
    };
    properties.into_iter().map(parameter).collect()
}

/// What is left out of a query is not there: no text means null.
fn without_null(mut schema: Value) -> Value {
    if let Some(any_of) = schema.get("anyOf").and_then(Value::as_array) {
        let others: Vec<_> = any_of.iter().filter(|of| of["type"] != "null").cloned().collect();
        if let [one] = &others[..] {
            return one.clone();
        }
    }
    if let Some(types) = schema.get("type").and_then(Value::as_array) {
        let others: Vec<_> = types.iter().filter(|of| *of != "null").cloned().collect();
        if let [one] = &others[..] {
            schema["type"] = one.clone();
        }
    }
    if let Some(words) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        words.retain(|word| !word.is_null());
    }
    schema
}

//! A route of the service, and what it is for programs that are written against it: one value, so that no route is served
//! that the description does not have.

use std::sync::Arc;

use axum::handler::Handler;
use axum::http::StatusCode;
use axum::routing::{MethodFilter, MethodRouter, get, on, post};
use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::answering::answer::JSON;
use super::answering::crossing::preflight;
use super::service::Service;

/// Makes the schema of a type.
pub(super) type Describe = fn(&mut SchemaGenerator) -> Schema;

/// A route: where it is, who answers, and what it is.
pub(super) struct Route {
    /// Where it is, as axum and OpenAPI write it.
    pub path: &'static str,
    /// Who answers.
    pub methods: MethodRouter<Arc<Service>>,
    /// What it is.
    pub operation: Operation,
}

/// What a route is.
pub(super) struct Operation {
    /// Its method, in lower case.
    pub method: &'static str,
    /// Its name in programs that are made from the description.
    pub id: &'static str,
    /// What it answers, in one sentence.
    pub says: &'static str,
    /// What its query may have.
    pub query: Option<Describe>,
    /// What is sent to it, by media type.
    pub takes: Vec<(&'static str, Option<Describe>)>,
    /// What is answered where it does what was asked.
    pub answers: Vec<Answer>,
    /// What it answers where it does not.
    pub problems: &'static [StatusCode],
}

/// What is answered under a status.
pub(super) struct Answer {
    /// The status.
    pub status: StatusCode,
    /// When it is that.
    pub says: &'static str,
    /// The body by media type; for JSON with its schema.
    pub bodies: Vec<(&'static str, Option<Describe>)>,
}

impl Route {
    /// A route that is read. Every page of every site may ask whether it may.
    pub fn get<H, T>(path: &'static str, id: &'static str, says: &'static str, handler: H) -> Self
    where
        H: Handler<T, Arc<Service>>,
        T: 'static,
    {
        let methods = get(handler).merge(on(MethodFilter::OPTIONS, preflight));
        let found = Answer { status: StatusCode::OK, says: "What was asked for.", bodies: Vec::new() };
        Self { path, methods, operation: Operation::of("get", id, says, vec![found]) }
    }

    /// A route that something is handed in at.
    pub fn post<H, T>(path: &'static str, id: &'static str, says: &'static str, handler: H) -> Self
    where
        H: Handler<T, Arc<Service>>,
        T: 'static,
    {
        Self { path, methods: post(handler), operation: Operation::of("post", id, says, Vec::new()) }
    }

    /// With the query that it reads.
    pub fn asked<Q: JsonSchema>(mut self) -> Self {
        self.operation.query = Some(Q::json_schema);
        self
    }

    /// It takes bodies of a kind.
    pub fn takes(mut self, media: &'static str, describe: Option<Describe>) -> Self {
        self.operation.takes.push((media, describe));
        self
    }

    /// It answers under one more status.
    pub fn answers(mut self, status: StatusCode, says: &'static str) -> Self {
        self.operation.answers.push(Answer { status, says, bodies: Vec::new() });
        self
    }

    /// Each of its answers can be JSON of a type.
    pub fn json<T: JsonSchema>(mut self) -> Self {
        self.operation
            .answers
            .iter_mut()
            .for_each(|answer| answer.bodies.push((JSON, Some(SchemaGenerator::subschema_for::<T>))));
        self
    }

    /// Each of its answers can be bytes of a kind.
    pub fn bytes(mut self, media: &'static str) -> Self {
        self.operation.answers.iter_mut().for_each(|answer| answer.bodies.push((media, None)));
        self
    }

    /// It may answer with these problems.
    pub fn or(mut self, problems: &'static [StatusCode]) -> Self {
        self.operation.problems = problems;
        self
    }
}

impl Operation {
    fn of(method: &'static str, id: &'static str, says: &'static str, answers: Vec<Answer>) -> Self {
        Self { method, id, says, query: None, takes: Vec::new(), answers, problems: &[] }
    }
}

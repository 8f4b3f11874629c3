//! What a query may have. What is not meant is refused rather than passed over: a misspelt name would answer something else.

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::marker::PhantomData;
use std::num::NonZeroU16;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::response::Response;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};

use super::answering::problems::{bad_query, no_path};
use super::asking::asker::lang;
use super::bounds::{PAGE, PAGE_MOST};
use crate::view::word::{Word, Words};

/// The query of a request, in its one meaning.
pub(super) struct Asked<T>(pub T);

/// The parts of a path that a route names.
pub(super) struct Named<T>(pub T);

/// One word of a closed list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chosen<T> {
    word: &'static str,
    of: PhantomData<T>,
}

/// A query that has nothing.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

/// Of which contests and units numbers are asked.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Scoped {
    /// One contest only.
    pub contest: Option<String>,
    /// In this unit instead of where the contest is held.
    pub unit: Option<String>,
    /// In every unit of this tier; a unit that is named counts for more.
    pub tier: Option<String>,
}

/// How many rows at most.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "NonZeroU16")]
pub(super) struct Limit(u16);

/// A count of events, or the place of one.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "u64")]
pub(super) struct Place(pub u64);

/// A point in the history of the log.
#[derive(Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline)]
pub(super) struct At(#[schemars(extend("pattern" = AT))] pub String);

/// A size, or a time as in RFC 3339.
const AT: &str = "^(0|[1-9][0-9]{0,14}|(197[1-9]|19[89][0-9]|20[0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,3})?(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]))$";
/// The largest number that every program which reads JSON holds exactly.
const PLACE_MAX: u64 = (1 << 53) - 1;

impl<T: Words> Chosen<T> {
    /// Whether a value is the chosen one.
    pub fn is(&self, value: T) -> bool {
        value.word() == self.word
    }
}

impl<T> Display for Chosen<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word)
    }
}

impl<'de, T: Words> Deserialize<'de> for Chosen<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (given, words) = (String::deserialize(deserializer)?, T::all());
        let word = words.iter().copied().find(|word| *word == given);
        let unknown = || D::Error::custom(format_args!("{given:?} is none of {}", words.join(", ")));
        Ok(Self { word: word.ok_or_else(unknown)?, of: PhantomData })
    }
}

impl<T: Words> JsonSchema for Chosen<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Word::<T>::json_schema(generator)
    }
}

impl JsonSchema for Limit {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Limit".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 1, "maximum": PAGE_MOST, "default": PAGE })
    }
}

impl JsonSchema for Place {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Place".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 0, "maximum": PLACE_MAX })
    }
}

impl Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<u64> for Place {
    type Error = String;

    fn try_from(place: u64) -> Result<Self, String> {
        if place <= PLACE_MAX { Ok(Self(place)) } else { Err(format!("{place} is more than {PLACE_MAX}")) }
    }
}

impl TryFrom<NonZeroU16> for Limit {
    type Error = String;

    fn try_from(rows: NonZeroU16) -> Result<Self, String> {
        let rows = rows.get();
        if usize::from(rows) <= PAGE_MOST { Ok(Self(rows)) } else { Err(format!("limit: 1 to {PAGE_MOST}")) }
    }
}

impl Limit {
    /// How many rows that is.
    pub fn rows(self) -> usize {
        self.0.into()
    }
}

/// How many rows a page has.
pub(super) fn rows(limit: Option<Limit>) -> usize {
    limit.map_or(PAGE, Limit::rows)
}

impl<S: Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        let asked = axum::extract::Query::try_from_uri(&parts.uri);
        let asked = asked.map_err(|why| bad_query(lang(&parts.headers), &why.body_text()))?;
        Ok(Self(asked.0))
    }
}

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Named<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let named = Path::<T>::from_request_parts(parts, state).await;
        // What cannot be a name of ours names nothing.
        named.map(|Path(named)| Self(named)).map_err(|_| no_path(lang(&parts.headers), parts.uri.path()))
    }
}

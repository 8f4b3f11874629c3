//! What does not add up, or is unusual.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::domain::code::Code;
use crate::domain::finding::Finding;
use crate::server::api::answering::answer::{Keeps, page, read};
use crate::server::api::answering::page::{Link, Page};
use crate::server::api::answering::problems::{gate, unserved};
use crate::server::api::asking::asker::Asker;
use crate::server::api::query::{Asked, Limit, rows};
use crate::server::api::route::Route;
use crate::server::api::service::Service;
use crate::service::error::Error;
use crate::service::serving::live::Live;
use crate::text::{Lang, Unserved};
use crate::view::as_of::AsOf;
use crate::view::finding::Finding as FindingView;

const FINDINGS: &str = "/v1/findings";

pub(super) fn routes() -> Vec<Route> {
    let says = "What does not add up, or is unusual; by contest, ascending by unit. All that is found of one paper is on one page.";
    let problems = &[StatusCode::BAD_REQUEST, StatusCode::FORBIDDEN, StatusCode::NOT_FOUND];
    let all = Route::get(FINDINGS, "findings", says, findings);
    vec![all.asked::<AskedFindings>().json::<AsOf<Vec<FindingView>>>().or(problems)]
}

/// Which findings.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AskedFindings {
    /// Of this contest only.
    contest: Option<String>,
    /// Of this unit's paper only.
    unit: Option<String>,
    /// Under this code only.
    code: Option<String>,
    /// What comes after this paper: its contest and its unit, as in `round-1/01.001`.
    after: Option<String>,
    /// Of how many papers at most.
    limit: Option<Limit>,
}

async fn findings(State(service): State<Arc<Service>>, asker: Asker, Asked(asked): Asked<AskedFindings>) -> Response {
    if let Some(closed) = gate(&service, &asker) {
        return closed;
    }
    // A misspelt code would find nothing, and look like good news.
    if let Some(code) = asked.code.as_deref().filter(|code| !is_known(&service, code)) {
        return unserved(StatusCode::NOT_FOUND, Code::U1, asker.lang, &Unserved::Code(code));
    }
    read(service, asker, Keeps::Now, move |live, lang| list(live, &asked, lang)).await
}

fn is_known(service: &Service, code: &str) -> bool {
    let mut of_form = service.manifest.form.checks.iter();
    code.parse::<Code>().is_ok() || of_form.any(|check| check.code.as_str().eq_ignore_ascii_case(code))
}

fn list(live: &Live, asked: &AskedFindings, lang: Lang) -> Result<Vec<u8>, Error> {
    let query = live.query();
    let contest = asked.contest.as_deref().map(|contest| query.contests(Some(contest))).transpose()?;
    let contest = contest.and_then(|named| Some(&named.first()?.contest.id));
    let unit = asked.unit.as_deref().map(|unit| query.unit(unit)).transpose()?;
    let (code, manifest) = (asked.code.as_deref(), &query.election()?.founding.manifest);
    let is_meant = |found: &Finding| code.is_none_or(|code| found.code.to_string().eq_ignore_ascii_case(code));
    let of_papers = live.findings(contest, unit).into_iter();
    let rest = of_papers.filter(|(paper, _)| asked.after.as_ref().is_none_or(|after| paper > after));
    let meant = rest.map(|(paper, found)| (paper, found.into_iter().filter(is_meant).collect::<Vec<_>>()));
    let told = meant.filter(|(_, found)| !found.is_empty());
    let link = Link::to(FINDINGS).with("contest", contest).with("unit", unit).with("code", code);
    let Page { rows, next } = Page::of(told, rows(asked.limit), link.with("limit", asked.limit));
    let rows = rows.iter().flatten().map(|found| FindingView::of(found, manifest, lang)).collect();
    page(live, Page { rows, next })
}

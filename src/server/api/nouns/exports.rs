//! The ledger's data in forms that others read, each as one file.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::LINK;
use axum::response::Response;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::export::FORMATS;
use crate::export::cells::TableReader;
use crate::export::format::Format;
use crate::server::api::answering::answer::{Keeps, answer_in, as_of_now, kept, point, read, saved};
use crate::server::api::answering::problems::{full, gate, no_path, refused};
use crate::server::api::asking::asker::Asker;
use crate::server::api::query::{Asked, At, Named, Nothing};
use crate::server::api::route::Route;
use crate::server::api::service::Service;
use crate::server::visit::Visit;
use crate::server::workshop::Workshop;
use crate::service::error::Error;
use crate::service::export;
use crate::service::handing_over::{Handed, handed};
use crate::service::query::Point;
use crate::text::Lang;
use crate::view::as_of::AsOf;
use crate::view::export_form::ExportForm;

/// The description of a table.
const CSVW: &str = "application/csvm+json";
const PROBLEMS: &[StatusCode] = &[StatusCode::BAD_REQUEST, StatusCode::FORBIDDEN, StatusCode::NOT_FOUND];

pub(super) fn routes() -> Vec<Route> {
    let says = "The forms in which the data of the ledger leaves.";
    let all = Route::get("/v1/exports", "exports", says, forms);
    let says = "The data of the ledger in one form, as a file; a folder as a tar.";
    let one = Route::get("/v1/exports/{form}", "export", says, file);
    let says = "The description of a table, as CSV on the Web has it.";
    let description = Route::get("/v1/exports/{form}/description", "exportDescription", says, described);
    let made = formats().fold(one.asked::<AskedExport>(), |route, format| route.bytes(format.media));
    vec![
        all.asked::<Nothing>().json::<AsOf<Vec<ExportForm>>>().or(&[StatusCode::BAD_REQUEST]),
        made.or(PROBLEMS),
        description.asked::<AskedExport>().bytes(CSVW).or(PROBLEMS),
    ]
}

/// What this build can make.
fn formats() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(|format| format.lacks().is_none())
}

async fn forms(State(service): State<Arc<Service>>, asker: Asker, _: Asked<Nothing>) -> Response {
    let form = |format: &Format| ExportForm {
        name: format.name.to_owned(),
        about: format.about.to_owned(),
        media: format.media.to_owned(),
        href: format!("/v1/exports/{}", format.name),
    };
    read(service, asker, Keeps::Now, move |live, _| as_of_now(live, formats().map(form).collect::<Vec<_>>())).await
}

/// As of when, and for whom.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AskedExport {
    /// As the data stood at a size, or at a time; now where it is left out.
    at: Option<At>,
    /// A table for a spreadsheet, which would run a text that begins like a formula: an apostrophe stands before such a
    /// text. Other forms are not changed by it.
    for_spreadsheets: Option<bool>,
}

async fn file(
    State(service): State<Arc<Service>>,
    visit: Visit,
    asker: Asker,
    Named(form): Named<String>,
    Asked(asked): Asked<AskedExport>,
) -> Response {
    let Some(format) = formats().find(|format| format.name == form) else {
        return no_path(asker.lang, &asker.target);
    };
    let mut response = hand_over(service, visit, asker, format, &asked, format.media, |handed| Some(handed.file)).await;
    if response.status() != StatusCode::OK {
        return response;
    }
    if format.is_table() {
        let described = format!("</v1/exports/{form}/description>; rel=\"describedby\"");
        response.headers_mut().extend(described.parse().ok().map(|link| (LINK, link)));
    }
    saved(response, &format!("{}.{}", format.name, format.extension))
}

async fn described(
    State(service): State<Arc<Service>>,
    visit: Visit,
    asker: Asker,
    Named(form): Named<String>,
    Asked(asked): Asked<AskedExport>,
) -> Response {
    match formats().find(|format| format.name == form && format.is_table()) {
        Some(format) => hand_over(service, visit, asker, format, &asked, CSVW, |handed| handed.description).await,
        None => no_path(asker.lang, &asker.target),
    }
}

async fn hand_over(
    service: Arc<Service>,
    visit: Visit,
    asker: Asker,
    format: &'static Format,
    asked: &AskedExport,
    media: &'static str,
    take: fn(Handed) -> Option<Vec<u8>>,
) -> Response {
    let at = match point(&service, &asker, asked.at.as_ref().map(|At(at)| at.as_str())) {
        Ok(at) => at,
        Err(response) => return *response,
    };
    if let Some(closed) = gate(&service, &asker) {
        return closed;
    }
    let reader = if asked.for_spreadsheets == Some(true) { TableReader::Spreadsheet } else { TableReader::Program };
    // Whoever asks what is kept waits for nothing.
    if let Some(kept) = kept(&service, &asker) {
        return kept;
    }
    let Ok(_waits) = visit.slow() else { return full(&asker) };
    let (making, of) = (Arc::clone(&service), asker.clone());
    let make = move || {
        let made = make(&making, format, at, reader, of.lang);
        let none = || Box::new(no_path(of.lang, &of.target));
        made.map_err(|error| Box::new(refused(&making, &of, &error))).and_then(|handed| take(handed).ok_or_else(none))
    };
    answer_in(&service.exporting, media, &service, &asker, Keeps::Now, make).await
}

fn make(service: &Service, format: &Format, at: Point, reader: TableReader, lang: Lang) -> Result<Handed, Error> {
    let (still, at) = {
        let live = service.readable()?;
        (live.still(), Point::Size(live.query().moment(at)?.size))
    };
    let snapshot = export::snapshot(still.query(), at)?.in_language(lang).for_reader(reader);
    let workshop = Workshop::new()?;
    handed(still.query(), snapshot, format, workshop.folder())
}

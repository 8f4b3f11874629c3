//! Handing in: the one way to change anything. A submission is answered when it is durable and sealed; who asks for it
//! (`Prefer: wait=SECONDS`) is answered when enough witnesses have cosigned.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::{ACCEPT, CONTENT_TYPE, ETAG, LINK, LOCATION, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use schemars::{Schema, SchemaGenerator, json_schema};
use tokio::task::block_in_place;
use tokio::time::timeout;

use crate::domain::code::Code;
use crate::domain::rejection::Rejection;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::submission::SignedStatement;
use crate::server::api::answering::answer::{JSON, TEXT, json, tag};
use crate::server::api::answering::crossing::public;
use crate::server::api::answering::problems::{problem, refused};
use crate::server::api::asking::asker::Asker;
use crate::server::api::asking::parts::{Part, boundary, parts};
use crate::server::api::bounds::WAIT;
use crate::server::api::route::Route;
use crate::server::api::service::Service;
use crate::server::api::writing::not_taken::NotTaken;
use crate::server::rates::RetryAfter;
use crate::server::visit::Visit;
use crate::service::error::Error;
use crate::service::paper::HandedIn;
use crate::service::scans::ScansAre;
use crate::service::serving::desk::Taken;
use crate::service::serving::live::Live;
use crate::service::serving::tray::Bundle;
use crate::store::error::{Refusal, StoreError};
use crate::store::writer::AcceptedStatus;
use crate::text::{self, Said};
use crate::view::as_of::AsOf;
use crate::view::failure::Failure;
use crate::view::submission::{Receipted, Scans, Status};

const BYTES: &str = "application/octet-stream";
const FORM: &str = "multipart/form-data";
/// What a client would rather have (RFC 7240).
const PREFER: HeaderName = HeaderName::from_static("prefer");
const PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");
/// After how many seconds it is worth coming again when the queue was full.
const BUSY_SECONDS: u16 = 2;
/// After how many to a machine that stands by: it may have taken over by then.
const STANDBY_SECONDS: u16 = 5;
/// After how many it is worth coming again to a service that is being stopped, or whose clock is not believed.
const PASSING_SECONDS: u16 = 30;

pub(super) fn routes() -> Vec<Route> {
    let says = "Hands in a signed submission: its bytes, or a form of it and its scans.";
    let hand_in = Route::post("/v1/submissions", "handIn", says, hand_in);
    let taken = hand_in
        .answers(StatusCode::CREATED, "It is durable and sealed: its receipt.")
        .answers(StatusCode::OK, "The same statement was in already: its receipt.");
    vec![taken.takes(BYTES, Some(a_file)).takes(FORM, Some(a_form)).bytes(TEXT).json::<AsOf<Receipted>>().or(&[
        StatusCode::BAD_REQUEST,
        StatusCode::FORBIDDEN,
        StatusCode::REQUEST_TIMEOUT,
        StatusCode::CONFLICT,
        StatusCode::PAYLOAD_TOO_LARGE,
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        StatusCode::UNPROCESSABLE_ENTITY,
    ])]
}

/// A submission with its scans, as OpenAPI has them: a part of a form is bytes, whatever it is.
fn a_form(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "properties": {
            "submission": { "type": "string", "format": "binary" },
            "attachment": {
                "description": "A scan that the submission names; each in a part of this name.",
                "contentMediaType": BYTES,
            },
        },
        "required": ["submission"],
        "additionalProperties": false,
    })
}

/// Bytes, as OpenAPI has them.
fn a_file(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "format": "binary" })
}

async fn hand_in(
    State(service): State<Arc<Service>>,
    visit: Visit,
    asker: Asker,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if visit.is_stopping() {
        return not_taken(&service, &asker, &NotTaken::Ended(None));
    }
    let (submission, bundle) = match read(&service, &asker, &headers, &body) {
        Ok(read) => read,
        Err(response) => return *response,
    };
    let keys: Vec<_> = submission.signers().map(ToString::to_string).collect();
    if let Some(after) = keys.iter().find_map(|key| visit.may_hand_in(key).err()) {
        return too_often(&asker, after);
    }
    let scans = bundle.as_ref().map_or(ScansAre::Owed, |bundle| ScansAre::Some(bundle.folder().to_owned()));
    let answer = service.writer.hand_in(HandedIn { submission, scans }).await;
    drop(bundle);
    let taken = match answer {
        Ok(taken) => taken,
        Err(why) => return block_in_place(|| not_taken(&service, &asker, &why)),
    };
    if taken.accepted.status == AcceptedStatus::Sealed {
        // Only now is it its keys' doing: what is public anybody can hand in again. The next one asks whether it may.
        keys.iter().for_each(|key| {
            let _ = visit.hands_in(key);
        });
    }
    let waited = wait(&service, &visit, &headers, &taken).await;
    block_in_place(|| taken_in(&service, &headers, &taken, waited))
}

/// Reads what is sent: a submission, with its scans or without.
fn read(
    service: &Service,
    asker: &Asker,
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<(SignedStatement, Option<Bundle>), Box<Response>> {
    let refuse = |error: Error| Box::new(refused(service, asker, &error));
    let submission =
        |bytes: &[u8]| SignedStatement::from_file(bytes).map_err(|error| refuse(Error::Refused(Refusal::Bytes(error))));
    let said = |status, code, said: Said| Err(Box::new(problem(status, Failure::of(code, said))));
    let given = headers.get(CONTENT_TYPE).map_or(Ok(BYTES), HeaderValue::to_str).unwrap_or_default();
    let media = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if media == BYTES {
        return Ok((submission(body)?, None));
    }
    if media != FORM {
        return said(StatusCode::UNSUPPORTED_MEDIA_TYPE, Code::U3, text::desk_not_a_type(asker.lang, given));
    }
    let Some(parts) = boundary(given).and_then(|boundary| parts(body, boundary)) else {
        return said(StatusCode::BAD_REQUEST, Code::U3, text::desk_not_parts(asker.lang));
    };
    let (of_submission, of_scans): (Vec<Part<'_>>, Vec<_>) = parts.iter().partition(|part| part.name == "submission");
    let [one] = of_submission[..] else {
        return said(StatusCode::BAD_REQUEST, Code::U3, text::desk_no_submission(asker.lang));
    };
    if of_scans.iter().any(|part| part.name != "attachment") {
        return said(StatusCode::BAD_REQUEST, Code::U3, text::desk_no_submission(asker.lang));
    }
    let submission = submission(one.bytes)?;
    let scans: Vec<_> = of_scans.iter().map(|part| part.bytes).collect();
    let bundle =
        if scans.is_empty() { None } else { Some(block_in_place(|| service.tray.lay(&scans)).map_err(refuse)?) };
    Ok((submission, bundle))
}

/// Waits until enough witnesses have cosigned, where that is asked for and anybody is asked; says whether they have.
async fn wait(service: &Service, visit: &Visit, headers: &HeaderMap, taken: &Taken) -> Option<bool> {
    let seconds = headers.get_all(PREFER).iter().filter_map(|value| value.to_str().ok()).find_map(seconds)?;
    let state = service.writer.state();
    if !state.is_witnessed() {
        return None;
    }
    // Whoever holds too many places waits for nobody: a preference is no promise.
    let _waits = visit.slow().ok()?;
    let patience = WAIT.min(Duration::from_secs(seconds));
    Some(timeout(patience, state.covers(taken.accepted.sequence)).await.is_ok())
}

/// The seconds of `wait=SECONDS`.
fn seconds(preferences: &str) -> Option<u64> {
    let wait = |preference: &str| preference.trim().strip_prefix("wait=")?.trim().parse().ok();
    preferences.split(',').find_map(wait)
}

/// The receipt of a submission that is in, or what is known of it as JSON.
fn taken_in(service: &Service, headers: &HeaderMap, taken: &Taken, waited: Option<bool>) -> Response {
    let (accepted, live) = (&taken.accepted, service.live());
    let receipt = live.renewed(&accepted.receipt).unwrap_or_else(|_| accepted.receipt.clone());
    let text = receipt.to_string();
    let (status, is_new) = match accepted.status {
        AcceptedStatus::Sealed => (StatusCode::CREATED, true),
        AcceptedStatus::Already => (StatusCode::OK, false),
    };
    let place = [(LOCATION, format!("/v1/receipts/{}", accepted.event)), (ETAG, tag(text.as_bytes()))];
    let is_json =
        headers.get(ACCEPT).and_then(|accept| accept.to_str().ok()).is_some_and(|accept| accept.contains(JSON));
    let mut response = if is_json {
        (status, [(CONTENT_TYPE, JSON)], place, told(&live, taken, &receipt, is_new)).into_response()
    } else {
        (status, [(CONTENT_TYPE, TEXT)], place, text).into_response()
    };
    if !taken.owed.is_empty() {
        let digests: Vec<_> = taken.owed.iter().map(|scan| scan.blake3.to_string()).collect();
        let digests = digests.join(", ").parse().expect("hexadecimal digits and commas");
        response.headers_mut().insert(SCANS_MISSING, digests);
    }
    if waited == Some(true) {
        response.headers_mut().insert(PREFERENCE_APPLIED, HeaderValue::from_static("wait"));
    }
    public(response)
}

/// Which scans of a submission are not there yet, by their BLAKE3.
const SCANS_MISSING: HeaderName = HeaderName::from_static("protokol-scans-missing");

fn told(live: &Live, taken: &Taken, receipt: &Receipt, is_new: bool) -> Vec<u8> {
    let Taken { accepted, named, owed } = taken;
    let is_witnessed = live.witnessed().is_some_and(|signed| signed.checkpoint().size.covers(accepted.sequence));
    let status = match (is_new, is_witnessed) {
        (false, _) => Status::Already,
        (true, true) => Status::Witnessed,
        (true, false) => Status::Sealed,
    };
    let scans = Scans::of(*named, owed);
    let data = Receipted::of(status, accepted.sequence, accepted.event, receipt, scans);
    let rehearsal = live.query().election().is_ok_and(|election| election.founding.manifest.rehearsal);
    json(&AsOf::of(live.checkpoint(), live.size(), rehearsal, data))
}

/// A key of the submission handed in too often.
fn too_often(asker: &Asker, RetryAfter(seconds): RetryAfter) -> Response {
    let said = text::desk_too_often(asker.lang);
    let mut response = problem(StatusCode::TOO_MANY_REQUESTS, Failure::of(Code::U24, said));
    response.headers_mut().insert(RETRY_AFTER, seconds.get().into());
    response
}

/// A submission that was not taken.
fn not_taken(service: &Service, asker: &Asker, why: &NotTaken) -> Response {
    let again = |mut response: Response, seconds: u16| {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
        response
    };
    let closed = |status, said| problem(status, Failure::of(Code::U24, said));
    match why {
        NotTaken::Refused(error) => {
            let mut response = refused(service, asker, error);
            if matches!(**error, Error::Clock(_)) {
                return again(response, PASSING_SECONDS);
            }
            if let Some(place) = in_force(&service.live(), error) {
                response.headers_mut().insert(LINK, place);
            }
            response
        }
        NotTaken::Overtaken(error) => elsewhere(service, again(refused(service, asker, error), BUSY_SECONDS)),
        NotTaken::StandsBy => {
            let error = Error::store(&service.ledger)(StoreError::StandsBy);
            elsewhere(service, again(refused(service, asker, &error), STANDBY_SECONDS))
        }
        NotTaken::Busy => again(closed(StatusCode::TOO_MANY_REQUESTS, text::desk_busy(asker.lang)), BUSY_SECONDS),
        NotTaken::Ended(Some(ended)) => {
            let mut failure = (service.words)(asker.lang, &ended.why);
            let said = text::desk_ended(asker.lang, &failure.says, ended.since);
            (failure.says, failure.remedy) = (said.says, said.remedy.to_string());
            problem(StatusCode::SERVICE_UNAVAILABLE, failure)
        }
        NotTaken::Ended(None) => {
            again(closed(StatusCode::SERVICE_UNAVAILABLE, text::desk_closing(asker.lang)), PASSING_SECONDS)
        }
    }
}

/// With the address where submissions are taken, if it is known.
fn elsewhere(service: &Service, mut response: Response) -> Response {
    let url = service.writer_url.as_deref().map(|url| url.trim_end_matches('/'));
    let link = url.and_then(|url| format!("<{url}/v1/submissions>; rel=\"alternate\"").parse().ok());
    link.into_iter().for_each(|link: HeaderValue| drop(response.headers_mut().insert(LINK, link)));
    response
}

/// Where the receipt is of what is in force already, if that is why a submission is refused.
fn in_force(live: &Live, error: &Error) -> Option<HeaderValue> {
    let Error::Refused(Refusal::Rule(Rejection::Reported(paper))) = error else { return None };
    let event = live.reading().model.paper(&paper.contest, &paper.unit)?.at(live.size()).event_in_force()?;
    format!("</v1/receipts/{event}>; rel=\"alternate\"").parse().ok()
}

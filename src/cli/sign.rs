//! `sign`: shows a paper in figures and words, asks, and adds one member's signature.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::args::{Global, Sign};
use super::checking::{self, is_founding, read_draft};
use super::failure::{Exit, Failure};
use super::files::{self, Readers};
use super::init::read_submission;
use super::keys;
use super::kit::Background;
use super::ledger::now;
use super::output::Output;
use super::submit::EXTENSION;
use crate::crypto::key::{PublicKey, SecretKey};
use crate::domain::code::Code;
use crate::domain::manifest::Manifest;
use crate::domain::rejection::Rejection;
use crate::domain::{Body, Statement};
use crate::intake::draft::Draft;
use crate::ledger::submission::SignedStatement;
use crate::store::error::Refusal;
use crate::text;

pub fn run(global: &Global, arguments: &Sign, output: &Output) -> Result<Exit, Failure> {
    let bytes = files::read(&arguments.paper)?;
    let from_submission = SignedStatement::from_file(&bytes).is_ok();
    let founding = if from_submission {
        let statement = statement_of(&arguments.paper, output)?;
        matches!(statement.body, Body::ElectionCalled(_))
    } else {
        is_founding(&String::from_utf8_lossy(&bytes))
    };
    let background = if founding { None } else { Some(Background::load(global, &arguments.known, output)?) };
    let mut signed = if from_submission {
        read_submission(&arguments.paper, output)?
    } else {
        from_draft(arguments, background.as_ref(), output)?
    };
    let statement = signed.statement().map_err(|error| unreadable(&arguments.paper, &error.to_string()))?;
    show(&statement, background.as_ref(), output);
    let key = keys::open(&arguments.key, &arguments.secret)?;
    prove_member(&key, &statement, background.as_ref(), output)?;
    keys::confirm(&arguments.secret, "Sign this, exactly as shown?")?;
    let fresh = signed.sign(&key);
    let out = arguments.out.clone().unwrap_or_else(|| beside(&arguments.paper, from_submission));
    if !from_submission && out.exists() {
        return Err(Failure::exists(&out));
    }
    files::write(&out, &signed.to_file(), Readers::All)?;
    tell(&signed, &key.public(), fresh, &out, output);
    Ok(Exit::Done)
}

fn statement_of(path: &Path, output: &Output) -> Result<Statement, Failure> {
    read_submission(path, output)?.statement().map_err(|error| unreadable(path, &error.to_string()))
}

fn unreadable(path: &Path, says: &str) -> Failure {
    Failure::format(path, format!("{}: {says}", path.display()), "ask for the file again, or make a new draft")
}

/// A draft becomes a submission, after the rules were run and the second typing compared.
fn from_draft(arguments: &Sign, background: Option<&Background>, output: &Output) -> Result<SignedStatement, Failure> {
    let draft = read_draft(&arguments.paper, background, output)?;
    if let Some(second) = &arguments.second {
        compare(&draft, &read_draft(second, background, output)?, second)?;
    }
    let checked = checking::check(&draft, background);
    if let Some(rejection) = checked.refusals.first() {
        return Err(Failure::refusal(output.lang, &Refusal::Rule(rejection.clone())).in_file(&arguments.paper));
    }
    if !checked.findings.is_empty() && !output.json {
        checking::tell(&checked, background, output);
    }
    let statement = Statement { ledger: draft.ledger, said_at: now(), body: draft.body };
    SignedStatement::unsigned(&statement).map_err(|error| {
        let says = format!("{}: {error}", arguments.paper.display());
        Failure { code: Code::R37, ..Failure::format(&arguments.paper, says, "shorten its texts, or attach them") }
    })
}

/// The first difference between two typings stops the signing.
fn compare(first: &Draft, second: &Draft, path: &Path) -> Result<(), Failure> {
    if first == second {
        return Ok(());
    }
    let json = |draft: &Draft| super::log::body_json(&draft.body).unwrap_or_default();
    let (place, one, other) = difference(&json(first), &json(second), String::new())
        .unwrap_or_else(|| ("the ledger or kind".to_owned(), String::new(), String::new()));
    let says = format!("the two drafts differ at {place}: {one} and {other}");
    let act = "look at the paper, correct the draft that is wrong, and sign again; nothing was signed";
    Err(Failure { item: Some(place), ..Failure::format(path, says, act) })
}

fn difference(a: &serde_json::Value, b: &serde_json::Value, place: String) -> Option<(String, String, String)> {
    use serde_json::Value::{Array, Object};
    match (a, b) {
        (Object(a), Object(b)) if a.keys().eq(b.keys()) => a.iter().zip(b.values()).find_map(|((key, a), b)| {
            difference(a, b, if place.is_empty() { key.clone() } else { format!("{place}.{key}") })
        }),
        (Array(a), Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).enumerate().find_map(|(at, (a, b))| difference(a, b, format!("{place}[{at}]")))
        }
        _ => (a != b).then(|| (place, a.to_string(), b.to_string())),
    }
}

/// Only a key that counts for this statement's ledger may sign: a wrong key is found here, not on the evening.
fn prove_member(
    key: &SecretKey,
    statement: &Statement,
    background: Option<&Background>,
    output: &Output,
) -> Result<(), Failure> {
    let public = key.public();
    let not_enrolled = || Failure::refusal(output.lang, &Refusal::Rule(Rejection::KeyNotEnrolled(public)));
    match (background.and_then(|background| background.state.election()), &statement.body) {
        (_, Body::ElectionCalled(founding)) => {
            let is_member = founding.commission.members.iter().any(|member| member.key == public);
            if is_member { Ok(()) } else { Err(not_enrolled()) }
        }
        (_, Body::LogKeyRotated(_)) => Ok(()),
        (Some(election), _) => match election.holder(&public) {
            None => Err(not_enrolled()),
            Some(holder) if !holder.in_force => {
                Err(Failure::refusal(output.lang, &Refusal::Rule(Rejection::KeyNotInForce(public))))
            }
            Some(_) if statement.ledger != election.ledger() => {
                Err(Failure::refusal(output.lang, &Refusal::Rule(Rejection::OtherLedger)))
            }
            Some(_) => Ok(()),
        },
        (None, _) => Err(not_enrolled()),
    }
}

/// Shows what is signed: every figure in figures and in words, as the law wants it on the paper.
fn show(statement: &Statement, background: Option<&Background>, output: &Output) {
    output.say(&text::statement_line(output.lang, &statement.body));
    let Some(manifest) = background.and_then(|background| super::rendering::manifest(&background.board)) else {
        return show_fields(statement, output);
    };
    match &statement.body {
        Body::ProtocolSubmitted(protocol) => {
            show_figures(&protocol.figures, manifest, background, &protocol.paper, output)
        }
        Body::ProtocolCorrected(corrected) => {
            let protocol = &corrected.protocol;
            show_figures(&protocol.figures, manifest, background, &protocol.paper, output);
        }
        Body::OpeningSealed(sealed) => {
            let figures = crate::domain::protocol::Figures { items: sealed.items.clone(), votes: Vec::new() };
            show_figures(&figures, manifest, background, &sealed.paper, output);
        }
        _ => show_fields(statement, output),
    }
}

fn show_fields(statement: &Statement, output: &Output) {
    if let Some(fields) = super::log::body_json(&statement.body) {
        output.say(&serde_json::to_string_pretty(&fields).unwrap_or_default());
    }
}

fn show_figures(
    figures: &crate::domain::protocol::Figures,
    manifest: &Manifest,
    background: Option<&Background>,
    paper: &crate::domain::protocol::Paper,
    output: &Output,
) {
    let lang = output.lang;
    let line = |label: &str, figure: u32| {
        let words = text::words(lang, u64::from(figure));
        output.say(&format!("  {:<52} {:>10}  {words}", label, text::number(lang, u64::from(figure))));
    };
    for (item, figure) in manifest.form.items.iter().zip(&figures.items) {
        if let Some(figure) = figure {
            line(item.label.in_language(&lang.to_string()), figure.0);
        }
    }
    let contest = background.and_then(|background| background.board.contests().get(&paper.contest));
    for (number, votes) in &figures.votes {
        let candidate = contest.and_then(|c| c.candidates.iter().find(|c| c.registered.number == *number));
        let name = candidate.map_or("", |candidate| candidate.registered.names.in_language(&lang.to_string()));
        line(&format!("{number} {name}"), votes.0);
    }
}

fn beside(paper: &Path, from_submission: bool) -> PathBuf {
    if from_submission { paper.to_owned() } else { paper.with_extension(EXTENSION) }
}

fn tell(signed: &SignedStatement, key: &PublicKey, fresh: bool, out: &Path, output: &Output) {
    let count = signed.signers().len();
    if output.json {
        output.value(&json!({
            "file": out.display().to_string(),
            "statement": Statement::hash(signed.statement_bytes()).to_string(),
            "signed": fresh,
            "signer": key.to_string(),
            "signatures": count,
        }));
        return;
    }
    let did = if fresh { "Signed" } else { "Signed before by this key" };
    output.line(&format!("{did}: {}, {count} signatures", out.display()));
    output.say("Next: the other members sign this file, then `protokol submit` it.");
}

//! `sign`: shows a paper in figures and words, asks, and adds one member's signature.

use std::path::{Path, PathBuf};

use clap::Args;

use super::args::{BackgroundSource, Global, Secret};
use super::check::{self, is_founding, read_draft};
use super::failure::{Exit, Failure};
use super::files::{self, DRAFT_EXTENSION, SUBMISSION_EXTENSION, read_submission, renamed};
use super::keys;
use super::kit;
use super::ledger::now;
use super::output::Output;
use super::typed;
use super::words::{papers, results};
use crate::crypto::key::PublicKey;
use crate::domain::code::Code;
use crate::domain::finding::candidate_digits;
use crate::domain::manifest::Manifest;
use crate::domain::number::Count;
use crate::domain::statement::{Body, Statement, StatementError};
use crate::intake::draft::Draft;
use crate::ledger::submission::{AdmittedKeys, SignatureCheck, SignedStatement, SubmissionError};
use crate::service::check::check;
use crate::service::files::Readers;
use crate::service::kit::Background;
use crate::service::sign::{check_signer, first_difference};
use crate::store::error::Refusal;
use crate::text::{self, Action, Fact, Label, Lang};
use crate::view::difference::{self, FieldDifference};
use crate::view::event::Fields;
use crate::view::signature::Signature;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol sign 01.001.toml --key member.key --kit kit.protokol --out 01.001.submission\n  protokol sign 01.001.submission --key second.key --kit kit.protokol"
)]
pub struct Sign {
    /// A draft, which becomes a submission; or a submission, which gets one more signature
    pub paper: PathBuf,
    /// The member's key
    #[arg(long, value_name = "FILE")]
    pub key: PathBuf,
    /// A draft of the same paper, typed independently: the first difference stops
    #[arg(long, value_name = "DRAFT")]
    pub second: Option<PathBuf>,
    /// Where to write the submission; beside the draft, or in place, if left out
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub background: BackgroundSource,
    #[command(flatten)]
    pub secret: Secret,
}

pub fn run(global: &Global, arguments: &Sign, output: &Output) -> Result<Exit, Failure> {
    let bytes = files::read(output.lang, &arguments.paper)?;
    // A damaged submission is told as one: it is no draft that somebody mistyped.
    let from_submission = !matches!(SignedStatement::from_file(&bytes), Err(SubmissionError::NotAFile));
    let given = if from_submission { Some(read_submission(&arguments.paper, output)?) } else { None };
    let said = given.as_ref().map(|signed| statement_of(&arguments.paper, signed, output)).transpose()?;
    let founding = match &said {
        Some(statement) => matches!(statement.body, Body::ElectionCalled(_)),
        None => is_founding(&String::from_utf8_lossy(&bytes)),
    };
    let background = if founding { None } else { Some(kit::load(global, &arguments.background, output)?) };
    let draft = match said {
        Some(Statement { ledger, body, .. }) => Draft { kind: body.kind(), ledger, body },
        None => read_draft(&arguments.paper, background.as_ref(), output)?,
    };
    if let Some(second) = &arguments.second {
        let other = read_draft(second, background.as_ref(), output)?;
        let manifest = background.as_ref().and_then(|background| background.model.manifest());
        compare(output.lang, &draft, &other, manifest, second)?;
    }
    let mut signed = match given {
        Some(signed) => check_signatures(signed, &arguments.paper, output)?,
        None => unsigned(output.lang, &arguments.paper, &draft)?,
    };
    let out = arguments.out.clone().unwrap_or_else(|| beside(&arguments.paper, from_submission));
    if out.exists() && !(from_submission && out == arguments.paper) {
        return Err(Failure::exists(output.lang, &out));
    }
    check_rules(arguments, &draft, background.as_ref(), output)?;
    let before = output.before_question(&arguments.secret);
    show(&draft.body, background.as_ref(), &before);
    check::warn(&draft.body, &before);
    let key = keys::open(output.lang, &arguments.key, &arguments.secret)?;
    check_signer(key.public(), &draft, &signed, background.as_ref(), now())
        .map_err(|rejection| Failure::refusal(output.lang, Refusal::Rule(rejection)))?;
    keys::confirm(&arguments.secret, Label::SignThis, output)?;
    let fresh = signed.sign(&key);
    files::write(output.lang, &out, &signed.to_file(), Readers::All)?;
    tell(&signed, &key.public(), fresh, &out, output);
    if founding && !output.json {
        let command = format!("protokol init {} --log-key FILE{}", typed::word(&out), typed::ledger(global));
        output.say(&output.fact(Fact::OthersFound { command: &command }));
    } else if !output.json {
        output.say(&say!(output.lang, results::said_others_sign { submit: format!("`{}`", Action::Submit) }));
    }
    Ok(Exit::Done)
}

fn statement_of(path: &Path, signed: &SignedStatement, output: &Output) -> Result<Statement, Failure> {
    signed.statement().map_err(|error| {
        if error.is_newer() {
            return Failure::refusal(output.lang, Refusal::Bytes(error.into())).in_file(path);
        }
        let error = SubmissionError::Statement(error);
        let why = text::submission_error(output.lang, &error).says;
        let said = advise!(output.lang, papers::paper_not_a_statement { file: shown(path), error: why });
        Failure { code: error.code(), ..Failure::format(path, said) }
    })
}

/// Whoever signs after others signs what they signed: a figure that was changed on the way is found here.
fn check_signatures(signed: SignedStatement, path: &Path, output: &Output) -> Result<SignedStatement, Failure> {
    match signed.open(&AdmittedKeys::default(), SignatureCheck::Verify) {
        Ok(_) => Ok(signed),
        Err(error) => Err(Failure::refusal(output.lang, Refusal::Bytes(error)).in_file(path)),
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// A draft becomes a submission.
fn unsigned(lang: Lang, path: &Path, draft: &Draft) -> Result<SignedStatement, Failure> {
    let statement = Statement { ledger: draft.ledger, said_at: now(), body: draft.body.clone() };
    SignedStatement::unsigned(&statement).map_err(|error| {
        let error = SubmissionError::Statement(StatementError::Body(error));
        let why = text::submission_error(lang, &error).says;
        let said = advise!(lang, papers::paper_too_long { file: shown(path), error: why });
        Failure { code: Code::R37, ..Failure::format(path, said) }
    })
}

/// What the ledger would refuse is not signed; what does not add up is told to every member who signs, not only to the
/// first.
fn check_rules(
    arguments: &Sign,
    draft: &Draft,
    background: Option<&Background>,
    output: &Output,
) -> Result<(), Failure> {
    let checked = check(&draft.body, background, now());
    if let Some(rejection) = checked.refusals.first() {
        return Err(Failure::refusal(output.lang, Refusal::Rule(rejection.clone())).in_file(&arguments.paper));
    }
    if !checked.findings.is_empty() && !output.json {
        check::tell(&checked, background, output);
    }
    Ok(())
}

/// The first difference between two typings stops the signing.
fn compare(lang: Lang, first: &Draft, second: &Draft, manifest: Option<&Manifest>, path: &Path) -> Result<(), Failure> {
    if first == second {
        return Ok(());
    }
    let shown = |figure: Option<Count>| {
        figure.map_or_else(|| say!(lang, papers::paper_no_figure).to_owned(), |figure| figure.to_string())
    };
    let of_figures = manifest.and_then(|manifest| first_difference(&first.body, &second.body, &manifest.form));
    let of_figures = of_figures.map(|differs| (differs.figure, shown(differs.first), shown(differs.second)));
    let of_fields = || difference::first_difference(Fields::of(&first.body), Fields::of(&second.body));
    let (place, one, other) = of_figures
        .or_else(|| of_fields().map(|FieldDifference { field, first, second }| (field, first, second)))
        .unwrap_or_else(|| (say!(lang, papers::paper_ledger_or_kind).to_owned(), String::new(), String::new()));
    let (typed, again) = (one.trim_matches('"').to_owned(), other.trim_matches('"').to_owned());
    let said = advise!(lang, papers::paper_typings_differ { place: place.as_str(), one, other });
    let said = text::telling_two(lang, said, &typed, &again);
    let line = line_of(&files::read_text(lang, path)?, &place);
    Err(Failure { line, item: Some(place), ..Failure::format(path, said) })
}

/// The line of a draft on which a field stands, by the last part of its name.
fn line_of(draft: &str, place: &str) -> Option<u64> {
    let name = place.rsplit('.').next().unwrap_or(place);
    let name = candidate_digits(name).unwrap_or(name);
    let is_meant = |line: &str| line.split_once('=').is_some_and(|(key, _)| key.trim().trim_matches('"') == name);
    draft.lines().zip(1..).find(|(line, _)| is_meant(line)).map(|(_, line)| line)
}

/// Shows what is signed: every figure in figures and in words, as the law wants it on the paper.
fn show(body: &Body, background: Option<&Background>, output: &Output) {
    output.say(&text::statement_line(output.lang, body));
    let Some(manifest) = background.and_then(|background| background.model.manifest()) else {
        return show_fields(body, output);
    };
    match body {
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
        _ => return show_fields(body, output),
    }
    for attachment in body.attachments() {
        output.say(&format!("  {}", text::attachment(output.lang, attachment)));
    }
}

fn show_fields(body: &Body, output: &Output) {
    serde_json::to_string_pretty(&Fields::of(body)).unwrap_or_default().lines().for_each(|line| output.say(line));
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
            line(item.label.in_language(lang.code()), figure.0);
        }
    }
    let contest = background.and_then(|background| background.model.contests().get(&paper.contest));
    for (number, votes) in &figures.votes {
        let candidate = contest.and_then(|c| c.candidates.iter().find(|c| c.registered.number == *number));
        let name = candidate.map_or("", |candidate| candidate.registered.names.in_language(lang.code()));
        line(&format!("{number} {name}"), votes.0);
    }
}

fn beside(paper: &Path, from_submission: bool) -> PathBuf {
    if from_submission { paper.to_owned() } else { renamed(paper, DRAFT_EXTENSION, SUBMISSION_EXTENSION) }
}

fn tell(signed: &SignedStatement, key: &PublicKey, fresh: bool, out: &Path, output: &Output) {
    let count = signed.signers().len();
    if output.json {
        output.value(&Signature {
            file: out.display().to_string(),
            statement: Statement::hash(signed.statement_bytes()).into(),
            signed: fresh,
            signer: (*key).into(),
            signatures: count as u64,
        });
        return;
    }
    let did = output.label(if fresh { Label::Signed } else { Label::SignedBefore });
    output.line(&format!("{did}: {}, {}", out.display(), output.fact(Fact::Signatures(count))));
}

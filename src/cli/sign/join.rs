//! `sign --join`: copies of one submission that members signed apart become one.

use std::path::{Path, PathBuf};

use super::super::args::{BackgroundSource, Global};
use super::super::failure::{Exit, Failure};
use super::super::files;
use super::super::kit;
use super::super::ledger::now;
use super::super::output::Output;
use super::super::words::{papers, usage};
use super::paper::{Given, Paper};
use super::told;
use crate::clerk::sign::Signed;
use crate::crypto::key::PublicKey;
use crate::domain::code::Code;
use crate::domain::statement::{Body, Statement};
use crate::text::Fact;
use crate::view::signature::Joined;

/// Joins the signatures of all copies into a new file, or into the first of them. Every signature is checked first, and
/// whether it counts: one that does not would spoil the others, and nothing takes it out again.
pub fn join(
    global: &Global,
    source: &BackgroundSource,
    copies: &[PathBuf],
    out: Option<&Path>,
    output: &Output,
) -> Result<Exit, Failure> {
    let background = kit::at_hand(global, source, output)?;
    let mut papers = copies.iter().map(|file| copy(file, out, output));
    let Some(first) = papers.next() else { return Ok(Exit::Done) };
    let mut joined = first?;
    let is_known = background.is_some() || matches!(joined.draft.body, Body::ElectionCalled(_));
    if !is_known && joined.is_in_place() {
        return Err(Failure::usage(advise!(output.lang, usage::usage_joined_unknown)));
    }
    let counts = |joined: &Paper, copy: &Paper| {
        let judged = |key: &PublicKey| joined.check_signer(*key, background.as_ref(), output);
        let judged = if is_known { copy.signed.signers().try_for_each(judged) } else { Ok(()) };
        judged.map_err(|why| why.in_file(&copy.file))
    };
    counts(&joined, &joined)?;
    for paper in papers {
        let paper = paper?;
        if paper.signed.statement_bytes() != joined.signed.statement_bytes() {
            return Err(no_copy(&joined, &paper, output));
        }
        counts(&joined, &paper)?;
        joined.signed.join(&paper.signed);
    }
    joined.write(output)?;
    let so_far = Signed::of(&joined.draft, &joined.signed, background.as_ref(), now());
    let signatures = joined.signed.signers().len();
    if output.json {
        output.value(&Joined {
            file: joined.out.display().to_string(),
            statement: Statement::hash(joined.signed.statement_bytes()).into(),
            signatures: signatures as u64,
            needed: so_far.needed().map(|needed| needed as u64),
        });
        return Ok(Exit::Done);
    }
    output.line(&format!("{}, {}", joined.out.display(), output.fact(Fact::Signatures(signatures))));
    told::tell_next(global, source, &joined, so_far, output);
    Ok(Exit::Done)
}

/// One copy. A draft has no signatures to join.
fn copy(file: &Path, out: Option<&Path>, output: &Output) -> Result<Paper, Failure> {
    files::read_submission(file, output)?;
    let given = Given::read(file, output)?;
    let draft = given.draft(None, output)?;
    Paper::of(given, draft, out, output)
}

/// Two files that are no copies of one submission: members who each made one from a draft said it at two times.
fn no_copy(first: &Paper, other: &Paper, output: &Output) -> Failure {
    let [one, another] = [first, other].map(|paper| paper.file.display().to_string());
    let said = match first.draft == other.draft {
        true => advise!(output.lang, papers::paper_no_copy_of_draft { one, other: another }),
        false => advise!(output.lang, papers::paper_no_copy { one, other: another }),
    };
    Failure { code: Code::U18, ..Failure::format(&other.file, said) }
}

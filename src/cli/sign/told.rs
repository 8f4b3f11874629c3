//! What became of a paper that was signed, how far it is, and what comes next.

use super::super::args::{BackgroundSource, Global};
use super::super::output::Output;
use super::super::typed;
use super::super::words::results;
use super::paper::{Paper, Signature};
use crate::clerk::sign::Signed;
use crate::domain::statement::{Body, Statement};
use crate::text::{Fact, Label};
use crate::view::signature as view;

/// Tells one signature.
pub fn tell(global: &Global, source: &BackgroundSource, paper: &Paper, signature: &Signature, output: &Output) {
    if output.json {
        return output.value(&of(paper, signature));
    }
    let did = output.label(if signature.fresh { Label::Signed } else { Label::SignedBefore });
    let count = Fact::Signatures(paper.signed.signers().len());
    output.line(&format!("{did}: {}, {}", paper.out.display(), output.fact(count)));
    tell_next(global, source, paper, signature.so_far, output);
}

/// How far the paper is, and what comes next.
pub fn tell_next(global: &Global, source: &BackgroundSource, paper: &Paper, so_far: Signed, output: &Output) {
    let (lang, file) = (output.lang, typed::word(&paper.out));
    output.say(&match so_far {
        Signed::Complete { needed } => {
            let command = match paper.draft.body {
                Body::ElectionCalled(_) => format!("protokol init {file} --log-key FILE{}", typed::ledger(global)),
                _ => format!("protokol submit {file}{}", typed::desk(global, source)),
            };
            say!(lang, results::said_complete { needed, command })
        }
        Signed::Incomplete { signed, needed } => {
            let command = format!("protokol sign {file} --key FILE{}", typed::flags(global, source));
            say!(lang, results::said_incomplete { signed, needed, command })
        }
        Signed::Unknown => say!(lang, results::said_quorum_unknown).to_owned(),
    });
}

/// Where nothing tells who may sign, nobody's signatures are put at risk: they stay in a file of their own.
pub fn tell_apart(paper: &Paper, output: &Output) {
    let [file, copy] = [&paper.file, &paper.out].map(|path| path.display().to_string());
    let ledger = paper.draft.ledger.to_string();
    output.say(&say!(output.lang, results::said_signed_apart { file, copy, ledger }));
}

/// One signature, for a program.
pub fn of(paper: &Paper, signature: &Signature) -> view::Signature {
    view::Signature {
        file: paper.out.display().to_string(),
        statement: Statement::hash(paper.signed.statement_bytes()).into(),
        signed: signature.fresh,
        signer: signature.key.into(),
        signatures: paper.signed.signers().len() as u64,
        needed: signature.so_far.needed().map(|needed| needed as u64),
    }
}

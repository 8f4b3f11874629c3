//! Reading a trust file line by line.

use std::collections::HashMap;

use super::{Policy, PolicyLog, PolicyWitness, Quorum, Rule, RuleIndex, WitnessName};
use crate::crypto::vkey::{KeyKind, VerifierKey, VerifierKeyError};
use crate::ledger::note::snapshot::{RECOMPUTED, says_recomputed};

/// The most bytes of a trust file: hundreds of logs, witnesses and groups, where the specification asks for 32 each.
pub const POLICY_BYTES_MAX: usize = 64 * 1024;

/// Why a text is not a trust file, and in which line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {fault}")]
pub struct PolicyError {
    /// The line, from 1; after the last one, what is missing.
    pub line: usize,
    /// What is wrong there.
    pub fault: PolicyFault,
}

/// What is wrong in a line of a trust file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PolicyFault {
    /// The file has more than [`POLICY_BYTES_MAX`].
    #[error("{0} bytes, and a trust file has at most {POLICY_BYTES_MAX}")]
    TooLong(usize),
    /// A control character other than tab and newline.
    #[error("a control character that is neither tab nor newline")]
    ControlCharacter,
    /// The last line has no newline: the file may have been cut.
    #[error("the line does not end with a newline")]
    Unfinished,
    /// None of the five words.
    #[error("a line begins with log, witness, group, quorum, numbers or #, and not with `{0}`")]
    Keyword(String),
    /// Too few or too many items.
    #[error("the line must read: {0}")]
    Form(&'static str),
    /// A key that does not parse.
    #[error("the key: {0}")]
    Key(#[from] VerifierKeyError),
    /// A witness key where a log's belongs.
    #[error("a log's key is of type 0x01, and not a witness's of type 0x04")]
    LogKeyKind,
    /// A log with this public key stands above.
    #[error("this log's public key stands above already")]
    DuplicateLog,
    /// A witness with this public key stands above.
    #[error("this witness's public key stands above already")]
    DuplicateWitness,
    /// A log and a witness have one public key.
    #[error("this is the public key of a log and of a witness: a log is no witness of itself")]
    LogAndWitness,
    /// The name stands above, or is the predefined `none`.
    #[error("the name `{0}` is taken")]
    NameTaken(String),
    /// No witness or group of this name stands above.
    #[error("no witness or group `{0}` is defined above")]
    NameUnknown(String),
    /// The name is a group's member already.
    #[error("`{0}` is a member of a group already")]
    CountedTwice(String),
    /// Not `any`, `all`, or a number from 1 to that of the members.
    #[error("the threshold `{threshold}` is not any, all, or a number from 1 to {members}")]
    Threshold {
        /// The word that stands where `any`, `all` or a number belongs.
        threshold: String,
        /// How many members follow.
        members: usize,
    },
    /// A quorum line stands above.
    #[error("a second quorum line")]
    SecondQuorum,
    /// There is no quorum line.
    #[error("the quorum line is missing")]
    NoQuorum,
    /// A numbers line stands above.
    #[error("a second numbers line")]
    SecondNumbers,
    /// Too few of its witnesses have a name that says that they recompute: it could never be met.
    #[error("the numbers of `{0}` can never be met: too few of its witnesses have a name that ends in {RECOMPUTED}")]
    NoRecomputers(String),
}

impl Policy {
    /// Reads a trust file.
    ///
    /// # Errors
    /// [`PolicyError`] with the first line at fault.
    pub fn parse(text: &str) -> Result<Self, PolicyError> {
        if text.len() > POLICY_BYTES_MAX {
            return Err(PolicyError { line: 1, fault: PolicyFault::TooLong(text.len()) });
        }
        let (mut draft, mut line) = (PolicyDraft::default(), 0);
        for whole in text.split_inclusive('\n') {
            line += 1;
            draft.read(whole, line).map_err(|fault| PolicyError { line, fault })?;
        }
        let PolicyDraft { logs, witnesses, rules, quorum, numbers, .. } = draft;
        let quorum = quorum.ok_or(PolicyError { line: line + 1, fault: PolicyFault::NoQuorum })?;
        let (asked, rule) = numbers.unzip();
        let policy = Self { logs, witnesses, rules, quorum, numbers: rule.flatten(), latest: None };
        match asked {
            Some(asked) if !policy.can_have_numbers() => {
                Err(PolicyError { line: asked.line, fault: PolicyFault::NoRecomputers(asked.name.to_owned()) })
            }
            _ => Ok(policy),
        }
    }

    /// Whether the quorum on the numbers is met if everybody who recomputes cosigns.
    fn can_have_numbers(&self) -> bool {
        self.meets(self.numbers, |witness| says_recomputed(witness.key.name())) != Quorum::NotMet
    }
}

/// A trust file read so far.
#[derive(Default)]
struct PolicyDraft<'t> {
    logs: Vec<PolicyLog>,
    witnesses: Vec<PolicyWitness>,
    rules: Vec<Rule>,
    names: HashMap<&'t str, Name>,
    quorum: Option<Option<RuleIndex>>,
    numbers: Option<(Asked<'t>, Option<RuleIndex>)>,
}

/// Of whom the numbers are asked, and in which line.
struct Asked<'t> {
    line: usize,
    name: &'t str,
}

struct Name {
    rule: RuleIndex,
    is_member: bool,
}

impl<'t> PolicyDraft<'t> {
    fn read(&mut self, line: &'t str, number: usize) -> Result<(), PolicyFault> {
        let line = line.strip_suffix('\n').ok_or(PolicyFault::Unfinished)?;
        if line.bytes().any(|b| b != b'\t' && b.is_ascii_control()) {
            return Err(PolicyFault::ControlCharacter);
        }
        let items: Vec<&str> = line.split([' ', '\t']).filter(|item| !item.is_empty()).collect();
        match items[..] {
            [] => Ok(()),
            [first, ..] if first.starts_with('#') => Ok(()),
            ["log", key] => self.log(key, None),
            ["log", key, url] => self.log(key, Some(url)),
            ["log", ..] => Err(PolicyFault::Form("log <vkey> [<url>]")),
            ["witness", name, key] => self.witness(name, key, None),
            ["witness", name, key, url] => self.witness(name, key, Some(url)),
            ["witness", ..] => Err(PolicyFault::Form("witness <name> <vkey> [<url>]")),
            ["group", name, threshold, ref members @ ..] if !members.is_empty() => self.group(name, threshold, members),
            ["group", ..] => Err(PolicyFault::Form("group <name> <any|all|number> <member>...")),
            ["quorum", name] => self.quorum(name),
            ["quorum", ..] => Err(PolicyFault::Form("quorum <name|none>")),
            ["numbers", name] => self.numbers(Asked { line: number, name }),
            ["numbers", ..] => Err(PolicyFault::Form("numbers <name|none>")),
            [other, ..] => Err(PolicyFault::Keyword(other.into())),
        }
    }

    fn log(&mut self, key: &str, url: Option<&str>) -> Result<(), PolicyFault> {
        let key: VerifierKey = key.parse()?;
        if key.kind() != KeyKind::Ed25519 {
            return Err(PolicyFault::LogKeyKind);
        }
        if self.logs.iter().any(|log| log.key.public() == key.public()) {
            return Err(PolicyFault::DuplicateLog);
        }
        if self.witnesses.iter().any(|witness| witness.key.public() == key.public()) {
            return Err(PolicyFault::LogAndWitness);
        }
        self.logs.push(PolicyLog { key, url: url.map(Into::into) });
        Ok(())
    }

    fn witness(&mut self, name: &'t str, key: &str, url: Option<&str>) -> Result<(), PolicyFault> {
        let key = key.parse::<VerifierKey>()?.spelled(KeyKind::Cosigner);
        if self.witnesses.iter().any(|witness| witness.key.public() == key.public()) {
            return Err(PolicyFault::DuplicateWitness);
        }
        if self.logs.iter().any(|log| log.key.public() == key.public()) {
            return Err(PolicyFault::LogAndWitness);
        }
        self.define(name, Rule::Witness(self.witnesses.len()))?;
        self.witnesses.push(PolicyWitness { name: WitnessName(name.into()), key, url: url.map(Into::into) });
        Ok(())
    }

    fn group(&mut self, name: &'t str, threshold: &str, members: &[&'t str]) -> Result<(), PolicyFault> {
        let fault = || PolicyFault::Threshold { threshold: threshold.into(), members: members.len() };
        let threshold = match threshold {
            "any" => 1,
            "all" => members.len(),
            number => {
                let k = number.parse().ok().filter(|k: &usize| (1..=members.len()).contains(k));
                k.filter(|k| k.to_string() == number).ok_or_else(fault)?
            }
        };
        let mut rules = Vec::with_capacity(members.len());
        for member in members {
            let known = self.names.get_mut(member).ok_or_else(|| PolicyFault::NameUnknown((*member).into()))?;
            if std::mem::replace(&mut known.is_member, true) {
                return Err(PolicyFault::CountedTwice((*member).into()));
            }
            rules.push(known.rule);
        }
        self.define(name, Rule::Group { threshold, members: rules })
    }

    fn quorum(&mut self, name: &str) -> Result<(), PolicyFault> {
        let rule = self.rule(name)?;
        match self.quorum.replace(rule) {
            None => Ok(()),
            Some(_) => Err(PolicyFault::SecondQuorum),
        }
    }

    fn numbers(&mut self, asked: Asked<'t>) -> Result<(), PolicyFault> {
        let rule = self.rule(asked.name)?;
        match self.numbers.replace((asked, rule)) {
            None => Ok(()),
            Some(_) => Err(PolicyFault::SecondNumbers),
        }
    }

    /// The rule of a name; none for `none`.
    fn rule(&self, name: &str) -> Result<Option<RuleIndex>, PolicyFault> {
        match name {
            "none" => Ok(None),
            name => Ok(Some(self.names.get(name).ok_or_else(|| PolicyFault::NameUnknown(name.into()))?.rule)),
        }
    }

    fn define(&mut self, name: &'t str, rule: Rule) -> Result<(), PolicyFault> {
        if name == "none" || self.names.contains_key(name) {
            return Err(PolicyFault::NameTaken(name.into()));
        }
        self.names.insert(name, Name { rule: RuleIndex(self.rules.len()), is_member: false });
        self.rules.push(rule);
        Ok(())
    }
}

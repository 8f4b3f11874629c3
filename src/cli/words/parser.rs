//! What was typed and is no command line of this program, as its parser found it.

use std::num::{IntErrorKind, ParseIntError};

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::text::{self, Lang, NotALang, Said};

messages! {
    parser_argument_unknown { argument };
    parser_argument_missing { arguments };
    parser_arguments_conflict { argument, other };
    parser_argument_twice { argument };
    parser_verb_unknown { verb };
    parser_verb_missing;
    parser_value_missing { argument };
    parser_value_unknown { argument, value };
    parser_value_wrong { argument, value, why };
    parser_value_not_whole { argument, value };
    parser_value_too_large { argument, value };
    parser_values_miscounted { argument };
    parser_no_language { value };
    parser_not_utf8;
    parser_equals { argument };
    parser_other { why };
    parser_known { known };
    parser_suggested { suggested };
    parser_usage { usage };
    parser_help;
}

/// Wrong usage, and what to do about it.
pub fn said(lang: Lang, error: &Error) -> Said {
    let context = Context { lang, error };
    let known = context.texts(ContextKind::ValidValue);
    let known = (!known.is_empty()).then(|| say!(lang, parser_known { known: quoted(&known) }));
    let suggestions = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let suggested = suggestions.into_iter().flat_map(|kind| context.texts(kind)).collect::<Vec<_>>();
    let suggested = (!suggested.is_empty()).then(|| say!(lang, parser_suggested { suggested: quoted(&suggested) }));
    let usage = context.texts(ContextKind::Usage).pop().map(|usage| {
        let usage = usage.trim_start_matches("Usage:").split_whitespace().collect::<Vec<_>>().join(" ");
        say!(lang, parser_usage { usage })
    });
    let help = say!(lang, parser_help).to_owned();
    let remedy: Vec<_> = suggested.into_iter().chain(known).chain(usage).chain([help]).collect();
    Said { says: context.wrong(), remedy: remedy.join("; ").into() }
}

/// What the parser found, in the words of a language.
struct Context<'a> {
    lang: Lang,
    error: &'a Error,
}

impl Context<'_> {
    fn wrong(&self) -> String {
        let (lang, argument) = (self.lang, self.one(ContextKind::InvalidArg));
        match self.error.kind() {
            ErrorKind::UnknownArgument => say!(lang, parser_argument_unknown { argument }),
            ErrorKind::MissingRequiredArgument => {
                say!(lang, parser_argument_missing { arguments: quoted(&self.texts(ContextKind::InvalidArg)) })
            }
            ErrorKind::ArgumentConflict => match quoted(&self.texts(ContextKind::PriorArg)) {
                other if other.is_empty() || other == argument => say!(lang, parser_argument_twice { argument }),
                other => say!(lang, parser_arguments_conflict { argument, other }),
            },
            ErrorKind::InvalidSubcommand => {
                say!(lang, parser_verb_unknown { verb: self.one(ContextKind::InvalidSubcommand) })
            }
            ErrorKind::MissingSubcommand => say!(lang, parser_verb_missing).to_owned(),
            ErrorKind::InvalidValue if self.texts(ContextKind::InvalidValue).concat().is_empty() => {
                say!(lang, parser_value_missing { argument })
            }
            ErrorKind::InvalidValue => {
                say!(lang, parser_value_unknown { argument, value: self.one(ContextKind::InvalidValue) })
            }
            ErrorKind::ValueValidation => self.unfit(argument),
            ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
                say!(lang, parser_values_miscounted { argument })
            }
            ErrorKind::NoEquals => say!(lang, parser_equals { argument }),
            ErrorKind::InvalidUtf8 => say!(lang, parser_not_utf8).to_owned(),
            _ => say!(lang, parser_other { why: text::library_says(lang, &self.error.to_string()) }),
        }
    }

    /// A value that is not written as its sort is.
    fn unfit(&self, argument: String) -> String {
        let (lang, value) = (self.lang, self.one(ContextKind::InvalidValue));
        let Some(source) = std::error::Error::source(self.error) else {
            return say!(lang, parser_value_unknown { argument, value });
        };
        if source.is::<NotALang>() {
            return say!(lang, parser_no_language { value });
        }
        match source.downcast_ref::<ParseIntError>().map(ParseIntError::kind) {
            Some(IntErrorKind::PosOverflow) => say!(lang, parser_value_too_large { argument, value }),
            Some(_) => say!(lang, parser_value_not_whole { argument, value }),
            None => say!(lang, parser_value_wrong { argument, value, why: source.to_string() }),
        }
    }

    fn one(&self, kind: ContextKind) -> String {
        quoted(&self.texts(kind))
    }

    fn texts(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
            _ => Vec::new(),
        }
    }
}

/// What is typed, as it is typed.
fn quoted(typed: &[String]) -> String {
    typed.iter().map(|typed| format!("`{typed}`")).collect::<Vec<_>>().join(", ")
}

//! Where words go: results on stdout, talk on stderr, JSON where a program listens.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::sync::OnceLock;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use serde::Serialize;

use super::args::{Color, Global, Secret};
use super::failure::Failure;
use super::words::places;
use crate::domain::manifest::Manifest;
use crate::domain::text::is_invisible;
use crate::domain::time::{Millis, Offset};
use crate::store::error::Doing;
use crate::text::{self, Compared, Fact, Label, Lang};
use crate::view::failure::Failed;

/// The narrowest column of names.
const NAME_COLUMN: usize = 12;

/// Why stdout takes no more, once it does not.
static STDOUT_ENDED: OnceLock<io::Error> = OnceLock::new();

/// Where a verb's results and its talk go, and in which language and colours.
#[derive(Debug, Clone, Copy)]
pub struct Output {
    pub json: bool,
    pub quiet: bool,
    pub lang: Lang,
    color: bool,
}

/// A colour with a meaning; the words say it too.
#[derive(Debug, Clone, Copy)]
pub enum Tone {
    Good,
    Bad,
    Note,
}

impl Output {
    pub fn new(global: &Global) -> Self {
        let color = match global.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => !no_color() && std::io::stdout().is_terminal(),
        };
        Self { json: global.json, quiet: global.quiet, lang: global.lang, color }
    }

    /// For the time before the arguments are known.
    pub fn plain(lang: Lang, json: bool) -> Self {
        Self { json, quiet: false, lang, color: false }
    }

    /// A heading, or a fixed line, in the reader's language.
    pub fn label(&self, label: Label) -> &'static str {
        text::label(self.lang, label)
    }

    /// A line that tells of figures, in the reader's language.
    pub fn fact(&self, fact: Fact<'_>) -> String {
        text::fact(self.lang, &fact)
    }

    /// A heading or line of a comparison, in the reader's language.
    pub fn compared(&self, told: Compared<'_>) -> String {
        text::compared(self.lang, &told)
    }

    /// The clock that times are told by: the election's for people, UTC for programs and where no election is known.
    pub fn clock(&self, manifest: Option<&Manifest>) -> Option<Offset> {
        manifest.filter(|_| !self.json).map(|manifest| manifest.utc_offset)
    }

    /// An instant on the election's clock.
    pub fn time(&self, at: Millis, manifest: Option<&Manifest>) -> String {
        text::moment(self.lang, at, self.clock(manifest))
    }

    /// A line of the result under a name that stands in a column of its own.
    pub fn named(&self, name: &str, text: &str) {
        let names = [Label::Trust, Label::Checkpoint, Label::Event, Label::Fingerprint, Label::Time];
        let width = column(NAME_COLUMN, names.map(|name| self.label(name)));
        self.line(&format!("{name:<width$} {text}"));
    }

    /// Lines of the result, each under a name, in columns as wide as these names ask for.
    pub fn rows(&self, rows: &[(&str, String)]) {
        let width = column(NAME_COLUMN, rows.iter().map(|(name, _)| *name));
        rows.iter().for_each(|(name, text)| self.line(&format!("{name:<width$} {text}")));
    }

    /// A line of the result, and never more than one.
    pub fn line(&self, line: &str) {
        self.bytes(format!("{}\n", self.shown(line)).as_bytes());
    }

    /// Lines of the result that were made together: a table, a note, a draft.
    pub fn block(&self, lines: &str) {
        lines.lines().for_each(|line| self.line(line));
    }

    /// A stretch of the result. When stdout takes no more, the verb still goes on to its exit code: to leave here with
    /// 0 would let `verify LEDGER | head -1` say of a forged ledger that it is verified.
    pub fn bytes(&self, bytes: &[u8]) {
        if self.is_heard()
            && let Err(error) = io::stdout().write_all(bytes).and_then(|()| io::stdout().flush())
        {
            // Only the first error counts, and it is the one kept.
            let _ = STDOUT_ENDED.set(error);
        }
    }

    /// Whether stdout still takes what is written.
    pub fn is_heard(&self) -> bool {
        STDOUT_ENDED.get().is_none()
    }

    /// Waits, and says whether somebody still reads: who reads a pipe no more is noticed at once, and not with the next
    /// line that is written.
    pub fn waits(&self, patience: Duration) -> bool {
        let stdout = io::stdout();
        let mut pipe = [PollFd::new(&stdout, PollFlags::empty())];
        let patience = Timespec::try_from(patience).ok();
        // Where the system cannot tell, the wait is over, and the next line will tell.
        let is_gone = poll(&mut pipe, patience.as_ref()).is_ok_and(|gone| gone > 0);
        self.is_heard() && !is_gone
    }

    /// What became of stdout: a reader that had enough is no failure, a full disk is.
    pub fn end(&self) -> Result<(), Failure> {
        match STDOUT_ENDED.get() {
            Some(error) if error.kind() != ErrorKind::BrokenPipe => {
                Err(Failure::io(self.lang, Doing::Write, Path::new("stdout"), error))
            }
            _ => Ok(()),
        }
    }

    /// The result for a program, on one line. What a terminal would obey is spelt in JSON's own way.
    pub fn value(&self, value: &impl Serialize) {
        let text = serde_json::to_string(value).expect("a view is texts, numbers and lists of them");
        let units = |c: char| c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect();
        self.bytes(format!("{}\n", escaped(&text, units)).as_bytes());
    }

    /// Tells the operator something that is no part of the result, on stderr.
    pub fn say(&self, line: &str) {
        if !self.quiet {
            // Talk that nobody hears changes nothing.
            let _ = writeln!(std::io::stderr(), "{}", self.shown(line));
        }
    }

    /// The same output before a question: whoever is to answer it sees what it is about, however quiet the rest is.
    pub fn before_question(&self, secret: &Secret) -> Self {
        Self { quiet: self.quiet && secret.yes, ..*self }
    }

    /// A failure: in words on stderr, and for a program on stdout.
    pub fn failure(&self, failure: &Failure) {
        if self.json && self.is_heard() {
            self.value(&Failed { error: failure.view() });
            return;
        }
        for failure in failure.others.iter().rev().chain([failure]) {
            let mut stderr = std::io::stderr();
            let code = self.paint(Tone::Bad, failure.code.as_str());
            // The exit code says it too.
            let _ = writeln!(stderr, "{code} {}{}", visible(&place(self.lang, failure)), visible(&failure.says));
            let _ = writeln!(stderr, "   {}", visible(&failure.remedy.to_string()));
        }
    }

    /// A word in a colour, where colours are wanted.
    pub fn paint(&self, tone: Tone, word: &str) -> String {
        if self.color { format!("{ESCAPE}{}{word}{ESCAPE}{PLAIN}", tone.sequence()) } else { word.to_owned() }
    }

    /// A line as it may reach a terminal: of what it would obey, our own colours alone.
    fn shown(&self, line: &str) -> String {
        let is_ours = |rest: &str| self.color && PAINTS.iter().any(|paint| rest.starts_with(paint));
        let mut parts = line.split(ESCAPE);
        let mut shown = visible(parts.next().unwrap_or_default());
        for rest in parts {
            let escape = ESCAPE.to_string();
            shown.push_str(&if is_ours(rest) { escape } else { visible(&escape) });
            shown.push_str(&visible(rest));
        }
        shown
    }
}

/// What a sequence that a terminal obeys begins with.
const ESCAPE: char = '\x1b';
/// What ends a colour, after the escape.
const PLAIN: &str = "[0m";
/// Every sequence of ours, after the escape.
const PAINTS: [&str; 4] = [Tone::Good.sequence(), Tone::Bad.sequence(), Tone::Note.sequence(), PLAIN];

impl Tone {
    /// What begins its colour, after the escape.
    const fn sequence(self) -> &'static str {
        match self {
            Self::Good => "[32m",
            Self::Bad => "[31m",
            Self::Note => "[33m",
        }
    }
}

/// Whether the environment asks for no colour: the convention is that a value does, and an empty one is none.
fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// How wide a column of words is: the longest, and at least so much.
pub fn column<'a>(least: usize, words: impl IntoIterator<Item = &'a str>) -> usize {
    words.into_iter().map(|word| word.chars().count()).fold(least, usize::max)
}

/// Characters of a column's or key's name that are repeated: a file that is no table may have a very long one.
const PLACE_CHARS_MAX: usize = 60;

/// What files say is shown, and not obeyed: a terminal would act on control characters, hide others, or turn them round.
pub fn visible(text: &str) -> String {
    escaped(text, |c| c.escape_default().to_string())
}

fn escaped(text: &str, spell: impl Fn(char) -> String) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_invisible(c) { shown.push_str(&spell(c)) } else { shown.push(c) }
    }
    shown
}

/// Where something is wrong, as far as what is said of it does not name the place.
fn place(lang: Lang, failure: &Failure) -> String {
    let mut place = String::new();
    if let Some(line) = failure.line {
        place = format!("{}:{line}", failure.file.as_deref().unwrap_or_default());
    } else if let Some(file) = failure.file.as_deref().filter(|file| !failure.says.contains(file)) {
        place = file.to_owned();
    }
    // A column of figures is named after its item: once is enough.
    let item = failure.item.clone().filter(|item| failure.column.as_ref() != Some(item));
    let named: [fn(Lang, &str) -> String; 3] = [places::unit, places::column, places::item];
    for (named, value) in named.into_iter().zip([&failure.unit, &failure.column, &item]) {
        if let Some(value) = value.as_ref().filter(|value| !failure.says.contains(value.as_str())) {
            let value: String = value.chars().take(PLACE_CHARS_MAX).collect();
            place.push_str(if place.is_empty() { "" } else { ", " });
            place.push_str(&named(lang, &value));
        }
    }
    if place.is_empty() { place } else { place + ": " }
}

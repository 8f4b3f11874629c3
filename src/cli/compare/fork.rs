//! A fork: its evidence is written before anything is said, and the first event that differs is told from both sides.

use std::path::{Path, PathBuf};

use super::super::args::Insider;
use super::super::failure::Failure;
use super::super::files;
use super::super::gate;
use super::super::output::Output;
use super::changes::says;
use super::sides::{head, tell_contradiction, view};
use crate::ledger::files::fork::ForkEvidence;
use crate::ledger::logged_event::LoggedEvent;
use crate::ledger::note::policy::Policy;
use crate::service::compare::{Compared as Sides, Difference};
use crate::service::files::Readers;
use crate::text::{Action, Compared, Label};
use crate::view::comparison::{self, ForkFound};
use crate::view::event::Event;
use crate::view::evidence::Fork;

/// Tells a fork, of which the evidence is in a file.
pub fn tell(
    sides: &Sides,
    evidence: &ForkEvidence,
    file: &Path,
    policy: Option<&Policy>,
    insider: &Insider,
    output: &Output,
) -> Result<(), Failure> {
    let difference = sides.first_difference().map_err(|error| Failure::service(output.lang, error))?;
    let is_closed = [&sides.old, &sides.new]
        .iter()
        .filter_map(|side| side.whole.as_ref())
        .any(|whole| gate::closed(whole.model(), insider).is_some());
    if output.json {
        let first_difference = difference.as_ref().map(|Difference { sequence, events }| {
            let [old, new] = events.each_ref();
            let view = |event| view_of(event, is_closed, output);
            comparison::Difference::of(*sequence, [old.as_ref().map(view), new.as_ref().map(view)])
        });
        let found = ForkFound { fork: Fork::of(evidence), evidence: file.display().to_string(), first_difference };
        output.value(&view(sides).forked(found));
        return Ok(());
    }
    head(sides, policy, output);
    tell_contradiction(evidence, output);
    if let Some(Difference { sequence, events }) = &difference {
        output.named("", &output.compared(Compared::FirstDifference(*sequence)));
        for (name, entry) in [Compared::Old, Compared::New].into_iter().zip(events) {
            output.named(&format!("  {}", output.compared(name)), &event_line(entry.as_ref(), is_closed, output));
        }
    }
    let (file, command) = (file.display().to_string(), format!("`{}`", Action::Verify));
    let written = Compared::Written { file: &file, command: &command };
    output.named(&output.compared(Compared::Evidence), &output.compared(written));
    Ok(())
}

/// Writes the evidence. Where the very same stands there already, nothing is to be done.
pub fn write(name: &str, evidence: &str, named: Option<&Path>, output: &Output) -> Result<PathBuf, Failure> {
    let file = named.map_or_else(|| PathBuf::from(name), Path::to_owned);
    if file.is_file() && files::read(output.lang, &file)? == evidence.as_bytes() {
        return Ok(file);
    }
    files::write_new(output.lang, &file, evidence.as_bytes(), Readers::All).map(|()| file)
}

fn event_line(entry: Option<&LoggedEvent>, is_closed: bool, output: &Output) -> String {
    match entry.and_then(LoggedEvent::body) {
        Some(body) => says(body, is_closed, output),
        None => output.label(Label::CannotBeRead).to_owned(),
    }
}

/// An event for a program; without its body, which may hold figures.
fn view_of<'a>(event: &'a LoggedEvent, is_closed: bool, output: &Output) -> Event<'a> {
    let view = Event::of(event, output.lang);
    if is_closed { view.without_figures(event_line(Some(event), is_closed, output)) } else { view }
}

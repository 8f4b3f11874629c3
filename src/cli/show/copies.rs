//! `show copies`: how far what is published, the witnesses and the replica are.

use crate::cli::args::Global;
use crate::cli::failure::{Exit, Failure};
use crate::cli::ledger;
use crate::cli::output::Output;
use crate::cli::talk::Talk;
use crate::cli::words::results;
use crate::domain::number::Size;
use crate::service::copies::{Copies, ReplicaCopy, copies};
use crate::store::error::LockHolder;
use crate::text::Lang;
use crate::view::copies as view;

/// The word that asks for them.
pub const COPIES: &str = "copies";

pub fn run(global: &Global, output: &Output) -> Result<Exit, Failure> {
    let talk = Talk::new(output);
    let found = copies(&ledger::setting(&global.ledger, &talk), global.policy_file.as_ref());
    let found = found.map_err(|error| Failure::service(output.lang, error))?;
    if output.json {
        output.value(&view_of(found))
    } else {
        tell(found, output)
    }
    Ok(Exit::Done)
}

fn tell(found: Copies, output: &Output) {
    let (lang, Copies { size, holder, published, witnesses, replica }) = (output.lang, found);
    let mut rows = vec![(say!(lang, results::result_log), at(lang, size))];
    rows.push((say!(lang, results::result_published), published.map_or_else(|| nothing(lang), |size| at(lang, size))));
    for (name, size) in witnesses {
        rows.push((say!(lang, results::result_witness), format!("{name} · {}", at(lang, size))));
    }
    let of_replica = |ReplicaCopy { place, size }| format!("{place} · {}", at(lang, size));
    rows.push((say!(lang, results::result_replica), replica.map_or_else(|| nothing(lang), of_replica)));
    if let Some(holder) = holder {
        let held = say!(lang, results::result_held { process: holder.process, doing: holder.doing });
        rows.push((say!(lang, results::result_held_by), held));
    }
    output.rows(&rows);
}

fn at(lang: Lang, size: Size) -> String {
    say!(lang, results::result_at_size { size })
}

fn nothing(lang: Lang) -> String {
    say!(lang, results::result_nothing).to_owned()
}

fn view_of(found: Copies) -> view::Copies {
    let Copies { size, holder, published, witnesses, replica } = found;
    view::Copies {
        size: size.0,
        holder: holder.map(|LockHolder { process, doing }| view::Holder { process, doing }),
        published: published.map(|size| size.0),
        witnesses: witnesses
            .into_iter()
            .map(|(name, size)| view::WitnessCopy { name: name.to_string(), size: size.0 })
            .collect(),
        replica: replica.map(|ReplicaCopy { place, size }| view::ReplicaCopy { place, size: size.0 }),
    }
}

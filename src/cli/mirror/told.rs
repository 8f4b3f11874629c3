//! What is told of a mirror.

use crate::cli::failure::Exit;
use crate::cli::output::Output;
use crate::cli::words::results;
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::service::mirror::Mirror;
use crate::service::serving::sight::Sight;
use crate::text::{self, Label};
use crate::view::mirror::Mirror as View;

/// The mirror has more than was read here, and nothing was put.
pub fn ahead(mirror: &Mirror, sight: &Sight, there: &Checkpoint, output: &Output) -> Exit {
    let (place, there, here) = (mirror.place().to_owned(), there.size, sight.size());
    tell_ahead(mirror, sight, there, output);
    output.say(&say!(output.lang, results::said_mirror_ahead { place, there, here }));
    Exit::Insufficient
}

/// Another machine put more than was read here, while this one put its own.
pub fn overtaken(mirror: &Mirror, sight: &Sight, there: &Checkpoint, output: &Output) -> Exit {
    let (place, there, here) = (mirror.place().to_owned(), there.size, sight.size());
    tell_ahead(mirror, sight, there, output);
    output.say(&say!(output.lang, results::said_mirror_overtaken { place, there, here }));
    Exit::Insufficient
}

fn tell_ahead(mirror: &Mirror, sight: &Sight, there: Size, output: &Output) {
    if output.json {
        output.value(&view(mirror, sight, Some(there)));
    }
}

fn view(mirror: &Mirror, sight: &Sight, ahead: Option<Size>) -> View {
    let ([files, put], checkpoint) = (mirror.counts(), sight.checkpoint());
    let (place, size, fingerprint) = (mirror.place().to_owned(), checkpoint.size.0, checkpoint.fingerprint().into());
    View { place, size, fingerprint, files, put, ahead: ahead.map(|size| size.0) }
}

/// The mirror has what was read.
pub fn tell(mirror: &Mirror, sight: &Sight, output: &Output) {
    if output.json {
        output.value(&view(mirror, sight, None));
        return;
    }
    let ([files, put], checkpoint, place) = (mirror.counts(), sight.checkpoint(), mirror.place().to_owned());
    let number = |number| text::number(output.lang, number);
    output.rows(&[
        (say!(output.lang, results::result_mirror), place),
        (say!(output.lang, results::result_size), number(checkpoint.size.0)),
        (output.label(Label::Fingerprint), checkpoint.fingerprint().to_string()),
        (
            say!(output.lang, results::result_files),
            say!(output.lang, results::result_files_put { files: number(files), put: number(put) }),
        ),
    ]);
}

//! What `verify`, `compare`, `restore` and `witness` are pointed at: a ledger, or a published log in a folder, a tar or
//! behind a URL.

use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::failure::{Exit, Failure};
use super::files;
use super::output::Output;
use super::parallel::Cores;
use super::progress::Progress;
use crate::crypto::note::{NOTE_BYTES_MAX, VerifierKey};
use crate::domain::code::Code;
use crate::remote::http::{Http, HttpError};
use crate::remote::published::Url;
use crate::store::error::StoreError;
use crate::store::files as names;
use crate::store::publish::published::{PublishedFolder, PublishedLedger, PublishedTar};
use crate::store::read;
use crate::text::Lang;
use crate::verify::Published;
use crate::verify::published::CHECKPOINT;

/// Something that holds a log.
#[allow(clippy::large_enum_variant, reason = "there are two of these in a program")]
pub enum LogSource {
    Ledger(PublishedLedger),
    Folder(PublishedFolder, PathBuf),
    Tar(PublishedTar, PathBuf),
    Url(Url),
}

/// What a word on the command line points at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LogSourceKind {
    /// A ledger's folder.
    Ledger,
    /// A published folder.
    Folder,
    /// A file, whatever is in it.
    File,
    /// Behind a URL.
    Url,
}

impl LogSourceKind {
    /// Looks at what is there.
    pub fn of(what: &Path, lang: Lang) -> Result<Self, Failure> {
        let begins =
            |text: &str, with: &str| text.get(..with.len()).is_some_and(|text| text.eq_ignore_ascii_case(with));
        let is_url = |text: &str| begins(text, "http://") || begins(text, "https://");
        match what {
            what if what.to_str().is_some_and(is_url) => Ok(Self::Url),
            what if what.is_file() => Ok(Self::File),
            what if what.join(names::SEAL).exists() || what.join(names::JOURNAL).exists() => Ok(Self::Ledger),
            what if what.join(CHECKPOINT).exists() || what.join("tile").exists() => Ok(Self::Folder),
            what => Err(Failure::store(lang, what, StoreError::NoLedger(what.to_owned()))),
        }
    }
}

impl LogSource {
    /// Opens a log for whoever reads its files, wherever it is.
    pub fn open(what: &Path, output: &Output) -> Result<Self, Failure> {
        match LogSourceKind::of(what, output.lang)? {
            LogSourceKind::Ledger => {
                let failed = |error| Failure::store(output.lang, what, error);
                let total = read::sealed(what).map_err(failed)?.checkpoint().size.0;
                let mut progress = Progress::new(output, "reading", total);
                Ok(Self::Ledger(PublishedLedger::open(what, Cores, &mut |done| progress.at(done)).map_err(failed)?))
            }
            LogSourceKind::Folder => Ok(Self::Folder(PublishedFolder::new(what), what.to_owned())),
            LogSourceKind::File if is_tar(what) => Self::tar(what, output.lang),
            LogSourceKind::File => {
                let says = format!("{} is neither a published log nor a receipt", what.display());
                let act = "give a ledger, a published folder, its tar or URL, or a receipt";
                Err(Failure { exit: Exit::CannotTell, ..Failure::format(what, says, act) })
            }
            LogSourceKind::Url => Url::new(&what.to_string_lossy(), Http::new()).map(Self::Url).map_err(remote),
        }
    }

    fn tar(what: &Path, lang: Lang) -> Result<Self, Failure> {
        let tar = PublishedTar::open(what).map_err(|error| match error {
            // The disk gave what is there, and that is no tar to go by.
            StoreError::Io { source, .. }
                if !matches!(source.kind(), ErrorKind::NotFound | ErrorKind::PermissionDenied) =>
            {
                let says = format!("{} cannot be read as a tar: {source}", what.display());
                let act = "get it from another place, or ask for the folder";
                Failure { exit: Exit::CannotTell, ..Failure::format(what, says, act) }
            }
            error => unreadable(Failure::store(lang, what, error)),
        })?;
        Ok(Self::Tar(tar, what.to_owned()))
    }

    /// Whether a log's key stands where a published log has it.
    pub fn names_a_log(&self) -> Result<bool, Failure> {
        let text = self.read(names::LOG_VKEY, NOTE_BYTES_MAX)?.and_then(|bytes| String::from_utf8(bytes).ok());
        Ok(text.is_some_and(|text| text.trim_end().parse::<VerifierKey>().is_ok()))
    }
}

/// Whether a file is a tar, as POSIX and GNU write it.
pub fn is_tar(path: &Path) -> bool {
    const MAGIC_AT: usize = 257;
    files::first(path, MAGIC_AT + 5).is_some_and(|bytes| &bytes[MAGIC_AT..] == b"ustar")
}

/// What cannot be read is no input that somebody mistyped: nothing can be told of it.
pub fn unreadable(failure: Failure) -> Failure {
    let exit = if failure.exit == Exit::Input { Exit::CannotTell } else { failure.exit };
    Failure { exit, ..failure }
}

/// What a server did not give.
pub fn remote(error: HttpError) -> Failure {
    match error {
        HttpError::NotAUrl(_) => Failure::usage(error.to_string(), "give the URL under which `checkpoint` is served"),
        error => {
            Failure::new(Exit::Disk, Code::U2, error.to_string(), "check the address and the network, and run it again")
        }
    }
}

impl fmt::Display for LogSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ledger(_) => f.write_str("the ledger"),
            Self::Folder(_, path) | Self::Tar(_, path) => path.display().fmt(f),
            Self::Url(url) => f.write_str(url.of("").trim_end_matches('/')),
        }
    }
}

impl Published for LogSource {
    type Error = Failure;

    fn read(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, Failure> {
        let at = |path: &Path| {
            let path = path.to_owned();
            move |error| unreadable(Failure::store(Lang::En, &path, error))
        };
        match self {
            Self::Ledger(ledger) => ledger.read(file, bytes_max).map_err(|error| {
                Failure::new(Exit::Disk, Code::U2, error.to_string(), "run `protokol verify` on the ledger")
            }),
            Self::Folder(folder, path) => folder.read(file, bytes_max).map_err(at(path)),
            Self::Tar(tar, path) => tar.read(file, bytes_max).map_err(at(path)),
            Self::Url(url) => url.read(file, bytes_max).map_err(remote),
        }
    }
}

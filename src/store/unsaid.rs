//! Why a store says nothing of what it was asked. What will not pass by itself is told from what may: only the one is worth
//! asking again.

use std::fmt;
use std::io::{self, ErrorKind};

/// Why a store says nothing of what it was asked, each in its own words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unsaid {
    /// It will not: somebody has to give a right, make room, or name another place.
    Refused(String),
    /// Nobody can say: it may answer when it is asked again.
    Doubtful(String),
}

impl Unsaid {
    /// What stands where a file is expected is none.
    pub fn no_file() -> Self {
        Self::Refused("what stands there is no file, but a folder, a pipe or a device".to_owned())
    }

    /// In the store's own words.
    pub fn why(self) -> String {
        let (Self::Refused(why) | Self::Doubtful(why)) = self;
        why
    }
}

impl From<io::Error> for Unsaid {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::PermissionDenied
            | ErrorKind::ReadOnlyFilesystem
            | ErrorKind::StorageFull
            | ErrorKind::QuotaExceeded
            | ErrorKind::FileTooLarge
            | ErrorKind::InvalidFilename
            | ErrorKind::AlreadyExists
            | ErrorKind::NotADirectory
            | ErrorKind::IsADirectory => Self::Refused(error.to_string()),
            _ => Self::Doubtful(error.to_string()),
        }
    }
}

impl fmt::Display for Unsaid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Refused(why) | Self::Doubtful(why)) = self;
        f.write_str(why)
    }
}

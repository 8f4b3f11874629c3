//! A draft that was made.

use schemars::JsonSchema;
use serde::Serialize;

/// A draft that was made: where it is, or what it says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Draft {
    /// It was written to a file.
    Written {
        /// The file that the draft is in.
        file: String,
    },
    /// An election folder to begin with was written.
    Election {
        /// The files of the folder.
        files: Vec<String>,
    },
    /// It is the answer itself.
    Said {
        /// The draft, a page of TOML.
        draft: String,
    },
}

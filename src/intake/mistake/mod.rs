//! What is wrong in a paper, as values; a room above has the words. Names of columns, keys and units, and what somebody
//! wrote, are told as they stand in the file.

mod drafts;
mod enrolment;
mod files;
mod manifests;
mod slips;
mod tables;
mod toml;
mod values;

pub use drafts::DraftMistake;
pub use enrolment::EnrolmentMistake;
pub use files::FileMistake;
pub use manifests::ManifestMistake;
pub use slips::SlipMistake;
pub use tables::TableMistake;
pub use toml::TomlFlaw;
pub use values::{Sort, ValueMistake};

/// Lists the subjects once: each has mistakes of its own.
macro_rules! subjects {
    ($($(#[$doc:meta])* $name:ident($of:ty),)*) => {
        /// What is wrong in a paper, by subject.
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub enum Mistake {
            $($(#[$doc])* $name($of),)*
        }

        $(impl From<$of> for Mistake {
            fn from(mistake: $of) -> Self {
                Self::$name(mistake)
            }
        })*
    };
}

subjects! {
    /// A file is not in its format.
    File(FileMistake),
    /// A row of a table does not fit the election, or the other rows.
    Table(TableMistake),
    /// A unit, a candidate, a member or an observer cannot be enrolled as the table says.
    Enrolment(EnrolmentMistake),
    /// A manifest contradicts itself, or its units.
    Manifest(ManifestMistake),
    /// A draft does not say what a statement of its kind says.
    Draft(DraftMistake),
    /// A value is not written as its sort is.
    Value(ValueMistake),
}

//! Words of closed lists: the values of an enum as programs read them, the same in every language.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::domain::attachment::AttachmentFile;
use crate::domain::commission::Office;
use crate::domain::complaint::Outcome;
use crate::domain::form::Severity;
use crate::domain::observer::ObserverRole;
use crate::domain::paper_status::PaperStatus;
use crate::domain::protocol::Media;
use crate::domain::statement::Kind;
use crate::text::Status;
use crate::verify::compare::Relation;
use crate::verify::fault::Verdict;
use crate::verify::report::Trust;

/// An enum whose values are words.
pub trait Words: Copy {
    /// What the list is called in a schema.
    const NAME: &'static str;

    /// The word of a value.
    fn word(self) -> &'static str;

    /// Every word, in the enum's order.
    fn all() -> Vec<&'static str>;
}

/// A value, told by its word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word<T>(pub T);

impl<T: Words> Serialize for Word<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.word())
    }
}

impl<T: Words> JsonSchema for Word<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": T::all() })
    }
}

/// The words of an enum, each stated once: the list cannot miss a value that the match has.
macro_rules! words {
    ($enum:ident $(<$of:ty>)? { $($variant:ident $(($any:pat))? $word:literal,)+ }) => {
        impl Words for $enum $(<$of>)? {
            const NAME: &'static str = stringify!($enum);

            fn word(self) -> &'static str {
                match self { $(Self::$variant $(($any))? => $word,)+ }
            }

            fn all() -> Vec<&'static str> {
                vec![$($word),+]
            }
        }
    };
}

words!(Verdict { Verified "verified", Insufficient "insufficient", Unreadable "unreadable", Failed "failed", });
words!(Trust { Policy "policy", Expected "expected", SelfSigned "self", });
words!(Status { Ok "ok", Failed "failed", Note "note", Skipped "skipped", });
words!(Severity { Error "error", Warning "warning", });
words!(AttachmentFile { There "there", Missing "missing", Altered "altered", });
words!(Office { Chair "chair", Deputy "deputy", Secretary "secretary", Member "member", });
words!(ObserverRole {
    International "international",
    Domestic "domestic",
    Agent "agent",
    Media "media",
});
words!(Media { Jpeg "jpeg", Png "png", Pdf "pdf", });
words!(Outcome {
    Upheld "upheld",
    UpheldInPart "upheld_in_part",
    Rejected "rejected",
    NotHeard "not_heard",
});
words!(PaperStatus<()> {
    Awaited "awaited",
    Opened "opened",
    Reported(()) "reported",
    Annulled "annulled",
    Failed "failed",
});
words!(Relation {
    Equal "equal",
    Continuation "continuation",
    Rollback "rollback",
    Fork "fork",
    Contradiction "contradiction",
    Unrelated(_) "unrelated",
});

impl Words for Kind {
    const NAME: &'static str = "Kind";

    fn word(self) -> &'static str {
        self.name()
    }

    fn all() -> Vec<&'static str> {
        Self::ALL.iter().map(|kind| kind.name()).collect()
    }
}

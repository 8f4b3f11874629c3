//! Sentences: one Fluent file a subject in `i18n/LANGUAGE/`, embedded in the program. Here is how one is asked for, in
//! this room and in the front ends above it, which have subjects of their own.
//!
//! A subject's file of Rust lists its messages once, each with the variables that it is given, and a test holds
//! every language against the lists: a message or a variable that is missing, or that nobody asks for, fails it.
//! From the same list come the only ways to say something, so that a message that is not listed, and a variable that is
//! not given, do not compile; and what is listed and never said is dead code, which does not pass either.
//!
//! ```ignore
//! messages! {
//!     place_none;                              // place-none = nowhere
//!     place_event { sequence, unit };          // place-event = event { $sequence } ({ $unit })
//!     refusal_closed + remedy;                 // with an attribute .remedy: what to do
//! }
//! say!(lang, place_none)                       // &'static str
//! say!(lang, place_event { sequence, unit })   // String
//! advise!(lang, refusal_closed)                // Said
//! ```

mod argument;
mod catalogue;
mod mark;
mod message;

pub(crate) use argument::{Argument, Arguments};
pub(super) use catalogue::remedy;
pub(crate) use catalogue::{Fixed, advise, say};
pub(super) use mark::pieces;
pub use message::{Message, REMEDY};
pub(crate) use message::{has, hyphened};

/// A name of Rust as Fluent writes it, when the program is compiled: `place-event`.
macro_rules! hyphened {
    ($name:ident) => {{
        const BYTES: [u8; stringify!($name).len()] = $crate::text::fluent::hyphened(stringify!($name));
        match std::str::from_utf8(&BYTES) {
            Ok(name) => name,
            Err(_) => panic!("hyphens in the place of underscores"),
        }
    }};
}

/// Lists the messages of a subject, each with the variables that it is given: the only place where a name is written.
macro_rules! messages {
    ($($name:ident $({ $($given:ident),+ })? $(+ $remedy:ident)?;)*) => {
        /// The messages of this subject.
        pub(crate) const MESSAGES: &[$crate::text::fluent::Message] = &[$(
            $crate::text::fluent::Message {
                id: hyphened!($name),
                given: &[$($(hyphened!($given)),+)?],
                has_remedy: $crate::text::fluent::has(&[$(stringify!($remedy))?]),
            },
        )*];
        $(message! { $name { $($($given),+)? } $($remedy)? })*
    };
}

/// The one way to say a message: a function of the language, or a struct whose fields are the variables.
macro_rules! message {
    ($name:ident {}) => {
        pub(crate) mod $name {
            pub fn said(lang: $crate::text::Lang) -> &'static str {
                static FIXED: $crate::text::fluent::Fixed = $crate::text::fluent::Fixed::new(hyphened!($name));
                FIXED.said(lang)
            }
        }
    };
    ($name:ident {} remedy) => {
        pub(crate) mod $name {
            pub fn advised(lang: $crate::text::Lang) -> $crate::text::Said {
                $crate::text::fluent::advise(lang, hyphened!($name), $crate::text::fluent::Arguments::default())
            }
        }
    };
    ($name:ident { $($given:ident),+ } $($remedy:ident)?) => {
        pub(crate) mod $name {
            pub struct Given<'a> {
                $(pub $given: $crate::text::fluent::Argument<'a>,)+
            }

            impl Given<'_> {
                message! { @with $name { $($given),+ } $($remedy)? }
            }
        }
    };
    (@with $name:ident { $($given:ident),+ }) => {
        pub fn said(self, lang: $crate::text::Lang) -> String {
            let mut given = $crate::text::fluent::Arguments::default();
            $(given.give(hyphened!($given), self.$given);)+
            $crate::text::fluent::say(lang, hyphened!($name), &given)
        }
    };
    (@with $name:ident { $($given:ident),+ } remedy) => {
        pub fn advised(self, lang: $crate::text::Lang) -> $crate::text::Said {
            let mut given = $crate::text::fluent::Arguments::default();
            $(given.give(hyphened!($given), self.$given);)+
            $crate::text::fluent::advise(lang, hyphened!($name), given)
        }
    };
}

/// Says a message that is listed here, with every variable that it is listed with.
macro_rules! say {
    ($lang:expr, $($name:ident)::+) => {
        $($name)::+::said($lang)
    };
    ($lang:expr, $($name:ident)::+ { $($given:ident $(: $value:expr)?),+ $(,)? }) => {
        $($name)::+::Given { $($given: argument!($given $(, $value)?)),+ }.said($lang)
    };
}

/// As [`say`], of a message with a remedy: what is so, and what to do.
macro_rules! advise {
    ($lang:expr, $($name:ident)::+) => {
        $($name)::+::advised($lang)
    };
    ($lang:expr, $($name:ident)::+ { $($given:ident $(: $value:expr)?),+ $(,)? }) => {
        $($name)::+::Given { $($given: argument!($given $(, $value)?)),+ }.advised($lang)
    };
}

/// What a variable is given: a value, or the variable of Rust that has its name.
macro_rules! argument {
    ($given:ident) => {
        $crate::text::fluent::Argument::from($given)
    };
    ($given:ident, $value:expr) => {
        $crate::text::fluent::Argument::from($value)
    };
}

/// Lists messages that are given nothing, each with what it is the name of: a function a type, an exhaustive match.
macro_rules! names {
    ($($(#[$doc:meta])* $function:ident($of:ty) { $($what:pat => $name:ident,)+ })+) => {
        messages! { $($($name;)+)+ }

        $($(#[$doc])* pub fn $function(lang: Lang, of: $of) -> &'static str {
            match of { $($what => say!(lang, $name),)+ }
        })+
    };
}

/// Lists an enum of fixed lines once: each variant, and the message that it is.
macro_rules! fixed_lines {
    ($(#[$doc:meta])* $enum:ident, $function:ident { $($variant:ident => $name:ident,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[allow(missing_docs, reason = "each is what it says; the languages' files have the words")]
        pub enum $enum {
            $($variant,)+
        }

        impl $enum {
            /// Every line, in the order of the list.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The message of each line, in the same order.
            pub(crate) const MESSAGES: &[$crate::text::fluent::Message] = &[$(
                $crate::text::fluent::Message { id: hyphened!($name), given: &[], has_remedy: false },
            )+];
        }

        $(message! { $name {} })+

        /// A line in a language.
        pub fn $function(lang: Lang, of: $enum) -> &'static str {
            match of { $($enum::$variant => say!(lang, $name),)+ }
        }
    };
}

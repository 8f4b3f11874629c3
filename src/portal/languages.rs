//! What each language is called by those who speak it.

use crate::text::Lang;

/// Each language with its own name.
pub const NAMES: &[(Lang, &str)] = &[(Lang::En, "English"), (Lang::Az, "Azərbaycanca"), (Lang::Ru, "Русский")];

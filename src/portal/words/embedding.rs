//! What the screen says, and the page for those who embed.

use crate::text::Lang;

fixed_lines! {
    /// A line of the screen, or about embedding.
    EmbedWord, embed_word {
        Lead => embed_lead,
        SiteIs => embed_site_is,
        AsTable => embed_as_table,
        AsImage => embed_as_image,
        StopTurning => embed_stop_turning,
        GoOnTurning => embed_go_on_turning,
        AllPages => embed_all_pages,
    }
}

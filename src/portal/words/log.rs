//! What the pages of the log say, and those that stand where nothing is.

use crate::text::Lang;

fixed_lines! {
    /// A heading or a fixed line of the pages of the log.
    LogWord, log_word {
        Search => portal_search,
        SearchFor => portal_search_for,
        CanBeSearched => portal_can_be_searched,
        SeveralFound => portal_several_found,
        NewestFirst => portal_newest_first,
        EventSays => portal_event_says,
        Older => portal_older,
        Newer => portal_newer,
        Newest => portal_newest,
        Oldest => portal_oldest,
        Kind => portal_kind,
        SaidAt => portal_said_at,
        Signers => portal_signers,
        LogItself => portal_log_itself,
        Paper => portal_paper,
        RawBytes => portal_raw_bytes,
        DownloadBytes => portal_download_bytes,
        ForPrograms => portal_for_programs,
        Withheld => portal_withheld,
        NoPage => portal_no_page,
        NoPageHere => portal_no_page_here,
        ToResults => portal_to_results,
        Troubled => portal_troubled,
    }
}

messages! {
    portal_nothing_named { asked };
    portal_found_size { size };
    portal_events_from_to { from, to };
}

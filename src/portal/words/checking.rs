//! What the page says that tells how everything is checked.

use crate::text::Lang;

fixed_lines! {
    /// A line about checking.
    Checking, checking {
        Lead => checking_lead,
        InBrowser => checking_in_browser,
        InBrowserHow => checking_in_browser_how,
        OpenPage => checking_open_page,
        PageDigest => checking_page_digest,
        PageDigestWhy => checking_page_digest_why,
        ByEye => checking_by_eye,
        ByEyeHow => checking_by_eye_how,
        WithProgram => checking_with_program,
        WithProgramHow => checking_with_program_how,
        WithOthers => checking_with_others,
        WithOthersHow => checking_with_others_how,
        LogIsAt => checking_log_is_at,
        NotOutYet => checking_not_out_yet,
        Proves => checking_proves,
        ProvesNot => checking_proves_not,
        OwnKey => checking_own_key,
    }
}

#![no_main]

#[path = "../harness/stored.rs"]
mod stored;
#[path = "."]
mod kit {
    #[path = "../../kit/tiny.rs"]
    #[allow(dead_code, reason = "the tests call the rest")]
    pub mod tiny;
}

use std::sync::OnceLock;

static TEMPLATE: OnceLock<(tempfile::TempDir, stored::Template)> = OnceLock::new();

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (_, template) = TEMPLATE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let template = stored::Template::new(folder.path());
        (folder, template)
    });
    let copy = tempfile::tempdir().expect("a temporary folder");
    template.edited(&copy.path().join("ledger"), bytes);
});

//! The desk of a commission: one page a language, a few scripts, and the program of `browser/desk` compiled to WebAssembly.
//! Nothing in it depends on a checkpoint: a browser keeps all of it, and works without the line.

use std::sync::OnceLock;

use askama::Template;

use super::assets::{Asset, ICON, STYLE};
use super::languages::NAMES;
use crate::browser::desk::words::Word;
use crate::crypto::hash::sha256;
use crate::text::Lang;

/// How many bytes of the digest name a version.
const NAMED_BYTES: usize = 8;

const SCRIPT: &str = "text/javascript; charset=utf-8";

/// A file that the page asks for.
#[derive(Debug)]
pub struct File {
    /// What it is called.
    pub name: &'static str,
    /// What it is.
    pub media: &'static str,
    /// What is in it.
    pub bytes: &'static [u8],
}

/// Lists each file once.
macro_rules! files {
    ($($name:literal $media:expr;)*) => {
        &[$(File { name: $name, media: $media, bytes: include_bytes!(concat!("files/", $name)) },)*
          File { name: "desk.wasm.gz", media: "application/gzip", bytes: include_bytes!("../assets/desk.wasm.gz") }]
    };
}

/// Every file that the page asks for besides those of the whole site.
pub static FILES: &[File] = files! {
    "about.js" SCRIPT;
    "commissions.js" SCRIPT;
    "desk.css" "text/css; charset=utf-8";
    "desk.js" SCRIPT;
    "dom.js" SCRIPT;
    "enrolment.js" SCRIPT;
    "form.js" SCRIPT;
    "home.js" SCRIPT;
    "lists.js" SCRIPT;
    "outcome.js" SCRIPT;
    "paper.js" SCRIPT;
    "passing.js" SCRIPT;
    "program.js" SCRIPT;
    "queue.js" SCRIPT;
    "read.js" SCRIPT;
    "receipt.js" SCRIPT;
    "signing.js" SCRIPT;
    "slips.js" SCRIPT;
    "start.js" SCRIPT;
    "store.js" SCRIPT;
    "tar.js" SCRIPT;
    "worker.js" SCRIPT;
};

/// What answers where the line is gone, but for its first lines.
const OFFLINE: &str = include_str!("files/offline.js");

/// The version of the files: a digest of all of them. They name each other, and so change their address together.
pub fn version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| {
        let parts: Vec<_> = FILES.iter().flat_map(|file| [file.name.as_bytes(), file.bytes]).collect();
        hex::encode(&sha256(&parts)[..NAMED_BYTES])
    })
}

#[derive(Template)]
#[template(path = "desk/page.html", config = "src/portal/askama.toml")]
struct Page<'a> {
    lang: &'a Lang,
}

impl Page<'_> {
    fn say(&self, word: Word) -> &'static str {
        word.said(*self.lang)
    }

    fn file(&self, name: &str) -> String {
        format!("../files/{}/{name}", version())
    }

    fn style(&self) -> String {
        asset(&STYLE)
    }

    fn icon(&self) -> String {
        asset(&ICON)
    }

    fn languages(&self) -> &'static [(Lang, &'static str)] {
        NAMES
    }
}

/// From a page to a file of the whole site.
fn asset(asset: &Asset) -> String {
    format!("../../assets/{}", asset.name())
}

/// The page in a language.
pub fn page(lang: Lang) -> String {
    Page { lang: &lang }.render().expect("writing to a string cannot fail")
}

/// What answers where the line is gone: the script of the service worker, which knows what it keeps.
pub fn offline() -> String {
    let pages = Lang::ALL.iter().map(|lang| format!("{lang}/"));
    let files = FILES.iter().map(|file| format!("files/{}/{}", version(), file.name));
    let assets = [&STYLE, &ICON].map(|asset| format!("../assets/{}", asset.name()));
    let all: Vec<_> = pages.chain(files).chain(assets).map(|file| format!("\"{file}\"")).collect();
    format!("const VERSION = \"protokol-desk-{}\";\nconst FILES = [{}];\n{OFFLINE}", kept(), all.join(", "))
}

/// The version of all that is kept, the pages in every language and the site's own files too.
fn kept() -> &'static str {
    static KEPT: OnceLock<String> = OnceLock::new();
    KEPT.get_or_init(|| {
        let pages: Vec<_> = Lang::ALL.iter().map(|lang| page(*lang)).collect();
        let parts: Vec<_> = pages.iter().map(|page| page.as_bytes()).chain([OFFLINE.as_bytes()]).collect();
        hex::encode(&sha256(&parts)[..NAMED_BYTES])
    })
}

//! The page *check it yourself*: one file with everything in it, the verifier too. It is the same bytes wherever it lies, so
//! that its digest can be printed, and works from a disk.

use std::sync::OnceLock;

use askama::Template;

use super::languages::NAMES;
use super::words::check::{Sentence, sentence};
use crate::crypto::base64;
use crate::crypto::hash::sha256;
use crate::store::publish::Page;
use crate::text::Lang;

/// What the page's file is called.
pub const FILE: &str = "check.html";
/// What the file with its digest is called, as `sha256sum` writes one.
pub const DIGEST_FILE: &str = "check.html.sha256";

/// The verifier, compiled to WebAssembly and packed: `packaging/browser/build` makes it.
const PROGRAM: &[u8] = include_bytes!("assets/check.wasm.gz");
const STYLE: &str = include_str!("check/check.css");
const SCRIPT: &str = include_str!("check/page.js");
const WORKER: &str = include_str!("check/worker.js");

/// The page.
#[derive(Template)]
#[template(path = "check/check.html", config = "src/portal/askama.toml")]
struct Check<'a> {
    policy: String,
    title: &'static str,
    version: &'static str,
    no_script: &'static str,
    languages: Vec<(&'static str, &'static str)>,
    sentences: String,
    program: String,
    style: &'a str,
    worker: &'a str,
    script: &'a str,
}

/// The page, as a file: the same bytes in every build of this version.
pub fn page() -> &'static str {
    static PAGE: OnceLock<String> = OnceLock::new();
    PAGE.get_or_init(|| {
        let page = Check {
            policy: policy(),
            title: sentence(Lang::En, Sentence::CheckTitle),
            version: env!("CARGO_PKG_VERSION"),
            no_script: sentence(Lang::En, Sentence::CheckNoScript),
            languages: NAMES.iter().map(|(lang, name)| (lang.code(), *name)).collect(),
            sentences: sentences(),
            program: base64::encode(PROGRAM),
            style: STYLE,
            worker: WORKER,
            script: SCRIPT,
        };
        page.render().expect("a template of texts alone is written into memory")
    })
}

/// The SHA-256 of the page's bytes, in hexadecimal digits: what people compare.
pub fn digest() -> &'static str {
    static DIGEST: OnceLock<String> = OnceLock::new();
    DIGEST.get_or_init(|| hex::encode(sha256(&[page().as_bytes()])))
}

/// The page as it lies beside a log or a site: its file, and one with its digest, as `sha256sum -c` reads it.
pub fn files() -> &'static [Page] {
    static DIGEST: OnceLock<String> = OnceLock::new();
    static FILES: OnceLock<[Page; 2]> = OnceLock::new();
    let line = || DIGEST.get_or_init(|| format!("{}  {FILE}\n", digest()));
    FILES.get_or_init(|| [(FILE, page()), (DIGEST_FILE, line())])
}

/// What the page allows itself: its own script, style and program by their digests, workers that it makes itself, and to ask
/// servers for a log.
pub fn policy() -> String {
    let of = |part: &str| format!("'sha256-{}'", base64::encode(&sha256(&[part.as_bytes()])));
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; worker-src blob:; connect-src http: https:; \
         img-src data:; base-uri 'none'; form-action 'none'",
        of(SCRIPT),
        of(STYLE)
    )
}

/// The sentences of every language, by the names that the script has for them. None has a sign that ends a script.
fn sentences() -> String {
    let of = |lang: Lang| {
        let said = Sentence::ALL.iter().zip(Sentence::MESSAGES);
        let said = said.map(|(said, message)| (name(message.id), sentence(lang, *said).into()));
        (lang.code().to_owned(), serde_json::Value::Object(said.collect()))
    };
    let all: serde_json::Map<_, _> = Lang::ALL.iter().map(|lang| of(*lang)).collect();
    serde_json::Value::Object(all).to_string().replace('<', "\\u003c")
}

/// The name that the script has for a message: `chooseFile` of `check-choose-file`.
fn name(id: &str) -> String {
    let mut words = id.split('-').skip(1);
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let (initial, rest) = word.split_at(1);
        name + &initial.to_uppercase() + rest
    })
}

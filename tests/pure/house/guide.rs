//! The operators' guide names every metric and every reason of `/readyz`, and none that is not there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What is quoted in a line.
fn quoted(line: &str, quote: char) -> impl Iterator<Item = &str> {
    line.split(quote).skip(1).step_by(2)
}

fn is_metric(name: &str) -> bool {
    name.starts_with("protokol_") && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// The rows of a section's table, each as what is quoted in its first cell.
fn rows<'a>(guide: &'a str, section: &str) -> BTreeSet<&'a str> {
    let (_, rest) = guide.split_once(&format!("\n### {section}\n")).expect("the section is there");
    let section = rest.split("\n#").next().unwrap_or_default();
    let cells = section.lines().filter_map(|line| line.strip_prefix("| `")?.split(" | ").next());
    cells.flat_map(|cell| cell.split('`').step_by(2)).filter(|name| !name.starts_with(',')).collect()
}

#[test]
fn every_metric_and_every_reason_stands_in_the_operators_guide() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/operations.md");
    let guide = fs::read_to_string(guide).expect("it is there");
    let (mut metrics, mut reasons) = (BTreeSet::new(), BTreeSet::new());
    let sources: Vec<_> = super::source().into_iter().filter(|(room, ..)| room == "server").collect();
    for (_, _, text) in &sources {
        metrics.extend(super::code(text).flat_map(|line| quoted(line, '"')).filter(|name| is_metric(name)));
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if line.starts_with("/// Why it is not ready: ") {
                let defined = lines.next().expect("a reason is a constant below what it means");
                reasons.extend(quoted(defined, '"'));
            }
        }
    }
    assert!(metrics.len() > 20 && reasons.len() > 5, "{metrics:?} {reasons:?}");
    assert_eq!(rows(&guide, "What is measured"), metrics);
    assert_eq!(rows(&guide, "Why it is not ready"), reasons);
}

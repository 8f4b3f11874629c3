//! One path for each type: that of the file which defines it, or of the folder where the file is private.

/// Every name that a file hands on and that has another path: what is not of a private file of its own.
pub fn second_paths<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let of_file = |(file, text): (&str, &str)| {
        let handed_on = text.lines().filter_map(|line| line.strip_prefix("pub use "));
        let is_second = |line: &&str| {
            let path = line.strip_prefix("self::").unwrap_or(line);
            let module = path.split([':', ';']).next().unwrap_or(path);
            let declared = format!("mod {module};");
            !text.lines().any(|line| line.ends_with(&declared) && !line.starts_with("pub mod "))
        };
        handed_on.filter(is_second).map(|line| format!("{file}: pub use {line}")).collect::<Vec<_>>()
    };
    files.into_iter().flat_map(of_file).collect()
}

//! Lists of what is wanted, as headers have them: `zstd, gzip;q=0.8` (RFC 9110, 12.4.2).

/// What a list of wishes names, in lower case, each with its weight in thousandths; what is not wanted is not among it.
pub(super) fn weighted(accepted: &str) -> impl Iterator<Item = (u32, String)> + '_ {
    accepted.split(',').filter_map(wish)
}

fn wish(wish: &str) -> Option<(u32, String)> {
    let (name, weight) = wish.split_once(';').unwrap_or((wish, "q=1"));
    let digits = weight.trim().strip_prefix("q=")?;
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let part = format!("{part:0<3}");
    let weight = whole.parse::<u32>().ok()?.checked_mul(1000)?.checked_add(part.get(..3)?.parse().ok()?)?;
    (1..=1000).contains(&weight).then(|| (weight, name.trim().to_ascii_lowercase()))
}

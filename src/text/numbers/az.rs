//! Numbers in Azerbaijani words. A thousand is `bir min`, as official papers write it and Unicode's CLDR spells it out.

use super::groups::{GROUPS, groups, word};

const DIGITS: [&str; 10] = ["sıfır", "bir", "iki", "üç", "dörd", "beş", "altı", "yeddi", "səkkiz", "doqquz"];
const TENS: [&str; 10] = ["", "on", "iyirmi", "otuz", "qırx", "əlli", "altmış", "yetmiş", "səksən", "doxsan"];
/// What each group of three digits counts, from the right.
const COUNTED: [&str; GROUPS] = ["", "min", "milyon", "milyard", "trilyon", "kvadrilyon", "kvintilyon"];
pub fn words(value: u64) -> String {
    if value == 0 {
        return DIGITS[0].to_owned();
    }
    let mut words = Vec::new();
    for (group, rank) in groups(value) {
        words.extend(below_thousand(group));
        words.extend((rank > 0).then_some(COUNTED[rank]));
    }
    words.join(" ")
}

fn below_thousand(value: u64) -> Vec<&'static str> {
    let (hundreds, tens, ones) = (value / 100, value / 10 % 10, value % 10);
    let many_hundreds = (hundreds > 1).then(|| word(&DIGITS, hundreds));
    let hundred = (hundreds > 0).then_some("yüz");
    let tens = (tens > 0).then(|| word(&TENS, tens));
    let ones = (ones > 0).then(|| word(&DIGITS, ones));
    many_hundreds.into_iter().chain(hundred).chain(tens).chain(ones).collect()
}

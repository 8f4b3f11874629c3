//! Words that did not help.

use std::sync::OnceLock;

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;

use crate::kit::election;
use crate::kit::program::{Machine, copy, filled};

/// A folder of five precincts under the name `election`, one of whose tables was changed.
fn folder(table: &str, change: impl Fn(&str) -> String) -> Machine {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 5);
    let path = format!("election/{table}");
    machine.write(&path, change(&machine.text(&path)));
    machine
}

#[test]
fn a_table_with_semicolons_had_no_column_that_was_known() {
    let plain = folder("units.csv", str::to_owned);
    let root = plain.json("rehearse election")["root"].clone();
    for (sign, name) in [(";", "semicolons"), ("\t", "tabs")] {
        let machine = folder("protocols.csv", |text| text.replace(',', sign));
        assert_eq!(machine.json("rehearse election")["root"], root, "{name}");
        let done = machine.ok("rehearse election --ledger again");
        assert!(done.err.contains("protocols.csv") && done.err.contains(name), "{done}");
    }
    // A cell with a comma needs no quotes then, and one with the separator does.
    let machine =
        folder("units.csv", |text| text.replace(',', ";").replace("; hall\"", ", hall").replace("\"School", "School"));
    assert_eq!(machine.json("rehearse election")["root"], root);
    // Where both stand in the header, nothing is guessed.
    let machine = folder("protocols.csv", |text| text.replacen("contest,unit", "contest;unit", 1));
    let error = machine.fails("rehearse election", 7);
    assert!(error["says"].as_str().is_some_and(|says| says.contains("other separators")), "{error}");
}

#[test]
fn a_column_without_a_name_was_not_known_here() {
    let machine = folder("protocols.csv", |text| text.lines().map(|line| format!("{line},,\n")).collect());
    let error = machine.fails("rehearse election", 7);
    assert_eq!(error["line"], 1, "{error}");
    assert!(error["says"].as_str().is_some_and(|says| says.contains("column 11 has no name")), "{error}");
}

/// A precinct whose protocol is drafted and not signed: `draft.toml`, its members' keys and a kit.
fn precinct() -> Machine {
    static PRECINCT: OnceLock<Machine> = OnceLock::new();
    let precinct = PRECINCT.get_or_init(|| {
        let machine = folder("units.csv", str::to_owned);
        machine.ok("rehearse election");
        machine.ok("export --kit --out kit.protokol");
        machine.ok("draft protocol 01.005 --kit kit.protokol --out blank.toml");
        let figures = [("listed", "900"), ("received", "700"), ("took", "181"), ("invalid", "4"), ("valid", "177")];
        let votes = [("01", "100"), ("02", "60"), ("03", "17"), ("form_serial", "\"AB 000123\"")];
        machine.write("draft.toml", filled(&machine.text("blank.toml"), &[&figures[..], &votes].concat()));
        let key = SecretKey::demonstration("01.005", "1");
        machine.write("1.key", keyfile::seal_plain(&key).as_bytes());
        machine
    });
    let machine = Machine::new();
    copy(precinct.folder(), machine.folder());
    machine
}

#[test]
fn two_serials_that_look_the_same_were_told_as_that() {
    let machine = precinct();
    let typed = "sign draft.toml --key 1.key --kit kit.protokol --yes --second second.toml";
    for (serial, told) in [
        ("\u{410}\u{412} 000123", &["character 1", "Latin letter, U+0041", "Cyrillic letter, U+0410", "U+0412"][..]),
        ("AB OOO123", &["character 4", "0 (digit, U+0030)", "O (Latin letter, U+004F)"]),
        ("AB  000123", &["nothing", "a space (U+0020)"]),
        ("\u{c0}B 000123", &[]),
    ] {
        machine.write("second.toml", machine.text("draft.toml").replace("AB 000123", serial));
        let error = machine.fails(typed, 7);
        let says = error["says"].as_str().expect("a sentence");
        assert!(told.iter().all(|told| says.contains(told)), "{serial}: {says}");
        assert_eq!(told.is_empty(), !says.contains("U+"), "{serial}: {says}");
    }
    machine.write("second.toml", machine.text("draft.toml").replace("AB 0", "\u{410}B 0"));
    assert!(machine.run(&format!("{typed} --lang ru")).exits(7).err.contains("кириллическая буква, U+0410"));
}

#[test]
fn a_name_in_other_letters_was_not_known_here() {
    let machine = precinct();
    let other = "0\u{417}.001";
    for typed in [format!("show {other}"), format!("draft protocol {other} --kit kit.protokol")] {
        let error = machine.fails(&typed, 2);
        assert!(error["says"].as_str().is_some_and(|says| says.contains("U+0417")), "{error}");
    }
    let error = machine.fails("draft \u{440}rotocol 01.005 --kit kit.protokol", 2);
    assert!(error["says"].as_str().is_some_and(|says| says.contains("Cyrillic letter, U+0440")), "{error}");
    for (table, from, to) in
        [("units.csv", "01.002,01,", "0\u{417}.002,01,"), ("protocols.csv", ",valid,", ",v\u{430}lid,")]
    {
        let machine = folder(table, |text| text.replacen(from, to, 1));
        let error = machine.fails("rehearse election", 7);
        assert!(error["says"].as_str().is_some_and(|says| says.contains("Cyrillic letter, U+04")), "{error}");
    }
}

#[test]
fn a_letter_in_the_place_of_a_figure_was_not_known_here() {
    let machine = precinct();
    for typed in ["show O1.001", "tally --unit O1.001", "draft protocol O1.001 --kit kit.protokol"] {
        let error = machine.fails(typed, 2);
        let says = error["says"].as_str().expect("a sentence");
        let told = ["01.001 looks the same", "character 1", "O (Latin letter, U+004F)", "0 (digit, U+0030)"];
        assert!(told.iter().all(|told| says.contains(told)), "{says}");
    }
    for (table, from, to) in
        [("units.csv", "01.002,01,", "01.002,O1,"), ("protocols.csv", "main,01.002,", "main,01.0O2,")]
    {
        let machine = folder(table, |text| text.replacen(from, to, 1));
        let error = machine.fails("rehearse election", 7);
        assert!(error["says"].as_str().is_some_and(|says| says.contains("looks the same")), "{error}");
    }
    // What looks like nothing that is known is told as before.
    assert!(!machine.run("show 77.001").exits(2).err.contains("looks"));
}

#[test]
fn what_cannot_be_seen_was_printed_as_it_is() {
    let machine = precinct();
    for hidden in ["\u{feff}", "\u{ad}", "\u{a0}", "\u{200d}", "\u{2800}", "\u{e0041}"] {
        machine.write("policy", format!("{hidden}log x\nquorum none\n"));
        let done = machine.run("verify --policy policy").exits(7);
        assert!(!done.err.contains(hidden), "{done}");
        assert!(done.err.contains(&hidden.escape_default().to_string()), "{done}");
        let done = machine.run("verify --policy policy --json").exits(7);
        assert!(!done.out.contains(hidden), "{done}");
        assert!(done.error()["says"].as_str().is_some_and(|says| says.contains(hidden)), "it reads back: {done}");
    }
}

#[test]
fn one_signature_was_called_signatures() {
    let machine = precinct();
    let done = machine.ok("sign draft.toml --key 1.key --kit kit.protokol --yes --out one.submission");
    assert!(done.out.trim_end().ends_with("1 signature"), "{done}");
}

#[test]
fn counts_of_a_tier_were_not_in_groups() {
    let declared = "[declared]\nprecinct = 11789\n[commissions]";
    let machine = folder("manifest.toml", |text| text.replace("[commissions]", declared));
    machine.ok("rehearse election");
    assert!(machine.ok("tally --tier central").out.contains("11 789"), "the units that are declared");
    // And a size is typed as it is shown.
    assert_eq!(machine.command("tally --at").arg("1 0").output().expect("it runs").status.code(), Some(0));
}

#[test]
fn an_item_called_voters_was_said_to_stand_there_twice() {
    let machine = folder("manifest.toml", |text| text.replace("\"took\"", "\"voters\""));
    let key = SecretKey::demonstration("log", "1").public();
    let typed = format!("draft founding --from election --log-key {key}");
    let error = machine.fails(&typed, 7);
    let says = error["says"].as_str().expect("a sentence");
    assert!(says.contains("no item may be called voters") && !says.contains("twice"), "{says}");
    for taken in ["votes", "contest", "unit", "observer", "as_of", "voters", "decision", "reason", "reference", "cand_"]
    {
        assert!(says.contains(taken), "{taken}: {says}");
    }
    assert_eq!(error["item"], "voters", "{error}");
}

#[test]
fn a_founding_told_one_fault_at_a_time() {
    let machine = folder("manifest.toml", |text| {
        let text = text.replace("\"took\"", "\"voters\"").replace("code = \"E2\"", "code = \"E1\"");
        text.replace("constituency = { members = 3, quorum = 2 }", "constituency = { members = 3, quorum = 4 }")
    });
    machine.write(
        "election/units.csv",
        machine.text("election/units.csv").replace("01.002,01,precinct", "01.002,09,precinct"),
    );
    machine.write("election/candidates.csv", machine.text("election/candidates.csv").replace("main,2,", "main,1,"));
    let key = SecretKey::demonstration("log", "1").public();
    let error = machine.fails(&format!("draft founding --from election --log-key {key}"), 7);
    let mut told = vec![error.clone()];
    told.extend(error["others"].as_array().expect("others").iter().cloned());
    let says: Vec<_> = told.iter().map(|error| error["says"].as_str().expect("a sentence")).collect();
    for part in ["constituency", "voters", "E1", "09", "number"] {
        assert!(says.iter().any(|says| says.contains(part)), "{part}: {says:#?}");
    }
    // What the members say is told together too.
    let machine = folder("units.csv", str::to_owned);
    let members = "unit,seat,name,office,nominated_by,public_key\n";
    let row = |seat: &str, key: &str| format!("CEC,{seat},A. Member,member,,{key}\n");
    let key = key.to_string();
    machine.write("election/members.csv", format!("{members}{}{}", row("1", &key), row("3", &key)));
    let error = machine.fails(&format!("draft founding --from election --log-key {key}"), 7);
    assert!(error["others"].as_array().is_some_and(|others| !others.is_empty()), "{error}");
}

#[test]
fn what_was_typed_wrongly_was_told_in_english() {
    let machine = Machine::new();
    for (typed, az, ru) in [
        ("tally --nothing", "burada `--nothing` arqumenti yoxdur", "аргумента `--nothing` здесь нет"),
        ("tallly", "`tallly` əmri yoxdur", "команды `tallly` нет"),
        ("keygen --name N", "çatışmır: `--out <FILE>`", "не хватает: `--out <FILE>`"),
        ("tally --color red", "`red` yazılıb", "не принимает значения `red`"),
        ("tally --at", "üçün qiymət lazımdır", "нужно значение"),
        ("tally --unit 1 --tier precinct", "birlikdə verilə bilməz", "нельзя указать вместе"),
        ("tally --unit 1 --unit 2", "bir dəfədən çox", "больше одного раза"),
        ("rehearse f --synthetic x", "tam ədəd", "целое число"),
        ("rehearse f --synthetic 99999999999999999999", "çox böyükdür", "слишком велико"),
    ] {
        for (lang, told) in [("az", az), ("ru", ru)] {
            let done = machine.run(&format!("{typed} --lang={lang}")).exits(2);
            assert!(done.err.starts_with("U1 ") && done.err.contains(told), "{lang}: {done}");
            let error = machine.fails(&format!("--lang {lang} {typed}"), 2);
            assert!(error["says"].as_str().is_some_and(|says| says.contains(told)), "{lang}: {error}");
            let english = ["argument", "found", "required", "value '", "Usage", "more information", "similar"];
            assert!(!english.iter().any(|word| done.err.contains(word) && !done.err.contains("arqument")), "{done}");
        }
    }
    // What a language is, is told in the default one where none is named.
    assert!(machine.run("tally --lang de").exits(2).err.contains("`de` is no language of this program"));
    assert!(machine.run("tallly").exits(2).err.contains("perhaps `tally` is meant"));
}

#[test]
fn what_the_system_says_was_told_in_its_language() {
    let machine = precinct();
    machine.write("folder/draft.toml", "");
    for (file, az, ru) in [
        ("nothing", "bu adda fayl və ya qovluq yoxdur", "файла или папки с таким именем нет"),
        ("folder", "bu, qovluqdur", "это папка"),
        ("folder/draft.toml/x", "adının bir hissəsi qovluq deyil", "часть имени — не папка"),
    ] {
        for (lang, told) in [("az", az), ("ru", ru)] {
            let done = machine.run(&format!("verify --policy {file} --lang {lang}")).exits(7);
            assert!(done.err.contains(told) && !done.err.contains("os error"), "{done}");
        }
    }
}

/// What stands in a Russian sentence in Latin letters and is neither quoted nor the name of something.
fn bare(says: &str) -> Vec<String> {
    let mut unquoted = String::new();
    for (at, part) in says.split(['«', '»', '"', '`']).enumerate() {
        unquoted += if at % 2 == 0 { part } else { " " };
    }
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(|letter| letter.is_ascii_alphabetic());
    let named = ["TOML", "tar", "true", "false", "http"];
    let words = unquoted.split(|sign: char| !sign.is_alphanumeric() && !"./-_".contains(sign));
    words.filter(is_word).filter(|word| !named.contains(word)).map(str::to_owned).collect()
}

#[test]
fn what_a_library_says_stood_in_english_in_the_sentence() {
    let machine = precinct();
    let draft = machine.text("draft.toml");
    let mut told = Vec::new();
    for slip in [
        "a = \"abc",
        "a = 'abc",
        "a = \"\"\"abc",
        "a = abc\"",
        "a = 1\na = 2",
        "a \"x\"",
        "abc",
        "a: 1",
        "a =",
        "a = Ali Aliyev",
        "a = 12 34",
        "a = “x”",
        "a = 007",
        "a = [1, 2",
        "[abc",
        "[[abc",
        "a = { b = 1",
        "a = 2026-13-01",
        "a = 25:00:00",
        "a = 2026-1-1",
        "a = 1_000_",
        "a = 1.",
        "a = 0xZZ",
        "a = +-1",
        "a = True",
        "a = \"x\\y\"",
        "a = \"\\u12\"",
        "a = \"x\u{1}\"",
        "a = 1 # \u{1}",
        "a == 1",
        "= 1",
        "ə = 1",
        "a = 1,",
        "a = \"x\" y",
        "a = 'it's'",
    ] {
        machine.write("slip.toml", format!("{draft}\n{slip}\n"));
        let says = |lang: &str| {
            let error = machine.fails(&format!("check slip.toml --kit kit.protokol --lang {lang}"), 7);
            assert_eq!(error["code"], "U3", "{slip}: {error}");
            error["says"].as_str().expect("a text").to_owned()
        };
        let [en, az, ru] = ["en", "az", "ru"].map(says);
        assert!(bare(&ru).is_empty() && !az.contains("expected") && az != en, "{slip}: {ru} | {az}");
        // What happens every day has words of its own.
        assert!(!ru.contains('«') && !az.contains('“'), "{slip}: {ru} | {az}");
        told.push(en);
    }
    told.sort();
    told.dedup();
    assert!(told.len() >= 12, "each is told as what it is: {told:?}");
    // What is rarer stands in quotation marks.
    machine.write("slip.toml", format!("{draft}\na = {}\n", "[".repeat(300)));
    let done = machine.run("check slip.toml --kit kit.protokol --lang ru").exits(7);
    assert!(
        done.err.contains("сообщает по-английски: «")
            && bare(&done.err.lines().next().unwrap_or_default()[2..]).is_empty(),
        "{done}"
    );
}

#[test]
fn what_a_tar_and_a_server_are_wrong_about_was_told_in_english() {
    let machine = precinct();
    machine.ok("export --out whole.tar");
    let whole = machine.read("whole.tar");
    let damaged = |at: usize, byte: u8| {
        let mut bytes = whole.clone();
        bytes[at] = byte;
        bytes
    };
    // A link, a name that leads elsewhere, a size that is no number: of the first header, whose sum is made right again.
    let headed = |at: usize, byte: u8| {
        let mut bytes = damaged(at, byte);
        bytes[148..156].fill(b' ');
        let sum: u32 = bytes[..512].iter().map(|byte| u32::from(*byte)).sum();
        bytes[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        bytes
    };
    let cases = [
        ("link", headed(156, b'2')),
        ("name", headed(0, b'/')),
        ("size", headed(124, b'x')),
        ("sum", damaged(0, b'~')),
        ("cut", whole[..600].to_vec()),
    ];
    let mut quoted = 0;
    for (what, bytes) in cases {
        machine.write("t.tar", bytes);
        let done = machine.run("verify t.tar --lang ru");
        let says = done.err.lines().next().unwrap_or_default();
        let says = says.split_once(' ').map_or("", |(_, says)| says);
        assert!(done.exit != 0 && !says.is_empty() && bare(says).is_empty(), "{what}: {done}");
        quoted += usize::from(says.contains('«'));
    }
    assert!((1..=2).contains(&quoted), "what the library alone knows is quoted, and nothing else");
    let done = machine.run("verify http://127.0.0.1:1/ --lang az").exits(8);
    assert!(done.err.contains("orada heç kim cavab vermir") && !done.err.contains("os error"), "{done}");
    let done = machine.run("verify http://nobody.invalid/ --lang ru").exits(8);
    assert!(!done.err.contains('«'), "{done}");
    assert!(
        bare(done.err.lines().next().unwrap_or_default().split_once(' ').map_or("", |(_, says)| says)).is_empty(),
        "{done}"
    );
}

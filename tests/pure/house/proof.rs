//! Each rule of the house, shown to fail: on sources that were made up to break it.

use super::circles::{among_folders, circles};
use super::floors::{looking_up, misdrawn, misnumbered};
use super::imports::Library;
use super::paths::second_paths;

const FLOORS: &[(&str, u8)] = &[("ground", 0), ("attic", 1), ("roof", 1)];

/// The circles of two files of the room `attic`, where the first says this of the second.
fn circles_of(one: &str, other: &str) -> Vec<Vec<String>> {
    let files = [("attic/mod.rs", "mod one;\nmod other;\n"), ("attic/one.rs", one), ("attic/other.rs", other)];
    circles(&Library::read(files))
}

#[test]
fn a_circle_is_found_however_the_path_is_written() {
    let ways = [
        "use super::other::Other;",
        "use crate::attic::other::Other;",
        "use crate::attic::{one, other::Other};",
        "use crate::{attic::{other::{Other, Another}, one}, ground};",
        "pub(super) use super::other::Other; type Mine = Other;",
        "use super::other; fn f() -> other::Other {}",
        "use super::other as them; fn f() -> them::Other {}",
        "use super::other::{self, Another}; type It = self::Missing;",
        "use super::other::*;",
        "fn f() -> super::other::Other {}",
        "fn f() -> crate::attic::other::Other {}",
        "type Of<'a> = Vec<&'a super::other::Other>; const C: char = '\\''; const D: char = '\"';",
    ];
    for way in ways {
        let found = circles_of(way, "use super::one::One;");
        assert_eq!(found, [["attic/one.rs", "attic/other.rs"]], "{way}");
    }
}

#[test]
fn what_only_looks_like_a_path_makes_no_circle() {
    let ways = [
        "// use super::other::Other;",
        "/* use super::other::Other; */",
        "const A: &str = \"use super::other::Other; \\\" use super::other::Other;\";",
        "const A: &str = r#\"use super::other::Other; \" use super::other::Other;\"#;",
        "use std::other::Other;",
        "use super::other;",
        "pub use super::other::Other;",
        "fn f<'a>() -> impl Iterator<Item = &'a u8> + use<'a> {}",
        "use crate::ground::other::Other;",
    ];
    for way in ways {
        assert!(circles_of(way, "use super::one::One;").is_empty(), "{way}");
    }
}

#[test]
fn what_a_folder_hands_on_is_followed_to_where_it_is_defined() {
    let files = [
        ("attic/mod.rs", "mod one;\nmod other;\npub use one::One;\npub use other::Other;\n"),
        ("attic/one.rs", "use super::Other;"),
        ("attic/other.rs", "use crate::attic::One;"),
    ];
    assert_eq!(circles(&Library::read(files)), [["attic/one.rs", "attic/other.rs"]]);
}

#[test]
fn a_folders_own_code_and_its_files_make_a_circle_too() {
    let mine = "mod one;\npub struct Mine(one::One);\n";
    let files = [("attic/mod.rs", mine), ("attic/one.rs", "use super::Mine; pub struct One;")];
    assert_eq!(circles(&Library::read(files)), [["attic/mod.rs", "attic/one.rs"]]);
}

#[test]
fn a_circle_of_three_is_found_and_a_line_of_three_is_none() {
    let circle = |last| {
        let first = ("attic/a.rs", "use super::b::B;");
        circles(&Library::read([first, ("attic/b.rs", "use super::c::C;"), ("attic/c.rs", last)]))
    };
    assert_eq!(circle("use super::a::A;"), [["attic/a.rs", "attic/b.rs", "attic/c.rs"]]);
    assert!(circle("use crate::ground::G;").is_empty());
}

#[test]
fn a_room_that_looks_up_or_across_is_told_however_the_path_is_written() {
    for way in ["use crate::roof::X;", "use crate::{ground, roof::X};", "fn f() -> crate::roof::X {}"] {
        let library = Library::read([("attic/mod.rs", way)]);
        assert_eq!(looking_up(&library, FLOORS), ["attic/mod.rs: attic, on floor 1, looks up at roof, on floor 1"]);
    }
    assert!(looking_up(&Library::read([("attic/mod.rs", "use crate::{ground::G};")]), FLOORS).is_empty());
}

#[test]
fn a_wrong_floor_line_is_told() {
    let files =
        |attic| [("ground/mod.rs", "//! Floor 0: g\n"), ("attic/mod.rs", attic), ("roof.rs", "//! Floor 1: r\n")];
    assert!(misnumbered(files("//! Floor 1: a\n"), FLOORS).is_empty());
    for line in ["//! Floor 2: a\n", "//! The attic.\n", ""] {
        assert_eq!(misnumbered(files(line), FLOORS), ["attic: its file does not begin with \"//! Floor 1: \""]);
    }
}

#[test]
fn a_wrong_drawing_is_told() {
    assert!(misdrawn("floor 1  attic  roof   high up\nfloor 0  ground   low", FLOORS).is_empty());
    assert!(misdrawn("//! attic  roof   high up\n//! ground", FLOORS).is_empty());
    let wrong = [
        ("floor 2  attic  roof\nfloor 0  ground", 2),
        ("ground\nattic  roof", 2),
        ("attic  roof", 1),
        ("attic  ground  roof", 1),
        ("attic  roof\nground\nground", 2),
    ];
    for (drawing, complaints) in wrong {
        assert_eq!(misdrawn(drawing, FLOORS).len(), complaints, "{drawing}: {:?}", misdrawn(drawing, FLOORS));
    }
}

#[test]
fn a_second_path_is_told() {
    let told = |text| second_paths([("attic/mod.rs", text)]).len();
    for one in ["mod a;\npub use a::A;\n", "pub(super) mod a;\npub use self::a::{A, B};\n", "use crate::b::B;\n"] {
        assert_eq!(told(one), 0, "{one}");
    }
    for two in ["pub mod a;\npub use a::A;\n", "pub use super::b::B;\n", "mod a;\npub use crate::ground::G;\n"] {
        assert_eq!(told(two), 1, "{two}");
    }
}

#[test]
fn a_circle_among_folders_is_found_where_no_files_make_one() {
    let files = [
        ("attic/left/one.rs", "use crate::attic::right::one::One;"),
        ("attic/left/other.rs", ""),
        ("attic/right/one.rs", ""),
        ("attic/right/other.rs", "use crate::attic::left::other::Other;"),
        ("attic/beside.rs", "use super::left::other::Other;"),
    ];
    assert!(circles(&Library::read(files)).is_empty());
    assert_eq!(among_folders(&Library::read(files), "attic/"), [["left", "right"]]);
}

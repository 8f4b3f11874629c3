//! Letters: Azerbaijani has two letters i, and every language its own order.

use std::cmp::Ordering;

use protokol::text::{Lang, lower, order, upper};

#[test]
fn the_dotted_and_the_dotless_i_are_two_letters() {
    let cases = [
        ("i", "İ"),
        ("ı", "I"),
        ("iki", "İKİ"),
        ("qırx", "QIRX"),
        ("bülleten", "BÜLLETEN"),
        ("şəki-zaqatala", "ŞƏKİ-ZAQATALA"),
        ("ğöç 7", "ĞÖÇ 7"),
        ("", ""),
    ];
    for (small, large) in cases {
        assert_eq!(upper(Lang::Az, small), large);
        assert_eq!(lower(Lang::Az, large), small);
    }
    assert_eq!(lower(Lang::Az, "I\u{307}ki"), "iki", "a dot of its own");
    // Elsewhere there is one, and it has its dot only while it is small.
    assert_eq!((upper(Lang::En, "iki"), lower(Lang::En, "I")), ("IKI".to_owned(), "i".to_owned()));
    assert_eq!((upper(Lang::Ru, "ёлка"), lower(Lang::Ru, "Ё")), ("ЁЛКА".to_owned(), "ё".to_owned()));
}

fn are_in_order(lang: Lang, names: &[&str]) {
    for (a, b) in names.iter().zip(names.iter().skip(1)) {
        assert_eq!(order(lang, a, b), Ordering::Less, "{lang}: {a} {b}");
        assert_eq!(order(lang, b, a), Ordering::Greater, "{lang}: {a} {b}");
    }
    let mut sorted: Vec<_> = names.iter().rev().collect();
    sorted.sort_by(|a, b| order(lang, a, b));
    assert!(sorted.into_iter().eq(names), "{lang}");
}

#[test]
fn every_alphabet_has_its_order() {
    let letters = |alphabet: &'static str| alphabet.split(' ').collect::<Vec<_>>();
    are_in_order(Lang::Az, &letters("a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v y z"));
    are_in_order(Lang::Az, &letters("A B C Ç D E Ə F G Ğ H X I İ J K Q L M N O Ö P R S Ş T U Ü V Y Z"));
    are_in_order(Lang::Ru, &letters("а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я"));
    are_in_order(Lang::En, &letters("a b c d e f g h i j k l m n o p q r s t u v w x y z"));
}

#[test]
fn names_are_looked_up_by_letters_and_not_by_bytes() {
    are_in_order(Lang::Az, &["2 saylı", "Ağdam", "Çinar", "Dəniz", "Eldar", "Əli", "Xəzər", "İlham", "Qədir", "Lerik"]);
    are_in_order(Lang::Az, &["Ali", "ali", "Alim", "Али"]);
    are_in_order(Lang::Ru, &["Ежов", "Ёжиков", "Жуков", "Zhukov"]);
    are_in_order(Lang::En, &["Al B", "Alan", "alan B", "Zoe", "Əli"]);
    assert_eq!(order(Lang::Az, "Əli", "Əli"), Ordering::Equal);
}

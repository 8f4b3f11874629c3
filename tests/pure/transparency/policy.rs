use protokol::crypto::note::NoteRefusal;
use protokol::crypto::vkey::KeyKind;
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use protokol::ledger::note::policy::*;
use protokol::ledger::note::snapshot::Snapshot;
use protokol::ledger::rows::node::RowHash;

use super::{ORIGIN, cosigner_key, log, signed, signer, time, witness};

/// The example of C2SP tlog-policy, with keys.
fn example() -> String {
    let mut text = format!("# example\n\nlog {}\n\n", log().verifier());
    for (name, number) in ["X1", "X2", "X3"].into_iter().zip(1..) {
        text += &format!("witness {name} {}\n", cosigner_key(&witness(number)));
    }
    text += "group X-witnesses 2 X1 X2 X3\n\n";
    for (name, number) in ["Y1", "Y2", "Y3"].into_iter().zip(4..) {
        text += &format!("\twitness  {name}\t{} https://witness.example/{name} \n", witness(number).verifier());
    }
    text + "group Y-witnesses any Y1 Y2 Y3\n  # both\ngroup X-and-Y all X-witnesses Y-witnesses\nquorum X-and-Y\n"
}

fn policy(text: &str) -> Policy {
    Policy::parse(text).expect("a trust file")
}

fn quorum(policy: &Policy, cosigned: &[&str]) -> Quorum {
    policy.quorum(|witness| cosigned.contains(&witness.name.as_str()))
}

fn cosigned(size: u64, witnesses: &[u8]) -> SignedCheckpoint {
    let mut signed = signed(size);
    for &number in witnesses {
        let line = signed.cosign(&witness(number), time(number.into()));
        signed.add_cosignature(line, witness(number).verifier()).expect("its own");
    }
    signed
}

#[test]
fn the_specifications_example_is_read_and_counted() {
    let policy = policy(&example());
    assert_eq!((policy.logs().len(), policy.witnesses().len()), (1, 6));
    assert_eq!((policy.logs()[0].key.name().as_str(), policy.logs()[0].url.as_ref()), (ORIGIN, None));
    assert_eq!(policy.witnesses()[3].url.as_deref(), Some("https://witness.example/Y1"));
    assert!(policy.witnesses().iter().all(|witness| witness.key.kind() == KeyKind::Cosigner));
    for (cosigned, expected) in [
        (&["X1", "X2", "Y1"][..], Quorum::Met),
        (&["X1", "X3", "Y3"], Quorum::Met),
        (&["X1", "X2", "X3", "Y1", "Y2", "Y3"], Quorum::Met),
        (&["X1", "X2", "X3"], Quorum::NotMet),
        (&["X1", "Y1", "Y2", "Y3"], Quorum::NotMet),
        (&["X-witnesses", "Y1"], Quorum::NotMet),
        (&[], Quorum::NotMet),
    ] {
        assert_eq!(quorum(&policy, cosigned), expected, "{cosigned:?}");
    }
}

#[test]
fn every_threshold_counts_as_it_says() {
    let names = ["a", "b", "c", "d"];
    let witnesses: String =
        names.iter().zip(1..).map(|(name, n)| format!("witness {name} {}\n", cosigner_key(&witness(n)))).collect();
    for (threshold, needed) in [("any", 1), ("1", 1), ("2", 2), ("3", 3), ("4", 4), ("all", 4)] {
        let policy = policy(&format!("{witnesses}group g {threshold} a b c d\nquorum g\n"));
        for count in 0..=4 {
            let expected = if count >= needed { Quorum::Met } else { Quorum::NotMet };
            assert_eq!(quorum(&policy, &names[..count]), expected, "{threshold} of {count}");
        }
    }
    assert_eq!(quorum(&policy(&format!("{witnesses}quorum b\n")), &["b"]), Quorum::Met);
    assert_eq!(quorum(&policy(&format!("{witnesses}quorum b\n")), &["a", "c"]), Quorum::NotMet);
    assert_eq!(quorum(&policy("quorum none\n"), &[]), Quorum::NoneRequired);
    let nested = policy(&format!("{witnesses}group g all a b\ngroup h any g c\ngroup i 2 h d\nquorum i\n"));
    assert_eq!(quorum(&nested, &["a", "b", "d"]), Quorum::Met);
    assert_eq!(quorum(&nested, &["a", "c", "d"]), Quorum::Met);
    assert_eq!(quorum(&nested, &["a", "d"]), Quorum::NotMet);
}

#[test]
fn as_many_as_the_specification_asks_for() {
    let mut text = String::new();
    for n in 0..32 {
        let key = witness(n);
        text += &format!("log {}\nwitness w{n} {}\n", signer(&format!("log{n}.example"), n).verifier(), key.verifier());
        let before = if n == 0 { String::new() } else { format!("g{}", n - 1) };
        text += &format!("group g{n} all w{n} {before}\n");
    }
    let policy = policy(&(text + "quorum g31\n"));
    assert_eq!((policy.logs().len(), policy.witnesses().len()), (32, 32));
    assert_eq!(policy.quorum(|_| true), Quorum::Met);
    assert_eq!(policy.quorum(|witness| witness.name.as_str() != "w0"), Quorum::NotMet);
}

#[test]
fn malformed_trust_files_are_refused_at_their_line() {
    use PolicyFault::*;
    let (log_key, w1, w2) = (log().verifier().clone(), cosigner_key(&witness(1)), cosigner_key(&witness(2)));
    let two = format!("witness a {w1}\nwitness b {w2}\n");
    let renamed = signer("another.example", 101).verifier().clone();
    assert_eq!(renamed.public(), w1.public());
    let threshold = |threshold: &str, members| Threshold { threshold: threshold.into(), members };
    let cases = [
        ("empty", 1, String::new(), NoQuorum),
        ("no quorum", 3, two.clone(), NoQuorum),
        ("cut in its last line", 3, format!("{two}quorum a"), Unfinished),
        ("second quorum", 2, "quorum none\nquorum none\n".into(), SecondQuorum),
        ("second numbers", 3, "quorum none\nnumbers none\nnumbers none\n".into(), SecondNumbers),
        ("numbers of nobody", 3, format!("{two}numbers c\nquorum a\n"), NameUnknown("c".into())),
        ("numbers of who does not recompute", 3, format!("{two}numbers a\nquorum a\n"), NoRecomputers("a".into())),
        ("quorum of two names", 3, format!("{two}quorum a b\n"), Form("quorum <name|none>")),
        ("comment behind a line", 1, "quorum none # all\n".into(), Form("quorum <name|none>")),
        ("quorum before its witness", 1, format!("quorum a\n{two}"), NameUnknown("a".into())),
        ("carriage returns", 1, "quorum none\r\n".into(), ControlCharacter),
        ("delete character in a comment", 1, "# \u{7f}\nquorum none\n".into(), ControlCharacter),
        ("unknown word", 1, "Quorum none\n".into(), Keyword("Quorum".into())),
        ("no-break space", 1, "quorum\u{a0}none\n".into(), Keyword("quorum\u{a0}none".into())),
        ("log without key", 1, "log\n".into(), Form("log <vkey> [<url>]")),
        ("log with too much", 1, format!("log {log_key} a b\n"), Form("log <vkey> [<url>]")),
        ("log with a witness key", 1, format!("log {w1}\n"), LogKeyKind),
        ("log twice", 2, format!("log {log_key}\nlog {log_key} url\n"), DuplicateLog),
        ("witness without key", 1, "witness a\n".into(), Form("witness <name> <vkey> [<url>]")),
        ("witness twice", 2, format!("witness a {w1}\nwitness b {w1}\n"), DuplicateWitness),
        ("witness twice, other name", 2, format!("witness a {w1}\nwitness b {renamed}\n"), DuplicateWitness),
        ("name taken", 2, format!("witness a {w1}\nwitness a {w2}\n"), NameTaken("a".into())),
        ("witness named none", 1, format!("witness none {w1}\n"), NameTaken("none".into())),
        ("group named as a witness", 3, format!("{two}group a any b\n"), NameTaken("a".into())),
        ("group named none", 3, format!("{two}group none any b\n"), NameTaken("none".into())),
        ("group without members", 3, format!("{two}group g any\n"), Form("group <name> <any|all|number> <member>...")),
        ("member none", 3, format!("{two}group g any none\n"), NameUnknown("none".into())),
        ("member unknown", 3, format!("{two}group g any c\n"), NameUnknown("c".into())),
        ("member itself", 3, format!("{two}group g any a g\n"), NameUnknown("g".into())),
        ("member twice in a group", 3, format!("{two}group g any a a\n"), CountedTwice("a".into())),
        ("member of two groups", 4, format!("{two}group g any a\ngroup h any a b\n"), CountedTwice("a".into())),
        ("threshold zero", 3, format!("{two}group g 0 a b\n"), threshold("0", 2)),
        ("threshold above the members", 3, format!("{two}group g 3 a b\n"), threshold("3", 2)),
        ("threshold with a sign", 3, format!("{two}group g +1 a b\n"), threshold("+1", 2)),
        ("threshold with a leading zero", 3, format!("{two}group g 01 a b\n"), threshold("01", 2)),
        ("threshold in capitals", 3, format!("{two}group g ALL a b\n"), threshold("ALL", 2)),
        ("too long", 1, "#".repeat(POLICY_BYTES_MAX) + "\n", TooLong(POLICY_BYTES_MAX + 1)),
    ];
    for (crime, line, text, fault) in cases {
        assert_eq!(Policy::parse(&text).expect_err(crime), PolicyError { line, fault }, "{crime}");
    }
    for (crime, text) in [("no key", "log key\n"), ("no witness key", "witness a key\n")] {
        assert!(matches!(Policy::parse(text), Err(PolicyError { line: 1, fault: Key(_) })), "{crime}");
    }
}

#[test]
fn a_checkpoint_is_judged_by_its_log_and_witnesses() {
    let policy = policy(&example());
    let judgement = policy.judge(&cosigned(5, &[2, 1, 6])).expect("signed by the log");
    let witnesses: Vec<_> = judgement.witnesses.iter().map(|(name, at)| (name.as_str(), at.seconds())).collect();
    assert_eq!(witnesses, [("X1", 1), ("X2", 2), ("Y3", 6)]);
    assert_eq!((&judgement.log, judgement.quorum), (log().verifier(), Quorum::Met));
    assert_eq!(policy.judge(&cosigned(5, &[1, 4, 5, 6])).map(|judged| judged.quorum), Ok(Quorum::NotMet));
    assert_eq!(policy.judge(&cosigned(5, &[])).map(|judged| judged.witnesses), Ok(vec![]));

    let strangers_too = cosigned(5, &[1, 2, 4, 50]);
    assert_eq!(policy.judge(&strangers_too).map(|judged| judged.witnesses.len()), Ok(3));
    let bare = self::policy(&format!("log {}\nquorum none\n", log().verifier()));
    assert_eq!(bare.judge(&strangers_too).map(|judged| judged.quorum), Ok(Quorum::NoneRequired));
}

#[test]
fn one_of_several_logs_is_enough_and_only_under_its_own_origin() {
    let rotated = signer(ORIGIN, 8);
    let elsewhere = signer("other.example/log", 9);
    let text =
        format!("log {}\nlog {}\nlog {}\nquorum none\n", rotated.verifier(), elsewhere.verifier(), log().verifier());
    let judged = policy(&text).judge(&signed(5)).expect("signed by one of them");
    assert_eq!(&judged.log, log().verifier());

    let only_elsewhere = policy(&format!("log {}\nquorum none\n", elsewhere.verifier()));
    let origin = || log().verifier().name().clone();
    assert_eq!(only_elsewhere.judge(&signed(5)), Err(PolicyRefusal::UnknownLog(origin())));
    assert_eq!(policy("quorum none\n").judge(&signed(5)), Err(PolicyRefusal::UnknownLog(origin())));
    let given = [log().verifier().clone()];
    assert_eq!(
        policy("quorum none\n").judge_of(&given, &signed(5)).map(|judged| judged.quorum),
        Ok(Quorum::NoneRequired)
    );
}

#[test]
fn without_the_logs_signature_no_witness_helps() {
    let policy = policy(&example());
    let cosigned = cosigned(5, &[1, 2, 4]).to_string();
    let of_log = format!("— {ORIGIN} ");
    let unsigned: String = cosigned.split_inclusive('\n').filter(|line| !line.starts_with(&of_log)).collect();
    let unsigned: SignedCheckpoint = unsigned.parse().expect("still a checkpoint");
    assert!(matches!(policy.judge(&unsigned), Err(PolicyRefusal::NotSignedByLog(_))));

    let stranger = super::checkpoint(5, super::tree(5).root()).sign(&signer(ORIGIN, 8)).expect("the same name");
    assert!(matches!(policy.judge(&stranger), Err(PolicyRefusal::NotSignedByLog(_))));
}

#[test]
fn a_cosignature_of_another_tree_fells_the_checkpoint() {
    let other = cosigned(6, &[1]).note().signatures()[1].clone();
    let forged: SignedCheckpoint = format!("{}{other}\n", cosigned(5, &[2, 4])).parse().expect("a checkpoint");
    let refusal = policy(&example()).judge(&forged);
    assert!(matches!(refusal, Err(PolicyRefusal::Note(NoteRefusal::Forged { .. }))), "{refusal:?}");
}

/// A witness whose name says that it recomputes.
fn recomputer(number: u8) -> protokol::crypto::note::NoteSigner {
    signer(&format!("party{number}.example/recomputed"), 150 + number)
}

#[test]
fn the_numbers_are_vouched_for_by_those_alone_who_say_that_they_recompute() {
    let plain = format!("witness plain {}\n", cosigner_key(&witness(1)));
    let two: String =
        (1..=2).map(|number| format!("witness r{number} {}\n", cosigner_key(&recomputer(number)))).collect();
    let head = format!("log {}\n{plain}{two}", log().verifier());
    let signed = |witnesses: &[protokol::crypto::note::NoteSigner]| {
        let snapshot = Snapshot { checkpoint: super::checkpoint(3, super::tree(3).root()), rows: RowHash([5; 32]) };
        let mut signed = snapshot.sign(&log()).expect("the log's own name");
        for witness in witnesses {
            let line = signed.cosign(witness, time(9));
            signed.add_cosignature(line, witness.verifier()).expect("its own");
        }
        signed
    };
    let judged = |rule: &str, witnesses: &[_]| {
        policy(&format!("{head}{rule}quorum none\n")).judge_numbers(&signed(witnesses)).expect("the log signed").quorum
    };
    let one = "group g any plain r1 r2\nnumbers g\n";
    let both = "group g 2 plain r1 r2\nnumbers g\n";
    assert_eq!(judged("", &[]), Quorum::NoneRequired);
    assert_eq!(judged("numbers none\n", &[]), Quorum::NoneRequired);
    assert_eq!(judged(one, &[recomputer(2)]), Quorum::Met);
    assert_eq!(judged(one, &[witness(1)]), Quorum::NotMet, "it vouches for growth alone");
    assert_eq!(judged(both, &[recomputer(2), witness(1)]), Quorum::NotMet);
    assert_eq!(judged(both, &[recomputer(2), recomputer(1)]), Quorum::Met);
    // A checkpoint's cosignature is none of a snapshot.
    let other = cosigned(3, &[1]).note().signatures()[1].clone();
    assert!(signed(&[]).add_cosignature(other, witness(1).verifier()).is_err());
}

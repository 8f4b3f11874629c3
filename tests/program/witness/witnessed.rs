//! What a ledger keeps about its witnesses across restarts.

use protokol::domain::number::Size;
use protokol::ledger::note::policy::Policy;
use protokol::store::journal::disk::Disk;
use protokol::store::journal::memory::Memory;
use protokol::store::witness::witnessed::{Witnessed, WitnessedError};

use super::{signed_of, time, tree, witness};

fn policy() -> Policy {
    let line = |number: u8| format!("witness w{number} {} http://w{number}.example\n", witness(number).verifier());
    Policy::parse(&format!("{}{}{}quorum none\n", line(1), line(2), line(3))).expect("a trust file")
}

fn some() -> Witnessed {
    let mut witnessed = Witnessed::default();
    witnessed.cosigned(witness(1).verifier(), Size(12));
    witnessed.cosigned(witness(2).verifier(), Size(9));
    witnessed.cosigned(witness(1).verifier(), Size(11));
    let mut signed = signed_of(&tree(12), 12);
    let line = signed.cosign(&witness(1), time(5));
    signed.add_cosignature(line, witness(1).verifier()).expect("its own");
    witnessed.keep(signed);
    witnessed
}

#[test]
fn what_is_known_survives_a_restart() {
    let mut disk = Memory::default();
    assert_eq!(Witnessed::read(&disk).expect("nothing is there"), Witnessed::default());
    some().write(&mut disk).expect("the disk holds");
    let read = Witnessed::read(&disk).expect("it was written");
    assert_eq!(read, some());
    let known: Vec<_> = read.known(&policy()).into_iter().map(|(name, size)| (name.to_string(), size.0)).collect();
    assert_eq!(known, [("w1".to_owned(), 12), ("w2".to_owned(), 9)], "never less than was known, and of w3 nothing");
    assert_eq!(read.last().map(|last| last.checkpoint().size), Some(Size(12)));
}

#[test]
fn it_has_one_spelling() {
    let text = some().to_string();
    assert_eq!(text.parse(), Ok(some()));
    assert_eq!("\n".parse(), Ok(Witnessed::default()));
    let (heads, note) = text.split_once("\n\n").expect("an empty line");
    let (first, second) = heads.split_once('\n').expect("two lines");
    for crooked in [
        String::new(),
        heads.to_owned(),
        format!("{second}\n{first}\n\n{note}"),
        format!("{first}\n{first}\n{second}\n\n{note}"),
        format!("0{heads}\n\n{note}"),
        format!("{heads} \n\n{note}"),
        format!("{heads}\r\n\r\n{note}"),
        format!("{heads}\n\n\n{note}"),
        format!("{heads}\n\n{note}\n"),
        format!("{heads}\n\n{}", &note[..note.len() - 1]),
        format!("{heads}\n{note}"),
        heads.replace('4', "5"),
    ] {
        assert!(crooked.parse::<Witnessed>().is_err(), "{crooked:?}");
        let mut disk = Memory::default();
        disk.put("witnessed", crooked.as_bytes()).expect("the disk holds");
        assert!(matches!(Witnessed::read(&disk), Err(WitnessedError::Form(_))), "{crooked:?}");
    }
}

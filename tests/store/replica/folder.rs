//! A plain folder as a store of objects.

use std::path::Path;
use std::time::Duration;

use protokol::domain::number::{Sequence, Size};
use protokol::store::address::AddressError;
use protokol::store::replica::folder::FolderObjects;
use protokol::store::replica::name::ObjectName;
use protokol::store::replica::objects::{Created, Got, Objects};
use protokol::store::replica::{Patience, Replica};

const NAME: ObjectName = ObjectName::Frame(Sequence(42));

fn objects(folder: &Path) -> FolderObjects {
    FolderObjects::open(folder).expect("the folder is there")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    entries.map(|entry| entry.expect("it reads").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn a_name_is_given_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let objects = objects(folder.path());
    assert_eq!(objects.get(NAME), Got::Absent);
    assert_eq!(objects.create(NAME, b"ours"), Created::Created);
    assert_eq!(objects.create(NAME, b"theirs"), Created::Exists);
    assert_eq!(objects.get(NAME), Got::Bytes(b"ours".to_vec()));
    assert_eq!(names(&folder.path().join("frame")), ["00000000000000000042"], "nothing half made stays");
    assert_eq!(ObjectName::Seal(Size(7)).to_string(), "seal/00000000000000000007");
}

#[test]
fn of_many_who_race_for_a_name_one_has_it() {
    let folder = tempfile::tempdir().expect("a folder");
    for round in 0..50 {
        let name = ObjectName::Frame(Sequence(round));
        // Each has the folder open for itself, as machines do.
        let create = |who: u8| (who, objects(folder.path()).create(name, &[who; 1000]));
        let answers: Vec<_> = std::thread::scope(|scope| {
            let racing: Vec<_> = (0..8).map(|who| scope.spawn(move || create(who))).collect();
            racing.into_iter().map(|who| who.join().expect("nobody panics")).collect()
        });
        let winners: Vec<_> = answers.iter().filter(|(_, created)| *created == Created::Created).collect();
        assert_eq!(winners.len(), 1, "{answers:?}");
        assert_eq!(objects(folder.path()).get(name), Got::Bytes(vec![winners[0].0; 1000]));
    }
}

#[test]
fn a_folder_is_fit() {
    let folder = tempfile::tempdir().expect("a folder");
    let patience = Patience { times: 1, pause: Duration::ZERO, pause_max: Duration::ZERO };
    assert_eq!(Replica::new(Box::new(objects(folder.path())), patience).trial(), Ok(()));
}

#[test]
fn a_folder_that_is_not_there_is_no_empty_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let gone = folder.path().join("not-mounted");
    assert!(matches!(FolderObjects::open(&gone), Err(AddressError::NotThere { .. })));
    assert!(!gone.exists(), "nothing is made");
    std::fs::create_dir(&gone).expect("writable");
    let objects = objects(&gone);
    std::fs::remove_dir(&gone).expect("it is empty");
    assert!(matches!(objects.get(NAME), Got::Unknown(_)), "an error is never an absence");
    assert!(matches!(objects.create(NAME, b"x"), Created::Unknown(_)));
    // Nor is a file where the names of frames would be.
    std::fs::create_dir(&gone).expect("writable");
    let objects = FolderObjects::open(&gone).expect("a folder");
    let frames = NAME.to_string();
    std::fs::write(gone.join(frames.split('/').next().expect("a folder")), b"").expect("writable");
    assert!(matches!(objects.get(NAME), Got::Unknown(_)));
}

#[test]
fn another_folder_in_its_place_is_none() {
    let above = tempfile::tempdir().expect("a folder");
    let (place, away) = (above.path().join("mounted"), above.path().join("away"));
    std::fs::create_dir(&place).expect("writable");
    let objects = objects(&place);
    assert_eq!(objects.create(NAME, b"ours"), Created::Created);
    std::fs::rename(&place, &away).expect("it moves");
    std::fs::create_dir(&place).expect("writable");
    assert!(matches!(objects.get(NAME), Got::Unknown(_)), "what it had is not gone");
    assert!(matches!(objects.create(NAME, b"ours"), Created::Unknown(_)));
    assert_eq!(names(&place), [""; 0], "nothing is made beneath");
}

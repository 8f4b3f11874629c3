//! A store is tried before it is trusted: one that lets two have one name would let two writers sign.

use std::hash::{BuildHasher, Hasher, RandomState};

use super::Replica;
use super::error::ReplicaError;
use super::name::ObjectName;
use super::objects::Created;

/// How often two race for one name.
const RACES: usize = 4;

impl Replica {
    /// Races two creations for one name, asks for a third, and reads what is there. What this cannot see: rights to
    /// delete, rules that delete, a store that is brought back to what it was, and copies that follow later.
    ///
    /// # Errors
    /// [`ReplicaError::Unfit`]; [`ReplicaError::Silent`].
    pub fn trial(&self) -> Result<(), ReplicaError> {
        // A store that is only being started is waited for.
        self.claim(ObjectName::Trial(number()), b"here")?;
        (0..RACES).try_for_each(|_| self.race())
    }

    fn race(&self) -> Result<(), ReplicaError> {
        let number = number();
        let name = ObjectName::Trial(number);
        let sides = [b"one", b"two"].map(|side| [number.to_string().as_bytes(), b" ", side].concat());
        let create = |bytes: &[u8]| self.objects.create(name, bytes);
        let [one, two] = std::thread::scope(|scope| {
            let other = scope.spawn(|| create(&sides[1]));
            let one = create(&sides[0]);
            [one, other.join().unwrap_or_else(|_| Created::Unknown("the thread ended".to_owned()))]
        });
        let third = create(b"three");
        let there = self.get(name)?;
        let stands = |side: usize| there.as_ref() == Some(&sides[side]);
        let is_fit = match (&one, &two) {
            (Created::Created, Created::Created) => false,
            (Created::Created, _) => stands(0),
            (_, Created::Created) => stands(1),
            // Whose it became is in what stands there.
            _ if there.is_some() => stands(0) || stands(1),
            (Created::Unknown(why), _) | (_, Created::Unknown(why)) => return Err(self.silent(name, why.clone())),
            (Created::Exists, Created::Exists) => false,
        };
        if is_fit && third != Created::Created && self.get(name)? == there {
            Ok(())
        } else {
            Err(ReplicaError::Unfit(self.place().to_owned()))
        }
    }
}

/// Of 2^64 numbers none comes twice, and where one did, nobody won: no store would be taken for fit by it.
fn number() -> u64 {
    RandomState::new().build_hasher().finish()
}

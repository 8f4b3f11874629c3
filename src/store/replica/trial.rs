//! A store is tried before it is trusted: one that lets two have one name would let two writers sign.

use std::hash::{BuildHasher, Hasher, RandomState};

use super::Replica;
use super::error::ReplicaError;
use super::name::ObjectName;
use super::objects::Created;
use crate::store::unsaid::Unsaid;

/// How often two race for one name.
const RACES: usize = 4;

impl Replica {
    /// Races two creations for one name, asks for a third, and reads what is there: where two are told that they created it, or
    /// the one who was finds something else, the store is none to go by. What this cannot see: rights to
    /// delete, rules that delete, a store that is brought back to what it was, and copies that follow later.
    ///
    /// # Errors
    /// [`ReplicaError::Unfit`]; [`ReplicaError::Refused`]; [`ReplicaError::Silent`].
    pub fn trial(&self) -> Result<(), ReplicaError> {
        let tried = self.anew();
        // A store that is only being started is waited for.
        tried.claim(ObjectName::Trial(number()), b"here")?;
        (0..RACES).try_for_each(|_| tried.race())?;
        self.opens();
        Ok(())
    }

    fn race(&self) -> Result<(), ReplicaError> {
        let number = number();
        let name = ObjectName::Trial(number);
        let sides = [b"one", b"two", b"new"].map(|side| [number.to_string().as_bytes(), b" ", side].concat());
        let create = |side: usize| self.objects.create(name, &sides[side]);
        let [one, two] = std::thread::scope(|scope| {
            let other = scope.spawn(|| create(1));
            let one = create(0);
            [one, other.join().unwrap_or_else(|_| Created::Unknown(Unsaid::Doubtful("the thread ended".to_owned())))]
        });
        let answers = [one, two, create(2)];
        let there = self.get(name)?;
        let mut winners = (0..sides.len()).filter(|side| answers[*side] == Created::Created);
        let is_fit = match (winners.next(), winners.next(), &there) {
            (Some(_), Some(_), _) => false,
            (Some(winner), None, there) => there.as_ref() == Some(&sides[winner]),
            // Whose it became is in what stands there.
            (None, _, Some(there)) => sides.contains(there),
            (None, _, None) => return Err(self.silent(name, "nobody of three could create it".to_owned())),
        };
        if is_fit && self.get(name)? == there { Ok(()) } else { Err(ReplicaError::Unfit(self.place().to_owned())) }
    }
}

/// Of 2^64 numbers none comes twice, and where one did, nobody won: no store would be taken for fit by it.
fn number() -> u64 {
    RandomState::new().build_hasher().finish()
}

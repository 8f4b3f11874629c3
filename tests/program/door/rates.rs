//! Buckets of tokens: what a rate lets through, and that a flood neither grows the map nor frees who owes.

use std::num::NonZeroU64;
use std::time::Duration;

use proptest::prelude::*;
use protokol::server::rates::{Buckets, Rate, RetryAfter};

const RATE: Rate = Rate { burst: 3, per_minute: 60 };

fn after(seconds: u64) -> RetryAfter {
    RetryAfter(NonZeroU64::new(seconds).expect("not none"))
}

#[test]
fn a_burst_then_the_rate_then_a_burst_again() {
    let (mut buckets, at) = (Buckets::new(RATE, 10), Duration::from_secs);
    for _ in 0..3 {
        assert_eq!(buckets.take(&"a", at(100)), Ok(()));
    }
    assert_eq!(buckets.look(&"a", at(100)), Err(after(1)));
    assert_eq!(buckets.take(&"a", at(100)), Err(after(1)));
    assert_eq!(buckets.take(&"b", at(100)), Ok(()), "others have their own");
    assert_eq!(buckets.take(&"a", at(101)), Ok(()));
    assert_eq!(buckets.take(&"a", at(101)), Err(after(1)));
    let after_a_pause: Vec<_> = (0..4).map(|_| buckets.take(&"a", at(500)).is_ok()).collect();
    assert_eq!(after_a_pause, [true, true, true, false]);
}

#[test]
fn a_pause_of_the_seconds_told_is_enough() {
    let rate = Rate { burst: 2, per_minute: 1 };
    let (mut buckets, began) = (Buckets::new(rate, 10), Duration::from_millis(1_234));
    assert!((0..2).all(|_| buckets.take(&(), began).is_ok()));
    let Err(RetryAfter(seconds)) = buckets.take(&(), began) else { panic!("it is empty") };
    assert_eq!(seconds.get(), 60);
    assert!(buckets.take(&(), began + Duration::from_secs(59)).is_err());
    assert_eq!(buckets.take(&(), began + Duration::from_secs(60)), Ok(()));
}

#[test]
fn a_flood_of_addresses_does_not_free_who_owes() {
    let (mut buckets, now) = (Buckets::new(RATE, 100), Duration::from_secs(9));
    for _ in 0..3 {
        assert_eq!(buckets.take(&0, now), Ok(()));
    }
    for address in 1..10_000 {
        assert_eq!(buckets.take(&address, now), Ok(()), "{address}");
        assert!(buckets.remembered() <= 100);
    }
    assert!(buckets.take(&0, now).is_err(), "it was forgotten");
}

proptest! {
    /// Whoever asks when, in any order of addresses: nobody gets more than his burst and the rate since he began, and
    /// the map keeps its bound.
    #[test]
    fn nobody_gets_more_than_the_rate(
        asked in prop::collection::vec((0_u8..6, 0_u64..2_000), 1..400),
        burst in 1_u32..8,
        per_minute in 1_u32..600,
        room in 6_usize..20,
    ) {
        let rate = Rate { burst, per_minute };
        let (mut buckets, mut now, mut taken) = (Buckets::new(rate, room), Duration::ZERO, [0_u64; 6]);
        for (who, later) in asked {
            now += Duration::from_millis(later);
            if buckets.take(&who, now).is_ok() {
                taken[usize::from(who)] += 1;
            }
            // One more than the quotient: a token takes a whole number of microseconds, rounded down.
            let most = u64::from(burst) + now.as_millis() as u64 * u64::from(per_minute) / 60_000 + 1;
            prop_assert!(taken.iter().all(|taken| *taken <= most), "{:?} of {}", taken, most);
            prop_assert!(buckets.remembered() <= room);
        }
        prop_assert!(buckets.take(&0, now + Duration::from_secs(4_000)).is_ok());
    }

    /// However many pass by, of a map that is too small for them: it keeps its bound and whoever is new is let in.
    #[test]
    fn whoever_is_new_is_let_in(asked in prop::collection::vec(any::<u16>(), 1..500), room in 0_usize..8) {
        let (mut buckets, now) = (Buckets::new(RATE, room), Duration::from_secs(1));
        let mut seen = std::collections::BTreeSet::new();
        for who in asked {
            let went = buckets.take(&who, now);
            prop_assert!(went.is_ok() || !seen.insert(who));
            seen.insert(who);
            prop_assert!(buckets.remembered() <= room.max(1));
        }
    }
}

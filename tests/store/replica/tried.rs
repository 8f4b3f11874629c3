//! A store is tried before it is trusted.

use protokol::store::replica::error::ReplicaError;

use crate::kit::objects::{Engine, Scripted};

fn tried(engine: Engine) -> Result<(), ReplicaError> {
    Scripted::new(engine, 0, 1).replica().trial()
}

#[test]
fn a_store_that_keeps_one_name_for_one_is_fit() {
    assert_eq!(tried(Engine::Fit), Ok(()));
}

#[test]
fn a_store_that_takes_two_is_refused() {
    let unfit = Err(ReplicaError::Unfit("scripted".to_owned()));
    assert_eq!(tried(Engine::IgnoresTheCondition), unfit);
    assert_eq!(tried(Engine::LooksThenWrites), unfit);
    assert_eq!(tried(Engine::KeepsNothing), unfit);
}

#[test]
fn a_store_that_does_not_answer_is_no_unfit_one() {
    assert!(matches!(tried(Engine::Dead), Err(ReplicaError::Silent { .. })));
}

#[test]
fn a_store_that_answers_badly_is_fit_all_the_same() {
    for seed in 0..50 {
        let tried = Scripted::new(Engine::Fit, 20, seed).replica().trial();
        assert!(matches!(tried, Ok(()) | Err(ReplicaError::Silent { .. })), "seed {seed}: {tried:?}");
    }
}

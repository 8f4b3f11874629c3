//! Floor 1: the election as pure values, and the two pure functions over them: [`decide`](rules::decide) and
//! [`apply`](state::State::apply).

pub mod attachment;
pub mod candidate;
pub mod clock;
pub mod closing;
pub mod code;
pub mod commission;
pub mod complaint;
pub mod contest;
pub mod decision;
pub mod event;
pub mod finding;
pub mod form;
pub mod id;
pub mod manifest;
pub mod number;
pub mod observer;
pub mod origin;
pub mod packed;
pub mod paper_status;
pub mod protocol;
pub mod rejection;
pub mod rules;
pub mod state;
pub mod statement;
pub mod summary;
pub mod text;
pub mod time;

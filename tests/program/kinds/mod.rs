//! Every kind of statement, from the draft to the ledger, as people go: `draft`, fill in, `check`, `sign` by exactly
//! the quorum, `submit`, and what the ledger tells of it then. Each of these lives is kept as a file in `golden/`,
//! which `UPDATE_GOLDEN=1 cargo test --test program kinds` writes again. Beside it stands every crime against the kind,
//! each a test named after it, with the code of its refusal.
//!
//! Where a draft cannot even be read with the crime in it, the submission is made with the library, as another program
//! would have made it, and it is the ledger that refuses.

mod bodies;
mod golden;
mod office;

mod closing;
mod commissions;
mod contests;
mod everybody;
mod founding;
mod observers;
mod papers;
mod proven;
mod summaries;

//! The pages, one file a noun, each beside its template.

mod against;
pub mod arrivals;
pub mod awaited;
pub mod candidates;
pub mod check;
mod closed;
pub mod contest;
pub mod data;
pub mod embed;
pub mod event;
pub mod findings;
mod found;
pub mod help;
pub mod keys;
mod line;
pub mod log;
pub mod nowhere;
pub mod observers;
mod outcome;
mod pager;
mod paper;
mod remedy;
mod rest;
pub mod results;
pub mod screen;
mod standings;
pub mod turnout;
pub mod unit;

use askama::Template;

/// A page as HTML.
fn html(page: &impl Template) -> String {
    page.render().expect("nothing in a page can fail to be written to memory")
}

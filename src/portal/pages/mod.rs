//! The pages, one file a noun, each beside its template.

pub mod check;
mod closed;
pub mod contest;
mod found;
mod outcome;
mod paper;
pub mod results;
mod standings;
pub mod unit;

use askama::Template;

/// A page as HTML.
fn html(page: &impl Template) -> String {
    page.render().expect("nothing in a page can fail to be written to memory")
}

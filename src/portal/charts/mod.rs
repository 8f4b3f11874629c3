//! Charts, drawn as SVG from the numbers of the table that stands beside each. Integers only; a drawing says nothing that the
//! table does not.

pub mod axis;
pub mod curve;
pub mod scatter;

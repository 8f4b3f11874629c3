//! What there is to read: the way in for a program that knows one address.

use schemars::JsonSchema;
use serde::Serialize;

/// What there is to read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Index {
    /// Whether submissions are taken here now.
    pub takes_submissions: bool,
    /// Every address, in the order of the description.
    pub links: Vec<Link>,
}

/// One address.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Link {
    /// The address, from the server's root on; what stands in braces is to be filled in.
    pub href: String,
    /// What is answered there.
    pub says: String,
}

//! Many papers, several members, and what is still missing.

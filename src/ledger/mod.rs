//! Floor 2: how facts are bound together.

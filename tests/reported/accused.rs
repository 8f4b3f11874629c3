//! A false accusation: honest logs that were called altered.

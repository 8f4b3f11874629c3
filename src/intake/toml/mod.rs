//! What people write as TOML: values, lines and tables, read key by key and written in columns; and the manifest.

pub(super) mod fields;
pub mod manifest;
pub(super) mod manifest_keys;
pub(super) mod record;
pub(super) mod scalar;
pub(super) mod table;
pub(super) mod writer;

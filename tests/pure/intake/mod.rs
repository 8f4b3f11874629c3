//! People's papers as values: manifests, tables, drafts, and a folder of them all.

mod bad;
mod draft;
mod folder;
mod manifest;

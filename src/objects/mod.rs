//! Floor 7: object stores, as replicas and as shelves for readers: S3 and its kin, Azure Blob and Google Cloud Storage. The crate
//! `object_store` knows how each is asked and how a request is signed; what is sent goes through
//! [`remote`](crate::remote), once, and what it means is decided here. Nothing here is kept, and nothing runs on.

pub mod bucket;
pub mod engine;
mod heard;
mod line;
pub mod shelf;

//! Floor 6: the door to the network, outwards. Published folders are read over HTTP, and witnesses are asked to cosign.
//! Whoever answers may be hostile: every answer is bounded in bytes and in time, and nothing in it is believed here.

pub mod asking;
pub mod desk;
pub mod exchange;
pub mod http;
pub mod published;
pub mod witness;

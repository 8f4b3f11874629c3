//! Founding: what is read before it is signed, and a folder to begin with.

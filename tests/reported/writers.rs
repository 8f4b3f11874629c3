//! One writer, whatever somebody deletes.

//! A published log: the files that anybody can serve.

/// Where the files of a published log are had from: a folder, a tar, a server.
pub trait Published {
    /// Why a file could not be asked for. That there is none is no error.
    type Error;

    /// A file's bytes, or nothing where there is no such file. `file` is relative, as `tile/0/000`; what is longer than
    /// `bytes_max` is cut off after one byte more, so that the reader sees that it is no such file.
    ///
    /// # Errors
    /// Those of the place.
    fn read(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, Self::Error>;
}

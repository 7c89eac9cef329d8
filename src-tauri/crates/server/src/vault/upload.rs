//! A file that comes piece by piece.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::PathBuf;

use sha2::{Digest, Sha256};

/// What came of a file so far.
#[derive(Debug)]
pub(crate) struct Upload {
    file: File,
    size: u64,
    bytes: u64,
    hash: Sha256,
}

impl Upload {
    pub(super) fn begin(path: PathBuf, size: u64) -> io::Result<Upload> {
        let file = File::create_new(path)?;
        Ok(Upload { file, size, bytes: 0, hash: Sha256::new() })
    }

    /// How many bytes came; the next piece begins there.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// How many are still to come.
    pub(crate) fn rest(&self) -> u64 {
        self.size - self.bytes
    }

    /// Takes the next piece, or nothing of it.
    pub(crate) fn write(&mut self, piece: &[u8]) -> io::Result<()> {
        // One that was written in part is written again.
        self.file.seek(SeekFrom::Start(self.bytes))?;
        self.file.write_all(piece)?;
        self.hash.update(piece);
        self.bytes += piece.len() as u64;
        Ok(())
    }

    /// SHA-256 of what came.
    pub(crate) fn hash(&self) -> [u8; 32] {
        self.hash.clone().finalize().into()
    }
}

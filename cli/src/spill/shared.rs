//! Files without names, which go when the program ends, however that happens.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

/// The bytes of a file that are read or written at once.
pub(super) const AT_ONCE: usize = 64 << 10;

/// A file without a name, which goes when the program ends, and which many read at once.
pub(super) struct Shared(File);

impl Shared {
    pub(super) fn new(folder: &Path) -> io::Result<Shared> {
        tempfile::tempfile_in(folder).map(Shared)
    }

    /// A reader that begins at this byte.
    pub(super) fn from(&self, at: u64) -> Reader<'_> {
        Reader { file: self, at }
    }
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// A reader of a file that others read, too.
pub(super) struct Reader<'f> {
    file: &'f Shared,
    /// Where it is.
    pub(super) at: u64,
}

impl Reader<'_> {
    /// Fills `bytes` as far as the file goes.
    pub(super) fn fill(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let mut filled = 0;
        while filled < bytes.len() {
            match self.read(&mut bytes[filled..])? {
                0 => break,
                read => filled += read,
            }
        }
        Ok(filled)
    }
}

impl Read for Reader<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let Shared(file) = self.file;
        #[cfg(unix)]
        let read = std::os::unix::fs::FileExt::read_at(file, bytes, self.at)?;
        #[cfg(windows)]
        let read = std::os::windows::fs::FileExt::seek_read(file, bytes, self.at)?;
        self.at += read as u64;
        Ok(read)
    }
}

/// The next bytes of `from`.
pub(super) fn bytes<const N: usize>(from: &mut impl Read) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

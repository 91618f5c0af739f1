//! What stands in files of its own until somebody asks for it.
//!
//! Who asks for what is not there gets nothing, and the file is noted. An answer during which a file was noted is no
//! answer: whoever wants one looks at [`Lacking::take`] afterwards, gets these files, and asks again.

use crate::order;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The numbers of the files that were asked for and are not there.
#[derive(Clone, Default)]
pub struct Lacking(Arc<Noted>);

#[derive(Default)]
struct Noted {
    files: Mutex<Vec<u32>>,
    /// What is called when the first of them is noted.
    tell: OnceLock<Box<dyn Fn() + Send + Sync>>,
}

impl fmt::Debug for Lacking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Lacking").finish_non_exhaustive()
    }
}

impl Lacking {
    /// Calls `tell`, once for all, whenever the first file is noted since they were taken.
    pub fn on_first(&self, tell: impl Fn() + Send + Sync + 'static) {
        let _ = self.0.tell.set(Box::new(tell));
    }

    /// The files noted since it was asked last, ascending.
    pub fn take(&self) -> Vec<u32> {
        let mut noted = self.0.files.lock().unwrap_or_else(PoisonError::into_inner);
        let mut noted = std::mem::take(&mut *noted);
        order::by_key(&mut noted, |file| *file);
        noted.dedup();
        noted
    }

    fn note(&self, file: u32) {
        let mut noted = self.0.files.lock().unwrap_or_else(PoisonError::into_inner);
        let is_first = noted.is_empty();
        // Whoever reads texts one after the other asks for the same file many times.
        if noted.last() != Some(&file) {
            noted.push(file);
        }
        drop(noted);
        if let Some(tell) = self.0.tell.get().filter(|_| is_first) {
            tell();
        }
    }
}

/// A file that may be lacking.
#[derive(Clone, Debug)]
pub struct File {
    /// Its number.
    pub number: u32,
    /// Where it is noted.
    pub lacking: Lacking,
}

/// A value that is there, or in a file.
#[derive(Clone, Debug, Default)]
pub struct OnDemand<T> {
    value: OnceLock<T>,
    file: Option<File>,
}

impl<T> OnDemand<T> {
    /// A value that stands in `file`.
    pub fn absent(file: File) -> OnDemand<T> {
        OnDemand { value: OnceLock::new(), file: Some(file) }
    }

    /// The value; where it is not there, `None`, and its file is noted.
    pub fn get(&self) -> Option<&T> {
        let value = self.value.get();
        if let (None, Some(file)) = (value, &self.file) {
            file.lacking.note(file.number);
        }
        value
    }

    /// The value; where it stands in no file, it is made when it is first asked for.
    pub fn get_or(&self, make: impl FnOnce() -> T) -> Option<&T> {
        match self.file {
            Some(_) => self.get(),
            None => Some(self.value.get_or_init(make)),
        }
    }

    /// The value, to be changed; `None` where it is not there.
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.value.get_mut()
    }

    /// Puts the value where it was not there.
    pub fn put(&self, value: T) {
        let _ = self.value.set(value);
    }
}

impl Lacking {
    /// The file of this number, which is noted here.
    pub fn file(&self, number: u32) -> File {
        File { number, lacking: self.clone() }
    }
}

impl<T> From<T> for OnDemand<T> {
    fn from(value: T) -> OnDemand<T> {
        OnDemand { value: OnceLock::from(value), file: None }
    }
}

impl<T: PartialEq> PartialEq for OnDemand<T> {
    fn eq(&self, other: &OnDemand<T>) -> bool {
        self.value == other.value
    }
}

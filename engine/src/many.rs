//! Work on many items: on all cores with the feature `threads`, which the command takes; one after the other in a browser,
//! where a program has one thread. What comes out is in the order of the items either way.

/// What `each` makes of each of `items`.
#[cfg(feature = "threads")]
pub(crate) fn map<T: Send, R: Send>(items: Vec<T>, each: impl Fn(T) -> R + Send + Sync) -> Vec<R> {
    use rayon::prelude::*;
    items.into_par_iter().map(each).collect()
}

/// What `each` makes of each of `items`.
#[cfg(not(feature = "threads"))]
pub(crate) fn map<T, R>(items: Vec<T>, each: impl Fn(T) -> R) -> Vec<R> {
    items.into_iter().map(each).collect()
}

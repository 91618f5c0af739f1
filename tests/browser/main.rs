//! What only a browser can show: that the page starts wherever it is put, and that what a reader does has the
//! effect it promises. Each test opens its own window.

mod access;
mod placed;
mod reading;
mod searching;
mod tasks;

/// The articles in the list.
const CARDS: &str = ".results > .card";

//! What is computed once for many, who come and go.
//!
//! It stands in for Leptos's `Memo`: that keeps a mark of each that has ever followed it, so that a page that is used for
//! hours grows with every row that it draws and takes down. A signal forgets its followers whenever it changes; what
//! follows one that hardly ever does, and goes before it, takes a copy of its own by [`within`], which leaves no mark.
//! What it reads are signals and never a `Memo`: under `batch`, Leptos forgets that one has changed.

use leptos::prelude::*;
use leptos::reactive::effect::{ImmediateEffect, batch};
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use std::sync::{Arc, OnceLock};

/// What `compute` gives, followed: computed again at once when what it reads changes, and set where it is another.
pub(crate) fn lasting<T: PartialEq + Send + Sync + 'static>(
    compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> ReadSignal<T> {
    computed(Box::new(compute))
}

/// The same value, to be followed by what the current owner draws and to go with it.
pub(crate) fn within<T: Clone + PartialEq + Send + Sync + 'static>(signal: ReadSignal<T>) -> ReadSignal<T> {
    lasting(move |_| signal.get())
}

/// A signal that begins as another is, for [`copy`].
pub(crate) fn copied<T: Clone + Send + Sync + 'static>(
    from: ReadSignal<T>,
) -> (ReadSignal<T>, WriteSignal<T>) {
    signal(from.get_untracked())
}

/// Sets a copy to what it is a copy of, where that has changed.
pub(crate) fn copy<T: Clone + PartialEq + Send + Sync + 'static>(
    from: ReadSignal<T>,
    now: ReadSignal<T>,
    set: WriteSignal<T>,
) {
    let next = from.with(|next| now.with_untracked(|now| now != next).then(|| next.clone()));
    next.into_iter().for_each(|next| set.set(next));
}

/// Runs `act` now and when what it reads changes, until the current owner goes; who follows what it sets does so once.
pub(crate) fn together(act: impl Fn() + Send + Sync + 'static) {
    follow(Box::new(move || batch(&act)));
}

type Compute<T> = Box<dyn Fn(Option<&T>) -> T + Send + Sync>;

/// One function for all that compute a value of one type: each would have code of its own.
#[inline(never)]
fn computed<T: PartialEq + Send + Sync + 'static>(compute: Compute<T>) -> ReadSignal<T> {
    let made: Arc<OnceLock<ArcRwSignal<T>>> = Arc::default();
    let last = made.clone();
    follow(Box::new(move || match last.get() {
        None => drop(last.set(ArcRwSignal::new(compute(None)))),
        Some(signal) => {
            let next =
                signal.with_untracked(|before| Some(compute(Some(before))).filter(|next| next != before));
            next.into_iter().for_each(|next| signal.set(next));
        }
    }));
    let signal = made.get().expect("an effect runs once when it is made");
    signal.read_only().into()
}

/// Runs `act` now and at once when what it reads changes, until the current owner goes.
fn follow(act: Box<dyn Fn() + Send + Sync>) {
    let effect = ImmediateEffect::new_isomorphic(act);
    on_cleanup(move || {
        let follower = effect.to_any_subscriber();
        follower.clear_sources(&follower);
    });
}

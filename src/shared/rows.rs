//! Lists that are drawn once: each row follows what stands at its place, so that a change writes what has changed and
//! nothing else. A row that is drawn again loses the focus, and has each of its attributes written again.

use crate::lasting::lasting;
use leptos::prelude::*;
use std::sync::Arc;

/// What a row shows, followed; `None` once the list has become shorter.
pub(crate) struct Row<T: Send + Sync + 'static>(ReadSignal<Option<T>>);

impl<T: Send + Sync + 'static> Clone for Row<T> {
    fn clone(&self) -> Row<T> {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Row<T> {}

impl<T: PartialEq + Send + Sync + 'static> Row<T> {
    /// The row of what `shows` gives.
    pub(crate) fn new(shows: impl Fn() -> Option<T> + Send + Sync + 'static) -> Row<T> {
        Row(lasting(move |_| shows()))
    }

    /// A part of what it shows; the default of its type where there is nothing.
    pub(crate) fn part<V: Default + Send + Sync + 'static>(self, of: fn(&T) -> V) -> Signal<V> {
        Signal::derive(move || self.get(of))
    }

    /// The same part now.
    pub(crate) fn get<V: Default>(self, of: impl Fn(&T) -> V) -> V {
        // A list that is being taken down has nothing left to say.
        self.0.try_with(|row| row.as_ref().map(of)).flatten().unwrap_or_default()
    }
}

/// The rows of a list, each drawn once.
pub(crate) fn rows<T: Clone + PartialEq + Send + Sync + 'static>(
    all: ReadSignal<Vec<T>>,
    draw: impl Fn(Row<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let total = Signal::derive(move || all.with(Vec::len));
    by_index(total, move |at| draw(Row::new(move || all.with(|all| all.get(at).cloned()))))
}

/// As many rows as `total` says, each drawn once by its index.
pub(crate) fn by_index(
    total: Signal<usize>,
    draw: impl Fn(usize) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let draw: Arc<dyn Fn(usize) -> AnyView + Send + Sync> = Arc::new(draw);
    of_total(total, draw)
}

/// One function for all lists: Leptos makes code of its own for each type of `For`.
fn of_total(total: Signal<usize>, draw: Arc<dyn Fn(usize) -> AnyView + Send + Sync>) -> AnyView {
    view! { <For each=move || 0..total.get() key=|at| *at let(at)>{draw(at)}</For> }.into_any()
}

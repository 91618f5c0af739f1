//! One stop for Tab in a chart of many marks; arrow keys lead from mark to mark.

use crate::browser;
use crate::lasting::within;
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;

/// Which of a chart's marks Tab comes to.
#[derive(Clone, Copy)]
pub(crate) struct RovingTabindex(ReadSignal<usize>, WriteSignal<usize>);

impl RovingTabindex {
    /// At the first mark.
    pub(crate) fn new() -> RovingTabindex {
        let (stop, set_stop) = signal(0);
        RovingTabindex(stop, set_stop)
    }

    /// The same stop, for marks that are drawn and taken down again.
    pub(crate) fn within(self) -> RovingTabindex {
        RovingTabindex(within(self.0), self.1)
    }

    /// The `tabindex` of the mark at this place, of so many. Where marks have gone, the last one is the stop.
    pub(crate) fn stop(self, place: usize, of: usize) -> &'static str {
        if place == self.0.get().min(of.saturating_sub(1)) { "0" } else { "-1" }
    }

    /// For `keydown` on the chart.
    pub(crate) fn on_key(self) -> impl Fn(KeyboardEvent) + Send + Sync {
        move |event| self.to(browser::walk(&event))
    }

    /// For `focusin` on the chart.
    pub(crate) fn on_focus(self) -> impl Fn(FocusEvent) + Send + Sync {
        move |event| self.to(browser::walked_to(&event))
    }

    fn to(self, place: Option<usize>) {
        if let Some(place) = place.filter(|place| *place != self.0.get_untracked()) {
            self.1.set(place);
        }
    }
}

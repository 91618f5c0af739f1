//! Mentions over time: a strip of columns an actor, one below the other on one axis and one scale, up to five.

use crate::browser;
use crate::shared::{Plot, RovingTabindex, dynamic};
use crate::state::href;
use dateline_engine::figures::{Mark, TimePlot, TimeRow};
use leptos::prelude::*;

/// The strips, their axis, and what the column under the pointer or the focus says of all of them.
#[component]
pub(super) fn Time(plot: TimePlot, roving: RovingTabindex) -> impl IntoView {
    let at = RwSignal::new(None::<usize>);
    let point = move |to: Option<String>| {
        let to = to.and_then(|to| to.parse().ok());
        if to != at.get_untracked() {
            at.set(to);
        }
    };
    let plot = StoredValue::new(plot);
    let rows = dynamic(move || {
        let rows = plot.with_value(|plot| plot.rows.clone());
        let of = rows.iter().map(|row| row.marks.iter().flatten().count()).sum();
        let mut place = 0;
        let mut row = |row: TimeRow| {
            let stops = row.marks.iter().flatten().map(|_| {
                place += 1;
                roving.stop(place - 1, of)
            });
            let stops = stops.collect();
            view! { <Strip row plot at stops/> }
        };
        rows.into_iter().map(&mut row).collect_view()
    });
    let says = move || {
        let said = at.get().and_then(|at| plot.with_value(|plot| plot.says.get(at).cloned()));
        said.unwrap_or_else(|| {
            "Point at a column, or go there with the arrow keys, for all its values.".to_owned()
        })
    };
    view! {
        <div on:pointerover=move |event| point(browser::attribute(&event, "data-at"))
            on:pointerleave=move |_| point(None) on:focusin=move |event| point(browser::attribute(&event, "data-at"))
            on:focusout=move |_| point(None)>
            <ol class="lines">{rows}</ol>
            {plot.with_value(ticks)}
        </div>
        <p class="line-says" role="status">{dynamic(says)}</p>
    }
}

/// The tracks of a strip: one a column, narrow ones where the axis is broken and before the undated.
fn tracks(plot: &TimePlot) -> String {
    let mut tracks = String::new();
    for at in 0..plot.says.len() {
        if plot.breaks.iter().any(|broken| broken.before == at) {
            tracks.push_str("1.25rem ");
        }
        tracks.push_str(if at == plot.columns { "0.75rem minmax(0.5rem,1fr) " } else { "minmax(1px,1fr) " });
    }
    tracks
}

/// The track of the column at `at`, from 1.
fn track(plot: &TimePlot, at: usize) -> usize {
    let breaks = plot.breaks.iter().filter(|broken| broken.before <= at).count();
    at + 1 + breaks + usize::from(at >= plot.columns)
}

/// A style of the element in this track. Set one by one: the page's policy forbids `style` as an attribute.
fn in_track(track: usize) -> (&'static str, String) {
    ("grid-column", track.to_string())
}

/// The styles of these tracks.
fn of_tracks(plot: &TimePlot) -> (&'static str, String) {
    ("grid-template-columns", tracks(plot))
}

/// What begins where, and what is left out.
fn ticks(plot: &TimePlot) -> impl IntoView + use<> {
    let undated = (plot.says.len() > plot.columns).then_some((plot.columns, "no date", true));
    let ticks = plot.ticks.iter().map(|tick| (tick.at, tick.label.as_str(), tick.is_last)).chain(undated);
    let tick = |(at, label, is_last): (usize, &str, bool)| {
        view! { <span class:tick-last=is_last style=in_track(track(plot, at))>{label.to_owned()}</span> }
    };
    view! {
        <p class="line-ticks" aria-hidden="true" style=of_tracks(plot)>{ticks.map(tick).collect_view()}</p>
        <p class="chart-about">{plot.broken()}</p>
    }
}

/// The columns of an actor.
#[component]
fn Strip(
    row: TimeRow,
    plot: StoredValue<TimePlot>,
    /// The column under the pointer or the focus.
    at: RwSignal<Option<usize>>,
    /// The `tabindex` of each mark.
    stops: Vec<&'static str>,
) -> impl IntoView {
    let mut stops = stops.into_iter();
    let mut column = |(at, mark): (usize, &Option<Mark>)| {
        let place = plot.with_value(|plot| in_track(track(plot, at)));
        let link = mark.as_ref().map(|mark| {
            let (says, stop) = (mark.says.clone(), stops.next().unwrap_or("-1"));
            let peak = (row.peak == Some(at))
                .then(|| view! { <span class="column-peak">{mark.written.clone()}</span> });
            view! {
                <a class="column-link" data-mark="" tabindex=stop aria-label=says href=href(&mark.opens)>
                    {peak}
                    <Plot class="column-bar" length=mark.length/>
                </a>
            }
        });
        let empty = link.is_none();
        view! { <li class="column" class:column-empty=empty data-at=at.to_string() style=place>{link}</li> }
    };
    let marks = row.marks.iter().enumerate().map(&mut column).collect_view();
    let broken = plot.with_value(|plot| {
        let one = |at: usize| in_track(track(plot, at) - 1);
        let of = |broken: &dateline_engine::figures::AxisBreak| {
            view! { <li class="column-break" aria-hidden="true" style=one(broken.before)>{broken.label.clone()}</li> }
        };
        plot.breaks.iter().map(of).collect_view()
    });
    let cursor = Signal::derive(move || {
        let track = at.get().map(|at| plot.with_value(|plot| track(plot, at)));
        track.map(|track| track.to_string()).unwrap_or_default()
    });
    let actor = row.actor;
    let without = format!("Remove {} from the chart", actor.name);
    view! {
        <li class="line">
            <p class="line-head">
                <a class="line-name" class:bar-name-on=actor.on href=href(&actor.include)>{actor.name}</a>
                <span class="line-total">{row.written}</span>
                <a class="line-cross" aria-label=without href=href(&row.without)>
                    <span aria-hidden="true">"×"</span>
                </a>
            </p>
            <ol class="line-columns" data-row="" style=plot.with_value(of_tracks)>
                {marks} {broken} <li class="column-cursor" class:column-pointed=move || at.get().is_some() aria-hidden="true" style=("grid-column", cursor)></li>
            </ol>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::{track, tracks};
    use dateline_engine::figures::{AxisBreak, TimePlot};

    #[test]
    fn columns_stand_beside_the_breaks() {
        let plot = TimePlot {
            columns: 3,
            rows: Vec::new(),
            ticks: Vec::new(),
            breaks: vec![AxisBreak { before: 1, label: "50 days".into() }],
            says: vec![String::new(); 4],
        };
        let tracks = tracks(&plot);
        let tracks: Vec<_> = tracks.split_whitespace().collect();
        let places: Vec<_> = (0..4).map(|at| track(&plot, at)).collect();
        assert_eq!(places, [1, 3, 4, 6], "{tracks:?}");
        assert_eq!((tracks.len(), tracks[1], tracks[4]), (6, "1.25rem", "0.75rem"));
    }
}

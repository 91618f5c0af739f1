//! What a corpus is called and how its texts are read: the keys of `corpus.toml` that most need.

use crate::browser;
use crate::state::Open;
use dateline_engine::report::reading::Summary;
use leptos::prelude::*;
use toml_edit::{DocumentMut, value};

/// The keys that are texts, and what they are called.
const TEXTS: [(&str, &str); 3] =
    [("title", "Title"), ("description", "Description"), ("source", "Source of the texts that name none")];

/// The orders of day and month in dates such as 05/06/2024, as `corpus.toml` writes them, and what they are called.
const ORDERS: [(&str, &str); 3] =
    [("", "as each text tells"), ("day-month", "day first"), ("month-day", "month first")];

/// The key of the order.
const ORDER: &str = "date_order";

/// `before`, a `corpus.toml`, with these keys; an empty text takes its key away. A text that is no TOML is replaced.
fn edited(before: &str, keys: &[(&str, String)]) -> String {
    let mut list: DocumentMut = before.parse().unwrap_or_default();
    for (key, text) in keys {
        match text.trim() {
            "" => {
                list.remove(key);
            }
            text => list[key] = value(text),
        }
    }
    list.to_string()
}

/// The value of a key.
fn read(list: &str, key: &str) -> String {
    let list: DocumentMut = list.parse().unwrap_or_default();
    list.get(key).and_then(|value| value.as_str()).unwrap_or_default().to_owned()
}

/// The form.
#[component]
pub(crate) fn Settings(open: Open, report: Summary) -> impl IntoView {
    let before = report.settings;
    let given = |key: &str| match (key, read(&before, key)) {
        ("title", text) if text.is_empty() => report.title.clone(),
        ("description", text) if text.is_empty() => report.description.clone(),
        (_, text) => text,
    };
    let values = TEXTS.map(|(key, _)| key).into_iter().chain([ORDER]);
    let values: Vec<(&'static str, RwSignal<String>)> =
        values.map(|key| (key, RwSignal::new(given(key)))).collect();
    let order = values[TEXTS.len()].1;
    let fields = TEXTS.iter().zip(&values).map(|((_, says), (_, text))| {
        let text = *text;
        view! {
            <label class="open-setting">
                {*says} <input prop:value=text on:input=move |event| text.set(event_target_value(&event))/>
            </label>
        }
    });
    let fields = fields.collect_view();
    let list = StoredValue::new((before, values));
    let written = move || {
        list.with_value(|(before, values)| {
            let keys: Vec<_> = values.iter().map(|(key, text)| (*key, text.get_untracked())).collect();
            edited(before, &keys)
        })
    };
    let apply = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        open.read_again(written());
    };
    let orders = ORDERS.map(|(word, says)| {
        view! { <option value=word selected=move || order.get_untracked() == word>{says}</option> }
    });
    // What was kept is without the files that it was read from.
    open.has_files().then(|| {
        view! {
            <details class="open-settings">
                <summary>"Title, source and dates"</summary>
                <form on:submit=apply>
                    {fields}
                    <label class="open-setting">
                        "Dates such as 05/06/2024 are read"
                        <select on:change=move |event| order.set(event_target_value(&event))>{orders.into_iter().collect_view()}</select>
                    </label>
                    <p class="open-tools">
                        <button class="button" type="submit">"Read again with these"</button>
                        <button class="tool" type="button" on:click=move |_| browser::save_text("corpus.toml", &written())>"Download corpus.toml"</button>
                    </p>
                </form>
            </details>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{edited, read};

    #[test]
    fn what_a_list_says_beside_stays() {
        let before = "# Ours.\ntitle = \"Old\"\n\n[file.\"a.txt\"]\nsource = \"Gazette\"\n";
        let now = edited(
            before,
            &[("title", "New".into()), ("date_order", "day-month".into()), ("source", String::new())],
        );
        assert!(now.starts_with("# Ours.\ntitle = \"New\"\ndate_order = \"day-month\"\n"), "{now}");
        assert!(now.ends_with("[file.\"a.txt\"]\nsource = \"Gazette\"\n"), "{now}");
        assert_eq!(read(&now, "date_order"), "day-month");
        assert_eq!(edited("title = ", &[("title", "New".into())]), "title = \"New\"\n");
    }
}

//! Elements of the page, of which all but its frame is made. Drawn again, they change what differs and nothing more, where
//! `view!` takes each attribute off and puts it on again, for the browser to style and lay out; and they are values of
//! one type, where `view!` makes a type and code of its own for each, which was an eighth of the page's bytes.
//!
//! [`el`] makes one, [`usual`] those that many places need, [`drawn`] puts them into the page,
//! [`unseen`] what of them no eye sees.

mod drawn;
mod unseen;
mod usual;

pub(crate) use unseen::write as write_unseen;
pub(crate) use usual::{axis, button, choices, plot, sign, switch};

use leptos::ev::Event;
use std::borrow::Cow;
use std::sync::Arc;
use wasm_bindgen::JsCast;

type Words = Cow<'static, str>;
/// Of one type, whatever is drawn: its code is in the page once.
type Live = Box<dyn Fn() -> Vec<ElementPart> + Send>;
type Act = Arc<dyn Fn(Event) + Send + Sync>;

/// An element, not yet in the page. A pointer, and its methods are not inlined: it is made in many places.
pub(crate) struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    key: Words,
    attributes: Vec<(&'static str, Words)>,
    acts: Vec<(&'static str, Act)>,
    inside: Vec<ElementPart>,
}

/// What can stand in an element.
pub(crate) enum ElementPart {
    Words(Words),
    El(El),
    /// Parts that are drawn again whenever what they are drawn from changes.
    Live(Live),
}

impl From<El> for ElementPart {
    fn from(el: El) -> ElementPart {
        ElementPart::El(el)
    }
}

/// Parts that are drawn again whenever what they are drawn from changes.
pub(crate) fn live<T>(draw: impl Fn() -> T + Send + 'static) -> ElementPart
where
    T: IntoIterator<Item: Into<ElementPart>>,
{
    ElementPart::Live(Box::new(move || draw().into_iter().map(Into::into).collect()))
}

/// An element of this class, or of none where it is empty.
#[inline(never)]
pub(crate) fn el(tag: &'static str, class: impl Into<Words>) -> El {
    let class = class.into();
    let el = El(Box::new(Parts {
        tag,
        key: "".into(),
        attributes: Vec::new(),
        acts: Vec::new(),
        inside: Vec::new(),
    }));
    if class.is_empty() { el } else { el.set("class", class) }
}

impl El {
    /// With an attribute.
    #[inline(never)]
    pub(crate) fn set(mut self, name: &'static str, value: impl Into<Words>) -> El {
        self.0.attributes.push((name, value.into()));
        self
    }

    /// Of something that is not drawn over something else: what was typed and opened there stays there.
    pub(crate) fn keyed(mut self, key: impl Into<Words>) -> El {
        self.0.key = key.into();
        self
    }

    /// With its name, for a pointer and for screen readers.
    #[inline(never)]
    pub(crate) fn named(self, name: String) -> El {
        self.set("title", name.clone()).set("aria-label", name)
    }

    /// The one of several that is on, as `aria-current` says it.
    #[inline(never)]
    pub(crate) fn current(mut self, on: bool) -> El {
        self.0.attributes.extend(on.then_some(("aria-current", "true".into())));
        self
    }

    /// With another class where `on`.
    #[inline(never)]
    pub(crate) fn class(mut self, class: &'static str, on: bool) -> El {
        if let Some((_, classes)) = self.0.attributes.iter_mut().find(|(name, _)| on && *name == "class") {
            *classes = format!("{classes} {class}").into();
        }
        self
    }

    /// With words after what is inside.
    #[inline(never)]
    pub(crate) fn say(mut self, words: impl Into<Words>) -> El {
        self.0.inside.push(ElementPart::Words(words.into()));
        self
    }

    /// With an element after what is inside.
    #[inline(never)]
    pub(crate) fn with(mut self, el: El) -> El {
        self.0.inside.push(ElementPart::El(el));
        self
    }

    /// With parts after what is inside that are drawn again whenever what they are drawn from changes.
    pub(crate) fn live<T>(mut self, draw: impl Fn() -> T + Send + 'static) -> El
    where
        T: IntoIterator<Item: Into<ElementPart>>,
    {
        self.0.inside.push(live(draw));
        self
    }

    /// With what is done on an event, whose type is `E`.
    pub(crate) fn on<E: JsCast>(
        mut self,
        event: &'static str,
        act: impl Fn(E) + Send + Sync + 'static,
    ) -> El {
        self.0.acts.push((event, Arc::new(move |event: Event| act(event.unchecked_into()))));
        self
    }

    /// With parts after what is inside.
    pub(crate) fn all(mut self, parts: impl IntoIterator<Item: Into<ElementPart>>) -> El {
        self.0.inside.extend(parts.into_iter().map(Into::into));
        self
    }
}

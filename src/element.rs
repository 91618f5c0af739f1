//! Elements that show and link, and do nothing else. Drawn again, they change what differs and nothing more, where
//! `view!` takes each attribute off and puts it on again: for lists and charts, which are drawn with every key.

use dateline_engine::view::wording;
use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Mountable, Position, PositionState};
use std::borrow::Cow;

type Words = Cow<'static, str>;

/// An element, not yet in the page. A pointer, and its methods are not inlined: it is made in many places.
pub(crate) struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, Words)>,
    inside: Vec<Inside>,
}

enum Inside {
    Words(Words),
    El(El),
}

/// An element of this class, or of none where it is empty.
#[inline(never)]
pub(crate) fn el(tag: &'static str, class: impl Into<Words>) -> El {
    let class = class.into();
    let el = El(Box::new(Parts { tag, attributes: Vec::new(), inside: Vec::new() }));
    if class.is_empty() { el } else { el.set("class", class) }
}

/// A list of ways to choose: what each is called, how many it has, its link, and whether it is on.
pub(crate) fn choices(
    name: &'static str,
    all: impl Iterator<Item = (String, Option<usize>, String, bool)>,
) -> El {
    let choice = |(name, count, link, on): (String, Option<usize>, String, bool)| {
        let mut choice = el("a", "choice").set("href", link).current(on).say(name);
        if let Some(count) = count {
            choice = choice.say(" ").with(el("span", "choice-count").say(wording::number(count)));
        }
        el("li", "").with(choice)
    };
    el("ul", "choices").set("aria-label", name).all(all.map(choice))
}

/// Such a list with its name before it.
pub(crate) fn switch(
    name: &'static str,
    all: impl Iterator<Item = (String, Option<usize>, String, bool)>,
) -> El {
    el("div", "switch").with(el("span", "switch-name").say(name)).with(choices(name, all))
}

/// A drawing that fills its place, of one unit either way, with the length of what is drawn for its style.
pub(crate) fn plot(class: &'static str, length: f64) -> El {
    el("svg", class)
        .set("style", format!("--length: {length:.4}"))
        .set("viewBox", "0 0 1 1")
        .set("preserveAspectRatio", "none")
        .set("aria-hidden", "true")
        .with(el("rect", "").set("width", "1").set("height", "1"))
}

/// What only eyes are told.
pub(crate) fn sign(class: &'static str, sign: &'static str) -> El {
    el("span", class).set("aria-hidden", "true").say(sign)
}

impl El {
    /// With an attribute.
    #[inline(never)]
    pub(crate) fn set(mut self, name: &'static str, value: impl Into<Words>) -> El {
        self.0.attributes.push((name, value.into()));
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
        self.0.inside.push(Inside::Words(words.into()));
        self
    }

    /// With an element after what is inside.
    #[inline(never)]
    pub(crate) fn with(mut self, el: El) -> El {
        self.0.inside.push(Inside::El(el));
        self
    }

    /// With elements after what is inside.
    pub(crate) fn all(mut self, els: impl Iterator<Item = El>) -> El {
        self.0.inside.extend(els.map(Inside::El));
        self
    }

    fn make(self, svg: bool) -> Made {
        let svg = svg || self.0.tag == "svg";
        let node = Rndr::create_element(self.0.tag, svg.then_some("http://www.w3.org/2000/svg"));
        let mut made = Made { node, svg, was: el(self.0.tag, ""), inside: Vec::new() };
        made.become_like(self);
        made
    }
}

/// An element in the page, and what it was drawn from.
pub(crate) struct Made {
    node: Element,
    svg: bool,
    /// What was inside is in `inside`.
    was: El,
    inside: Vec<Piece>,
}

enum Piece {
    Words(leptos::tachys::renderer::dom::Text, Words),
    El(Made),
}

impl Piece {
    fn make(inside: Inside, svg: bool) -> Piece {
        match inside {
            Inside::Words(words) => Piece::Words(Rndr::create_text_node(&words), words),
            Inside::El(el) => Piece::El(el.make(svg)),
        }
    }

    fn node(&self) -> &Node {
        match self {
            Piece::Words(node, _) => node,
            Piece::El(made) => &made.node,
        }
    }
}

impl Made {
    /// Changes what differs from `el`, which has the same tag.
    fn become_like(&mut self, el: El) {
        let el = *el.0;
        let was = &self.was.0.attributes;
        for (name, value) in &el.attributes {
            if !was.iter().any(|(old, before)| old == name && before == value) {
                Rndr::set_attribute(&self.node, name, value);
            }
        }
        for (name, _) in was {
            if !el.attributes.iter().any(|(new, _)| new == name) {
                Rndr::remove_attribute(&self.node, name);
            }
        }
        self.was.0.attributes = el.attributes;
        for piece in self.inside.drain(el.inside.len().min(self.inside.len())..) {
            Rndr::remove(piece.node());
        }
        for (at, new) in el.inside.into_iter().enumerate() {
            match (self.inside.get_mut(at), new) {
                (Some(Piece::Words(node, before)), Inside::Words(words)) => {
                    if *before != words {
                        Rndr::set_text(node, &words);
                        *before = words;
                    }
                }
                (Some(Piece::El(made)), Inside::El(el)) if made.was.0.tag == el.0.tag => made.become_like(el),
                (old, new) => {
                    let piece = Piece::make(new, self.svg);
                    Rndr::insert_node(&self.node, piece.node(), old.as_ref().map(|old| old.node()));
                    match old {
                        Some(old) => {
                            Rndr::remove(old.node());
                            *old = piece;
                        }
                        None => self.inside.push(piece),
                    }
                }
            }
        }
    }
}

impl Render for El {
    type State = Made;

    fn build(self) -> Made {
        self.make(false)
    }

    fn rebuild(self, made: &mut Made) {
        if self.0.tag == made.was.0.tag {
            return made.become_like(self);
        }
        let mut new = self.make(false);
        made.insert_before_this(&mut new);
        made.unmount();
        *made = new;
    }
}

impl Mountable for Made {
    fn unmount(&mut self) {
        self.node.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.node.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.node.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.node.clone()]
    }
}

impl AddAnyAttr for El {
    type Output<A: Attribute> = El;

    fn add_any_attr<A: Attribute>(self, _: A) -> El {
        self
    }
}

// The page is never made on a server: what is left of this trait is not called.
impl RenderHtml for El {
    type AsyncOutput = El;
    type Owned = El;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> El {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Made {
        self.build()
    }

    fn into_owned(self) -> El {
        self
    }
}

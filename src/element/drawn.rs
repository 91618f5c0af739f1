//! Elements in the page: how they are put there, and changed to look like others.

use super::{Act, El, ElementPart, Live, Words, el, unseen};
use crate::browser;
use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node, Text};
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use leptos::tachys::view::{Mountable, Position, PositionState};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

impl El {
    fn make(self) -> BuiltElement {
        let node = Rndr::create_element(self.0.tag, None);
        let was = el(self.0.tag, "").keyed(self.0.key.clone());
        let (ears, inside) = (Vec::new(), Vec::new());
        let mut made = BuiltElement { node, was, ears, inside };
        made.update_to(self);
        made
    }
}

/// An element in the page, and what it was drawn from.
pub(crate) struct BuiltElement {
    node: Element,
    /// Only its tag, its key and its attributes: the others are in `ears` and `inside`.
    was: El,
    ears: Vec<Listener>,
    inside: Vec<BuiltPart>,
}

/// What listens for an event as long as it is not dropped, and what it does now.
struct Listener {
    event: &'static str,
    act: Rc<RefCell<Option<Act>>>,
    _listener: RemoveEventHandler<Element>,
}

impl Listener {
    fn new(node: &Element, event: &'static str) -> Listener {
        let act = Rc::new(RefCell::new(None::<Act>));
        let now = act.clone();
        // What it does may draw this element again, and put another act here.
        let listen = move |event: JsValue| {
            let act = now.borrow().clone();
            act.into_iter().for_each(|act| act(event.clone().unchecked_into()));
        };
        Listener { event, act, _listener: Rndr::add_event_listener(node, event, Box::new(listen)) }
    }
}

/// A part in the page.
pub(crate) enum BuiltPart {
    Words(Text, Words),
    El(BuiltElement),
    Live(<Live as Render>::State),
}

impl BuiltPart {
    fn in_page(&mut self) -> &mut dyn Mountable {
        match self {
            BuiltPart::Words(node, _) => node,
            BuiltPart::El(made) => made,
            BuiltPart::Live(state) => state,
        }
    }
}

impl BuiltElement {
    /// Whether it can become like `el`.
    fn is_like(&self, el: &El) -> bool {
        self.was.0.tag == el.0.tag && self.was.0.key == el.0.key
    }

    /// Changes what differs from `el`, which is alike.
    fn update_to(&mut self, el: El) {
        let el = *el.0;
        let was = &self.was.0.attributes;
        for (name, value) in &el.attributes {
            match was.iter().find(|(old, _)| old == name) {
                Some((_, before)) if before == value => {}
                Some(_) if unseen::is_unseen(name) => unseen::later(&self.node, name, value),
                // The attribute is what a field begins with; the property is what it holds.
                _ if *name == "value" && browser::set_value(&self.node, value) => {}
                _ => Rndr::set_attribute(&self.node, name, value),
            }
        }
        for (name, _) in was {
            if !el.attributes.iter().any(|(new, _)| new == name) {
                if unseen::is_unseen(name) {
                    unseen::write();
                }
                Rndr::remove_attribute(&self.node, name);
            }
        }
        self.was.0.attributes = el.attributes;
        self.ears.truncate(el.acts.len());
        for (at, (event, act)) in el.acts.into_iter().enumerate() {
            if self.ears.get(at).is_none_or(|ear| ear.event != event) {
                self.ears.truncate(at);
                self.ears.push(Listener::new(&self.node, event));
            }
            self.ears[at].act.replace(Some(act));
        }
        for mut piece in self.inside.drain(el.inside.len().min(self.inside.len())..) {
            piece.in_page().unmount();
        }
        for (at, part) in el.inside.into_iter().enumerate() {
            match self.inside.get_mut(at) {
                Some(piece) => part.become_of(piece),
                None => {
                    let mut piece = part.make();
                    piece.in_page().mount(&self.node, None);
                    self.inside.push(piece);
                }
            }
        }
    }
}

impl ElementPart {
    fn make(self) -> BuiltPart {
        match self {
            ElementPart::Words(words) => BuiltPart::Words(Rndr::create_text_node(&words), words),
            ElementPart::El(el) => BuiltPart::El(el.make()),
            ElementPart::Live(live) => BuiltPart::Live(live.build()),
        }
    }

    /// Makes `piece` show this part.
    fn become_of(self, piece: &mut BuiltPart) {
        match (piece, self) {
            (BuiltPart::Words(node, before), ElementPart::Words(words)) => {
                if *before != words {
                    Rndr::set_text(node, &words);
                    *before = words;
                }
            }
            (BuiltPart::El(made), ElementPart::El(el)) if made.is_like(&el) => made.update_to(el),
            (BuiltPart::Live(state), ElementPart::Live(live)) => live.rebuild(state),
            (piece, part) => {
                let mut new = part.make();
                piece.in_page().insert_before_this(new.in_page());
                piece.in_page().unmount();
                *piece = new;
            }
        }
    }
}

impl Render for ElementPart {
    type State = BuiltPart;

    fn build(self) -> BuiltPart {
        self.make()
    }

    fn rebuild(self, piece: &mut BuiltPart) {
        self.become_of(piece);
    }
}

impl Mountable for BuiltPart {
    fn unmount(&mut self) {
        self.in_page().unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.in_page().mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self {
            BuiltPart::Words(node, _) => node.insert_before_this(child),
            BuiltPart::El(made) => made.insert_before_this(child),
            BuiltPart::Live(state) => state.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<Element> {
        match self {
            BuiltPart::Words(node, _) => node.elements(),
            BuiltPart::El(made) => made.elements(),
            BuiltPart::Live(state) => state.elements(),
        }
    }
}

impl Render for El {
    type State = BuiltPart;

    fn build(self) -> BuiltPart {
        ElementPart::El(self).make()
    }

    fn rebuild(self, piece: &mut BuiltPart) {
        ElementPart::El(self).become_of(piece);
    }
}

impl Mountable for BuiltElement {
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

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> BuiltPart {
        self.build()
    }

    fn into_owned(self) -> El {
        self
    }
}

//! Parts of a view that are drawn again whenever what they are drawn from changes.

use leptos::prelude::*;

/// A part of a view that is drawn again. Of one type, whatever it draws: Leptos makes code of its own for each type of
/// closure in a view, which was a tenth of the page's code.
pub(crate) type Dynamic = Box<dyn FnMut() -> AnyView + Send>;

/// Draws a part of a view again whenever what it is drawn from changes.
pub(crate) fn dynamic<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> Dynamic {
    Box::new(move || draw().into_any())
}

//! Components that many places need.

mod axis;
mod breadcrumb;
mod choice_list;
mod choices;
mod dynamic;
mod long_list;
mod marked;
mod overlay;
mod panel;
mod plot;
mod roving_tabindex;
mod rows;
mod seeker;
mod show_all;
mod taken;

pub(crate) use axis::Axis;
pub(crate) use breadcrumb::{Breadcrumb, Crumb};
pub(crate) use choice_list::ChoiceList;
pub(crate) use choices::{Choice, Choices, Switch, choice};
pub(crate) use dynamic::dynamic;
pub(crate) use long_list::{LongList, RowPosition};
pub(crate) use marked::{Marked, MarkedMentions, MarkedProblems, Tag};
pub(crate) use overlay::Overlay;
pub(crate) use panel::Panel;
pub(crate) use plot::Plot;
pub(crate) use roving_tabindex::RovingTabindex;
pub(crate) use rows::{Row, by_index, rows};
pub(crate) use seeker::{Seeker, folded};
pub(crate) use show_all::ShowAll;
pub(crate) use taken::{Taken, TakenText};

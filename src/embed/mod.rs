//! The app where the document is not the person's own: sent by the page around a frame, or made into a link or a file by
//! somebody else. Nothing of it is kept on this device, and what is kept here is left alone.
//!
//! A chunk of the program. `docs/embedding.md` says what a page around it can do.

mod app;
mod bar;
mod host;
mod message;
mod published;
mod shown;
mod status;
mod theme;

use evencost_core::date::Date;
use evencost_core::id::{DivisionId, RaterId};
use leptos::prelude::*;

use crate::keeping::Keeper;
use crate::parts::Notices;
use crate::ports::place::{Whose, whose};
use crate::route::{Route, Screen};

pub use app::EmbeddedApp;

/// What can be done with the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// It is read.
    View,
    /// It is read, and requests of one's own are weighed against it.
    Try,
    /// It is changed.
    Edit,
}

impl Mode {
    /// Where nothing is said.
    fn by_default() -> Self {
        if whose() == Whose::Shown { Self::Try } else { Self::Edit }
    }

    /// What `mode` says. What is only shown is not changed: nobody would keep it.
    fn read(word: &str) -> Option<Self> {
        match (word, whose()) {
            ("view", _) => Some(Self::View),
            ("try", _) | ("edit", Whose::Shown) => Some(Self::Try),
            ("edit", _) => Some(Self::Edit),
            _ => None,
        }
    }
}

/// How far the document is.
#[derive(Clone, PartialEq, Eq)]
enum State {
    /// It is on its way.
    Coming,
    /// It is open.
    Here,
    /// It cannot be shown, and why.
    Refused(String),
    /// It is a link that asks for something: that is done in a page of one's own, by this address.
    Asks(String),
}

/// What the parts of the embedded app share.
#[derive(Clone, Copy)]
struct Embedded {
    keeper: Keeper,
    notices: Notices,
    route: RwSignal<Route>,
    mode: RwSignal<Mode>,
    state: RwSignal<State>,
    /// Whom to ask about what is shown; may be empty.
    ask: RwSignal<String>,
    /// When it was published, where that is known.
    day: RwSignal<Option<Date>>,
    /// As whom the person weighs here, for each division.
    weighers: StoredValue<Vec<(DivisionId, RaterId)>>,
}

impl Embedded {
    /// As the address says it, until the page around this one says something else.
    fn new(route: RwSignal<Route>) -> Self {
        Self {
            keeper: expect_context(),
            notices: expect_context(),
            route,
            mode: RwSignal::new(asked_for("mode").and_then(|word| Mode::read(&word)).unwrap_or(Mode::by_default())),
            state: RwSignal::new(State::Coming),
            ask: RwSignal::new(String::new()),
            day: RwSignal::new(None),
            weighers: StoredValue::new(Vec::new()),
        }
    }
}

/// What `screen` says: a place in the bar, or the menu.
fn route_of(word: &str) -> Option<Route> {
    if word.eq_ignore_ascii_case("menu") {
        return Some(Route::Menu);
    }
    Screen::ALL.into_iter().find(|screen| screen.label().eq_ignore_ascii_case(word)).map(Screen::route)
}

/// What the address says after that name.
fn asked_for(name: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    let (_, value) = search
        .trim_start_matches('?')
        .split('&')
        .filter_map(|part| part.split_once('='))
        .find(|part| part.0 == name)?;
    js_sys::decode_uri_component(&value.replace('+', " ")).ok().map(String::from)
}

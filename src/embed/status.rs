//! One quiet line: whether what is changed here is saved, where, and who sees it.

use leptos::prelude::*;

use super::{Embedded, Mode, State, host};
use crate::keeping::{Keeper, Kept};
use crate::parts::erased::{click, when};
use crate::ports::place::{Whose, whose};

/// The line.
#[component]
pub(super) fn Status() -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    let Embedded { mode, state, .. } = expect_context();
    let is_host = whose() == Whose::Host;
    let words = move || match (mode.get(), is_host, keeper.kept()) {
        (Mode::View, true, _) => "Shown by the page that this is embedded in. Nothing is kept on this device.",
        (Mode::View, ..) => "Only to read: nothing is kept on this device.",
        (Mode::Try, ..) => {
            "What you weigh here stays on this device: it is not sent, nobody else sees it, and it is gone when you close the page."
        }
        (Mode::Edit, _, Kept::Taken) => {
            "Kept by the page that this is embedded in, for those whom that page lets see it. Nothing is kept on this device."
        }
        (Mode::Edit, _, Kept::Given) => {
            "Given to the page that this is embedded in, which has not said that it keeps it. Nothing is kept on this device."
        }
        (Mode::Edit, ..) => "Not yet taken by the page that this is embedded in. Nothing is kept on this device.",
    };
    let is_open = move || state.get() == State::Here;
    let save = move || {
        view! {
            <button type="button" class="small" on:click=click(move |_| host::save(keeper))>"Save"</button>
            <button type="button" class="small" on:click=click(move |_| keeper.save_file())>"Save a file"</button>
        }
    };
    view! {
        <footer class="status">
            {when(is_open, move || view! {
                <span role="status">{words}</span>
                {when(move || is_host && mode.get() == Mode::Edit, move || save().into_any())}
            }.into_any())}
        </footer>
    }
}

//! The way to the example and back.

use leptos::prelude::*;

use crate::app;
use crate::keeping::Keeper;
use crate::live::Live;
use crate::parts::Notices;
use crate::parts::erased::{memo, when};
use crate::screens::main_menu::open_example;

/// What to do here, and the way to the example, under a blank workspace.
#[component]
pub(super) fn Welcome() -> impl IntoView {
    let live = expect_context::<Live>();
    let keeper = expect_context::<Keeper>();
    let notices = expect_context::<Notices>();
    let blank = memo(move || app::is_blank(live));
    let open = move |_| {
        open_example(keeper, notices);
        app::keep_focus();
    };
    view! {
        {when(move || blank.get(), move || view! {
            <div class="welcome">
                <p>
                    "Write down one thing your team pursues, and the good thing it gives up for it. \
                     A value that names its price can decide something."
                </p>
                {keeper.is_own().then(|| view! {
                    <p><button type="button" on:click=open>"See an example"</button></p>
                })}
            </div>
        }.into_any())}
    }
}

/// Says that this is the example, and leads back.
#[component]
pub(super) fn ExampleNote() -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    let leave = move |_| {
        keeper.leave_example();
        app::keep_focus();
    };
    view! {
        {when(move || keeper.is_example(), move || view! {
            <p class="example-note">
                <span>"This is an example, kept apart from what you write yourself. Change in it what you like."</span>
                <button type="button" on:click=leave>"Back to my own"</button>
            </p>
        }.into_any())}
    }
}

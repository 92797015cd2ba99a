//! The way to the example, offered while there is nothing else.

use leptos::prelude::*;

use crate::app;
use crate::keeping::Keeper;
use crate::live::Live;
use crate::screens::main_menu::open_example;

/// "See an example", under a blank workspace.
#[component]
pub(super) fn ExampleLink() -> impl IntoView {
    let live = expect_context::<Live>();
    let keeper = expect_context::<Keeper>();
    let blank = Memo::new(move |_| app::is_blank(live));
    view! {
        <Show when=move || blank.get()>
            <div class="welcome">
                <p>
                    "Write down one thing your team pursues, and the good thing it gives up for it. \
                     A value that names its price can decide something."
                </p>
                <p>
                    <button type="button" on:click=move |_| open_example(keeper)>"See an example"</button>
                </p>
            </div>
        </Show>
    }
}

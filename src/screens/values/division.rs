//! The division at the head of the screen: its name, the others, and what can be done with its set.

use std::sync::Arc;

use evencost_core::document::{Division, Field, FieldName, Key, Value};
use evencost_core::edit::{self, Visit};
use evencost_core::id::DivisionId;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app;
use crate::chunks;
use crate::live::Live;
use crate::parts::erased::memo;
use crate::parts::{Blank, Menu, MenuItem, Notices, copy};
use crate::screens::current::Current;
use crate::screens::import::ImportDialog;
use crate::screens::{Export, WriteSet};

/// The head of the screen.
#[component]
pub(super) fn DivisionHead(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let current = expect_context::<Current>();
    let notices = expect_context::<Notices>();
    let import = expect_context::<ImportDialog>();
    let name = memo(move || {
        live.field(Key::Division(division), FieldName::DivisionName, |document| {
            document.division(division).map(|division| division.name.clone()).unwrap_or_default()
        })
    });
    let visit = RwSignal::new(Visit(0));
    let rename = move |text: String| {
        let edit = live.peek(|document| edit::set(document, Key::Division(division), Field::DivisionName(text)));
        live.edit_during(Some(visit.get_untracked()), edit);
    };
    let counts = memo(move || {
        live.read(|document| {
            let in_play: Vec<&Value> = document.values_in_play(division).collect();
            let adopted = in_play.iter().filter(|value| value.adopted.is_some()).count();
            count_of_values(in_play.len(), adopted)
        })
    });
    let remove = move || {
        let name = live.peek(|document| document.division(division).map(|row| row.display_name().to_owned()));
        let blank = Division::new(live.fresh(), "");
        let edit = live.peek(|document| {
            let removal = edit::remove(document, &Key::Division(division));
            // There is always one to write for.
            let last = document.divisions().nth(1).is_none();
            if last { removal.then(edit::append(document, blank)) } else { removal }
        });
        let told = [&*name.unwrap_or_default(), " is removed, with its values and its people’s answers."].concat();
        let back = move || {
            current.choose(division);
            app::focus_rendered(&name_id(division));
        };
        notices.edit_then(live, edit, &told, Arc::new(back));
        app::keep_focus();
    };
    let copied = move |writer: fn(Export) -> WriteSet| {
        chunks::EXPORT.use_for(notices, move |export| {
            copy(notices, live.peek(|document| writer(export)(document, division)), "Copied.");
        });
    };
    view! {
        <div class="head">
            <div class="head-line">
                <div class="head-name">
                    <h1>
                        <Blank
                            id=name_id(division)
                            text=name
                            label="Name of the division"
                            placeholder="Your team’s name"
                            class="name"
                            on_text=rename
                            on_enter=move || visit.set(app::next_visit())
                            on_return=to_first_sentence
                        />
                    </h1>
                    <span class="soft">{move || counts.get()}</span>
                </div>
                <div class="head-tools">
                    <button type="button" on:click=move |_| import.open()>"Paste or import"</button>
                    <Menu label="More about this division">
                        <MenuItem on_choose=move || copied(|export| export.plain)>
                            "Copy as text"
                        </MenuItem>
                        <MenuItem on_choose=move || copied(|export| export.markdown)>
                            "Copy as Markdown"
                        </MenuItem>
                        <MenuItem on_choose=move || add_division(live, current)>"Add a division"</MenuItem>
                        <MenuItem on_choose=remove>"Remove this division"</MenuItem>
                    </Menu>
                </div>
            </div>
        </div>
    }
}

/// What stands where there is no division: only after people in two tabs have removed the last ones.
#[component]
pub(super) fn NoDivision() -> impl IntoView {
    let live = expect_context::<Live>();
    let current = expect_context::<Current>();
    view! {
        <p>"There is no division here, so there is nobody to write for."</p>
        <p><button type="button" class="main" on:click=move |_| add_division(live, current)>"Add a division"</button></p>
    }
}

/// Adds a division and waits for its name, on the screen of values.
pub fn add_division(live: Live, current: Current) {
    let id = live.fresh::<DivisionId>();
    live.change(|document| edit::append(document, Division::new(id, "")));
    current.choose(id);
    app::focus(&name_id(id));
}

/// The id of the field with the division's name.
fn name_id(division: DivisionId) -> String {
    format!("name-{division}")
}

fn to_first_sentence() {
    let blank = document().query_selector(".values textarea").ok().flatten();
    if let Some(blank) = blank.and_then(|blank| blank.dyn_into::<HtmlElement>().ok()) {
        // Where the focus is refused, it stays on the name.
        drop(blank.focus());
    }
}

fn count_of_values(values: usize, adopted: usize) -> String {
    match (values, adopted) {
        (0, _) => String::new(),
        (1, 0) => "1 value".to_owned(),
        (1, _) => "1 value, adopted".to_owned(),
        (_, 0) => format!("{values} values"),
        (_, _) => format!("{values} values, {adopted} adopted"),
    }
}

//! Texts of rows, edited where they stand.

use evencost_core::document::{Document, Field, Key};
use evencost_core::edit::{self, Visit};
use evencost_core::id::{CustomerId, Id};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::app;
use crate::live::Live;
use crate::parts::Blank;
use crate::parts::erased::memo;

/// Makes a field of a text.
pub(super) type OfText = fn(String) -> Field;

/// The text of a row's field, none where the row is not there; listens to it.
pub(super) fn text_of(live: Live, row: Key, of: OfText) -> Memo<String> {
    let name = of(String::new()).name();
    memo(move || {
        live.field(row.clone(), name, |document| {
            let field = document.row(&row).and_then(|row| row.field(name));
            field.as_ref().and_then(Field::text).unwrap_or_default().to_owned()
        })
    })
}

/// A text of a row in a line of prose.
#[component]
pub(super) fn RowBlank(
    /// The row.
    row: Key,
    /// The field.
    of: OfText,
    /// The element's id, by which it can be focused.
    id: String,
    /// What a screen reader calls it.
    #[prop(into)]
    label: Signal<String>,
    /// What stands in it while it is empty.
    placeholder: &'static str,
    /// A class of its own.
    #[prop(default = "aside")]
    class: &'static str,
    /// A key that the caller may want for itself.
    #[prop(optional, into)]
    on_key: Option<Callback<KeyboardEvent>>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let text = text_of(live, row.clone(), of);
    let visit = RwSignal::new(Visit(0));
    let write = move |text: String| {
        let edit = live.peek(|document| edit::set(document, row.clone(), of(text)));
        live.edit_during(Some(visit.get_untracked()), edit);
    };
    view! {
        <Blank
            id=id
            text=text
            label=label
            placeholder=placeholder
            class=class
            on_text=write
            on_enter=move || visit.set(app::next_visit())
            on_key=move |event| if let Some(on_key) = on_key { on_key.run(event) }
        />
    }
}

/// A customer's name as the screens say it, none where they are gone; listens to it.
pub(super) fn customer_name(live: Live, customer: CustomerId) -> Memo<String> {
    memo(move || live.read(|document| name_in(document, customer)))
}

/// A customer's name as the screens say it.
pub(super) fn name_in(document: &Document, customer: CustomerId) -> String {
    document.customer(customer).map(|row| row.display_name().to_owned()).unwrap_or_default()
}

/// The element of a row, or of a part of it.
pub(super) fn element_id(part: &str, id: Id) -> String {
    [part, "-", &id.to_string()].concat()
}

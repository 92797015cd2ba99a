//! Who needs an output: naming them makes them a customer.

use evencost_core::document::{Key, UseKey};
use evencost_core::edit;
use evencost_core::id::{CustomerId, OutputId};
use evencost_core::serve::{name_consumer, named};
use leptos::ev::KeyboardEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::fields::{customer_name, element_id, name_in};
use super::outputs::KNOWN;
use crate::app;
use crate::live::Live;
use crate::parts::Notices;
use crate::parts::erased::{click, list, memo};

/// The customers of an output, and a field that takes one more.
#[component]
pub(super) fn Consumers(output: OutputId, name: Memo<String>) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let customers = memo(move || {
        live.read(|document| document.customers_for(output).map(|row| row.id).collect::<Vec<CustomerId>>())
    });
    let field = NodeRef::<Input>::new();
    let add = move || {
        // What is taken off the page tells of its change last.
        let Some(field) = field.try_get_untracked().flatten() else { return };
        let typed = field.value().trim().to_owned();
        if typed.is_empty() {
            return;
        }
        field.set_value("");
        let is_new = live.peek(|document| {
            document.output(output).is_some_and(|row| named(document, row.division, &typed).is_none())
        });
        let edit = live.with_ids(|document, ids| name_consumer(document, ids, output, &typed));
        live.edit(edit);
        notices.announce(&[&*typed, if is_new { " is a new customer." } else { " needs it too." }].concat());
    };
    let by_key = move |event: KeyboardEvent| {
        if event.key() == "Enter" || event.key() == "," {
            // What an input method takes to end a word ends no name.
            if !event.is_composing() {
                event.prevent_default();
                add();
            }
        }
    };
    let field_id = move || element_id("consumer", output.0);
    let chip = move |customer: CustomerId| {
        let shown = customer_name(live, customer);
        let release = move |_| {
            let told = [&*live.peek(|document| name_in(document, customer)), " does not need it."].concat();
            live.change(|document| edit::remove(document, &Key::Use(UseKey { output, customer })));
            notices.announce(&told);
            app::focus(&field_id());
        };
        view! {
            <li class="chip">
                {move || shown.get()}
                <button
                    type="button"
                    class="quiet"
                    aria-label=move || [&*shown.get(), " does not need “", name.get().trim(), "”"].concat()
                    on:click=click(release)
                >"×"</button>
            </li>
        }
        .into_any()
    };
    view! {
        <div class="consumers">
            <span class="soft" aria-hidden="true">"Who needs it: "</span>
            <ul class="chips" aria-label=move || ["Who needs “", name.get().trim(), "”"].concat()>
                {list(move || customers.get(), chip)}
            </ul>
            <input
                type="text"
                id=field_id()
                class="consumer"
                list=KNOWN
                autocomplete="off"
                enterkeyhint="done"
                placeholder="a team or a group"
                aria-label=move || ["Who else needs “", name.get().trim(), "”?"].concat()
                node_ref=field
                on:keydown=by_key
                // What was typed is meant, also without Enter.
                on:change=move |_| add()
            />
        </div>
    }
}

//! The customers of a division, described as personas.

use evencost_core::document::{Customer, List};
use evencost_core::edit;
use evencost_core::id::{CustomerId, DivisionId};
use evencost_core::serve::is_due;
use leptos::prelude::*;

use super::persona::{Persona, name_id};
use crate::app;
use crate::live::Live;
use crate::parts::erased::{click, list, memo, when};
use crate::ports::clock;

/// All customers.
#[component]
pub(super) fn Personas(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let customers = memo(move || {
        live.order(List::Customers);
        live.peek(|document| document.customers_of(division).map(|row| row.id).collect::<Vec<CustomerId>>())
    });
    let due = memo(move || {
        let today = clock::today();
        live.read(|document| document.customers_of(division).filter(|row| is_due(row, today)).count())
    });
    let add = move |_| {
        let id: CustomerId = live.fresh();
        live.change(|document| edit::append(document, Customer::new(id, division, "")));
        app::focus(&name_id(id));
    };
    view! {
        <section class="serve-step" aria-labelledby="customers">
            <div class="serve-step-head">
                <h2 id="customers">"Who they are"</h2>
                {when(move || due.get() > 0, move || view! {
                    <span class="tag none">{move || format!("{} to look at again", due.get())}</span>
                }.into_any())}
            </div>
            <p class="soft">
                "What each customer needs, and what they fear, in their own words. Half a year later the day has come to look \
                 again: people change, and so does what they need."
            </p>
            {when(move || customers.with(Vec::is_empty), || view! {
                <p class="empty">"Nobody yet: say above who needs what you produce, and they stand here."</p>
            }.into_any())}
            <ul class="personas">
                {list(move || customers.get(), |id| view! { <Persona customer=id /> }.into_any())}
            </ul>
            <p><button type="button" on:click=click(add)>"Add a customer"</button></p>
        </section>
    }
}

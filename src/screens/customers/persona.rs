//! One customer: what they are called, need, fear and consume, and when to look at that again.

use std::sync::Arc;

use evencost_core::date;
use evencost_core::document::{Customer, Document, Field, FieldName, Key, List};
use evencost_core::edit::{self, Visit};
use evencost_core::id::{CustomerId, DivisionId};
use evencost_core::serve::{describe, is_due, next_review};
use leptos::prelude::*;

use super::fields::{OfText, RowBlank, customer_name, element_id, text_of};
use crate::app;
use crate::live::Live;
use crate::parts::erased::{click, memo, piece};
use crate::parts::{Choice, Menu, MenuItem, Notices, Paragraph};
use crate::ports::clock;
use crate::route::Route;

/// The id of the field with a customer's name.
pub(super) fn name_id(customer: CustomerId) -> String {
    element_id("customer-name", customer.0)
}

/// A customer.
#[component]
pub(super) fn Persona(customer: CustomerId) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let name = customer_name(live, customer);
    let consumes = memo(move || live.read(|document| consumed(document, customer)));
    let remove = move || {
        let told = [&*name.get_untracked(), " is removed, with how they want to be served."].concat();
        let removal = live.peek(|document| edit::remove(document, &Key::Customer(customer)));
        notices.edit_then(live, removal, &told, Arc::new(move || app::focus_rendered(&name_id(customer))));
        app::keep_focus();
    };
    view! {
        <li class="persona card">
            <div role="group" aria-label=move || name.get()>
                <div class="persona-head">
                    <h3>
                        <RowBlank
                            row=Key::Customer(customer)
                            of=Field::CustomerName
                            id=name_id(customer)
                            label="Name of the customer"
                            placeholder="who they are"
                            class="name"
                        />
                    </h3>
                    <Menu label=Signal::derive(move || ["More about ", &*name.get()].concat())>
                        <MenuItem on_choose=remove>"Remove"</MenuItem>
                    </Menu>
                </div>
                <p class="soft consumes">{move || match consumes.get().as_str() {
                    "" => "Consumes nothing of the above yet.".to_owned(),
                    outputs => ["Consumes: ", outputs, "."].concat(),
                }}</p>
                <Said customer=customer of=Field::CustomerNeeds label="They need" placeholder="what would help them most" />
                <Said customer=customer of=Field::CustomerFears label="They fear" placeholder="what must not happen to them" />
                <Partner customer=customer />
                <Review customer=customer name=name />
            </div>
        </li>
    }
}

/// The names of what a customer consumes.
fn consumed(document: &Document, customer: CustomerId) -> String {
    let Some(row) = document.customer(customer) else { return String::new() };
    let uses = document.outputs_of(row.division);
    let uses = uses.filter(|output| document.customers_for(output.id).any(|user| user.id == customer));
    uses.map(|output| output.name.trim()).filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Something in their own words.
#[component]
fn Said(customer: CustomerId, of: OfText, label: &'static str, placeholder: &'static str) -> impl IntoView {
    let live = expect_context::<Live>();
    let text = text_of(live, Key::Customer(customer), of);
    let visit = RwSignal::new(Visit(0));
    let write = move |text: String| {
        let edit = live.peek(|document| describe(document, customer, of(text), clock::today()));
        live.edit_during(Some(visit.get_untracked()), edit);
    };
    view! {
        <div class="in-words">
            <span class="soft" aria-hidden="true">{label}</span>
            <Paragraph
                id=element_id(&label.to_lowercase().replace(' ', "-"), customer.0)
                text=text
                label=label
                placeholder=placeholder
                on_text=write
                on_enter=move || visit.set(app::next_visit())
            />
        </div>
    }
}

/// When to look at it again, and that somebody did.
#[component]
fn Review(customer: CustomerId, name: Memo<String>) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let review = memo(move || {
        live.field(Key::Customer(customer), FieldName::CustomerReview, |document| document.customer(customer).cloned())
    });
    let look = move |_| {
        let next = next_review(clock::today());
        live.change(|document| edit::set(document, Key::Customer(customer), Field::CustomerReview(Some(next))));
        notices.announce(&["Looked at. To be looked at again on ", &date::spoken(next), "."].concat());
        app::keep_focus();
    };
    let button = move || {
        view! {
            <button type="button" class="small" on:click=click(look)>
                "Looked at it today" <span class="off-screen">": " {move || name.get()}</span>
            </button>
        }
    };
    let line = move |row: &Customer| {
        let Some(day) = row.review else {
            // From a file, say.
            return row.is_described().then(|| view! { <p class="review">{button()}</p> }.into_any());
        };
        let is_due = is_due(row, clock::today());
        let mut words = date::spoken(day);
        words.insert_str(0, if is_due { "due since " } else { "To be looked at again on " });
        Some(
            view! {
                <p class="review">
                    {if is_due {
                        view! { <span class="tag price">{words}</span> {button()} }.into_any()
                    } else {
                        view! { <span class="soft">{words} "."</span> }.into_any()
                    }}
                </p>
            }
            .into_any(),
        )
    };
    piece(move || review.with(|row| row.as_ref().and_then(line)).into_any())
}

/// Which other division of the workspace they are: its values can be compared.
#[component]
fn Partner(customer: CustomerId) -> impl IntoView {
    let live = expect_context::<Live>();
    let row = memo(move || {
        live.field(Key::Customer(customer), FieldName::CustomerPartner, |document| {
            document.customer(customer).map(|row| (row.division, row.partner))
        })
    });
    let others = memo(move || {
        live.order(List::Divisions);
        let own = row.get().map(|(division, _)| division);
        live.read(|document| {
            let others = document.divisions().filter(|other| Some(other.id) != own);
            others.map(|other| (other.id, other.display_name().to_owned())).collect::<Vec<(DivisionId, String)>>()
        })
    });
    let partner = move || row.get().and_then(|(_, partner)| partner);
    let options = Signal::derive(move || {
        let names = others.get().into_iter().map(|(_, name)| name);
        std::iter::once("none of them".to_owned()).chain(names).collect()
    });
    let chosen = Signal::derive(move || {
        let partner = partner();
        others.with(|others| others.iter().position(|(id, _)| Some(*id) == partner)).map_or(0, |at| at + 1)
    });
    let choose = move |place: usize| {
        let other = others.with_untracked(|others| Some(others.get(place.checked_sub(1)?)?.0));
        live.change(|document| edit::set(document, Key::Customer(customer), Field::CustomerPartner(other)));
    };
    let compare = move || {
        row.get().and_then(|(division, partner)| Some(Route::Pair(division, partner?))).map(|pair| {
            view! { <a href=pair.to_string()>"Compare our values"</a> }
        })
    };
    piece(move || {
        if others.with(Vec::is_empty) {
            return ().into_any();
        }
        view! {
            <p class="partner">
                <Choice label="Which division they are" options=options chosen=chosen on_choose=choose />
                {move || compare()}
            </p>
        }
        .into_any()
    })
}

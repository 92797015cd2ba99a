//! The board: how each customer wants to be served, in which circumstance.

use evencost_core::document::{Customer, Document, Service};
use evencost_core::id::{CustomerId, DivisionId, Id, LaneId};
use evencost_core::serve::{add_lane, column, move_lane, unplaced};
use leptos::prelude::*;

use super::drag::{Drag, Spot};
use super::fields::name_in;
use super::lane::{LaneCard, circumstance_id};
use crate::app;
use crate::live::Live;
use crate::parts::erased::{click, list, memo, piece, when};
use crate::parts::{Menu, MenuItem, Notices};

/// What moves the cards of one division.
#[derive(Clone, Copy)]
pub(super) struct Moves {
    pub(super) live: Live,
    pub(super) notices: Notices,
    pub(super) division: DivisionId,
}

impl Moves {
    /// The cards of one lane, from top to bottom.
    pub(super) fn cards(self, document: &Document, service: Service) -> Vec<Id> {
        column(document, self.division, service).map(|row| row.id.0).collect()
    }

    /// Moves a card to a position of one lane and says where it went.
    pub(super) fn move_to(self, lane: LaneId, service: Service, position: usize) {
        self.live.change(|document| move_lane(document, lane, service, position));
        let cards = self.live.peek(|document| self.cards(document, service));
        if let Some(at) = cards.iter().position(|id| *id == lane.0) {
            let (place, all) = (at + 1, cards.len());
            self.notices.announce(&format!("Moved to {}, place {place} of {all}.", service.label()));
        }
    }

    /// Adds a card for a customer, and waits for its circumstance.
    fn add(self, customer: CustomerId, service: Service) {
        let lane: LaneId = self.live.fresh();
        self.live.change(|document| add_lane(document, lane, customer, service));
        self.notices.announce(&["Added to ", service.label(), "."].concat());
        app::focus_rendered(&circumstance_id(lane));
    }
}

/// The board.
#[component]
pub(super) fn Board(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let moves = Moves { live, notices, division };
    provide_context(moves);
    let cards = move || live.peek(|document| Service::BOTH.map(|service| moves.cards(document, service)).to_vec());
    let land = move |card, spot: Spot| {
        if let Some(service) = Service::BOTH.get(spot.column) {
            moves.move_to(LaneId(card), *service, spot.at);
        }
    };
    let drag = Drag::new("lane", cards, land);
    view! {
        <section class="serve-step" aria-labelledby="lanes">
            <h2 id="lanes">"How they want to be served"</h2>
            <p class="soft">
                "Neither lane is better. The same customer may want a quick order mostly, and a partner when something is at stake: \
                 then they stand in both."
            </p>
            <Unplaced />
            <div class="board" class:dragging=move || drag.is_on()>
                {Service::BOTH.into_iter().enumerate().map(|(place, service)| view! {
                    <Lane service=service place=place drag=drag />
                }).collect_view()}
            </div>
        </section>
    }
}

/// The customers of whom nobody has said yet how they want to be served.
#[component]
fn Unplaced() -> impl IntoView {
    let moves = expect_context::<Moves>();
    let live = moves.live;
    let waiting = memo(move || {
        live.read(|document| {
            let row = |customer: &Customer| (customer.id, customer.display_name().to_owned());
            unplaced(document, moves.division).map(row).collect::<Vec<(CustomerId, String)>>()
        })
    });
    let row = move |(customer, name): (CustomerId, String)| {
        let place = |service: Service| {
            let label = [&*name, ": ", service.label()].concat();
            view! {
                <button
                    type="button"
                    class="small"
                    aria-label=label
                    on:click=click(move |_| moves.add(customer, service))
                >{service.label()}</button>
            }
        };
        let buttons = Service::BOTH.map(place);
        view! { <li><span>{name.clone()}</span> {buttons}</li> }.into_any()
    };
    when(
        move || waiting.with(|waiting| !waiting.is_empty()),
        move || {
            view! {
                <ul class="unplaced" aria-label="Who has no lane yet">{list(move || waiting.get(), row)}</ul>
            }
            .into_any()
        },
    )
}

/// One lane with its cards.
#[component]
fn Lane(service: Service, place: usize, drag: Drag) -> impl IntoView {
    let moves = expect_context::<Moves>();
    let live = moves.live;
    let cards = memo(move || live.read(|document| moves.cards(document, service)));
    let hours = memo(move || {
        live.read(|document| column(document, moves.division, service).map(|row| u64::from(row.hours)).sum::<u64>())
    });
    let (title, about) = match service {
        Service::QuickOrder => ("Quick order", "A drive-thru: order, get served, leave."),
        Service::Partnership => ("Partnership", "Work it out together, in time that is set aside."),
    };
    let heading = ["lane-", &place.to_string()].concat();
    let labelled_by = heading.clone();
    let set_aside = move || match (service, hours.get()) {
        (Service::Partnership, 1) => " 1 hour a month so far.".to_owned(),
        (Service::Partnership, hours) if hours > 0 => format!(" {hours} hours a month so far."),
        _ => String::new(),
    };
    let customers = move || {
        let named = live.peek(|document| {
            // Whoever stands here in every case is here already.
            let stands = |customer: CustomerId| {
                let mut lanes = document.lanes_of(moves.division);
                lanes.any(|lane| {
                    lane.customer == customer && lane.service == service && lane.circumstance.trim().is_empty()
                })
            };
            let ids = document.customers_of(moves.division).map(|row| row.id).filter(|id| !stands(*id));
            ids.map(|id| (id, name_in(document, id))).collect::<Vec<_>>()
        });
        let item = move |(customer, name): (CustomerId, String)| {
            view! { <MenuItem on_choose=move || moves.add(customer, service)>{name}</MenuItem> }
        };
        if named.is_empty() {
            let words = if live.peek(|document| document.customers_of(moves.division).next().is_some()) {
                "All stand here in every case: say of one when it is so, to add it again."
            } else {
                "Name a customer above first."
            };
            return view! { <li class="soft menu-note">{words}</li> }.into_any();
        }
        named.into_iter().map(item).collect_view().into_any()
    };
    view! {
        <section class="lane" aria-labelledby=labelled_by id=drag.column_id(place) class:lands-behind=move || drag.lands_last(place)>
            <div class="lane-head">
                <h3 id=heading>{title}</h3>
                <Menu
                    label=Signal::stored(["Add a customer to ", service.label()].concat())
                    face=view! { <span aria-hidden="true">"+"</span> }.into_any()
                >
                    {piece(customers)}
                </Menu>
            </div>
            <p class="soft">{about} {set_aside}</p>
            {when(move || cards.with(Vec::is_empty), || view! { <p class="soft nobody">"Nobody yet."</p> }.into_any())}
            <ul class="lane-cards">
                {list(move || cards.get(), move |id| view! { <LaneCard lane=LaneId(id) service=service drag=drag /> }.into_any())}
            </ul>
        </section>
    }
}

//! How a request is served: by the lane of whoever asks, in their circumstance, or otherwise for a reason.

use evencost_core::document::{DecisionKey, Document, Field, Lane, Placement, Service};
use evencost_core::edit::{Edit, Visit};
use evencost_core::id::{DivisionId, LaneId, RequestId};
use evencost_core::serve::{customer_asking, lane_words, lanes_for, serve_as, service_of, set_placement, take_lane};
use evencost_core::weigh::Kind;
use leptos::prelude::*;

use crate::app;
use crate::live::Live;
use crate::parts::erased::{click, memo, piece, when};
use crate::parts::{Blank, Choice, Segments};
use crate::route::Route;

/// A lane to choose: its words, and how it serves.
type Offer = (LaneId, String, Service);

/// What one division says of how it serves one request, with the visit that edits of the same field share.
#[derive(Clone, Copy)]
struct Served {
    live: Live,
    key: DecisionKey,
    placement: Memo<Option<Placement>>,
    /// All lanes of the division, those of whoever asks first.
    lanes: Memo<Vec<Offer>>,
    visit: RwSignal<Visit>,
}

impl Served {
    fn new(live: Live, key: DecisionKey) -> Self {
        let placement = memo(move || live.read(|document| document.placement(key).cloned()));
        let lanes = memo(move || live.read(|document| offers(document, key)));
        Self { live, key, placement, lanes, visit: RwSignal::new(Visit(0)) }
    }

    fn lane(self) -> Option<Offer> {
        let lane = self.placement.get()?.lane?;
        self.lanes.with(|lanes| lanes.iter().find(|(id, ..)| *id == lane).cloned())
    }

    fn change(self, compose: impl FnOnce(&Document, DecisionKey) -> Edit) {
        self.live.change(|document| compose(document, self.key));
    }
}

fn offers(document: &Document, key: DecisionKey) -> Vec<Offer> {
    let offer = |lane: &Lane| (lane.id, lane_words(document, lane), lane.service);
    let mut offers: Vec<Offer> = lanes_for(document, key).into_iter().map(offer).collect();
    for lane in document.lanes_of(key.division) {
        if !offers.iter().any(|(id, ..)| *id == lane.id) {
            offers.push(offer(lane));
        }
    }
    offers
}

/// How the division serves the request; nothing for an action of its own, nor where nobody has thought about customers.
#[component]
pub(super) fn Serving(request: RequestId, division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let key = DecisionKey { request, division };
    let is_open = move || {
        live.read(|document| {
            let is_asked = document.request(request).is_some_and(|asked| Kind::of(asked, division) != Kind::Own);
            let has_customers = document.customers_of(division).next().is_some();
            is_asked && (has_customers || document.placement(key).is_some())
        })
    };
    when(is_open, move || view! { <Lanes key=key /> }.into_any())
}

#[component]
fn Lanes(key: DecisionKey) -> impl IntoView {
    let live = expect_context::<Live>();
    let served = Served::new(live, key);
    let service = memo(move || live.read(|document| service_of(document, key)));
    let options = Signal::derive(move || {
        let lanes = served.lanes.get().into_iter().map(|(_, words, service)| [&*words, ": ", service.label()].concat());
        std::iter::once("in no lane yet".to_owned()).chain(lanes).collect()
    });
    let chosen = Signal::derive(move || {
        let lane = served.placement.get().and_then(|placement| placement.lane);
        served.lanes.with(|lanes| lanes.iter().position(|(id, ..)| Some(*id) == lane)).map_or(0, |at| at + 1)
    });
    let choose = move |place: usize| {
        let lane = served.lanes.with_untracked(|lanes| Some(lanes.get(place.checked_sub(1)?)?.0));
        served.change(|document, key| take_lane(document, key, lane));
    };
    let lane_choice = move || {
        if served.lanes.with(Vec::is_empty) {
            return view! {
                <p class="soft">
                    "Who wants to be served how, you can say under " <a href=Route::Customers.to_string()>"Customers"</a> "."
                </p>
            }
            .into_any();
        }
        view! { <Choice id="request-lane" label="Asked by" options=options chosen=chosen on_choose=choose /> }
            .into_any()
    };
    let serve = move |place: usize| {
        if let Some(service) = Service::BOTH.get(place) {
            served.change(|document, key| serve_as(document, key, *service));
        }
    };
    let differs = move || served.placement.get().is_some_and(|row| row.lane.is_some() && row.service.is_some());
    view! {
        <section class="serving" aria-label="How we serve it">
            {piece(lane_choice)}
            <Suggested served=served />
            <Segments
                name="service"
                label="We serve it as"
                segments=Service::BOTH.map(|service| (service.label(), "")).to_vec()
                chosen=Signal::derive(move || Service::BOTH.iter().position(|it| Some(*it) == service.get()))
                on_choose=serve
            />
            {when(differs, move || view! { <Why served=served /> }.into_any())}
        </section>
    }
}

/// The lanes of whoever asks, to be taken by one press, as long as none is taken.
#[component]
fn Suggested(served: Served) -> impl IntoView {
    let Served { live, key, .. } = served;
    let suggested = memo(move || {
        if served.placement.get().is_some_and(|row| row.lane.is_some()) {
            return Vec::new();
        }
        let asking = live.read(|document| {
            customer_asking(document, key)?;
            Some(lanes_for(document, key).len())
        });
        served.lanes.with(|lanes| lanes.iter().take(asking.unwrap_or(0)).cloned().collect::<Vec<_>>())
    });
    let button = move |(lane, words, service): Offer| {
        let take = move |_| {
            served.change(|document, key| take_lane(document, key, Some(lane)));
            app::focus("request-lane");
        };
        view! {
            <button type="button" class="small" on:click=click(take)>{words} ": " {service.label()}</button>
        }
    };
    piece(move || match suggested.get() {
        none if none.is_empty() => ().into_any(),
        lanes => view! { <p class="suggested">{lanes.into_iter().map(button).collect_view()}</p> }.into_any(),
    })
}

/// Why it is served differently this time.
#[component]
fn Why(served: Served) -> impl IntoView {
    let reason = memo(move || served.placement.get().map(|row| row.reason).unwrap_or_default());
    let write = move |text: String| {
        let edit = served.live.peek(|document| set_placement(document, served.key, Field::PlacementReason(text)));
        served.live.edit_during(Some(served.visit.get_untracked()), edit);
    };
    let usual = move || {
        served.lane().map(|(_, _, service)| ["Usually ", service.label(), ". This time not, because "].concat())
    };
    view! {
        <p class="why">
            <span class="soft" aria-hidden="true">{usual}</span>
            <Blank
                id="serving-reason".to_owned()
                text=reason
                label="Why it is served differently this time"
                placeholder="why this time"
                class="aside"
                on_text=write
                on_enter=move || served.visit.set(app::next_visit())
            />
        </p>
    }
}

//! What a request is: title, detail, date, where it comes from, and whether it is a must; edited in place.

use evencost_core::date;
use evencost_core::document::{Demand, Document, Field, FieldName, Key, List, Must, Origin, Request};
use evencost_core::edit::{self, Visit};
use evencost_core::id::{DivisionId, RequestId};
use leptos::prelude::*;

use crate::app;
use crate::live::Live;
use crate::parts::{Blank, Choice, Menu, MenuItem, Notices, Paragraph};
use crate::route::Route;

/// Years before this are dates that are still being typed.
const FIRST_YEAR: i32 = 1900;

/// The head of a request's page.
#[component]
pub(super) fn Facts(request: RequestId) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let now = move |name: FieldName| {
        Memo::new(move |_| live.field(Key::Request(request), name, |document| document.request(request).cloned()))
    };
    let title = now(FieldName::RequestTitle);
    let detail = now(FieldName::RequestDetail);
    let day = now(FieldName::RequestDate);
    let visit = RwSignal::new(Visit(0));
    let enter = move || visit.set(app::next_visit());
    let write = move |field: Field| {
        let edit = live.peek(|document| edit::set(document, Key::Request(request), field));
        live.edit_during(Some(visit.get_untracked()), edit);
    };
    let remove = move || {
        let title = live.peek(|document| document.request(request).map(|row| row.display_title().to_owned()));
        app::go(Route::Requests);
        live.change(|document| edit::remove(document, &Key::Request(request)));
        let told = ["“", &title.unwrap_or_default(), "” is removed, with its answers and decisions."].concat();
        notices.show_with_undo(told, move || drop(live.undo()));
    };
    let iso = move || day.get().map(|row| date::iso(row.date)).unwrap_or_default();
    view! {
        <div class="request-head">
            <div class="request-line">
                <OriginFields request=request />
                <label class="choice">
                    <span class="off-screen">"Date"</span>
                    <input
                        type="date"
                        prop:value=iso
                        on:focus=move |_| enter()
                        on:change:target=move |event| {
                            let read = date::parse(&event.target().value());
                            if let Some(date) = read.filter(|date| date.year() >= FIRST_YEAR) {
                                write(Field::RequestDate(date));
                            }
                        }
                        on:blur:target=move |event| event.target().set_value(&iso())
                    />
                </label>
                <MustFields request=request />
                <Menu label="More about this request">
                    <MenuItem on_choose=remove>"Remove this request"</MenuItem>
                </Menu>
            </div>
            <h1>
                <Blank
                    id="request-title".to_owned()
                    text=Signal::derive(move || title.get().map(|row| row.title).unwrap_or_default())
                    label="What is asked"
                    placeholder="What is asked"
                    class="name"
                    on_text=move |text| write(Field::RequestTitle(text))
                    on_enter=enter
                />
            </h1>
            <Paragraph
                id="request-detail"
                text=Signal::derive(move || detail.get().map(|row| row.detail).unwrap_or_default())
                label="Detail"
                placeholder="more about it, if it helps to weigh it"
                on_text=move |text| write(Field::RequestDetail(text))
                on_enter=enter
            />
        </div>
    }
}

/// Who asks, or whose own action it is.
#[component]
fn OriginFields(request: RequestId) -> impl IntoView {
    let live = expect_context::<Live>();
    let origin = Memo::new(move |_| {
        live.field(Key::Request(request), FieldName::RequestOrigin, |document| {
            document.request(request).map(|row| row.origin.clone())
        })
    });
    let divisions = Memo::new(move |_| live.order(List::Divisions).into_iter().map(DivisionId).collect::<Vec<_>>());
    let options = Signal::derive(move || {
        let own = |id: DivisionId| {
            live.field(Key::Division(id), FieldName::DivisionName, |document| {
                ["Own action of ", document.division(id).map_or("", |row| row.display_name())].concat()
            })
        };
        std::iter::once("Request from".to_owned()).chain(divisions.get().into_iter().map(own)).collect()
    });
    let chosen = Signal::derive(move || match origin.get() {
        Some(Origin::Own(own)) => divisions.with(|ids| ids.iter().position(|id| *id == own)).map_or(0, |at| at + 1),
        _ => 0,
    });
    let choose = move |place: usize| {
        let own = place.checked_sub(1).and_then(|at| divisions.with_untracked(|ids| ids.get(at).copied()));
        let origin = own.map_or_else(|| Origin::Incoming(String::new()), Origin::Own);
        live.change(|document| edit::set(document, Key::Request(request), Field::RequestOrigin(origin)));
    };
    let from = move || match origin.get() {
        Some(Origin::Incoming(from)) => Some(from),
        _ => None,
    };
    let visit = RwSignal::new(Visit(0));
    let write = move |text: String| {
        let field = Field::RequestOrigin(Origin::Incoming(text));
        let edit = live.peek(|document| edit::set(document, Key::Request(request), field));
        live.edit_during(Some(visit.get_untracked()), edit);
    };
    let incoming = Memo::new(move |_| from().is_some());
    view! {
        <Choice label="What it is" bare=true options=options chosen=chosen on_choose=choose />
        <Show when=move || incoming.get()>
            <Blank
                id="request-from".to_owned()
                text=Signal::derive(move || from().unwrap_or_default())
                label="Who asks"
                placeholder="who asks"
                class="aside"
                on_text=write
                on_enter=move || visit.set(app::next_visit())
            />
        </Show>
    }
}

/// Whether law, contract or safety settles it, and which.
#[component]
fn MustFields(request: RequestId) -> impl IntoView {
    let live = expect_context::<Live>();
    let must = Memo::new(move |_| {
        live.field(Key::Request(request), FieldName::RequestMust, |document| must_of(document, request))
    });
    let visit = RwSignal::new(Visit(0));
    let write = move |must: Option<Must>| {
        let edit = live.peek(|document| edit::set(document, Key::Request(request), Field::RequestMust(must)));
        live.edit_during(Some(visit.get_untracked()), edit);
    };
    let source = move || live.peek(|document| must_of(document, request)).map(|must| must.source).unwrap_or_default();
    let choose = move |place: usize| {
        visit.set(app::next_visit());
        write(match place {
            1 => Some(Must { demand: Demand::Required, source: source() }),
            2 => Some(Must { demand: Demand::Forbidden, source: source() }),
            _ => None,
        });
    };
    let is_must = Memo::new(move |_| must.with(Option::is_some));
    view! {
        <Choice
            label="Is it a must?"
            bare=true
            options=Signal::stored(["Not a must", "A must: required by", "A must: forbidden by"].map(str::to_owned).to_vec())
            chosen=Signal::derive(move || match must.get() {
                None => 0,
                Some(Must { demand: Demand::Required, .. }) => 1,
                Some(Must { demand: Demand::Forbidden, .. }) => 2,
            })
            on_choose=choose
        />
        <Show when=move || is_must.get()>
            <Blank
                id="request-must".to_owned()
                text=Signal::derive(move || must.get().map(|must| must.source).unwrap_or_default())
                label="The law, contract or rule that says so"
                placeholder="which law, contract or rule"
                class="aside"
                on_text=move |source| write(must.get_untracked().map(|must| Must { source, ..must }))
                on_enter=move || visit.set(app::next_visit())
            />
        </Show>
    }
}

fn must_of(document: &Document, request: RequestId) -> Option<Must> {
    document.request(request).and_then(|row: &Request| row.must.clone())
}

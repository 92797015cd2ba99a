//! What a request is: title, detail, date, where it comes from, and whether it is a must; edited in place.

use evencost_core::date;
use evencost_core::document::{Demand, Field, FieldName, Key, List, Must, Origin, Request};
use evencost_core::edit::{self, Visit};
use evencost_core::id::{DivisionId, RequestId};
use leptos::prelude::*;

use crate::app;
use crate::live::Live;
use crate::parts::erased::{memo, when};
use crate::parts::{Blank, Choice, Menu, MenuItem, Notices, Paragraph};
use crate::route::Route;

/// Years before this are dates that are still being typed.
const FIRST_YEAR: i32 = 1900;

/// One request's fields, with the visit that edits of the same field share.
#[derive(Clone, Copy)]
struct Fields {
    live: Live,
    request: RequestId,
    visit: RwSignal<Visit>,
}

impl Fields {
    /// What `read` finds in the request, as long as it is there; follows one field.
    fn read<T: Default + PartialEq + Send + Sync + 'static>(
        self,
        name: FieldName,
        read: impl Fn(&Request) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let Self { live, request, .. } = self;
        memo(move || {
            live.field(Key::Request(request), name, |document| document.request(request).map(&read).unwrap_or_default())
        })
    }

    fn enter(self) {
        self.visit.set(app::next_visit());
    }

    fn write(self, field: Field) {
        let edit = self.live.peek(|document| edit::set(document, Key::Request(self.request), field));
        self.live.edit_during(Some(self.visit.get_untracked()), edit);
    }
}

/// The head of a request's page.
#[component]
pub(super) fn Facts(request: RequestId) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let fields = Fields { live, request, visit: RwSignal::new(Visit(0)) };
    let enter = move || fields.enter();
    let title = fields.read(FieldName::RequestTitle, |row| row.title.clone());
    let detail = fields.read(FieldName::RequestDetail, |row| row.detail.clone());
    let day = fields.read(FieldName::RequestDate, |row| date::iso(row.date));
    let set_day = move |typed: String| {
        if let Some(date) = date::parse(&typed).filter(|date| date.year() >= FIRST_YEAR) {
            fields.write(Field::RequestDate(date));
        }
    };
    let remove = move || {
        let title = live.peek(|document| document.request(request).map(|row| row.display_title().to_owned()));
        app::go(Route::Requests);
        let removal = live.peek(|document| edit::remove(document, &Key::Request(request)));
        let told = ["“", &title.unwrap_or_default(), "” is removed, with its answers and decisions."].concat();
        notices.edit(live, removal, &told);
    };
    view! {
        <div class="request-head">
            <div class="request-line">
                <OriginFields fields=fields />
                <label class="choice">
                    <span class="off-screen">"Date"</span>
                    <input
                        type="date"
                        prop:value=move || day.get()
                        on:focus=move |_| enter()
                        on:change:target=move |event| set_day(event.target().value())
                        on:blur:target=move |event| {
                            // A request that goes away takes the focus out of its fields last.
                            if let Some(day) = day.try_get_untracked() {
                                event.target().set_value(&day);
                            }
                        }
                    />
                </label>
                <MustFields fields=fields />
                <Menu label="More about this request">
                    <MenuItem on_choose=remove>"Remove this request"</MenuItem>
                </Menu>
            </div>
            <h1>
                <Blank
                    id="request-title".to_owned()
                    text=title
                    label="What is asked"
                    placeholder="What is asked"
                    class="name"
                    on_text=move |text| fields.write(Field::RequestTitle(text))
                    on_enter=enter
                />
            </h1>
            <Paragraph
                id="request-detail"
                text=detail
                label="Detail"
                placeholder="more about it, if it helps to weigh it"
                on_text=move |text| fields.write(Field::RequestDetail(text))
                on_enter=enter
            />
        </div>
    }
}

/// Who asks, or whose own action it is.
#[component]
fn OriginFields(fields: Fields) -> impl IntoView {
    let live = fields.live;
    let origin = fields.read(FieldName::RequestOrigin, |row| Some(row.origin.clone()));
    let from = memo(move || match origin.get() {
        Some(Origin::Incoming(from)) => Some(from),
        _ => None,
    });
    let divisions = memo(move || {
        let named = |id: DivisionId| {
            live.field(Key::Division(id), FieldName::DivisionName, |document| {
                document.division(id).map(|row| (id, ["Own action of ", row.display_name()].concat()))
            })
        };
        live.order(List::Divisions).into_iter().filter_map(|id| named(DivisionId(id))).collect::<Vec<_>>()
    });
    let options = Signal::derive(move || {
        let own = divisions.get().into_iter().map(|(_, words)| words);
        std::iter::once("Request from".to_owned()).chain(own).collect()
    });
    let chosen = Signal::derive(move || match origin.get() {
        Some(Origin::Own(own)) => {
            divisions.with(|divisions| divisions.iter().position(|(id, _)| *id == own)).map_or(0, |at| at + 1)
        }
        _ => 0,
    });
    let choose = move |place: usize| {
        let own = divisions.with_untracked(|divisions| divisions.get(place.checked_sub(1)?).map(|(id, _)| *id));
        fields.enter();
        fields.write(Field::RequestOrigin(own.map_or_else(|| Origin::Incoming(String::new()), Origin::Own)));
    };
    let who = move || {
        view! {
            <Blank
                id="request-from".to_owned()
                text=Signal::derive(move || from.get().unwrap_or_default())
                label="Who asks"
                placeholder="who asks"
                class="aside"
                on_text=move |text| fields.write(Field::RequestOrigin(Origin::Incoming(text)))
                on_enter=move || fields.enter()
            />
        }
        .into_any()
    };
    view! {
        <Choice label="What it is" bare=true options=options chosen=chosen on_choose=choose />
        {when(move || from.with(Option::is_some), who)}
    }
}

/// Whether law, contract or safety settles it, and which.
#[component]
fn MustFields(fields: Fields) -> impl IntoView {
    let must = fields.read(FieldName::RequestMust, |row| row.must.clone());
    let choose = move |place: usize| {
        let source = must.get_untracked().map(|must| must.source).unwrap_or_default();
        let demand = [None, Some(Demand::Required), Some(Demand::Forbidden)].get(place).copied().flatten();
        fields.enter();
        fields.write(Field::RequestMust(demand.map(|demand| Must { demand, source })));
    };
    let source = move || {
        view! {
            <Blank
                id="request-must".to_owned()
                text=Signal::derive(move || must.get().map(|must| must.source).unwrap_or_default())
                label="The law, contract or rule that says so"
                placeholder="which law, contract or rule"
                class="aside"
                on_text=move |source| {
                    fields.write(Field::RequestMust(must.get_untracked().map(|must| Must { source, ..must })));
                }
                on_enter=move || fields.enter()
            />
        }
        .into_any()
    };
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
        {when(move || must.with(Option::is_some), source)}
    }
}

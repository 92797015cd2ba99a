//! One value: its sentence with two blanks, the coach's line, and what else can be done with it.

use evencost_core::date;
use evencost_core::document::{Field, FieldName, Key, Place, Value, side_whole};
use evencost_core::edit::{self, Edit, Visit};
use evencost_core::good;
use evencost_core::id::{DivisionId, ValueId};
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

use super::coach::CoachLine;
use super::reorder::{Drag, shift};
use super::shelf::Shelf;
use super::{Pauses, focus_side};
use crate::app;
use crate::live::Live;
use crate::parts::{Blank, Menu, MenuItem, Notices};
use crate::ports::clock;
use crate::screens::import::ImportDialog;

/// The id of a blank's element.
pub(super) fn blank_id(value: ValueId, place: Place) -> String {
    let side = match place {
        Place::Pursued => "pursued",
        Place::Cost => "cost",
    };
    format!("{side}-{value}")
}

/// A row; the last one of a list is not in the document until something is typed into it.
#[component]
pub(super) fn ValueRow(
    /// Whose value it is.
    division: DivisionId,
    /// The value, or the id that it will get.
    value: ValueId,
    /// All rows, the empty one included.
    rows: Memo<Vec<ValueId>>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let pauses = expect_context::<Pauses>();
    let key = Key::Value(value);
    let exists = {
        let key = key.clone();
        Memo::new(move |_| live.row(key.clone(), |document| document.value(value).is_some()))
    };
    let number = Memo::new(move |_| rows.with(|rows| rows.iter().position(|id| *id == value).unwrap_or(0) + 1));
    let text = move |place: Place| {
        let name = match place {
            Place::Pursued => FieldName::ValuePursued,
            Place::Cost => FieldName::ValueCost,
        };
        Memo::new(move |_| {
            live.field(Key::Value(value), name, |document| {
                document.value(value).map(|value| value.side(place).text.clone()).unwrap_or_default()
            })
        })
    };
    let (pursued, cost) = (text(Place::Pursued), text(Place::Cost));
    let must = Memo::new(move |_| {
        live.field(Key::Value(value), FieldName::ValueMust, |document| {
            document.value(value).is_some_and(|v| v.must.is_some())
        })
    });

    let visit = RwSignal::new(Visit(0));
    let shelf = RwSignal::new(None::<Place>);
    let written = RwSignal::new(false);
    let write = move |place: Place, text: String| {
        let edit = live.peek(|document| match document.value(value) {
            Some(_) => edit::set_side(document, value, place, text),
            None if text.is_empty() => Edit::default(),
            None => {
                let (pursued, cost) = match place {
                    Place::Pursued => (text, String::new()),
                    Place::Cost => (String::new(), text),
                };
                edit::append(document, Value::new(value, division, pursued, cost))
            }
        });
        live.edit_during(Some(visit.get_untracked()), edit);
        written.set(true);
    };
    let enter = move |place: Place| {
        visit.set(app::next_visit());
        shelf.set(Some(place));
    };
    let leave = move || pauses.next();
    let choose = move |sides: Vec<(Place, String)>| {
        visit.set(app::next_visit());
        let last = sides.last().map(|(place, _)| *place);
        for (place, text) in sides {
            write(place, text);
        }
        pauses.next();
        if let Some(place) = last {
            let blank = [(Place::Pursued, pursued), (Place::Cost, cost)]
                .into_iter()
                .find(|(_, text)| text.with(|text| text.is_empty()));
            focus_side(value, blank.map_or(place, |(blank, _)| blank));
        }
    };
    let done = move |place: Place| match place {
        Place::Pursued => focus_side(value, Place::Cost),
        Place::Cost => {
            let next = rows.with_untracked(|rows| rows.iter().skip_while(|id| **id != value).nth(1).copied());
            focus_side(next.unwrap_or(value), Place::Pursued);
        }
    };
    let by_key = move |event: KeyboardEvent| {
        if event.alt_key() && matches!(event.key().as_str(), "ArrowUp" | "ArrowDown") {
            event.prevent_default();
            let place = shelf.get_untracked();
            shift(live, notices, division, value, if event.key() == "ArrowUp" { -1 } else { 1 });
            if let Some(place) = place {
                focus_side(value, place);
            }
        } else if event.key() == "ArrowDown" {
            let offered = document().query_selector(&format!("#row-{value} .shelf button")).ok().flatten();
            if let Some(first) = offered.and_then(|offer| offer.dyn_into::<HtmlElement>().ok()) {
                event.prevent_default();
                // An offer that cannot take the focus leaves it in the blank.
                drop(first.focus());
            }
        }
    };
    let lines = expect_context::<ImportDialog>();
    let coach_id = format!("coach-{value}");
    let blank = {
        let coach_id = coach_id.clone();
        move |place: Place| {
            let (class, placeholder, what, text) = match place {
                Place::Pursued => ("pursued", "what we pursue", "what we pursue", pursued),
                Place::Cost => ("cost", "what we give up", "what we give up", cost),
            };
            view! {
                <Blank
                    id=blank_id(value, place)
                    text=text
                    label=Signal::derive(move || format!("Value {}: {what}", number.get()))
                    placeholder=placeholder
                    class=class
                    described_by=coach_id.clone()
                    on_text=move |text| write(place, text)
                    on_enter=move || enter(place)
                    on_leave=leave
                    on_return=move || done(place)
                    on_key=by_key
                    on_lines=move |text| lines.open_with(text)
                />
            }
        }
    };
    let drag = Drag::new(live, notices, division, value);
    let example = RwSignal::new(false);
    // A sentence that was emptied again is no value; the caret only moving between its blanks is not leaving it.
    let left = move |event: FocusEvent| {
        let row = event.current_target().and_then(|row| row.dyn_into::<Node>().ok());
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        let stays = row.is_some_and(|row| to.is_some() && row.contains(to.as_ref()));
        if stays {
            return;
        }
        shelf.set(None);
        let untouched = live.peek(|document| document.value(value).is_some_and(Value::is_untouched));
        if untouched {
            live.change(|document| edit::remove(document, &Key::Value(value)));
        }
    };
    view! {
        <li id=format!("row-{value}") class="value" class:dragged=move || drag.is_on() class:must=move || must.get() style:translate=move || {
            let moved = drag.moved.get();
            if moved == 0.0 { "none".to_owned() } else { format!("0 {moved}px") }
        } on:focusout=left>
            <span
                class="number"
                class:handle=move || exists.get()
                aria-hidden="true"
                title=move || exists.get().then_some("Drag to reorder")
                on:pointerdown=move |event| if exists.get_untracked() { drag.start(&event) }
                on:pointermove=move |event| drag.go(&event)
                on:pointerup=move |event| drag.end(&event)
                on:pointercancel=move |_| drag.cancel()
            >{move || number.get()}</span>
            <div class="value-body">
                <p class="sentence" role="group" aria-label=move || format!("Value {}", number.get())>
                    {blank(Place::Pursued)}
                    <Show when=move || !(must.get() && cost.with(|text| text.trim().is_empty()))>
                        <span class="joint">" even at the cost of "</span>
                        {blank(Place::Cost)}
                    </Show>
                </p>
                <Shelf division=division place=shelf texts=[pursued, cost] on_choose=choose />
                <div id=coach_id><CoachLine value=value written=written shelf=shelf /></div>
                <Show when=move || exists.get()><Facts value=value shown=example /></Show>
            </div>
            <Show when=move || exists.get() fallback=|| view! { <span></span> }>
                <RowMenu division=division value=value example=example />
            </Show>
        </li>
    }
}

/// What is known of a value besides its sentence: adopted when, what it looked like once, its must.
#[component]
fn Facts(
    /// The value.
    value: ValueId,
    /// People asked for the field of the example, which is not there while it is empty.
    shown: RwSignal<bool>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let key = Key::Value(value);
    let field = move |name: FieldName| {
        let key = key.clone();
        Memo::new(move |_| live.field(key.clone(), name, |document| document.value(value).cloned()))
    };
    let adopted = field(FieldName::ValueAdopted);
    let example = field(FieldName::ValueExample);
    let must = field(FieldName::ValueMust);
    let visit = RwSignal::new(Visit(0));
    let write = move |field: Field| {
        let edit = live.peek(|document| edit::set(document, Key::Value(value), field));
        live.edit_during(Some(visit.get_untracked()), edit);
    };
    let adopted_on = move || adopted.get().and_then(|value| value.adopted).map(date::spoken);
    let example_text = Signal::derive(move || example.get().map(|value| value.example).unwrap_or_default());
    let is_must = Memo::new(move |_| must.with(|value| value.as_ref().is_some_and(|value| value.must.is_some())));
    let source = Signal::derive(move || must.get().and_then(|value| value.must).unwrap_or_default());
    let has_example = move || shown.get() || !example_text.get().trim().is_empty();
    view! {
        <div class="facts">
            {move || adopted_on().map(|day| view! { <span class="tag">"adopted " {day}</span> })}
            <Show when=move || is_must.get()>
                <span class="tag clash">"a must"</span>
                <Blank
                    id=format!("source-{value}")
                    text=source
                    label="The law, contract or rule that says so"
                    placeholder="which law, contract or rule says so"
                    class="aside"
                    on_text=move |text| write(Field::ValueMust(Some(text)))
                    on_enter=move || visit.set(app::next_visit())
                />
            </Show>
            <Show when=has_example>
                <Blank
                    id=format!("example-{value}")
                    text=example_text
                    label="What this looked like once"
                    placeholder="what this looked like once"
                    class="aside"
                    on_text=move |text| write(Field::ValueExample(text))
                    on_enter=move || visit.set(app::next_visit())
                />
            </Show>
        </div>
    }
}

/// All else that can be done with a value.
#[component]
fn RowMenu(
    /// Whose value it is.
    division: DivisionId,
    /// The value.
    value: ValueId,
    /// Shows the field of the example.
    example: RwSignal<bool>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let now = move || live.peek(|document| document.value(value).cloned());
    let set = move |field: Field| live.change(|document| edit::set(document, Key::Value(value), field));
    let remove = move || {
        live.change(|document| edit::remove(document, &Key::Value(value)));
        notices.show_with_undo("The value is removed.", move || drop(live.undo()));
    };
    let turn = move || live.change(|document| edit::turn(document, value));
    let sides = move || {
        now()
            .into_iter()
            .flat_map(|row| {
                Place::BOTH.map(|place| {
                    let side = row.side(place).clone();
                    let several =
                        good::wordings(&evencost_core::document::Side { whole: false, ..side.clone() }).len() > 1;
                    (place, side, several)
                })
            })
            .filter(|(_, side, several)| *several || side.whole)
            .map(|(place, side, _)| {
                let words = if side.whole { "names several goods" } else { "is one good" };
                view! {
                    <MenuItem on_choose=move || set(side_whole(place, !side.whole))>
                        "“" {side.text.clone()} "” " {words}
                    </MenuItem>
                }
            })
            .collect_view()
    };
    view! {
        <Menu label=Signal::derive(move || {
            format!("More about “{}”", now().map(|value| value.pursued.text).unwrap_or_default())
        })>
            {move || now().map(|row| {
                let adopted = row.adopted;
                let is_must = row.must.is_some();
                let ready = row.is_in_play();
                view! {
                    <MenuItem
                        disabled=!(ready || adopted.is_some())
                        on_choose=move || set(Field::ValueAdopted(adopted.is_none().then(clock::today)))
                    >
                        {if adopted.is_some() { "Back to draft" } else { "Adopt it today" }}
                    </MenuItem>
                    <MenuItem on_choose=move || set(Field::ValueMust((!is_must).then(String::new)))>
                        {if is_must { "It is a value, not a must" } else { "It is a must, not a value" }}
                    </MenuItem>
                }
            })}
            {sides}
            <MenuItem on_choose=move || { example.set(true); app::focus(&format!("example-{value}")); }>
                "What it looked like once"
            </MenuItem>
            <MenuItem on_choose=turn>"Turn it round"</MenuItem>
            <MenuItem on_choose=move || shift(live, notices, division, value, -1)>"Move up"</MenuItem>
            <MenuItem on_choose=move || shift(live, notices, division, value, 1)>"Move down"</MenuItem>
            <MenuItem on_choose=remove>"Remove"</MenuItem>
        </Menu>
    }
}

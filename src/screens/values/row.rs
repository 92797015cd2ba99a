//! One value: its sentence with two blanks, the coach's line, and what else can be done with it.

use std::sync::Arc;
use std::time::Duration;

use evencost_core::date;
use evencost_core::document::{Field, FieldName, Key, Place, Value, side_whole};
use evencost_core::edit::{self, Edit, Visit};
use evencost_core::id::{DivisionId, ValueId};
use evencost_core::text::sentence;
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

use super::coach::Coaching;
use super::{Caret, Pauses, focus_side};
use crate::app;
use crate::chunks::{self, Wanted};
use crate::live::Live;
use crate::parts::erased::{either, memo, when};
use crate::parts::reorder::Drag;
use crate::parts::{Blank, Menu, MenuItem, Notices};
use crate::ports::clock;
use crate::screens::import::ImportDialog;

/// The id of a row's element.
pub(super) fn row_id(value: ValueId) -> String {
    format!("row-{value}")
}

/// The id of a blank's element.
pub(super) fn blank_id(value: ValueId, place: Place) -> String {
    format!("{}-{value}", place.name())
}

/// The id of the button of a row's menu.
fn menu_id(value: ValueId) -> String {
    format!("more-{value}")
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
    let caret = expect_context::<Caret>();
    let drag = expect_context::<Drag>();
    let coaching = expect_context::<Wanted<Coaching>>();
    let exists = memo(move || live.row(Key::Value(value), |document| document.value(value).is_some()));
    let place = memo(move || rows.with(|rows| rows.iter().position(|id| *id == value).unwrap_or(0)));
    let number = memo(move || place.get() + 1);
    let text = move |place: Place| memo(move || live.side(value, place));
    let (pursued, cost) = (text(Place::Pursued), text(Place::Cost));
    let must = memo(move || {
        live.field(Key::Value(value), FieldName::ValueMust, |document| {
            document.value(value).is_some_and(|v| v.must.is_some())
        })
    });

    let visit = RwSignal::new(Visit(0));
    // Whether people have written this value since the page was loaded, and what since the caret came in.
    let (written, unread) = (RwSignal::new(false), RwSignal::new(None::<(Place, String)>));
    let put = move |place: Place, text: String| {
        unread.set(Some((place, text.clone())));
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
    // A whole sentence in the first blank fills both.
    let write = move |place: Place, text: String| {
        let alone = place == Place::Pursued && untrack(move || cost.with(String::is_empty) && !must.get());
        match sentence::read_explicit(&text) {
            Ok(whole) if alone => {
                put(Place::Pursued, whole.pursued);
                put(Place::Cost, whole.cost);
                focus_side(value, Place::Cost);
            }
            _ => put(place, text),
        }
    };
    let enter = move |place: Place| {
        visit.set(app::next_visit());
        caret.enter(value, place);
    };
    let choose = Callback::new(move |sides: Vec<(Place, String)>| {
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
    });
    let done = move |place: Place| match place {
        // The price of a must is not asked for.
        Place::Pursued if document().get_element_by_id(&blank_id(value, Place::Cost)).is_some() => {
            focus_side(value, Place::Cost);
        }
        _ => {
            let next = rows.with_untracked(|rows| rows.iter().skip_while(|id| **id != value).nth(1).copied());
            focus_side(next.unwrap_or(value), Place::Pursued);
        }
    };
    let by_key = move |event: KeyboardEvent| {
        if event.alt_key() && matches!(event.key().as_str(), "ArrowUp" | "ArrowDown") {
            event.prevent_default();
            drag.shift(value.0, if event.key() == "ArrowUp" { -1 } else { 1 });
        } else if event.key() == "ArrowDown" {
            let offered = document().query_selector(&format!("#{} .shelf button", row_id(value))).ok().flatten();
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
            let (what, text) = match place {
                Place::Pursued => ("what we pursue", pursued),
                Place::Cost => ("what we give up", cost),
            };
            view! {
                <Blank
                    id=blank_id(value, place)
                    text=text
                    label=Signal::derive(move || format!("Value {}: {what}", number.get()))
                    placeholder=what
                    class=place.name()
                    described_by=coach_id.clone()
                    on_text=move |text| write(place, text)
                    on_enter=move || enter(place)
                    on_leave=move || app::when_released(move || pauses.next())
                    on_return=move || done(place)
                    on_key=by_key
                    on_lines=move |text| lines.open_with(text)
                />
            }
        }
    };
    let example = RwSignal::new(false);
    // May run when the row has gone.
    let tidy = move || {
        let _ = example.try_set(false);
        // A sentence that was emptied again is no value.
        if live.peek(|document| document.value(value).is_some_and(Value::is_untouched)) {
            let removal = live.peek(|document| edit::remove(document, &Key::Value(value)));
            live.edit_during(visit.try_get_untracked(), removal);
        } else if let Some((place, text)) = unread.try_update(Option::take).flatten() {
            // Said once, when the sentence is left, and not at each pause in it; of what has been undone, nothing.
            let words = live.peek(|document| {
                let stays = document.value(value).is_some_and(|value| value.side(place).text == text);
                let coaching = untrack(move || coaching.get()).filter(|_| stays)?;
                (coaching.first_words)(document, value)
            });
            if let Some(words) = words {
                notices.announce(&words);
            }
        }
    };
    let leave = move || {
        caret.leave(value);
        app::when_released(tidy);
    };
    let left = move |event: FocusEvent| {
        let row = event.current_target().and_then(|row| row.dyn_into::<Node>().ok());
        let has =
            move |node: Option<Node>| row.as_ref().is_some_and(|row| node.is_some() && row.contains(node.as_ref()));
        match event.related_target().and_then(|to| to.dyn_into::<Node>().ok()) {
            Some(to) if has(Some(to.clone())) => {}
            Some(_) => leave(),
            // The whole page may have lost the focus, or a row that is moved: known when that is over.
            None => set_timeout(
                move || {
                    if !has(document().active_element().map(Node::from)) {
                        leave();
                    }
                },
                Duration::ZERO,
            ),
        }
    };
    let shelf = Signal::derive(move || {
        let here = caret.last.get().filter(|(last, _)| *last == value && !must.get());
        here.map(|(_, place)| place)
    });
    let offset = memo(move || drag.offset(value.0, place.get()));
    // The reversal test is what the coach has to say of most values that were there before it.
    let is_doubted = live.peek(|document| {
        let value = document.value(value);
        value.is_some_and(|value| value.is_in_play() && value.must.is_none() && value.reversal.is_none())
    });
    view! {
        <li
            id=row_id(value)
            class="value"
            class:dragged=move || drag.holds(value.0)
            class:must=move || must.get()
            style:translate=move || {
                // In whole pixels: to spell fractions takes tables.
                match offset.get().round() as i32 {
                    0 => "none".to_owned(),
                    pixels => format!("0 {pixels}px"),
                }
            }
            on:focusout=left
        >
            <span
                class="number"
                class:handle=move || exists.get()
                aria-hidden="true"
                title=move || exists.get().then_some("Drag to reorder")
                on:pointerdown=move |event| if exists.get_untracked() { drag.start(value.0, &event) }
                on:pointermove=move |event| drag.go(&event)
                on:pointerup=move |_| drag.end()
                on:pointercancel=move |_| drag.cancel()
            >{move || number.get()}</span>
            <div class="value-body">
                <p class="sentence" role="group" aria-label=move || format!("Value {}", number.get())>
                    {blank(Place::Pursued)}
                    {when(move || !(must.get() && cost.with(|text| text.trim().is_empty())), move || view! {
                        <span class="joint">" even at the cost of "</span>
                        {blank(Place::Cost)}
                    }.into_any())}
                </p>
                {move || coaching.get().map(|here| (here.shelf)(division, shelf, [pursued, cost], choose))}
                <div id=coach_id class:awaiting-coach=move || is_doubted && coaching.get().is_none()>
                    {move || coaching.get().map(|here| (here.lines)(value, written))}
                </div>
                {when(move || exists.get(), move || view! { <Facts value=value shown=example /> }.into_any())}
            </div>
            {either(move || exists.get(), move || view! {
                <RowMenu value=value rows=rows place=place pursued=pursued example=example />
            }.into_any(), || view! { <span></span> }.into_any())}
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
        memo(move || live.field(key.clone(), name, |document| document.value(value).cloned()))
    };
    let adopted = field(FieldName::ValueAdopted);
    let example = field(FieldName::ValueExample);
    let must = field(FieldName::ValueMust);
    let origin = field(FieldName::ValueOrigin);
    let told = Signal::derive(move || origin.get().map(|value| value.origin).filter(|origin| !origin.is_empty()));
    let visit = RwSignal::new(Visit(0));
    let write = move |field: Field| {
        let edit = live.peek(|document| edit::set(document, Key::Value(value), field));
        live.edit_during(Some(visit.get_untracked()), edit);
    };
    let adopted_on = move || adopted.get().and_then(|value| value.adopted).map(date::spoken);
    let example_text = Signal::derive(move || example.get().map(|value| value.example).unwrap_or_default());
    let is_must = memo(move || must.with(|value| value.as_ref().is_some_and(|value| value.must.is_some())));
    let source = Signal::derive(move || must.get().and_then(|value| value.must).unwrap_or_default());
    let has_example = move || shown.get() || !example_text.get().trim().is_empty();
    view! {
        <div class="facts">
            {move || adopted_on().map(|day| view! { <span class="tag">"adopted " {day}</span> })}
            {move || told.get()}
            {when(move || is_must.get(), move || view! {
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
            }.into_any())}
            {when(has_example, move || view! {
                <Blank
                    id=format!("example-{value}")
                    text=example_text
                    label="What this looked like once"
                    placeholder="what this looked like once"
                    class="aside"
                    on_text=move |text| write(Field::ValueExample(text))
                    on_enter=move || visit.set(app::next_visit())
                />
            }.into_any())}
        </div>
    }
}

/// All else that can be done with a value.
#[component]
fn RowMenu(
    /// The value.
    value: ValueId,
    /// All rows, the empty one included.
    rows: Memo<Vec<ValueId>>,
    /// The row's place among them.
    place: Memo<usize>,
    /// What the value pursues.
    pursued: Memo<String>,
    /// Shows the field of the example.
    example: RwSignal<bool>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let drag = expect_context::<Drag>();
    let coaching = expect_context::<Wanted<Coaching>>();
    let now = move || live.peek(|document| document.value(value).cloned());
    let set = move |field: Field| live.change(|document| edit::set(document, Key::Value(value), field));
    let remove = move || remove(live, notices, value, &rows.get_untracked());
    let turn = move || {
        chunks::COACHING.use_for(notices, move |coaching| {
            live.change(|document| (coaching.turn)(document, value));
            notices.announce("The two sides have changed places.");
        });
    };
    let move_by = move |by: isize| {
        drag.shift(value.0, by);
        app::focus_rendered(&menu_id(value));
    };
    let sides = move || {
        now()
            .into_iter()
            .flat_map(|row| {
                Place::BOTH.map(|place| {
                    let side = row.side(place).clone();
                    let is_joined = coaching.get().is_some_and(|here| (here.is_joined)(&side));
                    (place, side, is_joined)
                })
            })
            .filter(|(_, side, is_joined)| *is_joined || side.whole)
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
        <Menu
            id=menu_id(value)
            label=Signal::derive(move || match pursued.get().trim() {
                "" => format!("More about value {}", place.get() + 1),
                pursued => format!("More about “{pursued}”"),
            })
        >
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
            <MenuItem on_choose=turn>"Swap the two sides"</MenuItem>
            <MenuItem disabled=Signal::derive(move || place.get() == 0) on_choose=move || move_by(-1)>
                "Move up" <kbd aria-hidden="true">"Alt ↑"</kbd>
            </MenuItem>
            <MenuItem
                // The empty sentence stays last.
                disabled=Signal::derive(move || place.get() + 2 >= rows.with(Vec::len))
                on_choose=move || move_by(1)
            >
                "Move down" <kbd aria-hidden="true">"Alt ↓"</kbd>
            </MenuItem>
            <MenuItem on_choose=remove>"Remove"</MenuItem>
        </Menu>
    }
}

/// Removes a value and offers to take that back. The focus goes to the row that takes its place: to its menu, or
/// where there is none to the empty sentence.
pub(super) fn remove(live: Live, notices: Notices, value: ValueId, rows: &[ValueId]) {
    let at = rows.iter().position(|id| *id == value).unwrap_or(0);
    let removal = live.peek(|document| edit::remove(document, &Key::Value(value)));
    let back = move || app::focus_rendered(&menu_id(value));
    notices.edit_then(live, removal, "The value is removed.", Arc::new(back));
    let is_value = |id: &&ValueId| live.peek(|document| document.value(**id).is_some());
    let neighbour = rows.get(at + 1).filter(is_value).or_else(|| rows.get(at.checked_sub(1)?).filter(is_value));
    match (neighbour, rows.last()) {
        (Some(neighbour), _) => app::focus_rendered(&menu_id(*neighbour)),
        (None, Some(blank)) => app::focus_rendered(&blank_id(*blank, Place::Pursued)),
        (None, None) => app::keep_focus(),
    }
}

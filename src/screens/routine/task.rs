//! One routine task, edited where it stands.

use std::sync::Arc;

use evencost_core::document::{Customer, Field, FieldName, Key, List, Period, Routine, Stage};
use evencost_core::edit::{self, Visit};
use evencost_core::id::{CustomerId, DivisionId, Id, RoutineId};
use evencost_core::routine::Task;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::add::ADD_ID;
use super::number::Number;
use crate::app;
use crate::live::Live;
use crate::parts::erased::{either, memo};
use crate::parts::{Blank, Choice, Menu, MenuItem, Notices};
use crate::route::Route;

/// The ids of what can be focused in a task's row.
fn part_id(part: &str, task: RoutineId) -> String {
    ["task-", part, "-", &task.to_string()].concat()
}

fn name_id(task: RoutineId) -> String {
    part_id("name", task)
}

/// The id of the field with a task's minutes.
pub(super) fn minutes_id(task: RoutineId) -> String {
    part_id("minutes", task)
}

/// The id of the field that says how often.
pub(super) fn times_id(task: RoutineId) -> String {
    part_id("times", task)
}

/// The id of the field with the minutes that are left.
pub(super) fn after_id(task: RoutineId) -> String {
    part_id("after", task)
}

/// The id of the field with the hours of work.
pub(super) fn effort_id(task: RoutineId) -> String {
    part_id("effort", task)
}

/// The id of the choice of how far it has come.
pub(super) fn stage_id(task: RoutineId) -> String {
    part_id("stage", task)
}

fn menu_id(task: RoutineId) -> String {
    part_id("menu", task)
}

/// A task's fields, with the visit that edits of the same field share.
#[derive(Clone, Copy)]
struct Fields {
    live: Live,
    task: RoutineId,
    visit: RwSignal<Visit>,
}

impl Fields {
    /// What `read` finds in the task, as long as it is there; follows one field.
    fn read<T: Default + PartialEq + Send + Sync + 'static>(
        self,
        name: FieldName,
        read: impl Fn(&Routine) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let Self { live, task, .. } = self;
        memo(move || {
            live.field(Key::Routine(task), name, |document| document.routine(task).map(&read).unwrap_or_default())
        })
    }

    fn enter(self) {
        self.visit.set(app::next_visit());
    }

    fn write(self, field: Field) {
        let edit = self.live.peek(|document| edit::set(document, Key::Routine(self.task), field));
        self.live.edit_during(Some(self.visit.get_untracked()), edit);
    }

    /// Something chosen, to be undone by itself.
    fn choose(self, field: Field) {
        self.enter();
        self.write(field);
    }
}

/// A row.
#[component]
pub(super) fn TaskRow(
    /// Whose task it is.
    division: DivisionId,
    /// The task.
    task: RoutineId,
    /// All of the division's, in their order.
    tasks: Memo<Vec<RoutineId>>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let fields = Fields { live, task, visit: RwSignal::new(Visit(0)) };
    let name = fields.read(FieldName::RoutineName, |row| row.display_name().to_owned());
    let text = fields.read(FieldName::RoutineName, |row| row.name.clone());
    let is_manual = fields.read(FieldName::RoutineStage, |row| row.stage == Stage::Manual);
    let place = memo(move || tasks.with(|tasks| tasks.iter().position(|id| *id == task).unwrap_or(0)));
    let by_key = move |event: KeyboardEvent| {
        if event.alt_key() && matches!(event.key().as_str(), "ArrowUp" | "ArrowDown") {
            event.prevent_default();
            shift(live, notices, tasks, task, event.key() == "ArrowUp");
            app::focus_rendered(&name_id(task));
        }
    };
    let set_minutes = move |number: Option<u32>| fields.write(Field::RoutineMinutes(number.unwrap_or(0)));
    let set_times = move |number: Option<u32>| fields.write(Field::RoutineTimes(number.unwrap_or(0)));
    view! {
        <li class="task">
            <div role="group" aria-label=move || name.get()>
                <div class="task-head">
                    <Blank
                        id=name_id(task)
                        text=text
                        label=Signal::derive(move || format!("Task {}", place.get() + 1))
                        placeholder="what comes again and again"
                        class="task-name"
                        on_text=move |text| fields.write(Field::RoutineName(text))
                        on_enter=move || fields.enter()
                        on_return=move || app::focus(&minutes_id(task))
                        on_key=by_key
                    />
                    <Takes fields=fields />
                    <TaskMenu task=task tasks=tasks name=name place=place />
                </div>
                <div class="task-fields">
                    <Number
                        id=minutes_id(task)
                        label="Minutes each time, by hand"
                        number=counted(fields.read(FieldName::RoutineMinutes, |row| row.minutes))
                        on_number=set_minutes
                        on_enter=move || fields.enter()
                    />
                    <Number
                        id=times_id(task)
                        label="How many times"
                        number=counted(fields.read(FieldName::RoutineTimes, |row| row.times))
                        on_number=set_times
                        on_enter=move || fields.enter()
                    />
                    <PeriodChoice fields=fields />
                    <StageChoice fields=fields />
                    <Number
                        id=after_id(task)
                        label=Signal::derive(move || {
                            let words = if is_manual.get() { "Minutes left, once simplified" } else { "Minutes left each time" };
                            words.to_owned()
                        })
                        number=fields.read(FieldName::RoutineAfter, |row| row.after)
                        on_number=move |number| fields.write(Field::RoutineAfter(number))
                        on_enter=move || fields.enter()
                    />
                    <Number
                        id=effort_id(task)
                        label="Hours of work to get there"
                        number=fields.read(FieldName::RoutineEffort, |row| row.effort)
                        on_number=move |number| fields.write(Field::RoutineEffort(number))
                        on_enter=move || fields.enter()
                    />
                    <GoesToChoice division=division fields=fields />
                    <p class="task-field">
                        <span aria-hidden="true">"What stands in the way"</span>
                        <Blank
                            id=part_id("obstacle", task)
                            text=fields.read(FieldName::RoutineObstacle, |row| row.obstacle.clone())
                            label="What stands in the way"
                            placeholder="a rule, a system, a habit"
                            class="aside"
                            on_text=move |text| fields.write(Field::RoutineObstacle(text))
                            on_enter=move || fields.enter()
                        />
                    </p>
                </div>
            </div>
        </li>
    }
}

/// A count of which 0 says that nobody has counted yet.
fn counted(count: Memo<u32>) -> Signal<Option<u32>> {
    Signal::derive(move || Some(count.get()).filter(|count| *count > 0))
}

/// What it takes a month, and what is to be known about that.
#[component]
fn Takes(fields: Fields) -> impl IntoView {
    let Fields { live, task, .. } = fields;
    let reckoned = memo(move || live.read(|document| document.routine(task).map(Task::of)));
    let words = move || {
        let task = reckoned.get()?;
        let note = if task.counts_in_full() {
            ", in full until you estimate what is left"
        } else if task.after.is_some_and(|after| after > task.by_hand) {
            "; that is longer than by hand"
        } else {
            ""
        };
        if task.by_hand.is_none() { None } else { Some([&*task.now().to_string(), " a month", note].concat()) }
    };
    view! { <span class="task-takes soft">{move || words().unwrap_or_else(|| "not counted yet".to_owned())}</span> }
}

/// A choice with its label above it, as the numbers beside it have.
#[component]
fn FieldChoice(
    label: &'static str,
    #[prop(optional, into)] id: Option<String>,
    #[prop(into)] options: Signal<Vec<String>>,
    #[prop(into)] chosen: Signal<usize>,
    #[prop(into)] on_choose: Callback<usize>,
) -> impl IntoView {
    view! {
        <div class="task-field">
            <Choice id=id.unwrap_or_default() label=label options=options chosen=chosen on_choose=on_choose />
        </div>
    }
}

#[component]
fn PeriodChoice(fields: Fields) -> impl IntoView {
    let per = fields.read(FieldName::RoutinePer, |row| row.per);
    let options = Period::ALL.map(|per| ["a ", per.label()].concat()).to_vec();
    view! {
        <FieldChoice
            label="In"
            id=part_id("per", fields.task)
            options=Signal::stored(options)
            chosen=Signal::derive(move || Period::ALL.iter().position(|other| *other == per.get()).unwrap_or(0))
            on_choose=move |place: usize| if let Some(per) = Period::ALL.get(place) { fields.choose(Field::RoutinePer(*per)) }
        />
    }
}

#[component]
fn StageChoice(fields: Fields) -> impl IntoView {
    let stage = fields.read(FieldName::RoutineStage, |row| row.stage);
    let options = Stage::ALL.map(|stage| stage.label().to_owned()).to_vec();
    view! {
        <FieldChoice
            label="It is now"
            id=stage_id(fields.task)
            options=Signal::stored(options)
            chosen=Signal::derive(move || Stage::ALL.iter().position(|other| *other == stage.get()).unwrap_or(0))
            on_choose=move |place: usize| if let Some(stage) = Stage::ALL.get(place) { fields.choose(Field::RoutineStage(*stage)) }
        />
    }
}

/// Whose partnership the freed time goes to.
#[component]
fn GoesToChoice(division: DivisionId, fields: Fields) -> impl IntoView {
    let live = fields.live;
    let goes_to = fields.read(FieldName::RoutineGoesTo, |row| row.goes_to);
    let customers = memo(move || {
        live.read(|document| {
            let named = |row: &Customer| (row.id, row.display_name().to_owned());
            document.customers_of(division).map(named).collect::<Vec<(CustomerId, String)>>()
        })
    });
    let options = Signal::derive(move || {
        let names = customers.get().into_iter().map(|(_, name)| name);
        std::iter::once("nobody yet".to_owned()).chain(names).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        let place = |of| customers.with(|customers| customers.iter().position(|(id, _)| *id == of));
        goes_to.get().and_then(place).map_or(0, |place| place + 1)
    });
    let choose = move |place: usize| {
        let to = customers.with_untracked(|customers| customers.get(place.checked_sub(1)?).map(|(id, _)| *id));
        fields.choose(Field::RoutineGoesTo(to));
    };
    let choice = move || {
        view! { <FieldChoice label="Time for partnership with" options=options chosen=chosen on_choose=choose /> }
            .into_any()
    };
    let none = || {
        view! {
            <p class="task-field soft">
                <span>"Time for partnership with"</span>
                <a href=Route::Customers.to_string()>"Name a customer"</a>
            </p>
        }
        .into_any()
    };
    either(move || !customers.with(Vec::is_empty), choice, none)
}

/// Moves a task by one among the division's and says where it went.
fn shift(live: Live, notices: Notices, tasks: Memo<Vec<RoutineId>>, task: RoutineId, up: bool) {
    let tasks = tasks.get_untracked();
    let Some(at) = tasks.iter().position(|id| *id == task) else { return };
    let to = at.saturating_add_signed(if up { -1 } else { 1 });
    if to >= tasks.len() {
        return;
    }
    let shown: Vec<Id> = tasks.iter().map(|id| id.0).collect();
    live.change(|document| edit::move_among(document, List::Routines, &shown, task.0, to));
    notices.announce(&format!("Moved to place {} of {}.", to + 1, tasks.len()));
}

/// All else that can be done with a task.
#[component]
fn TaskMenu(task: RoutineId, tasks: Memo<Vec<RoutineId>>, name: Memo<String>, place: Memo<usize>) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let move_by = move |up: bool| {
        shift(live, notices, tasks, task, up);
        app::focus_rendered(&menu_id(task));
    };
    let remove = move || {
        let told = ["“", &*name.get_untracked(), "” is removed."].concat();
        let after = tasks.with_untracked(|tasks| tasks.iter().skip_while(|id| **id != task).nth(1).copied());
        let removal = live.peek(|document| edit::remove(document, &Key::Routine(task)));
        notices.edit_then(live, removal, &told, Arc::new(move || app::focus_rendered(&name_id(task))));
        app::focus_rendered(&after.map_or_else(|| ADD_ID.to_owned(), name_id));
    };
    view! {
        <Menu id=menu_id(task) label=Signal::derive(move || ["More about “", &*name.get(), "”"].concat())>
            <MenuItem disabled=Signal::derive(move || place.get() == 0) on_choose=move || move_by(true)>
                "Move up" <kbd aria-hidden="true">"Alt ↑"</kbd>
            </MenuItem>
            <MenuItem
                disabled=Signal::derive(move || place.get() + 1 >= tasks.with(Vec::len))
                on_choose=move || move_by(false)
            >
                "Move down" <kbd aria-hidden="true">"Alt ↓"</kbd>
            </MenuItem>
            <MenuItem on_choose=remove>"Remove"</MenuItem>
        </Menu>
    }
}

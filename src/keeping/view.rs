//! What the person sees of keeping: where the last change is, what went wrong, and the list of workspaces.

use evencost_core::date;
use evencost_core::document::{Document, Field, Key, Outcome, Row};
use evencost_core::edit::{self, Change, Edit, Obstacle, Visit};
use leptos::prelude::*;

use super::{Beside, Keeper, Kept};
use crate::app;
use crate::chunks;
use crate::live::Live;
use crate::parts::Dialog;
use crate::parts::erased::{memo, when};
use crate::ports::place::is_framed;
use crate::ports::{clock, files};

/// After so many days without a saved file, the status reminds of it: Safari erases what a site keeps after
/// seven days of use without a visit.
const REMIND: i64 = 7;

impl Keeper {
    /// Saves the whole workspace as a file.
    pub fn save_file(self) {
        let name = self.live.peek(|document| match document.name().trim() {
            "" => document.divisions().next().map(|division| division.name.clone()).unwrap_or_default(),
            name => name.to_owned(),
        });
        let ending = if name.trim().is_empty() { "json" } else { "evencost.json" };
        self.offer(files::name_of(&name, ending), self.file_text(), Self::filed_today);
    }

    /// Hands a JSON text to the browser as a file; `done` where it is taken.
    fn offer(self, name: String, text: String, done: impl FnOnce(Self)) {
        if files::save(&files::Download { name, kind: "application/json", text }) {
            done(self);
        } else {
            self.notices.show("This browser did not take the file. Copy the text of your values instead.");
        }
    }

    fn offer_unreadable(self, text: &str) {
        self.offer("evencost-unreadable.json".into(), text.to_owned(), |_| ());
    }
}

/// One quiet line: where the last change is kept, and when a file was last saved.
#[component]
pub fn KeepingStatus() -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    let live = expect_context::<Live>();
    let kept = move || match keeper.kept.get() {
        Kept::Here => "Saved on this device.",
        Kept::Soon => "Saving…",
        Kept::NotHere => "Not saved here.",
        Kept::Guest => "From a link, not saved.",
        _ => "Not saved.",
    };
    let filed = move || {
        if keeper.guest().is_some() {
            return String::new();
        }
        let reminder = "Browsers may erase what they keep: save a file now and then.";
        match keeper.beside(Beside::Filed).and_then(|day| date::parse(&day)) {
            Some(day) => {
                let late = (clock::today() - day).whole_days() > REMIND;
                format!("Last file saved on {}. {}", date::spoken(day), if late { reminder } else { "" })
            }
            None => format!("No file saved yet. {reminder}"),
        }
    };
    let blank = memo(move || live.read(Document::is_blank));
    // In a page of somebody else's, it might be taken for theirs.
    let framed = is_framed();
    view! {
        <footer class="status">
            {when(move || !blank.get(), move || view! {
                <span>{kept}</span>
                {framed.then_some("Nothing is sent: only this browser has it.")}
                <span>{filed}</span>
                <button type="button" class="small" on:click=move |_| keeper.save_file()>"Save a file"</button>
            }.into_any())}
        </footer>
    }
}

/// A banner for what went wrong with keeping.
#[component]
pub fn TroubleView() -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    let kept = move || match keeper.kept.get() {
        Kept::NotHere => Some(
            "Not saved here: this browser keeps nothing for this page. You can work; save a file before you close it.",
        ),
        Kept::Full => Some(
            "Not saved: the browser has no room left for this page. Go on working, and save a file now; \
             removing a workspace that you no longer need makes room.",
        ),
        Kept::Refused => Some("Not saved: the browser refused. Go on working, and save a file now."),
        Kept::Newer => Some(
            "Not saved: a newer version of Evencost has written this workspace meanwhile, and nothing of that is \
             overwritten. Save a file of what you see here, then load the page again.",
        ),
        // Those that came by a link, were removed or are another page's have messages of their own.
        _ => None,
    };
    view! {
        <div role="status" class="banners">
            {move || kept().map(|message| view! {
                <p class="banner">
                    {message}
                    <button type="button" on:click=move |_| keeper.save_file()>"Save a file"</button>
                </p>
            })}
            {move || keeper.trouble.get().map(|trouble| view! {
                <p class="banner">
                    {trouble.message}
                    <button type="button" on:click=move |_| keeper.offer_unreadable(&trouble.text)>"Download it"</button>
                    <button type="button" class="quiet" on:click=move |_| keeper.trouble.set(None)>"Close"</button>
                </p>
            })}
        </div>
    }
}

/// What was changed differently here and in another tab or file, while there is any.
#[component]
pub fn ConflictsView() -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    view! {
        {when(move || !keeper.conflicts.with(Vec::is_empty), || chunks::CONFLICTS.view())}
    }
}

/// What was changed differently here and elsewhere, to choose from.
#[component]
pub fn Conflicts() -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    let live = expect_context::<Live>();
    let settle = move |index: usize, theirs: bool| {
        let taken = keeper
            .conflicts
            .try_update(|conflicts| if index < conflicts.len() { Some(conflicts.remove(index)) } else { None });
        if let Some(edit) = taken.flatten().filter(|_| theirs) {
            keeper.take(edit);
        }
        app::keep_focus();
    };
    view! {
        <section class="card conflicts" aria-labelledby="conflicts-title">
            <h2 id="conflicts-title">"Changed here and elsewhere"</h2>
            <ul>
                {move || keeper.conflicts.get().into_iter().enumerate().filter_map(|(index, edit)| {
                    let change = edit.changes.last()?;
                    let (what, here, there) = live.peek(|document| describe(document, change));
                    Some(view! {
                        <li>
                            <p>{what}</p>
                            <p class="choices">
                                <button type="button" on:click=move |_| settle(index, false)>"Keep: " {here}</button>
                                <button type="button" on:click=move |_| settle(index, true)>"Take: " {there}</button>
                            </p>
                        </li>
                    })
                }).collect_view()}
            </ul>
        </section>
    }
}

impl Keeper {
    /// Takes the other side of a conflict.
    fn take(self, edit: Edit) {
        // People may have gone on typing since the two met.
        let edit = self.live.peek(|document| edit::refresh(document, edit));
        let skipped = self.live.apply(edit).skipped;
        // What is there already need not come back.
        if skipped.iter().any(|skipped| skipped.obstacle != Obstacle::Present) {
            self.notices.show("Part of this could not be taken over: it has been changed since.");
        }
    }
}

/// What a row is, in words. Of an answer they say nothing: people weigh blind.
pub fn in_words(row: &Row) -> String {
    match row {
        Row::Division(row) => row.display_name().to_owned(),
        Row::Value(row) => format!("“{} even at the cost of {}”", row.pursued.text, row.cost.text),
        Row::Request(row) => format!("“{}”", row.display_title()),
        Row::Rater(_) => "somebody who weighs".to_owned(),
        Row::Stance(_) => "an answer in a weighing".to_owned(),
        Row::Decision(_) => "a decision".to_owned(),
        Row::SameGood(_) => "whether two wordings mean the same".to_owned(),
        Row::Reveal(_) => "a revealed weighing".to_owned(),
        Row::Taken(_) => "a reply".to_owned(),
        Row::Output(row) => named(&row.name, "an output"),
        Row::Customer(row) => row.display_name().to_owned(),
        Row::Lane(_) => "how a customer is served".to_owned(),
        Row::Use(_) => "who consumes an output".to_owned(),
        Row::Placement(_) => "how a request is served".to_owned(),
        Row::Routine(row) => named(&row.name, "a routine task"),
        Row::Snapshot(_) => "a snapshot of two divisions".to_owned(),
        Row::Talk(_) => "a talk".to_owned(),
        Row::Point(row) => named(&row.subject, "a point of a talk"),
        Row::Workspace(_) => "the workspace".to_owned(),
    }
}

/// A conflict in words: what it is about, what is here, what the other tab has.
pub fn describe(document: &Document, change: &Change) -> (String, String, String) {
    let of = |key: &Key| document.row(key).map_or_else(|| "the workspace".to_owned(), in_words);
    match change {
        Change::Set { key, before, after } => (of(key), content(before), content(after)),
        Change::Insert { row, .. } => (in_words(row), "removed".into(), "as it was".into()),
        Change::Remove { row } => (of(&row.key()), "as it is here".into(), "removed".into()),
        Change::Order { .. } => ("The order of a list".into(), "the order here".into(), "the other order".into()),
    }
}

/// “Its name”, or what it is where it has none.
fn named(name: &str, otherwise: &str) -> String {
    match name.trim() {
        "" => otherwise.to_owned(),
        name => format!("“{name}”"),
    }
}

/// A field's content in words.
fn content(field: &Field) -> String {
    if let Some(text) = field.text() {
        return named(text, "nothing");
    }
    match field {
        Field::RequestDate(day)
        | Field::SnapshotDate(day)
        | Field::TalkDate(day)
        | Field::ValueAdopted(Some(day))
        | Field::CustomerReview(Some(day)) => date::spoken(*day),
        Field::DecisionOutcome(outcome) => match outcome {
            Outcome::Open => "open",
            Outcome::Yes => "yes",
            Outcome::YesIf => "yes, if",
            Outcome::PassOn => "ask another team",
            Outcome::No => "no",
        }
        .to_owned(),
        Field::ValuePursuedWhole(yes)
        | Field::ValueCostWhole(yes)
        | Field::RaterNamed(yes)
        | Field::StanceTooDear(yes)
        | Field::OutputOrderable(yes)
        | Field::SameGoodSame(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Field::LaneHours(number)
        | Field::RoutineMinutes(number)
        | Field::RoutineTimes(number)
        | Field::RoutineAfter(Some(number))
        | Field::RoutineEffort(Some(number))
        | Field::PointMinutes(number) => number.to_string(),
        Field::LaneService(service) | Field::PlacementService(Some(service)) => service.label().to_owned(),
        Field::RoutinePer(period) => period.label().to_owned(),
        Field::RoutineStage(stage) => stage.label().to_owned(),
        Field::PointAgreed(agreed) => agreed.label().to_owned(),
        _ => "another answer".to_owned(),
    }
}

/// Whether the dialog of workspaces is open.
#[derive(Clone, Copy)]
struct WorkspacesOpen(RwSignal<bool>);

/// The dialog of workspaces.
#[component]
pub fn WorkspacesDialog(
    /// Whether it is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    provide_context(WorkspacesOpen(open));
    view! {
        <Dialog open=open title="Workspaces on this device">{chunks::WORKSPACES.view()}</Dialog>
    }
}

/// The workspaces kept on this device: open, name, start, remove.
#[component]
pub fn Workspaces() -> impl IntoView {
    let WorkspacesOpen(open) = expect_context();
    let keeper = expect_context::<Keeper>();
    let live = expect_context::<Live>();
    let remove = move |_| {
        open.set(false);
        keeper.remove_current();
    };
    let visit = RwSignal::new(Visit(0));
    let rename = move |name: String| {
        let edit = live.peek(|document| edit::set(document, Key::Workspace, Field::WorkspaceName(name.clone())));
        live.edit_during(Some(visit.get_untracked()), edit);
    };
    let others = move || {
        let current = keeper.workspace();
        keeper.list().into_iter().filter(|listed| listed.id != current).collect::<Vec<_>>()
    };
    view! {
        <label class="field">
            <span>"Name of this workspace"</span>
            <input
                type="text"
                autocomplete="off"
                prop:value=move || live.read(|document| document.name().to_owned())
                on:focus=move |_| visit.set(app::next_visit())
                on:input:target=move |event| rename(event.target().value())
            />
        </label>
        <ul class="plain-list" aria-label="Other workspaces">
            {move || others().into_iter().map(|listed| {
                let id = listed.id;
                let name = match (listed.name.trim(), listed.divisions.as_str()) {
                    ("", "") => "an unnamed workspace".to_owned(),
                    ("", divisions) => divisions.to_owned(),
                    (name, _) => name.to_owned(),
                };
                view! {
                    <li>
                        <button type="button" on:click=move |_| { open.set(false); keeper.switch(&id); }>
                            "Open " {name}
                        </button>
                    </li>
                }
            }).collect_view()}
            {keeper.unreadable().into_iter().map(|text| view! {
                <li>
                    <span>"Something kept here could not be read. "</span>
                    <button type="button" on:click=move |_| keeper.offer_unreadable(&text)>"Download it"</button>
                </li>
            }).collect_view()}
        </ul>
        <footer>
            <button type="button" on:click=move |_| { open.set(false); let _ = keeper.start_new(None); }>
                "Start a new workspace"
            </button>
            <button type="button" class="quiet" on:click=remove>"Remove this workspace"</button>
        </footer>
    }
}

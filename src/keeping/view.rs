//! What the person sees of keeping: where the last change is, what went wrong, and the list of workspaces.

use evencost_core::date;
use evencost_core::document::{Document, Field, Key, Outcome, Row};
use evencost_core::edit::{Change, Edit};
use leptos::prelude::*;

use super::{Keeper, Kept};
use crate::live::Live;
use crate::parts::{Dialog, Notices};
use crate::ports::{clock, files};

/// After so many days without a saved file, the status reminds of it: Safari erases what a site keeps after
/// seven days of use without a visit.
const REMIND: i64 = 7;

impl Keeper {
    /// Saves the whole workspace as a file.
    pub fn save_file(self) {
        let name = expect_context::<Live>().peek(|document| files::name_of(document.name(), "evencost.json"));
        let download = files::Download { name, kind: "application/json", text: self.file_text() };
        if files::save(&download) {
            self.filed_today();
        } else {
            self.notices.show("This browser did not take the file. Copy the text of your values instead.");
        }
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
        Kept::Full | Kept::Refused => "Not saved.",
    };
    let filed = move || {
        let day = keeper.filed.get().and_then(|day| date::parse(&day));
        match day {
            Some(day) => {
                let days = (clock::today() - day).whole_days();
                let late =
                    if days > REMIND { " Browsers may erase what they keep: save a file now and then." } else { "" };
                format!("Last file saved on {}.{late}", date::spoken(day))
            }
            None => "No file saved yet.".to_owned(),
        }
    };
    let blank = Memo::new(move |_| live.read(Document::is_blank));
    view! {
        <footer class="status">
            <Show when=move || !blank.get()>
                <span>{kept}</span>
                <span>{filed}</span>
                <button type="button" class="quiet" on:click=move |_| keeper.save_file()>"Save a file"</button>
            </Show>
        </footer>
    }
}

/// A banner for what went wrong with keeping.
#[component]
pub fn TroubleView() -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    let kept = move || match keeper.kept.get() {
        Kept::Here | Kept::Soon => None,
        Kept::NotHere => Some(
            "Not saved here: this browser keeps nothing for this page. You can work; save a file before you close it.",
        ),
        Kept::Full => Some(
            "Not saved: the browser has no room left for this page. Go on working, and save a file now; \
             removing a workspace that you no longer need makes room.",
        ),
        Kept::Refused => Some("Not saved: the browser refused. Go on working, and save a file now."),
    };
    let download = move |text: String| {
        let download = files::Download { name: "evencost-unreadable.json".into(), kind: "application/json", text };
        if !files::save(&download) {
            keeper.notices.show("This browser did not take the file.");
        }
    };
    view! {
        <div role="status" class="banners">
            {move || kept().map(|message| view! {
                <p class="banner">
                    {message}
                    <button type="button" on:click=move |_| keeper.save_file()>"Save a file"</button>
                </p>
            })}
            {move || keeper.trouble.get().map(|trouble| {
                let text = trouble.text.clone();
                view! {
                    <p class="banner">
                        {trouble.message}
                        <button type="button" on:click=move |_| download(text.clone())>"Download it"</button>
                        <button type="button" class="quiet" on:click=move |_| keeper.trouble.set(None)>"Close"</button>
                    </p>
                }
            })}
        </div>
    }
}

/// What two tabs changed differently, to choose from.
#[component]
pub fn ConflictsView() -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    let live = expect_context::<Live>();
    let settle = move |index: usize, theirs: bool| {
        let change =
            keeper.conflicts.try_update(|conflicts| (index < conflicts.len()).then(|| conflicts.remove(index)));
        if let Some(change) = change.flatten()
            && theirs
        {
            live.edit(Edit::of(change));
        }
    };
    view! {
        <Show when=move || !keeper.conflicts.with(Vec::is_empty)>
            <section class="card conflicts" aria-labelledby="conflicts-title">
                <h2 id="conflicts-title">"Changed here and in another tab"</h2>
                <ul>
                    {move || keeper.conflicts.get().into_iter().enumerate().map(|(index, change)| {
                        let (what, here, there) = live.peek(|document| describe(document, &change));
                        view! {
                            <li>
                                <p>{what}</p>
                                <p class="choices">
                                    <button type="button" on:click=move |_| settle(index, false)>"Keep: " {here}</button>
                                    <button type="button" on:click=move |_| settle(index, true)>"Take: " {there}</button>
                                </p>
                            </li>
                        }
                    }).collect_view()}
                </ul>
            </section>
        </Show>
    }
}

/// A conflict in words: what it is about, what is here, what the other tab has.
fn describe(document: &Document, change: &Change) -> (String, String, String) {
    let of = |key: &Key| match document.row(key) {
        Some(Row::Division(row)) => row.display_name().to_owned(),
        Some(Row::Value(row)) => format!("“{} even at the cost of {}”", row.pursued.text, row.cost.text),
        Some(Row::Request(row)) => format!("“{}”", row.display_title()),
        Some(Row::Rater(row)) => format!("the answers of {}", row.name),
        Some(Row::Stance(_)) => "an answer in a weighing".to_owned(),
        Some(Row::Decision(_)) => "a decision".to_owned(),
        Some(Row::SameGood(_)) => "whether two wordings mean the same".to_owned(),
        Some(Row::Reveal(_)) => "a revealed weighing".to_owned(),
        Some(Row::Workspace(_)) | None => "the workspace".to_owned(),
    };
    match change {
        Change::Set { key, before, after } => (of(key), content(before), content(after)),
        Change::Insert { row, .. } => {
            let what = match row {
                Row::Value(row) => format!("“{} even at the cost of {}”", row.pursued.text, row.cost.text),
                _ => "something that was removed here".to_owned(),
            };
            (what, "removed".into(), "as it was".into())
        }
        Change::Remove { row } => (of(&row.key()), "as it is here".into(), "removed".into()),
        Change::Order { .. } => ("The order of a list".into(), "the order here".into(), "the other order".into()),
    }
}

/// A field's content in words.
fn content(field: &Field) -> String {
    match field {
        Field::WorkspaceName(text)
        | Field::DivisionName(text)
        | Field::ValuePursued(text)
        | Field::ValueCost(text)
        | Field::ValueExample(text)
        | Field::RequestTitle(text)
        | Field::RequestDetail(text)
        | Field::RaterName(text)
        | Field::DecisionReason(text)
        | Field::DecisionTerms(text) => {
            if text.trim().is_empty() {
                "nothing".to_owned()
            } else {
                format!("“{text}”")
            }
        }
        Field::RequestDate(day) | Field::ValueAdopted(Some(day)) => date::spoken(*day),
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
        | Field::SameGoodSame(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        _ => "another answer".to_owned(),
    }
}

/// The workspaces kept on this device: open, name, start, remove.
#[component]
pub fn WorkspacesDialog(
    /// Whether it is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let remove = move |_| {
        open.set(false);
        match keeper.remove_current() {
            Some(back) => notices.show_with_undo("The workspace is removed from this device.", back),
            None => notices.show("There is nothing kept of this workspace yet."),
        }
    };
    let rename = move |name: String| {
        live.change(|document| evencost_core::edit::set(document, Key::Workspace, Field::WorkspaceName(name)));
    };
    view! {
        <Dialog open=open title="Workspaces on this device">
            <label class="field">
                <span>"Name of this workspace"</span>
                <input
                    type="text"
                    prop:value=move || live.read(|document| document.name().to_owned())
                    on:change:target=move |event| rename(event.target().value())
                />
            </label>
            <ul class="plain-list">
                {move || {
                    open.track();
                    let current = keeper.workspace();
                    keeper.list().into_iter().filter(|listed| listed.id != current).map(|listed| {
                        let id = listed.id.clone();
                        let name = if listed.name.trim().is_empty() { "Unnamed workspace".to_owned() } else { listed.name };
                        view! {
                            <li>
                                <button type="button" on:click=move |_| { open.set(false); keeper.switch(id.clone()); }>
                                    "Open " {name}
                                </button>
                            </li>
                        }
                    }).collect_view()
                }}
            </ul>
            <footer>
                <button type="button" on:click=move |_| { open.set(false); keeper.start_new(None); }>
                    "Start a new workspace"
                </button>
                <button type="button" class="quiet" on:click=remove>"Remove this workspace"</button>
            </footer>
        </Dialog>
    }
}

//! Importing: what people have, shown as what it will add before anything changes.

use evencost_core::date;
use evencost_core::document::{Document, Key, List};
use evencost_core::edit;
use evencost_core::id::DivisionId;
use evencost_core::link::{self, Link};
use evencost_core::merge::are_related;
use evencost_core::text::import::{self, DivisionPlan, Import, Plan};
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::chunks;
use crate::keeping::Keeper;
use crate::live::Live;
use crate::parts::{Dialog, Notices};
use crate::ports::{clock, files};
use crate::screens::current::Current;
use crate::screens::links::LinkDialogs;

/// So many lines are listed of what cannot be read; the rest is counted.
const LISTED: usize = 50;

/// So many values are listed of what is added; the rest is counted.
const SHOWN: usize = 300;

/// The one dialog that imports; anything may open it.
#[derive(Clone, Copy, Default)]
pub struct ImportDialog {
    open: RwSignal<bool>,
    content: RwSignal<Vec<u8>>,
}

impl ImportDialog {
    /// Opens it empty.
    pub fn open(self) {
        self.open_with(String::new());
    }

    /// Opens it with a text that somebody pasted elsewhere.
    pub fn open_with(self, text: String) {
        self.content.set(text.into_bytes());
        self.open.set(true);
    }
}

/// What the dialog has to say of its content.
enum Reading {
    Nothing,
    Link(String),
    Refused(String),
    Read(Box<Import>, Box<Plan>),
}

/// Shows the dialog; there is one, in the app.
#[component]
pub fn ImportView() -> impl IntoView {
    let dialog = expect_context::<ImportDialog>();
    view! {
        <Dialog open=dialog.open title="Paste or import">
            {chunks::IMPORT.view()}
        </Dialog>
    }
}

/// Takes a text or a file, and shows what it adds.
#[component]
pub fn ImportForm() -> impl IntoView {
    let ImportDialog { open, content } = expect_context();
    let live = expect_context::<Live>();
    let current = expect_context::<Current>();
    let keeper = expect_context::<Keeper>();
    let notices = expect_context::<Notices>();
    let links = expect_context::<LinkDialogs>();
    let area = NodeRef::<Textarea>::new();
    let shown = String::from_utf8_lossy(&content.get_untracked()).into_owned();
    let choose_file = move |input: web_sys::HtmlInputElement| {
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        spawn_local(async move {
            match files::read(&file).await {
                Some(bytes) => {
                    // The dialog may have been closed while the file was read.
                    let Some(area) = area.try_get_untracked().flatten() else { return };
                    area.set_value(&String::from_utf8_lossy(&bytes));
                    content.set(bytes);
                }
                None => notices.show("The file could not be read."),
            }
        });
    };
    let reading = move || {
        let bytes = content.get();
        if bytes.is_empty() {
            return Reading::Nothing;
        }
        let read = import::read(&bytes);
        // A file may name links; a chat mostly begins with the one that its replies answer.
        if !read.as_ref().is_ok_and(|import| import.workspace().is_some() || import.is_table()) {
            let links = link::find(&String::from_utf8_lossy(&bytes));
            let is_reply = |fragment: &&String| matches!(link::read(fragment), Ok(Link::Reply(_)));
            if let Some(fragment) = links.iter().find(is_reply).or(links.first()) {
                return Reading::Link(fragment.clone());
            }
        }
        match read {
            Err(refusal) => Reading::Refused(refusal.to_string()),
            Ok(import) => {
                let plan = live.read(|document| import.plan(document, current.get()));
                Reading::Read(Box::new(import), Box::new(plan))
            }
        }
    };
    let add = move |plan: &Plan| {
        let done = [&plan.summary().replacen("Adds", "Added", 1), "."].concat();
        let today = clock::today();
        let known = live.peek(|document| document.order(List::Divisions));
        // Whoever has values goes on looking through their own division's eyes: nobody is to weigh as a partner by oversight.
        let current_one = untrack(move || current.get());
        let has_own = live.peek(|document| current_one.is_some_and(|own| document.values_of(own).next().is_some()));
        let mut edit = live.with_ids(|document, ids| plan.edit(document, ids, today));
        // A newcomer's nameless division has done its work when named ones come in and nothing went into it.
        let names_new_ones =
            !plan.divisions.is_empty() && plan.divisions.iter().all(|division| division.existing.is_none());
        if live.peek(Document::is_blank) && names_new_ones {
            edit = live.peek(|document| {
                known.iter().fold(edit, |edit, id| edit.then(edit::remove(document, &Key::Division(DivisionId(*id)))))
            });
        }
        open.set(false);
        notices.edit(live, edit, &done);
        if !has_own
            && let Some(new) =
                live.peek(|document| document.order(List::Divisions).into_iter().find(|id| !known.contains(id)))
        {
            current.choose(DivisionId(new));
        }
    };
    let merge = move |import: &Import| {
        if let Some(document) = import.workspace() {
            open.set(false);
            keeper.merge_file(document);
        }
    };
    let open_workspace = move |import: &Import| {
        if let Some(document) = import.workspace() {
            open.set(false);
            keeper.start_new(Some(document.clone()));
        }
    };
    view! {
        <label class="field">
            <span>"Paste a list, a table or CSV; one value a line, like “Speed even at the cost of polish”."</span>
            <textarea
                class="box"
                node_ref=area
                autofocus=true
                spellcheck="false"
                prop:value=shown
                on:input:target=move |event| content.set(event.target().value().into_bytes())
            ></textarea>
        </label>
        <label class="field">
            <span>"Or choose a file: CSV, text, or a file that Evencost saved."</span>
            <input
                type="file"
                accept=".csv,.tsv,.txt,.md,.json,text/*,application/json"
                on:change:target=move |event| choose_file(event.target())
            />
        </label>
        <div aria-live="polite">
            {move || match reading() {
                Reading::Nothing => ().into_any(),
                // The address of a frame is not the person's to change.
                Reading::Link(_) if !keeper.is_own() => {
                    view! { <p>"This is a link: open it in a page of its own."</p> }.into_any()
                }
                Reading::Link(fragment) => {
                    let is_reply = matches!(link::read(&fragment), Ok(Link::Reply(_)));
                    let go = move |_| {
                        open.set(false);
                        if is_reply {
                            links.take(String::from_utf8_lossy(&content.get_untracked()).into_owned());
                        } else {
                            // As if the link had been opened.
                            drop(window().location().set_hash(&fragment));
                        }
                    };
                    let words = if is_reply { "This is a reply, or several." } else { "This is a link that somebody sent." };
                    view! {
                        <p>{words}</p>
                        <footer>
                            <button type="button" class="main" on:click=go>
                                {if is_reply { "Take replies in" } else { "Open it" }}
                            </button>
                        </footer>
                    }
                    .into_any()
                }
                Reading::Refused(message) => view! { <p class="refusal">{message}</p> }.into_any(),
                Reading::Read(import, plan) => {
                    let nothing = plan.adds_nothing();
                    let is_workspace = import.workspace().is_some();
                    let import = StoredValue::new(import);
                    let is_version = import.with_value(|import| {
                        let related = |file| live.peek(|document| are_related(document, file));
                        import.workspace().is_some_and(related)
                    });
                    let guessed = import.with_value(|import| import.encoding_is_guessed());
                    let preview = preview(&plan, guessed);
                    view! {
                        {preview}
                        <footer>
                            {is_version.then(|| view! {
                                <button type="button" class="main" on:click=move |_| import.with_value(|import| merge(import))>
                                    "Merge it: it is another version of this workspace"
                                </button>
                            })}
                            {(!is_version).then(|| view! {
                                <button type="button" class="main" disabled=nothing on:click=move |_| add(&plan)>
                                    {if is_workspace { "Add it to this workspace" } else { "Add" }}
                                </button>
                            })}
                            {is_workspace.then(|| view! {
                                <button type="button" on:click=move |_| import.with_value(|import| open_workspace(import))>
                                    "Open it as a workspace of its own"
                                </button>
                            })}
                        </footer>
                    }
                    .into_any()
                }
            }}
        </div>
    }
}

/// What the plan adds, and each line that it cannot use.
fn preview(plan: &Plan, guessed: bool) -> AnyView {
    let shown = |division: &&DivisionPlan| division.existing.is_none() || !division.values.is_empty();
    let mut before = 0;
    let is_within = |division: &&DivisionPlan| {
        let is_within = before < SHOWN;
        before += division.values.len();
        is_within
    };
    let listed: Vec<&DivisionPlan> = plan.divisions.iter().filter(shown).take_while(is_within).collect();
    let rest = plan.divisions.iter().filter(shown).count() - listed.len();
    let divisions = listed.into_iter().map(|division| {
        let name = if division.name.trim().is_empty() { "This division" } else { division.name.trim() }.to_owned();
        let is_new = division.existing.is_none();
        let values = division.values.iter().take(SHOWN).map(|value| {
            let there = value.there.then_some(" (there already)");
            let statement = &value.statement;
            view! {
                <li class:soft=value.there>{statement.sentence.pursued.clone()} " / " {statement.sentence.cost.clone()} {there}</li>
            }
        });
        view! {
            <h3>{name} {is_new.then(|| view! { " " <span class="tag">"new"</span> })}</h3>
            <ul class="preview">{values.collect_view()}</ul>
            {(division.values.len() > SHOWN).then(|| view! { <p>"And " {division.values.len() - SHOWN} " more."</p> })}
        }
    });
    let requests = plan.requests.iter().map(|request| {
        let day = request.date.map(date::spoken);
        let there = request.existing.map(|_| " (there already)");
        view! { <li class:soft=request.existing.is_some()>{request.title.clone()} " " {day} {there}</li> }
    });
    let unread = plan.unread.len() + plan.partly.len();
    let remarks = plan.unread.iter().chain(&plan.partly).take(LISTED);
    let remarks = remarks.map(|remark| view! { <li>{remark.to_string()}</li> }).collect_view();
    view! {
        <p class="summary">{plan.summary()} "."</p>
        {guessed.then(|| view! {
            <p class="refusal">"The file is in an old encoding: look whether letters with accents came out right."</p>
        })}
        {(unread > 0).then(|| view! {
            <h3>"Lines to look at"</h3>
            <ul class="preview refusal">{remarks}</ul>
            {(unread > LISTED).then(|| view! { <p class="refusal">"And " {unread - LISTED} " more."</p> })}
        })}
        {divisions.collect_view()}
        {(rest > 0).then(|| view! { <p>"And " {rest} " more divisions."</p> })}
        {(!plan.requests.is_empty()).then(|| view! {
            <h3>"Requests"</h3>
            <ul class="preview">{requests.collect_view()}</ul>
        })}
    }
    .into_any()
}

//! Publishing: a file of the set that a team stands by, for a page that shows it to everybody.

use evencost_core::document::{Document, Value};
use evencost_core::publish::{Published, Wanted, published};
use evencost_core::serve::orderable;
use evencost_core::text::json;
use leptos::html::Input;
use leptos::prelude::*;

use super::address;
use super::which::Which;
use crate::live::Live;
use crate::parts::erased::{click, memo, when};
use crate::parts::{Notices, Tick, copy};
use crate::ports::{clock, files};

/// What the dialog of publishing holds.
#[component]
pub fn PublishForm() -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let which = Which::of(live);
    let saved = RwSignal::new(None::<String>);
    let (any_draft, any_adopted) = live.peek(|document| {
        (any(document, |value| value.adopted.is_none()), any(document, |value| value.adopted.is_some()))
    });
    let any_menu = live.peek(|document| document.divisions().any(|row| orderable(document, row.id).next().is_some()));
    let drafts = RwSignal::new(!any_adopted);
    let menu = RwSignal::new(false);
    let ask = NodeRef::<Input>::new();
    let set = memo(move || {
        let wanted = Wanted { division: which.get(), drafts: drafts.get(), menu: menu.get() };
        live.read(|document| published(document, wanted))
    });
    let nothing = move || set.with(|set| set.divisions().next().is_none());
    let save = move |_| {
        let ask = ask.get_untracked().map(|field| field.value().trim().to_owned()).unwrap_or_default();
        let whole = set.get_untracked();
        let of_one = whole.divisions().next().filter(|_| whole.divisions().count() == 1);
        let name = of_one.map_or(whole.name(), |row| row.name.as_str());
        let name = files::name_of(if name.trim().is_empty() { "values" } else { name }, "json");
        let text = json::write_published(&Published { document: whole.clone(), ask, day: Some(clock::today()) });
        if files::save(&files::Download { name: name.clone(), kind: "application/json", text }) {
            saved.set(Some(name));
        } else {
            notices.show("This browser did not take the file.");
        }
    };
    let shows = move |name: &str| {
        let page = address("");
        let page = page.trim_end_matches('#');
        [
            "<iframe src=\"",
            page,
            "?src=",
            name,
            "\" title=\"What we stand for\" width=\"100%\" height=\"700\"></iframe>",
        ]
        .concat()
    };
    view! {
        <p class="soft">
            "A file of what your team stands by, for a page that others read: values, examples, since when they hold, and whom to \
             ask. Requests, who asked, decisions and people’s answers are not in it."
        </p>
        {which.view("The values of")}
        {any_draft.then(|| view! {
            <p><Tick ticked=drafts on_tick=move |ticked| drafts.set(ticked)>"With drafts that are not adopted yet"</Tick></p>
        })}
        {any_menu.then(|| view! {
            <p><Tick ticked=menu on_tick=move |ticked| menu.set(ticked)>"With the menu: what can be ordered from us"</Tick></p>
        })}
        <label class="field">
            <span>"Whom to ask about them, and how; it may stay empty."</span>
            <input type="text" autocomplete="off" node_ref=ask />
        </label>
        {when(nothing, || view! {
            <p class="refusal">"There is nothing to publish yet: write a value, and adopt it when your team stands by it."</p>
        }.into_any())}
        {move || saved.get().map(|name| {
            let words = ["Put ", &name, " into the folder of Evencost on your web server. This shows it in a page:"].concat();
            let code = shows(&name);
            let copied = code.clone();
            view! {
                <p role="status">{words}</p>
                <div class="link-box">
                    <textarea class="box" rows="2" readonly aria-label="What shows it in a page" prop:value=code></textarea>
                    <p class="choices">
                        <button type="button" on:click=click(move |_| copy(notices, copied.clone(), "Copied."))>"Copy it"</button>
                    </p>
                </div>
                {menu.get_untracked().then(|| view! {
                    <p class="soft">"With “&screen=menu” behind the name of the file, it shows the menu alone."</p>
                })}
            }
        })}
        <footer>
            <button type="button" class="main" disabled=nothing on:click=click(save)>"Save the file"</button>
        </footer>
    }
}

fn any(document: &Document, is: impl Fn(&Value) -> bool) -> bool {
    document.divisions().flat_map(|row| document.values_in_play(row.id)).any(is)
}

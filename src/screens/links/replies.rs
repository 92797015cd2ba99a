//! Taking in replies: a chat is pasted, everybody who answered is listed, and what they contradict each other in is chosen.

use evencost_core::document::Document;
use evencost_core::edit::{self, Change};
use evencost_core::link::{self, Choice as Dispute, Line, Purpose, State, Taking};
use leptos::prelude::*;

use super::{LinkDialogs, kept_link};
use crate::keeping::{Keeper, describe};
use crate::live::Live;
use crate::parts::Notices;
use crate::parts::erased::{click, piece};

/// What the dialog of replies holds.
#[component]
pub fn RepliesForm() -> impl IntoView {
    let live = expect_context::<Live>();
    let keeper = expect_context::<Keeper>();
    let notices = expect_context::<Notices>();
    let dialogs = expect_context::<LinkDialogs>();
    let text = dialogs.pasted;
    let chosen = RwSignal::new(Vec::<Option<usize>>::new());
    let taking = Memo::new(move |_: Option<&Shown>| {
        let taking = live.read(|document| link::take(document, &text.get(), |digest| kept_link(keeper, digest)));
        Shown(taking)
    });
    Effect::new(move |_| taking.with(|Shown(taking)| chosen.set(vec![None; taking.choices.len()])));
    let take = move |_| {
        let (edit, count) = taking.with_untracked(|Shown(taking)| {
            let edit = live.peek(|document| taking.with_choices(document, &chosen.get_untracked()));
            (edit, taking.lines.iter().filter(|line| line.state == State::New).count())
        });
        let told =
            if count == 1 { "1 reply is taken in.".to_owned() } else { format!("{count} replies are taken in.") };
        text.set(String::new());
        // What undoes it lies outside of the dialog.
        dialogs.close_replies();
        notices.edit(live, edit, &told);
    };
    view! {
        <label class="field">
            <span>"Paste the replies: a whole chat will do, all links in it are found."</span>
            <textarea
                class="box"
                autofocus=true
                spellcheck="false"
                prop:value=text.get_untracked()
                on:input:target=move |event| text.set(event.target().value())
            ></textarea>
        </label>
        <div aria-live="polite">
            {piece(move || taking.with(|Shown(taking)| {
                let pasted = text.with(|text| !text.trim().is_empty());
                let brings = !taking.brings_nothing();
                let is_bad = |line: &Line| {
                    matches!(line.state, State::BaseMissing | State::Elsewhere | State::Unreadable(_))
                };
                let found = brings || taking.lines.iter().any(is_bad);
                let table = who_answered(&taking.lines);
                let disputes: Vec<AnyView> = live.peek(|document| {
                    let mut after = document.clone();
                    edit::apply(&mut after, taking.edit.clone());
                    let of = |(place, dispute)| choice(document, &after, place, dispute, chosen);
                    taking.choices.iter().enumerate().map(of).collect()
                });
                view! {
                    {(pasted && !found).then(|| view! { <p class="refusal">"There is no new reply in this text."</p> })}
                    {table}
                    {(!disputes.is_empty()).then(|| view! {
                        <h3>"They differ: choose, or leave it"</h3>
                        <ul class="disputes">{disputes}</ul>
                    })}
                    {brings.then(|| view! {
                        <footer><button type="button" class="main" on:click=click(take)>"Take them in"</button></footer>
                    })}
                }
                .into_any()
            }))}
        </div>
    }
}

/// Who has answered so far, and the way to take in more.
#[component]
pub fn Answered(
    /// What they were asked to do.
    purpose: Purpose,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let keeper = expect_context::<Keeper>();
    let dialogs = expect_context::<LinkDialogs>();
    let lines = Memo::new(move |_: Option<&Vec<Line>>| {
        let mut lines = live.read(|document| link::take(document, "", |digest| kept_link(keeper, digest))).lines;
        // What the link was for is not known where it is not kept any more.
        lines.retain(|line| line.asked.is_none_or(|asked| asked == purpose));
        lines
    });
    view! {
        <h2>"Who has answered"</h2>
        {move || lines.with(|lines| who_answered(lines))}
        <p class="choices">
            <button type="button" class="main" on:click=click(move |_| dialogs.take(String::new()))>"Take in replies…"</button>
        </p>
    }
}

/// Compared by what it says, so that the choices stay while people look at them.
#[derive(Debug)]
struct Shown(Taking);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.0.lines == other.0.lines && self.0.edit == other.0.edit && self.0.choices == other.0.choices
    }
}

fn who_answered(lines: &[Line]) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="soft">"Nobody’s reply has been taken in yet."</p> }.into_any();
    }
    let rows = lines.iter().map(|line| {
        let is_reply = matches!(line.state, State::New | State::Known | State::Replaced);
        let name = match (line.name.as_str(), is_reply) {
            ("", true) => "Somebody".to_owned(),
            ("", false) => "A link".to_owned(),
            (name, _) => name.to_owned(),
        };
        let state = match line.state {
            State::New => "new".to_owned(),
            State::Known => "taken in".to_owned(),
            State::Replaced => "replaced by a later reply".to_owned(),
            State::BaseMissing => {
                "answers a link that is not kept here: paste that link too, or open the workspace that it was sent from"
                    .to_owned()
            }
            State::Elsewhere => "answers a link of another workspace: open that one, then take it in there".to_owned(),
            State::Sent => "what was sent, no reply".to_owned(),
            State::Unreadable(error) => error.to_string(),
        };
        let counted = |count: usize, one: &str, many: &str| {
            (count > 0).then(|| format!("{count} {}", if count == 1 { one } else { many }))
        };
        let did: Vec<String> = [
            counted(line.added, "value written", "values written"),
            counted(line.changed, "change to what was sent", "changes to what was sent"),
            counted(line.weighed, "request weighed", "requests weighed"),
        ]
        .into_iter()
        .flatten()
        .collect();
        let did = if did.is_empty() && is_reply { "nothing yet".to_owned() } else { did.join(", ") };
        let is_bad = matches!(line.state, State::BaseMissing | State::Elsewhere | State::Unreadable(_));
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{did}</td>
                <td class:refusal=is_bad>{state}</td>
            </tr>
        }
    });
    view! {
        <table class="answered">
            <caption class="off-screen">"Who answered"</caption>
            <thead><tr><th scope="col">"Who"</th><th scope="col">"What"</th><th scope="col">"Reply"</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// One thing to choose: as it will be by itself, or one of what is proposed. What a reply that was taken in before changed
/// alone goes back to what was sent when another contradicts it.
fn choice(
    now: &Document,
    after: &Document,
    place: usize,
    dispute: &Dispute,
    chosen: RwSignal<Vec<Option<usize>>>,
) -> AnyView {
    let told: Vec<_> = dispute
        .proposals
        .iter()
        .filter_map(|(edit, count)| edit.changes.last().map(|change| (describe(after, change), *count)))
        .collect();
    let (what, here) = told.first().map(|((what, here, _), _)| (what.clone(), here.clone())).unwrap_or_default();
    let stays = dispute.proposals.iter().filter_map(|(edit, _)| edit.changes.last()).all(|change| match change {
        Change::Set { key, before, .. } => {
            now.row(key).and_then(|row| row.field(before.name())).is_none_or(|field| field == *before)
        }
        _ => true,
    });
    let by_itself = if stays { "As it is" } else { "As it was sent" };
    let name = format!("dispute-{place}");
    let set = move |to: Option<usize>| {
        chosen.update(|chosen| {
            if let Some(choice) = chosen.get_mut(place) {
                *choice = to;
            }
        });
    };
    let is = move |option: Option<usize>| chosen.with(|chosen| chosen.get(place).copied().flatten() == option);
    let option = |to: Option<usize>, words: String| {
        view! {
            <label class="tick">
                <input
                    type="radio"
                    name=name.clone()
                    prop:checked=move || is(to)
                    on:change=move |_| set(to)
                />
                {words}
            </label>
        }
    };
    let proposals = told.iter().enumerate().map(|(place, ((_, _, there), count))| {
        let by = if *count == 1 { "1 reply".to_owned() } else { format!("{count} replies") };
        option(Some(place), format!("{there} ({by})"))
    });
    let proposals = proposals.collect_view();
    view! {
        <li>
            <fieldset>
                <legend>{what}</legend>
                {option(None, format!("{by_itself}: {here}"))}
                {proposals}
            </fieldset>
        </li>
    }
    .into_any()
}

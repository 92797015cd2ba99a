//! Which words mean the same: what is suggested, what people say themselves, and what they said.

use evencost_core::compare::{Contradiction, Sameness, Stale, Suggestion, carry_over, declare, stale};
use evencost_core::document::{Document, Key, Place, SameGood, Wording, WordingPair};
use evencost_core::edit;
use evencost_core::good::{Good, wordings};
use evencost_core::id::DivisionId;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::pair::{Finding, Found};
use super::{UNSURE, button, tag, toned};
use crate::app;
use crate::live::Live;
use crate::meaning::{Arrival, Nearness};
use crate::parts::erased::{Row, click, memo, piece, rows, when};
use crate::parts::{Notices, SentenceOf};

/// The id of the heading, which takes the focus when the last suggestion is gone.
const TITLE: &str = "words-that-may-mean-the-same";

/// Decisions that contradict each other, and those whose words are gone.
pub(super) fn troubles(live: Live) -> AnyView {
    let contradictions = memo(move || live.read(|document| Sameness::new(document).contradictions().to_vec()));
    let stale = memo(move || live.read(stale));
    let shown = move || {
        let told = contradictions.get().into_iter().map(|contradiction| contradicting(live, contradiction));
        let gone = stale.get().into_iter().map(|stale| gone(live, stale));
        told.chain(gone).collect_view().into_any()
    };
    piece(shown).into_any()
}

fn contradicting(live: Live, Contradiction { apart, together }: Contradiction) -> AnyView {
    let said = said(live, &apart);
    let therefore = if together.is_empty() {
        "They are one and the same wording. Take it back, or say it of two values where the words are told apart."
    } else {
        "Yet together these make them the same, and that holds until one of them is taken back:"
    };
    let apart = [SameGood { pair: apart, same: false }];
    let together = together.into_iter().map(|pair| SameGood { pair, same: true });
    let decisions = apart.into_iter().chain(together).map(|row| decision(live, row)).collect_view();
    view! {
        <section class="card own">
            <p><span class="tag clash">"contradiction"</span> " You said that " {said} " do not mean the same. " {therefore}</p>
            <ul class="decisions">{decisions}</ul>
        </section>
    }
    .into_any()
}

fn gone(live: Live, Stale { pair, same, gone }: Stale) -> AnyView {
    let notices = expect_context::<Notices>();
    let carry = gone.iter().flat_map(|gone| {
        let pair = pair.clone();
        gone.candidates.iter().map(move |to| {
            let (pair, wording, to) = (pair.clone(), gone.wording.clone(), to.clone());
            let label = ["Say it of “", &to, "” instead"].concat();
            let run = move || {
                let edit = live.peek(|document| carry_over(document, &pair, &wording, &to));
                notices.edit(live, edit, "Carried over.");
            };
            button(label, "small", run)
        })
    });
    let carry = carry.collect_view();
    let missing = gone.iter().map(|gone| ["“", &gone.wording.text, "”"].concat()).collect::<Vec<_>>().join(" and ");
    let is = if gone.len() == 1 { " stands in no value any more." } else { " stand in no value any more." };
    let says = [said(live, &pair).as_str(), if same { " mean the same" } else { " do not mean the same" }].concat();
    view! {
        <section class="card own">
            <p><span class="tag none">"out of use"</span> " You said that " {says} ". " {missing} {is}</p>
            <p class="choices">
                {carry}
                {button("Forget it", "small", move || take_back(live, notices, &pair))}
            </p>
        </section>
    }
    .into_any()
}

/// So many suggestions are shown before somebody asks for more.
const AT_FIRST: usize = 6;

pub(super) fn view(live: Live, finding: Finding) -> AnyView {
    let nearness = expect_context::<Nearness>();
    let all = RwSignal::new(false);
    let of = move || {
        let most = if all.get() { usize::MAX } else { AT_FIRST };
        finding.with(|found| {
            let Some(found) = found.as_ref() else { return Vec::new() };
            let all = found.comparison.suggestions.iter().take(most).map(|suggested| {
                let (suggested, names) = (suggested.clone(), found.names.clone());
                let key = suggestion_id(&suggested);
                Row::new(&key, move || {
                    view! { <li>{suggestion(live, finding, all, &suggested, &names)}</li> }.into_any()
                })
            });
            all.collect()
        })
    };
    let count = memo(move || finding.with(|found| found.as_ref().map_or(0, |it| it.comparison.suggestions.len())));
    let explained = move || {
        let suggested = match count.get() {
            0 => "Where words differ and mean the same, say so: the relations follow.",
            _ => "These are suggestions: they count for nothing until you decide.",
        };
        let how = match nearness.arrival() {
            Arrival::Here => "",
            Arrival::Failed => {
                " By words only: what tells what is near in meaning could not be loaded. It is asked for again when you come back."
            }
            Arrival::Unasked | Arrival::Coming => {
                " By words only, until what tells what is near in meaning has arrived."
            }
        };
        [suggested, how].concat()
    };
    let more = move || {
        let left = count.get().saturating_sub(AT_FIRST);
        (left > 0 && !all.get()).then(|| {
            let show = move || {
                let next = finding
                    .with_untracked(|found| found.as_ref()?.comparison.suggestions.get(AT_FIRST).map(suggestion_id));
                all.set(true);
                app::focus(&next.map_or_else(|| TITLE.to_owned(), |next| [&next, "-yes"].concat()));
            };
            let label =
                if left == 1 { "Show 1 more".to_owned() } else { ["Show ", &left.to_string(), " more"].concat() };
            view! { <p class="choices">{button(label, "quiet", show)}</p> }
        })
    };
    let ready = move || {
        finding.with(|found| found.as_ref().is_some_and(|it| it.comparison.main.iter().all(|main| !main.is_empty())))
    };
    when(ready, move || {
        view! {
            <section class="wordings">
                <h2 id=TITLE tabindex="-1">"Words that may mean the same"</h2>
                <p class="soft">{move || explained()}</p>
                <ul class="points">{rows(of)}</ul>
                {piece(move || more().into_any())}
                {by_hand(live, finding)}
                {decisions(live)}
            </section>
        }
        .into_any()
    })
}

fn suggestion_id(suggestion: &Suggestion) -> String {
    let mut id = "suggested".to_owned();
    for wording in [&suggestion.a, &suggestion.b] {
        id.push('-');
        id.push_str(&wording.text.replace(char::is_whitespace, "_"));
        id.push_str(&wording.of.map(|value| value.to_string()).unwrap_or_default());
    }
    id
}

/// One suggestion with its two answers, also by the keys S and N.
fn suggestion(
    live: Live,
    finding: Finding,
    all: RwSignal<bool>,
    suggestion: &Suggestion,
    names: &[String; 2],
) -> AnyView {
    let notices = expect_context::<Notices>();
    let id = suggestion_id(suggestion);
    let own = suggestion.clone();
    let consequence = move || finding.with(|found| found.as_ref().map(|found| consequence(found, &own)));
    let pair = suggestion.pair();
    let here = id.clone();
    let answer = Callback::new(move |same: bool| {
        let before = finding.with_untracked(|found| suggestion_ids(found.as_ref(), true));
        live.change(|document| declare(document, pair.clone(), same));
        let shown = finding.with_untracked(|found| suggestion_ids(found.as_ref(), all.get_untracked()));
        let next = next_after(&before, &here, &shown);
        app::focus(&next.map_or_else(|| TITLE.to_owned(), |next| [&next, "-yes"].concat()));
        let kept = if same { "Kept: the same. Now: " } else { "Kept: not the same. Now: " };
        let counts = finding.with_untracked(|found| found.as_ref().map(|it| it.comparison.summary.counts.to_string()));
        notices.announce(&[kept, &counts.unwrap_or_default(), "."].concat());
    });
    let by_key = move |event: KeyboardEvent| {
        // A key that is held down is one answer.
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.repeat() {
            return;
        }
        let same = match event.key().as_str() {
            "s" | "S" => true,
            "n" | "N" => false,
            _ => return,
        };
        event.prevent_default();
        answer.run(same);
    };
    let words = |wording: &Wording, name: &str| {
        view! { <span><b>"“" {wording.text.clone()} "”"</b> " " <small>{name.to_owned()}</small></span> }
    };
    let yes = [&id, "-yes"].concat();
    view! {
        <div class="point suggestion" role="group" aria-label="Suggestion" id=id on:keydown=by_key>
            <p class="says-kind"><span class="tag maybe">"suggested"</span> " " <span class="soft">{suggestion.why.label()}</span></p>
            <p class="two-words">
                {words(&suggestion.a, &names[0])} " " <span class="joint">"and"</span> " " {words(&suggestion.b, &names[1])}
            </p>
            {piece(move || consequence().into_any())}
            <p class="choices">
                <button type="button" id=yes aria-keyshortcuts="S" on:click=click(move |_| answer.run(true))>
                    "Means the same " <kbd aria-hidden="true">"S"</kbd>
                </button>
                <button type="button" aria-keyshortcuts="N" on:click=click(move |_| answer.run(false))>
                    "Not the same " <kbd aria-hidden="true">"N"</kbd>
                </button>
            </p>
        </div>
    }
    .into_any()
}

/// What would follow: the wordings that come along, the relations, and the sentences that the words stand in.
fn consequence(found: &Found, suggestion: &Suggestion) -> AnyView {
    let also = (!suggestion.also.is_empty()).then(|| {
        let words = suggestion.also.iter().map(|words| ["“", words, "”"].concat()).collect::<Vec<_>>().join(", ");
        let says = ["If so, it is one good with ", &words, " too: you said so before."].concat();
        view! { <p class="soft">{says}</p> }
    });
    let following = found.following(suggestion).map(|relation| {
        let sentences = [&relation.a, &relation.b].map(|values| {
            let sentences = values.iter().map(|&value| view! { <SentenceOf value=value /> }).collect_view();
            view! { <div>{sentences}</div> }
        });
        let condition = if relation.rests_on.len() > 1 { "If this and others are the same: " } else { "If so: " };
        view! {
            <p class="if-so"><span class="soft">{condition}</span> {if relation.unsure { toned("none", UNSURE) } else { tag(relation.kind) }}</p>
            <div class="beside">{sentences.into_iter().collect_view()}</div>
        }
    });
    view! {
        {also}
        {following.collect_view()}
    }
    .into_any()
}

/// The ids of all suggestions, or of those that are shown at first.
fn suggestion_ids(found: Option<&Found>, all: bool) -> Vec<String> {
    let most = if all { usize::MAX } else { AT_FIRST };
    found.map(|found| found.comparison.suggestions.iter().take(most).map(suggestion_id).collect()).unwrap_or_default()
}

/// The suggestion that came after and is shown still; at the end, the first one. An answer may take others away with it.
fn next_after(before: &[String], here: &str, shown: &[String]) -> Option<String> {
    let after = before.iter().skip_while(|id| *id != here).skip(1);
    after.chain(shown).find(|id| shown.contains(id)).cloned()
}

/// Two wordings chosen by hand.
fn by_hand(live: Live, finding: Finding) -> AnyView {
    let notices = expect_context::<Notices>();
    let chosen = [RwSignal::new(String::new()), RwSignal::new(String::new())];
    let list = move |which: usize, label: &'static str| {
        let words = memo(move || {
            let id = finding.with(|found| found.as_ref().map(|found| found.ids[which]));
            id.map(|id| live.read(|document| all_wordings(document, id))).unwrap_or_default()
        });
        let chosen = chosen[which];
        view! {
            <select aria-label=label prop:value=move || chosen.get() on:change:target=move |event| chosen.set(event.target().value())>
                <option value="">"Choose…"</option>
                {move || words.get().into_iter().map(|words| view! { <option value=words.clone()>{words.clone()}</option> }).collect_view()}
            </select>
        }
    };
    let join = move || {
        let [a, b] = chosen.map(|words| Wording::anywhere(words.get_untracked()));
        if a.text.is_empty() || b.text.is_empty() {
            notices.show("Choose the words of either division first.");
            return;
        }
        let alike = Good::fold(&a.text) == Good::fold(&b.text);
        let pair = WordingPair::new(a, b);
        if live.peek(|document| document.same_good(&pair).map_or(alike, |said| said.same)) {
            notices.show("These count as one good already, but where you told them apart: that is listed below.");
            return;
        }
        let edit = live.peek(|document| declare(document, pair, true));
        notices.edit(live, edit, "Kept: the same.");
        chosen.iter().for_each(|words| words.set(String::new()));
    };
    view! {
        <details class="behind">
            <summary>"Say it of two others"</summary>
            <div class="by-hand">
                {list(0, "Words of the first division")}
                {list(1, "Words of the second division")}
                {button("Mean the same", "", join)}
            </div>
        </details>
    }
    .into_any()
}

/// Each wording of a division's values in play, once, in their order.
fn all_wordings(document: &Document, division: DivisionId) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for value in document.values_in_play(division) {
        for words in Place::BOTH.into_iter().flat_map(|place| wordings(value.side(place))) {
            if !all.iter().any(|known| known == words) {
                all.push(words.to_owned());
            }
        }
    }
    all
}

/// All that people said, with a way to take it back.
fn decisions(live: Live) -> AnyView {
    let rows = memo(move || live.read(|document| document.same_goods().cloned().collect::<Vec<_>>()));
    let shown = move || {
        let count = rows.with(Vec::len);
        let title = match count {
            0 => return None,
            1 => "What you said of words: 1 decision".to_owned(),
            _ => format!("What you said of words: {count} decisions"),
        };
        let list = rows.get().into_iter().map(|row| decision(live, row)).collect_view();
        Some(view! {
            <details class="behind">
                <summary>{title}</summary>
                <ul class="decisions">{list}</ul>
            </details>
        })
    };
    piece(move || shown().into_any()).into_any()
}

fn decision(live: Live, SameGood { pair, same }: SameGood) -> AnyView {
    let notices = expect_context::<Notices>();
    let says = [said(live, &pair).as_str(), if same { " mean the same" } else { " do not mean the same" }].concat();
    view! {
        <li>
            <span>{says}</span>
            {button("Take it back", "small", move || take_back(live, notices, &pair))}
        </li>
    }
    .into_any()
}

fn take_back(live: Live, notices: Notices, pair: &WordingPair) {
    let removal = live.peek(|document| edit::remove(document, &Key::SameGood(pair.clone())));
    notices.edit(live, removal, "Taken back.");
    app::focus(TITLE);
}

/// “quality” in “Quality / speed” and “pace”.
fn said(live: Live, pair: &WordingPair) -> String {
    let words = pair.wordings().map(|wording| {
        let value = wording.of.and_then(|id| {
            live.peek(|document| {
                let value = document.value(id)?;
                Some(Place::BOTH.map(|place| value.side(place).text.trim().to_owned()).join(" / "))
            })
        });
        match value {
            None => ["“", &wording.text, "”"].concat(),
            Some(value) => ["“", &wording.text, "” in “", &value, "”"].concat(),
        }
    });
    words.join(" and ")
}

//! The result of a request: hidden while people weigh, then the row of standings with reasons.

use evencost_core::document::{DecisionKey, Document, Key, Reveal};
use evencost_core::edit;
use evencost_core::id::{DivisionId, RaterId, RequestId, ValueId};
use evencost_core::weigh::{Because, Shown, Verdict, Weighed, has_weighed, shown, voices};
use leptos::prelude::*;

use super::words::{person_name, tone_of_verdict};
use crate::app;
use crate::live::Live;
use crate::parts::{Notices, SentenceOf, Tag};

/// What the room sees.
#[derive(Clone, PartialEq)]
enum Seen {
    /// Nobody has answered; a must may settle it all the same.
    Nothing { must: Option<String> },
    /// People's answers are hidden until they are revealed.
    Blind { counts: String, answered: Vec<String>, waiting: Vec<String> },
    /// The result.
    Open(Words),
}

#[derive(Clone, PartialEq)]
struct Words {
    decision: DecisionKey,
    /// People could be several, and chose to show their answers.
    revealed: bool,
    must: Option<String>,
    headline: String,
    explain: &'static str,
    why: Option<String>,
    rows: Vec<RowWords>,
}

#[derive(Clone, PartialEq)]
struct RowWords {
    value: ValueId,
    tag: (String, &'static str),
    reason: String,
    views: String,
    split: bool,
    voices: Vec<String>,
}

/// The result.
#[component]
pub(super) fn ResultPanel(request: RequestId, division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let key = DecisionKey { request, division };
    let seen = Memo::new(move |_| live.read(|document| seen(document, key)));
    view! {
        <section class="result" aria-labelledby="result">
            <h2 id="result" tabindex="-1">"The result"</h2>
            {move || match seen.get() {
                Seen::Nothing { must } => view! {
                    {must.map(|must| view! { <Must words=must /> })}
                    <p class="soft">"Nobody has weighed it yet."</p>
                }.into_any(),
                Seen::Blind { counts, answered, waiting } => view! { <Blind decision=key counts=counts answered=answered waiting=waiting /> }.into_any(),
                Seen::Open(words) => view! { <Open words=words /> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Must(words: String) -> impl IntoView {
    view! { <p class="must-line"><Tag tone="tag clash" words="a must".to_owned() /> {words}</p> }
}

#[component]
fn Blind(decision: DecisionKey, counts: String, answered: Vec<String>, waiting: Vec<String>) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let reveal = move |_| {
        live.change(|document| edit::append(document, Reveal { key: decision }));
        notices.announce("The answers are revealed.");
        app::focus("result");
    };
    view! {
        <p class="headline">{counts}</p>
        <p class="soft">
            {(!answered.is_empty()).then(|| ["Answered: ", &answered.join(", "), ". "].concat())}
            {(!waiting.is_empty()).then(|| ["Not yet: ", &waiting.join(", "), "."].concat())}
        </p>
        <p>
            <button type="button" on:click=reveal>"Reveal"</button>
        </p>
        <p class="soft">
            "Until then nobody sees more than their own answers. It is blind on the screen only: whoever has this workspace or its file can look up every answer."
        </p>
    }
}

#[component]
fn Open(words: Words) -> impl IntoView {
    let live = expect_context::<Live>();
    let Words { decision, revealed, must, headline, explain, why, rows } = words;
    let hide = move |_| {
        live.change(|document| edit::remove(document, &Key::Reveal(decision)));
        app::focus("result");
    };
    view! {
        {must.map(|must| view! { <Must words=must /> })}
        <p class="headline">{headline}</p>
        <p class="soft">{explain} " " {why}</p>
        <ul class="standings">
            {rows.into_iter().map(|row| view! {
                <li>
                    <SentenceOf value=row.value />
                    <p>
                        <Tag tone=row.tag.1 words=row.tag.0 />
                        <span class="soft">{row.views}</span>
                    </p>
                    <p class="soft">
                        {row.reason}
                        {row.split.then(|| view! { <strong>" This is what to talk about."</strong> })}
                    </p>
                    {(!row.voices.is_empty()).then(|| view! { <p class="soft">{row.voices.join(" · ")}</p> })}
                </li>
            }).collect_view()}
        </ul>
        {revealed.then(|| view! { <p><button type="button" class="quiet small" on:click=hide>"Hide the answers again"</button></p> })}
    }
}

fn seen(document: &Document, key: DecisionKey) -> Seen {
    let DecisionKey { request, division } = key;
    match shown(document, request, division) {
        Shown::Blind(progress) => {
            let counts =
                [&progress.weighed.to_string(), " of ", &progress.people.to_string(), " have weighed it"].concat();
            let (answered, waiting): (Vec<RaterId>, Vec<RaterId>) = document
                .raters_of(division)
                .map(|rater| rater.id)
                .partition(|rater| has_weighed(document, request, *rater));
            let names = |ids: Vec<RaterId>| ids.into_iter().map(|id| person_name(document, id)).collect();
            Seen::Blind { counts, answered: names(answered), waiting: names(waiting) }
        }
        Shown::Open(weighed) => open(document, &weighed),
    }
}

fn open(document: &Document, weighed: &Weighed) -> Seen {
    let why = weighed.why(document);
    let by_must = weighed.settled.as_ref().is_some_and(|settled| matches!(settled.because, Because::Must(_)));
    let (must, why) = if by_must { (why, None) } else { (None, why) };
    if weighed.rows.iter().all(|row| row.verdict == Verdict::NotWeighed) {
        return Seen::Nothing { must };
    }
    let row = |row: &evencost_core::weigh::ValueRow| {
        let voice = |voice: evencost_core::weigh::Voice| [&voice.name, ": ", &voice.view.label()].concat();
        RowWords {
            value: row.value,
            tag: (row.label(), tone_of_verdict(row.verdict)),
            reason: row.reason(document),
            views: row.tally.words(),
            split: row.verdict == Verdict::Split,
            voices: voices(document, weighed.request, row.value).into_iter().map(voice).collect(),
        }
    };
    let decision = DecisionKey { request: weighed.request, division: weighed.division };
    Seen::Open(Words {
        decision,
        revealed: document.is_revealed(decision),
        must,
        headline: weighed.headline(),
        explain: weighed.kind.explain(),
        why,
        rows: weighed.rows.iter().map(row).collect(),
    })
}

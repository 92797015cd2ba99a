//! The result of a request: hidden while people weigh, then the row of standings with reasons.

use evencost_core::document::{DecisionKey, Document, Reveal};
use evencost_core::edit;
use evencost_core::id::{DivisionId, RaterId, RequestId, ValueId};
use evencost_core::weigh::{
    Because, Progress, Shown, ValueRow, Verdict, Voice, Weighed, has_weighed, must_words, shown_to, voices,
};
use leptos::prelude::*;

use super::weigher::Weigher;
use super::words::{Words, person_name, progress_words, tone_of_result, tone_of_verdict};
use crate::app;
use crate::live::Live;
use crate::parts::erased::{click, memo, piece};
use crate::parts::{Notices, SentenceOf, Tag};

/// What one person alone is told before they see the result.
const ALONE: &str = "Does somebody else weigh it too? Then choose “Next person” first. ";

/// What the room sees.
#[derive(Clone, PartialEq)]
enum Seen {
    /// Nobody has answered all.
    Nothing,
    /// People's answers are hidden until the result is shown.
    Blind { progress: Progress, who: String },
    /// The result.
    Open(Opened),
}

#[derive(Clone, PartialEq)]
struct Opened {
    tone: &'static str,
    headline: String,
    explain: String,
    why: Option<String>,
    /// What is not answered yet, where that is little.
    left_open: Option<String>,
    rows: Vec<Row>,
}

/// What is said of one value.
#[derive(Clone, PartialEq)]
struct Row {
    value: ValueId,
    tag: Words,
    reason: String,
    views: String,
    split: bool,
    voices: Vec<String>,
}

/// The result.
#[component]
pub(super) fn ResultPanel(request: RequestId, division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let weigher = expect_context::<Weigher>();
    let key = DecisionKey { request, division };
    let seen = memo(move || {
        let person = weigher.of(division);
        live.read(|document| {
            let must = document.request(request).and_then(|asked| asked.must.as_ref()).map(must_words);
            (must, seen(document, key, person))
        })
    });
    let content = move || {
        let (must, seen) = seen.get();
        let seen = match seen {
            Seen::Nothing => view! { <p class="soft">"Nobody has weighed it yet."</p> }.into_any(),
            Seen::Blind { progress, who } => view! { <Blind decision=key progress=progress who=who /> }.into_any(),
            Seen::Open(opened) => view! { <Open opened=opened /> }.into_any(),
        };
        view! { {must.map(must_line)} {seen} }.into_any()
    };
    view! {
        <section class="result" aria-labelledby="result">
            <h2 id="result" tabindex="-1">"The result"</h2>
            {piece(content)}
        </section>
    }
}

fn must_line(words: String) -> AnyView {
    view! { <p class="must-line"><Tag tone="tag clash" words="a must" /> <span>{words}</span></p> }.into_any()
}

#[component]
fn Blind(decision: DecisionKey, progress: Progress, who: String) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let weigher = expect_context::<Weigher>();
    let reveal = move |_| {
        if live.peek(|document| document.is_revealed(decision)) {
            // It is hidden only from whoever weighs here: they look on instead.
            weigher.leave(decision.division);
        } else {
            live.change(|document| edit::append(document, Reveal { key: decision }));
        }
        notices.announce("The result is shown.");
        app::focus("result");
    };
    let (headline, others) = match progress {
        Progress { people: 1, .. } => ("One person has weighed it.".to_owned(), ALONE),
        _ => ([&*progress_words(progress), " it"].concat(), ""),
    };
    view! {
        <p class="headline">{headline}</p>
        <p class="soft">{who}</p>
        <p><button type="button" class:main=progress.weighed == progress.people on:click=click(reveal)>"Show the result"</button></p>
        <p class="soft">
            {others}
            "Until the result is shown, everybody sees their own answers alone. It is blind on the screen only: \
             whoever has this workspace or its file can look up every answer."
        </p>
    }
}

#[component]
fn Open(opened: Opened) -> impl IntoView {
    let Opened { tone, headline, explain, why, left_open, rows } = opened;
    view! {
        <div class=["verdict ", tone].concat()>
            <p class="headline">{headline}</p>
            <p class="soft">{explain} " " {why} {left_open.clone()}</p>
            {left_open.map(|_| view! {
                <p><button type="button" on:click=click(|_| app::focus("weighing"))>"Answer what is missing"</button></p>
            })}
        </div>
        <ul class="standings">{rows.into_iter().map(standing).collect_view()}</ul>
    }
}

fn standing(row: Row) -> AnyView {
    view! {
        <li>
            <SentenceOf value=row.value />
            <p><Tag tone=row.tag.1 words=row.tag.0 /> <span class="soft">{row.views}</span></p>
            <p class="soft">
                <span>{row.reason} {row.split.then(|| view! { <strong>" This is what to talk about."</strong> })}</span>
            </p>
            {(!row.voices.is_empty()).then(|| view! { <p class="soft">{row.voices.join(" · ")}</p> })}
        </li>
    }
    .into_any()
}

fn seen(document: &Document, key: DecisionKey, person: Option<RaterId>) -> Seen {
    let DecisionKey { request, division } = key;
    match shown_to(document, key, person) {
        Shown::Open(weighed) => open(document, &weighed),
        Shown::Blind(Progress { weighed: 0, .. }) => Seen::Nothing,
        Shown::Blind(progress) => {
            let names = |answered: bool| {
                let them = document.raters_of(division).map(|rater| rater.id);
                let them = them.filter(|rater| has_weighed(document, request, *rater) == answered);
                them.map(|rater| person_name(document, rater)).collect::<Vec<_>>().join(", ")
            };
            let waiting = if progress.weighed < progress.people { ". Not yet: " } else { "" };
            Seen::Blind { progress, who: ["Answered: ", &names(true), waiting, &names(false)].concat() }
        }
    }
}

fn open(document: &Document, weighed: &Weighed) -> Seen {
    if weighed.rows.iter().all(|row| row.verdict == Verdict::NotWeighed) {
        return Seen::Nothing;
    }
    // A must is told first, before the result.
    let by_must = weighed.settled.as_ref().is_some_and(|settled| matches!(settled.because, Because::Must(_)));
    let row = |row: &ValueRow| {
        let voice = |voice: Voice| [&*voice.name, ": ", &voice.view.label()].concat();
        Row {
            value: row.value,
            tag: (row.label(), tone_of_verdict(row.verdict)),
            reason: row.reason(document),
            // The reason tells them where people are split.
            views: if row.verdict == Verdict::Split { String::new() } else { row.tally.words() },
            split: row.verdict == Verdict::Split,
            voices: voices(document, weighed.request, row.value).into_iter().map(voice).collect(),
        }
    };
    Seen::Open(Opened {
        tone: tone_of_result(weighed),
        headline: weighed.headline(),
        explain: weighed.explain(document),
        why: weighed.why(document).filter(|_| !by_must),
        left_open: weighed.left_open(document),
        rows: weighed.rows.iter().map(row).collect(),
    })
}

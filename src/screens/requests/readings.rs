//! Readings: what the decisions add up to, each count with the requests behind it; and past decisions replayed.

use evencost_core::date;
use evencost_core::document::Document;
use evencost_core::id::{DivisionId, RequestId, ValueId};
use evencost_core::weigh::{Agreement, Count, READINGS_NOTE, readings, replay};
use leptos::prelude::*;

use super::words::count_of;
use crate::live::Live;
use crate::parts::{SentenceOf, Tag};
use crate::route::Route;

/// A link to a request, with what is said of it.
type Link = (RequestId, String);

#[derive(Clone, PartialEq)]
struct CountWords {
    label: &'static str,
    /// Nothing could be counted yet.
    idle: bool,
    words: String,
    share: Option<usize>,
    requests: Vec<Link>,
}

#[derive(Clone, PartialEq)]
struct Words {
    counts: Vec<CountWords>,
    fortress: Option<String>,
    blind: Vec<Link>,
    idle: Vec<ValueId>,
}

#[derive(Clone, PartialEq)]
struct Past {
    request: Link,
    date: String,
    agreement: Agreement,
    sentence: String,
}

/// All readings of a division.
#[component]
pub(super) fn ReadingsView(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let words = Memo::new(move |_| live.read(|document| words(document, division)));
    let past = Memo::new(move |_| live.read(|document| past(document, division)));
    let any = Memo::new(move |_| live.read(|document| document.requests().next().is_some()));
    view! {
        <div class="head-line"><h1>"Readings"</h1></div>
        <Show
            when=move || any.get()
            fallback=|| view! {
                <p class="empty">
                    "There is nothing to read yet: add requests in the " <a href=Route::Requests.to_string()>"list"</a>
                    ", weigh them, and write down what you decide."
                </p>
            }
        >
            <p class="soft note">{READINGS_NOTE}</p>
            <section class="reading" aria-labelledby="standing-behind">
                <h2 id="standing-behind">"Acting on what we stand for"</h2>
                {move || words.with(|words| words.fortress.clone()).map(|it| view! { <p class="fortress">{it}</p> })}
                <ul class="counts">
                    {move || words.with(|words| words.counts.clone()).into_iter().map(|count| view! { <CountView count=count /> }).collect_view()}
                </ul>
                {move || words.with(|words| (!words.blind.is_empty()).then(|| words.blind.clone())).map(|blind| view! {
                    <p class="soft">"Decided, but not revealed, and in none of these counts:"</p>
                    <Links links=blind />
                })}
            </section>
            <section class="reading" aria-labelledby="idle-values">
                <h2 id="idle-values">"Idle values"</h2>
                {move || {
                    let idle = words.with(|words| words.idle.clone());
                    if idle.is_empty() {
                        view! { <p class="soft">"None: each value that was weighed was touched by some request."</p> }.into_any()
                    } else {
                        view! {
                            <p class="soft">"No request that was weighed ever touched " {if idle.len() == 1 { "it." } else { "them." }} " Is that a value, or a wish?"</p>
                            <ul class="plain-list">{idle.into_iter().map(|id| view! { <li><SentenceOf value=id /></li> }).collect_view()}</ul>
                        }.into_any()
                    }
                }}
            </section>
            <section class="reading" aria-labelledby="looking-back">
                <h2 id="looking-back">"Looking back"</h2>
                <p class="soft">"Which value would have decided each request, as the values and answers stand now, and did you decide so?"</p>
                {move || {
                    let past = past.get();
                    if past.is_empty() {
                        view! { <p class="soft">"Nothing is decided yet."</p> }.into_any()
                    } else {
                        view! { <Replay past=past /> }.into_any()
                    }
                }}
            </section>
        </Show>
    }
}

#[component]
fn CountView(count: CountWords) -> impl IntoView {
    let CountWords { label, idle, words, share, requests } = count;
    let head = move || {
        view! {
            <span class="number">{words}</span>
            <span>{label} {share.map(|share| [" (", &share.to_string(), " %)"].concat())}</span>
        }
    };
    if idle {
        return view! { <li class="soft"><span class="number">"–"</span> <span>{label} ": nothing to count yet"</span></li> }.into_any();
    }
    if requests.is_empty() {
        return view! { <li>{head()}</li> }.into_any();
    }
    view! {
        <li>
            <details>
                <summary>{head()}</summary>
                <Links links=requests />
            </details>
        </li>
    }
    .into_any()
}

#[component]
fn Links(links: Vec<Link>) -> impl IntoView {
    view! {
        <ul class="plain-list links">
            {links.into_iter().map(|(request, title)| view! {
                <li><a href=Route::Request(request).to_string()>{title}</a></li>
            }).collect_view()}
        </ul>
    }
}

#[component]
fn Replay(past: Vec<Past>) -> impl IntoView {
    let differ = past.iter().filter(|it| it.agreement == Agreement::Differs).count();
    let agree = past.iter().filter(|it| it.agreement == Agreement::Agrees).count();
    view! {
        <p>{count_of(agree, "decision", "decisions")} " as the values say, " {differ.to_string()} " otherwise."</p>
        <ul class="requests">
            {past.into_iter().map(|it| view! {
                <li>
                    <h3><a href=Route::Request(it.request.0).to_string()>{it.request.1}</a></h3>
                    <p class="soft">{it.date}</p>
                    <p class="tags"><Tag tone=tone(it.agreement) words=it.agreement.label().to_owned() /></p>
                    <p class="sentence-line">{it.sentence}</p>
                </li>
            }).collect_view()}
        </ul>
    }
}

const fn tone(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Agrees => "tag",
        Agreement::Differs => "tag split",
        Agreement::NothingToSay => "tag none",
    }
}

fn words(document: &Document, division: DivisionId) -> Words {
    let read = readings(document, division);
    let link = |id: &RequestId| link(document, *id);
    let count = |(label, count): (&'static str, &Count)| CountWords {
        label,
        idle: count.of.is_empty(),
        words: count.words(),
        share: count.share(),
        requests: count.requests.iter().map(link).collect(),
    };
    let behind = &read.standing_behind;
    Words {
        counts: behind.counts().into_iter().map(count).collect(),
        fortress: behind.fortress_check(),
        blind: behind.blind.iter().map(link).collect(),
        idle: read.idle.clone(),
    }
}

fn past(document: &Document, division: DivisionId) -> Vec<Past> {
    replay(document, division)
        .into_iter()
        .map(|replayed| Past {
            request: link(document, replayed.request),
            date: date::spoken(replayed.date),
            agreement: replayed.agreement,
            sentence: replayed.sentence(document),
        })
        .collect()
}

fn link(document: &Document, request: RequestId) -> Link {
    (request, document.request(request).map_or_else(String::new, |row| row.display_title().to_owned()))
}

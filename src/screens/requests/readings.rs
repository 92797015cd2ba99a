//! Readings: what the decisions add up to, each count with the requests behind it; and past decisions replayed.

use evencost_core::date;
use evencost_core::document::Document;
use evencost_core::id::{DivisionId, RequestId, ValueId};
use evencost_core::weigh::{Agreement, Count, READINGS_NOTE, Replayed, readings, replay};
use leptos::prelude::*;

use super::words::count_of;
use crate::live::Live;
use crate::parts::erased::{either, memo, piece};
use crate::parts::{SentenceOf, Tag};
use crate::route::Route;

/// A link to a request, with what is said of it.
type Link = (RequestId, String);

/// One count as it is said.
#[derive(Clone, PartialEq)]
struct Counted {
    label: &'static str,
    /// "3 of 12"; none as long as nothing could be counted.
    words: Option<String>,
    share: Option<usize>,
    requests: Vec<Link>,
}

#[derive(Clone, PartialEq)]
struct Said {
    fortress: Option<String>,
    counts: Vec<Counted>,
    blind: Vec<Link>,
    idle: Vec<ValueId>,
    past: Vec<Past>,
}

/// One past decision, replayed.
#[derive(Clone, PartialEq)]
struct Past {
    request: Link,
    date: String,
    agreement: Agreement,
    label: &'static str,
    sentence: String,
}

/// All readings of a division.
#[component]
pub(super) fn ReadingsView(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let said = memo(move || live.read(|document| said(document, division)));
    let all = move || {
        view! {
            <p class="soft note">{READINGS_NOTE}</p>
            {piece(move || sections(said.get()))}
        }
        .into_any()
    };
    view! {
        <div class="head-line"><h1>"Readings"</h1></div>
        {either(
            move || live.read(|document| document.requests().next().is_some()),
            all,
            || view! {
                <p class="empty">
                    "There is nothing to read yet: add requests in the " <a href=Route::Requests.to_string()>"list"</a>
                    ", weigh them, and write down what you decide."
                </p>
            }.into_any(),
        )}
    }
}

fn sections(said: Said) -> AnyView {
    let Said { fortress, counts, blind, idle, past } = said;
    view! {
        <section class="reading" aria-labelledby="standing-behind">
            <h2 id="standing-behind">"Acting on what we stand for"</h2>
            {fortress.map(|words| view! { <p class="fortress">{words}</p> })}
            <ul class="counts">{counts.into_iter().map(counted).collect_view()}</ul>
            {(!blind.is_empty()).then(|| view! {
                <p class="soft">"Decided, but not revealed, and in none of these counts:"</p>
                {links(blind)}
            })}
        </section>
        <section class="reading" aria-labelledby="idle-values">
            <h2 id="idle-values">"Idle values"</h2>
            {idle_values(idle)}
        </section>
        <section class="reading" aria-labelledby="looking-back">
            <h2 id="looking-back">"Looking back"</h2>
            <p class="soft">
                "Which value would have decided each request, as values and answers stand now, and did you decide so?"
            </p>
            {replayed(past)}
        </section>
    }
    .into_any()
}

fn counted(count: Counted) -> AnyView {
    let Counted { label, words, share, requests } = count;
    let Some(words) = words else {
        return view! { <li class="soft"><span class="number">"–"</span> <span>{label} ": nothing to count yet"</span></li> }
            .into_any();
    };
    let label = match share {
        Some(share) => [label, " (", &share.to_string(), " %)"].concat(),
        None => label.to_owned(),
    };
    let head = view! { <span class="number">{words}</span> <span>{label}</span> }.into_any();
    if requests.is_empty() {
        view! { <li>{head}</li> }.into_any()
    } else {
        view! { <li><details><summary>{head}</summary> {links(requests)}</details></li> }.into_any()
    }
}

fn links(links: Vec<Link>) -> AnyView {
    let link = |(request, title): Link| view! { <li><a href=Route::Request(request).to_string()>{title}</a></li> };
    view! { <ul class="plain-list links">{links.into_iter().map(link).collect_view()}</ul> }.into_any()
}

fn idle_values(idle: Vec<ValueId>) -> AnyView {
    if idle.is_empty() {
        return view! { <p class="soft">"None: some request touched each value that was weighed."</p> }.into_any();
    }
    let ask = if idle.len() == 1 {
        "No request that was weighed ever touched it. Does it decide anything for you?"
    } else {
        "No request that was weighed ever touched them. Do they decide anything for you?"
    };
    view! {
        <ul class="plain-list">{idle.into_iter().map(|id| view! { <li><SentenceOf value=id /></li> }).collect_view()}</ul>
        <p class="soft">{ask}</p>
    }
    .into_any()
}

fn replayed(past: Vec<Past>) -> AnyView {
    if past.is_empty() {
        return view! { <p class="soft">"Nothing is decided yet."</p> }.into_any();
    }
    let count = |agreement| past.iter().filter(|past| past.agreement == agreement).count();
    let (agree, differ) = (count(Agreement::Agrees), count(Agreement::Differs));
    let summary =
        [&*count_of(agree, "decision", "decisions"), " as the values say, ", &differ.to_string(), " otherwise."];
    view! {
        <p>{summary.concat()}</p>
        <ul class="requests">{past.into_iter().map(one_replayed).collect_view()}</ul>
    }
    .into_any()
}

fn one_replayed(past: Past) -> AnyView {
    let tone = match past.agreement {
        Agreement::Agrees => "tag",
        Agreement::Differs => "tag split",
        Agreement::NothingToSay => "tag none",
    };
    view! {
        <li>
            <h3><a href=Route::Request(past.request.0).to_string()>{past.request.1}</a></h3>
            <p class="soft">{past.date}</p>
            <p class="tags"><Tag tone=tone words=past.label /></p>
            <p class="sentence-line">{past.sentence}</p>
        </li>
    }
    .into_any()
}

fn said(document: &Document, division: DivisionId) -> Said {
    let read = readings(document, division);
    let behind = &read.standing_behind;
    let link = |request: RequestId| {
        (request, document.request(request).map_or_else(String::new, |row| row.display_title().to_owned()))
    };
    let links = |requests: &[RequestId]| requests.iter().copied().map(link).collect();
    let count = |(label, count): (&'static str, &Count)| Counted {
        label,
        words: (!count.of.is_empty()).then(|| count.words()),
        share: count.share(),
        requests: links(&count.requests),
    };
    let past = |replayed: Replayed| Past {
        request: link(replayed.request),
        date: date::spoken(replayed.date),
        agreement: replayed.agreement,
        label: replayed.label(),
        sentence: replayed.sentence(document),
    };
    Said {
        fortress: behind.fortress_check(),
        counts: behind.counts().into_iter().map(count).collect(),
        blind: links(&behind.blind),
        idle: read.idle.clone(),
        past: replay(document, division).into_iter().map(past).collect(),
    }
}

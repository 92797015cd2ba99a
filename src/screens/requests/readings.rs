//! Readings: what decisions, time and values add up to, each count with what is behind it and each heading with one
//! suggestion; and past decisions replayed.

use evencost_core::date;
use evencost_core::document::Document;
use evencost_core::id::{DivisionId, RequestId, ValueId};
use evencost_core::weigh::{
    Agreement, CommonGround, Count, Mastery, Moved, Partner, READINGS_NOTE, Replayed, Suggestion, readings, replay,
};
use leptos::prelude::*;

use super::words::count_of;
use crate::live::Live;
use crate::parts::erased::{either, memo, piece};
use crate::parts::{SentenceOf, Tag};
use crate::ports::clock;
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
    standing_behind: Suggested,
    served: Vec<Counted>,
    unplaced: Vec<Link>,
    /// Hours a month of routine by hand, and those set aside for partnership.
    hours: [String; 2],
    mastery: Suggested,
    partners: Vec<Beside>,
    common_ground: Suggested,
    idle: Vec<ValueId>,
    past: Vec<Past>,
}

/// One suggestion: its words, where it leads and what the link there says.
#[derive(Clone, PartialEq)]
struct Suggested {
    words: String,
    to: Route,
    label: &'static str,
}

/// The division beside another.
#[derive(Clone, PartialEq)]
struct Beside {
    name: String,
    pair: Route,
    counts: String,
    moved: Option<String>,
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
            move || live.read(|document| {
                document.requests().next().is_some() || document.routines_of(division).next().is_some()
            }),
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
    view! {
        <section class="reading" aria-labelledby="standing-behind">
            <h2 id="standing-behind">"Acting on what we stand for"</h2>
            <p class="soft">"On autonomy: whether you can stand behind what you do."</p>
            {said.fortress.map(|words| view! { <p class="fortress">{words}</p> })}
            <ul class="counts">{said.counts.into_iter().map(counted).collect_view()}</ul>
            {(!said.blind.is_empty()).then(|| view! {
                <p class="soft">"Decided, but not revealed, and in none of these counts:"</p>
                {links(said.blind)}
            })}
            {suggested(said.standing_behind)}
        </section>
        <section class="reading" aria-labelledby="mastery">
            <h2 id="mastery">"Time for mastery"</h2>
            <p class="soft">"On competence: whether there is time to do something well. Requests of the last 90 days."</p>
            <ul class="counts">{said.served.into_iter().map(counted).collect_view()} {unplaced(said.unplaced)}</ul>
            {hours(said.hours)}
            {suggested(said.mastery)}
        </section>
        <section class="reading" aria-labelledby="common-ground">
            <h2 id="common-ground">"Common ground"</h2>
            <p class="soft">"On relatedness: how your values stand to those of the divisions you work with."</p>
            {partners(said.partners)}
            {suggested(said.common_ground)}
        </section>
        <section class="reading" aria-labelledby="idle-values">
            <h2 id="idle-values">"Idle values"</h2>
            {idle_values(said.idle)}
        </section>
        <section class="reading" aria-labelledby="looking-back">
            <h2 id="looking-back">"Looking back"</h2>
            <p class="soft">
                "Which value would have decided each request, as values and answers stand now, and did you decide so?"
            </p>
            {replayed(said.past)}
        </section>
    }
    .into_any()
}

fn suggested(suggested: Suggested) -> AnyView {
    let Suggested { words, to, label } = suggested;
    view! {
        <p class="one-suggestion">
            <strong>"One suggestion: "</strong> {words} " " <a href=to.to_string()>{label}</a>
        </p>
    }
    .into_any()
}

/// Requests that nobody has placed yet, apart from the counts of those that have a place.
fn unplaced(unplaced: Vec<Link>) -> AnyView {
    if unplaced.is_empty() {
        return ().into_any();
    }
    view! {
        <li>
            <details>
                <summary><span class="number">{unplaced.len()}</span> <span>"Not placed yet, and in neither count"</span></summary>
                {links(unplaced)}
            </details>
        </li>
    }
    .into_any()
}

fn hours([by_hand, set_aside]: [String; 2]) -> AnyView {
    view! {
        <ul class="counts hours-of">
            <li>
                <span class="number">{by_hand}</span>
                <span>"a month of " <a href=Route::Routine.to_string()>"routine"</a> " that is still by hand"</span>
            </li>
            <li>
                <span class="number">{set_aside}</span>
                <span>"a month set aside for " <a href=Route::Customers.to_string()>"partnership"</a></span>
            </li>
        </ul>
    }
    .into_any()
}

fn partners(partners: Vec<Beside>) -> AnyView {
    if partners.is_empty() {
        return view! { <p class="soft">"There is no other division here whose values stand beside yours."</p> }
            .into_any();
    }
    let partner = |Beside { name, pair, counts, moved }: Beside| {
        view! {
            <li>
                <a href=pair.to_string()>{name}</a> ": " {counts} "."
                {moved.map(|words| view! { <span class="soft">" " {words}</span> })}
            </li>
        }
    };
    view! { <ul class="partners">{partners.into_iter().map(partner).collect_view()}</ul> }.into_any()
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
    let read = readings(document, division, clock::today());
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
    let suggestion = |Suggestion { words, leads_to }: Suggestion| Suggested {
        words,
        to: Route::to(leads_to),
        label: leads_to.label(),
    };
    let partner = |partner: &Partner| Beside {
        name: document.division(partner.division).map_or("", |row| row.display_name()).to_owned(),
        pair: Route::Pair(division, partner.division),
        counts: partner.counts.to_string(),
        moved: partner.moved.as_ref().map(Moved::words),
    };
    let (mastery, ground): (&Mastery, &CommonGround) = (&read.mastery, &read.common_ground);
    Said {
        fortress: behind.fortress_check(),
        counts: behind.counts().into_iter().map(count).collect(),
        blind: links(&behind.blind),
        standing_behind: suggestion(behind.suggestion(document)),
        served: mastery.counts().into_iter().map(count).collect(),
        unplaced: links(&mastery.unplaced),
        hours: [mastery.by_hand, mastery.set_aside].map(|time| time.to_string()),
        mastery: suggestion(mastery.suggestion(document, division)),
        partners: ground.partners.iter().map(partner).collect(),
        common_ground: suggestion(ground.suggestion(document, division)),
        idle: read.idle.clone(),
        past: replay(document, division).into_iter().map(past).collect(),
    }
}

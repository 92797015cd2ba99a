//! The relations of a pair, worst first: what asks for an answer on cards, the rest quieter.

use evencost_core::compare::{Kind, Relation};
use evencost_core::id::ValueId;
use leptos::prelude::*;

use super::pair::{Finding, Found};
use super::trend::Trend;
use super::{tag, words};
use crate::live::Live;
use crate::parts::erased::{Row, piece, rows, when};
use crate::parts::{SentenceOf, Tag};

/// The id of a relation's element.
pub(super) fn point_id(relation: &Relation) -> String {
    let mut id = ["point-", relation.kind.key()].concat();
    for value in relation.a.iter().chain(&relation.b) {
        id.push('-');
        id.push_str(&value.to_string());
    }
    id
}

/// What sets the two apart.
pub(super) fn apart(live: Live, finding: Finding) -> AnyView {
    let nothing = move || {
        finding.with(|found| {
            let found = found.as_ref()?;
            let (summary, suggested) = (&found.comparison.summary, &found.comparison.suggested);
            let empty = found.comparison.main.iter().any(Vec::is_empty);
            let apart = summary.counts.iter().any(|(kind, _)| kind.is_apart());
            let words = match (empty || apart, suggested.total()) {
                (true, _) => return None,
                (false, 0) => "Nothing that the two wrote sets them apart.",
                (false, _) => {
                    "Nothing sets them apart as far as the words go. See below which words may mean the same."
                }
            };
            Some(view! { <p class="soft">{words}</p> })
        })
    };
    view! {
        <section>
            {heading(finding, "To talk about", |found| found.comparison.main.iter().all(|main| !main.is_empty()))}
            {piece(move || nothing().into_any())}
            {list(live, finding, "points", |kind| kind.is_apart())}
        </section>
    }
    .into_any()
}

/// What the two have in common, and what has no counterpart.
pub(super) fn rest(live: Live, finding: Finding) -> AnyView {
    let common = |kind: Kind| !kind.is_apart() && kind != Kind::Alone;
    let alone = |kind: Kind| kind == Kind::Alone;
    let any =
        |is: fn(Kind) -> bool| move |found: &Found| found.comparison.summary.counts.iter().any(|(kind, _)| is(kind));
    view! {
        <section>
            {heading(finding, "In common", any(common))}
            {list(live, finding, "points", common)}
        </section>
        <section>
            {heading(finding, "Without counterpart", any(alone))}
            {list(live, finding, "points alone", alone)}
        </section>
    }
    .into_any()
}

/// A heading that can take the focus when what had it is gone.
fn heading(finding: Finding, words: &'static str, shown: impl Fn(&Found) -> bool + Send + Sync + 'static) -> AnyView {
    let shown = move || finding.with(|found| found.as_ref().is_some_and(&shown));
    let id = words.replace(' ', "-");
    when(shown, move || view! { <h2 id=id.clone() tabindex="-1">{words}</h2> }.into_any())
}

fn list(live: Live, finding: Finding, class: &'static str, is: fn(Kind) -> bool) -> AnyView {
    let of = move || {
        finding.with(|found| {
            let Some(found) = found.as_ref() else { return Vec::new() };
            let told = found.comparison.relations.iter().filter(|relation| relation.confirmed && is(relation.kind));
            let told = told.map(|relation| {
                let (relation, names) = (relation.clone(), found.names.clone());
                // All that the row says is in its key.
                let key = [&point_id(&relation), relation.question.as_str(), &names[0], "\n", &names[1]].concat();
                Row::new(&key, move || view! { <li>{point(live, &relation, &names)}</li> }.into_any())
            });
            told.collect()
        })
    };
    view! { <ul class=class>{rows(of)}</ul> }.into_any()
}

fn point(live: Live, relation: &Relation, names: &[String; 2]) -> AnyView {
    let Relation { kind, a, b, path, question, .. } = relation;
    let sides = [(a, path.as_ref().map(|path| &path.a)), (b, path.as_ref().map(|path| &path.b))];
    let sides = sides.into_iter().zip(names).filter(|((values, _), _)| !values.is_empty());
    let sides = sides.map(|((values, goods), name)| side(values, goods, name)).collect_view();
    let class = if kind.is_apart() { "point card" } else { "point" };
    let trend = expect_context::<Trend>();
    let (of, is_alone) = (relation.clone(), *kind == Kind::Alone);
    let since = piece(move || trend.mark(&of).map(|words| view! { <Tag tone="tag plain" words=words /> }).into_any());
    view! {
        <article class=class id=point_id(relation) tabindex="-1" data-kind=kind.key()>
            <p class="says-kind" class:bare=is_alone>
                {(!is_alone).then(|| view! { {tag(*kind)} " " <span class="soft">{kind.explanation()}</span> })}
                {since}
            </p>
            <div class="beside">{sides}</div>
            <p class="ask">{question.clone()}</p>
            {(*kind != Kind::Alone).then(|| words::view(live, relation))}
        </article>
    }
    .into_any()
}

/// One division's sentences, and the steps that they take.
fn side(values: &[ValueId], goods: Option<&Vec<String>>, name: &str) -> AnyView {
    let before = |from: &str, to: &str| ["“", from, "” before “", to, "”"].concat();
    let step = |at: usize| {
        let goods = goods?;
        let words = before(goods.get(at)?, goods.get(at + 1)?);
        Some(view! { <p class="step">{words}</p> })
    };
    let sentences = values.iter().enumerate().map(|(at, &value)| view! { <SentenceOf value=value /> {step(at)} });
    let sum = goods.filter(|goods| goods.len() > 2).and_then(|goods| {
        let words = ["So ", &before(goods.first()?, goods.last()?)].concat();
        Some(view! { <p class="step sum">{words}</p> })
    });
    view! { <div><h3>{name.to_owned()}</h3>{sentences.collect_view()}{sum}</div> }.into_any()
}

//! One pair of divisions: which, what came of it in numbers, and everything below that.

use evencost_core::compare::{Comparison, Index, Relation, Suggest, Suggestion, Twin};
use evencost_core::document::{Document, Place};
use evencost_core::id::{DivisionId, ValueId};
use leptos::prelude::*;

use super::{button, choice, enacted, name, picture, points, report, tone, trend, wordings};
use crate::app;
use crate::live::Live;
use crate::meaning::Nearness;
use crate::parts::SentenceOf;
use crate::parts::erased::{memo, piece};
use crate::route::Route;
use crate::screens::current::Current;
use crate::screens::talk::prepare_talk;

/// What is known of the pair.
#[derive(Clone, PartialEq)]
pub(super) struct Found {
    pub(super) ids: [DivisionId; 2],
    pub(super) names: [String; 2],
    pub(super) comparison: Comparison,
}

impl Found {
    fn of(document: &Document, ids: [DivisionId; 2], source: &dyn Suggest) -> Option<Self> {
        let mut comparison = Index::new(document).compare(ids[0], ids[1], source)?;
        // What something hangs on is asked first.
        let relations = &comparison.relations;
        let idle = |suggestion: &Suggestion| !relations.iter().any(|line| line.rests_on.contains(suggestion));
        comparison.suggestions.sort_by_cached_key(idle);
        Some(Self { ids, names: ids.map(|id| name(document, id)), comparison })
    }

    /// The relations that would follow from a suggestion.
    pub(super) fn following<'f>(&'f self, suggestion: &'f Suggestion) -> impl Iterator<Item = &'f Relation> {
        self.comparison.relations.iter().filter(move |relation| relation.rests_on.contains(suggestion))
    }
}

/// Where the parts of the screen find what is known. `None` only while the pair is being left.
pub(super) type Finding = Memo<Option<Found>>;

pub(super) fn view(live: Live, pair: Memo<Option<[DivisionId; 2]>>) -> AnyView {
    let nearness = expect_context::<Nearness>();
    nearness.want();
    let finding: Finding = memo(move || {
        let ids = pair.get()?;
        nearness.suggesting(|source| live.read(|document| Found::of(document, ids, source)))
    });
    let trend = trend::Trend::of(live, pair);
    provide_context(trend);
    view! {
        {head(live, pair, finding)}
        {headline(finding)}
        {own_affairs(finding)}
        {wordings::troubles(live)}
        {picture::view(live, finding)}
        {points::apart(live, finding)}
        {wordings::view(live, finding)}
        {points::rest(live, finding)}
        {enacted::view(live, finding)}
        {trend::view(live, trend, finding)}
    }
    .into_any()
}

/// Which two divisions, and the ways from here.
fn head(live: Live, pair: Memo<Option<[DivisionId; 2]>>, finding: Finding) -> AnyView {
    let side = move |which: usize| Signal::derive(move || pair.get().map(|pair| pair[which]));
    let choose = move |which: usize| {
        Callback::new(move |chosen: Option<DivisionId>| {
            let (Some(mut next), Some(chosen)) = (pair.get_untracked(), chosen) else { return };
            // The other of the two chosen again: they change places.
            if next[1 - which] == chosen {
                next.reverse();
            } else {
                next[which] = chosen;
            }
            app::go(Route::Pair(next[0], next[1]));
        })
    };
    let title = move || {
        finding.with(|found| {
            found
                .as_ref()
                .map(|found| [&found.names[0], " and ", &found.names[1], " compared"].concat())
                .unwrap_or_default()
        })
    };
    view! {
        <div class="pair-head">
            <h1 class="off-screen">{move || title()}</h1>
            <div class="pair-choice">
                {choice(live, "First division", false, side(0), choose(0))}
                <span class="joint">"and"</span>
                {choice(live, "Second division", false, side(1), choose(1))}
            </div>
            <div class="head-tools">
                {button("Prepare a talk", "", move || {
                    if let Some(pair) = pair.get_untracked() {
                        prepare_talk(live, pair);
                    }
                })}
                <a class="quiet button" href=Route::AllDivisions.to_string()>"All divisions"</a>
                {report::menu(live, pair)}
            </div>
        </div>
    }
    .into_any()
}

/// The counts, large.
fn headline(finding: Finding) -> AnyView {
    let current = expect_context::<Current>();
    let counts = move || {
        finding.with(|found| {
            let found = found.as_ref()?;
            let Comparison { summary, suggested, main, .. } = &found.comparison;
            if let Some(empty) = main.iter().position(Vec::is_empty) {
                let (id, name) = (found.ids[empty], found.names[empty].clone());
                let go = move || {
                    current.choose(id);
                    app::go(Route::Values);
                };
                let words = [&name, " has no values to compare yet."].concat();
                return Some(
                    view! {
                        <p class="lead">{words}</p>
                        <p class="choices">{button(["Write the values of ", &name].concat(), "main", go)}</p>
                    }
                    .into_any(),
                );
            }
            let count = |class: &'static str, count: u32, words: &'static str| {
                view! { <li class=class><b>{count}</b> " " <span>{words}</span></li> }
            };
            let certain = summary.counts.iter().map(|(kind, of)| count(tone(kind), of, kind.counted()));
            let all =
                certain.chain((suggested.total() > 0).then(|| count("suggested", suggested.total(), "suggested")));
            Some(view! { <ul class="headline" aria-label="In numbers">{all.collect_view()}</ul> }.into_any())
        })
    };
    piece(move || counts().into_any()).into_any()
}

/// What each division has to settle with itself: told first.
fn own_affairs(finding: Finding) -> AnyView {
    let current = expect_context::<Current>();
    let affairs = move || {
        finding.with(|found| {
            let found = found.as_ref()?;
            let each = [0, 1].into_iter().map(|which| {
                let (id, name) = (found.ids[which], found.names[which].clone());
                let knots = found.comparison.contradicting[which].iter().map(|knot| {
                    let go = move || {
                        current.choose(id);
                        app::go(Route::Values);
                    };
                    contradiction(name.clone(), knot.clone(), go)
                });
                let twins = found.comparison.twice[which].iter().map(|twin| said_twice(name.clone(), *twin));
                knots.chain(twins).collect_view()
            });
            Some(each.collect_view())
        })
    };
    piece(move || affairs().into_any()).into_any()
}

fn contradiction(name: String, knot: Vec<ValueId>, go: impl Fn() + 'static) -> AnyView {
    let sentences = knot.into_iter().map(|value| view! { <li><SentenceOf value=value /></li> }).collect_view();
    view! {
        <section class="card own">
            <p><span class="tag clash">"contradiction"</span> " First, within " {name} ": these values contradict each other."</p>
            <ul>{sentences}</ul>
            <p class="soft">
                "Followed round, each good comes before itself. Until the team decides, they stay out of “head-on, in steps”."
            </p>
            <p class="choices">{button("Look at them in Values", "", go)}</p>
        </section>
    }
    .into_any()
}

fn said_twice(name: String, twin: Twin) -> AnyView {
    let live = expect_context::<Live>();
    let words = live.peek(|document| {
        let value = document.value(twin.kept)?;
        Some(Place::BOTH.map(|place| value.side(place).text.trim().to_owned()).join(" / "))
    });
    view! { <p class="soft twin">{name} " says “" {words} "” twice. It counts once."</p> }.into_any()
}

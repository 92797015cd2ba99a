//! One person's answers on one request: all values, or one at a time.

use evencost_core::document::{DecisionKey, Document, Place, StanceKey};
use evencost_core::id::{DivisionId, RaterId, RequestId, ValueId};
use evencost_core::meaning::Touch;
use evencost_core::weigh::{Question, View, finish, has_weighed, own_result, questions, still_open};
use leptos::prelude::*;

use super::card::{ValueCard, question_id};
use super::seems::seems_to_touch;
use crate::app;
use crate::live::Live;
use crate::parts::Notices;
use crate::parts::erased::{click, either, list, memo, when};

/// One at a time suits thumbs, and a room that looks at a wall.
const ONE_AT_A_TIME: &str = "(max-width: 40rem), (min-width: 100rem)";

/// A side of a value.
pub(super) type Spot = (ValueId, Place);

/// What the cards of a sheet share.
#[derive(Clone, Copy)]
pub(super) struct Answers {
    pub(super) request: RequestId,
    pub(super) rater: RaterId,
    pub(super) questions: Memo<Vec<Question>>,
    /// Everything is answered.
    pub(super) finished: Memo<bool>,
    /// The person wanted to be done: what is missing is marked.
    pub(super) wanted: RwSignal<bool>,
    /// What the request seems to touch.
    pub(super) touches: Memo<Vec<Touch>>,
    /// Where this person answered since the sheet was opened.
    pub(super) answered_here: RwSignal<Vec<Spot>>,
}

impl Answers {
    /// Where the good of this side is asked: where the person answered it since the sheet was opened, so that no
    /// question goes away under their hands; else at the first of the sides that name it.
    pub(super) fn asked_at(self, spot: Spot) -> Spot {
        self.questions.with(|questions| {
            let first = |question: &Question| question.same_as.unwrap_or((question.value, question.place));
            let here = questions.iter().find(|question| (question.value, question.place) == spot);
            let Some(first_here) = here.map(first) else { return spot };
            let same = questions.iter().filter(|question| first(question) == first_here);
            let mut same = same.map(|question| (question.value, question.place));
            self.answered_here.with(|answered| same.find(|spot| answered.contains(spot))).unwrap_or(first_here)
        })
    }
}

/// The answers of a person.
#[component]
pub(super) fn Sheet(decision: DecisionKey, rater: RaterId) -> impl IntoView {
    let DecisionKey { request, division } = decision;
    let live = expect_context::<Live>();
    let questions = memo(move || live.read(|document| questions(document, request, rater)));
    let finished = memo(move || live.read(|document| has_weighed(document, request, rater)));
    let (wanted, answered_here) = (RwSignal::new(false), RwSignal::new(Vec::new()));
    let touches = seems_to_touch(division, move |document| {
        document.request(request).map(|row| [&row.title, "\n", &row.detail].concat()).unwrap_or_default()
    });
    let answers = Answers { request, rater, questions, finished, wanted, touches, answered_here };
    // What somebody has answered is not laid open to whoever holds the device next.
    let working = RwSignal::new(!finished.get_untracked());
    let only = RwSignal::new(live.peek(|document| left(document, request, division, rater)));
    either(
        move || working.get() || !finished.get(),
        move || view! { <Cards answers=answers division=division working=working only=only /> }.into_any(),
        move || view! { <Answered working=working /> }.into_any(),
    )
}

/// The values that are left to somebody who has answered all that they ticked, as when a value was added since;
/// none where they have only begun, or are done.
fn left(document: &Document, request: RequestId, division: DivisionId, rater: RaterId) -> Vec<ValueId> {
    let stance = |value| document.stance(StanceKey { request, value, rater });
    let (answered, left): (Vec<ValueId>, Vec<ValueId>) =
        document.values_in_play(division).map(|value| value.id).partition(|value| stance(*value).is_some());
    let complete = |value: &ValueId| stance(*value).and_then(View::of).is_some();
    if !answered.is_empty() && answered.iter().all(complete) { left } else { Vec::new() }
}

/// The person has answered; their answers are put away.
#[component]
fn Answered(working: RwSignal<bool>) -> impl IntoView {
    let again = move |_| {
        working.set(true);
        app::focus("weighing");
    };
    view! {
        <div class="weighed" id="weighed" tabindex="-1">
            <p>"You have answered."</p>
            <p><button type="button" on:click=click(again)>"See or change my answers"</button></p>
        </div>
    }
}

/// The cards, and how to get through them.
#[component]
fn Cards(
    answers: Answers,
    division: DivisionId,
    working: RwSignal<bool>,
    /// The values to be shown alone, if any.
    only: RwSignal<Vec<ValueId>>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let Answers { request, rater, questions, finished, wanted, .. } = answers;
    let values = memo(move || {
        let all = live.read(|document| document.values_in_play(division).map(|value| value.id).collect::<Vec<_>>());
        let shown = only.with(|only| all.iter().filter(|value| only.contains(value)).copied().collect::<Vec<_>>());
        if shown.is_empty() { all } else { shown }
    });
    let single = RwSignal::new(window().match_media(ONE_AT_A_TIME).ok().flatten().is_some_and(|query| query.matches()));
    let count = move || values.with(Vec::len);
    let asked_for = RwSignal::new(0_usize);
    let step = memo(move || asked_for.get().min(count().saturating_sub(1)));
    let at = memo(move || values.with(|values| values.get(step.get()).copied()));
    let go = move |to: usize| {
        asked_for.set(to);
        if let Some(value) = at.get_untracked() {
            app::focus(&tick_id(value));
        }
    };
    let done = move || {
        if let Some((open, words)) = live.peek(|document| still_open(document, request, rater)) {
            let place = values.with_untracked(|values| values.iter().position(|value| *value == open.value));
            asked_for.set(place.unwrap_or(0));
            wanted.set(true);
            notices.show(words);
            app::focus(&[&question_id(open.value, open.place), "-0"].concat());
            return;
        }
        live.change(|document| finish(document, request, rater));
        only.set(Vec::new());
        notices.announce("You have answered.");
        working.set(false);
        app::focus("weighed");
    };
    let is_last = move || !single.get() || step.get() + 1 >= count();
    let forward = move |_| if untrack(is_last) { done() } else { go(step.get_untracked() + 1) };
    let forward_words = move || {
        let ticked = |value| questions.with(|questions| questions.iter().any(|question| Some(question.value) == value));
        let words = match (is_last(), single.get()) {
            (true, false) if !values.with(|values| values.iter().any(|value| ticked(Some(*value)))) => match count() {
                1 => "It does not touch it",
                _ => "It touches none of them",
            },
            (true, _) => "Done",
            (false, _) if ticked(at.get()) => "Next",
            (false, _) => "Does not touch it",
        };
        words.to_owned()
    };
    let steps = move || {
        view! {
            <button
                type="button"
                class="quiet"
                disabled=move || step.get() == 0
                on:click=click(move |_| go(step.get_untracked().saturating_sub(1)))
            >
                "Back"
            </button>
            <span class="progress">{move || [(step.get() + 1).to_string(), count().to_string()].join(" of ")}</span>
        }
        .into_any()
    };
    let note = move || {
        let own = || live.read(|document| own_result(document, request, rater));
        match finished.get().then(own).flatten() {
            Some(own) => ["Your view: ", &own.headline(), " "].concat(),
            None if is_last() => "What you did not tick is answered “does not touch it”. ".to_owned(),
            None => String::new(),
        }
    };
    view! {
        {when(move || only.with(|only| !only.is_empty()), move || view! {
            <p class="choices">
                <span>"You have answered the others."</span>
                <button type="button" class="quiet small" on:click=click(move |_| only.set(Vec::new()))>
                    "See or change my answers"
                </button>
            </p>
        }.into_any())}
        <p class="soft">{move || {
            if single.get() { "Tick it if the request touches it." } else { "Tick what the request touches." }.to_owned()
        }}</p>
        <ul class="cards" class:single=move || single.get()>
            {list(move || values.get(), move |value| view! {
                <ValueCard answers=answers value=value away=Signal::derive(move || single.get() && at.get() != Some(value)) />
            }.into_any())}
        </ul>
        <div class="cards-foot" class:single=move || single.get()>
            {when(move || single.get(), steps)}
            <button type="button" class="main" on:click=click(forward)>{move || forward_words()}</button>
        </div>
        <p class="soft cards-note">
            {move || note()}
            <button type="button" class="quiet small" on:click=click(move |_| single.update(|single| *single = !*single))>
                {move || if single.get() { "Show all at once" } else { "Show one at a time" }.to_owned()}
            </button>
        </p>
    }
}

/// The id of a value's box to tick.
pub(super) fn tick_id(value: ValueId) -> String {
    ["touches-", &value.to_string()].concat()
}

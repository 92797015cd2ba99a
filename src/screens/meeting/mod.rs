//! A meeting of about ten people in ninety minutes, run by one of them on a projector: write alone, choose, weigh, compare,
//! agree.

mod agree;
mod choose;
mod compare;
mod draft;
mod hands;
mod weigh;

use evencost_core::id::DivisionId;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::app;
use crate::keeping::{Beside, Keeper};
use crate::parts::erased::{click, either, memo, piece};
use crate::parts::{Clock, Countdown};
use crate::ports::clock::milliseconds;
use crate::route::Route;
use crate::screens::current::Current;
use crate::screens::division_switch::DivisionSwitch;

/// A step: its name, what it is for in one line, and the minutes that are suggested for it.
struct Step {
    name: &'static str,
    task: &'static str,
    minutes: u32,
}

const STEPS: [Step; 5] = [
    Step { name: "Draft", task: "Each writes two or three values, alone.", minutes: 10 },
    Step { name: "Choose", task: "Keep, change or drop, until seven or fewer are left. Opposites first.", minutes: 25 },
    Step { name: "Weigh", task: "Weigh a few requests, each alone; then look at them together.", minutes: 20 },
    Step { name: "Compare", task: "Lay your values beside those of a team you work with.", minutes: 20 },
    Step { name: "Agree", task: "Say aloud what holds from today on, and take the minutes along.", minutes: 15 },
];

/// How far a meeting is: kept beside its workspace, so that loading the page again loses nothing.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
struct State {
    /// The place of the step.
    step: usize,
    /// How many milliseconds each step had left when its clock stood last; below zero once it is over.
    left: [f64; 5],
    /// The moment at which the clock of the step was started; `None` while it stands.
    since: Option<f64>,
    /// The requests that were chosen to be weighed, by their ids.
    #[serde(default)]
    requests: Vec<String>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            step: 0,
            left: STEPS.map(|step| Countdown::of_minutes(step.minutes).left),
            since: None,
            requests: Vec::new(),
        }
    }
}

impl State {
    /// The clock of the step.
    fn countdown(&self) -> Countdown {
        Countdown { left: self.left.get(self.step).copied().unwrap_or_default(), since: self.since }
    }

    fn set(&mut self, countdown: Countdown) {
        if let Some(left) = self.left.get_mut(self.step) {
            *left = countdown.left;
        }
        self.since = countdown.since;
    }
}

/// The meeting of the open workspace.
#[derive(Clone, Copy)]
struct Meeting {
    keeper: Keeper,
    state: Memo<State>,
}

impl Meeting {
    fn of(keeper: Keeper) -> Self {
        let state = Memo::new(move |_: Option<&State>| {
            let kept = keeper.beside(Beside::Meeting);
            kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
        });
        Self { keeper, state }
    }

    fn change(self, change: impl FnOnce(&mut State)) {
        let mut state = self.state.get_untracked();
        change(&mut state);
        if let Ok(text) = serde_json::to_string(&state) {
            self.keeper.put_beside(Beside::Meeting, &text);
        }
    }

    fn step(self) -> usize {
        self.state.with(|state| state.step.min(STEPS.len() - 1))
    }

    fn go(self, step: usize) {
        self.change(|state| {
            state.set(state.countdown().stopped(milliseconds()));
            state.step = step.min(STEPS.len() - 1);
        });
    }
}

/// The facilitator's screen.
#[component]
pub fn MeetingScreen() -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    let current = expect_context::<Current>();
    let meeting = Meeting::of(keeper);
    provide_context(meeting);
    // Whatever led here may be gone.
    app::keep_focus();
    let step = Memo::new(move |_: Option<&usize>| meeting.step());
    let place = move |(place, item): (usize, &'static Step)| {
        view! {
            <li>
                <button
                    type="button"
                    aria-current=move || (step.get() == place).then_some("step")
                    on:click=click(move |_| meeting.go(place))
                >
                    {place + 1} ". " {item.name}
                </button>
            </li>
        }
    };
    let meeting_view = move || {
        view! {
            <div class="meeting">
                <div class="meeting-head">
                    <nav aria-label="Steps of the meeting">
                        <ol>{STEPS.iter().enumerate().map(place).collect_view()}</ol>
                    </nav>
                    {clock(meeting)}
                </div>
                <DivisionSwitch />
                {piece(move || {
                    let step = step.get();
                    let Some(division) = current.get() else { return ().into_any() };
                    view! {
                        <h1 tabindex="-1" id="step">{STEPS[step].name}</h1>
                        <p class="lead">{STEPS[step].task}</p>
                        {step_view(step, division)}
                        <Next meeting=meeting step=step />
                    }
                    .into_any()
                })}
            </div>
        }
    };
    let is_on = memo(move || keeper.beside(Beside::Meeting).is_some());
    either(
        move || keeper.guest().is_some(),
        || {
            view! {
                <p class="empty">"This came by a link and is not kept: keep it before you run a meeting with it."</p>
            }
            .into_any()
        },
        move || {
            either(
                move || is_on.get(),
                move || meeting_view().into_any(),
                move || view! { <Beginning meeting=meeting /> }.into_any(),
            )
        },
    )
}

/// The clock of the step.
fn clock(meeting: Meeting) -> AnyView {
    let minutes = move || STEPS.get(meeting.step()).map(|step| step.minutes).unwrap_or_default();
    view! {
        <Clock
            label="Time for this step"
            over="The time for this step is over. Go on as long as it is worth it."
            countdown=Signal::derive(move || meeting.state.with(State::countdown))
            minutes=Signal::derive(minutes)
            on_change=move |countdown| meeting.change(|state| state.set(countdown))
        />
    }
    .into_any()
}

/// What a meeting will be, before there is one.
#[component]
fn Beginning(meeting: Meeting) -> impl IntoView {
    let begin = move |_| {
        // From now on the other screens show that a meeting is on.
        meeting.change(|_| ());
        app::focus_rendered("step");
    };
    let steps = STEPS.iter().map(|step| {
        view! {
            <li>
                <b>{step.name}</b> <span class="soft">" " {step.minutes} " minutes"</span>
                <br />
                {step.task}
            </li>
        }
    });
    view! {
        <section class="opening">
            <h1>"Run a meeting"</h1>
            <p class="lead">
                "Ten people, ninety minutes, one screen that all can see. People answer on their phones, or you count hands."
            </p>
            <ol class="agenda">{steps.collect_view()}</ol>
            <p class="choices"><button type="button" class="main" on:click=click(begin)>"Begin the meeting"</button></p>
            <p class="soft">"Each step has a clock, which cuts nobody off. You can go back and forth, and leave this page in between."</p>
        </section>
    }
}

fn step_view(step: usize, division: DivisionId) -> AnyView {
    match step {
        0 => view! { <draft::Draft division=division /> }.into_any(),
        1 => view! { <choose::Choose division=division /> }.into_any(),
        2 => view! { <weigh::Weigh division=division /> }.into_any(),
        3 => view! { <compare::Comparing division=division /> }.into_any(),
        _ => view! { <agree::Agree division=division /> }.into_any(),
    }
}

#[component]
fn Next(meeting: Meeting, step: usize) -> impl IntoView {
    let go = move |_| {
        meeting.go(step + 1);
        app::focus_rendered("step");
        // WebKit does not scroll to what gets the focus where the page becomes shorter at the same time.
        app::show("step".to_owned());
    };
    STEPS.get(step + 1).map(|next| {
        view! { <p class="choices next-step"><button type="button" class="main" on:click=click(go)>"Next: " {next.name}</button></p> }
    })
}

/// Above the other screens while a meeting is on: how far it is, and the way back.
#[component]
pub fn MeetingBar() -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    let meeting = Meeting::of(keeper);
    view! {
        <aside class="banner task" aria-label="Meeting">
            <span>{move || { let step = meeting.step(); format!("Meeting, step {} of 5: {}", step + 1, STEPS[step].name) }}</span>
            {clock(meeting)}
            <a class="button" href=Route::Meeting.to_string()>"Back to the meeting"</a>
        </aside>
    }
}

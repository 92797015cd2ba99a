//! The clock of a step. It counts down, and goes on below zero: nobody is cut off by a machine.

use std::time::Duration;

use leptos::prelude::*;

use super::{MINUTE, Meeting, STEPS};
use crate::parts::Notices;
use crate::parts::erased::{click, memo};
use crate::ports::clock::milliseconds;

/// What is left of the step, and what can be done about it.
#[component]
pub(super) fn Clock(meeting: Meeting) -> impl IntoView {
    let notices = expect_context::<Notices>();
    let now = RwSignal::new(milliseconds());
    let tick = move || {
        // The last one may come when the step has gone.
        let _ = now.try_set(milliseconds());
    };
    if let Ok(ticking) = set_interval_with_handle(tick, Duration::from_millis(500)) {
        on_cleanup(move || ticking.clear());
    }
    let seconds = memo(move || {
        let now = now.get();
        meeting.state.with(|state| (state.left_at(now) / 1000.0).ceil() as i64)
    });
    let runs = memo(move || meeting.state.with(|state| state.since.is_some()));
    Effect::new(move |before: Option<bool>| {
        let is_over = seconds.get() <= 0;
        if before == Some(false) && is_over && runs.get_untracked() {
            notices.show("The time for this step is over. Go on as long as it is worth it.");
        }
        is_over
    });
    let start_or_stop = move |_| {
        meeting.change(|state| match state.since {
            Some(_) => state.stop(milliseconds()),
            None => state.since = Some(milliseconds()),
        });
        now.set(milliseconds());
    };
    let add = move |_| {
        meeting.change(|state| {
            if let Some(left) = state.left.get_mut(state.step) {
                *left += 5.0 * MINUTE;
            }
        });
    };
    let again = move |_| {
        meeting.change(|state| {
            state.since = None;
            if let Some((left, step)) = state.left.get_mut(state.step).zip(STEPS.get(state.step)) {
                *left = f64::from(step.minutes) * MINUTE;
            }
        });
    };
    view! {
        <div class="clock" role="group" aria-label="Time for this step">
            <span role="timer" class:over=move || seconds.get() < 0>{move || in_words(seconds.get())}</span>
            <button type="button" class="small" on:click=click(start_or_stop)>
                {move || if runs.get() { "Pause" } else { "Start the clock" }}
            </button>
            <button type="button" class="small quiet" on:click=click(add)>"+5 min"</button>
            <button type="button" class="small quiet" on:click=click(again)>"Reset"</button>
        </div>
    }
}

/// Minutes and seconds, also of what is over.
fn in_words(seconds: i64) -> String {
    let (minutes, rest) = (seconds.abs() / 60, seconds.abs() % 60);
    let over = if seconds < 0 { "over by " } else { "" };
    format!("{over}{minutes}:{rest:02}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_clock_goes_on_below_zero() {
        assert_eq!(super::in_words(600), "10:00");
        assert_eq!(super::in_words(59), "0:59");
        assert_eq!(super::in_words(-65), "over by 1:05");
    }
}

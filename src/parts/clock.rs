//! A clock that counts down, and goes on below zero: nobody is cut off by a machine.

use std::time::Duration;

use leptos::prelude::*;

use crate::parts::Notices;
use crate::parts::erased::{click, memo};
use crate::ports::clock::milliseconds;

/// A minute in milliseconds.
pub const MINUTE: f64 = 60_000.0;

/// How far a clock is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Countdown {
    /// How many milliseconds were left when it stood last; below zero once it is over.
    pub left: f64,
    /// The moment at which it was started; `None` while it stands.
    pub since: Option<f64>,
}

impl Countdown {
    /// A clock that stands, with all its minutes.
    pub fn of_minutes(minutes: u32) -> Self {
        Self { left: f64::from(minutes) * MINUTE, since: None }
    }

    /// What is left at a moment.
    pub fn left_at(self, now: f64) -> f64 {
        self.since.map_or(self.left, |since| self.left - (now - since))
    }

    /// As it stands when it is stopped at a moment.
    pub fn stopped(self, now: f64) -> Self {
        Self { left: self.left_at(now), since: None }
    }
}

/// What is left, and what can be done about it.
#[component]
pub fn Clock(
    /// What the time is for, to screen readers.
    label: &'static str,
    /// What is said when it is over.
    over: &'static str,
    /// How far it is.
    #[prop(into)]
    countdown: Signal<Countdown>,
    /// The minutes that it begins with.
    #[prop(into)]
    minutes: Signal<u32>,
    /// It was started, stopped or set.
    #[prop(into)]
    on_change: Callback<Countdown>,
) -> impl IntoView {
    let notices = expect_context::<Notices>();
    let now = RwSignal::new(milliseconds());
    let tick = move || {
        // The last one may come when what it is for has gone.
        let _ = now.try_set(milliseconds());
    };
    if let Ok(ticking) = set_interval_with_handle(tick, Duration::from_millis(500)) {
        on_cleanup(move || ticking.clear());
    }
    let seconds = memo(move || (countdown.get().left_at(now.get()) / 1000.0).ceil() as i64);
    let runs = memo(move || countdown.get().since.is_some());
    Effect::new(move |before: Option<bool>| {
        let is_over = seconds.get() <= 0;
        if before == Some(false) && is_over && runs.get_untracked() {
            notices.show(over);
        }
        is_over
    });
    let start_or_stop = move |_| {
        let (at, countdown) = (milliseconds(), countdown.get_untracked());
        on_change.run(match countdown.since {
            Some(_) => countdown.stopped(at),
            None => Countdown { since: Some(at), ..countdown },
        });
        now.set(milliseconds());
    };
    let add = move |_| {
        let countdown = countdown.get_untracked();
        on_change.run(Countdown { left: countdown.left + 5.0 * MINUTE, ..countdown });
    };
    let again = move |_| on_change.run(Countdown::of_minutes(minutes.get_untracked()));
    view! {
        <div class="clock" role="group" aria-label=label>
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

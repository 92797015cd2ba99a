//! The time of a talk: which point is on the screen, and what each has left. Kept beside the workspace, so that loading the
//! page again loses nothing.

use std::collections::BTreeMap;

use evencost_core::id::{PointId, TalkId};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::keeping::{Beside, Keeper};
use crate::parts::Countdown;
use crate::ports::clock::milliseconds;

/// What is kept: of the talk that was held last.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
struct Kept {
    talk: String,
    /// The point on the screen.
    point: String,
    /// How many milliseconds each point had left when its clock stood last, and of how many minutes.
    left: BTreeMap<String, (f64, u32)>,
    /// The moment at which the clock of the point was started; `None` while it stands.
    since: Option<f64>,
}

impl Kept {
    /// What a point of so many minutes has left: all of them where it had another number before.
    fn left_of(&self, point: PointId, minutes: u32) -> f64 {
        let left = self.left.get(&point.to_string()).filter(|(_, of)| *of == minutes);
        left.map_or(Countdown::of_minutes(minutes).left, |(left, _)| *left)
    }

    fn give(&mut self, point: PointId, minutes: u32) {
        let left = self.left_of(point, minutes);
        self.left.insert(point.to_string(), (left, minutes));
    }
}

/// The time of one talk.
#[derive(Clone, Copy)]
pub(super) struct Time {
    keeper: Keeper,
    kept: RwSignal<Kept>,
}

impl Time {
    pub(super) fn of(talk: TalkId) -> Self {
        let keeper = expect_context::<Keeper>();
        let kept = untrack(move || keeper.beside(Beside::Talk));
        let kept: Option<Kept> = kept.and_then(|text| serde_json::from_str(&text).ok());
        let talk = talk.to_string();
        let kept = kept.filter(|kept| kept.talk == talk).unwrap_or_else(|| Kept { talk, ..Kept::default() });
        Self { keeper, kept: RwSignal::new(kept) }
    }

    /// The point that is on the screen, if one was chosen; listens.
    pub(super) fn point(self) -> Option<PointId> {
        self.kept.with(|kept| kept.point.parse().ok())
    }

    /// Shows a point. Where a clock runs, that of the point takes over.
    pub(super) fn go(self, point: PointId, minutes: u32) {
        let runs = self.kept.with_untracked(|kept| kept.since.is_some());
        self.stand();
        self.change(|kept| {
            kept.point = point.to_string();
            if runs {
                kept.give(point, minutes);
                kept.since = Some(milliseconds());
            }
        });
    }

    /// The clock of a point that has so many minutes; listens.
    pub(super) fn countdown(self, point: PointId, minutes: u32) -> Countdown {
        self.kept.with(|kept| {
            let left = kept.left_of(point, minutes);
            Countdown { left, since: kept.since.filter(|_| kept.point == point.to_string()) }
        })
    }

    /// Sets the clock of the point on the screen.
    pub(super) fn set(self, point: PointId, minutes: u32, countdown: Countdown) {
        self.change(|kept| {
            kept.left.insert(point.to_string(), (countdown.left, minutes));
            kept.since = countdown.since;
        });
    }

    /// Lets the clock stand, with what it has left.
    pub(super) fn stand(self) {
        let now = milliseconds();
        self.change(|kept| {
            if let Some(since) = kept.since.take()
                && let Some((left, _)) = kept.left.get_mut(&kept.point)
            {
                *left -= now - since;
            }
        });
    }

    fn change(self, change: impl FnOnce(&mut Kept)) {
        let mut kept = self.kept.get_untracked();
        change(&mut kept);
        if self.kept.with_untracked(|before| *before == kept) {
            return;
        }
        // It goes on without being kept where that fails.
        if let Ok(text) = serde_json::to_string(&kept) {
            self.keeper.put_beside(Beside::Talk, &text);
        }
        self.kept.set(kept);
    }
}

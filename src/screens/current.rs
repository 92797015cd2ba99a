//! The division whose eyes the screens look through.

use evencost_core::document::List;
use evencost_core::id::DivisionId;
use leptos::prelude::*;

use crate::live::Live;
use crate::parts::erased::memo;

/// The current division: the chosen one while it is there, else the first.
#[derive(Clone, Copy)]
pub struct Current {
    chosen: RwSignal<Option<DivisionId>>,
    current: Memo<Option<DivisionId>>,
}

impl Current {
    /// Starts with the first division.
    pub fn new(live: Live) -> Self {
        let chosen = RwSignal::new(None);
        let current = memo(move || {
            let order = live.order(List::Divisions);
            let chosen: Option<DivisionId> = chosen.get();
            chosen.filter(|chosen| order.contains(&chosen.0)).or_else(|| order.first().copied().map(DivisionId))
        });
        Self { chosen, current }
    }

    /// The current division; `None` only in a workspace without any.
    pub fn get(self) -> Option<DivisionId> {
        self.current.get()
    }

    /// Looks through another division's eyes.
    pub fn choose(self, division: DivisionId) {
        self.chosen.set(Some(division));
    }
}

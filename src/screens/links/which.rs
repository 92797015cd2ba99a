//! Of which divisions something is made: of all, or of one.

use evencost_core::id::DivisionId;
use leptos::prelude::*;

use crate::live::Live;
use crate::parts::Choice;

/// The choice, among the divisions that there were when it was made.
#[derive(Clone, Copy)]
pub(super) struct Which {
    divisions: StoredValue<Vec<(DivisionId, String)>>,
    /// The place of the one, counted from 1; 0 for all.
    chosen: RwSignal<usize>,
}

impl Which {
    /// All, to begin with.
    pub fn of(live: Live) -> Self {
        let divisions =
            live.peek(|document| document.divisions().map(|row| (row.id, row.display_name().to_owned())).collect());
        Self { divisions: StoredValue::new(divisions), chosen: RwSignal::new(0) }
    }

    /// The one; `None` for all. Listens.
    pub fn get(self) -> Option<DivisionId> {
        let place = self.chosen.get().checked_sub(1)?;
        self.divisions.with_value(|divisions| divisions.get(place).map(|division| division.0))
    }

    /// Chooses one, if there are others, or all.
    pub fn choose(self, one: Option<DivisionId>) {
        let place = self.divisions.with_value(|divisions| {
            let place = divisions.iter().position(|(id, _)| Some(*id) == one);
            place.filter(|_| divisions.len() > 1).map_or(0, |place| place + 1)
        });
        self.chosen.set(place);
    }

    /// To choose from; nothing where there is one alone.
    pub fn view(self, label: &'static str) -> Option<AnyView> {
        let names = self.divisions.with_value(|divisions| {
            let names = divisions.iter().map(|(_, name)| name.clone());
            std::iter::once("all divisions".to_owned()).chain(names).collect::<Vec<_>>()
        });
        let chosen = self.chosen;
        (names.len() > 2).then(|| {
            view! { <p><Choice label=label options=names chosen=chosen on_choose=move |place| chosen.set(place) /></p> }
                .into_any()
        })
    }
}

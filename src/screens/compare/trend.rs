//! Trend: snapshots of the pair, and which relations moved from one to another, or until now.

use evencost_core::compare::Relation;
use evencost_core::date;
use evencost_core::document::{Document, Key, List, Snapshot};
use evencost_core::edit::{self, Spot};
use evencost_core::id::{DivisionId, SnapshotId};
use evencost_core::talk::{Move, in_short, keep, moved, of_pair, snapshot};
use leptos::prelude::*;

use super::button;
use super::pair::Finding;
use crate::app;
use crate::live::Live;
use crate::parts::erased::{either, list, memo, piece};
use crate::parts::{Choice, Notices};
use crate::ports::clock;
use crate::screens::talk::moves;

/// The snapshots of the pair, and what is looked at.
#[derive(Clone, Copy)]
pub(super) struct Trend {
    pair: Memo<Option<[DivisionId; 2]>>,
    /// The earliest first.
    kept: Memo<Vec<Snapshot>>,
    /// From which one; none for the last.
    from: RwSignal<Option<SnapshotId>>,
    /// To which; none for now.
    to: RwSignal<Option<SnapshotId>>,
    moves: Memo<Vec<Move>>,
}

impl Trend {
    pub(super) fn of(live: Live, pair: Memo<Option<[DivisionId; 2]>>) -> Self {
        let (from, to) = (RwSignal::new(None), RwSignal::new(None));
        let kept = memo(move || {
            live.listen(Spot::List(List::Snapshots));
            pair.get().map(|[a, b]| live.peek(|document| of_pair(document, a, b))).unwrap_or_default()
        });
        let moves = memo(move || {
            kept.with(|kept| {
                let place = |id: Option<SnapshotId>| kept.iter().find(|snapshot| Some(snapshot.id) == id);
                let Some(earlier) = place(from.get()).or(kept.last()) else { return Vec::new() };
                match (place(to.get()), pair.get()) {
                    (Some(later), _) => moved(&earlier.seen, &later.seen),
                    (None, Some([a, b])) => moved(&earlier.seen, &live.read(|document| snapshot(document, a, b))),
                    (None, None) => Vec::new(),
                }
            })
        });
        Self { pair, kept, from, to, moves }
    }

    /// From when on it is looked at.
    fn since(self) -> Option<String> {
        let from = self.from.get();
        self.kept.with(|kept| {
            let chosen = kept.iter().find(|snapshot| Some(snapshot.id) == from);
            chosen.or(kept.last()).map(|snapshot| date::spoken(snapshot.date))
        })
    }

    /// What is said of a relation of the list that moved, where it is looked at how things are now; listens.
    pub(super) fn mark(self, relation: &Relation) -> Option<String> {
        let to = self.to.get();
        let is_now = self.kept.with(|kept| !kept.iter().any(|snapshot| Some(snapshot.id) == to));
        let day = self.since().filter(|_| is_now)?;
        self.moves.with(|moves| {
            let ids = |which: usize, moved: &Move| moved.after[which].iter().map(|value| value.id).collect::<Vec<_>>();
            let is_of = |moved: &&Move| {
                moved.to == Some(relation.kind) && ids(0, moved) == relation.a && ids(1, moved) == relation.b
            };
            let moved = moves.iter().find(is_of)?;
            Some(match moved.from {
                None => ["new since ", &day].concat(),
                Some(_) if moved.is_reworded() => ["in other words since ", &day].concat(),
                Some(kind) => [kind.label(), " on ", &day].concat(),
            })
        })
    }
}

pub(super) fn view(live: Live, trend: Trend, finding: Finding) -> AnyView {
    let notices = expect_context::<Notices>();
    let keep = move || {
        if let Some([a, b]) = trend.pair.get_untracked() {
            let id = live.fresh();
            let edit = live.peek(|document| keep(document, a, b, id, clock::today()));
            notices.edit(live, edit, "How the two stand today is kept.");
            // What is to come is measured from here.
            trend.from.set(None);
            trend.to.set(None);
        }
    };
    let has_any = memo(move || !trend.kept.with(Vec::is_empty));
    view! {
        <section class="trend" aria-labelledby="trend">
            <h2 id="trend" tabindex="-1">"What moved"</h2>
            {either(
                move || has_any.get(),
                move || told(live, trend, finding),
                || view! {
                    <p class="soft">"Keep how the two stand today: next time you see which relations moved. A talk keeps it by itself."</p>
                }
                .into_any(),
            )}
            <p class="choices">{button("Keep a snapshot", "", keep)}</p>
        </section>
    }
    .into_any()
}

/// From which snapshot to which, what moved, and what can be removed.
fn told(live: Live, trend: Trend, finding: Finding) -> AnyView {
    let names = memo(move || trend.kept.with(|kept| live.read(|document| labels(document, kept))));
    let latest = move || trend.kept.with(Vec::len).saturating_sub(1);
    let place =
        move |id: Option<SnapshotId>| trend.kept.with(|kept| kept.iter().position(|snapshot| Some(snapshot.id) == id));
    let at = move |place: usize| trend.kept.with_untracked(|kept| kept.get(place).map(|snapshot| snapshot.id));
    let ends = memo(move || std::iter::once("now".to_owned()).chain(names.get()).collect::<Vec<_>>());
    let from = Signal::derive(move || place(trend.from.get()).unwrap_or_else(latest));
    let to = Signal::derive(move || place(trend.to.get()).map_or(0, |place| place + 1));
    let short = move || trend.moves.with(|moves| in_short(moves));
    let moved = move || {
        let names = finding.with(|found| found.as_ref().map(|found| found.names.clone())).unwrap_or_default();
        trend.moves.with(|moves| if moves.is_empty() { ().into_any() } else { moves::all(&names, moves) })
    };
    let items =
        move || trend.kept.with(|kept| kept.iter().map(|snapshot| snapshot.id).zip(names.get()).collect::<Vec<_>>());
    view! {
        <div class="choices trend-ends">
            <Choice label="From" options=names chosen=from on_choose=move |place| trend.from.set(at(place)) />
            <Choice
                label="to"
                options=ends
                chosen=to
                on_choose=move |place: usize| trend.to.set(place.checked_sub(1).and_then(at))
            />
        </div>
        <p role="status">{move || short()}</p>
        {piece(moved)}
        <details class="behind">
            <summary>"Snapshots that are kept"</summary>
            <ul>{list(items, move |(id, name)| item(live, id, name))}</ul>
        </details>
    }
    .into_any()
}

fn item(live: Live, id: SnapshotId, name: String) -> AnyView {
    let notices = expect_context::<Notices>();
    let label = ["Remove the snapshot of ", &name].concat();
    let remove = crate::parts::erased::click(move |_| {
        let removal = live.peek(|document| edit::remove(document, &Key::Snapshot(id)));
        notices.edit(live, removal, "The snapshot is removed.");
        app::focus("trend");
    });
    view! {
        <li>
            <span>{name}</span>
            <button type="button" class="small" aria-label=label on:click=remove>"Remove"</button>
        </li>
    }
    .into_any()
}

/// What the snapshots are called: their days, and whether a talk kept them; those that would be called alike are numbered.
fn labels(document: &Document, kept: &[Snapshot]) -> Vec<String> {
    let mut labels: Vec<String> = Vec::with_capacity(kept.len());
    for snapshot in kept {
        let of_talk = |talk: &evencost_core::document::Talk| match snapshot.id {
            id if talk.before == Some(id) => Some(", before a talk"),
            id if talk.after == Some(id) => Some(", after a talk"),
            _ => None,
        };
        let label = [&*date::spoken(snapshot.date), document.talks().find_map(of_talk).unwrap_or_default()].concat();
        let alike =
            labels.iter().filter(|other| **other == label || other.starts_with(&[&label, " ("].concat())).count();
        labels.push(if alike == 0 { label } else { format!("{label} ({})", alike + 1) });
    }
    labels
}

//! Two divisions in full: every relation worth a line, with its question, and what is only suggested.

use std::collections::BTreeSet;

use crate::document::{Division, Place};
use crate::id::{DivisionId, ValueId};

use super::found::Found;
use super::index::{Index, Indexed, Twin};
use super::kind::{Counts, Kind};
use super::meet::{Meeting, Summary};
use super::question::question;
use super::suggest::{Suggest, Suggested, Suggestion};

/// How values of the one division stand to values of the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// Of which kind.
    pub kind: Kind,
    /// The one division's value; several where its chain takes several steps, in their order; none where the
    /// other's has no counterpart.
    pub a: Vec<ValueId>,
    /// The other division's, likewise.
    pub b: Vec<ValueId>,
    /// Which words of the two values name the same good. Empty in steps, where `path` says it.
    pub common: Vec<Common>,
    /// The way that the chains take, for head-on in steps.
    pub path: Option<Path>,
    /// Whether it holds as things are. If not, it would if `rests_on` were confirmed.
    pub confirmed: bool,
    /// Whether it is open which side of the one value belongs to which of the other: same topic, check direction. Only what
    /// is suggested can be unsure; `kind` is then the likelier reading.
    pub unsure: bool,
    /// The suggestions that it rests on.
    pub rests_on: Vec<Suggestion>,
    /// A question for the two teams. The same whichever of them is A.
    pub question: String,
}

impl Relation {
    /// How near in meaning what it rests on is, `0..=1`: the furthest counts. None where meaning plays no part.
    pub fn similarity(&self) -> Option<f32> {
        self.rests_on.iter().filter_map(|suggestion| suggestion.similarity).min_by(f32::total_cmp)
    }
}

/// A good that a value of either division names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Common {
    /// On which side of A's value.
    pub side_a: Place,
    /// As A writes it.
    pub words_a: String,
    /// On which side of B's value.
    pub side_b: Place,
    /// As B writes it.
    pub words_b: String,
}

/// Chains of preferences that order two goods oppositely.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// A's chain: goods as A writes them, each put before the next.
    pub a: Vec<String>,
    /// B's chain back: from where A's ends to where it starts.
    pub b: Vec<String>,
}

impl Path {
    /// The goods on the way round, each once: down A's chain, then up B's.
    pub fn goods(&self) -> impl Iterator<Item = &str> {
        let back = self.b.get(1..self.b.len().saturating_sub(1)).unwrap_or_default();
        self.a.iter().chain(back).map(String::as_str)
    }
}

/// Two divisions compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// In numbers: what is certain.
    pub summary: Summary,
    /// How many relations are suggested beyond that.
    pub suggested: Counts,
    /// Worst first; within a kind in the order of the divisions' values; what is suggested after what is certain.
    pub relations: Vec<Relation>,
    /// The main relation of each value in play, for either division in its order. A value that says what another
    /// says too has that one's.
    pub main: [Vec<(ValueId, Kind)>; 2],
    /// Wordings of the two that may name the same good.
    pub suggestions: Vec<Suggestion>,
    /// Values of either division that contradict each other, one list a knot: told first, and left out of its
    /// chains.
    pub contradicting: [Vec<Vec<ValueId>>; 2],
    /// Values of either division that say what another of its values says too.
    pub twice: [Vec<Twin>; 2],
}

impl Index<'_> {
    /// Two divisions in numbers; none when one of them is not there.
    pub fn summary(&self, a: DivisionId, b: DivisionId) -> Option<Summary> {
        let mut meeting = Meeting::default();
        meeting.of(self.division(a)?, self.division(b)?);
        Some(meeting.summary(a, b))
    }

    /// Every pair of divisions in numbers, each once, in the document's order.
    pub fn summaries(&self) -> impl Iterator<Item = Summary> + '_ {
        let mut meeting = Meeting::default();
        let pairs = self.divisions.iter().enumerate();
        let pairs =
            pairs.flat_map(|(place, a)| (0..).zip(&self.divisions[place + 1..]).map(move |(nth, b)| (nth, a, b)));
        pairs.map(move |(nth, a, b)| {
            if nth == 0 {
                meeting.take_up(a);
            }
            meeting.with(a, b);
            meeting.summary(a.id, b.id)
        })
    }

    /// Two divisions in full, with what `source` suggests; none when one of them is not there. Swapping the two
    /// swaps what is found, and no more.
    pub fn compare(&self, a: DivisionId, b: DivisionId, source: &dyn Suggest) -> Option<Comparison> {
        let (a, b) = (self.division(a)?, self.division(b)?);
        let mut certain = Meeting::default();
        certain.of(a, b);
        let suggested = Suggested::new(&self.sameness, a, b, source);
        let found = Found::all(a, b, &certain, None).into_iter().map(|found| (true, found));
        let only_suggested = only_suggested(a, b, &certain, &suggested).map(|found| (false, found));
        let mut found: Vec<(bool, Found<'_, '_>)> = found.chain(only_suggested).collect();
        let severity = |kind: Kind| Kind::WORST_FIRST.iter().position(|&other| other == kind);
        found.sort_by_cached_key(|(confirmed, found)| {
            (!confirmed, severity(found.kind), found.unsure, found.position())
        });

        let mut counts = Counts::default();
        found.iter().filter(|(confirmed, _)| !confirmed).for_each(|(_, found)| counts.add(found.kind, 1));
        let ranks = ranks(&found);
        let describe = |((confirmed, found), rank): ((bool, Found<'_, '_>), usize)| {
            let rests_on = found.rests_on();
            let question = self.question([a.id, b.id], &found, rank, &rests_on);
            relation(found, question, confirmed, rests_on)
        };
        let relations = found.into_iter().zip(ranks).map(describe).collect();
        Some(Comparison {
            summary: certain.summary(a.id, b.id),
            suggested: counts,
            relations,
            main: [a.main_in_order(&certain.main[0]), b.main_in_order(&certain.main[1])],
            contradicting: [a, b].map(Indexed::contradicting),
            twice: [a, b].map(|division| division.twice.clone()),
            suggestions: suggested.list,
        })
    }

    /// The question, asked the same whichever division is A.
    fn question(&self, of: [DivisionId; 2], found: &Found<'_, '_>, rank: usize, rests_on: &[Suggestion]) -> String {
        let mut names = of.map(|id| self.document.division(id).map_or("", Division::display_name));
        let swap = of[0] > of[1];
        let mut question = if swap {
            names.reverse();
            question(&found.clone().mirrored(), rank, names)
        } else {
            question(found, rank, names)
        };
        if found.unsure {
            let [a, b] = names;
            return format!(
                "These two are about the same things, and the words do not tell which side belongs to which. What does {a} \
                 put first, and what does {b}?"
            );
        }
        if let Some(first) = rests_on.first() {
            let (one, other) = if swap { (&first.b, &first.a) } else { (&first.a, &first.b) };
            question = format!("Do “{}” and “{}” mean the same to both teams? If so: {question}", one.text, other.text);
        }
        question
    }
}

/// What would be found if every suggestion were confirmed and is not found as things are.
fn only_suggested<'i, 'd>(
    a: &'i Indexed<'d>,
    b: &'i Indexed<'d>,
    certain: &Meeting,
    suggested: &'i Suggested,
) -> impl Iterator<Item = Found<'i, 'd>> + use<'i, 'd> {
    let mut meeting = Meeting::default();
    meeting.if_confirmed(a, b, suggested);
    let holds: BTreeSet<(Kind, [Vec<ValueId>; 2])> = certain
        .met
        .iter()
        .map(|met| (met.kind(), [vec![a.values[met.a as usize].id], vec![b.values[met.b as usize].id]]))
        .chain(Found::all(a, b, certain, None).into_iter().map(|found| (found.kind, found.ids())))
        .collect();
    Found::all(a, b, &meeting, Some(suggested))
        .into_iter()
        .filter(move |found| found.kind != Kind::Alone && !holds.contains(&(found.kind, found.ids())))
}

/// The rank of each among those of its kind, by what depends neither on any order nor on which division is A.
fn ranks(found: &[(bool, Found<'_, '_>)]) -> Vec<usize> {
    let key = |found: &Found<'_, '_>| {
        let mut ids = found.ids().concat();
        ids.sort_unstable();
        ids
    };
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_cached_key(|&place| (found[place].1.kind, key(&found[place].1)));
    let mut ranks = vec![0; found.len()];
    for pair in order.windows(2) {
        let same_kind = found[pair[0]].1.kind == found[pair[1]].1.kind;
        ranks[pair[1]] = if same_kind { ranks[pair[0]] + 1 } else { 0 };
    }
    ranks
}

fn relation(found: Found<'_, '_>, question: String, confirmed: bool, rests_on: Vec<Suggestion>) -> Relation {
    let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect();
    let common = found.common.into_iter().map(|[(side_a, words_a), (side_b, words_b)]| Common {
        side_a,
        words_a: words_a.to_owned(),
        side_b,
        words_b: words_b.to_owned(),
    });
    let common = common.collect();
    let [a, b] = found.values.map(|entries| entries.into_iter().map(|entry| entry.id).collect());
    let path = found.path.map(|[a, b]| Path { a: owned(a), b: owned(b) });
    Relation { kind: found.kind, unsure: found.unsure, a, b, common, path, confirmed, rests_on, question }
}

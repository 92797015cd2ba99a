//! One suggestion for each reading: what follows from its counts, and where that is done.

use crate::compare::Kind;
use crate::document::Document;
use crate::id::{DivisionId, RequestId, RoutineId};
use crate::routine;
use crate::way::Where;

use super::common_ground::{CommonGround, Partner};
use super::mastery::Mastery;
use super::{Count, StandingBehind};

/// What somebody may do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// In a sentence or two.
    pub words: String,
    /// Where it is done.
    pub leads_to: Where,
}

impl Suggestion {
    fn new(words: impl Into<String>, leads_to: Where) -> Self {
        Self { words: words.into(), leads_to }
    }
}

/// What a count asks for, given the title of the last request behind it.
type Asks = fn(&str) -> String;

impl StandingBehind {
    /// What follows from the largest of its counts that asks for something.
    pub fn suggestion(&self, document: &Document) -> Suggestion {
        let title = |id: RequestId| document.request(id).map_or("", |row| row.display_title()).to_owned();
        // Where two counts are alike, the earlier: what is simplest to mend.
        let asks: [(&Count, Asks); 6] = [
            (&self.no_to_fit_without_reason, |title| {
                format!(
                    "“{title}” fits the values you named. Write down why it was a no, or ask whether it can be a yes."
                )
            }),
            (&self.declined_unheard, |title| {
                format!("Weigh “{title}”, even now: then you know what your no stands on.")
            }),
            (&self.yes_against, |title| {
                format!(
                    "Look at “{title}” again. If you would say yes again, which value made you? Perhaps it has no name yet."
                )
            }),
            (&self.own_strains, |title| {
                format!("Begin with your own: “{title}” strains what you stand for, and nobody has to agree but you.")
            }),
            (&self.no_to_fit_with_reason, |title| {
                format!("Read your reason for the no to “{title}”. Is there a value in it that you have not named?")
            }),
            (&self.yes_mixed, |title| {
                format!(
                    "“{title}” was a yes, and mixed. Tell whoever asked what it costs you, and see whether terms would help."
                )
            }),
        ];
        let largest = asks.iter().rev().max_by_key(|(count, _)| count.requests.len());
        let asked = largest.and_then(|(count, words)| Some((*count.requests.last()?, words)));
        if let Some((request, words)) = asked {
            return Suggestion::new(words(&title(request)), Where::Request(request));
        }
        if self.counts().iter().all(|(_, count)| count.of.is_empty()) {
            return Suggestion::new(
                "Weigh a request that you have decided on, and write down the decision: this is read from both.",
                Where::Requests,
            );
        }
        Suggestion::new(
            "What you decided and what you value go together, as far as it is written down. Tell those who ask which values \
             they can count on.",
            Where::Values,
        )
    }
}

impl Mastery {
    /// What follows: first what keeps it from being read, then what frees time, then what uses it.
    pub fn suggestion(&self, document: &Document, division: DivisionId) -> Suggestion {
        let placed = self.quick.of.len();
        if let Some(first) = self.unplaced.first().filter(|_| self.unplaced.len() > placed) {
            let title = document.request(*first).map_or("", |row| row.display_title());
            let words = format!(
                "Most of what you are asked has no place yet. Begin with “{title}”: is it a quick order or a partnership?"
            );
            return Suggestion::new(words, Where::Request(*first));
        }
        if placed == 0 && self.by_hand.is_none() {
            return Suggestion::new(
                "Note the three routine tasks that take the most time. A guess at the minutes is enough to begin with.",
                Where::Routine,
            );
        }
        if self.by_hand > self.set_aside {
            return simplify(document, division);
        }
        if self.set_aside.is_none() && !self.partnership.requests.is_empty() {
            return Suggestion::new(
                "People asked for partnership, and no hours are set aside for it. Set aside a few, with one customer.",
                Where::Customers,
            );
        }
        if self.quick.requests.len() > self.partnership.requests.len() {
            return Suggestion::new(
                "Most of what you are asked is a quick order. Put what is ordered most on your menu, so that nobody has to ask.",
                Where::Menu,
            );
        }
        Suggestion::new(
            "You have set aside more time for partnership than routine takes by hand. Ask your partners what to use it for.",
            Where::Customers,
        )
    }
}

/// By hand takes more than partnership has: what to simplify, or what to estimate for that.
fn simplify(document: &Document, division: DivisionId) -> Suggestion {
    let name = |id: RoutineId| document.routine(id).map_or("", |task| task.display_name()).to_owned();
    let words = if let Some(first) = routine::first(document, division).first() {
        format!("Simplify “{}” first: it would free {} a month and {}.", name(first.id), first.frees, first.pays_back())
    } else if let Some(gap) = routine::unestimated(document, division).first() {
        format!("Estimate what would be left of “{}” if it were simplified, and the work to get there.", name(gap.id))
    } else {
        "None of your routine would get shorter as you estimated it. Ask those who need it whether they need all of it."
            .to_owned()
    };
    Suggestion::new(words, Where::Routine)
}

impl CommonGround {
    /// What follows for the partner who is furthest from the division.
    pub fn suggestion(&self, document: &Document, division: DivisionId) -> Suggestion {
        let name = |id: DivisionId| document.division(id).map_or("", |row| row.display_name()).to_owned();
        let of = |partner: &Partner, kind: Kind| partner.counts.of(kind);
        let head_on = |partner: &Partner| of(partner, Kind::Reversed) + of(partner, Kind::ReversedThroughOthers);
        let distance = |partner: &&Partner| (head_on(partner), of(partner, Kind::Exposed), of(partner, Kind::Alone));
        // Of two alike, the first.
        let Some(partner) = self.partners.iter().rev().max_by_key(distance) else {
            return Suggestion::new(
                "Ask a division that you work with for its values, or write down together what you believe they are.",
                Where::Compare,
            );
        };
        let other = name(partner.division);
        let pair = Where::Pair(division, partner.division);
        match (head_on(partner), of(partner, Kind::Exposed), &partner.moved) {
            (0, 0, _) if partner.counts.of(Kind::Alone) == partner.counts.total() => Suggestion::new(
                format!("You and {other} name nothing in common yet. See whether some of your words mean the same."),
                pair,
            ),
            (0, 0, _) => Suggestion::new(
                format!(
                    "Nothing sets you and {other} apart by what is written down. Adopt what you share together, and say so."
                ),
                pair,
            ),
            (0, _, _) => Suggestion::new(
                format!("Talk with {other} where your values may clash, before a request makes them."),
                pair,
            ),
            (_, _, Some(_)) => Suggestion::new(
                format!("Talk with {other} again: begin with what has moved, and go on with what is still head-on."),
                pair,
            ),
            (_, _, None) => Suggestion::new(
                format!(
                    "Talk with {other} where your values are head-on. The talk itself is what brings teams together."
                ),
                pair,
            ),
        }
    }
}

//! The starter shelf: goods that teams trade off, in pairs of which either could be chosen.

use std::collections::BTreeSet;

use super::words::{listed, without_determiners, words};
use crate::document::{Document, Side, Value};
use crate::good::{Good, goods};
use crate::id::DivisionId;

/// Pairs of goods about one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// The pairs: a sensible team may put either good first.
    pub pairs: &'static [[&'static str; 2]],
}

const SHELF: &[Shelf] = &[
    // Pace.
    Shelf { pairs: &[["speed", "polish"], ["focus", "responsiveness"], ["a firm plan", "room to change course"]] },
    // Service.
    Shelf {
        pairs: &[
            ["personal service", "self-service"],
            ["quick answers", "thorough answers"],
            ["tailored solutions", "one standard for all"],
            ["depth for a few", "reach to many"],
        ],
    },
    // People.
    Shelf {
        pairs: &[
            ["candour", "harmony"],
            ["specialists", "generalists"],
            ["promoting from within", "fresh eyes from outside"],
            ["equal treatment", "individual arrangements"],
        ],
    },
    // Product.
    Shelf {
        pairs: &[
            ["simplicity", "choice"],
            ["new features", "stability"],
            ["accessibility", "visual flair"],
            ["originality", "familiarity"],
        ],
    },
    // Money.
    Shelf {
        pairs: &[
            ["growth", "profit"],
            ["low prices", "premium quality"],
            ["predictable budgets", "freedom to seize chances"],
        ],
    },
    // Risk and rules.
    Shelf {
        pairs: &[
            ["caution", "boldness"],
            ["security", "convenience"],
            ["control", "trust"],
            ["confidentiality", "transparency"],
            ["watertight wording", "plain language"],
        ],
    },
    // Knowledge and decisions.
    Shelf {
        pairs: &[
            ["proven methods", "experiments"],
            ["broad agreement", "quick decisions"],
            ["evidence", "intuition"],
            ["one way of working", "local freedom"],
        ],
    },
];

/// The whole shelf, in the order in which it is shown.
pub fn shelf() -> &'static [Shelf] {
    SHELF
}

/// A good of the shelf, offered for an empty side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The good.
    pub words: &'static str,
    /// It is the partner of what the other side says.
    pub partner: bool,
}

/// What the shelf offers for a side of a value of that division whose other side says `other`, which may be
/// blank: first the partners of what it says, last the goods that the division's values name already. The
/// other side's own goods are left out, and so is what another value already trades against them, since that
/// would repeat or contradict it.
pub fn shelf_for(document: &Document, division: DivisionId, other: &Side) -> Vec<Suggestion> {
    let said: BTreeSet<Good> = goods(other).into_iter().collect();
    let mut used = BTreeSet::new();
    let mut traded = BTreeSet::new();
    for value in document.values_of(division) {
        let [pursued, cost] = [goods(&value.pursued), goods(&value.cost)];
        for (near, far) in [(&pursued, &cost), (&cost, &pursued)] {
            if near.iter().any(|good| said.contains(good)) {
                traded.extend(far.iter().cloned());
            }
        }
        used.extend(pursued.into_iter().chain(cost));
    }
    let mut ranked = Vec::new();
    for (good, partner) in all() {
        let Some(folded) = Good::fold(good) else { continue };
        if said.contains(&folded) || traded.contains(&folded) {
            continue;
        }
        let suggestion = Suggestion { words: good, partner: mentions(&other.text, partner) };
        let rank = match (used.contains(&folded), suggestion.partner) {
            (false, true) => Rank::Partner,
            (false, false) => Rank::New,
            (true, _) => Rank::Used,
        };
        ranked.push((rank, suggestion));
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, suggestion)| suggestion).collect()
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Partner,
    New,
    Used,
}

/// Every good of the shelf with its partner.
fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    SHELF.iter().flat_map(|shelf| shelf.pairs.iter().flat_map(|&[a, b]| [(a, b), (b, a)]))
}

/// What most teams could give up for anything, where the shelf has no partner to name.
const USUAL_PRICES: [&str; 5] = ["speed", "cost", "simplicity", "comfort", "choice"];

/// Three goods that the value could give up instead: "speed, cost, simplicity".
pub(super) fn examples(value: &Value) -> String {
    let partners = all().filter(|(_, partner)| mentions(&value.pursued.text, partner)).map(|(good, _)| good);
    let mut examples: Vec<&str> = Vec::with_capacity(3);
    for good in partners.chain(USUAL_PRICES) {
        let said = mentions(&value.pursued.text, good) || mentions(&value.cost.text, good);
        if !said && !examples.contains(&good) && examples.len() < 3 {
            examples.push(good);
        }
    }
    examples.join(", ")
}

/// Whether the words of the good stand in the text, next to each other: "delivery speed" mentions speed.
fn mentions(text: &str, good: &str) -> bool {
    let (text, good) = (words(text), words(good));
    let good = without_determiners(&good);
    text.windows(good.len()).any(|part| part.iter().zip(good).all(|(word, wanted)| listed(&[wanted], word)))
}

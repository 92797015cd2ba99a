//! Comparing the values of divisions: where they are far apart, and what to talk about.
//!
//! An [`Index`] looks up the goods of a whole document once. From it come a [`Summary`] of any pair of divisions,
//! counts alone and quick enough for a matrix of all, and a [`Comparison`] of one pair: its [`Relation`]s, worst
//! first, each with a question for the two teams. Of many divisions there is a [`Survey`], made in small steps.
//!
//! ```
//! use evencost_core::compare::{Index, Kind, Stems};
//! use evencost_core::document::{Division, Document, Value};
//! use evencost_core::edit::{append, apply};
//! use evencost_core::id::{Ids, Replica};
//!
//! let (mut document, mut ids) = (Document::default(), Ids::new(Replica::new(1)));
//! for (name, pursued, cost) in [("People", "One shared culture", "individuality"), ("Sales", "Individuality", "shared cultures, pace")] {
//!     let division = Division::new(ids.fresh(), name);
//!     let value = Value::new(ids.fresh(), division.id, pursued, cost);
//!     let edit = append(&document, division);
//!     apply(&mut document, edit);
//!     let edit = append(&document, value);
//!     apply(&mut document, edit);
//! }
//! let [people, sales] = [0, 1].map(|place| document.divisions().nth(place).unwrap().id);
//! let comparison = Index::new(&document).compare(people, sales, &Stems).unwrap();
//! assert_eq!(comparison.summary.counts.to_string(), "1 may clash");
//! assert_eq!(comparison.relations[0].kind, Kind::Exposed);
//! ```
//!
//! # What is related, what is listed, what is counted
//! - Two sides share a good when any good of the one is any good of the other ([`Sameness`] says which are). Of two
//!   values the first [`Kind`] that holds is their relation.
//! - A value's *main* relation is the first kind that it has with any value of the other division, or on any path.
//! - A pair of values is listed once, if its relation is the main one of either of the two. So every value stands in
//!   the list with its main relation, and what is worth less than both values have elsewhere is left out: that is
//!   also why a chain compared with itself is shared throughout, although each of its links may clash with the next.
//! - Head-on in steps is listed as long as it tells something (see `through.rs`), with all values on its path.
//! - A headline counts what is listed, and each value without counterpart. How far two divisions are apart or together is
//!   a share of values, not of lines: [`Summary::apart`], [`Summary::together`].
//! - Values in play count, each once even if a division has it twice. Values of one division that contradict each
//!   other still relate to those of the other one by one; only its chains leave them out, and they are told first.
//! - What would hold if suggestions were confirmed, and does not hold yet, is listed after the rest and counted apart.
//!
//! Which division is A and how values are ordered changes nothing but the order in which things are listed.

mod arrange;
mod chains;
mod decide;
mod enacted;
mod found;
mod glance;
mod index;
mod kind;
mod lists;
pub mod markdown;
mod meet;
mod pair;
mod question;
mod report;
mod same;
mod stale;
mod suggest;
mod survey;
mod through;

pub use arrange::{Lean, close_together, furthest_first};
pub use decide::{Words, declare, tell_apart};
pub use enacted::{Enacted, enacted};
pub use glance::{Glance, Rank};
pub use index::{Index, Twin};
pub use kind::{Counts, Kind};
pub use meet::Summary;
pub use pair::{Common, Comparison, Path, Relation};
pub use report::{Depth, Report};
pub use same::{Contradiction, GoodId, Named, Sameness};
pub use stale::{Gone, Stale, carry_over, stale};
pub use suggest::{Hint, Nothing, Stems, Suggest, Suggestion, Why};
pub use survey::{FURTHEST, MOST, Survey, Surveying};

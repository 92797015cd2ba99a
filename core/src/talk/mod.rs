//! The conversation that all else leads to: two divisions prepare a talk from what comparing shows, hold it point by
//! point, and leave with minutes.
//!
//! [`agenda`] proposes points, and people choose; [`begin`] and [`end`] keep how the two stood before and afterwards as
//! [`snapshot`]s, and [`moved`] tells what lies between them; [`adopt`] puts a value into both sets; [`minutes::write`] is
//! the page to send round.
//!
//! ```
//! use evencost_core::document::{Seen, SeenRelation, SeenValue};
//! use evencost_core::compare::Kind;
//! use evencost_core::id::{Ids, Replica};
//! use evencost_core::talk::moved;
//!
//! let mut ids = Ids::new(Replica::new(1));
//! let value = |pursued: &str, cost: &str, ids: &mut Ids| SeenValue { id: ids.fresh(), pursued: pursued.into(), cost: cost.into() };
//! let values = [vec![value("Speed", "polish", &mut ids)], vec![value("Polish", "speed", &mut ids)]];
//! let head_on = SeenRelation { kind: Kind::Reversed, a: vec![0], b: vec![0] };
//! let before = Seen { values, relations: vec![head_on] };
//! let after = Seen { relations: Vec::new(), ..before.clone() };
//! assert_eq!(moved(&before, &after)[0].words(), "No longer head-on");
//! assert!(moved(&before, &before).is_empty());
//! ```

mod adopt;
mod agenda;
mod course;
pub mod minutes;
mod moved;
mod snapshot;

pub use adopt::{adopt, origin, sets_with};
pub use agenda::{Ground, Proposed, agenda};
pub use course::{Course, begin, course, end, keep, prepared};
pub use moved::{Move, in_short, moved};
pub(crate) use snapshot::snapshot_by;
pub use snapshot::{mirrored, of_pair, snapshot};

use crate::document::{Division, Document};
use crate::id::DivisionId;

/// What joins the two sides of a value where a point holds its words.
const JOINT: &str = " even at the cost of ";

/// The two sides of a value, where a line of a point is one as it is written there.
pub fn sides(line: &str) -> Option<[&str; 2]> {
    let (pursued, cost) = line.split_once(JOINT)?;
    Some([pursued.trim(), cost.trim()])
}

fn name(document: &Document, division: DivisionId) -> &str {
    document.division(division).map_or("", Division::display_name)
}

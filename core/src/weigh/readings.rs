//! Readings: counts over a division's requests, routine and values, each with what is behind it, and one suggestion.
//!
//! Musts are left out, since nobody chose them. So is what the room may not see yet: it is listed apart.

mod common_ground;
mod mastery;
mod suggestion;

use crate::date::Date;
use crate::document::{DecisionKey, Document, Outcome};
use crate::id::{DivisionId, RequestId, ValueId};

use super::overview::Kind;
use super::result::{ResultKind, kind, rows};
use super::shown::is_visible_to_the_room;
use super::tally::Verdict;
use common_ground::common_ground;
pub use common_ground::{CommonGround, Moved, Partner};
pub use mastery::Mastery;
use mastery::mastery;
pub(crate) use mastery::{asked_lately, is_asked_of};
pub use suggestion::Suggestion;

/// What stands above all readings.
pub const READINGS_NOTE: &str = "The essay connects these counts with what people need at work. \
    They count what you wrote down here, and measure nobody's needs.";

/// From how many requests on a share is shown: a share of less would say more than it knows.
const SHARE_FROM: usize = 10;

/// A count with what is behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// What is counted, in the order of the requests.
    pub requests: Vec<RequestId>,
    /// Out of these; all that is counted is among them.
    pub of: Vec<RequestId>,
}

impl Count {
    /// "3 of 12".
    pub fn words(&self) -> String {
        format!("{} of {}", self.requests.len(), self.of.len())
    }

    /// The share in whole per cent, 0 to 100, from ten requests on.
    pub fn share(&self) -> Option<usize> {
        let of = self.of.len();
        (of >= SHARE_FROM).then(|| (self.requests.len() * 100 + of / 2) / of)
    }
}

/// "Acting on what we stand for": where decisions and values part.
///
/// Another division's action that this one decides on counts like a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StandingBehind {
    /// Plain yes to what strains, of the plain yeses that were weighed.
    pub yes_against: Count,
    /// Plain yes to what is mixed, of the plain yeses that were weighed.
    pub yes_mixed: Count,
    /// "Yes, if" to what strains or is mixed, of the "yes, if"s that were weighed.
    pub yes_if: Count,
    /// Own actions that strain, of those that were weighed and neither dropped nor passed on.
    pub own_strains: Count,
    /// No to what fits, on which nobody is split, with a reason given, of all noes.
    pub no_to_fit_with_reason: Count,
    /// No to what fits, with no reason given, of all noes.
    pub no_to_fit_without_reason: Count,
    /// No to what was not weighed, of all noes.
    pub declined_unheard: Count,
    /// Decided, but people's answers are still blind: in none of these counts.
    pub blind: Vec<RequestId>,
}

impl StandingBehind {
    /// The counts with what screens call them, in the order in which they are read.
    pub fn counts(&self) -> [(&'static str, &Count); 7] {
        [
            ("Yes against our values", &self.yes_against),
            ("Yes to what was mixed", &self.yes_mixed),
            ("Yes, on terms, to what strains or is mixed", &self.yes_if),
            ("Our own actions that strain", &self.own_strains),
            ("No to what fits, with a reason", &self.no_to_fit_with_reason),
            ("No to what fits, without a reason", &self.no_to_fit_without_reason),
            ("Declined unheard", &self.declined_unheard),
        ]
    }

    /// The fortress check in a few words; `None` where nothing was declined.
    pub fn fortress_check(&self) -> Option<String> {
        let declined = self.declined_unheard.of.len();
        let unexplained = self.no_to_fit_without_reason.requests.len();
        let fit = self.no_to_fit_with_reason.requests.len() + unexplained;
        let unheard = self.declined_unheard.requests.len();
        let of_them = |count: usize, one: &str, more: &str| match (declined, count) {
            (1, _) => format!("it {one}"),
            (_, 1) => format!("1 of them {one}"),
            _ => format!("{count} of them {more}"),
        };
        let mut findings = Vec::new();
        if fit > 0 {
            let reasons = match unexplained {
                0 => String::new(),
                _ if declined == 1 => ", and no reason is given".to_owned(),
                _ => format!(" ({unexplained} without a reason)"),
            };
            findings.push(of_them(fit, "fits", "fit") + " the values you named" + &reasons);
        }
        if unheard > 0 {
            findings.push(of_them(unheard, "was", "were") + " never weighed");
        }
        match declined {
            0 => None,
            1 if findings.is_empty() => {
                Some("You declined 1; it was weighed, and does not clearly fit the values you named.".to_owned())
            }
            _ if findings.is_empty() => Some(format!(
                "You declined {declined}; all were weighed, and none of them clearly fits the values you named."
            )),
            _ => Some(format!(
                "You declined {declined}; {}. Independence is being free to say no; autonomy is being able to stand \
                 behind it.",
                findings.join("; ")
            )),
        }
    }
}

/// All readings of a division.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Readings {
    /// Acting on what we stand for.
    pub standing_behind: StandingBehind,
    /// Time for mastery.
    pub mastery: Mastery,
    /// Common ground.
    pub common_ground: CommonGround,
    /// Idle values: weighed at least once, and no request ever touched them, musts included.
    pub idle: Vec<ValueId>,
}

/// Reads what a division wrote down, as the room may see it. What is lately asked is counted back from `today`.
pub fn readings(document: &Document, division: DivisionId, today: Date) -> Readings {
    Readings {
        standing_behind: standing_behind(document, division),
        mastery: mastery(document, division, today),
        common_ground: common_ground(document, division),
        idle: idle(document, division),
    }
}

/// Reads how a division acts on what it stands for, as the room may see it.
pub fn standing_behind(document: &Document, division: DivisionId) -> StandingBehind {
    let mut read = StandingBehind::default();
    for request in document.requests().filter(|request| request.must.is_none()) {
        let id = request.id;
        let key = DecisionKey { request: id, division };
        let decision = document.decision(key);
        let outcome = decision.map_or(Outcome::Open, |decision| decision.outcome);
        let own = Kind::of(request, division) == Kind::Own;
        if outcome == Outcome::Open && !own {
            continue;
        }
        let rows = rows(document, id, division);
        let result = kind(&rows);
        let weighed = result != ResultKind::NotWeighed;
        // That an answer is missing is no secret.
        if weighed && !is_visible_to_the_room(document, key) {
            if outcome != Outcome::Open {
                read.blind.push(id);
            }
            continue;
        }
        let count = |count: &mut Count, counted: bool| {
            count.of.push(id);
            if counted {
                count.requests.push(id);
            }
        };
        let strains = result == ResultKind::Strains;
        let mixed = result == ResultKind::Mixed;
        match outcome {
            Outcome::PassOn => {}
            Outcome::No if own => {}
            _ if own => {
                if weighed {
                    count(&mut read.own_strains, strains);
                }
            }
            Outcome::Open => {}
            Outcome::Yes => {
                if weighed {
                    count(&mut read.yes_against, strains);
                    count(&mut read.yes_mixed, mixed);
                }
            }
            Outcome::YesIf => {
                if weighed {
                    count(&mut read.yes_if, strains || mixed);
                }
            }
            Outcome::No => {
                // Where people are split, it fits no further than they agree.
                let split = rows.iter().any(|row| row.verdict == Verdict::Split);
                let fits = result == ResultKind::Fits && !split;
                let reason = decision.is_some_and(|decision| !decision.reason.trim().is_empty());
                count(&mut read.no_to_fit_with_reason, fits && reason);
                count(&mut read.no_to_fit_without_reason, fits && !reason);
                count(&mut read.declined_unheard, !weighed);
            }
        }
    }
    read
}

/// A value is never called idle on the ground of what nobody answered, and what is still blind may touch it.
fn idle(document: &Document, division: DivisionId) -> Vec<ValueId> {
    let mut idle: Vec<ValueId> = document.values_in_play(division).map(|value| value.id).collect();
    let mut weighed = Vec::new();
    for request in document.requests() {
        let visible = is_visible_to_the_room(document, DecisionKey { request: request.id, division });
        for row in rows(document, request.id, division).iter().filter(|row| row.tally.people() > 0) {
            weighed.push(row.value);
            if !visible || row.tally.is_touched() {
                idle.retain(|&value| value != row.value);
            }
        }
    }
    idle.retain(|value| weighed.contains(value));
    idle
}

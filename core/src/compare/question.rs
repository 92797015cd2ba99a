//! A question for two teams at each relation.
//!
//! They are few, and each asks for something that only the two teams can tell each other. Which of them is asked
//! depends on the relation's rank among those of its kind, so that a list reads varied; team names and goods stand in
//! an order of their own, so that both teams are asked the same.

use crate::document::Place;

use super::found::Found;
use super::kind::Kind;

/// What a question is about.
struct Terms<'a> {
    /// The two teams. Where they play different parts, first the one that pursues what the other gives up, or that
    /// has the value without counterpart.
    teams: [&'a str; 2],
    /// The good that the question turns on; of two, the first team's.
    good: &'a str,
    /// The other good; where either team has one, the first team's.
    other: &'a str,
    /// The second team's, where either has one.
    theirs: &'a str,
}

/// The question for a relation, the `rank`th of its kind, between two teams of these names.
pub(super) fn question(found: &Found<'_, '_>, rank: usize, teams: [&str; 2]) -> String {
    let Terms { teams: [a, b], good: x, other: y, theirs: z } = terms(found, teams);
    match found.kind {
        Kind::Reversed => match rank % 4 {
            0 => format!(
                "What would {a} lose if {b} stopped standing up for “{y}”, and what would {b} lose if {a} stopped \
                 standing up for “{x}”?"
            ),
            1 => format!(
                "Think of the last time that one piece of work needed both “{x}” and “{y}”. Which gave way, and would \
                 you settle it the same way again?"
            ),
            2 => format!("Where could both teams live with “{x}” first, and where with “{y}” first?"),
            _ => format!("When “{x}” and “{y}” cannot both be had, who decides, and does everybody know that they do?"),
        },
        Kind::ReversedThroughOthers => match rank % 3 {
            0 => format!(
                "Step by step, {a} comes to put “{x}” before “{y}”, and {b} comes to put “{y}” before “{x}”. Did either \
                 team mean to say that?"
            ),
            1 => format!(
                "Each step makes sense by itself, yet together they part over “{x}” and “{y}”. Which step would each \
                 team look at again first?"
            ),
            _ => format!(
                "Have “{x}” and “{y}” ever got in each other's way before anybody noticed? What would have shown it \
                 sooner?"
            ),
        },
        Kind::Shared => match rank % 3 {
            0 => {
                format!("You both put “{x}” before “{y}”. What would each of you show a newcomer as an example of it?")
            }
            1 => {
                format!("Who feels the loss of “{y}” more, {a} or {b}, and how could the other team help to carry it?")
            }
            _ => format!("You agree on “{x}” before “{y}”. Where could you act on it together instead of each alone?"),
        },
        Kind::Exposed => match rank % 3 {
            0 => format!("{b} is ready to give up “{x}” for “{y}”. What would {a} want to hear before that happens?"),
            1 => format!("What is the least of “{x}” that {a} could live with, and could {b} promise it?"),
            _ => format!(
                "When did choosing “{y}” in {b} last cost {a} some of its “{x}”, and how did you both find out?"
            ),
        },
        Kind::SameAim => match rank % 3 {
            0 => format!(
                "Both teams want “{x}”. {a} pays for it with “{y}”, {b} with “{z}”. Does either price land on the other \
                 team?"
            ),
            1 => format!(
                "What has {a} learnt about the price “{y}” that {b} could use, and what has {b} learnt about “{z}”?"
            ),
            _ => format!(
                "If you went after “{x}” together, could one of you keep what it gives up for it now: “{y}” or “{z}”?"
            ),
        },
        Kind::SamePrice => match rank % 3 {
            0 => format!(
                "{a} gives up “{x}” for “{y}”, and {b} gives it up for “{z}”. Who feels it when both happen at once?"
            ),
            1 => format!("Who stands up for “{x}” when neither team does, and have you asked them?"),
            _ => format!(
                "Once both teams have given up their part of “{x}”, is enough of it left, and who would notice first if \
                 it were not?"
            ),
        },
        Kind::Alone => match rank % 3 {
            0 => format!(
                "{b} has written nothing about “{x}” or “{y}”. Does it not come up there, or has nobody asked yet?"
            ),
            1 => format!("Where does {b} notice that {a} puts “{x}” before “{y}”?"),
            _ => format!("What would {a} like {b} to know about choosing “{x}” even at the cost of “{y}”?"),
        },
    }
}

fn terms<'a>(found: &Found<'_, 'a>, teams: [&'a str; 2]) -> Terms<'a> {
    let common = |a: Place, b: Place, which: usize| {
        let words = found.common.iter().find(|words| words.each_ref().map(|(place, _)| *place) == [a, b]);
        words.map(|words| words[which].1)
    };
    let side = |which: usize, place: Place| {
        let named = found.values[which].first().and_then(|entry| entry.named[place as usize].first());
        named.map_or("", |named| named.words)
    };
    let both = |good: Option<&'a str>, other: Option<&'a str>| Terms {
        teams,
        good: good.unwrap_or_default(),
        other: other.unwrap_or_default(),
        theirs: "",
    };
    let (aim, price) = (Place::Pursued, Place::Cost);
    match found.kind {
        Kind::Reversed => both(common(aim, price, 0), common(price, aim, 1)),
        Kind::Shared => both(common(aim, aim, 0), common(price, price, 0)),
        Kind::ReversedThroughOthers => {
            let chain = found.path.as_ref().map(|[chain, _]| chain.as_slice()).unwrap_or_default();
            both(chain.first().copied(), chain.last().copied())
        }
        Kind::Exposed => match common(aim, price, 0) {
            Some(good) => Terms { teams, good, other: side(1, aim), theirs: "" },
            None => {
                let good = common(price, aim, 1).unwrap_or_default();
                Terms { teams: [teams[1], teams[0]], good, other: side(0, aim), theirs: "" }
            }
        },
        Kind::SameAim => {
            let good = common(aim, aim, 0).unwrap_or_default();
            Terms { teams, good, other: side(0, price), theirs: side(1, price) }
        }
        Kind::SamePrice => {
            let good = common(price, price, 0).unwrap_or_default();
            Terms { teams, good, other: side(0, aim), theirs: side(1, aim) }
        }
        Kind::Alone => {
            let owner = usize::from(found.values[0].is_empty());
            let teams = [teams[owner], teams[1 - owner]];
            Terms { teams, good: side(owner, aim), other: side(owner, price), theirs: "" }
        }
    }
}

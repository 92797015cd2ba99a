//! What the words of a side give away on their own.
//!
//! A phrase names its head, the last word before a preposition: "bugs in reports" names bugs, "debugging tools"
//! and "tolerance for errors" do not. Only heads are judged.

use super::words::{self, ends_with, listed, opens_with, skip, words};
use crate::document::{Side, Value};
use crate::good::{Good, wordings};

/// What is wrong with a cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Price<'a> {
    /// This is nothing that anybody wants.
    Bad(&'a str),
    /// A harm that people say they would put up with.
    Harm,
    /// It says that this good is missing.
    Lack(&'a str),
}

/// How bad a phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Grade {
    Fine,
    Harm,
    Bad,
}

/// What is wrong with a cost; `None` for one that names goods, as far as words can tell.
pub(super) fn price(cost: &Side) -> Option<Price<'_>> {
    if let Some(good) = lack(cost) {
        return Some(Price::Lack(good));
    }
    let graded = graded(cost);
    if let Some(&(bad, _)) = graded.iter().find(|(_, grade)| *grade == Grade::Bad) {
        return Some(Price::Bad(bad));
    }
    // A harm beside a good: the good has been named.
    let all_harm = !graded.is_empty() && graded.iter().all(|(_, grade)| *grade == Grade::Harm);
    all_harm.then_some(Price::Harm)
}

/// What nobody would pursue in what is pursued.
pub(super) fn bad_aim(pursued: &Side) -> Option<&str> {
    graded(pursued).into_iter().find(|(_, grade)| *grade == Grade::Bad).map(|(wording, _)| wording)
}

/// Whether everything that is pursued is what hardly anyone would speak against.
pub(super) fn is_platitude(pursued: &Side) -> bool {
    let platitude = |wording: &&str| {
        let words = words(wording);
        let louder = words.iter().take_while(|word| listed(words::LOUDER, word)).count();
        opens_with(&words[louder..], words::PLATITUDES).is_some_and(|opening| louder + opening == words.len())
    };
    let wordings = wordings(pursued);
    !wordings.is_empty() && wordings.iter().all(platitude)
}

/// Whether one side only says that the other is missing: "quality" and "lack of quality".
pub(super) fn negates(value: &Value) -> bool {
    let [pursued, cost] = [wordings(&value.pursued), wordings(&value.cost)];
    let any = |a: &[&str], b: &[&str]| a.iter().any(|a| b.iter().any(|b| is_negation(a, b)));
    any(&cost, &pursued) || any(&pursued, &cost)
}

fn is_negation(negative: &str, positive: &str) -> bool {
    let stripped = |text, openings: &[&[&str]]| {
        let opening = openings.iter().find_map(|list| opens_with(&words(text), list))?;
        Good::fold(skip(text, opening))
    };
    let positive_good = Good::fold(positive);
    let is = |good: Option<Good>| good.is_some() && good == positive_good;
    let bare = stripped(negative, &[words::LACKS, words::ABSENT, words::LESSENED]);
    let lessened = stripped(negative, &[words::LESSENED]);
    let raised = || stripped(positive, &[words::RAISED]);
    is(bare) || lessened.is_some() && lessened == raised() || is(without_prefix(negative))
}

/// The good of which a single word is the opposite by its first syllable.
fn without_prefix(word: &str) -> Option<Good> {
    let word = word.trim().to_lowercase();
    let stem = words::OPPOSITES.iter().find_map(|prefix| word.strip_prefix(prefix))?;
    // "Union" is not the opposite of "ion".
    if stem.len() >= 6 { Good::fold(stem) } else { None }
}

/// The good that a cost says is missing.
fn lack(cost: &Side) -> Option<&str> {
    let words = words(&cost.text);
    let softened = words.iter().take_while(|word| listed(words::HEDGES, word)).count();
    let opening = softened + opens_with(&words[softened..], words::LACKS)?;
    let good = skip(&cost.text, opening).trim_end();
    let fine = graded(&Side::new(good)).iter().all(|(_, grade)| *grade == Grade::Fine);
    (fine && opening < words.len()).then_some(good)
}

/// The goods of a side as written, graded. Hedged, what is bad is a harm that is put up with.
fn graded(side: &Side) -> Vec<(&str, Grade)> {
    let words = words(&side.text);
    let idiom = (0..words.len()).any(|at| opens_with(&words[at..], words::IDIOMS).is_some());
    let hedged = words.iter().any(|word| listed(words::HEDGES, word));
    let most = if idiom {
        Grade::Fine
    } else if hedged {
        Grade::Harm
    } else {
        Grade::Bad
    };
    wordings(side).into_iter().map(|wording| (wording, grade(wording).min(most))).collect()
}

fn grade(wording: &str) -> Grade {
    let either = words(wording);
    either.split(|word| word.eq_ignore_ascii_case("or")).map(grade_words).max().unwrap_or(Grade::Fine)
}

fn grade_words(words: &[&str]) -> Grade {
    let words = words::without_determiners(words);
    // "A lot of waste" is waste.
    let quantity = words.windows(2).position(|pair| listed(words::QUANTITIES, pair[0]) && listed(&["of"], pair[1]));
    let words = quantity.map_or(words, |quantity| &words[quantity + 2..]);
    let phrase = words.split(|word| listed(words::PREPOSITIONS, word)).next().unwrap_or_default();
    let done = phrase.first().is_some_and(|first| is_doing(first) && !listed(words::MAKING, first));
    let has = |before: usize, list| phrase[..before].iter().any(|word| listed(list, word));
    let spoilt = || phrase.len().checked_sub(1).filter(|&before| has(before, words::SPOILING));
    let bad = ends_with(phrase, words::BAD).or_else(spoilt).map(|before| (before, Grade::Bad));
    let harm = || ends_with(phrase, words::HARMS).map(|before| (before, Grade::Harm));
    match bad.or_else(harm) {
        Some((before, grade)) if !done && !has(before, words::REDEEMING) => grade,
        _ => Grade::Fine,
    }
}

/// "Fixing" and the like.
fn is_doing(word: &str) -> bool {
    word.len() > 4 && word.get(word.len() - 3..).is_some_and(|end| end.eq_ignore_ascii_case("ing"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plainly_bad_costs_are_told_from_goods_that_only_mention_them() {
        for bad in [
            "bugs",
            "Waste",
            "mediocrity",
            "our mistakes",
            "a lot of waste",
            "making mistakes",
            "delays in delivery",
            "waste of time",
            "poor quality",
            "really poor decisions",
            "low morale",
            "unhappy customers",
            "injuries",
        ] {
            assert_eq!(price(&Side::new(bad)), Some(Price::Bad(bad)));
        }
        for good in [
            "debugging tools",
            "bug tracking",
            "bug-free releases",
            "tolerance for errors",
            "room for mistakes",
            "learning from mistakes",
            "fixing bugs",
            "trial and error",
            "no mistakes",
            "zero waste",
            "fewer delays",
            "low risk",
            "risk management",
            "waste reduction",
            "creative chaos",
            "poor families",
            "waste pickers",
            "freedom to fail",
            "stress-free weekends",
            "hasty decisions avoided",
            "debuts",
            "wastelands",
            "",
            "…",
            "or",
        ] {
            assert_eq!(price(&Side::new(good)), None, "{good}");
        }
    }

    #[test]
    fn a_harm_that_is_put_up_with_is_not_called_bad() {
        for harm in [
            "some data storage or time inefficiency",
            "a little waste",
            "a few mistakes",
            "occasional bugs",
            "bugs or delays",
            "more mistakes",
            "a bit of chaos",
            "short-term discomfort",
            "temporary confusion",
            "risk",
            "risk of errors",
            "technical debt",
            "higher costs",
            "slower delivery",
            "some friction and some delays",
        ] {
            assert_eq!(price(&Side::new(harm)), Some(Price::Harm), "{harm}");
        }
        assert_eq!(price(&Side::new("polish and some risk")), None, "the good is named");
        assert_eq!(price(&Side::new("polish and bugs")), Some(Price::Bad("bugs")));
    }

    #[test]
    fn what_is_lost_is_read_out_of_the_loss() {
        for (cost, good) in [
            ("lack of control", "control"),
            ("The loss of local colour", "local colour"),
            ("some loss of control", "control"),
            ("losing customers", "customers"),
            ("giving up comfort and calm", "comfort and calm"),
        ] {
            assert_eq!(price(&Side::new(cost)), Some(Price::Lack(good)));
        }
        assert_eq!(price(&Side::new("lack of")), None);
        assert_eq!(price(&Side::new("lack of bugs")), None);
    }

    #[test]
    fn a_platitude_is_all_that_is_pursued() {
        for platitude in [
            "Excellence",
            "Integrity",
            "respect",
            "Our integrity",
            "Integrity and excellence",
            "Operational excellence",
        ] {
            assert!(is_platitude(&Side::new(platitude)), "{platitude}");
        }
        for real in [
            "Honest feedback",
            "Respect for deadlines",
            "Best in class customer service",
            "Success stories",
            "Integrity and speed",
            "Data integrity",
            "Trust",
            "",
        ] {
            assert!(!is_platitude(&Side::new(real)), "{real}");
        }
    }

    #[test]
    fn negations_of_the_other_side_are_found_either_way_round() {
        for (positive, negative) in [
            ("Quality", "lack of quality"),
            ("quality", "no quality"),
            ("Quality", "poor quality"),
            ("High quality", "low quality"),
            ("Good service", "bad service"),
            ("Meetings", "fewer meetings"),
            ("Fairness", "unfairness"),
            ("Efficiency", "inefficiency"),
            ("speed, control", "a loss of control"),
        ] {
            for (pursued, cost) in [(positive, negative), (negative, positive)] {
                assert!(negates(&value(pursued, cost)), "{pursued} / {cost}");
            }
        }
        for (pursued, cost) in [
            ("Quality", "speed"),
            ("Meetings", "meeting notes"),
            ("no meetings", "good meetings"),
            ("Star teams", "star players"),
            ("Long-term sustainability", "short-term wins"),
            ("ion", "union"),
        ] {
            assert!(!negates(&value(pursued, cost)), "{pursued} / {cost}");
        }
    }

    fn value(pursued: &str, cost: &str) -> Value {
        let mut ids = crate::id::Ids::new(crate::id::Replica::new(1));
        Value::new(ids.fresh(), ids.fresh(), pursued, cost)
    }
}

//! What several people's answers on one value say together.

use std::cmp::Reverse;

use super::standing::{Class, Standing, View};

/// What a division says that a request does to one of its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Nobody answered. It is never taken for "does not touch it".
    NotWeighed,
    /// More than half say that it gains.
    Served,
    /// More than half say that it loses.
    Strained,
    /// More than half say neither, and not more than half that it is untouched.
    Touched,
    /// More than half say that it is untouched.
    Silent,
    /// No class has more than half: neither served nor strained, and what to talk about.
    Split,
}

impl Verdict {
    /// What screens call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::NotWeighed => "not weighed",
            Self::Served => "served",
            Self::Strained => "strained",
            Self::Touched => "touched",
            Self::Silent => "not touched",
            Self::Split => "split",
        }
    }
}

/// The answers on one request and one value, without names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// One view a person, in an order that does not tell who is who.
    views: Vec<View>,
}

/// From how many people on counts of their answers are shown: below, a count would tell who said what.
const COUNTS_FROM: usize = 3;

impl FromIterator<View> for Tally {
    fn from_iter<T: IntoIterator<Item = View>>(views: T) -> Self {
        let mut views: Vec<View> = views.into_iter().collect();
        views.sort_unstable_by_key(|view| (view.standing(), view.too_dear, Reverse(view.pursued), Reverse(view.cost)));
        Self { views }
    }
}

impl Tally {
    /// How many people answered both questions.
    pub fn people(&self) -> usize {
        self.views.len()
    }

    /// How many of them are of that class.
    pub fn count(&self, class: Class) -> usize {
        self.views.iter().filter(|view| view.class() == class).count()
    }

    /// The class that more than half of those who answered share; `None` when there is none.
    pub fn class(&self) -> Option<Class> {
        [Class::Served, Class::Strained, Class::Other].into_iter().find(|&class| self.is_most(self.count(class)))
    }

    /// What the answers say together.
    pub fn verdict(&self) -> Verdict {
        match self.class() {
            _ if self.views.is_empty() => Verdict::NotWeighed,
            Some(Class::Served) => Verdict::Served,
            Some(Class::Strained) => Verdict::Strained,
            Some(Class::Other) if self.is_most(self.untouched()) => Verdict::Silent,
            Some(Class::Other) => Verdict::Touched,
            None => Verdict::Split,
        }
    }

    /// The view that stands for the verdict: among the views that make it, the one that most people hold, and
    /// of equals the one whose standing is listed first. `None` when not weighed or split.
    pub fn lead(&self) -> Option<View> {
        let class = self.class()?;
        let silent = self.verdict() == Verdict::Silent;
        let makes_it = |view: &&View| view.class() == class && (class != Class::Other || silent == is_silent(**view));
        let held_by = |view: &View| self.views.iter().filter(|other| *other == view).count();
        // The first of the greatest: `max_by_key` would take the last.
        self.views.iter().filter(makes_it).min_by_key(|view| Reverse(held_by(view))).copied()
    }

    /// Each view that somebody holds, in the order of the table of standings, and how many hold it. Where people are
    /// split it is what there is to talk about, and with two of them no secret.
    pub fn held(&self) -> impl Iterator<Item = (View, usize)> {
        self.views.chunk_by(PartialEq::eq).filter_map(|same| Some((*same.first()?, same.len())))
    }

    /// Whether somebody says that the request touches the value at all.
    pub fn is_touched(&self) -> bool {
        self.untouched() < self.people()
    }

    /// How many answered, and from three people on what: "one view", "3 served, 2 strained".
    pub fn words(&self) -> String {
        match self.people() {
            0 => "nobody has answered".to_owned(),
            1 => "one view".to_owned(),
            people if people < COUNTS_FROM => "two views".to_owned(),
            _ => {
                let classes = [(Class::Served, "served"), (Class::Strained, "strained"), (Class::Other, "neither")];
                let counts = classes.map(|(class, word)| (self.count(class), word));
                let shown: Vec<String> = counts
                    .iter()
                    .filter(|(count, _)| *count > 0)
                    .map(|(count, word)| format!("{count} {word}"))
                    .collect();
                shown.join(", ")
            }
        }
    }

    pub(super) fn untouched(&self) -> usize {
        self.views.iter().filter(|view| is_silent(**view)).count()
    }

    fn is_most(&self, count: usize) -> bool {
        count * 2 > self.views.len()
    }
}

/// Says that the value is untouched, and its price no matter.
fn is_silent(view: View) -> bool {
    view.standing() == Standing::Silent && view.class() == Class::Other
}

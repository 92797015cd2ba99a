//! How what is known of requests is said and coloured.

use evencost_core::document::{Document, Origin, Outcome, Request};
use evencost_core::id::{DivisionId, RaterId};
use evencost_core::weigh::{Class, Progress, ResultKind, Shown, Standing, Verdict, View, Weighed};

/// What stands on a tag, and its tone, which says the same.
pub(super) type Words = (String, &'static str);

/// The tone of a verdict.
pub(super) const fn tone_of_verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Served => "tag",
        Verdict::Strained => "tag clash",
        Verdict::Split => "tag split",
        Verdict::Touched => "tag price",
        Verdict::Silent | Verdict::NotWeighed => "tag none",
    }
}

/// The tone of one person's view.
pub(super) fn tone_of_view(view: View) -> &'static str {
    match view.class() {
        Class::Served => "tag",
        Class::Strained => "tag clash",
        Class::Other if view.standing() == Standing::Silent => "tag none",
        Class::Other => "tag price",
    }
}

/// The tone of a result.
pub(super) fn tone_of_result(weighed: &Weighed) -> &'static str {
    match weighed.kind {
        _ if weighed.is_split() => "tag split",
        ResultKind::Fits => "tag",
        ResultKind::Strains => "tag clash",
        ResultKind::Mixed => "tag split",
        ResultKind::Touched => "tag price",
        ResultKind::Silent | ResultKind::NotWeighed => "tag none",
    }
}

/// The result; also while it is blind.
pub(super) fn result_words(shown: &Shown) -> Words {
    match shown {
        Shown::Open(weighed) => (weighed.label().to_owned(), tone_of_result(weighed)),
        Shown::Blind(progress) => (progress_words(*progress), "tag none"),
    }
}

/// How many have weighed it, which is never hidden.
pub(super) fn progress_words(progress: Progress) -> String {
    match progress {
        Progress { weighed: 0, .. } => "not weighed yet".to_owned(),
        Progress { people: 1, .. } => "weighed, not shown".to_owned(),
        Progress { weighed, people } => [&*weighed.to_string(), " of ", &people.to_string(), " have weighed"].concat(),
    }
}

/// The decision where no head says that it is one.
pub(super) fn outcome_words(outcome: Outcome) -> Words {
    let words = match outcome {
        Outcome::Open => return ("open".to_owned(), "tag none"),
        Outcome::Yes => "we said yes",
        Outcome::YesIf => "we said yes, if…",
        Outcome::PassOn => "passed on",
        Outcome::No => "we said no",
    };
    (words.to_owned(), "tag plain")
}

/// Where a request comes from, as the division's people say it.
pub(super) fn origin_words(document: &Document, request: &Request, division: DivisionId) -> String {
    match &request.origin {
        Origin::Incoming(from) if from.trim().is_empty() => "asked of us".to_owned(),
        Origin::Incoming(from) => ["from ", from.trim()].concat(),
        Origin::Own(own) if *own == division => "our own action".to_owned(),
        Origin::Own(own) => {
            let name = document.division(*own).map_or("", |row| row.display_name());
            ["an action of ", name].concat()
        }
    }
}

/// A person as the screens call them: by name, else by their place in the division.
pub(super) fn person_name(document: &Document, rater: RaterId) -> String {
    let Some(row) = document.rater(rater) else { return String::new() };
    match row.name.trim() {
        "" => {
            let place = document.raters_of(row.division).position(|other| other.id == rater).unwrap_or(0) + 1;
            ["Person ", &place.to_string()].concat()
        }
        name => name.to_owned(),
    }
}

/// "1 request", "4 requests".
pub(super) fn count_of(count: usize, one: &str, more: &str) -> String {
    [&*count.to_string(), " ", if count == 1 { one } else { more }].concat()
}

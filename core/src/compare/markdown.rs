//! The comparison as Markdown, for people: to paste into a page or a message.

use crate::document::{Division, Document};
use crate::id::{DivisionId, ValueId};
use crate::text::markdown::escaped;

use super::enacted::enacted;
use super::index::Index;
use super::kind::Kind;
use super::pair::{Comparison, Relation};
use super::suggest::Suggest;

/// One pair of divisions under a heading of its own; empty when one of them is not there.
pub fn pair(index: &Index<'_>, a: DivisionId, b: DivisionId, source: &dyn Suggest) -> String {
    let Some(comparison) = index.compare(a, b, source) else { return String::new() };
    let page = Page { document: index.document, teams: [a, b].map(|id| name(index.document, id)) };
    let mut text = format!("## {} and {}\n\n", page.teams[0], page.teams[1]);
    text.push_str(&capitalised(&comparison.summary.counts.to_string()));
    text.push_str(".\n");
    page.push_contradicting(&mut text, &comparison);
    page.push_relations(&mut text, &comparison);
    page.push_enacted(&mut text, a, b);
    text
}

/// All pairs of divisions: a table of the counts, then each pair that has anything to talk about.
pub fn all(index: &Index<'_>, source: &dyn Suggest) -> String {
    let mut text = String::from("# Values compared\n");
    let summaries: Vec<_> = index.summaries().collect();
    if summaries.is_empty() {
        text.push_str("\nThere is only one division so far. Add another to compare with.\n");
        return text;
    }
    text.push_str("\n| Divisions |");
    Kind::WORST_FIRST.iter().for_each(|kind| text.push_str(&format!(" {} |", kind.label())));
    text.push_str("\n| --- |");
    Kind::WORST_FIRST.iter().for_each(|_| text.push_str(" ---: |"));
    for summary in &summaries {
        let [a, b] = [summary.a, summary.b].map(|id| name(index.document, id));
        text.push_str(&format!("\n| {a} and {b} |"));
        Kind::WORST_FIRST.iter().for_each(|&kind| text.push_str(&format!(" {} |", summary.counts.of(kind))));
    }
    text.push('\n');
    for summary in &summaries {
        let related = index.compare(summary.a, summary.b, source);
        if related.is_some_and(|comparison| comparison.relations.iter().any(|line| line.kind != Kind::Alone)) {
            text.push('\n');
            text.push_str(&pair(index, summary.a, summary.b, source));
        }
    }
    text
}

struct Page<'d> {
    document: &'d Document,
    teams: [String; 2],
}

impl Page<'_> {
    /// "**Speed** even at the cost of **polish**".
    fn sentence(&self, value: ValueId) -> String {
        let words = |text: &str| format!("**{}**", escaped(text));
        let sides = self.document.value(value).map(|value| [words(&value.pursued.text), words(&value.cost.text)]);
        sides.map_or_else(String::new, |[pursued, cost]| format!("{pursued} even at the cost of {cost}"))
    }

    fn push_contradicting(&self, text: &mut String, comparison: &Comparison) {
        for (team, knots) in self.teams.iter().zip(&comparison.contradicting) {
            for knot in knots {
                text.push_str(&format!("\nFirst, within {team}: these values contradict each other.\n\n"));
                knot.iter().for_each(|&value| text.push_str(&format!("- {}\n", self.sentence(value))));
            }
        }
    }

    fn push_relations(&self, text: &mut String, comparison: &Comparison) {
        let mut last = None;
        for relation in &comparison.relations {
            let heading = (relation.kind, relation.confirmed, relation.unsure);
            if last != Some(heading) {
                last = Some(heading);
                let label = capitalised(relation.kind.label());
                let maybe = match (relation.confirmed, relation.unsure) {
                    (true, _) => "",
                    (false, false) => " (if the words mean the same)",
                    (false, true) => " (if the words mean the same; check which side belongs to which)",
                };
                text.push_str(&format!("\n### {label}{maybe}\n\n{}\n\n", relation.kind.explanation()));
            }
            self.push_relation(text, relation);
        }
    }

    fn push_relation(&self, text: &mut String, relation: &Relation) {
        let sides = self.teams.iter().zip([&relation.a, &relation.b]);
        let sentences = sides.flat_map(|(team, values)| values.iter().map(move |&value| (team, value)));
        for (place, (team, value)) in sentences.enumerate() {
            let indent = if place == 0 { "- " } else { "  " };
            // Two spaces at the end break the line.
            text.push_str(&format!("{indent}{team}: {}  \n", self.sentence(value)));
        }
        if let Some(path) = &relation.path {
            let chain = |goods: &[String]| goods.iter().map(|good| escaped(good)).collect::<Vec<_>>().join(" → ");
            for (team, goods) in self.teams.iter().zip([&path.a, &path.b]) {
                text.push_str(&format!("  {team}, step by step: {}  \n", chain(goods)));
            }
        }
        text.push_str(&format!("  *{}*\n", escaped(&relation.question)));
    }

    fn push_enacted(&self, text: &mut String, a: DivisionId, b: DivisionId) {
        let enacted = enacted(self.document, a, b);
        let with_view = enacted.with_view();
        if with_view == 0 {
            return;
        }
        let requests = if with_view == 1 { "request" } else { "requests" };
        text.push_str(&format!(
            "\n### In practice\n\nOf {with_view} {requests} on which both have a view, {} agree.\n",
            enacted.agreed()
        ));
        let [a, b] = &self.teams;
        let lists = [(&enacted.fit_a_strain_b, a, b), (&enacted.strain_a_fit_b, b, a)];
        for (requests, fits, strains) in lists.into_iter().filter(|(requests, ..)| !requests.is_empty()) {
            text.push_str(&format!("\nFits {fits}, strains {strains}:\n\n"));
            for request in requests.iter().filter_map(|&id| self.document.request(id)) {
                text.push_str(&format!("- {}\n", escaped(request.display_title())));
            }
        }
    }
}

fn name(document: &Document, division: DivisionId) -> String {
    escaped(document.division(division).map_or("", Division::display_name))
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.as_str().chars()).collect()
}

//! A pasted list: a value a line, under headings that name divisions, with Markdown's tables and notes.

use super::entry::{Found, Remark, Statement, Trouble};
use super::sentence::{self, Sentence, Unclear, unwrapped, without_marker};
use super::table::{Row, markdown_row};
use super::{csv, day, markdown, one_line};

/// Headings that name no division, folded.
const NO_DIVISIONS: [&str; 9] = [
    "values",
    "our values",
    "team values",
    "we value",
    "trade-offs",
    "our trade-offs",
    "principles",
    "our principles",
    "even over statements",
];

/// Reads every line: values, headings ("People team:", "## People team"), notes under a value ("Example: …",
/// "Adopted on …", "Origin: …"), musts under a heading of that name, and Markdown tables.
pub(super) fn read(text: &str) -> Found {
    let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
    let mut list = List {
        found: Found::default(),
        markdown: lines.iter().any(|line| title(line).is_some() || line.starts_with('|')),
        division: None,
        musts: false,
        waiting: None,
    };
    let mut index = 0;
    while let Some(line) = lines.get(index) {
        let rest = &lines[index + 1..];
        if line.starts_with('|') {
            let more = rest.iter().take_while(|line| line.starts_with('|')).count();
            list.table(index + 1, &lines[index..=index + more]);
            index += more;
        } else if line.chars().any(char::is_alphanumeric) {
            let next = rest.iter().find(|line| !line.is_empty()).copied().unwrap_or_default();
            list.line(index + 1, line, next);
        }
        index += 1;
    }
    list.leave_heading();
    list.found
}

struct List {
    found: Found,
    /// Backslashes before punctuation are Markdown's.
    markdown: bool,
    /// The division of the last heading.
    division: Option<String>,
    /// The last heading was that of musts.
    musts: bool,
    /// What to say of the last heading if nothing follows it.
    waiting: Option<Remark>,
}

impl List {
    fn line(&mut self, number: usize, line: &str, next: &str) {
        if let Some((name, remark)) = heading(number, line, next) {
            return self.heading(&name, remark);
        }
        let line = title(line).unwrap_or(line);
        let item = without_marker(line);
        if let Some(words) = note(item, "Example:") {
            let words = self.plain(words);
            if let Some(last) = self.found.values.last_mut() {
                last.example = words;
                return;
            }
        } else if let Some(words) = note(item, "Origin:") {
            let words = self.plain(words);
            if let Some(last) = self.found.values.last_mut() {
                last.origin = words;
                return;
            }
        } else if let Some(words) = note(item, "Adopted on") {
            match (day::read(words), self.found.values.last_mut()) {
                (Some(day), Some(last)) => last.adopted = Some(day),
                _ => self.found.unread.push(Remark::new(number, line, Trouble::Date(words.to_owned()))),
            }
            return;
        }
        let (sentence, must) = match (self.musts, sentence::read(line)) {
            (true, _) => {
                let (words, source) = item.rsplit_once(" (source: ").unwrap_or((item, ""));
                let must = self.plain(source.strip_suffix(')').unwrap_or(source));
                let alone = || Sentence { pursued: unwrapped(words).to_owned(), cost: String::new() };
                (sentence::read_explicit(words).unwrap_or_else(|_| alone()), Some(must))
            }
            (false, Ok(sentence)) => (sentence, None),
            (false, Err(Unclear::OneSide)) if names_no_division(line) => return,
            (false, Err(unclear)) => {
                return self.found.unread.push(Remark::new(number, line, Trouble::Unclear(unclear)));
            }
        };
        let sentence = Sentence { pursued: self.plain(&sentence.pursued), cost: self.plain(&sentence.cost) };
        self.waiting = None;
        self.found.values.push(Statement { division: self.division.clone(), must, ..Statement::new(number, sentence) });
    }

    fn heading(&mut self, name: &str, remark: Option<Remark>) {
        self.musts = matches!(&*name.to_ascii_lowercase(), "must" | "musts");
        if !self.musts && !names_no_division(name) {
            self.leave_heading();
            self.division = Some(self.plain(name));
            self.waiting = remark;
        }
    }

    fn leave_heading(&mut self) {
        self.found.unread.extend(self.waiting.take());
    }

    fn table(&mut self, number: usize, lines: &[&str]) {
        let (values, requests) = (self.found.values.len(), self.found.requests.len());
        let rows: Vec<Row> = lines
            .iter()
            .enumerate()
            .filter_map(|(index, line)| Some(Row { line: number + index, cells: markdown_row(line)? }))
            .filter(|row| !row.is_blank())
            .collect();
        let ruled = lines.get(1).is_some_and(|line| markdown_row(line).is_none());
        let Some((head, rest)) = rows.split_first() else { return };
        if !csv::read_rows(head, rest, &mut self.found) {
            if ruled {
                self.found.partly.push(Remark::new(head.line, &head.shown(), Trouble::Head));
            }
            csv::read_by_order(if ruled { rest } else { &rows }, &mut self.found);
        }
        self.waiting = None;
        for statement in &mut self.found.values[values..] {
            statement.division = statement.division.take().or_else(|| self.division.clone());
        }
        for ask in &mut self.found.requests[requests..] {
            ask.division = ask.division.take().or_else(|| self.division.clone());
        }
    }

    fn plain(&self, text: &str) -> String {
        if self.markdown { markdown::plain(text) } else { text.trim().to_owned() }
    }
}

/// The name that a line gives to what follows it, and what to say if nothing does. A Markdown title may well
/// stand alone.
fn heading(number: usize, line: &str, next: &str) -> Option<(String, Option<Remark>)> {
    if let Some(title) = title(line) {
        return sentence::read_explicit(title).is_err().then(|| (unwrapped(title).to_owned(), None));
    }
    let text = unwrapped(without_marker(line));
    let name = match text.strip_suffix(':') {
        Some(name) => {
            // "Speed over polish:" may be a value; what has a list under it is a heading.
            let listed = without_marker(next) != next || next.ends_with(':');
            let speaks = if listed { sentence::read_explicit(name) } else { sentence::read(name) };
            speaks.is_err().then_some(name)?
        }
        // Bold words alone on their line.
        None if text.len() + 4 == line.len() && line.starts_with(['*', '_']) => {
            sentence::read(text).is_err().then_some(text)?
        }
        None => return None,
    };
    Some((one_line(unwrapped(name)), Some(Remark::new(number, line, Trouble::NothingFollows))))
}

/// The text of a Markdown title.
fn title(line: &str) -> Option<&str> {
    let text = line.trim_start_matches('#');
    let title = (1..=6).contains(&(line.len() - text.len())) && text.starts_with(char::is_whitespace);
    title.then(|| text.trim().trim_end_matches('#').trim_end())
}

fn names_no_division(name: &str) -> bool {
    NO_DIVISIONS.contains(&&*name.trim().to_ascii_lowercase())
}

/// What a line says after that word.
fn note<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let (start, rest) = line.split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then(|| rest.trim())
}

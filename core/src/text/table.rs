//! The rows of a table as written: delimited text, or Markdown.

use csv::{ReaderBuilder, StringRecord};

use super::{joined, markdown};

/// A row of cells, trimmed, and the line that it begins on, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub line: usize,
    pub cells: Vec<String>,
}

impl Row {
    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }

    /// The row as a message quotes it.
    pub fn shown(&self) -> String {
        joined(&mut self.cells.iter().filter(|cell| !cell.is_empty()).map(String::as_str), " · ")
    }
}

/// A table of delimited text.
pub(super) struct Delimited {
    /// The rows that hold anything.
    pub rows: Vec<Row>,
    /// The line of a quotation mark that is never closed: the rows end before it.
    pub open_quote: Option<usize>,
}

/// Reads delimited text. Quoted cells may hold anything; quotation marks within a cell are kept.
pub(super) fn delimited(text: &str, delimiter: u8) -> Delimited {
    // A last line that no text ends in by chance: where a quotation mark stays open, it is not found as such.
    const END: &str = "\n\u{0}";
    let marked = format!("{text}{END}");
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(marked.as_bytes());
    let (mut rows, mut open_quote) = (Vec::new(), None);
    let (mut line, mut counted) = (1, 0);
    let mut record = StringRecord::new();
    // Text in memory cannot fail to be read.
    while let Ok(true) = reader.read_record(&mut record) {
        // The reader counts from the end of the last record: blank lines in between come first.
        let start = record.position().map_or(counted, |position| usize::try_from(position.byte()).unwrap_or(counted));
        let begins = marked[start..].find(|c| c != '\n').map_or(start, |blank| start + blank);
        line += marked[counted..begins].matches('\n').count();
        counted = begins;
        let is_end = record.len() == 1 && record.get(0) == Some(&END[1..]);
        if is_end {
            break;
        }
        if record.iter().next_back().is_some_and(|cell| cell.ends_with(END)) {
            open_quote = Some(line);
            break;
        }
        let row = Row { line, cells: record.iter().map(|cell| cell.trim().to_owned()).collect() };
        if !row.is_blank() {
            rows.push(row);
        }
    }
    Delimited { rows, open_quote }
}

/// Reads one line of a Markdown table; `None` for the line of hyphens under the head.
pub(super) fn markdown_row(line: &str) -> Option<Vec<String>> {
    let line = line.trim();
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for c in line.strip_prefix('|').unwrap_or(line).chars() {
        match cells.last_mut() {
            _ if c == '|' && !escaped => cells.push(String::new()),
            Some(cell) => cell.push(c),
            None => {}
        }
        escaped = c == '\\' && !escaped;
    }
    // The last bar closes the line.
    if cells.len() > 1 && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    let rule = |cell: &String| {
        let cell = cell.trim();
        !cell.is_empty() && cell.bytes().all(|byte| matches!(byte, b'-' | b':'))
    };
    (!cells.iter().all(rule)).then(|| cells.iter().map(|cell| markdown::plain(cell)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(row: &Row) -> Vec<&str> {
        row.cells.iter().map(String::as_str).collect()
    }

    #[test]
    fn rows_know_the_line_that_they_begin_on() {
        let table = delimited("\n\na,b\n\n\"c\nd\",e\n,\nf, g \n", b',');
        let lines: Vec<_> = table.rows.iter().map(|row| (row.line, cells(row))).collect();
        assert_eq!(lines, [(3, vec!["a", "b"]), (5, vec!["c\nd", "e"]), (8, vec!["f", "g"])]);
        assert_eq!(table.open_quote, None);
    }

    #[test]
    fn a_quotation_mark_that_stays_open_is_found() {
        let table = delimited("a,b\nc,\"d\ne,f\n", b',');
        assert_eq!((table.rows.len(), table.open_quote), (1, Some(2)));
        assert_eq!(delimited("\"a", b',').open_quote, Some(1));
        for closed in ["a,\"b\"", "a,\"b\"\n", "a,b\"", "", "\u{0}", "a\n\u{0}"] {
            assert_eq!(delimited(closed, b',').open_quote, None, "{closed:?}");
        }
    }

    #[test]
    fn bars_can_be_escaped_in_markdown() {
        assert_eq!(markdown_row(r"| a \| b | **c** |").unwrap(), ["a | b", "c"]);
        assert_eq!(markdown_row("a | b").unwrap(), ["a", "b"]);
        assert_eq!(markdown_row("|:--|--:|"), None);
    }
}

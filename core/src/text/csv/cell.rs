//! One cell: quoted where it has to be, and never a formula.
//!
//! A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`, whoever wrote it. Such a cell gets an
//! apostrophe in front, which is how spreadsheets themselves mark text; reading takes it off again, so that
//! what is written reads back as it was.

/// Adds one row. Memory takes every row, so there is no error to handle.
pub(super) fn push_row(table: &mut String, cells: &[&str]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            table.push(',');
        }
        push(table, cell);
    }
    table.push('\n');
}

fn push(table: &mut String, cell: &str) {
    let guard = if is_formula(cell) { "'" } else { "" };
    if cell.contains([',', '"', '\n', '\r']) || cell.trim().len() < cell.len() {
        table.push('"');
        table.push_str(guard);
        table.push_str(&cell.replace('"', "\"\""));
        table.push('"');
    } else {
        table.push_str(guard);
        table.push_str(cell);
    }
}

/// What a cell says, without the apostrophe that keeps it from being a formula.
pub(super) fn read(cell: &str) -> &str {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(text) if is_formula(cell) => text.trim(),
        _ => cell,
    }
}

fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches(|c: char| c == '\'' || c.is_whitespace()).starts_with(['=', '+', '-', '@'])
}

//! Measures how well nearness in meaning tells phrases that mean the same from phrases that have nothing in common.
//!
//! `cargo run -p evencost-core --example meaning -- pairs.tsv` reads a table, by tabs or commas, whose header names the
//! columns `label`, `a` and `b`; labels are same, related, opposite and unrelated. `--meaning FILE` takes another table
//! of words than `meaning/words.evm`. It prints
//! - `AUC`: how often a pair that is labelled same or related is nearer than one labelled unrelated, `0..=1`;
//! - for each label the share of its pairs that are suggested as the same, at the threshold that is built in.

use std::io::Write;
use std::process::ExitCode;

use evencost_core::meaning::{Meaning, NEAR};

const USAGE: &str = "usage: meaning PAIRS [--meaning FILE]";
/// From the folder that cargo runs examples in, and from this crate's own.
const WORDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../meaning/words.evm");

fn main() -> ExitCode {
    let written = run().and_then(|text| {
        let written = std::io::stdout().write_all(text.as_bytes());
        written.map_err(|error| format!("the figures could not be written: {error}"))
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<String, String> {
    let mut given = std::env::args().skip(1);
    let (mut file, mut words) = (None, WORDS.to_owned());
    while let Some(argument) = given.next() {
        match &*argument {
            "--meaning" => words = given.next().ok_or(format!("--meaning needs a file\n{USAGE}"))?,
            option if option.starts_with("--") => return Err(format!("{option} is not an option\n{USAGE}")),
            _ if file.is_some() => return Err(format!("one file at a time, please\n{USAGE}")),
            _ => file = Some(argument),
        }
    }
    let bytes = std::fs::read(&words).map_err(|error| format!("{words}: {error}"))?;
    let meaning = Meaning::read(&bytes).map_err(|error| format!("{words}: {error}"))?;
    let pairs = pairs(&file.ok_or(USAGE)?)?;
    let scored = |pair: &Pair| {
        let similarity = meaning.phrase(&pair.a).zip(meaning.phrase(&pair.b)).map(|(a, b)| a.similarity(&b));
        (pair.label.clone(), similarity.unwrap_or_default())
    };
    Ok(report(&pairs.iter().map(scored).collect::<Vec<_>>()))
}

struct Pair {
    label: String,
    a: String,
    b: String,
}

fn pairs(file: &str) -> Result<Vec<Pair>, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let header = text.lines().next().unwrap_or_default();
    let tabs = header.contains('\t');
    let mut table = csv::ReaderBuilder::new();
    // Between tabs, quotation marks are letters like others.
    table.flexible(true).quoting(!tabs).delimiter(if tabs { b'\t' } else { b',' });
    let mut table = table.from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let names = table.headers().map_err(|error| format!("{file}: {error}"))?.clone();
    let column = |wanted: &str| {
        let found = names.iter().position(|name| name.trim().eq_ignore_ascii_case(wanted));
        found.ok_or_else(|| format!("{file}: the first line names no column {wanted:?}; it has {header:?}"))
    };
    let [label, a, b] = [column("label")?, column("a")?, column("b")?];
    let rows = table.records().enumerate().map(|(row, record)| {
        let record = record.map_err(|error| format!("{file}: {error}"))?;
        let cell = |at: usize| {
            let cell = record.get(at).map(|cell| cell.trim().to_owned());
            cell.ok_or_else(|| format!("{file}:{}: the line has only {} cells", row + 2, record.len()))
        };
        Ok(Pair { label: cell(label)?, a: cell(a)?, b: cell(b)? })
    });
    rows.collect()
}

/// The figures for pairs with their labels and similarities.
fn report(scored: &[(String, f32)]) -> String {
    let of = |labels: &[&str]| -> Vec<f32> {
        scored.iter().filter(|(label, _)| labels.contains(&label.as_str())).map(|&(_, similarity)| similarity).collect()
    };
    let mut text = match auc(&of(&["same", "related"]), &of(&["unrelated"])) {
        Some(auc) => format!("AUC {auc:.3} same and related against unrelated\n"),
        None => "AUC none: there are no pairs to tell apart\n".to_owned(),
    };
    let mut labels: Vec<&str> = vec!["same", "related", "opposite", "unrelated"];
    labels.extend(scored.iter().map(|(label, _)| label.as_str()).filter(|label| !label.is_empty()));
    let mut told = Vec::new();
    for label in labels {
        let all = of(&[label]);
        if all.is_empty() || told.contains(&label) {
            continue;
        }
        told.push(label);
        let near = all.iter().filter(|&&similarity| similarity >= NEAR).count();
        text.push_str(&format!("{label} {:.3} at {NEAR} ({near} of {})\n", near as f64 / all.len() as f64, all.len()));
    }
    text
}

/// The area under the ROC curve: the share of pairs of one and the other in which the first is the greater, ties half.
fn auc(positive: &[f32], negative: &[f32]) -> Option<f64> {
    let pairs = positive.iter().flat_map(|one| negative.iter().map(move |other| one.total_cmp(other)));
    let won: f64 = pairs.map(|order| f64::from(order as i8 + 1) / 2.0).sum();
    let all = positive.len() * negative.len();
    (all > 0).then(|| won / all as f64)
}

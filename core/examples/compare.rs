//! Prints the comparison report of the divisions in a table or file of values.
//!
//! `cargo run -p evencost-core --example compare -- values.csv` compares all divisions, `--pair A B` two of them;
//! `--summary` prints counts alone; `--meaning FILE` also suggests wordings that are near in meaning, by a table of words
//! such as `meaning/words.evm`, and what would follow: the lines with `"confirmed": false`. What cannot be read is told
//! on standard error, with its line, and nothing is printed.

use std::io::{self, Write};
use std::process::ExitCode;

use evencost_core::compare::{Depth, Index, Report, Stems, Suggest};
use evencost_core::date;
use evencost_core::document::Document;
use evencost_core::edit::apply;
use evencost_core::id::{DivisionId, Ids, Replica};
use evencost_core::meaning::{Meaning, Near};
use evencost_core::text::import;

const USAGE: &str = "usage: compare FILE [--pair A B] [--summary] [--meaning FILE]";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

struct Arguments {
    file: String,
    pair: Option<[String; 2]>,
    depth: Depth,
    meaning: Option<String>,
}

fn arguments() -> Result<Arguments, String> {
    let mut given = std::env::args().skip(1);
    let (mut file, mut pair, mut depth, mut meaning) = (None, None, Depth::Relations, None);
    while let Some(argument) = given.next() {
        match &*argument {
            "--summary" => depth = Depth::Summary,
            "--pair" => {
                let (Some(a), Some(b)) = (given.next(), given.next()) else {
                    return Err(format!("--pair needs the names of two divisions\n{USAGE}"));
                };
                pair = Some([a, b]);
            }
            "--meaning" => meaning = Some(given.next().ok_or(format!("--meaning needs a file\n{USAGE}"))?),
            option if option.starts_with("--") => return Err(format!("{option} is not an option\n{USAGE}")),
            _ if file.is_some() => return Err(format!("one file at a time, please\n{USAGE}")),
            _ => file = Some(argument),
        }
    }
    Ok(Arguments { file: file.ok_or(USAGE)?, pair, depth, meaning })
}

fn run() -> Result<(), String> {
    let Arguments { file, pair, depth, meaning } = arguments()?;
    let document = read(&file)?;
    let index = Index::new(&document);
    let meaning = meaning.map(|file| words(&file)).transpose()?;
    let near = meaning.as_ref().map(Near::new);
    let source: &dyn Suggest = near.as_ref().map_or(&Stems, |near| near);
    let report = match pair {
        None => Report::on_all(&index, source, depth),
        Some([a, b]) => {
            let [a, b] = [division(&document, &a)?, division(&document, &b)?];
            Report::on(&index, a, b, source, depth)
        }
    };
    let mut out = std::io::stdout().lock();
    let written = serde_json::to_writer_pretty(&mut out, &report).map_err(io::Error::from);
    written.and_then(|()| writeln!(out)).map_err(|error| format!("the report could not be written: {error}"))
}

/// The table of words in that file.
fn words(file: &str) -> Result<Meaning, String> {
    let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    Meaning::read(&bytes).map_err(|error| format!("{file}: {error}"))
}

/// The file as a document of its own.
fn read(file: &str) -> Result<Document, String> {
    let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let import = import::read(&bytes).map_err(|refusal| format!("{file}: {refusal}"))?;
    if let Some(workspace) = import.workspace() {
        return Ok(workspace.clone());
    }
    let mut document = Document::default();
    let plan = import.plan(&document, None);
    if !plan.unread.is_empty() {
        let lines = plan.unread.iter().map(|remark| format!("{file}:{}: {}", remark.line, remark.trouble));
        return Err(lines.collect::<Vec<_>>().join("\n"));
    }
    for remark in &plan.partly {
        eprintln!("{file}:{}: {}", remark.line, remark.trouble);
    }
    // Neither ids nor the day show in the report.
    let day = date::parse("2000-01-01").ok_or("no such day")?;
    let edit = plan.edit(&document, &mut Ids::new(Replica::new(0)), day);
    apply(&mut document, edit);
    Ok(document)
}

/// The division of that name, or the only one whose name holds it.
fn division(document: &Document, name: &str) -> Result<DivisionId, String> {
    let wanted = name.trim().to_lowercase();
    let named = |matches: &dyn Fn(&str) -> bool| -> Vec<DivisionId> {
        let divisions = document.divisions().filter(|division| matches(&division.name.trim().to_lowercase()));
        divisions.map(|division| division.id).collect()
    };
    let exact = named(&|name| name == wanted);
    let found = if exact.is_empty() { named(&|name| name.contains(&wanted)) } else { exact };
    match found[..] {
        [only] => Ok(only),
        _ => {
            let trouble = if found.is_empty() { "there is no division" } else { "there are several divisions" };
            let names: Vec<String> = document.divisions().map(|division| format!("{:?}", division.name)).collect();
            Err(format!("{trouble} {name:?}; the file has {}", names.join(", ")))
        }
    }
}

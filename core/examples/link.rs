//! Prints a workspace's file as links: how long each is without people's answers, with one person's, with two people's
//! and so on, a line each.
//!
//! `cargo run -p evencost-core --example link -- workspace.json`

use std::io::{self, Write};
use std::process::ExitCode;

use evencost_core::document::{Document, Key};
use evencost_core::edit::{self, apply};
use evencost_core::id::RaterId;
use evencost_core::link::{self, Purpose};
use evencost_core::text::json;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let file = std::env::args().nth(1).ok_or("usage: link WORKSPACE.json")?;
    let bytes = std::fs::read(&file).map_err(|error| format!("{file}: {error}"))?;
    let document = json::read(&bytes).map_err(|error| format!("{file}: {error}"))?;
    let raters: Vec<RaterId> = document.raters().map(|rater| rater.id).collect();
    for people in 0..=raters.len() {
        let fragment =
            link::write(Purpose::Look, &without(&document, &raters[people..])).map_err(|error| error.to_string())?;
        writeln!(io::stdout(), "{}\t{fragment}", fragment.len()).map_err(|error| error.to_string())?;
    }
    Ok(())
}

fn without(document: &Document, raters: &[RaterId]) -> Document {
    let mut document = document.clone();
    for rater in raters {
        let edit = edit::remove(&document, &Key::Rater(*rater));
        apply(&mut document, edit);
    }
    document
}

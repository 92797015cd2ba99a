//! What a talk came to: to be read aloud at its end, and sent round as Markdown.

use crate::date;
use crate::document::{Agreed, Document, Point, SeenValue, Talk};
use crate::id::TalkId;
use crate::text::markdown::escaped;

use super::moved::{Move, in_short, moved};
use super::snapshot::snapshot;
use super::{adopt, name, sides};

/// A piece of the minutes, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Who talked, and when; the first.
    Title(String),
    /// Nothing is on the agenda.
    Nothing,
    /// A point: its number and what it is about.
    Point(usize, String),
    /// What a division says, in lines; never empty. A line may be a value: see [`sides`](super::sides).
    Says(String, Vec<String>),
    /// What was asked.
    Question(String),
    /// What was said, in lines; never empty.
    Notes(Vec<String>),
    /// What came of it: in a word or two, and the terms, which may be empty.
    Outcome(&'static str, String),
    /// The value that both adopted, and whose set does not have it yet.
    Adopted([String; 2], Vec<String>),
    /// What moved since the talk began, in short; behind all points.
    Moved(String),
    /// A relation that moved: how, and the values of either division.
    Move(String, [(String, Vec<[String; 2]>); 2]),
}

/// The minutes of a talk, as far as it has come; nothing for one that is not there.
pub fn blocks(document: &Document, talk: TalkId) -> Vec<Block> {
    let Some(talk) = document.talk(talk) else { return Vec::new() };
    let names = [talk.a, talk.b].map(|division| name(document, division).to_owned());
    let title = [&*names[0], " and ", &names[1], ", ", &date::spoken(talk.date)].concat();
    let mut blocks = vec![Block::Title(title)];
    for (number, point) in (1..).zip(document.points_of(talk.id)) {
        push_point(&mut blocks, document, &names, number, point);
    }
    if blocks.len() == 1 {
        blocks.push(Block::Nothing);
    }
    if let Some(moves) = moves(document, talk) {
        blocks.push(Block::Moved(in_short(&moves)));
        blocks.extend(moves.into_iter().map(|moved| told(&names, &moved)));
    }
    blocks
}

/// What moved since the talk began: until it was ended, or until now. None before it begins, or where what was kept then
/// has been removed.
pub fn moves(document: &Document, talk: &Talk) -> Option<Vec<Move>> {
    let before = document.snapshot(talk.before?)?;
    let after = talk.after.and_then(|id| document.snapshot(id));
    let now = || snapshot(document, talk.a, talk.b);
    Some(moved(&before.seen, &after.map_or_else(now, |after| after.seen.clone())))
}

fn push_point(blocks: &mut Vec<Block>, document: &Document, names: &[String; 2], number: usize, point: &Point) {
    let subject = match point.subject.trim() {
        "" => "Untitled point",
        subject => subject,
    };
    blocks.push(Block::Point(number, subject.to_owned()));
    for (name, says) in names.iter().zip([&point.ours, &point.theirs]) {
        blocks.extend(lines(says).map(|lines| Block::Says(name.clone(), lines)));
    }
    let question = point.question.trim();
    blocks.extend((!question.is_empty()).then(|| Block::Question(question.to_owned())));
    blocks.extend(lines(&point.notes).map(Block::Notes));
    let terms = || point.terms.trim().to_owned();
    match point.agreed {
        Agreed::Open => blocks.push(Block::Outcome("Not talked about yet", String::new())),
        Agreed::Adopted => {
            let value = [&point.pursued, &point.cost].map(|side| side.trim().to_owned());
            if value.iter().any(String::is_empty) {
                blocks.push(Block::Outcome("Both adopt a value that is still to be worded", String::new()));
            } else {
                let sets = names.iter().zip(adopt::sets_with(document, point));
                let lacking = sets.filter(|(_, value)| value.is_none()).map(|(name, _)| name.clone());
                let lacking = lacking.collect();
                blocks.push(Block::Adopted(value, lacking));
            }
        }
        Agreed::Exception => blocks.push(Block::Outcome("An exception", terms())),
        Agreed::Differ => blocks.push(Block::Outcome("We differ, and here is who decides", terms())),
        Agreed::Parked => blocks.push(Block::Outcome("Parked", terms())),
    }
}

fn told(names: &[String; 2], moved: &Move) -> Block {
    let sentence = |value: &SeenValue| [value.pursued.clone(), value.cost.clone()];
    let [a, b] = moved.sides().each_ref().map(|values| values.iter().map(sentence).collect());
    Block::Move(moved.words(), [(names[0].clone(), a), (names[1].clone(), b)])
}

/// The lines that hold anything, if any do.
fn lines(text: &str) -> Option<Vec<String>> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
    Some(lines.collect()).filter(|lines: &Vec<String>| !lines.is_empty())
}

/// The [`blocks`] as Markdown.
pub fn write(document: &Document, talk: TalkId) -> String {
    let blocks = blocks(document, talk);
    // What belongs together stands together.
    let mut text = String::new();
    for (place, block) in blocks.iter().enumerate() {
        let joined = place > 0
            && matches!(
                (&blocks[place - 1], block),
                (Block::Says(..), Block::Says(..)) | (Block::Move(..), Block::Move(..))
            );
        if place > 0 && !joined {
            text.push('\n');
        }
        text.push_str(&markdown(block));
    }
    text
}

/// One block, with the end of its last line.
fn markdown(block: &Block) -> String {
    match block {
        Block::Title(title) => format!("# {}\n", escaped(title)),
        Block::Nothing => "Nothing is on the agenda.\n".to_owned(),
        Block::Point(number, subject) => format!("## {number}. {}\n", escaped(subject)),
        Block::Says(name, lines) => match lines.as_slice() {
            [line] => format!("- {}: {}\n", escaped(name), said(line)),
            lines => {
                let lines = lines.iter().map(|line| format!("  - {}\n", said(line)));
                std::iter::once(format!("- {}:\n", escaped(name))).chain(lines).collect()
            }
        },
        Block::Question(question) => format!("*{}*\n", escaped(question)),
        Block::Notes(lines) => {
            let lines: Vec<String> = lines.iter().map(|line| format!("> {}", escaped(line))).collect();
            format!("{}\n", lines.join("  \n"))
        }
        Block::Outcome(label, terms) if terms.is_empty() => format!("**{label}.**\n"),
        Block::Outcome(label, terms) => format!("**{label}:** {}\n", escaped(terms)),
        Block::Adopted(value, lacking) => {
            let lacking = match lacking.as_slice() {
                [] => String::new(),
                names => format!(" (not in the values of {} yet)", escaped(&names.join(" and "))),
            };
            format!("**Adopted by both:** {}{lacking}\n", sentence(value))
        }
        Block::Moved(short) => format!("## What moved\n\n{}\n", escaped(short)),
        Block::Move(words, sides) => {
            let lines = sides.iter().flat_map(|(name, values)| {
                values.iter().map(move |value| format!("  - {}: {}\n", escaped(name), sentence(value)))
            });
            std::iter::once(format!("- {}\n", escaped(words))).chain(lines).collect()
        }
    }
}

fn said(line: &str) -> String {
    match sides(line) {
        Some(value) => sentence(&value.map(str::to_owned)),
        None => escaped(line),
    }
}

fn sentence([pursued, cost]: &[String; 2]) -> String {
    format!("**{}** even at the cost of **{}**", escaped(pursued), escaped(cost))
}

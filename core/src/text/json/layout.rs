//! A tree as the text of its file: the outer levels on lines of their own, each inner entry on one line.

use super::tree::Tree;

/// How many levels get lines of their own: the file, its lists, their entries, the lists in those.
const OPEN_LEVELS: usize = 4;

/// Adds the tree, which is so many levels deep in the file. Memory takes it, so there is no error to handle.
pub(super) fn push(text: &mut String, tree: &Tree<'_>, level: usize) {
    match tree {
        Tree::Null => text.push_str("null"),
        Tree::Flag(flag) => text.push_str(if *flag { "true" } else { "false" }),
        Tree::Number(number) => text.push_str(&number.to_string()),
        Tree::Text(words) => push_quoted(text, words),
        Tree::List(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                next(text, index, level + 1);
                push(text, item, level + 1);
            }
            end(text, items.is_empty(), level);
            text.push(']');
        }
        Tree::Entry(fields) => {
            text.push('{');
            for (index, (name, content)) in fields.iter().enumerate() {
                next(text, index, level + 1);
                push_quoted(text, name);
                text.push_str(": ");
                push(text, content, level + 1);
            }
            end(text, fields.is_empty(), level);
            text.push('}');
        }
    }
}

fn next(text: &mut String, index: usize, level: usize) {
    if index > 0 {
        text.push(',');
    }
    if level <= OPEN_LEVELS {
        indent(text, level);
    } else if index > 0 {
        text.push(' ');
    }
}

fn end(text: &mut String, empty: bool, level: usize) {
    if !empty && level < OPEN_LEVELS {
        indent(text, level);
    }
}

fn indent(text: &mut String, level: usize) {
    text.push('\n');
    for _ in 0..level {
        text.push_str("  ");
    }
}

pub(super) fn push_quoted(text: &mut String, words: &str) {
    text.push('"');
    for c in words.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\0'..='\x1f' => {
                // Two digits are enough for these.
                text.push_str("\\u00");
                for digit in [c as u32 >> 4, c as u32 & 15] {
                    text.extend(char::from_digit(digit, 16));
                }
            }
            c => text.push(c),
        }
    }
    text.push('"');
}

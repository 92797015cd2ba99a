//! The minutes of a talk: to be read aloud, copied, saved and printed.

use evencost_core::document::{FieldName, Key};
use evencost_core::talk::minutes::{self, Block};
use evencost_core::talk::{Course, course, end};
use leptos::prelude::*;

use super::{Open, moves, says};
use crate::app;
use crate::parts::erased::{click, either, memo, piece, when};
use crate::parts::{Notices, Sentence, copy};
use crate::ports::{clock, files};

pub(super) fn view(open: Open) -> AnyView {
    let live = open.live;
    let notices = expect_context::<Notices>();
    let course = memo(move || {
        live.listen(evencost_core::edit::Spot::Field(Key::Talk(open.id), FieldName::TalkBefore));
        live.field(Key::Talk(open.id), FieldName::TalkAfter, |document| document.talk(open.id).map(course))
    });
    let text = move || live.peek(|document| minutes::write(document, open.id));
    let save = move |_| {
        let name = files::name_of(&["minutes ", &open.names().join(" ")].concat(), "md");
        if !files::save(&files::Download { name, kind: "text/markdown", text: text() }) {
            notices.show("This browser did not take the file. Copy the minutes instead.");
        }
    };
    let print = move |_| {
        if window().print().is_err() {
            notices.show("This browser does not print from here. Save the minutes instead.");
        }
    };
    let blocks = move || live.read(|document| minutes::blocks(document, open.id));
    view! {
        <div class="no-print">
            <h1 tabindex="-1" id="part">"Minutes"</h1>
            {either(
                move || course.get() == Some(Course::Begun),
                move || ending(open),
                move || ().into_any(),
            )}
        </div>
        <section class="minutes talk-minutes" aria-label="The minutes">{piece(move || all(&blocks()))}</section>
        <p class="choices no-print">
            <button type="button" class="main" on:click=click(move |_| copy(notices, text(), "The minutes are copied as Markdown."))>
                "Copy as Markdown"
            </button>
            <button type="button" on:click=click(save)>"Save as a file"</button>
            <button type="button" on:click=click(print)>"Print"</button>
            {when(move || course.get() == Some(Course::Ended), move || view! {
                <button type="button" class="quiet" on:click=click(move |_| finish(open, notices))>
                    "You talked on: end it again"
                </button>
            }.into_any())}
        </p>
    }
    .into_any()
}

/// The talk ends, or ends again.
fn finish(open: Open, notices: Notices) {
    let edit = open.live.with_ids(|document, ids| end(document, open.id, ids, clock::today()));
    notices.edit(open.live, edit, "The talk has ended. How you stand now is kept.");
    app::focus("part");
}

/// The talk is being held: what its end brings.
fn ending(open: Open) -> AnyView {
    let notices = expect_context::<Notices>();
    let finish = move |_| finish(open, notices);
    view! {
        <div class="card">
            <p>"When you end the talk, what both adopted goes into the values of both, and how you stand to each other now is kept."</p>
            <p class="choices"><button type="button" class="main" on:click=click(finish)>"End the talk"</button></p>
        </div>
    }
    .into_any()
}

/// The blocks as a page; what is said side by side stands side by side.
fn all(blocks: &[Block]) -> AnyView {
    let is_move = |block: &&Block| matches!(block, Block::Move(..));
    let told = blocks.iter().filter(|block| !is_move(block)).map(block).collect_view();
    let moved = blocks.iter().filter(is_move).filter_map(|block| match block {
        Block::Move(words, sides) => Some(moves::one(words, "tag plain", sides)),
        _ => None,
    });
    let moved = moved.collect_view();
    view! {
        {told}
        {(!moved.is_empty()).then(|| view! { <ul class="moves">{moved}</ul> })}
    }
    .into_any()
}

fn block(block: &Block) -> AnyView {
    match block {
        Block::Title(title) => view! { <h2>{title.clone()}</h2> }.into_any(),
        Block::Nothing => view! { <p>"Nothing is on the agenda."</p> }.into_any(),
        Block::Point(number, subject) => view! { <h3>{*number} ". " {subject.clone()}</h3> }.into_any(),
        Block::Says(name, lines) => {
            let lines = lines.iter().map(|line| says::line(line)).collect_view();
            view! { <div class="told"><p class="who">{name.clone()}</p>{lines}</div> }.into_any()
        }
        Block::Question(question) => view! { <p class="asked"><i>{question.clone()}</i></p> }.into_any(),
        Block::Notes(lines) => {
            let lines = lines.iter().map(|line| view! { <p>{line.clone()}</p> }).collect_view();
            view! { <blockquote>{lines}</blockquote> }.into_any()
        }
        Block::Outcome(label, terms) => {
            let terms = if terms.is_empty() { String::new() } else { [": ", terms].concat() };
            view! { <p class="came"><b>{*label}</b>{terms}</p> }.into_any()
        }
        Block::Adopted([pursued, cost], lacking) => {
            let lacking = (!lacking.is_empty()).then(|| {
                let words = ["Not in the values of ", &lacking.join(" and "), " yet."].concat();
                view! { <p class="soft">{words}</p> }
            });
            view! {
                <div class="came">
                    <p><b>"Adopted by both"</b></p>
                    <Sentence pursued=pursued.clone() cost=cost.clone() />
                    {lacking}
                </div>
            }
            .into_any()
        }
        Block::Moved(short) => view! {
            <h3>"What moved"</h3>
            <p>{short.clone()}</p>
        }
        .into_any(),
        Block::Move(..) => ().into_any(),
    }
}

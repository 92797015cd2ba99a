//! The report, to take along: of a pair or of all.

use evencost_core::compare::{Depth, Index, Report, Suggest, markdown};
use evencost_core::document::Document;
use evencost_core::id::DivisionId;
use leptos::prelude::*;

use super::name;
use crate::live::Live;
use crate::meaning::Nearness;
use crate::parts::{Menu, MenuItem, Notices, copy};
use crate::ports::files;

/// The menu of all forms of the report. No pair: all of them.
pub(super) fn menu(live: Live, pair: Memo<Option<[DivisionId; 2]>>) -> AnyView {
    let notices = expect_context::<Notices>();
    let nearness = expect_context::<Nearness>();
    nearness.want();
    let as_markdown = move || {
        let of = |document: &Document, source: &dyn Suggest| {
            let index = Index::new(document);
            match pair.get_untracked() {
                Some([a, b]) => markdown::pair(&index, a, b, source),
                None => markdown::all(&index, source),
            }
        };
        untrack(|| nearness.suggesting(|source| live.peek(|document| of(document, source))))
    };
    let as_json = move || {
        let of = |document: &Document, source: &dyn Suggest| {
            let index = Index::new(document);
            match pair.get_untracked() {
                Some([a, b]) => Report::on(&index, a, b, source, Depth::Relations).json(),
                None => Report::on_all(&index, source, Depth::Relations).json(),
            }
        };
        untrack(|| nearness.suggesting(|source| live.peek(|document| of(document, source))))
    };
    let save = move |text: String, kind: &'static str, ending: &'static str| {
        let name = live.peek(|document| match pair.get_untracked() {
            Some([a, b]) => [name(document, a), name(document, b)].join(" "),
            None => [document.name(), "compared"].join(" "),
        });
        if !files::save(&files::Download { name: files::name_of(&name, ending), kind, text }) {
            notices.show("This browser did not take the file. Copy the report instead.");
        }
    };
    let copy = move || copy(notices, as_markdown(), "The report is copied as Markdown.");
    view! {
        <Menu label="Report" face="Report".into_any()>
            <MenuItem on_choose=copy>"Copy as Markdown"</MenuItem>
            <MenuItem on_choose=move || save(as_markdown(), "text/markdown", "md")>"Save as Markdown"</MenuItem>
            <MenuItem on_choose=move || save(as_json(), "application/json", "json")>"Save as JSON"</MenuItem>
        </Menu>
    }
    .into_any()
}

//! Links: sharing a workspace, opening what somebody shared, replying to it, and taking replies in.

mod copied;
mod guest;
mod opening;
mod publish;
mod qr;
mod replies;
mod scan;
mod share;
mod task;
mod which;

use evencost_core::id::{Digest, RaterId};
use evencost_core::link::{self, Link, LinkError, Sent};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::chunks;
use crate::keeping::{Beside, Keeper};
use crate::parts::Dialog;

pub use guest::GuestBanner;
pub use opening::Opening;
pub use publish::PublishForm;
pub use replies::{Answered, RepliesForm};
pub use scan::Scan;
pub use share::ShareForm;
pub use task::TaskBar;

/// The dialogs of links; anything may open them.
#[derive(Clone, Copy)]
pub struct LinkDialogs {
    share: RwSignal<bool>,
    publish: RwSignal<bool>,
    replies: RwSignal<bool>,
    /// What the dialog of replies starts with.
    pasted: RwSignal<String>,
}

impl Default for LinkDialogs {
    fn default() -> Self {
        let [share, publish, replies] = [(); 3].map(|()| RwSignal::new(false));
        Self { share, publish, replies, pasted: RwSignal::new(String::new()) }
    }
}

impl LinkDialogs {
    /// Opens the dialog that shares the workspace.
    pub fn share(self) {
        self.share.set(true);
    }

    /// Opens the dialog that makes a file for a page that others read.
    pub fn publish(self) {
        self.publish.set(true);
    }

    fn close_replies(self) {
        self.replies.set(false);
    }

    /// Opens the dialog that takes replies in, with a text that was pasted elsewhere.
    pub fn take(self, text: String) {
        self.pasted.set(text);
        self.replies.set(true);
    }
}

/// Shows the dialogs; there is one of each, in the app.
#[component]
pub fn LinkDialogsView() -> impl IntoView {
    let dialogs = expect_context::<LinkDialogs>();
    view! {
        <Dialog open=dialogs.share title="Share">{chunks::SHARE.view()}</Dialog>
        <Dialog open=dialogs.publish title="Publish">{chunks::PUBLISH.view()}</Dialog>
        <Dialog open=dialogs.replies title="Replies">{chunks::REPLIES.view()}</Dialog>
    }
}

/// So many of the links that were sent are kept, for the replies to them.
const KEPT: usize = 30;

/// What a workspace was made of.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
struct Received {
    /// The fragment of the link.
    link: String,
    /// Who is to reply; nobody to a link that was only kept.
    rater: Option<String>,
    /// How many replies have been made.
    replies: u32,
}

impl Received {
    /// What the open workspace was received as; listens to which workspace is open.
    fn of(keeper: Keeper) -> Option<Self> {
        serde_json::from_str(&keeper.beside(Beside::Received)?).ok()
    }

    /// The workspace that was made of a link before.
    fn find(keeper: Keeper, fragment: &str) -> Option<String> {
        keeper.each_beside(Beside::Received).into_iter().find_map(|(workspace, text)| {
            let received = serde_json::from_str::<Self>(&text).ok()?;
            (received.link == fragment).then_some(workspace)
        })
    }

    fn keep(&self, keeper: Keeper) {
        if let Ok(text) = serde_json::to_string(self) {
            keeper.put_beside(Beside::Received, &text);
        }
    }

    fn rater(&self) -> Option<RaterId> {
        self.rater.as_deref()?.parse().ok()
    }

    fn sent(&self) -> Result<Sent, LinkError> {
        read_sent(&self.link)
    }
}

fn read_sent(fragment: &str) -> Result<Sent, LinkError> {
    match link::read(fragment)? {
        Link::Sent(sent) => Ok(sent),
        Link::Reply(_) => Err(LinkError::Foreign),
    }
}

/// Keeps a link that was sent from the open workspace, so that replies to it can be read.
fn keep_sent(keeper: Keeper, fragment: &str) {
    let mut sent: Vec<String> = kept_links(untrack(move || keeper.beside(Beside::Sent)));
    if sent.last().is_none_or(|last| last != fragment) {
        // One that is sent again is not the next to go.
        sent.retain(|kept| kept != fragment);
        sent.push(fragment.to_owned());
        let old = sent.len().saturating_sub(KEPT);
        sent.drain(..old);
        keeper.put_beside(Beside::Sent, &sent.join(" "));
    }
}

fn kept_links(text: Option<String>) -> Vec<String> {
    text.unwrap_or_default().split_whitespace().map(str::to_owned).collect()
}

/// The link of that digest among those that were sent from the open workspace.
fn kept_link(keeper: Keeper, digest: Digest) -> Option<String> {
    let links = kept_links(keeper.beside(Beside::Sent)).into_iter();
    links.rev().find(|fragment| link::digest(fragment) == Some(digest))
}

/// The workspace from which the link of that digest was sent.
fn sender(keeper: Keeper, digest: Digest) -> Option<String> {
    let all = keeper.each_beside(Beside::Sent).into_iter();
    let has = |text: String| kept_links(Some(text)).iter().any(|fragment| link::digest(fragment) == Some(digest));
    all.filter(|(_, text)| has(text.clone())).map(|(workspace, _)| workspace).next()
}

/// The whole link of a fragment: this page's address with it.
fn address(fragment: &str) -> String {
    let here = window().location().href().unwrap_or_default();
    let page = here.split(['#', '?']).next().unwrap_or_default();
    [page, "#", fragment].concat()
}

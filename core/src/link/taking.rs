//! Taking in what people reply to a link: a pasted chat becomes one edit, and choices where replies contradict each other.
//!
//! The replies to one link are taken as a set. Of each person the last one counts; a field that only one content is
//! proposed for gets it, and one that several are proposed for stays as it was sent, for people to choose. So what
//! a set of replies makes of the link's document depends on the set alone, never on the order of pasting. What new
//! replies change of that is merged into the workspace, three-way, as another tab's changes would be.

use std::collections::{BTreeMap, BTreeSet};

use super::{Link, LinkError, Purpose, Reply, Sent, find, read};
use crate::document::{Document, Field, FieldName, Key, List, Row, Taken};
use crate::edit::{self, Change, Edit, apply};
use crate::id::{Digest, Id, RaterId};
use crate::merge::{are_related, difference, merge, reordered};

/// What pasted text brings to a workspace. Nothing is changed yet.
#[derive(Debug, Default)]
pub struct Taking {
    /// Each reply of the text once, then those that were taken in before, and links that are not replies.
    pub lines: Vec<Line>,
    /// What the new replies change without contradicting anything, and that they have been taken in.
    pub edit: Edit,
    /// What people have to choose.
    pub choices: Vec<Choice>,
}

/// One link of those that were pasted or taken in before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How the person calls themselves; empty where they did not say, or the link could not be read.
    pub name: String,
    /// What became of it.
    pub state: State,
    /// What people were asked to do, where that is known.
    pub asked: Option<Purpose>,
    /// How many values it adds.
    pub added: usize,
    /// How many rows that were sent it changes or removes.
    pub changed: usize,
    /// How many requests it weighs.
    pub weighed: usize,
}

/// What became of a link that was pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A reply to be taken in.
    New,
    /// A reply that has been taken in before.
    Known,
    /// A reply in whose place a later one of the same person counts.
    Replaced,
    /// A reply to a link that is neither kept here nor in the pasted text.
    BaseMissing,
    /// A reply to a link that was sent from another workspace.
    Elsewhere,
    /// What was sent, and no reply; replies to it can be read by it.
    Sent,
    /// It cannot be read.
    Unreadable(LinkError),
}

/// Something that several contradict each other in. Leaving it as it is in the workspace is always possible.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What is proposed, each with the number of people who did. The last change of each edit says what it is about.
    pub proposals: Vec<(Edit, usize)>,
}

/// Works out what a pasted text brings to the workspace. `kept` finds the fragment of a link that was sent from here.
pub fn take(document: &Document, text: &str, kept: impl Fn(Digest) -> Option<String>) -> Taking {
    let mut taking = Taking::default();
    let mut bases = BTreeMap::new();
    let mut replies: BTreeMap<Digest, BTreeMap<Digest, Arrived>> = BTreeMap::new();
    let taken = document.taken().map(|taken| (taken.link.clone(), true));
    let mut seen = BTreeSet::new();
    for (fragment, is_known) in taken.chain(find(text).into_iter().map(|fragment| (fragment, false))) {
        if !seen.insert(fragment.clone()) {
            continue;
        }
        match read(&fragment) {
            Ok(Link::Sent(sent)) => {
                taking.lines.push(Line::of(State::Sent));
                bases.insert(sent.digest, sent);
            }
            Ok(Link::Reply(reply)) => {
                let (base, digest) = (reply.base, reply.digest);
                let arrived = Arrived { fragment, reply, is_known };
                replies.entry(base).or_default().entry(digest).or_insert(arrived);
            }
            // It was readable once.
            Err(_) if is_known => {}
            Err(error) => taking.lines.push(Line::of(State::Unreadable(error))),
        }
    }
    let mut ours = document.clone();
    for (digest, arrived) in replies {
        let base = bases.remove(&digest).or_else(|| match read(&kept(digest)?) {
            Ok(Link::Sent(sent)) => Some(sent),
            _ => None,
        });
        match base {
            Some(base) => taking.replies_to(&base, arrived, &mut ours),
            None => {
                let state = |is_known| if is_known { State::Known } else { State::BaseMissing };
                taking.lines.extend(arrived.into_values().map(|arrived| Line::of(state(arrived.is_known))));
            }
        }
    }
    taking.lines.sort_by_key(|line| (line.name.to_lowercase(), line.state == State::Replaced));
    taking
}

impl Taking {
    /// Whether there is a reply to take in.
    pub fn brings_nothing(&self) -> bool {
        self.edit.is_empty()
    }

    /// All that is to be done: the edit, then the chosen proposal of each choice; `None` leaves it as it is.
    pub fn with_choices(&self, document: &Document, chosen: &[Option<usize>]) -> Edit {
        let mut ours = document.clone();
        apply(&mut ours, self.edit.clone());
        let mut edit = self.edit.clone();
        for (choice, chosen) in self.choices.iter().zip(chosen) {
            if let Some((proposal, _)) = chosen.and_then(|place| choice.proposals.get(place)) {
                let proposal = edit::refresh(&ours, proposal.clone());
                apply(&mut ours, proposal.clone());
                edit = edit.then(proposal);
            }
        }
        edit
    }

    /// Takes in the replies to one link, those that were taken in before among them.
    fn replies_to(&mut self, base: &Sent, arrived: BTreeMap<Digest, Arrived>, ours: &mut Document) {
        if base.document.divisions().next().is_some() && !are_related(&base.document, ours) {
            self.lines
                .extend(arrived.into_values().filter(|arrived| !arrived.is_known).map(|_| Line::of(State::Elsewhere)));
            return;
        }
        let mut read = Vec::new();
        for (digest, Arrived { fragment, reply, is_known }) in arrived {
            let (rater, number) = (reply.rater, reply.number);
            match reply.document(base) {
                // Whatever else a reply was made to bring, it brings their own answers.
                Ok(document) => read.push(Answer {
                    digest,
                    rater,
                    number,
                    document: base.answer_of(&document, rater),
                    fragment,
                    is_known,
                }),
                Err(_) if is_known => {}
                Err(error) => self.lines.push(Line::of(State::Unreadable(error))),
            }
        }
        let known = |answer: &&Answer| answer.is_known;
        let (before, after) = (last_of_each(read.iter().filter(known)), last_of_each(read.iter()));
        for answer in &read {
            let counts = after.iter().any(|last| last.digest == answer.digest);
            self.lines.push(answer.line(base, counts));
        }
        if read.iter().all(|answer| answer.is_known) {
            return;
        }
        let before = Combined::of(&base.document, &before);
        let after = Combined::of(&base.document, &after);
        let merged = merge(&before.document, ours, &after.document);
        apply(ours, merged.edit.clone());
        let mut changes = merged.edit.changes;
        for answer in read.into_iter().filter(|answer| !answer.is_known) {
            let row = Row::Taken(Taken { digest: answer.digest, link: answer.fragment });
            changes.push(Change::Insert { row, predecessor: None });
        }
        let noted = Edit { changes: changes.iter().filter(|change| is_taken(change)).cloned().collect() };
        apply(ours, noted);
        self.edit.changes.extend(changes);
        let disputed = after.disputes.iter().filter(|(about, dispute)| before.disputes.get(about) != Some(dispute));
        self.choices.extend(disputed.filter_map(|(about, dispute)| dispute.choice(about, ours)));
        // People here have changed the same; what is disputed is told already.
        let contradicting = merged.conflicts.into_iter().filter(|edit| {
            let about = edit.changes.last().and_then(About::of);
            about.is_none_or(|about| !after.disputes.contains_key(&about))
        });
        self.choices.extend(contradicting.map(|edit| Choice { proposals: vec![(edit, 1)] }));
    }
}

fn is_taken(change: &Change) -> bool {
    matches!(change, Change::Insert { row: Row::Taken(_), .. })
}

impl Line {
    fn of(state: State) -> Self {
        Self { name: String::new(), state, asked: None, added: 0, changed: 0, weighed: 0 }
    }
}

struct Arrived {
    fragment: String,
    reply: Reply,
    is_known: bool,
}

/// A reply that has been read against what it answers.
struct Answer {
    digest: Digest,
    rater: RaterId,
    number: u32,
    document: Document,
    fragment: String,
    is_known: bool,
}

impl Answer {
    fn line(&self, base: &Sent, counts: bool) -> Line {
        let changes = difference(&base.document, &self.document).changes;
        let mut weighed = BTreeSet::new();
        let mut changed = BTreeSet::new();
        let mut added = 0;
        for change in &changes {
            match change {
                Change::Insert { row: Row::Value(_), .. } => added += 1,
                Change::Insert { row: Row::Stance(stance), .. } => drop(weighed.insert(stance.key.request)),
                Change::Insert { .. } | Change::Order { .. } => {}
                Change::Set { key, .. } => drop(changed.insert(key.clone())),
                Change::Remove { row } => drop(changed.insert(row.key())),
            }
        }
        Line {
            name: self.document.rater(self.rater).map(|rater| rater.name.trim().to_owned()).unwrap_or_default(),
            state: match (counts, self.is_known) {
                (false, _) => State::Replaced,
                (true, true) => State::Known,
                (true, false) => State::New,
            },
            asked: Some(base.purpose),
            added,
            changed: changed.len(),
            weighed: weighed.len(),
        }
    }
}

/// Of each person the reply that counts, in the order of the people.
fn last_of_each<'a>(replies: impl Iterator<Item = &'a Answer>) -> Vec<&'a Answer> {
    let mut last: BTreeMap<RaterId, &Answer> = BTreeMap::new();
    for reply in replies {
        let later = last.get(&reply.rater).is_none_or(|so_far| {
            // Two of the same number come from one person at two devices: any rule will do that is always the same.
            (so_far.number, so_far.digest) < (reply.number, reply.digest)
        });
        if later {
            last.insert(reply.rater, reply);
        }
    }
    last.into_values().collect()
}

/// What is disputed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    Field(Key, FieldName),
    Row(Key),
    Order(List),
}

impl About {
    fn of(change: &Change) -> Option<Self> {
        match change {
            Change::Set { key, after, .. } => Some(Self::Field(key.clone(), after.name())),
            Change::Remove { row } => Some(Self::Row(row.key())),
            Change::Order { list, .. } => Some(Self::Order(*list)),
            Change::Insert { .. } => None,
        }
    }
}

/// The distinct contents that are proposed, each with the number of replies that do.
#[derive(Clone, PartialEq)]
enum Dispute {
    Field(Vec<(Field, usize)>),
    /// So many remove the row, which nobody's reply does by itself: what is dropped, the room decides.
    Row(usize),
    Order(Vec<(Vec<Id>, usize)>),
}

impl Dispute {
    /// The choice that it is in our document; `None` where nothing of it is there any more or there is no difference.
    fn choice(&self, about: &About, ours: &Document) -> Option<Choice> {
        let edits: Vec<(Edit, usize)> = match (self, about) {
            (Self::Field(contents), About::Field(key, _)) => contents
                .iter()
                .map(|(content, count)| (edit::set(ours, key.clone(), content.clone()), *count))
                .collect(),
            (Self::Row(count), About::Row(key)) => vec![(edit::remove(ours, key), *count)],
            (Self::Order(orders), About::Order(list)) => {
                let now = ours.order(*list);
                let order = |after: &Vec<Id>| {
                    let after = reordered(&now, after);
                    let change = Change::Order { list: *list, before: now.clone(), after };
                    if matches!(&change, Change::Order { after, .. } if *after == now) {
                        Edit::default()
                    } else {
                        Edit::of(change)
                    }
                };
                orders.iter().map(|(after, count)| (order(after), *count)).collect()
            }
            _ => Vec::new(),
        };
        let proposals: Vec<_> = edits.into_iter().filter(|(edit, _)| !edit.is_empty()).collect();
        if proposals.is_empty() { None } else { Some(Choice { proposals }) }
    }
}

/// What a set of replies makes of the document that they answer.
struct Combined {
    document: Document,
    disputes: BTreeMap<About, Dispute>,
}

impl Combined {
    fn of(base: &Document, replies: &[&Answer]) -> Self {
        let mut document = base.clone();
        let mut fields: BTreeMap<(Key, FieldName), Vec<(Field, usize)>> = BTreeMap::new();
        let mut removals: BTreeMap<Key, usize> = BTreeMap::new();
        let mut orders: BTreeMap<List, Vec<(Vec<Id>, usize)>> = BTreeMap::new();
        for reply in replies {
            for change in difference(base, &reply.document).changes {
                match change {
                    Change::Set { key, after, .. } => {
                        let name = after.name();
                        count(fields.entry((key, name)).or_default(), after);
                    }
                    // Two people can add the same row only where its key says it all, or nearly.
                    Change::Insert { row, predecessor } => {
                        for field in row.fields() {
                            count(fields.entry((row.key(), field.name())).or_default(), field);
                        }
                        apply(&mut document, Edit::of(Change::Insert { row, predecessor }));
                    }
                    Change::Remove { row } => *removals.entry(row.key()).or_default() += 1,
                    Change::Order { list, after, .. } => {
                        let shared = after.into_iter().filter(|id| base.order(list).contains(id)).collect();
                        count(orders.entry(list).or_default(), shared);
                    }
                }
            }
        }
        let mut disputes = BTreeMap::new();
        for ((key, name), contents) in fields {
            if let [(content, _)] = contents.as_slice() {
                let edit = edit::set(&document, key, content.clone());
                apply(&mut document, edit);
            } else {
                disputes.insert(About::Field(key, name), Dispute::Field(contents));
            }
        }
        for (list, orders) in orders {
            if let [(order, _)] = orders.as_slice() {
                let before = document.order(list);
                let after = reordered(&before, order);
                apply(&mut document, Edit::of(Change::Order { list, before, after }));
            } else {
                disputes.insert(About::Order(list), Dispute::Order(orders));
            }
        }
        let own = |key: &Key| {
            let needs = base.row(key).map(|row| row.needs().any(|need| removals.contains_key(&need)));
            needs == Some(false)
        };
        let removed = removals.iter().filter(|(key, _)| own(key));
        disputes.extend(removed.map(|(key, count)| (About::Row(key.clone()), Dispute::Row(*count))));
        Self { document, disputes }
    }
}

/// Counts one more proposal of that content.
fn count<T: PartialEq>(contents: &mut Vec<(T, usize)>, content: T) {
    match contents.iter_mut().find(|(other, _)| *other == content) {
        Some((_, count)) => *count += 1,
        None => contents.push((content, 1)),
    }
}

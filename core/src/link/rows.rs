//! A document as sections: what makes it of another that the reader has. A link to a document starts from the empty
//! one, a reply from the document that was sent.

use super::LinkError;
use super::answers;
use super::content::{self, fields_of};
use super::wire::{Arrived, Reader, Wire, Writer};
use crate::date::Date;
use crate::document::*;
use crate::edit::{self, Change, Edit, apply};
use crate::id::{
    CustomerId, DivisionId, Id, LaneId, OutputId, PointId, RaterId, Replica, RequestId, RoutineId, SnapshotId, TalkId,
    ValueId,
};
use crate::merge::difference;

/// The kinds of rows by number, which is also the tag of the section that brings such rows. Frozen; new kinds get new
/// numbers, which older programs see as unknown.
mod kind {
    pub const WORKSPACE: u8 = 0;
    pub const DIVISION: u8 = 1;
    pub const VALUE: u8 = 2;
    pub const REQUEST: u8 = 3;
    pub const RATER: u8 = 4;
    pub const STANCE: u8 = 5;
    pub const DECISION: u8 = 6;
    pub const REVEAL: u8 = 7;
    pub const SAME_GOOD: u8 = 8;
    /// In no link: replies stay with whoever took them in.
    pub const TAKEN: u8 = 9;
    pub const OUTPUT: u8 = 10;
    pub const CUSTOMER: u8 = 11;
    pub const LANE: u8 = 12;
    pub const ROUTINE: u8 = 13;
    pub const SNAPSHOT: u8 = 14;
    pub const TALK: u8 = 15;
    pub const POINT: u8 = 16;
    pub const USE: u8 = 17;
    pub const PLACEMENT: u8 = 18;
}

/// Those that a list orders, and those that none does. Stances have no section: there are too many.
const LISTED: [u8; 11] = [
    kind::DIVISION,
    kind::VALUE,
    kind::REQUEST,
    kind::RATER,
    kind::OUTPUT,
    kind::CUSTOMER,
    kind::LANE,
    kind::ROUTINE,
    kind::SNAPSHOT,
    kind::TALK,
    kind::POINT,
];
const UNLISTED: [u8; 5] = [kind::DECISION, kind::REVEAL, kind::SAME_GOOD, kind::USE, kind::PLACEMENT];

fn kind_of(key: &Key) -> u8 {
    match key {
        Key::Workspace => kind::WORKSPACE,
        Key::Division(_) => kind::DIVISION,
        Key::Value(_) => kind::VALUE,
        Key::Request(_) => kind::REQUEST,
        Key::Rater(_) => kind::RATER,
        Key::Stance(_) => kind::STANCE,
        Key::Decision(_) => kind::DECISION,
        Key::Reveal(_) => kind::REVEAL,
        Key::SameGood(_) => kind::SAME_GOOD,
        Key::Taken(_) => kind::TAKEN,
        Key::Output(_) => kind::OUTPUT,
        Key::Customer(_) => kind::CUSTOMER,
        Key::Lane(_) => kind::LANE,
        Key::Routine(_) => kind::ROUTINE,
        Key::Snapshot(_) => kind::SNAPSHOT,
        Key::Talk(_) => kind::TALK,
        Key::Point(_) => kind::POINT,
        Key::Use(_) => kind::USE,
        Key::Placement(_) => kind::PLACEMENT,
    }
}

/// The sections of all other changes, and what a reply begins with: whose it is, and which of theirs.
pub(super) mod tag {
    pub const HEAD: u8 = 249;
    pub const FIELDS: u8 = 250;
    pub const REMOVED: u8 = 251;
    pub const ORDERS: u8 = 252;
}

/// The most changes that a link may bring: a few numbers can stand for many answers.
const MAX_CHANGES: usize = 20_000;

/// The most rows of lists (divisions, values, requests, people, customers and so on) that it may bring, and the most rows that it may remove. Both take
/// the longer, the more there are already; no link of people's own comes near.
const MAX_LISTED: usize = 2_000;
const MAX_REMOVED: usize = 2_000;

/// How much a link brings. What is written is counted as what is read, so whatever is written can be read.
#[derive(Default)]
struct Count {
    changes: usize,
    listed: usize,
    removed: usize,
}

impl Count {
    fn add(&mut self, change: &Change) -> Result<(), LinkError> {
        self.changes += 1;
        match change {
            Change::Insert { row, .. } => self.listed += usize::from(edit::place_of(row).is_some()),
            Change::Remove { .. } => self.removed += 1,
            Change::Set { .. } | Change::Order { .. } => {}
        }
        let few = self.changes <= MAX_CHANGES && self.listed <= MAX_LISTED && self.removed <= MAX_REMOVED;
        if few { Ok(()) } else { Err(LinkError::TooMuch) }
    }
}

/// Writes what makes `document` of `base`.
pub(super) fn write(wire: &mut Wire, base: &Document, document: &Document) -> Result<(), LinkError> {
    let edit = difference(base, document);
    let mut count = Count::default();
    edit.changes.iter().try_for_each(|change| count.add(change))?;
    let inserted = |kind: u8| {
        edit.changes.iter().filter_map(move |change| match change {
            Change::Insert { row, predecessor } if kind_of(&row.key()) == kind => Some((row, *predecessor)),
            _ => None,
        })
    };
    for kind in LISTED {
        wire.write(kind, |writer| {
            write_listed(writer, inserted(kind));
            Ok(())
        })?;
    }
    for kind in UNLISTED {
        wire.write(kind, |writer| {
            for (row, _) in inserted(kind) {
                write_key(writer, &row.key());
                write_fields(writer, row, &blank(&row.key(), NOWHERE), 0);
            }
            Ok(())
        })?;
    }
    let stances = inserted(kind::STANCE).filter_map(|(row, _)| match row {
        Row::Stance(stance) => Some(stance),
        _ => None,
    });
    answers::write(&mut wire.answers, document, stances)?;
    write_changes(wire, &edit)
}

/// What rows belong to before they say it.
const NOTHING: Id = Id { replica: Replica::new(0), counter: 0 };
const NOWHERE: DivisionId = DivisionId(NOTHING);

/// The day of requests that do not say theirs.
fn some_day() -> Date {
    Date::MIN
}

/// A row of which nothing is written yet.
fn blank(key: &Key, division: DivisionId) -> Row {
    match key {
        Key::Workspace => Workspace::default().into(),
        Key::Division(id) => Division::new(*id, "").into(),
        Key::Value(id) => Value::new(*id, division, "", "").into(),
        Key::Request(id) => Request::new(*id, "", some_day()).into(),
        Key::Rater(id) => Rater { id: *id, name: String::new(), division, named: false }.into(),
        Key::Output(id) => Output::new(*id, division, "").into(),
        Key::Customer(id) => Customer::new(*id, division, "").into(),
        Key::Lane(id) => Lane::new(*id, CustomerId(NOTHING), Service::QuickOrder).into(),
        Key::Routine(id) => Routine::new(*id, division, "").into(),
        Key::Snapshot(id) => {
            Snapshot { id: *id, a: NOWHERE, b: NOWHERE, date: some_day(), seen: Seen::default() }.into()
        }
        Key::Talk(id) => Talk::new(*id, [NOWHERE; 2], some_day()).into(),
        Key::Point(id) => Point::new(*id, TalkId(NOTHING), "").into(),
        Key::Use(key) => Use { key: *key }.into(),
        Key::Placement(key) => Placement::open(*key).into(),
        Key::Stance(key) => Stance::open(*key).into(),
        Key::Decision(key) => Decision::open(*key).into(),
        Key::Reveal(key) => Reveal { key: *key }.into(),
        Key::Taken(digest) => Taken { digest: *digest, link: String::new() }.into(),
        Key::SameGood(pair) => SameGood { pair: pair.clone(), same: true }.into(),
    }
}

/// The division of a row that has one.
fn division_of(row: &Row) -> Option<DivisionId> {
    match row {
        Row::Value(value) => Some(value.division),
        Row::Rater(rater) => Some(rater.division),
        Row::Output(output) => Some(output.division),
        Row::Customer(customer) => Some(customer.division),
        Row::Routine(routine) => Some(routine.division),
        _ => None,
    }
}

/// Writes rows of a list, each mostly after the one before.
fn write_listed<'r>(writer: &mut Writer<'_>, rows: impl Iterator<Item = (&'r Row, Option<Id>)>) {
    let (mut last, mut division) = (None, NOWHERE);
    for (row, predecessor) in rows {
        let Some((list, id)) = edit::place_of(row) else { continue };
        writer.row(id);
        let moved = matches!(list, List::Values(own) if own != division);
        let elsewhere = moved || predecessor != last;
        if let List::Values(own) = list {
            division = own;
        }
        write_fields(writer, row, &blank(&row.key(), division), u32::from(elsewhere));
        if elsewhere {
            if let List::Values(own) = list {
                writer.reference(own.0);
            }
            writer.optional(predecessor, Writer::reference);
        }
        last = Some(id);
        division = division_of(row).unwrap_or(division);
    }
}

fn read_listed(reader: &mut Reader<'_>, into: &mut Target<'_>, kind: u8) -> Result<(), LinkError> {
    let (mut last, mut division) = (None, NOWHERE);
    while !reader.is_done() {
        let key = read_key(reader, kind)?;
        let mask = reader.number()?;
        let fields = read_fields(reader, &key, mask >> 1)?;
        let mut predecessor = last;
        if mask & 1 == 1 {
            if matches!(key, Key::Value(_)) {
                division = DivisionId(reader.reference()?);
            }
            predecessor = reader.optional(Reader::reference)?;
        }
        let row = filled(blank(&key, division), fields)?;
        last = edit::place_of(&row).map(|(_, id)| id);
        division = division_of(&row).unwrap_or(division);
        into.insert(row, predecessor)?;
    }
    Ok(())
}

/// Writes which fields are not as in a blank row, with a bit of the caller's, and what they hold.
fn write_fields(writer: &mut Writer<'_>, row: &Row, blank: &Row, bit: u32) {
    let fields = fields_of(&row.key())
        .iter()
        .map(|name| row.field(*name).filter(|field| blank.field(*name).as_ref() != Some(field)));
    let fields: Vec<Option<Field>> = fields.collect();
    let mask = fields.iter().rev().fold(0, |mask, field| mask << 1 | u32::from(field.is_some()));
    writer.number(mask << 1 | bit);
    for field in fields.iter().flatten() {
        content::write(writer, field);
    }
}

fn read_fields(reader: &mut Reader<'_>, key: &Key, mask: u32) -> Result<Vec<Field>, LinkError> {
    let names = fields_of(key);
    // A field that is not known was made by a newer version; what it holds cannot be skipped.
    if mask.checked_shr(names.len() as u32).unwrap_or(0) != 0 {
        return Err(LinkError::Newer);
    }
    let set = names.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1);
    set.map(|(_, name)| content::read(reader, *name)).collect()
}

fn filled(mut row: Row, fields: Vec<Field>) -> Result<Row, LinkError> {
    for field in fields {
        row.replace(field).map_err(|_| LinkError::Malformed)?;
    }
    Ok(row)
}

/// Writes the key of any row.
fn write_key(writer: &mut Writer<'_>, key: &Key) {
    if let Some(id) = key.list_id() {
        writer.row(id);
    }
    match key {
        Key::Stance(StanceKey { request, value, rater }) => {
            writer.row(request.0);
            writer.reference(rater.0);
            writer.reference(value.0);
        }
        Key::Decision(key) | Key::Reveal(key) | Key::Placement(key) => {
            writer.row(key.request.0);
            writer.reference(key.division.0);
        }
        Key::Use(key) => {
            writer.row(key.output.0);
            writer.reference(key.customer.0);
        }
        Key::SameGood(pair) => {
            for Wording { text, of } in pair.wordings() {
                writer.text(text);
                writer.optional(of.map(|value| value.0), Writer::reference);
            }
        }
        // Those of a list have been written, and these say nothing more.
        Key::Workspace
        | Key::Taken(_)
        | Key::Division(_)
        | Key::Value(_)
        | Key::Request(_)
        | Key::Rater(_)
        | Key::Output(_)
        | Key::Customer(_)
        | Key::Lane(_)
        | Key::Routine(_)
        | Key::Snapshot(_)
        | Key::Talk(_)
        | Key::Point(_) => {}
    }
}

fn read_key(reader: &mut Reader<'_>, kind: u8) -> Result<Key, LinkError> {
    let decision = |reader: &mut Reader<'_>| -> Result<DecisionKey, LinkError> {
        Ok(DecisionKey { request: RequestId(reader.row()?), division: DivisionId(reader.reference()?) })
    };
    Ok(match kind {
        kind::WORKSPACE => Key::Workspace,
        kind::DIVISION => Key::Division(DivisionId(reader.row()?)),
        kind::VALUE => Key::Value(ValueId(reader.row()?)),
        kind::REQUEST => Key::Request(RequestId(reader.row()?)),
        kind::RATER => Key::Rater(RaterId(reader.row()?)),
        kind::OUTPUT => Key::Output(OutputId(reader.row()?)),
        kind::CUSTOMER => Key::Customer(CustomerId(reader.row()?)),
        kind::LANE => Key::Lane(LaneId(reader.row()?)),
        kind::ROUTINE => Key::Routine(RoutineId(reader.row()?)),
        kind::SNAPSHOT => Key::Snapshot(SnapshotId(reader.row()?)),
        kind::TALK => Key::Talk(TalkId(reader.row()?)),
        kind::POINT => Key::Point(PointId(reader.row()?)),
        kind::USE => Key::Use(UseKey { output: OutputId(reader.row()?), customer: CustomerId(reader.reference()?) }),
        kind::PLACEMENT => Key::Placement(decision(reader)?),
        kind::STANCE => {
            let request = RequestId(reader.row()?);
            let rater = RaterId(reader.reference()?);
            Key::Stance(StanceKey { request, value: ValueId(reader.reference()?), rater })
        }
        kind::DECISION => Key::Decision(decision(reader)?),
        kind::REVEAL => Key::Reveal(decision(reader)?),
        kind::SAME_GOOD => {
            let mut wording = || -> Result<Wording, LinkError> {
                let text = reader.text()?;
                let of = reader.optional(Reader::reference)?.map(ValueId);
                Ok(Wording { text, of })
            };
            Key::SameGood(WordingPair::new(wording()?, wording()?))
        }
        _ => return Err(LinkError::Newer),
    })
}

fn read_any_key(reader: &mut Reader<'_>) -> Result<Key, LinkError> {
    let kind = u8::try_from(reader.number()?).map_err(|_| LinkError::Newer)?;
    read_key(reader, kind)
}

/// Writes all changes but insertions. What was there before is not written: the reader has it.
fn write_changes(wire: &mut Wire, edit: &Edit) -> Result<(), LinkError> {
    wire.write(tag::FIELDS, |writer| {
        for change in &edit.changes {
            if let Change::Set { key, after, .. } = change {
                // A field without a number is one that no link can hold.
                let place = fields_of(key).iter().position(|name| *name == after.name()).ok_or(LinkError::TooMuch)?;
                writer.number(kind_of(key).into());
                write_key(writer, key);
                writer.count(place);
                content::write(writer, after);
            }
        }
        Ok(())
    })?;
    wire.write(tag::REMOVED, |writer| {
        for change in &edit.changes {
            if let Change::Remove { row } = change {
                writer.number(kind_of(&row.key()).into());
                write_key(writer, &row.key());
            }
        }
        Ok(())
    })?;
    wire.write(tag::ORDERS, |writer| {
        for change in &edit.changes {
            if let Change::Order { list, before, after } = change {
                match list {
                    List::Divisions => writer.number(0),
                    List::Requests => writer.number(1),
                    List::Raters => writer.number(2),
                    List::Values(division) => {
                        writer.number(3);
                        writer.reference(division.0);
                    }
                    List::Outputs => writer.number(4),
                    List::Customers => writer.number(5),
                    List::Lanes => writer.number(6),
                    List::Routines => writer.number(7),
                    List::Snapshots => writer.number(8),
                    List::Talks => writer.number(9),
                    List::Points => writer.number(10),
                }
                for id in after {
                    writer.count(before.iter().position(|other| other == id).unwrap_or_default());
                }
            }
        }
        Ok(())
    })
}

/// The document while it is being read.
struct Target<'b> {
    /// What the reader had before. Only this is changed, removed and reordered: what a link brings, it brings as it is.
    base: &'b Document,
    document: Document,
    count: Count,
}

impl Target<'_> {
    fn insert(&mut self, row: Row, predecessor: Option<Id>) -> Result<(), LinkError> {
        self.make(Change::Insert { row, predecessor })
    }

    fn make(&mut self, change: Change) -> Result<(), LinkError> {
        self.count.add(&change)?;
        if apply(&mut self.document, Edit::of(change)).skipped.is_empty() { Ok(()) } else { Err(LinkError::Malformed) }
    }

    /// A row that the reader had before, as it is by now.
    fn earlier(&self, key: &Key) -> Result<&Row, LinkError> {
        self.document.row(key).filter(|_| self.base.contains(key)).ok_or(LinkError::Malformed)
    }
}

/// Makes the written document of the one that it was written against; says whether every section was known.
pub(super) fn read(mut content: Arrived, base: &Document) -> Result<(Document, bool), LinkError> {
    let mut into = Target { base, document: base.clone(), count: Count::default() };
    let mut all_known = true;
    while let Some((tag, mut reader)) = content.next() {
        let reader = &mut reader;
        match tag {
            kind if LISTED.contains(&kind) => read_listed(reader, &mut into, kind)?,
            kind if UNLISTED.contains(&kind) => read_unlisted(reader, &mut into, kind)?,
            tag::FIELDS => read_set(reader, &mut into)?,
            tag::REMOVED => read_removed(reader, &mut into)?,
            tag::ORDERS => read_orders(reader, &mut into)?,
            _ => all_known = false,
        }
    }
    for stance in answers::read(&mut content.answers, &into.document)? {
        into.insert(stance.into(), None)?;
    }
    Ok((into.document, all_known))
}

fn read_unlisted(reader: &mut Reader<'_>, into: &mut Target<'_>, kind: u8) -> Result<(), LinkError> {
    while !reader.is_done() {
        let key = read_key(reader, kind)?;
        let mask = reader.number()?;
        let fields = read_fields(reader, &key, mask >> 1)?;
        into.insert(filled(blank(&key, NOWHERE), fields)?, None)?;
    }
    Ok(())
}

fn read_set(reader: &mut Reader<'_>, into: &mut Target<'_>) -> Result<(), LinkError> {
    while !reader.is_done() {
        let key = read_any_key(reader)?;
        let name = *fields_of(&key).get(reader.number()? as usize).ok_or(LinkError::Newer)?;
        let after = content::read(reader, name)?;
        let before = into.earlier(&key)?.field(name).ok_or(LinkError::Malformed)?;
        into.make(Change::Set { key, before, after })?;
    }
    Ok(())
}

fn read_removed(reader: &mut Reader<'_>, into: &mut Target<'_>) -> Result<(), LinkError> {
    while !reader.is_done() {
        let key = read_any_key(reader)?;
        let row = into.earlier(&key)?.clone();
        into.make(Change::Remove { row })?;
    }
    Ok(())
}

fn read_orders(reader: &mut Reader<'_>, into: &mut Target<'_>) -> Result<(), LinkError> {
    while !reader.is_done() {
        let list = match reader.number()? {
            0 => List::Divisions,
            1 => List::Requests,
            2 => List::Raters,
            3 => List::Values(DivisionId(reader.reference()?)),
            4 => List::Outputs,
            5 => List::Customers,
            6 => List::Lanes,
            7 => List::Routines,
            8 => List::Snapshots,
            9 => List::Talks,
            10 => List::Points,
            _ => return Err(LinkError::Newer),
        };
        // What a link brings comes in its order.
        if into.base.order(list).len() < 2 {
            return Err(LinkError::Malformed);
        }
        let before = into.document.order(list);
        let mut after = Vec::with_capacity(before.len());
        for _ in &before {
            after.push(*before.get(reader.number()? as usize).ok_or(LinkError::Malformed)?);
        }
        into.make(Change::Order { list, before, after })?;
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]
mod tests {
    use super::super::{Link, Purpose, Sent, read, spell, write_reply};
    use super::*;

    const REPLICA: Replica = Replica::new(9);

    fn id(counter: u32) -> Id {
        Id { replica: REPLICA, counter }
    }

    /// So many rows of a kind, without words.
    fn rows(wire: &mut Wire, kind: u8, ids: std::ops::Range<u32>) {
        let fill = |writer: &mut Writer<'_>| {
            for counter in ids {
                writer.row(id(counter));
                writer.number(0);
            }
            Ok(())
        };
        wire.write(kind, fill).unwrap();
    }

    /// A section of numbers.
    fn numbers(wire: &mut Wire, tag: u8, numbers: impl IntoIterator<Item = u32>) {
        let fill = |writer: &mut Writer<'_>| {
            numbers.into_iter().for_each(|number| writer.number(number));
            Ok(())
        };
        wire.write(tag, fill).unwrap();
    }

    /// What becomes of a link to a document that somebody made by other means.
    fn refused(fill: impl FnOnce(&mut Wire)) -> LinkError {
        let mut wire = Wire::new(&Document::default());
        fill(&mut wire);
        read(&spell(0, &wire).unwrap()).unwrap_err()
    }

    #[test]
    fn a_link_that_brings_more_than_people_make_is_stopped() {
        for kind in [kind::DIVISION, kind::REQUEST] {
            assert_eq!(refused(|wire| rows(wire, kind, 0..20_000)), LinkError::TooMuch);
        }
        // The same name, again and again.
        let name = [u32::from(kind::WORKSPACE), 0];
        let renamed = |wire: &mut Wire| {
            let fill = |writer: &mut Writer<'_>| {
                for _ in 0..=MAX_CHANGES {
                    name.into_iter().for_each(|number| writer.number(number));
                    writer.text("");
                }
                Ok(())
            };
            wire.write(tag::FIELDS, fill).unwrap();
        };
        assert_eq!(refused(renamed), LinkError::TooMuch);
        // A table of more places than are looked at.
        let answered = |wire: &mut Wire| {
            rows(wire, kind::DIVISION, 0..1);
            rows(wire, kind::REQUEST, 1..1_900);
            let people = |writer: &mut Writer<'_>| {
                for counter in 1_900..1_990 {
                    writer.row(id(counter));
                    writer.number(2);
                    writer.reference(id(0));
                }
                Ok(())
            };
            wire.write(kind::RATER, people).unwrap();
            let values = |writer: &mut Writer<'_>| {
                for counter in 1_990..2_000 {
                    writer.row(id(counter));
                    writer.number(1);
                    writer.reference(id(0));
                    writer.number(0);
                }
                Ok(())
            };
            wire.write(kind::VALUE, values).unwrap();
            wire.answers.push(1, 2);
        };
        assert_eq!(refused(answered), LinkError::TooMuch);
    }

    #[test]
    fn a_link_changes_nothing_of_what_it_brings() {
        let changed = |tag: u8, change: &[u32]| {
            refused(|wire| {
                rows(wire, kind::REQUEST, 0..2);
                numbers(wire, tag, change.iter().copied());
            })
        };
        let request = u32::from(kind::REQUEST);
        // The first request: removed, given a day, and put behind the other.
        assert_eq!(changed(tag::REMOVED, &[request, 1, 0]), LinkError::Malformed);
        assert_eq!(changed(tag::FIELDS, &[request, 1, 0, 1, 0]), LinkError::Malformed);
        assert_eq!(changed(tag::ORDERS, &[1, 1, 0]), LinkError::Malformed);
        assert_eq!(changed(tag::ORDERS, &[0]), LinkError::Malformed);
    }

    #[test]
    fn a_reply_removes_nothing_that_it_brings() {
        let mut ids = crate::id::Ids::new(REPLICA);
        let mut base = Sent {
            purpose: Purpose::Weigh,
            document: Document::default(),
            digest: super::super::Digest(1),
            has_more: false,
        };
        let rater: RaterId = ids.fresh();
        let mut wire = Wire::reply(&base, rater);
        numbers(&mut wire, tag::HEAD, [0, 1]);
        rows(&mut wire, kind::REQUEST, 0..1);
        numbers(&mut wire, tag::REMOVED, [kind::REQUEST.into(), 1, 0]);
        let reply = |fragment: &str, base: &Sent| match read(fragment) {
            Ok(Link::Reply(reply)) => reply.document(base),
            other => panic!("{other:?}"),
        };
        assert_eq!(reply(&spell(3, &wire).unwrap(), &base), Err(LinkError::Malformed));
        let request: RequestId = ids.fresh();
        let edit = edit::append(&base.document, Request::new(request, "", some_day()));
        apply(&mut base.document, edit);
        let fragment = write_reply(&base, rater, 1, &Document::default()).unwrap();
        assert_eq!(reply(&fragment, &base), Ok(Document::default()));
    }

    #[test]
    fn every_field_of_every_row_has_a_number() {
        let id = id(1);
        let decision = DecisionKey { request: RequestId(id), division: NOWHERE };
        let wording = || Wording { text: String::new(), of: None };
        for key in [
            Key::Workspace,
            Key::Division(NOWHERE),
            Key::Value(ValueId(id)),
            Key::Request(RequestId(id)),
            Key::Rater(RaterId(id)),
            Key::Stance(StanceKey { request: RequestId(id), value: ValueId(id), rater: RaterId(id) }),
            Key::Decision(decision),
            Key::Reveal(decision),
            Key::SameGood(WordingPair::new(wording(), wording())),
            Key::Output(OutputId(id)),
            Key::Customer(CustomerId(id)),
            Key::Lane(LaneId(id)),
            Key::Routine(RoutineId(id)),
            Key::Snapshot(SnapshotId(id)),
            Key::Talk(TalkId(id)),
            Key::Point(PointId(id)),
            Key::Use(UseKey { output: OutputId(id), customer: CustomerId(id) }),
            Key::Placement(decision),
        ] {
            let sorted = |mut names: Vec<FieldName>| {
                names.sort_unstable();
                names
            };
            let has = blank(&key, NOWHERE).fields().iter().map(Field::name).collect();
            assert_eq!(sorted(has), sorted(fields_of(&key).to_vec()), "{key:?}");
        }
    }

    #[test]
    fn a_choice_that_is_not_known_is_a_newer_one() {
        let mask = |name: FieldName| {
            let place = content::REQUEST.iter().position(|other| *other == name).unwrap();
            2 << place
        };
        for field in [FieldName::RequestOrigin, FieldName::RequestMust] {
            let one = |wire: &mut Wire| numbers(wire, kind::REQUEST, [1, 0, mask(field), 9]);
            let error = refused(|wire| {
                rows(wire, kind::DIVISION, 0..1);
                one(wire);
            });
            assert_eq!(error, LinkError::Newer, "{field:?}");
        }
        // A flag has two values, for ever.
        let named = refused(|wire| {
            rows(wire, kind::DIVISION, 0..1);
            numbers(wire, kind::RATER, [1, 1, 2 + 8, 1, 0, 9]);
        });
        assert_eq!(named, LinkError::Malformed);
    }
}

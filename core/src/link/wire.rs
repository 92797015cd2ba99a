//! The content of a link as sections of numbers and texts, which postcard spells: what readers and writers share.
//!
//! A section says what it is by its tag and holds its numbers and its texts apart, in the order in which its reader
//! takes them. Ids name their replica by its place in a list; those of rows that were made one after another cost
//! next to nothing.

use serde::{Deserialize, Serialize};

use super::packed::{Digits, Number};
use super::{Digest, LinkError, Sent};
use crate::date::Date;
use crate::document::{Document, Key};
use crate::id::{DivisionId, Id, RaterId, Replica, RequestId, ValueId};

/// The content of a link.
pub(super) struct Wire {
    /// The replicas that ids name by their place, low byte first.
    replicas: Vec<[u8; REPLICA_BYTES]>,
    /// How many of them the reader knows already.
    known: usize,
    /// What a reply starts with.
    stamp: Vec<u8>,
    /// People's answers.
    pub answers: Digits,
    /// A reply's head first, then in the order of their tags.
    sections: Vec<Section>,
}

const REPLICA_BYTES: usize = Replica::BITS as usize / 8;

/// The most bytes of one text: more than anybody writes into a field.
const MAX_TEXT: usize = 20_000;

#[derive(Serialize, Deserialize)]
struct Section {
    tag: u8,
    numbers: Vec<u32>,
    texts: Vec<String>,
}

/// What is compressed: how many replicas stand in what is not, and the sections.
#[derive(Serialize)]
struct Compressed<'a>(u32, &'a [Section]);

#[derive(Deserialize)]
struct Inflated(u32, Vec<Section>);

/// Day 0 of the wire: a number for a date of these years takes two bytes.
const EPOCH: i32 = 2_461_000;

/// Positive and negative numbers that are near to 0 as small numbers: 0, -1, 1, -2 …
fn fold(number: i32) -> u32 {
    ((number << 1) ^ (number >> 31)).cast_unsigned()
}

fn unfold(number: u32) -> i32 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}

/// What a section remembers of what it said last, to say the next in less.
#[derive(Default)]
struct Memory {
    row: Option<Id>,
    reference: Option<Id>,
    day: i32,
}

/// Writes one section.
pub(super) struct Writer<'a> {
    section: Section,
    replicas: &'a mut Vec<[u8; REPLICA_BYTES]>,
    memory: Memory,
}

/// The replicas of a document that writer and reader have, in an order that both find. Frozen: of the rows that there were
/// first. Whoever knows no others makes the same list; the replicas of later ones are spelt out.
fn replicas(base: &Document) -> Vec<[u8; REPLICA_BYTES]> {
    let mut replicas = Vec::new();
    for key in base.keys() {
        if let Key::Division(DivisionId(id))
        | Key::Value(ValueId(id))
        | Key::Request(RequestId(id))
        | Key::Rater(RaterId(id)) = key
        {
            place(&mut replicas, id.replica);
        }
    }
    replicas
}

fn bytes(replica: Replica) -> [u8; REPLICA_BYTES] {
    let [bytes @ .., _, _, _] = replica.bits().to_le_bytes();
    bytes
}

fn replica(bytes: [u8; REPLICA_BYTES]) -> Replica {
    Replica::new(bytes.iter().rev().fold(0, |bits, byte| bits << 8 | u64::from(*byte)))
}

/// The place of a replica, which is added where it is new.
fn place(replicas: &mut Vec<[u8; REPLICA_BYTES]>, replica: Replica) -> u32 {
    let bytes = bytes(replica);
    let place = replicas.iter().position(|other| *other == bytes).unwrap_or_else(|| {
        replicas.push(bytes);
        replicas.len() - 1
    });
    u32::try_from(place).unwrap_or(u32::MAX)
}

impl Wire {
    /// Content for a reader who has the base.
    pub fn new(base: &Document) -> Self {
        let replicas = replicas(base);
        Self { known: replicas.len(), replicas, stamp: Vec::new(), answers: Digits::default(), sections: Vec::new() }
    }

    /// Content for a reader who has the base, by that person.
    pub fn reply(base: &Sent, rater: RaterId) -> Self {
        let mut wire = Self::new(&base.document);
        place(&mut wire.replicas, rater.0.replica);
        wire.known = wire.replicas.len();
        wire.stamp = [&base.digest.0.to_le_bytes()[..], &bytes(rater.0.replica)[..]].concat();
        wire
    }

    /// Adds a section, unless nothing is written into it.
    pub fn write(
        &mut self,
        tag: u8,
        fill: impl FnOnce(&mut Writer<'_>) -> Result<(), LinkError>,
    ) -> Result<(), LinkError> {
        let section = Section { tag, numbers: Vec::new(), texts: Vec::new() };
        let mut writer = Writer { section, replicas: &mut self.replicas, memory: Memory::default() };
        fill(&mut writer)?;
        let section = writer.section;
        if !section.numbers.is_empty() || !section.texts.is_empty() {
            self.sections.push(section);
        }
        Ok(())
    }

    /// What is to be compressed, and what is not; `None` where a text is longer than any that is read, or the answers
    /// are more than a link can hold.
    pub fn bytes(&self) -> Option<[Vec<u8>; 2]> {
        if self.sections.iter().any(|section| section.texts.iter().any(|text| text.len() > MAX_TEXT)) {
            return None;
        }
        let replicas = self.replicas.get(self.known..)?;
        let compressed = Compressed(u32::try_from(replicas.len()).ok()?, &self.sections);
        Some([
            postcard::to_allocvec(&compressed).ok()?,
            [self.stamp.clone(), replicas.concat(), self.answers.bytes()?].concat(),
        ])
    }
}

/// The content of a link that has arrived.
pub(super) struct Arrived {
    /// Whose reply it is.
    own: Option<Replica>,
    replicas: Vec<[u8; REPLICA_BYTES]>,
    /// People's answers.
    pub answers: Number,
    sections: std::vec::IntoIter<Section>,
}

impl Arrived {
    /// Takes apart what [`Wire::bytes`] put together.
    pub fn new([inflated, raw]: [Vec<u8>; 2]) -> Result<Self, LinkError> {
        let Inflated(replicas, sections) = postcard::from_bytes(&inflated).map_err(|_| LinkError::Malformed)?;
        let length = (replicas as usize).checked_mul(REPLICA_BYTES).ok_or(LinkError::Malformed)?;
        let (replicas, answers) = raw.split_at_checked(length).ok_or(LinkError::Malformed)?;
        let (replicas, _) = replicas.as_chunks();
        let (answers, sections) = (Number::new(answers.to_vec()), sections.into_iter());
        Ok(Self { own: None, replicas: replicas.to_vec(), answers, sections })
    }

    /// The same of a reply; with the link that it answers, and the replica of whoever answers.
    pub fn reply([inflated, raw]: [Vec<u8>; 2]) -> Result<(Self, Digest, Replica), LinkError> {
        let (digest, raw) = raw.split_first_chunk().ok_or(LinkError::Malformed)?;
        let (own, raw) = raw.split_first_chunk().ok_or(LinkError::Malformed)?;
        let own = replica(*own);
        let arrived = Self { own: Some(own), ..Self::new([inflated, raw.to_vec()])? };
        Ok((arrived, Digest(u32::from_le_bytes(*digest)), own))
    }

    /// Has ids name replicas as the writer did, who had the base.
    pub fn against(&mut self, base: &Document) {
        let mut known = replicas(base);
        if let Some(own) = self.own {
            place(&mut known, own);
        }
        self.replicas.splice(0..0, known);
    }

    /// The next section and its tag.
    pub fn next(&mut self) -> Option<(u8, Reader<'_>)> {
        let Section { tag, numbers, texts } = self.sections.next()?;
        let (numbers, texts) = (numbers.into_iter(), texts.into_iter());
        let reader = Reader { numbers, texts, replicas: &self.replicas, memory: Memory::default() };
        Some((tag, reader))
    }
}

impl Writer<'_> {
    pub fn number(&mut self, number: u32) {
        self.section.numbers.push(number);
    }

    pub fn flag(&mut self, flag: bool) {
        self.number(flag.into());
    }

    /// Whether there is something, and what it is.
    pub fn optional<T>(&mut self, some: Option<T>, write: impl FnOnce(&mut Self, T)) {
        self.flag(some.is_some());
        if let Some(some) = some {
            write(self, some);
        }
    }

    /// A count of what follows. Nothing that a link can hold is longer.
    pub fn count(&mut self, count: usize) {
        self.number(u32::try_from(count).unwrap_or(u32::MAX));
    }

    pub fn text(&mut self, text: &str) {
        self.section.texts.push(text.to_owned());
    }

    pub fn date(&mut self, date: Date) {
        let day = date.to_julian_day() - EPOCH;
        self.number(fold(day - self.memory.day));
        self.memory.day = day;
    }

    /// The id of a row that this section brings, mostly made after the one before.
    pub fn row(&mut self, id: Id) {
        let place = place(self.replicas, id.replica);
        let expected = self.memory.row.map(|last| Id { counter: last.counter.wrapping_add(1), ..last });
        if expected == Some(id) {
            self.number(0);
        } else {
            self.number(place + 1);
            self.number(id.counter);
        }
        self.memory.row = Some(id);
    }

    /// The id of a row that stands elsewhere, mostly the same as before.
    pub fn reference(&mut self, id: Id) {
        let place = place(self.replicas, id.replica);
        if self.memory.reference == Some(id) {
            self.number(0);
        } else {
            self.number(place + 1);
            self.number(id.counter);
        }
        self.memory.reference = Some(id);
    }
}

/// Reads one section.
pub(super) struct Reader<'a> {
    numbers: std::vec::IntoIter<u32>,
    texts: std::vec::IntoIter<String>,
    replicas: &'a [[u8; REPLICA_BYTES]],
    memory: Memory,
}

impl Reader<'_> {
    /// Whether all has been taken.
    pub fn is_done(&self) -> bool {
        self.numbers.len() == 0 && self.texts.len() == 0
    }

    pub fn number(&mut self) -> Result<u32, LinkError> {
        self.numbers.next().ok_or(LinkError::Malformed)
    }

    pub fn flag(&mut self) -> Result<bool, LinkError> {
        match self.number()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(LinkError::Malformed),
        }
    }

    pub fn optional<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, LinkError>,
    ) -> Result<Option<T>, LinkError> {
        if self.flag()? { read(self).map(Some) } else { Ok(None) }
    }

    pub fn text(&mut self) -> Result<String, LinkError> {
        self.texts.next().filter(|text| text.len() <= MAX_TEXT).ok_or(LinkError::Malformed)
    }

    pub fn date(&mut self) -> Result<Date, LinkError> {
        let moved = unfold(self.number()?);
        self.memory.day = self.memory.day.checked_add(moved).ok_or(LinkError::Malformed)?;
        let day = self.memory.day.checked_add(EPOCH).ok_or(LinkError::Malformed)?;
        let date = Date::from_julian_day(day).map_err(|_| LinkError::Malformed)?;
        // Files have no others.
        if (0..=9_999).contains(&date.year()) { Ok(date) } else { Err(LinkError::Malformed) }
    }

    pub fn row(&mut self) -> Result<Id, LinkError> {
        let id = match self.number()? {
            0 => {
                let last = self.memory.row.ok_or(LinkError::Malformed)?;
                Id { counter: last.counter.wrapping_add(1), ..last }
            }
            place => self.id(place)?,
        };
        self.memory.row = Some(id);
        Ok(id)
    }

    pub fn reference(&mut self) -> Result<Id, LinkError> {
        let id = match self.number()? {
            0 => self.memory.reference.ok_or(LinkError::Malformed)?,
            place => self.id(place)?,
        };
        self.memory.reference = Some(id);
        Ok(id)
    }

    fn id(&mut self, place: u32) -> Result<Id, LinkError> {
        let place = (place as usize).checked_sub(1).ok_or(LinkError::Malformed)?;
        let bytes = *self.replicas.get(place).ok_or(LinkError::Malformed)?;
        Ok(Id { replica: replica(bytes), counter: self.number()? })
    }
}

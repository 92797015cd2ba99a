//! From a file to a document, one insertion after another, each refused with its place.

use super::entry::Entry;
use super::error::{Place, ReadError};
use super::words::{AGREED, DEMANDS, OUTCOMES, PERIODS, REVERSALS, SERVICES, STAGES, kinds};
use crate::document::*;
use crate::edit::{self, Obstacle, apply};
use crate::id::{
    CustomerId, Digest, DivisionId, Id, LaneId, OutputId, PointId, RaterId, RequestId, RoutineId, SnapshotId, TalkId,
    ValueId,
};
use crate::publish::Published;

/// Reads a workspace's file, of this version or an older one; of a published set, the workspace.
///
/// # Errors
/// With the place: text that is no JSON or no workspace, a newer version, an unknown field, an id that is
/// missing, misspelt or taken, an entry that names another which is not there, a date that does not exist.
pub fn read(json: &[u8]) -> Result<Document, ReadError> {
    read_published(json).map(|published| published.document)
}

/// Reads a published set; a workspace's file is one of which nothing more is known.
///
/// # Errors
/// As of [`read`].
pub fn read_published(json: &[u8]) -> Result<Published, ReadError> {
    let (mut file, (ask, day)) = super::migrations::read(json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(json))?;
    let mut document = Document::default();
    let name = Field::WorkspaceName(file.text("name")?);
    let name = edit::set(&document, Key::Workspace, name);
    apply(&mut document, name);
    for (list, read) in [
        ("divisions", division as ReadEntry),
        ("people", person as ReadEntry),
        ("outputs", output as ReadEntry),
        ("customers", customer as ReadEntry),
        ("lanes", lane as ReadEntry),
        ("requests", request as ReadEntry),
        ("routines", routine as ReadEntry),
        ("snapshots", snapshot as ReadEntry),
        ("talks", talk as ReadEntry),
        ("points", point as ReadEntry),
        ("same_goods", same_good as ReadEntry),
        ("replies", taken as ReadEntry),
    ] {
        each(&mut file, list, &mut |entry, previous| read(&mut document, entry, previous))?;
    }
    file.close()?;
    Ok(Published { document, ask, day })
}

/// Reads one entry into the document, after the one of that id; hands out its own id if it has one.
type ReadEntry = fn(&mut Document, &mut Entry<'_>, Option<Id>) -> Result<Option<Id>, ReadError>;

/// The same, within an entry that is known.
type ReadNested<'a> = dyn FnMut(&mut Entry<'_>, Option<Id>) -> Result<Option<Id>, ReadError> + 'a;

/// Reads the entries of a list in turn.
fn each(within: &mut Entry<'_>, list: &'static str, read: &mut ReadNested<'_>) -> Result<(), ReadError> {
    let place = within.place();
    let mut previous = None;
    for (index, tree) in within.list(list)?.into_iter().enumerate() {
        let mut entry = Entry::open(tree, place.item(list, index))?;
        previous = read(&mut entry, previous)?;
        entry.close()?;
    }
    Ok(())
}

fn division(document: &mut Document, entry: &mut Entry<'_>, previous: Option<Id>) -> Result<Option<Id>, ReadError> {
    let id = entry.id("id")?;
    insert(document, Division::new(DivisionId(id), entry.text("name")?).into(), previous, entry.place())?;
    each(entry, "values", &mut |entry, previous| value(document, entry, DivisionId(id), previous))?;
    Ok(Some(id))
}

fn value(
    document: &mut Document,
    entry: &mut Entry<'_>,
    division: DivisionId,
    previous: Option<Id>,
) -> Result<Option<Id>, ReadError> {
    let id = entry.id("id")?;
    let row = Value {
        id: ValueId(id),
        division,
        pursued: Side { text: entry.text("pursued")?, whole: entry.flag("pursued_whole")? },
        cost: Side { text: entry.text("cost")?, whole: entry.flag("cost_whole")? },
        adopted: entry.optional_date("adopted")?,
        example: entry.text("example")?,
        reversal: entry.word("reversal", &REVERSALS)?,
        must: entry.optional_text("must")?,
        origin: entry.text("origin")?,
    };
    insert(document, row.into(), previous, entry.place())?;
    Ok(Some(id))
}

fn output(document: &mut Document, entry: &mut Entry<'_>, previous: Option<Id>) -> Result<Option<Id>, ReadError> {
    let id = entry.id("id")?;
    let row = Output {
        id: OutputId(id),
        division: DivisionId(entry.id("division")?),
        name: entry.text("name")?,
        orderable: entry.flag("orderable")?,
        asks: entry.text("asks")?,
        takes: entry.text("takes")?,
    };
    insert(document, row.into(), previous, entry.place())?;
    Ok(Some(id))
}

fn customer(document: &mut Document, entry: &mut Entry<'_>, previous: Option<Id>) -> Result<Option<Id>, ReadError> {
    let id = entry.id("id")?;
    let row = Customer {
        id: CustomerId(id),
        division: DivisionId(entry.id("division")?),
        name: entry.text("name")?,
        needs: entry.text("needs")?,
        fears: entry.text("fears")?,
        review: entry.optional_date("review")?,
        partner: entry.optional_id("partner")?.map(DivisionId),
    };
    insert(document, row.into(), previous, entry.place())?;
    for output in entry.ids("consumes")? {
        let row = Use { key: UseKey { output: OutputId(output), customer: CustomerId(id) } };
        insert(document, row.into(), None, entry.place())?;
    }
    Ok(Some(id))
}

fn lane(document: &mut Document, entry: &mut Entry<'_>, previous: Option<Id>) -> Result<Option<Id>, ReadError> {
    let id = entry.id("id")?;
    let row = Lane {
        id: LaneId(id),
        customer: CustomerId(entry.id("customer")?),
        circumstance: entry.text("circumstance")?,
        service: entry.word("service", &SERVICES)?.unwrap_or_default(),
        hours: entry.count("hours")?.unwrap_or_default(),
    };
    insert(document, row.into(), previous, entry.place())?;
    Ok(Some(id))
}

fn routine(document: &mut Document, entry: &mut Entry<'_>, previous: Option<Id>) -> Result<Option<Id>, ReadError> {
    let id = entry.id("id")?;
    let row = Routine {
        id: RoutineId(id),
        division: DivisionId(entry.id("division")?),
        name: entry.text("name")?,
        minutes: entry.count("minutes")?.unwrap_or_default(),
        times: entry.count("times")?.unwrap_or_default(),
        per: entry.word("per", &PERIODS)?.unwrap_or_default(),
        stage: entry.word("stage", &STAGES)?.unwrap_or_default(),
        after: entry.count("after")?,
        effort: entry.count("effort")?,
        obstacle: entry.text("obstacle")?,
        goes_to: entry.optional_id("goes_to")?.map(CustomerId),
    };
    insert(document, row.into(), previous, entry.place())?;
    Ok(Some(id))
}

fn snapshot(document: &mut Document, entry: &mut Entry<'_>, previous: Option<Id>) -> Result<Option<Id>, ReadError> {
    let id = entry.id("id")?;
    let (a, b) = (DivisionId(entry.id("a")?), DivisionId(entry.id("b")?));
    let date = entry.date("date")?;
    let mut seen = Seen::default();
    for (list, values) in ["values_a", "values_b"].into_iter().zip(&mut seen.values) {
        each(entry, list, &mut |entry, _| {
            let (pursued, cost) = (entry.text("pursued")?, entry.text("cost")?);
            values.push(SeenValue { id: ValueId(entry.id("id")?), pursued, cost });
            Ok(None)
        })?;
    }
    each(entry, "relations", &mut |entry, _| {
        let kind = entry.word("kind", &kinds())?;
        let kind = kind.ok_or_else(|| entry.place().refuse("“kind” is missing"))?;
        seen.relations.push(SeenRelation { kind, a: entry.counts("a")?, b: entry.counts("b")? });
        Ok(None)
    })?;
    if !seen.is_sound() {
        return Err(entry.place().refuse("a relation is about a value that the snapshot does not have"));
    }
    insert(document, Snapshot { id: SnapshotId(id), a, b, date, seen }.into(), previous, entry.place())?;
    Ok(Some(id))
}

fn talk(document: &mut Document, entry: &mut Entry<'_>, previous: Option<Id>) -> Result<Option<Id>, ReadError> {
    let id = entry.id("id")?;
    let row = Talk {
        id: TalkId(id),
        a: DivisionId(entry.id("a")?),
        b: DivisionId(entry.id("b")?),
        date: entry.date("date")?,
        before: entry.optional_id("before")?.map(SnapshotId),
        after: entry.optional_id("after")?.map(SnapshotId),
    };
    insert(document, row.into(), previous, entry.place())?;
    Ok(Some(id))
}

fn point(document: &mut Document, entry: &mut Entry<'_>, previous: Option<Id>) -> Result<Option<Id>, ReadError> {
    let id = entry.id("id")?;
    let row = Point {
        id: PointId(id),
        talk: TalkId(entry.id("talk")?),
        subject: entry.text("subject")?,
        ours: entry.text("ours")?,
        theirs: entry.text("theirs")?,
        question: entry.text("question")?,
        minutes: entry.count("minutes")?.unwrap_or(Point::MINUTES),
        notes: entry.text("notes")?,
        agreed: entry.word("agreed", &AGREED)?.unwrap_or_default(),
        terms: entry.text("terms")?,
        pursued: entry.text("pursued")?,
        cost: entry.text("cost")?,
    };
    insert(document, row.into(), previous, entry.place())?;
    Ok(Some(id))
}

fn person(document: &mut Document, entry: &mut Entry<'_>, previous: Option<Id>) -> Result<Option<Id>, ReadError> {
    let id = entry.id("id")?;
    let row = Rater {
        id: RaterId(id),
        name: entry.text("name")?,
        division: DivisionId(entry.id("division")?),
        named: entry.flag("named")?,
    };
    insert(document, row.into(), previous, entry.place())?;
    Ok(Some(id))
}

fn request(document: &mut Document, entry: &mut Entry<'_>, previous: Option<Id>) -> Result<Option<Id>, ReadError> {
    let id = entry.id("id")?;
    let request = RequestId(id);
    let origin = match (entry.optional_text("from")?, entry.optional_id("own")?) {
        (from, None) => Origin::Incoming(from.unwrap_or_default()),
        (None, Some(own)) => Origin::Own(DivisionId(own)),
        (Some(_), Some(_)) => return Err(entry.place().refuse("“from” and “own” exclude each other")),
    };
    let mut must = None;
    for (name, demand) in DEMANDS {
        if let Some(source) = entry.optional_text(name)?
            && must.replace(Must { demand, source }).is_some()
        {
            return Err(entry.place().refuse("it is both required and forbidden"));
        }
    }
    let row = Request {
        id: request,
        title: entry.text("title")?,
        detail: entry.text("detail")?,
        date: entry.date("date")?,
        origin,
        must,
    };
    insert(document, row.into(), previous, entry.place())?;
    each(entry, "decisions", &mut |entry, _| {
        let row = Decision {
            key: DecisionKey { request, division: DivisionId(entry.id("division")?) },
            outcome: entry.word("outcome", &OUTCOMES)?.unwrap_or_default(),
            value: entry.optional_id("value")?.map(ValueId),
            reason: entry.text("reason")?,
            terms: entry.text("terms")?,
        };
        insert(document, row.into(), None, entry.place())
    })?;
    each(entry, "placements", &mut |entry, _| {
        let row = Placement {
            key: DecisionKey { request, division: DivisionId(entry.id("division")?) },
            lane: entry.optional_id("lane")?.map(LaneId),
            service: entry.word("service", &SERVICES)?,
            reason: entry.text("reason")?,
        };
        insert(document, row.into(), None, entry.place())
    })?;
    for division in entry.ids("revealed")? {
        let row = Reveal { key: DecisionKey { request, division: DivisionId(division) } };
        insert(document, row.into(), None, entry.place())?;
    }
    each(entry, "answers", &mut |entry, _| {
        let key = StanceKey { request, value: ValueId(entry.id("value")?), rater: RaterId(entry.id("person")?) };
        let row = Stance {
            key,
            pursued: effect(entry, "pursued")?,
            cost: effect(entry, "cost")?,
            too_dear: entry.flag("too_dear")?,
        };
        insert(document, row.into(), None, entry.place())
    })?;
    Ok(Some(id))
}

fn effect(entry: &mut Entry<'_>, name: &str) -> Result<Option<Effect>, ReadError> {
    match entry.number(name)? {
        None => Ok(None),
        Some(-1) => Ok(Some(Effect::Minus)),
        Some(0) => Ok(Some(Effect::Zero)),
        Some(1) => Ok(Some(Effect::Plus)),
        Some(other) => Err(entry.place().refuse(format!("“{name}” should be -1, 0 or 1, not {other}"))),
    }
}

fn same_good(document: &mut Document, entry: &mut Entry<'_>, _: Option<Id>) -> Result<Option<Id>, ReadError> {
    let a = Wording { text: entry.needed_text("a")?, of: entry.optional_id("a_in")?.map(ValueId) };
    let b = Wording { text: entry.needed_text("b")?, of: entry.optional_id("b_in")?.map(ValueId) };
    insert(document, SameGood { pair: WordingPair::new(a, b), same: entry.flag("same")? }.into(), None, entry.place())
}

fn taken(document: &mut Document, entry: &mut Entry<'_>, _: Option<Id>) -> Result<Option<Id>, ReadError> {
    let digest = entry.count("digest")?.ok_or_else(|| entry.place().refuse("“digest” is missing"))?;
    let link = entry.needed_text("link")?;
    insert(document, Taken { digest: Digest(digest), link }.into(), None, entry.place())
}

/// Adds a row that has no id to hand out.
fn insert(
    document: &mut Document,
    row: Row,
    predecessor: Option<Id>,
    place: Place<'_>,
) -> Result<Option<Id>, ReadError> {
    match edit::add(document, row, predecessor) {
        Ok(()) => Ok(None),
        Err(refused) => Err(place.refuse(hindrance(document, &refused.0, refused.1))),
    }
}

/// Why a row cannot stand there, in the file's words.
fn hindrance(document: &Document, row: &Row, obstacle: Obstacle) -> String {
    let key = match obstacle {
        Obstacle::Present => Some(row.key()),
        _ => row.needs().find(|need| !document.contains(need)),
    };
    let kind = match key {
        Some(Key::Division(_)) => "division",
        Some(Key::Value(_)) => "value",
        Some(Key::Request(_)) => "request",
        Some(Key::Rater(_)) => "person",
        Some(Key::Output(_)) => "output",
        Some(Key::Customer(_)) => "customer",
        Some(Key::Lane(_)) => "lane",
        Some(Key::Routine(_)) => "routine",
        Some(Key::Snapshot(_)) => "snapshot",
        Some(Key::Talk(_)) => "talk",
        Some(Key::Point(_)) => "point",
        Some(_) => return "an earlier entry is about the same".to_owned(),
        None => return obstacle.to_string(),
    };
    let Some(id) = key.and_then(|key| key.list_id()) else { return obstacle.to_string() };
    match obstacle {
        Obstacle::Present => format!("the id {id} is taken by an earlier {kind}"),
        _ => format!("the {kind} {id} is nowhere in the file"),
    }
}

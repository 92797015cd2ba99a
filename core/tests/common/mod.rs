//! Documents for property tests, grown by random edits, as people grow them.
#![allow(dead_code, clippy::expect_used, reason = "each test file uses its own part; a test may panic")]

pub mod room;
pub mod sample;
pub mod sets;

use evencost_core::compare::Kind;
use evencost_core::date::{self, Date};
use evencost_core::document::*;
use evencost_core::edit::{self, Edit, apply};
use evencost_core::id::{Id, Ids, Replica};
use proptest::prelude::*;

/// Words that meet each other often, so that random values relate.
pub const WORDS: [&str; 12] = [
    "Speed",
    "polish",
    "the customers",
    "customer",
    "One shared culture",
    "local cohesion and individuality",
    "Individuality",
    "Candour, harmony",
    "no meetings",
    "meetings",
    "",
    "Organisation",
];

/// So many inputs in the tests; PROPTEST_CASES sets another number, for a longer run by hand.
pub fn usually(cases: u32) -> ProptestConfig {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => ProptestConfig::default(),
        None => ProptestConfig::with_cases(cases),
    }
}

pub fn today() -> Date {
    date::parse("2026-11-24").expect("it exists")
}

pub fn words() -> impl Strategy<Value = String> {
    prop_oneof![4 => prop::sample::select(&WORDS[..]).prop_map(str::to_owned), 1 => "\\PC{0,24}", 1 => "[a-z ,\"\n;]{0,12}"]
}

/// A random intention; what it means depends on the document that it meets.
#[derive(Clone, Debug)]
pub struct Step {
    kind: u8,
    pick: [prop::sample::Index; 3],
    words: [String; 2],
    flag: bool,
}

pub fn steps(count: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = Vec<Step>> {
    // What came later stands behind, and is not to crowd out the rest.
    let kind = prop_oneof![3 => 0..24u8, 1 => 24..40u8];
    let step = (kind, any::<[prop::sample::Index; 3]>(), [words(), words()], any::<bool>())
        .prop_map(|(kind, pick, words, flag)| Step { kind, pick, words, flag });
    prop::collection::vec(step, count)
}

impl Step {
    fn choose<T>(&self, which: usize, from: Vec<T>) -> Option<T> {
        let index = (!from.is_empty()).then(|| self.pick[which].index(from.len()))?;
        from.into_iter().nth(index)
    }

    /// The edit that this step makes of that document; `None` when there is nothing to do it to.
    pub fn edit(&self, document: &Document, ids: &mut Ids) -> Option<Edit> {
        let [a, b] = self.words.clone();
        let division = || self.choose(0, document.divisions().map(|row| row.id).collect());
        let value =
            || self.choose(1, document.divisions().flat_map(|row| document.values_of(row.id)).map(|v| v.id).collect());
        let request = || self.choose(2, document.requests().map(|row| row.id).collect());
        let rater = || self.choose(0, document.raters().map(|row| row.id).collect());
        let listed = |list: List| self.choose(1, document.order(list));
        let effect = |index: usize| {
            [None, Some(Effect::Minus), Some(Effect::Zero), Some(Effect::Plus)][self.pick[index].index(4)]
        };
        let set = |key: Key, field: Field| Some(edit::set(document, key, field));
        match self.kind {
            0 | 1 => Some(edit::append(document, Division::new(ids.fresh(), a))),
            2..=6 => Some(edit::append(document, Value::new(ids.fresh(), division()?, a, b))),
            7 => Some(edit::append(document, Request::new(ids.fresh(), a, today()))),
            8 => Some(edit::append(
                document,
                Rater { id: ids.fresh(), name: a, division: division()?, named: self.flag },
            )),
            9..=11 => {
                let key = StanceKey { request: request()?, value: value()?, rater: rater()? };
                let stance = Stance { key, pursued: effect(0), cost: effect(1), too_dear: self.flag };
                Some(edit::append(document, stance))
            }
            12 => {
                let key = DecisionKey { request: request()?, division: division()? };
                let outcome =
                    [Outcome::Open, Outcome::Yes, Outcome::YesIf, Outcome::PassOn, Outcome::No][self.pick[1].index(5)];
                let value = document.values_of(key.division).next().map(|value| value.id);
                Some(edit::append(document, Decision { key, outcome, value, reason: a, terms: b }))
            }
            13 => {
                Some(edit::append(document, Reveal { key: DecisionKey { request: request()?, division: division()? } }))
            }
            14 => {
                let scope = |index: usize| self.flag.then(|| [value(), None][self.pick[index].index(2)]).flatten();
                let pair = WordingPair::new(Wording { text: a, of: scope(0) }, Wording { text: b, of: scope(1) });
                Some(edit::append(document, SameGood { pair, same: self.flag }))
            }
            15 => Some(edit::set_side(document, value()?, Place::BOTH[self.pick[0].index(2)], a)),
            16 => set(Key::Value(value()?), side_whole(Place::BOTH[self.pick[0].index(2)], self.flag)),
            17 => set(Key::Value(value()?), Field::ValueMust(self.flag.then_some(a))),
            18 => set(Key::Request(request()?), Field::RequestOrigin(Origin::Own(division()?))),
            19 => {
                let demand = if self.flag { Demand::Required } else { Demand::Forbidden };
                set(Key::Request(request()?), Field::RequestMust(Some(Must { demand, source: a })))
            }
            20 => {
                let division = division()?;
                let id = self.choose(1, document.order(List::Values(division)))?;
                Some(edit::move_to(document, List::Values(division), id, self.pick[2].index(6)))
            }
            21 => {
                let fields = [
                    Field::ValueReversal(Some(Reversal::RealChoice)),
                    Field::ValueAdopted(Some(today())),
                    Field::ValueExample(a),
                ];
                set(Key::Value(value()?), self.choose(0, fields.into())?)
            }
            22 => set(Key::Workspace, Field::WorkspaceName(a)),
            38 | 39 => Some(edit::append(document, Output { asks: b, ..Output::new(ids.fresh(), division()?, a) })),
            24 | 25 => {
                let review = self.flag.then(today);
                let partner = self.choose(1, document.divisions().map(|row| row.id).collect());
                let customer = Customer::new(ids.fresh(), division()?, a);
                Some(edit::append(document, Customer { needs: b, review, partner, ..customer }))
            }
            26 => {
                let output = self.choose(0, document.order(List::Outputs))?;
                let key = UseKey { output: output.into(), customer: listed(List::Customers)?.into() };
                Some(edit::append(document, Use { key }))
            }
            27 => {
                let service = Service::BOTH[self.pick[0].index(2)];
                let lane = Lane::new(ids.fresh(), listed(List::Customers)?.into(), service);
                Some(edit::append(document, Lane { circumstance: a, hours: u32::from(self.flag), ..lane }))
            }
            28 => {
                let key = DecisionKey { request: request()?, division: division()? };
                let lane = listed(List::Lanes).map(Into::into);
                let service = self.flag.then_some(Service::Partnership);
                Some(edit::append(document, Placement { key, lane, service, reason: a }))
            }
            29 => {
                let goes_to = listed(List::Customers).map(Into::into);
                let times = u32::try_from(self.pick[2].index(400)).ok()?;
                let routine = Routine::new(ids.fresh(), division()?, a);
                let (stage, per) = (Stage::ALL[self.pick[0].index(4)], Period::ALL[self.pick[1].index(4)]);
                let after = self.flag.then_some(times / 2);
                Some(edit::append(document, Routine { minutes: 30, times, per, stage, after, goes_to, ..routine }))
            }
            30 => {
                let (one, other) = (division()?, self.choose(1, document.divisions().map(|row| row.id).collect())?);
                let seen = |division| {
                    let value = |row: &Value| {
                        let (pursued, cost) = (row.pursued.text.clone(), row.cost.text.clone());
                        SeenValue { id: row.id, pursued, cost }
                    };
                    document.values_of(division).map(value).collect::<Vec<_>>()
                };
                let values = [seen(one), seen(other)];
                let of_first = |values: &[SeenValue]| if values.is_empty() { vec![] } else { vec![0] };
                let [a, b] = values.each_ref().map(|values| of_first(values));
                let relations = vec![SeenRelation { kind: Kind::ALL[self.pick[2].index(7)], a, b }];
                let seen = Seen { values, relations };
                Some(edit::append(document, Snapshot { id: ids.fresh(), a: one, b: other, date: today(), seen }))
            }
            31 => {
                let (one, other) = (division()?, self.choose(1, document.divisions().map(|row| row.id).collect())?);
                let (before, after) = (listed(List::Snapshots), self.choose(2, document.order(List::Snapshots)));
                let [before, after] = [before, after].map(|id| id.map(Into::into));
                Some(edit::append(document, Talk { before, after, ..Talk::new(ids.fresh(), [one, other], today()) }))
            }
            32 | 33 => {
                let point = Point::new(ids.fresh(), listed(List::Talks)?.into(), a);
                let agreed = Agreed::ALL[self.pick[0].index(5)];
                Some(edit::append(document, Point { notes: b, agreed, minutes: u32::from(self.flag), ..point }))
            }
            34 => {
                let lists = [List::Outputs, List::Customers, List::Lanes, List::Routines, List::Points];
                let list = lists[self.pick[0].index(lists.len())];
                Some(edit::move_to(document, list, listed(list)?, self.pick[2].index(6)))
            }
            35 => {
                let fields = [
                    Field::RoutineGoesTo(listed(List::Customers).map(Into::into)),
                    Field::RoutineObstacle(a),
                    Field::RoutineEffort(self.flag.then_some(7)),
                ];
                set(Key::Routine(listed(List::Routines)?.into()), self.choose(0, fields.into())?)
            }
            36 => {
                let fields = [Field::PointNotes(a), Field::PointTerms(b), Field::PointAgreed(Agreed::Parked)];
                set(Key::Point(listed(List::Points)?.into()), self.choose(0, fields.into())?)
            }
            37 => set(Key::Value(value()?), Field::ValueOrigin(a)),
            _ => {
                let key = self.choose(0, document.keys().collect())?;
                Some(edit::remove(document, &key))
            }
        }
    }
}

pub fn ids() -> Ids {
    ids_of(7)
}

/// Those of another page.
pub fn ids_of(replica: u64) -> Ids {
    Ids::new(Replica::new(replica))
}

/// Documents that hold a bit of everything.
pub fn documents() -> impl Strategy<Value = Document> {
    steps(0..80).prop_map(|steps| {
        let (mut document, mut ids) = (Document::default(), ids());
        for step in steps {
            if let Some(edit) = step.edit(&document, &mut ids) {
                apply(&mut document, edit);
            }
        }
        document
    })
}

/// An id that no document has.
pub fn stranger() -> Id {
    Id { replica: Replica::new(99), counter: 1 }
}

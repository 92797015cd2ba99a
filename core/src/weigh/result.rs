//! The result of a request for a division, and what settles it.
//!
//! Only the values in play count, and only the answers of the division's own people. A value is judged by
//! those who answered both of its questions, however many they are; as long as nobody did, the request is
//! not weighed. A split value is neither served nor strained: it does not move the result, except that the
//! request is not silent on it.

use crate::document::{Demand, Document, Effect, Must, Place, Value};
use crate::id::{DivisionId, RaterId, RequestId, ValueId};

use super::goods::Goods;
use super::standing::View;
use super::tally::{Tally, Verdict};

/// What all verdicts together say. Exactly one holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ResultKind {
    /// A value in play has no answer, or no value is in play.
    NotWeighed,
    /// Some value is served, none strained.
    Fits,
    /// Some value is strained, none served.
    Strains,
    /// Some value is served and some strained.
    Mixed,
    /// None is served or strained, and some is touched or split.
    Touched,
    /// No value is touched.
    Silent,
}

impl ResultKind {
    /// All, in the order in which tables sort them: what asks for a talk first.
    pub const ALL: [Self; 6] = [Self::Strains, Self::Mixed, Self::Fits, Self::Touched, Self::Silent, Self::NotWeighed];

    /// What screens call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::NotWeighed => "not weighed",
            Self::Fits => "fits the values you named",
            Self::Strains => "strains",
            Self::Mixed => "mixed",
            Self::Touched => "touched",
            Self::Silent => "silent",
        }
    }
}

/// What is said of one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueRow {
    /// The value.
    pub value: ValueId,
    /// What the answers say together.
    pub verdict: Verdict,
    /// The answers.
    pub tally: Tally,
}

impl ValueRow {
    /// What screens say of the value: the standing that most people hold where there is one ("agreed trade"),
    /// else the verdict ("split", "not weighed").
    pub fn label(&self) -> String {
        self.tally.lead().map_or_else(|| self.verdict.label().to_owned(), View::label)
    }

    /// The reason in one line, in the words of the value.
    pub fn reason(&self, document: &Document) -> String {
        let Some(value) = document.value(self.value) else { return String::new() };
        let Some(lead) = self.tally.lead() else {
            let said = self.tally.held().map(|(view, people)| {
                let people = if people == 1 { "one says".to_owned() } else { format!("{people} say") };
                format!("{people} that it {}", does(value, view))
            });
            return match self.verdict {
                Verdict::Split => format!("People see this differently: {}.", said.collect::<Vec<_>>().join("; ")),
                _ => "Nobody has answered both questions yet.".to_owned(),
            };
        };
        format!("It {}.", does(value, lead))
    }

    fn is_harmed(&self) -> bool {
        self.verdict == Verdict::Strained && self.tally.lead().is_some_and(|lead| lead.pursued == Effect::Minus)
    }
}

/// What the values, or a must, say to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Says {
    /// Do it.
    Yes,
    /// Leave it.
    No,
}

/// What settles a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// A must: law, contract or safety comes before every value.
    Must(Must),
    /// All values that are served or strained agree; this is the first of them.
    Agreed(ValueId),
    /// Mixed: this value names that very trade. Either it pursues what the request harms and gives up what it
    /// serves, and says no; or it pursues what the request serves and gives up what it harms, and says yes.
    Trade(ValueId),
    /// Mixed, and no value names the trade: this is the first in the division's order that is served or
    /// strained.
    Order(ValueId),
}

/// What a request comes to, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// What it comes to.
    pub says: Says,
    /// Why.
    pub because: Because,
}

impl Settled {
    /// The value that decides; none where a must does.
    pub fn value(&self) -> Option<ValueId> {
        match self.because {
            Because::Must(_) => None,
            Because::Agreed(value) | Because::Trade(value) | Because::Order(value) => Some(value),
        }
    }
}

/// A request, weighed against a division's values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// The request.
    pub request: RequestId,
    /// The division.
    pub division: DivisionId,
    /// The result.
    pub kind: ResultKind,
    /// What is said of each value in play, in the division's order.
    pub rows: Vec<ValueRow>,
    /// What settles it: a must first, whether weighed or not; else the values, where any is served or
    /// strained. `None` where nothing speaks for or against.
    pub settled: Option<Settled>,
}

impl Weighed {
    /// The values with that verdict, in the division's order.
    pub fn with(&self, verdict: Verdict) -> impl Iterator<Item = ValueId> + Clone {
        self.rows.iter().filter(move |row| row.verdict == verdict).map(|row| row.value)
    }

    /// What is said of that value; `None` when it is not in play.
    pub fn row(&self, value: ValueId) -> Option<&ValueRow> {
        self.rows.iter().find(|row| row.value == value)
    }

    /// The result as a line: "Strains 1, serves 1: mixed."
    pub fn headline(&self) -> String {
        let count = |verdict| self.with(verdict).count();
        let (serves, strains) = (count(Verdict::Served), count(Verdict::Strained));
        let line = match self.kind {
            ResultKind::NotWeighed if self.rows.is_empty() => {
                return "Not weighed: there is no finished value to weigh it against.".to_owned();
            }
            ResultKind::NotWeighed => {
                return format!(
                    "Not weighed: {} of {} values without an answer.",
                    count(Verdict::NotWeighed),
                    self.rows.len()
                );
            }
            ResultKind::Fits if self.is_split() => format!("Serves {serves}, strains none where you agree."),
            ResultKind::Fits => format!("Serves {serves}, strains none: fits the values you named."),
            ResultKind::Strains => format!("Strains {strains}, serves none."),
            ResultKind::Mixed => format!("Strains {strains}, serves {serves}: mixed."),
            ResultKind::Touched if self.is_only_split() => return format!("Split on {}.", count(Verdict::Split)),
            ResultKind::Touched => format!("Touches {}; serves none, strains none.", count(Verdict::Touched)),
            ResultKind::Silent => "Does not touch the values you named.".to_owned(),
        };
        match count(Verdict::Split) {
            0 => line,
            split => format!("{line} Split on {split}."),
        }
    }

    /// Whether there is nothing to say but that people are split.
    pub fn is_only_split(&self) -> bool {
        self.kind == ResultKind::Touched && self.with(Verdict::Touched).next().is_none()
    }

    /// Whether people are split on any value.
    pub fn is_split(&self) -> bool {
        self.with(Verdict::Split).next().is_some()
    }

    /// What the result is called: its kind, or that people are only split. It fits no further than they agree.
    pub fn label(&self) -> &'static str {
        match self.kind {
            _ if self.is_only_split() => Verdict::Split.label(),
            ResultKind::Fits if self.is_split() => "fits where you agree",
            kind => kind.label(),
        }
    }

    /// What the result means, by all values that it rests on.
    pub fn explain(&self, document: &Document) -> String {
        let names = |verdict| names(document, self.with(verdict));
        let split = self.split(document);
        let nothing = if split.is_some() { "nothing that you agree on" } else { "nothing that you named" };
        let said = match self.kind {
            ResultKind::NotWeighed => "It is weighed once each value has an answer.".to_owned(),
            ResultKind::Fits => format!("It serves {}, and strains {nothing}.", names(Verdict::Served)),
            ResultKind::Strains => format!("It strains {}, and serves {nothing}.", names(Verdict::Strained)),
            ResultKind::Mixed => {
                format!("It serves {}, and strains {}.", names(Verdict::Served), names(Verdict::Strained))
            }
            ResultKind::Touched if self.is_only_split() => return split.unwrap_or_default(),
            ResultKind::Touched => format!("It touches {}, and serves and strains {nothing}.", names(Verdict::Touched)),
            ResultKind::Silent => "It does not touch the values that you named.".to_owned(),
        };
        [Some(said), split].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// On which values people are split, in one sentence.
    pub(super) fn split(&self, document: &Document) -> Option<String> {
        let split = names(document, self.with(Verdict::Split));
        (!split.is_empty()).then(|| format!("You are split on {split}: no view has more than half of you."))
    }

    /// What keeps it from being weighed where little does: the values that were added since, or the last one that
    /// is open. They were added if somebody has gone through all the others, which leaves answers of "neither".
    pub fn left_open(&self, document: &Document) -> Option<String> {
        let open: Vec<&Value> = self.with(Verdict::NotWeighed).filter_map(|value| document.value(value)).collect();
        let added = self.rows.iter().any(|row| row.tally.untouched() > 0);
        let words = open.iter().map(|value| sentence(value)).collect::<Vec<_>>().join(", ");
        match (open.len(), added) {
            (1, true) => Some(format!("A value was added since: {words} is not answered yet.")),
            (1, false) if self.rows.len() > 1 => Some(format!("{words} is not answered yet.")),
            (2.., true) => Some(format!("Values were added since: {words} are not answered yet.")),
            _ => None,
        }
    }

    /// What settles it, in one sentence, as the division's own people read it; `None` where nothing does, and where all
    /// values agree: then [`explain`](Self::explain) has said it.
    pub fn why(&self, document: &Document) -> Option<String> {
        let settled = self.settled.as_ref()?;
        let value = |id| document.value(id);
        Some(match &settled.because {
            Because::Must(must) => must_words(must),
            Because::Agreed(_) => return None,
            Because::Trade(id) => {
                let words = sentence(value(*id)?);
                match settled.says {
                    Says::Yes => format!("{words} names this very trade, and accepts it."),
                    Says::No => format!("{words} names this very trade, and this turns it round."),
                }
            }
            Because::Order(id) => {
                let words = quoted(&value(*id)?.pursued.text);
                let effect = match settled.says {
                    Says::Yes => "this serves it",
                    Says::No if self.row(*id).is_some_and(ValueRow::is_harmed) => "this harms it",
                    Says::No => "the price is higher here than you meant",
                };
                format!("{words} comes first in your order, and {effect}.")
            }
        })
    }
}

/// Weighs the request with the answers of all of the division's people, whether or not the room may see them
/// yet: what a screen shows goes through [`shown`](super::shown).
pub fn result(document: &Document, request: RequestId, division: DivisionId) -> Weighed {
    result_with(&Goods::of(document), request, division)
}

/// [`result`], for many requests of one document.
pub(super) fn result_with(goods: &Goods<'_>, request: RequestId, division: DivisionId) -> Weighed {
    weigh(goods, request, division, rows(goods.document(), request, division))
}

/// Weighs the request for the person's division with that person's answers alone: what they may always see.
/// `None` when there is no such person.
pub fn own_result(document: &Document, request: RequestId, rater: RaterId) -> Option<Weighed> {
    let division = document.rater(rater)?.division;
    let rows = rows_by(document, request, division, &|other| other == rater);
    Some(weigh(&Goods::of(document), request, division, rows))
}

/// What the division's people say of each value in play.
pub(super) fn rows(document: &Document, request: RequestId, division: DivisionId) -> Vec<ValueRow> {
    let ours = |rater| document.rater(rater).is_some_and(|row| row.division == division);
    rows_by(document, request, division, &ours)
}

fn rows_by(
    document: &Document,
    request: RequestId,
    division: DivisionId,
    counts: &dyn Fn(RaterId) -> bool,
) -> Vec<ValueRow> {
    let row = |value: &Value| {
        let stances = document.stances_on_value(request, value.id).filter(|stance| counts(stance.key.rater));
        let tally: Tally = stances.filter_map(View::of).collect();
        ValueRow { value: value.id, verdict: tally.verdict(), tally }
    };
    document.values_in_play(division).map(row).collect()
}

fn weigh(goods: &Goods<'_>, request: RequestId, division: DivisionId, rows: Vec<ValueRow>) -> Weighed {
    let kind = kind(&rows);
    let must = goods.document().request(request).and_then(|row| row.must.clone());
    let settled = match must {
        Some(must) => {
            let says = if must.demand == Demand::Required { Says::Yes } else { Says::No };
            Some(Settled { says, because: Because::Must(must) })
        }
        None => settle(goods, kind, &rows),
    };
    Weighed { request, division, kind, rows, settled }
}

/// The result that the rows make.
pub(super) fn kind(rows: &[ValueRow]) -> ResultKind {
    let any = |verdict| rows.iter().any(|row| row.verdict == verdict);
    if rows.is_empty() || any(Verdict::NotWeighed) {
        return ResultKind::NotWeighed;
    }
    match (any(Verdict::Served), any(Verdict::Strained)) {
        (true, true) => ResultKind::Mixed,
        (true, false) => ResultKind::Fits,
        (false, true) => ResultKind::Strains,
        (false, false) if any(Verdict::Touched) || any(Verdict::Split) => ResultKind::Touched,
        (false, false) => ResultKind::Silent,
    }
}

/// What the values come to.
fn settle(goods: &Goods<'_>, kind: ResultKind, rows: &[ValueRow]) -> Option<Settled> {
    let first = || {
        rows.iter().find_map(|row| match row.verdict {
            Verdict::Served => Some((Says::Yes, row.value)),
            Verdict::Strained => Some((Says::No, row.value)),
            _ => None,
        })
    };
    match kind {
        ResultKind::Fits | ResultKind::Strains => {
            first().map(|(says, value)| Settled { says, because: Because::Agreed(value) })
        }
        ResultKind::Mixed => {
            trade(goods, rows).or_else(|| first().map(|(says, value)| Settled { says, because: Because::Order(value) }))
        }
        ResultKind::NotWeighed | ResultKind::Touched | ResultKind::Silent => None,
    }
}

/// The value that names the very trade that a mixed request makes. One that pursues what is harmed and gives
/// up what is served comes before one that pursues what is served and gives up what is harmed: two such can
/// only meet over different goods, or where the values contradict each other, and then the harm weighs more.
fn trade(goods: &Goods<'_>, rows: &[ValueRow]) -> Option<Settled> {
    let harmed = || rows.iter().filter(|row| row.is_harmed());
    let served = || rows.iter().filter(|row| row.verdict == Verdict::Served);
    let gives_up = |row: &ValueRow, other: &ValueRow| {
        let values = goods.document().value(row.value).zip(goods.document().value(other.value));
        values.is_some_and(|(value, other)| goods.share((value, Place::Cost), (other, Place::Pursued)))
    };
    let no = harmed().find(|row| served().any(|other| gives_up(row, other)));
    let yes = || served().find(|row| harmed().any(|other| gives_up(row, other)));
    let settled = |says, row: &ValueRow| Settled { says, because: Because::Trade(row.value) };
    no.map(|row| settled(Says::No, row)).or_else(|| yes().map(|row| settled(Says::Yes, row)))
}

/// What a must demands, and why, in one or two sentences.
pub fn must_words(must: &Must) -> String {
    let demand = match must.demand {
        Demand::Required => "It has to be done",
        Demand::Forbidden => "It must not be done",
    };
    match must.source.trim().trim_end_matches('.') {
        "" => format!("{demand}: a must comes before every value."),
        source => format!("{demand}: {source}. A must comes before every value."),
    }
}

/// What the request does to the value in that view: "serves “Speed” and spends “polish”".
fn does(value: &Value, view: View) -> String {
    let words = |place: Place| {
        let verb = match (place, view.effect(place)) {
            (_, Effect::Zero) => return None,
            (Place::Pursued, Effect::Plus) => "serves",
            (Place::Pursued, Effect::Minus) => "harms",
            (Place::Cost, Effect::Plus) => "protects",
            (Place::Cost, Effect::Minus) => "spends",
        };
        Some(format!("{verb} {}", quoted(&value.side(place).text)))
    };
    let effects = match (words(Place::Pursued), words(Place::Cost)) {
        (Some(pursued), Some(cost)) => format!("{pursued} and {cost}"),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => "touches neither side".to_owned(),
    };
    let dear = if view.too_dear { ", at a price above what was meant" } else { "" };
    format!("{effects}{dear}")
}

/// What the values pursue: "“Speed”, “Calm” and “Trust”".
pub(super) fn names(document: &Document, values: impl Iterator<Item = ValueId>) -> String {
    let words = values.filter_map(|value| document.value(value)).map(|value| quoted(&value.pursued.text));
    let words: Vec<String> = words.collect();
    match &words[..] {
        [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        few => few.concat(),
    }
}

/// The words as screens and letters quote them.
pub(super) fn quoted(words: &str) -> String {
    format!("“{}”", words.trim())
}

/// The value as screens and letters quote it.
pub(super) fn sentence(value: &Value) -> String {
    format!("“{} even at the cost of {}”", value.pursued.text.trim(), value.cost.text.trim())
}

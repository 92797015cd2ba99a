//! Which wordings name the same good: folding, and people's decisions over it.
//!
//! Wordings that fold to the same key name the same good, and so do wordings that people declared the same,
//! through any number of decisions. "Not the same" takes hold in three ways:
//! - it keeps two goods from being suggested as one;
//! - a wording *as it stands in one value*, told apart from what would else be the same, leaves its good and is
//!   from then on only what decisions about it say;
//! - two wordings that only folding joins ("values", "value"), told apart, both leave their good and are from
//!   then on matched as written, but for case and space, and by decisions.
//!
//! A "not the same" that "the same" still joins is a [`Contradiction`]: "the same" holds, and people are shown
//! both. Nothing here depends on the order of divisions, values or decisions but [`Named::wording`], a number that orders nothing.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::document::{Document, Place, Value, Wording, WordingPair};
use crate::good::{Good, wordings};
use crate::id::ValueId;

use super::index::distinct;

/// A good in one document: equal for wordings that name the same. It means nothing in another document or after
/// an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GoodId(pub(super) u32);

/// A good as a side of a value names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named<'d> {
    /// The good.
    pub good: GoodId,
    /// Which of the document's wordings it is: each is counted once, from 0 on.
    pub(super) wording: u32,
    /// The words, as written.
    pub words: &'d str,
    /// Set where the words have been told apart in this one value: a decision about them is about them there.
    pub of: Option<ValueId>,
}

impl Named<'_> {
    /// The wording that a decision about this good is keyed by.
    pub fn wording(&self) -> Wording {
        Wording { text: self.words.to_owned(), of: self.of }
    }
}

/// Decisions that cannot all hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// Declared not the same.
    pub apart: WordingPair,
    /// Yet declared the same, step by step; empty when the two are one wording.
    pub together: Vec<WordingPair>,
}

/// Which wordings of a document name the same good.
#[derive(Debug)]
pub struct Sameness<'d> {
    goods: BTreeMap<ValueId, [Vec<Named<'d>>; 2]>,
    /// How many wordings were counted.
    count_wordings: usize,
    apart: BTreeSet<(GoodId, GoodId)>,
    contradictions: Vec<Contradiction>,
    /// Looked up when they are first asked for.
    wordings: OnceCell<BTreeMap<GoodId, BTreeSet<&'d str>>>,
}

impl<'d> Sameness<'d> {
    /// Resolves all wordings of a document.
    pub fn new(document: &'d Document) -> Self {
        Self::among(document, document.divisions().flat_map(|division| document.values_of(division.id)))
    }

    /// Resolves the wordings of these values of a document; of others it knows no goods.
    pub fn among(document: &'d Document, values: impl Iterator<Item = &'d Value>) -> Self {
        let decisions = Decisions::read(document);
        let (split, contradictions) = decisions.settle();
        let mut nodes = Nodes::new(&split);
        let mut named: Vec<(ValueId, [Vec<Known<'d>>; 2])> = Vec::new();
        for value in values {
            let sides = Place::BOTH.map(|place| wordings(value.side(place)));
            let mut known = |words| nodes.known(words, value.id);
            named.push((value.id, sides.map(|words| words.into_iter().filter_map(&mut known).collect())));
        }
        let mut forms = |decision: &Decision<'d>| decision.forms.each_ref().map(|form| nodes.number(form.node(&split)));
        let decided: Vec<(bool, [usize; 2])> =
            decisions.all.iter().map(|decision| (decision.same, forms(decision))).collect();
        let places = nodes.places();
        let mut classes = Classes::new(places.len());
        for (_, [a, b]) in decided.iter().filter(|(same, _)| *same) {
            classes.join(places[*a], places[*b]);
        }
        let mut good = |node: usize| GoodId(classes.root(places[node]) as u32);
        let apart = decided.iter().filter(|(same, _)| !same).map(|(_, nodes)| {
            let [a, b] = nodes.map(&mut good);
            (a.min(b), a.max(b))
        });
        let apart = apart.collect();
        let mut named_good = |known: Known<'d>| Named {
            good: good(known.node),
            wording: known.wording,
            words: known.words,
            of: known.of,
        };
        let goods = named
            .into_iter()
            .map(|(value, sides)| (value, sides.map(|side| side.into_iter().map(&mut named_good).collect())))
            .collect();
        Self { goods, count_wordings: nodes.words.len(), apart, contradictions, wordings: OnceCell::new() }
    }

    /// The goods that a side of a value names, in its order; one named twice stands twice.
    pub fn named(&self, value: &Value, place: Place) -> &[Named<'d>] {
        self.sides(value).map_or(&[], |sides| &sides[place as usize])
    }

    /// The goods that both sides of a value name; none of a value that was not among those looked up.
    pub(super) fn sides(&self, value: &Value) -> Option<&[Vec<Named<'d>>; 2]> {
        self.goods.get(&value.id)
    }

    /// How many wordings there are: [`Named::wording`] is smaller.
    pub(super) fn count_wordings(&self) -> usize {
        self.count_wordings
    }

    /// The wordings in which values name a good, each once.
    pub(super) fn wordings(&self, good: GoodId) -> impl Iterator<Item = &&'d str> {
        let all = self.wordings.get_or_init(|| {
            let mut all: BTreeMap<GoodId, BTreeSet<&'d str>> = BTreeMap::new();
            for named in self.goods.values().flatten().flatten() {
                all.entry(named.good).or_default().insert(named.words);
            }
            all
        });
        all.get(&good).into_iter().flatten()
    }

    /// The goods of both sides, ascending, each once: equal for values that say the same, whatever their words.
    pub fn meaning(&self, value: &Value) -> [Vec<GoodId>; 2] {
        Place::BOTH.map(|place| distinct(self.named(value, place).iter().map(|named| named.good)))
    }

    /// Whether people declared that these two are not the same.
    pub fn are_declared_apart(&self, a: GoodId, b: GoodId) -> bool {
        self.apart.contains(&(a.min(b), a.max(b)))
    }

    /// The goods that people declared not the same.
    pub(super) fn declared_apart(&self) -> impl Iterator<Item = (GoodId, GoodId)> + '_ {
        self.apart.iter().copied()
    }

    /// The decisions that cannot all hold.
    pub fn contradictions(&self) -> &[Contradiction] {
        &self.contradictions
    }
}

/// What stands for a good before decisions join anything.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    /// All wordings of one folding, but for those that left it.
    Folded(Good),
    /// A wording that is matched only as written, but for case and space.
    Written(String),
    /// The wordings of one folding in one value, where they left it.
    In(Good, ValueId),
}

/// A wording in a value, whose node is known by its number.
#[derive(Debug)]
struct Known<'d> {
    node: usize,
    wording: u32,
    words: &'d str,
    /// The value, where the words mean something of their own in it.
    of: Option<ValueId>,
}

/// Numbers nodes as they come.
struct Nodes<'d, 's> {
    split: &'s BTreeSet<Node>,
    /// Whether anything means something of its own in a value.
    any_within: bool,
    /// The same words stand in many values: their node but where they have left it, and their own number.
    words: BTreeMap<&'d str, Option<(usize, u32)>>,
    numbers: BTreeMap<Node, usize>,
}

impl<'d, 's> Nodes<'d, 's> {
    fn new(split: &'s BTreeSet<Node>) -> Self {
        let any_within = split.iter().any(|node| matches!(node, Node::In(..)));
        Self { split, any_within, words: BTreeMap::new(), numbers: BTreeMap::new() }
    }

    fn number(&mut self, node: Node) -> usize {
        let next = self.numbers.len();
        *self.numbers.entry(node).or_insert(next)
    }

    /// None for a wording that names nothing.
    fn known(&mut self, words: &'d str, value: ValueId) -> Option<Known<'d>> {
        let (node, wording) = match self.words.get(words) {
            Some(known) => *known,
            None => self.meet(words),
        }?;
        let own = self.any_within.then(|| Good::fold(words)).flatten().map(|folded| Node::In(folded, value));
        match own.filter(|own| self.split.contains(own)) {
            Some(own) => Some(Known { node: self.number(own), wording, words, of: Some(value) }),
            None => Some(Known { node, wording, words, of: None }),
        }
    }

    /// Numbers a wording that has not come before.
    fn meet(&mut self, words: &'d str) -> Option<(usize, u32)> {
        let wording = self.words.len() as u32;
        let form = Good::fold(words).map(|folded| Form { folded, words, of: None });
        let known = form.map(|form| (self.number(form.node(self.split)), wording));
        self.words.insert(words, known);
        known
    }

    /// For each number the place of its node in their order, which does not depend on the order in which they came.
    fn places(&self) -> Vec<usize> {
        let mut places = vec![0; self.numbers.len()];
        for (place, &number) in self.numbers.values().enumerate() {
            places[number] = place;
        }
        places
    }
}

/// All that tells which node a wording belongs to.
#[derive(Debug)]
struct Form<'d> {
    folded: Good,
    words: &'d str,
    of: Option<ValueId>,
}

impl<'d> Form<'d> {
    fn of(wording: &'d Wording) -> Option<Self> {
        Some(Self { folded: Good::fold(&wording.text)?, words: &wording.text, of: wording.of })
    }

    fn folded(&self) -> Node {
        Node::Folded(self.folded.clone())
    }

    fn written(&self) -> Node {
        Node::Written(self.words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
    }

    fn within(&self) -> Option<Node> {
        self.of.map(|value| Node::In(self.folded.clone(), value))
    }

    /// The most particular node that has been split off, else the folding.
    fn node(&self, split: &BTreeSet<Node>) -> Node {
        if split.is_empty() {
            return self.folded();
        }
        let own = self.within().into_iter().chain([self.written()]).find(|node| split.contains(node));
        own.unwrap_or_else(|| self.folded())
    }
}

#[derive(Debug)]
struct Decision<'d> {
    pair: &'d WordingPair,
    forms: [Form<'d>; 2],
    same: bool,
}

impl Decision<'_> {
    /// What can be split off so that the two are no longer one good.
    fn separable(&self) -> Vec<Node> {
        let scoped: Vec<Node> = self.forms.iter().filter_map(Form::within).collect();
        let [a, b] = &self.forms;
        if scoped.is_empty() && a.folded == b.folded && a.written() != b.written() {
            vec![a.written(), b.written()]
        } else {
            scoped
        }
    }
}

/// The decisions whose wordings hold a word.
#[derive(Debug)]
struct Decisions<'d> {
    all: Vec<Decision<'d>>,
}

impl<'d> Decisions<'d> {
    fn read(document: &'d Document) -> Self {
        let all = document.same_goods().filter_map(|row| {
            let [a, b] = row.pair.wordings();
            Some(Decision { pair: &row.pair, forms: [Form::of(a)?, Form::of(b)?], same: row.same })
        });
        Self { all: all.collect() }
    }

    /// Splits off what has to be, until every "not the same" holds or cannot: then it contradicts others.
    fn settle(&self) -> (BTreeSet<Node>, Vec<Contradiction>) {
        let mut split = BTreeSet::new();
        loop {
            let graph = self.joined(&split);
            let violated: Vec<(&Decision<'d>, Vec<WordingPair>)> = self
                .all
                .iter()
                .filter(|decision| !decision.same)
                .filter_map(|decision| Some((decision, path(&graph, &decision.forms, &split)?)))
                .collect();
            let before = split.len();
            split.extend(violated.iter().flat_map(|(decision, _)| decision.separable()));
            if split.len() == before {
                let contradiction = |(decision, together): (&Decision<'d>, Vec<WordingPair>)| Contradiction {
                    apart: decision.pair.clone(),
                    together,
                };
                return (split, violated.into_iter().map(contradiction).collect());
            }
        }
    }

    /// The nodes that "the same" joins, each with its neighbours.
    fn joined(&self, split: &BTreeSet<Node>) -> Joined<'d> {
        let mut graph = Joined::new();
        for decision in self.all.iter().filter(|decision| decision.same) {
            let [a, b] = decision.forms.each_ref().map(|form| form.node(split));
            graph.entry(a.clone()).or_default().push((b.clone(), decision.pair));
            graph.entry(b).or_default().push((a, decision.pair));
        }
        graph
    }
}

type Joined<'d> = BTreeMap<Node, Vec<(Node, &'d WordingPair)>>;

/// The shortest way from one wording to the other through "the same".
fn path(graph: &Joined<'_>, forms: &[Form<'_>; 2], split: &BTreeSet<Node>) -> Option<Vec<WordingPair>> {
    let [start, end] = forms.each_ref().map(|form| form.node(split));
    let mut came_from: BTreeMap<&Node, Option<(&Node, &WordingPair)>> = BTreeMap::from([(&start, None)]);
    let mut queue = VecDeque::from([&start]);
    while let Some(node) = queue.pop_front() {
        if *node == end {
            let mut steps = Vec::new();
            let mut at = node;
            while let Some(&Some((before, pair))) = came_from.get(at) {
                steps.push(pair.clone());
                at = before;
            }
            steps.reverse();
            return Some(steps);
        }
        for (next, pair) in graph.get(node).into_iter().flatten() {
            if !came_from.contains_key(next) {
                came_from.insert(next, Some((node, pair)));
                queue.push_back(next);
            }
        }
    }
    None
}

/// Union-find; the root of a class is its smallest member.
#[derive(Debug)]
pub(super) struct Classes {
    parent: Vec<usize>,
}

impl Classes {
    pub(super) fn new(count: usize) -> Self {
        Self { parent: (0..count).collect() }
    }

    pub(super) fn root(&mut self, mut member: usize) -> usize {
        while self.parent[member] != member {
            self.parent[member] = self.parent[self.parent[member]];
            member = self.parent[member];
        }
        member
    }

    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b)] = a.min(b);
    }
}

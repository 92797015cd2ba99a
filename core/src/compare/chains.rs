//! What a division prefers: its values read as steps from good to good, followed through chains.
//!
//! A value puts each good that it pursues before each good that it gives up. Steps that lie on a cycle of the
//! division's own say both x before y and y before x; they are left out of its chains and told apart.

use std::collections::VecDeque;

use super::same::GoodId;

/// A good that one value puts before another. Goods and values are numbered within the division.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Step {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) value: u32,
}

/// The preferences of one division.
#[derive(Clone, Debug)]
pub(super) struct Preferences {
    /// Its goods, ascending; their places here are their numbers.
    pub(super) goods: Vec<GoodId>,
    /// The steps that lie on no cycle, ascending.
    steps: Vec<Step>,
    direct: Bits,
    through: Bits,
    /// Whether any chain is longer than a step and leads where none does.
    pub(super) leads_further: bool,
    /// The values with a step on a cycle, one list a knot of cycles.
    pub(super) cycles: Vec<Vec<u32>>,
}

impl Preferences {
    /// Reads values, each as the goods of its two sides.
    pub(super) fn new<'a>(values: impl Iterator<Item = [&'a [GoodId]; 2]> + Clone) -> Self {
        let mut goods: Vec<GoodId> = values.clone().flatten().flatten().copied().collect();
        goods.sort_unstable();
        goods.dedup();
        let number = |good: &GoodId| goods.binary_search(good).unwrap_or_default() as u32;
        let mut steps = Vec::new();
        for (value, [pursued, cost]) in (0..).zip(values) {
            for from in pursued.iter().map(number) {
                steps.extend(cost.iter().map(number).map(|to| Step { from, to, value }));
            }
        }
        steps.sort_unstable();
        let mut direct = Bits::square(goods.len());
        for step in &steps {
            direct.set(step.from, step.to);
        }
        let mut through = reach(goods.len(), &steps);
        let mut cycles = Vec::new();
        if steps.iter().any(|step| through.has(step.to, step.from)) {
            cycles = knots(&steps, &through);
            steps.retain(|step| !through.has(step.to, step.from));
            through = reach(goods.len(), &steps);
        }
        let leads_further = through.words.iter().zip(&direct.words).any(|(through, direct)| through & !direct != 0);
        Self { goods, steps, direct, through, leads_further, cycles }
    }

    /// Whether one value puts the one good before the other.
    pub(super) fn is_direct(&self, from: u32, to: u32) -> bool {
        self.direct.has(from, to)
    }

    /// Whether the values, followed step by step, put the one good before the other.
    pub(super) fn leads(&self, from: u32, to: u32) -> bool {
        self.through.has(from, to)
    }

    /// A shortest chain over the values that are allowed; among several always the same.
    pub(super) fn chain(&self, from: u32, to: u32, allowed: impl Fn(u32) -> bool) -> Option<Vec<Step>> {
        let mut came_by: Vec<Option<Step>> = vec![None; self.goods.len()];
        let mut queue = VecDeque::from([from]);
        while let Some(at) = queue.pop_front() {
            let first = self.steps.partition_point(|step| step.from < at);
            for step in self.steps[first..].iter().take_while(|step| step.from == at) {
                // Without cycles nothing leads back to the start.
                if came_by[step.to as usize].is_some() || !allowed(step.value) || !self.reaches(step.to, to) {
                    continue;
                }
                came_by[step.to as usize] = Some(*step);
                if step.to == to {
                    let back = std::iter::successors(Some(*step), |step| came_by[step.from as usize]);
                    let mut chain: Vec<Step> = back.collect();
                    chain.reverse();
                    return Some(chain);
                }
                queue.push_back(step.to);
            }
        }
        None
    }

    fn reaches(&self, from: u32, to: u32) -> bool {
        from == to || self.leads(from, to)
    }
}

/// From which good the steps lead to which, in one or more of them.
fn reach(goods: usize, steps: &[Step]) -> Bits {
    let mut through = Bits::square(goods);
    let mut open = Vec::new();
    for start in 0..goods as u32 {
        open.push(start);
        while let Some(at) = open.pop() {
            let first = steps.partition_point(|step| step.from < at);
            for step in steps[first..].iter().take_while(|step| step.from == at) {
                if !through.has(start, step.to) {
                    through.set(start, step.to);
                    open.push(step.to);
                }
            }
        }
    }
    through
}

/// The values with a step on a cycle; those whose cycles hang together are one list.
fn knots(steps: &[Step], through: &Bits) -> Vec<Vec<u32>> {
    let mut knots: Vec<(u32, Vec<u32>)> = Vec::new();
    for step in steps.iter().filter(|step| through.has(step.to, step.from)) {
        match knots
            .iter_mut()
            .find(|(good, _)| *good == step.from || through.has(*good, step.from) && through.has(step.from, *good))
        {
            Some((_, values)) => values.push(step.value),
            None => knots.push((step.from, vec![step.value])),
        }
    }
    let values = knots.into_iter().map(|(_, mut values)| {
        values.sort_unstable();
        values.dedup();
        values
    });
    values.collect()
}

/// A square of bits.
#[derive(Clone, Debug)]
struct Bits {
    words_a_row: usize,
    words: Vec<u64>,
}

impl Bits {
    fn square(side: usize) -> Self {
        let words_a_row = side.div_ceil(64);
        Self { words_a_row, words: vec![0; words_a_row * side] }
    }

    fn has(&self, row: u32, column: u32) -> bool {
        let (row, column) = (row as usize, column as usize);
        self.words[row * self.words_a_row + column / 64] >> (column % 64) & 1 == 1
    }

    fn set(&mut self, row: u32, column: u32) {
        let (row, column) = (row as usize, column as usize);
        self.words[row * self.words_a_row + column / 64] |= 1 << (column % 64);
    }
}

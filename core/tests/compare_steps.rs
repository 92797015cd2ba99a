//! Head-on in steps, against a search through every chain that there is.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod common;

use std::collections::BTreeSet;

use common::sets::Sets;
use evencost_core::compare::{Kind, Nothing};
use proptest::prelude::*;

type Edge = (char, char);

/// Whether the edges lead from one good to the other.
fn leads(edges: &[Edge], from: char, to: char) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        for &(_, next) in edges.iter().filter(|edge| edge.0 == at) {
            if next == to {
                return true;
            }
            if seen.insert(next) {
                open.push(next);
            }
        }
    }
    false
}

/// Every chain of edges that lie on no cycle.
fn chains(edges: &[Edge]) -> Vec<Vec<Edge>> {
    let free: Vec<Edge> = edges.iter().copied().filter(|&(from, to)| !leads(edges, to, from)).collect();
    let mut chains: Vec<Vec<Edge>> = free.iter().map(|&edge| vec![edge]).collect();
    let mut at = 0;
    while let Some(chain) = chains.get(at).cloned() {
        let end = chain[chain.len() - 1].1;
        let longer = free.iter().filter(|edge| edge.0 == end).map(|&edge| [&chain[..], &[edge]].concat());
        chains.extend(longer);
        at += 1;
    }
    chains
}

/// Whether there is a chain of A and one of B back on which no two values are head-on, and whose ends no two values
/// oppose outright.
fn opposed_in_steps(a: &[Edge], b: &[Edge]) -> bool {
    let (chains_a, chains_b) = (chains(a), chains(b));
    chains_a.iter().any(|chain_a| {
        let (x, y) = (chain_a[0].0, chain_a[chain_a.len() - 1].1);
        let outright = a.contains(&(x, y)) && b.contains(&(y, x));
        !outright
            && chains_b.iter().any(|chain_b| {
                (chain_b[0].0, chain_b[chain_b.len() - 1].1) == (y, x)
                    && !chain_a.iter().any(|&(from, to)| chain_b.contains(&(to, from)))
            })
    })
}

fn edges() -> impl Strategy<Value = Vec<Edge>> {
    let good = prop::sample::select(vec!['p', 'q', 'r', 's', 't', 'u']);
    prop::collection::btree_set((good.clone(), good), 0..9).prop_map(|edges| edges.into_iter().collect())
}

proptest! {
    #[test]
    fn some_opposition_in_steps_is_told_where_there_is_one(a in edges(), b in edges()) {
        let set = |edges: &[Edge]| edges.iter().map(|(from, to)| (from.to_string(), to.to_string())).collect::<Vec<_>>();
        let room = Sets::owned(&[set(&a), set(&b)]);
        let told = room.compare(&Nothing).summary.counts.of(Kind::ReversedThroughOthers) > 0;
        prop_assert_eq!(told, opposed_in_steps(&a, &b));
    }
}

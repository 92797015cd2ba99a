//! Head-on in steps: A's chains lead from x to y, B's lead from y to x.
//!
//! For every pair of goods that the chains order oppositely, one route is sought: a chain of A and a chain of B, as
//! short as possible, on which no value of A is head-on with a value of B, since that pair says it already. A pair of
//! goods that one value of A and one of B order oppositely is no matter of steps. Of the routes, shortest first and
//! among equals those with most to tell, each is told that holds a value which none told before holds: what is left
//! out is made up of shorter ones.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::id::ValueId;

use super::chains::Step;
use super::index::Indexed;
use super::same::GoodId;

/// A chain of A from one good to another, and a chain of B back.
#[derive(Clone, Debug)]
pub(super) struct Opposition {
    pub(super) a: Vec<Step>,
    pub(super) b: Vec<Step>,
}

/// Adds the oppositions that are worth telling to `found`.
///
/// `common` holds the goods that both divisions name, as their numbers in each; `reversed` says whether a value of
/// A and one of B are head-on.
pub(super) fn oppositions(
    a: &Indexed<'_>,
    b: &Indexed<'_>,
    common: &[(u32, u32)],
    reversed: impl Fn(u32, u32) -> bool + Copy,
    found: &mut Vec<Opposition>,
) {
    let mut routes: Vec<(Order, Opposition)> = Vec::new();
    for &x in common {
        for &y in common {
            let opposed = a.preferences.leads(x.0, y.0) && b.preferences.leads(y.1, x.1);
            if opposed && !(a.preferences.is_direct(x.0, y.0) && b.preferences.is_direct(y.1, x.1)) {
                routes.extend(route(a, b, x, y, reversed));
            }
        }
    }
    routes.sort_by(|(one, _), (other, _)| one.cmp(other));
    let mut told = [BTreeSet::new(), BTreeSet::new()];
    loop {
        let tells = |route: &Opposition| {
            let new =
                |told: &BTreeSet<u32>, chain: &[Step]| chain.iter().filter(|step| !told.contains(&step.value)).count();
            new(&told[0], &route.a) + new(&told[1], &route.b)
        };
        let telling = routes.iter().filter(|(_, route)| tells(route) > 0);
        // Of equals the first is taken, so their order decides.
        let Some((_, next)) = telling.min_by_key(|(order, route)| (order.0, Reverse(tells(route)))) else { break };
        let next = next.clone();
        told[0].extend(next.a.iter().map(|step| step.value));
        told[1].extend(next.b.iter().map(|step| step.value));
        found.push(next);
    }
}

/// Shorter ones first, then whatever does not depend on which division is A.
type Order = (usize, Vec<ValueId>, [GoodId; 2]);

/// The shortest route from x through A to y and back through B, among a few that are likely.
fn route(
    a: &Indexed<'_>,
    b: &Indexed<'_>,
    x: (u32, u32),
    y: (u32, u32),
    reversed: impl Fn(u32, u32) -> bool + Copy,
) -> Option<(Order, Opposition)> {
    let in_a = |allowed: &dyn Fn(u32) -> bool| a.preferences.chain(x.0, y.0, allowed);
    let in_b = |allowed: &dyn Fn(u32) -> bool| b.preferences.chain(y.1, x.1, allowed);
    // To find the best of all pairs of chains is a hard problem; one of these two is it, or close.
    let a_first = in_a(&|_| true).and_then(|a| {
        let b = in_b(&|value| !a.iter().any(|step| reversed(step.value, value)))?;
        Some(Opposition { a, b })
    });
    let b_first = in_b(&|_| true).and_then(|b| {
        let a = in_a(&|value| !b.iter().any(|step| reversed(value, step.value)))?;
        Some(Opposition { a, b })
    });
    let order = |route: &Opposition| {
        let ids = route.a.iter().map(|step| a.values[step.value as usize].id);
        let mut ids: Vec<ValueId> = ids.chain(route.b.iter().map(|step| b.values[step.value as usize].id)).collect();
        ids.sort_unstable();
        let ends = [a.preferences.goods[x.0 as usize], a.preferences.goods[y.0 as usize]];
        (route.a.len() + route.b.len(), ids, [ends[0].min(ends[1]), ends[0].max(ends[1])])
    };
    let candidates = [a_first, b_first].into_iter().flatten();
    candidates.map(|route| (order(&route), route)).min_by(|(one, _), (other, _)| one.cmp(other))
}

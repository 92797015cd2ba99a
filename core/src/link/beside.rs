//! What came by a link beside one's own, to be compared.

use std::collections::BTreeMap;

use crate::document::{Division, Document, Row, SameGood, Value, Wording, WordingPair};
use crate::id::{Ids, ValueId};

/// My workspace with the divisions of theirs after mine, under new ids: theirs may be an older version of mine.
/// What they decided of wordings comes along where I decided nothing.
pub fn lay_beside(mine: &Document, theirs: &Document, ids: &mut Ids) -> Document {
    let mut document = mine.clone();
    let mut renamed: BTreeMap<ValueId, ValueId> = BTreeMap::new();
    for division in theirs.divisions().filter(|division| theirs.is_ready(division.id)) {
        let taken = mine.divisions().any(|own| own.display_name() == division.display_name());
        let name = if taken { [division.display_name(), " (link)"].concat() } else { division.name.clone() };
        let id = ids.fresh();
        document.push(Division { id, name }.into());
        for value in theirs.values_of(division.id) {
            let new = ids.fresh();
            renamed.insert(value.id, new);
            document.push(Value { id: new, division: id, ..value.clone() }.into());
        }
    }
    let wording = |wording: &Wording| match wording.of {
        None => Some(wording.clone()),
        Some(value) => renamed.get(&value).map(|new| Wording { of: Some(*new), ..wording.clone() }),
    };
    for same_good in theirs.same_goods() {
        let [a, b] = same_good.pair.wordings().map(wording);
        if let Some((a, b)) = a.zip(b) {
            let row: Row = SameGood { pair: WordingPair::new(a, b), same: same_good.same }.into();
            if !document.contains(&row.key()) {
                document.push(row);
            }
        }
    }
    document
}

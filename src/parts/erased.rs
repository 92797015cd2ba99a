//! Closures of views behind one type each.
//!
//! The renderer's code for a reactive piece of a view is generic over its closure: each `move ||` of its own type
//! is about two kilobytes of program. With `erase_components`, `view!` puts a closure without arguments that is
//! written in the view itself behind one type: `{move || words()}`, `class:on=move || is_on.get()`. A closure that is
//! handed over by its name, a handler, a memo, a condition and a list are not; these boxes do it for them.

use std::hash::{DefaultHasher, Hash, Hasher};

use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A piece of view that follows signals.
pub type Piece = Box<dyn FnMut() -> AnyView + Send>;
/// What a click does.
pub type Click = Box<dyn FnMut(MouseEvent)>;

/// A piece of view that is made anew when the signals change that it reads.
pub fn piece(make: impl FnMut() -> AnyView + Send + 'static) -> Piece {
    Box::new(make)
}

/// What a click does.
pub fn click(run: impl FnMut(MouseEvent) + 'static) -> Click {
    Box::new(run)
}

/// What a memo reads, given what it read before.
type Read<T> = Box<dyn Fn(Option<&T>) -> T + Send + Sync>;

/// A memo whose closure is boxed.
pub fn memo<T: Send + Sync + PartialEq + 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    let read: Read<T> = Box::new(move |_| read());
    Memo::new(read)
}

/// Shows a piece of view while a condition holds; it is made once for each time that the condition comes true.
pub fn when(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    make: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    either(condition, make, || ().into_any())
}

/// Shows one piece of view while a condition holds, and another while it does not.
pub fn either(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    yes: impl Fn() -> AnyView + Send + Sync + 'static,
    no: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let holds = memo(condition);
    piece(move || if holds.get() { yes() } else { no() }).into_any()
}

/// A row of a list. It keeps its elements, and the focus in them, while a row of its key is in the list.
pub struct Row {
    /// A hash of 64 bits: that two rows of a list share one by chance is not to be reckoned with.
    key: u64,
    make: Box<dyn FnOnce() -> AnyView + Send>,
}

impl Row {
    /// The row of a key, which no other row of its list has.
    pub fn new(key: &impl Hash, make: impl FnOnce() -> AnyView + Send + 'static) -> Self {
        Self { key: hash(key), make: Box::new(make) }
    }
}

fn hash(key: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}

/// A list that follows signals: Leptos's `For` with one type for all rows.
pub fn rows(of: impl Fn() -> Vec<Row> + Send + Sync + 'static) -> AnyView {
    // Its closures are of one type each because this function has no types as parameters.
    fn one_for_all(of: Box<dyn Fn() -> Vec<Row> + Send + Sync>) -> AnyView {
        view! { <For each=of key=|row| row.key children=|row| (row.make)() /> }.into_any()
    }
    one_for_all(Box::new(of))
}

/// A list with a row for each item, which is its own key.
pub fn list<T: Hash + Send + 'static>(
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    row: impl Fn(T) -> AnyView + Clone + Send + Sync + 'static,
) -> AnyView {
    rows(move || {
        let of = |item: T| {
            let (key, row) = (hash(&item), row.clone());
            Row { key, make: Box::new(move || row(item)) }
        };
        items().into_iter().map(of).collect()
    })
}

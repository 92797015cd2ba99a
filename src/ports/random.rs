//! Random bits for the page's replica.

use evencost_core::id::Replica;

/// A fresh replica. Every browser has `crypto.getRandomValues`, also on plain http, where `randomUUID` is
/// missing; should it fail all the same, the clock and `Math.random` are as far apart as two pages need.
pub fn replica() -> Replica {
    let mut bytes = [0; 8];
    let drawn =
        leptos::prelude::window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if drawn.is_err() {
        let mixed = js_sys::Math::random().to_bits() ^ js_sys::Date::now().to_bits().rotate_left(20);
        bytes = mixed.to_le_bytes();
    }
    Replica::new(u64::from_le_bytes(bytes))
}

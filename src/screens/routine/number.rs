//! A whole number, typed.

use leptos::prelude::*;

use crate::parts::Notices;

/// More than this is a slip of the finger.
const MOST: u32 = 100_000;

/// A field for a whole number, or for none.
#[component]
pub(super) fn Number(
    /// The element's id, by which it can be focused.
    id: String,
    /// What it counts.
    #[prop(into)]
    label: Signal<String>,
    /// What it holds; none where nobody has said.
    #[prop(into)]
    number: Signal<Option<u32>>,
    /// Another number, or none.
    #[prop(into)]
    on_number: Callback<Option<u32>>,
    /// The caret came in.
    #[prop(into)]
    on_enter: Callback<()>,
) -> impl IntoView {
    let notices = expect_context::<Notices>();
    // What stood there when the caret came in.
    let entered = StoredValue::new(None);
    let shown = move || number.try_get().flatten().map(|number| number.to_string()).unwrap_or_default();
    view! {
        <label class="task-field">
            <span>{label}</span>
            <input
                type="text"
                inputmode="numeric"
                autocomplete="off"
                id=id
                prop:value=shown
                on:focus=move |_| {
                    entered.set_value(number.get_untracked());
                    on_enter.run(());
                }
                on:input:target=move |event| {
                    if let Some(number) = read(&event.target().value()) {
                        on_number.run(number);
                    }
                }
                on:blur:target=move |event| {
                    // A task that goes takes the focus out of its fields last.
                    if number.try_get_untracked().is_none() {
                        return;
                    }
                    let typed = event.target().value();
                    if read(&typed).is_none() && typed != untrack(shown) {
                        // Its beginning may have been a number.
                        on_number.run(entered.get_value());
                        notices.show(format!("Only a whole number up to {MOST} can stand here. It stays as it was."));
                    }
                    event.target().set_value(&untrack(shown));
                }
            />
        </label>
    }
}

/// The number that was typed, or that there is none; nothing while it is neither.
fn read(typed: &str) -> Option<Option<u32>> {
    match typed.trim() {
        "" => Some(None),
        typed => typed.parse().ok().filter(|number| *number <= MOST).map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn whole_numbers_are_read_and_nothing_is_none() {
        for (typed, number) in [
            ("", Some(None)),
            (" ", Some(None)),
            (" 15 ", Some(Some(15))),
            ("0", Some(Some(0))),
            ("1.5", None),
            ("-1", None),
            ("a few", None),
            ("100001", None),
        ] {
            assert_eq!(read(typed), number, "{typed:?}");
        }
    }
}

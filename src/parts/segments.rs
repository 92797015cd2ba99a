//! A question of a few answers, side by side.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::app;

/// One answer: its words and the tone in which it is shown once chosen (`""`, `price`, `clash` or `none`).
pub type Segment = (&'static str, &'static str);

/// A question as a group of native radio buttons. Arrow keys go through them; a digit chooses one at once.
#[component]
pub fn Segments(
    /// A name of its own on the page; with `-0`, `-1` and so on the ids of the buttons.
    #[prop(into)]
    name: String,
    /// The question.
    #[prop(into)]
    label: Signal<String>,
    /// The answers.
    segments: Vec<Segment>,
    /// The place of the one that was given.
    #[prop(into)]
    chosen: Signal<Option<usize>>,
    /// An answer was given.
    #[prop(into)]
    on_choose: Callback<usize>,
    /// The focus came in.
    #[prop(optional, into)]
    on_enter: Option<Callback<()>>,
) -> impl IntoView {
    let count = segments.len();
    let label_id = [&name, "-label"].concat();
    let labelled_by = label_id.clone();
    let button = {
        let name = name.clone();
        move |(place, (words, tone)): (usize, Segment)| {
            view! {
                <label class=tone>
                    <input
                        type="radio"
                        id=button_id(&name, place)
                        name=name.clone()
                        prop:checked=move || chosen.get() == Some(place)
                        on:change=move |_| on_choose.run(place)
                    />
                    {words}
                </label>
            }
        }
    };
    let by_digit = move |event: KeyboardEvent| {
        let digit = event.key().parse().ok().and_then(|digit: usize| digit.checked_sub(1));
        if let Some(place) = digit.filter(|place| *place < count && !event.ctrl_key() && !event.meta_key()) {
            event.prevent_default();
            on_choose.run(place);
            app::focus(&button_id(&name, place));
        }
    };
    view! {
        <div
            class="question"
            role="radiogroup"
            aria-labelledby=labelled_by
            on:keydown=by_digit
            on:focusin=move |_| if let Some(on_enter) = on_enter { on_enter.run(()) }
        >
            <span id=label_id>{label}</span>
            <span class="segments">{segments.into_iter().enumerate().map(button).collect_view()}</span>
        </div>
    }
}

fn button_id(name: &str, place: usize) -> String {
    [name, "-", &place.to_string()].concat()
}

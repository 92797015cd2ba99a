//! Hours a month by stage, in words with a bar beside them.

use evencost_core::id::DivisionId;
use evencost_core::routine::{Monthly, StageSum, by_stage, set_aside, total};
use leptos::prelude::*;

use crate::live::Live;
use crate::parts::erased::{memo, piece};
use crate::route::Route;

/// All that is said.
#[derive(Clone, PartialEq)]
struct Said {
    stages: [StageSum; 4],
    total: Monthly,
    set_aside: Monthly,
}

pub(super) fn view(live: Live, division: DivisionId) -> AnyView {
    let said = memo(move || {
        live.read(|document| Said {
            stages: by_stage(document, division),
            total: total(document, division),
            set_aside: set_aside(document, division),
        })
    });
    view! {
        <section aria-labelledby="routine-sums">
            <h2 id="routine-sums">"Hours a month"</h2>
            {piece(move || table(&said.get()))}
        </section>
    }
    .into_any()
}

fn table(said: &Said) -> AnyView {
    let longest = said.stages.iter().map(|sum| sum.now + sum.freed).max().unwrap_or_default();
    let freed: Monthly = said.stages.iter().map(|sum| sum.freed).sum();
    let in_full: usize = said.stages.iter().map(|sum| sum.in_full).sum();
    let in_full_words = match in_full {
        0 => String::new(),
        1 => "1 task counts in full until somebody estimates what is left of it.".to_owned(),
        more => format!("{more} tasks count in full until somebody estimates what is left of them."),
    };
    view! {
        <table class="stages">
            <thead>
                <tr><th scope="col">"How far"</th><th scope="col">"Tasks"</th><th scope="col">"A month"</th></tr>
            </thead>
            <tbody>
                {said.stages.iter().map(|sum| row(sum, longest)).collect_view()}
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row">"In all"</th>
                    <td>{said.stages.iter().map(|sum| sum.tasks).sum::<usize>()}</td>
                    <td>{said.total.to_string()}</td>
                </tr>
            </tfoot>
        </table>
        <p>
            {freed.to_string()} " a month are freed so far, and " {said.set_aside.to_string()}
            " are set aside for partnership in your " <a href=Route::Customers.to_string()>"lanes"</a> "."
        </p>
        {(in_full > 0).then(|| view! { <p class="soft">{in_full_words}</p> })}
    }
    .into_any()
}

fn row(sum: &StageSum, longest: Monthly) -> AnyView {
    let [now, freed] = [sum.now, sum.freed].map(|time| time.thousandths_of(longest));
    let freed_words =
        if sum.freed.is_none() { String::new() } else { [", ", &*sum.freed.to_string(), " freed"].concat() };
    view! {
        <tr>
            <th scope="row">{sum.stage.label()}</th>
            <td>{sum.tasks}</td>
            <td>
                {sum.now.to_string()} {freed_words}
                {(now + freed > 0).then(|| view! {
                    <svg class="hours-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                        <rect class="now" width=now height="10" />
                        <rect class="freed" x=now width=freed height="10" />
                    </svg>
                })}
            </td>
        </tr>
    }
    .into_any()
}

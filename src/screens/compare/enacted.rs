//! What the two do, beside what they say: the requests that both weighed.

use evencost_core::compare::{Enacted, enacted};
use evencost_core::document::{Document, Request};
use evencost_core::id::RequestId;
use leptos::prelude::*;

use super::pair::Finding;
use crate::live::Live;
use crate::parts::erased::{memo, piece};
use crate::route::Route;

/// A request that both weighed differently: its link, its title, and whose values it fits.
type Differing = (RequestId, String, String);

pub(super) fn view(live: Live, finding: Finding) -> AnyView {
    let laid = memo(move || {
        let (ids, names) = finding.with(|found| found.as_ref().map(|found| (found.ids, found.names.clone())))?;
        let stated = finding.with(|found| found.as_ref().map(|found| found.comparison.summary.counts.to_string()))?;
        Some(live.read(|document| {
            let enacted = enacted(document, ids[0], ids[1]);
            let differing = differing(document, &enacted, &names);
            (names, stated, enacted, differing)
        }))
    });
    let shown = move || {
        let (names, stated, enacted, differing) = laid.get()?;
        Some(view! {
            <section class="enacted">
                <h2>"Said and done"</h2>
                <div class="beside">
                    <div><h3>"What you say"</h3><p class="lead">{stated}"."</p></div>
                    <div><h3>"What you do"</h3><p class="lead">{done(&enacted)}</p></div>
                </div>
                {(enacted.with_view() > 0).then(|| table(&names, &enacted))}
                {(!differing.is_empty()).then(|| list(differing))}
            </section>
        })
    };
    piece(move || shown().into_any()).into_any()
}

fn done(enacted: &Enacted) -> String {
    let requests = |count: usize| if count == 1 { "1 request".to_owned() } else { format!("{count} requests") };
    match (enacted.with_view(), enacted.no_view.len()) {
        (0, 0) => "No request has been weighed by both yet. Weigh one each, and this shows whether you act as you say."
            .to_owned(),
        (0, weighed) => {
            ["Both weighed ", &requests(weighed), ", but on none of them do both have a clear view."].concat()
        }
        (1, _) if enacted.agreed() == 1 => "On the 1 request where both have a clear view, you agree.".to_owned(),
        (1, _) => "On the 1 request where both have a clear view, you differ.".to_owned(),
        (all, _) => {
            let agreed = enacted.agreed().to_string();
            ["Of ", &requests(all), " where both have a clear view, you agree on ", &agreed, "."].concat()
        }
    }
}

fn table(names: &[String; 2], enacted: &Enacted) -> AnyView {
    let [a, b] = names;
    let row = |says: &'static str, fits: usize, strains: usize, agrees_on_fit: bool| {
        let class = |agrees: bool| if agrees { "agree" } else { "differ" };
        view! {
            <tr>
                <th scope="row">{says} " " {a.clone()}</th>
                <td class=class(agrees_on_fit)>{fits}</td>
                <td class=class(!agrees_on_fit)>{strains}</td>
            </tr>
        }
    };
    view! {
        <div class="cross"><table>
            <caption class="off-screen">"Requests that both weighed, by what came of it"</caption>
            <thead>
                <tr><td></td><th scope="col">"fits " {b.clone()}</th><th scope="col">"strains " {b.clone()}</th></tr>
            </thead>
            <tbody>
                {row("fits", enacted.fit_both.len(), enacted.fit_a_strain_b.len(), true)}
                {row("strains", enacted.strain_a_fit_b.len(), enacted.strain_both.len(), false)}
            </tbody>
        </table></div>
    }
    .into_any()
}

fn differing(document: &Document, enacted: &Enacted, [a, b]: &[String; 2]) -> Vec<Differing> {
    let of = |ids: &[RequestId], fits: &str, strains: &str| {
        let title = |id: &RequestId| document.request(*id).map(Request::display_title).unwrap_or_default().to_owned();
        let words = ["fits ", fits, ", strains ", strains].concat();
        ids.iter().map(|id| (*id, title(id), words.clone())).collect::<Vec<_>>()
    };
    [of(&enacted.fit_a_strain_b, a, b), of(&enacted.strain_a_fit_b, b, a)].concat()
}

fn list(differing: Vec<Differing>) -> AnyView {
    let lines = differing.into_iter().map(|(id, title, words)| {
        view! { <li><a href=Route::Request(id).to_string()>{title}</a> " " <span class="soft">{words}</span></li> }
    });
    view! { <h3>"Where you differ"</h3><ul class="plain-list">{lines.collect_view()}</ul> }.into_any()
}

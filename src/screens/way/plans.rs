//! Two orders to go in, with minutes.

use evencost_core::way::{Part, Plan};
use leptos::prelude::*;

use crate::parts::Tag;
use crate::route::Route;

pub(super) fn view(plans: [Plan; 2]) -> AnyView {
    plans.into_iter().map(plan).collect_view().into_any()
}

fn plan(plan: Plan) -> AnyView {
    let (minutes, left) = (plan.minutes(), plan.minutes_left());
    let all = if minutes == 60 { "An hour".to_owned() } else { length(minutes) };
    let time = match left {
        _ if left == minutes => [&*all, " in all."].concat(),
        0 => [&*all, " in all, and all of it is done."].concat(),
        left => [&*all, " in all, of which ", &length(left), " are left for you."].concat(),
    };
    view! {
        <section class="plan">
            <h3>{plan.title}</h3>
            <p class="soft">{time}</p>
            <ol>{plan.parts.into_iter().map(part).collect_view()}</ol>
        </section>
    }
    .into_any()
}

fn part(part: Part) -> AnyView {
    let words = match part.leads_to {
        Some(to) => view! { <a href=Route::to(to).to_string()>{part.words}</a> }.into_any(),
        None => part.words.into_any(),
    };
    view! {
        <li>
            <span class="plan-minutes">{part.minutes} " min"</span>
            <span>{words} {part.done.then(|| view! { " " <Tag tone="tag" words="done" /> })}</span>
        </li>
    }
    .into_any()
}

/// "50 minutes", "3 hours 30".
fn length(minutes: u32) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    match (hours, rest) {
        (0, _) => [&*minutes.to_string(), " minutes"].concat(),
        (1, 0) => "an hour".to_owned(),
        (hours, 0) => [&*hours.to_string(), " hours"].concat(),
        (1, rest) => ["an hour and ", &*rest.to_string(), " minutes"].concat(),
        (hours, rest) => [&*hours.to_string(), " hours and ", &rest.to_string(), " minutes"].concat(),
    }
}

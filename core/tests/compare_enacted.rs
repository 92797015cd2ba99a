//! Requests that two divisions weighed, beside each other.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod common;

use common::sets::Sets;
use common::today;
use evencost_core::compare::{Index, Nothing, enacted, markdown};
use evencost_core::document::*;
use evencost_core::edit::apply;
use evencost_core::id::{RaterId, RequestId};
use evencost_core::weigh::hide;

struct Room {
    sets: Sets,
    raters: [RaterId; 2],
}

impl Room {
    fn new() -> Self {
        let mut sets = Sets::of(&[&[("speed", "polish")], &[("polish", "speed")]]);
        let raters = [0, 1].map(|place| {
            let id = sets.ids.fresh();
            sets.append(Rater { id, name: String::new(), division: sets.divisions[place], named: false });
            id
        });
        Self { sets, raters }
    }

    /// A request, and what it does to what each of the two pursues; `None` where nobody has weighed.
    fn request(&mut self, title: &str, effects: [Option<Effect>; 2]) -> RequestId {
        let request: RequestId = self.sets.ids.fresh();
        self.sets.append(Request::new(request, title, today()));
        for (place, effect) in effects.into_iter().enumerate() {
            let value = self.sets.values()[place];
            let key = StanceKey { request, value, rater: self.raters[place] };
            if let Some(effect) = effect {
                self.sets.append(Stance { key, pursued: Some(effect), cost: Some(Effect::Zero), too_dear: false });
                self.sets.append(Reveal { key: DecisionKey { request, division: self.sets.divisions[place] } });
            }
        }
        request
    }

    fn enacted(&self) -> evencost_core::compare::Enacted {
        enacted(&self.sets.document, self.sets.divisions[0], self.sets.divisions[1])
    }
}

const SERVES: Option<Effect> = Some(Effect::Plus);
const HARMS: Option<Effect> = Some(Effect::Minus);
const NEITHER: Option<Effect> = Some(Effect::Zero);

#[test]
fn each_request_stands_where_its_two_results_put_it() {
    let mut room = Room::new();
    let fits = room.request("fits both", [SERVES, SERVES]);
    let strains = room.request("strains both", [HARMS, HARMS]);
    let one = room.request("for A", [SERVES, HARMS]);
    let other = room.request("for B", [HARMS, SERVES]);
    let silent = room.request("silent", [SERVES, NEITHER]);
    room.request("weighed by A alone", [SERVES, None]);
    let enacted = room.enacted();
    assert_eq!(enacted.fit_both, [fits]);
    assert_eq!(enacted.strain_both, [strains]);
    assert_eq!(enacted.fit_a_strain_b, [one]);
    assert_eq!(enacted.strain_a_fit_b, [other]);
    assert_eq!(enacted.no_view, [silent]);
    assert_eq!((enacted.with_view(), enacted.agreed()), (4, 2));
    let [a, b] = [room.sets.divisions[0], room.sets.divisions[1]];
    let mirrored = evencost_core::compare::enacted(&room.sets.document, b, a);
    assert_eq!((mirrored.fit_a_strain_b, mirrored.strain_a_fit_b), (vec![other], vec![one]));
    let page = markdown::pair(&Index::new(&room.sets.document), a, b, &Nothing);
    assert!(page.contains("Of 4 requests on which both have a view, 2 agree."), "{page}");
    assert!(page.contains("Fits B, strains A:\n\n- for B\n"), "{page}");
}

#[test]
fn what_is_weighed_blind_is_not_shown() {
    let mut room = Room::new();
    let request = room.request("for A", [SERVES, HARMS]);
    assert_eq!(room.enacted().fit_a_strain_b, [request]);
    let key = DecisionKey { request, division: room.sets.divisions[1] };
    let edit = hide(&room.sets.document, key);
    apply(&mut room.sets.document, edit);
    assert_eq!(room.enacted(), evencost_core::compare::Enacted::default());
    room.sets.append(Reveal { key });
    assert_eq!(room.enacted().fit_a_strain_b, [request]);
}

//! The way out: each step from nothing to being in place, and the plans with it.
mod common;

use common::room::Room;
use common::today;
use evencost_core::document::*;
use evencost_core::id::{CustomerId, OutputId};
use evencost_core::way::*;
use evencost_core::weigh::readings;
use time::Duration;

fn at(room: &Room, step: usize) -> (State, String, Where) {
    let way = way(&room.document, room.division, today());
    let step = &way.steps[step];
    (step.state, step.next.clone(), step.leads_to)
}

fn output(room: &mut Room, name: &str) -> OutputId {
    let id = room.ids.fresh();
    room.append(Output::new(id, room.division, name));
    id
}

fn customer(room: &mut Room, name: &str) -> CustomerId {
    let id = room.ids.fresh();
    room.append(Customer::new(id, room.division, name));
    id
}

#[test]
fn where_there_is_nothing_each_step_says_how_to_begin() {
    let room = Room::new(&[], 0);
    let way = way(&room.document, room.division, today());
    for step in &way.steps {
        assert_eq!((step.state, step.done.len()), (State::NotBegun, 0), "{step:?}");
        assert!(!step.next.is_empty());
    }
    let begins: Vec<Where> = way.steps.iter().map(|step| step.leads_to).collect();
    assert_eq!(begins, [Where::Customers, Where::Customers, Where::Routine, Where::Values]);
    let [hour, afternoon] = &way.plans;
    assert_eq!((hour.minutes(), hour.minutes_left()), (60, 60));
    assert_eq!((afternoon.minutes(), afternoon.minutes_left()), (210, 210));
}

#[test]
fn customers_from_outputs_to_their_review() {
    let mut room = Room::new(&[], 0);
    let payslips = output(&mut room, "Payslips");
    assert_eq!(at(&room, 0), (State::Begun, "Say who needs “Payslips”.".into(), Where::Customers));
    let staff = customer(&mut room, "Staff");
    room.append(Use { key: UseKey { output: payslips, customer: staff } });
    assert_eq!(at(&room, 0).1, "Describe Staff: what they need and what they fear, in their words.");
    room.set(Key::Customer(staff), Field::CustomerNeeds("A slip".into()));
    room.set(Key::Customer(staff), Field::CustomerFears("A form".into()));
    assert_eq!(
        at(&room, 0),
        (State::InPlace, "Set a day on which you look at them again, six months from now.".into(), Where::Customers)
    );
    room.set(Key::Customer(staff), Field::CustomerReview(Some(today() + Duration::days(1))));
    assert_eq!(at(&room, 0).1, "Nothing until 25 November 2026, when Staff is to be looked at again.");
    room.set(Key::Customer(staff), Field::CustomerReview(Some(today())));
    assert_eq!(
        at(&room, 0),
        (State::Begun, "Look at Staff again: that was due on 24 November 2026.".into(), Where::Customers)
    );
}

#[test]
fn needs_from_lanes_to_the_menu() {
    let mut room = Room::new(&[], 0);
    let staff = customer(&mut room, "Staff");
    assert_eq!(at(&room, 1), (State::NotBegun, "Say how Staff wants to be served, and when.".into(), Where::Customers));
    let (request, old) = (room.request(), room.request());
    room.set(Key::Request(old), Field::RequestDate(today() - Duration::days(91)));
    let lane = room.ids.fresh();
    room.append(Lane::new(lane, staff, Service::QuickOrder));
    let (state, _, leads_to) = at(&room, 1);
    assert_eq!((state, leads_to), (State::Begun, Where::Request(request)), "what is older than 90 days is left alone");
    let key = room.decision(request);
    room.append(Placement { lane: Some(lane), ..Placement::open(key) });
    assert_eq!(
        at(&room, 1),
        (State::InPlace, "Put on your menu what can be ordered without a talk.".into(), Where::Customers)
    );
    let id = output(&mut room, "Payslips");
    room.set(Key::Output(id), Field::OutputOrderable(true));
    assert_eq!(at(&room, 1).1, "Ask one customer whether you got it right.");
}

#[test]
fn routine_from_the_first_task_to_whom_its_time_goes_to() {
    let mut room = Room::new(&[], 0);
    let id = room.ids.fresh();
    room.append(Routine { minutes: 60, times: 10, ..Routine::new(id, room.division, "Slips") });
    let key = Key::Routine(id);
    assert_eq!(
        at(&room, 2),
        (
            State::Begun,
            "Estimate “Slips”: minutes that are left afterwards, hours of work to get there.".into(),
            Where::Routine
        )
    );
    room.set(key.clone(), Field::RoutineAfter(Some(0)));
    room.set(key.clone(), Field::RoutineEffort(Some(5)));
    assert_eq!(at(&room, 2).1, "Simplify “Slips” first: it would free 10 hours a month and pays back within a month.");
    room.set(key.clone(), Field::RoutineStage(Stage::SelfServe));
    assert_eq!(at(&room, 2).1, "Say whose partnership the time goes to that “Slips” has freed.");
    let staff = customer(&mut room, "Staff");
    room.set(key, Field::RoutineGoesTo(Some(staff)));
    assert_eq!(
        at(&room, 2),
        (State::InPlace, "Ask those who need it whether they need all of it.".into(), Where::Routine)
    );
}

#[test]
fn values_from_the_first_sentence_to_a_talk() {
    let mut room = Room::new(&[("Care", "speed")], 1);
    assert_eq!(at(&room, 3).2, Where::Requests);
    let request = room.weighed(&[&["+-"]]);
    assert!(at(&room, 3).1.starts_with("Weigh something that you do yourselves"));
    let own = room.own();
    room.weigh(own, &[&["-0"]]);
    assert_eq!(at(&room, 3), (State::Begun, "Adopt the values that you stand behind.".into(), Where::Values));
    room.set(Key::Value(room.values[0]), Field::ValueAdopted(Some(today())));
    assert_eq!(at(&room, 3).2, Where::Compare);
    let other = room.ids.fresh();
    room.append(Division::new(other, "Sales"));
    let value = room.ids.fresh();
    room.append(Value::new(value, other, "Speed", "care"));
    assert_eq!(at(&room, 3).2, Where::Talks);
    let talk = room.ids.fresh();
    room.append(Talk::new(talk, [other, room.division], today()));
    assert_eq!(at(&room, 3), (State::Begun, "Hold the talk that you prepared.".into(), Where::Talks));
    let begun = evencost_core::talk::begin(&room.document, talk, &mut common::ids_of(9), today());
    room.apply(begun);
    assert_eq!((at(&room, 3).0, at(&room, 3).2), (State::InPlace, Where::Readings));
    room.must(request, Demand::Required, "law");
    assert_eq!(way(&room.document, room.division, today()).steps[3].done[1], "1 of 1 request weighed");
}

#[test]
fn each_reading_suggests_one_thing_even_where_there_is_nothing() {
    let room = Room::new(&[], 0);
    let read = readings(&room.document, room.division, today());
    assert_eq!(read.standing_behind.suggestion(&room.document).leads_to, Where::Requests);
    assert_eq!(read.mastery.suggestion(&room.document, room.division).leads_to, Where::Routine);
    assert_eq!(read.common_ground.suggestion(&room.document, room.division).leads_to, Where::Compare);
}

#[test]
fn what_is_asked_of_others_alone_is_not_counted() {
    let mut room = Room::new(&[("Care", "speed")], 1);
    let (ours, theirs, open, must) = (room.request(), room.request(), room.request(), room.request());
    room.decide(ours, Outcome::No, "");
    room.must(must, Demand::Required, "law");
    let other = room.ids.fresh();
    room.append(Division::new(other, "Sales"));
    let key = DecisionKey { request: theirs, division: other };
    room.append(Placement { service: Some(Service::QuickOrder), ..Placement::open(key) });
    let action = room.request();
    room.set(Key::Request(action), Field::RequestOrigin(Origin::Own(other)));
    let read = |room: &Room, division| readings(&room.document, division, today()).mastery;
    assert_eq!(read(&room, room.division).unplaced, [ours, open], "what nobody has taken up is asked of everybody");
    assert_eq!(read(&room, other).unplaced, [open]);
    let suggestion = read(&room, room.division).suggestion(&room.document, room.division);
    assert_eq!(suggestion.leads_to, Where::Request(ours));
    // Another division's action counts once people take it up.
    let key = room.decision(action);
    room.append(Placement { service: Some(Service::Partnership), ..Placement::open(key) });
    assert_eq!(read(&room, room.division).partnership.requests, [action]);
}

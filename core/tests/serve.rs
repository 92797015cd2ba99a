//! How requests are served: by what people said of one, else by its lane.
mod common;

use common::room::Room;
use common::today;
use evencost_core::date;
use evencost_core::document::*;
use evencost_core::edit;
use evencost_core::id::{CustomerId, DivisionId, LaneId, OutputId};
use evencost_core::serve::*;
use evencost_core::text::menu;

/// A division whose customer wants one thing mostly and another when the year ends.
fn served() -> (Room, CustomerId, [LaneId; 2]) {
    let mut room = Room::new(&[], 0);
    let customer = room.ids.fresh();
    room.append(Customer::new(customer, room.division, "Customer Y"));
    let lanes: [LaneId; 2] = [room.ids.fresh(), room.ids.fresh()];
    room.append(Lane::new(lanes[0], customer, Service::QuickOrder));
    let partner = Lane::new(lanes[1], customer, Service::Partnership);
    room.append(Lane { circumstance: "the year ends".into(), ..partner });
    (room, customer, lanes)
}

#[test]
fn a_request_is_served_as_its_lane_says_unless_people_said_otherwise() {
    let (mut room, _, lanes) = served();
    let request = room.request();
    let key = room.decision(request);
    assert_eq!(service_of(&room.document, key), None);
    room.append(Placement { lane: Some(lanes[0]), ..Placement::open(key) });
    assert_eq!(service_of(&room.document, key), Some(Service::QuickOrder));
    room.set(Key::Placement(key), Field::PlacementService(Some(Service::Partnership)));
    assert_eq!(service_of(&room.document, key), Some(Service::Partnership));
    room.set(Key::Placement(key), Field::PlacementService(None));
    room.apply(edit::remove(&room.document, &Key::Lane(lanes[0])));
    assert_eq!(service_of(&room.document, key), None);
}

#[test]
fn whoever_asks_is_known_by_name_and_offered_their_lanes_alone() {
    let (mut room, customer, lanes) = served();
    let (other, lane) = (room.ids.fresh(), room.ids.fresh());
    room.append(Customer::new(other, room.division, "Customer X"));
    room.append(Lane::new(lane, other, Service::QuickOrder));
    let request = room.request();
    let key = room.decision(request);
    let offered = |room: &Room| lanes_for(&room.document, key).iter().map(|lane| lane.id).collect::<Vec<_>>();
    assert_eq!(offered(&room), [lanes[0], lanes[1], lane]);
    room.set(Key::Request(request), Field::RequestOrigin(Origin::Incoming("the customer Y".into())));
    assert_eq!(customer_asking(&room.document, key).map(|row| row.id), Some(customer));
    assert_eq!(offered(&room), lanes);
}

#[test]
fn a_request_can_differ_from_its_lane_until_it_takes_one_again() {
    let (mut room, _, lanes) = served();
    let request = room.request();
    let key = room.decision(request);
    room.apply(take_lane(&room.document, key, Some(lanes[0])));
    room.apply(serve_as(&room.document, key, Service::Partnership));
    room.apply(set_placement(&room.document, key, Field::PlacementReason("It is their first time.".into())));
    let differs = Placement {
        lane: Some(lanes[0]),
        service: Some(Service::Partnership),
        reason: "It is their first time.".into(),
        ..Placement::open(key)
    };
    assert_eq!(room.document.placement(key), Some(&differs));
    room.apply(serve_as(&room.document, key, Service::QuickOrder));
    assert_eq!(room.document.placement(key), Some(&Placement { lane: Some(lanes[0]), ..Placement::open(key) }));
    room.apply(serve_as(&room.document, key, Service::Partnership));
    room.apply(take_lane(&room.document, key, Some(lanes[1])));
    assert_eq!(room.document.placement(key), Some(&Placement { lane: Some(lanes[1]), ..Placement::open(key) }));
}

#[test]
fn customers_follow_from_the_outputs_that_they_consume() {
    let mut room = Room::new(&[], 0);
    let outputs: [OutputId; 2] = [room.ids.fresh(), room.ids.fresh()];
    for output in outputs {
        room.append(Output::new(output, room.division, "Something"));
    }
    for (output, name) in [(0, "Marketing"), (1, " the marketing "), (1, "Sales"), (1, "Sales"), (1, "  ")] {
        let named = name_consumer(&room.document, &mut room.ids, outputs[output], name);
        room.apply(named);
    }
    let names = |output: usize| room.document.customers_for(outputs[output]).map(|row| &*row.name).collect::<Vec<_>>();
    assert_eq!((names(0), names(1)), (vec!["Marketing"], vec!["Marketing", "Sales"]));
    assert_eq!(room.document.customers_of(room.division).count(), 2);
}

#[test]
fn a_customer_is_looked_at_again_six_months_after_they_are_described() {
    let mut room = Room::new(&[], 0);
    let customer: CustomerId = room.ids.fresh();
    room.append(Customer::new(customer, room.division, "Marketing"));
    let review = |room: &Room| room.document.customer(customer).and_then(|row| row.review);
    let due = |room: &Room, day| room.document.customer(customer).is_some_and(|row| is_due(row, day));
    room.apply(describe(&room.document, customer, Field::CustomerNeeds("people, soon".into()), today()));
    let first = review(&room);
    assert_eq!(first, Some(date::months_on(today(), 6)));
    // Words that come later leave the day alone.
    let later = date::months_on(today(), 2);
    room.apply(describe(&room.document, customer, Field::CustomerFears("a long wait".into()), later));
    room.apply(describe(&room.document, customer, Field::CustomerNeeds(String::new()), later));
    assert_eq!(review(&room), first);
    assert!(!due(&room, later) && due(&room, next_review(today())));
    room.apply(describe(&room.document, customer, Field::CustomerFears(" ".into()), later));
    assert_eq!(review(&room), None);
}

#[test]
fn a_card_goes_to_its_place_in_a_lane_whatever_else_is_on_the_board() {
    let (mut room, _, lanes) = served();
    let other: DivisionId = room.ids.fresh();
    room.append(Division::new(other, "Finance"));
    let (theirs, ours): (CustomerId, CustomerId) = (room.ids.fresh(), room.ids.fresh());
    room.append(Customer::new(theirs, other, "Heads"));
    room.append(Customer::new(ours, room.division, "Customer X"));
    let more: [LaneId; 2] = [room.ids.fresh(), room.ids.fresh()];
    room.apply(add_lane(&room.document, more[0], theirs, Service::Partnership));
    room.apply(add_lane(&room.document, more[1], ours, Service::Partnership));
    let cards =
        |room: &Room, service| column(&room.document, room.division, service).map(|row| row.id).collect::<Vec<_>>();
    room.apply(move_lane(&room.document, lanes[0], Service::Partnership, 1));
    assert_eq!(cards(&room, Service::Partnership), [lanes[1], lanes[0], more[1]]);
    assert!(cards(&room, Service::QuickOrder).is_empty());
    room.apply(move_lane(&room.document, lanes[1], Service::Partnership, 9));
    assert_eq!(cards(&room, Service::Partnership), [lanes[0], more[1], lanes[1]]);
    room.apply(move_lane(&room.document, more[1], Service::QuickOrder, 0));
    assert_eq!(cards(&room, Service::QuickOrder), [more[1]]);
    assert_eq!(cards(&room, Service::Partnership), [lanes[0], lanes[1]]);
    assert_eq!(column(&room.document, other, Service::Partnership).count(), 1);
    assert_eq!(unplaced(&room.document, room.division).count(), 0);
    assert!(move_lane(&room.document, lanes[1], Service::Partnership, 1).is_empty());
}

#[test]
fn the_menu_says_what_can_be_ordered_what_it_needs_and_how_long_it_takes() {
    let mut room = Room::new(&[], 0);
    assert_eq!(
        (menu::plain(&room.document, room.division), menu::markdown(&room.document, room.division)),
        Default::default()
    );
    let output = |room: &mut Room, name: &str, orderable, asks: &str, takes: &str| {
        let id = room.ids.fresh();
        let row = Output::new(id, room.division, name);
        room.append(Output { orderable, asks: asks.into(), takes: takes.into(), ..row });
    };
    output(&mut room, "Certificate", true, "your staff\nnumber", "two days");
    output(&mut room, "Strategy", false, "an hour", "");
    output(&mut room, " ", true, "", "");
    output(&mut room, "Badge *new*", true, "", "");
    assert_eq!(
        menu::plain(&room.document, room.division),
        "People team: what you can order\n\nCertificate\n  What we need from you: your staff number\n  \
         How long it takes: two days\n\nBadge *new*\n"
    );
    assert_eq!(
        menu::markdown(&room.document, room.division),
        "## People team: what you can order\n\n- **Certificate**\n  - What we need from you: your staff number\n  \
         - How long it takes: two days\n- **Badge \\*new\\***\n"
    );
}

#[test]
fn moving_one_among_some_leaves_all_others_where_they_are() {
    let mut room = Room::new(&[], 0);
    let outputs: Vec<OutputId> = (0..5).map(|_| room.ids.fresh()).collect();
    for output in &outputs {
        room.append(Output::new(*output, room.division, "Something"));
    }
    let ids: Vec<_> = outputs.iter().map(|id| id.0).collect();
    // The screen shows 0, 2 and 4.
    let shown = [ids[0], ids[2], ids[4]];
    room.apply(edit::move_among(&room.document, List::Outputs, &shown, ids[4], 1));
    assert_eq!(room.document.order(List::Outputs), [ids[0], ids[1], ids[4], ids[2], ids[3]]);
    assert!(edit::move_among(&room.document, List::Outputs, &[ids[2]], ids[2], 0).is_empty());
}

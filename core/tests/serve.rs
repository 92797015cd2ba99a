//! How requests are served: by what people said of one, else by its lane.
mod common;

use common::room::Room;
use evencost_core::document::*;
use evencost_core::id::{CustomerId, LaneId};
use evencost_core::serve::{customer_asking, lanes_for, service_of};

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
    room.apply(evencost_core::edit::remove(&room.document, &Key::Lane(lanes[0])));
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

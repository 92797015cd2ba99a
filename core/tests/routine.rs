//! Routine is reckoned exactly, put in order by what pays back, and never guessed.
mod common;

use common::room::Room;
use evencost_core::document::*;
use evencost_core::id::{CustomerId, RoutineId};
use evencost_core::routine::*;
use proptest::prelude::*;

fn room() -> Room {
    Room::new(&[], 0)
}

impl Room {
    /// A task by hand, so many minutes so many times a month; then what else is known.
    fn task(&mut self, minutes: u32, times: u32, known: impl FnOnce(Routine) -> Routine) -> RoutineId {
        let id = self.ids.fresh();
        let task = Routine { minutes, times, ..Routine::new(id, self.division, format!("Task {id}")) };
        self.append(known(task));
        id
    }

    fn customer(&mut self) -> CustomerId {
        let id = self.ids.fresh();
        self.append(Customer::new(id, self.division, "Somebody"));
        id
    }
}

#[test]
fn time_is_said_to_the_tenth_of_an_hour_and_below_an_hour_in_minutes() {
    for (monthly, words) in [
        (Monthly::NONE, "0 hours"),
        // 1 minute a year is 0.08 a month.
        (Monthly::of(1, 1, 1), "less than a minute"),
        (Monthly::of(1, 6, 1), "1 minute"),
        (Monthly::of(59, 1, 12), "59 minutes"),
        (Monthly::of(60, 1, 12), "1 hour"),
        (Monthly::of(62, 1, 12), "1 hour"),
        (Monthly::of(63, 1, 12), "1.1 hours"),
        (Monthly::of(30, 1, 52), "2.2 hours"),
        // In floating point, three times six minutes are 0.30000000000000004 hours.
        (Monthly::of(6, 1, 12) + Monthly::of(12, 1, 12), "18 minutes"),
        (Monthly::of(66, 1, 12) + Monthly::of(132, 1, 12), "3.3 hours"),
        (Monthly::hours(10), "10 hours"),
        (Monthly::of(719, 1, 1), "1 hour"),
    ] {
        assert_eq!(monthly.to_string(), words, "{monthly:?}");
    }
}

#[test]
fn a_task_takes_what_is_left_of_it_only_where_somebody_estimated_that() {
    let mut room = room();
    let by_hand = room.task(60, 10, |task| Routine { after: Some(6), ..task });
    let estimated = room.task(60, 10, |task| Routine { stage: Stage::Automated, after: Some(6), ..task });
    let in_full = room.task(60, 10, |task| Routine { stage: Stage::SelfServe, ..task });
    let longer = room.task(60, 10, |task| Routine { stage: Stage::Simplified, after: Some(90), ..task });
    let all: Vec<Task> = tasks(&room.document, room.division).collect();
    let said = |id: RoutineId| {
        let task = all.iter().copied().find(|task| task.id == id).expect("it is there");
        let would = task.would_free().map(|time| time.to_string());
        (task.now().to_string(), task.freed().to_string(), would, task.counts_in_full())
    };
    let said_of = |now: &str, freed: &str, would: Option<&str>, in_full| {
        (now.to_owned(), freed.to_owned(), would.map(str::to_owned), in_full)
    };
    assert_eq!(said(by_hand), said_of("10 hours", "0 hours", Some("9 hours"), false));
    assert_eq!(said(estimated), said_of("1 hour", "9 hours", None, false));
    assert_eq!(said(in_full), said_of("10 hours", "0 hours", None, true));
    assert_eq!(said(longer), said_of("15 hours", "0 hours", None, false));
    let sums = by_stage(&room.document, room.division).map(|sum| (sum.tasks, sum.now.to_string(), sum.in_full));
    assert_eq!(
        sums,
        [(1, "10 hours".into(), 0), (1, "15 hours".into(), 0), (1, "10 hours".into(), 1), (1, "1 hour".into(), 0)]
    );
}

#[test]
fn what_pays_back_soonest_comes_first_and_what_is_not_estimated_is_asked_for() {
    let mut room = room();
    let estimated = |after, effort| move |task| Routine { after: Some(after), effort: Some(effort), ..task };
    // Frees 10 h a month for 30 h: 3 months.
    let slow = room.task(60, 10, estimated(0, 30));
    // Frees 5 h for 5 h: 1 month.
    let soon = room.task(60, 10, estimated(30, 5));
    // Frees 20 h for 60 h: 3 months too, and more.
    let large = room.task(60, 20, estimated(0, 60));
    let free = room.task(60, 1, estimated(59, 0));
    let none = room.task(60, 10, estimated(60, 5));
    let no_effort = room.task(60, 30, |task| Routine { after: Some(0), ..task });
    let nothing = room.task(0, 0, |task| task);
    let done = room.task(60, 2, |task| Routine { stage: Stage::Automated, ..task });
    let first = first(&room.document, room.division);
    let order: Vec<_> = first.iter().map(|first| (first.id, first.pays_back())).collect();
    assert_eq!(
        order,
        [
            (free, "pays back at once".to_owned()),
            (soon, "pays back within a month".to_owned()),
            (large, "pays back within 3 months".to_owned()),
            (slow, "pays back within 3 months".to_owned()),
        ]
    );
    assert_eq!(no_gain(&room.document, room.division), [none]);
    let gaps: Vec<_> =
        unestimated(&room.document, room.division).into_iter().map(|gap| (gap.id, gap.missing)).collect();
    use Missing::{After, Effort, Minutes, Times};
    let expected = [(no_effort, vec![Effort]), (done, vec![After]), (nothing, vec![Minutes, Times, After, Effort])];
    assert_eq!(gaps, expected, "the one that takes most first");
}

#[test]
fn freed_time_goes_to_customers_beside_what_is_set_aside() {
    let mut room = room();
    let (one, other, idle) = (room.customer(), room.customer(), room.customer());
    room.task(60, 10, |task| Routine { after: Some(0), goes_to: Some(one), ..task });
    room.task(60, 4, |task| Routine { stage: Stage::Automated, after: Some(15), ..task });
    for (customer, service, hours) in
        [(other, Service::Partnership, 6), (other, Service::Partnership, 2), (idle, Service::QuickOrder, 9)]
    {
        let id = room.ids.fresh();
        room.append(Lane { hours, ..Lane::new(id, customer, service) });
    }
    let shares: Vec<_> = goes_to(&room.document, room.division)
        .into_iter()
        .map(|share| (share.customer, [share.freed, share.would_free, share.set_aside].map(|time| time.to_string())))
        .collect();
    let hours = |words: [&str; 3]| words.map(str::to_owned);
    assert_eq!(
        shares,
        [
            (Some(one), hours(["0 hours", "10 hours", "0 hours"])),
            (Some(other), hours(["0 hours", "0 hours", "8 hours"])),
            (None, hours(["3 hours", "0 hours", "0 hours"])),
        ]
    );
    assert_eq!(set_aside(&room.document, room.division).to_string(), "8 hours", "a quick order sets nothing aside");
}

fn any_task() -> impl Strategy<Value = (u32, u32, usize, usize, Option<u32>, Option<u32>)> {
    let count = prop_oneof![4 => 0..500_u32, 1 => Just(u32::MAX)];
    (count.clone(), count, 0..4_usize, 0..4_usize, proptest::option::of(0..500_u32), proptest::option::of(0..90_u32))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn sums_are_exact_and_nothing_is_lost_or_counted_twice(
        rows in prop::collection::vec(any_task(), 0..9),
        for_whom in prop::collection::vec(0..3_usize, 9),
    ) {
        let mut room = room();
        let customers = [None, Some(room.customer()), Some(room.customer())];
        let is_measurable = rows.iter().all(|row| row.0 < u32::MAX && row.1 < u32::MAX);
        for ((minutes, times, per, stage, after, effort), whom) in rows.into_iter().zip(for_whom) {
            let (per, stage, goes_to) = (Period::ALL[per], Stage::ALL[stage], customers[whom]);
            room.task(minutes, times, |task| Routine { per, stage, after, effort, goes_to, ..task });
        }
        let (document, division) = (&room.document, room.division);
        let all: Vec<Task> = tasks(document, division).collect();
        let stages = by_stage(document, division);
        prop_assert_eq!(stages.iter().map(|sum| sum.now).sum::<Monthly>(), total(document, division));
        prop_assert_eq!(stages.iter().map(|sum| sum.tasks).sum::<usize>(), all.len());
        let shares = goes_to(document, division);
        let freed: Monthly = all.iter().map(|task| task.freed()).sum();
        prop_assert_eq!(shares.iter().map(|share| share.freed).sum::<Monthly>(), freed);
        prop_assert_eq!(stages.iter().map(|sum| sum.freed).sum::<Monthly>(), freed);
        for task in &all {
            prop_assert!(task.freed() <= task.by_hand);
            prop_assert!(task.would_free().is_none() || task.freed().is_none(), "freed once at most");
        }
        if is_measurable {
            // As fractions of an hour, by the rows themselves.
            let minutes: u64 = document.routines_of(division).map(|row| {
                let each = if row.stage == Stage::Manual { row.minutes } else { row.after.unwrap_or(row.minutes) };
                u64::from(each) * u64::from(row.times) * u64::from(row.per.a_year())
            }).sum();
            prop_assert_eq!(total(document, division).minutes_a_year(), minutes);
        }
        let first = first(document, division);
        prop_assert!(first.windows(2).all(|two| two[0].months() <= two[1].months()));
        let listed = |id| first.iter().any(|first| first.id == id);
        let gaps = unestimated(document, division);
        prop_assert!(gaps.iter().all(|gap| !gap.missing.is_empty()));
        prop_assert!(gaps.iter().all(|gap| !listed(gap.id) || gap.missing.is_empty()), "nothing is guessed");
        prop_assert!(no_gain(document, division).into_iter().all(|id| !listed(id)));
    }

    #[test]
    fn any_document_is_read(document in common::documents()) {
        for division in document.divisions() {
            let own: Monthly = goes_to(&document, division.id).iter().map(|share| share.set_aside).sum();
            prop_assert_eq!(own, set_aside(&document, division.id));
            let _ = evencost_core::way::way(&document, division.id, common::today());
            let read = evencost_core::weigh::readings(&document, division.id, common::today());
            let counted = read.mastery.quick.requests.len() + read.mastery.partnership.requests.len();
            prop_assert_eq!(counted, read.mastery.quick.of.len());
            prop_assert!(!read.mastery.suggestion(&document, division.id).words.is_empty());
            prop_assert!(!read.standing_behind.suggestion(&document).words.is_empty());
            prop_assert!(!read.common_ground.suggestion(&document, division.id).words.is_empty());
        }
    }
}

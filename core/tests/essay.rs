//! The essay's own cases, in a workspace whose numbers are worked by hand: an HR division whose requests pile up, a
//! marketing division whose customer X wants a drive-thru and whose customer Y wants a partner, and a finance division
//! whose budgets go to division heads. The browser test walks the same workspace.
#![allow(clippy::panic, reason = "a test may panic")]

mod common;

use common::today;
use evencost_core::document::*;
use evencost_core::id::{DivisionId, RequestId};
use evencost_core::routine::{self, Missing};
use evencost_core::serve::service_of;
use evencost_core::text::json;
use evencost_core::way::{State, Where, way};
use evencost_core::weigh::*;

struct Essay {
    document: Document,
    hr: DivisionId,
    marketing: DivisionId,
    finance: DivisionId,
}

fn essay() -> Essay {
    let file = include_str!("../../tests/fixtures/essay.json");
    let document = json::read(file.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    let divisions: Vec<DivisionId> = document.divisions().map(|row| row.id).collect();
    Essay { hr: divisions[0], marketing: divisions[1], finance: divisions[2], document }
}

impl Essay {
    fn read(&self, division: DivisionId) -> Readings {
        readings(&self.document, division, today())
    }

    fn titles(&self, requests: &[RequestId]) -> Vec<&str> {
        requests.iter().filter_map(|&id| self.document.request(id)).map(Request::display_title).collect()
    }
}

fn words<const COUNT: usize>(counts: [(&str, &Count); COUNT]) -> Vec<String> {
    counts.into_iter().map(|(_, count)| count.words()).collect()
}

#[test]
fn hr_declined_many_that_fit() {
    let essay = essay();
    let behind = essay.read(essay.hr).standing_behind;
    // Seven noes. Five fit: the intranet, the course, feedback, the interviews and hiring; three of these have a reason.
    // The handbook strains, and the bonus rules were never weighed.
    assert_eq!(
        behind.fortress_check().as_deref(),
        Some(
            "You declined 7; 5 of them fit the values you named (2 without a reason); 1 of them was never weighed. \
             Independence is being free to say no; autonomy is being able to stand behind it."
        )
    );
    // Three plain yeses: the feedback round strains, Berlin is mixed, the welcome day fits. No "yes, if". One own action,
    // the form, which strains.
    assert_eq!(words(behind.counts()), ["1 of 3", "1 of 3", "0 of 0", "1 of 1", "3 of 7", "2 of 7", "1 of 7"]);
    assert_eq!(
        essay.titles(&behind.no_to_fit_without_reason.requests),
        ["One intranet instead of three", "Share the exit interviews with team leads"]
    );
    // Of the largest count, three noes with a reason, the last.
    let suggestion = behind.suggestion(&essay.document);
    assert_eq!(
        suggestion.words,
        "Read your reason for the no to “Help us hire our new lead”. Is there a value in it that you have not named?"
    );
    assert_eq!(suggestion.leads_to, Where::Request(behind.no_to_fit_with_reason.requests[2]));
}

#[test]
fn hr_s_requests_pile_up_in_the_quick_lane() {
    let essay = essay();
    let mastery = essay.read(essay.hr).mastery;
    // Of the last ninety days HR was asked 16 things: 7 noes, 3 yeses and 6 that pile up; last year's payslips are older,
    // and the rest was asked of others. The exit interviews and the handbook have no place. Ten are quick: the course, the
    // bonus rules, the feedback round, the welcome day and the six. Four are partnership: the intranet, feedback, hiring,
    // and Berlin, which people moved there from its quick lane.
    assert_eq!(words(mastery.counts()), ["10 of 14", "4 of 14"]);
    // 10 / 14 = 71.4 %, 4 / 14 = 28.6 %.
    assert_eq!(mastery.counts().map(|(_, count)| count.share()), [Some(71), Some(29)]);
    assert_eq!(
        essay.titles(&mastery.unplaced),
        ["Share the exit interviews with team leads", "Let each office write its own handbook"]
    );
    let berlin = mastery.partnership.requests[3];
    assert_eq!(
        service_of(&essay.document, DecisionKey { request: berlin, division: essay.hr }),
        Some(Service::Partnership)
    );
    // By hand: leave 15 min x 30 x 52 / 12 = 1,950 min = 32.5 h; payslips 20 x 24 = 480 min = 8 h; the survey 600 / 12 =
    // 50 min. Together 2,480 min = 41.33 h. Set aside: 6 h for hiring with team leads and 4 h with marketing.
    assert_eq!((mastery.by_hand.to_string(), mastery.set_aside.to_string()), ("41.3 hours".into(), "10 hours".into()));
    // Payslips free 8 h for 6 h of work, in 0.75 months; leave frees 32.5 - 6.5 = 26 h for 40 h, in 1.54.
    assert_eq!(
        mastery.suggestion(&essay.document, essay.hr).words,
        "Simplify “Copies of payslips” first: it would free 8 hours a month and pays back within a month."
    );
}

#[test]
fn hr_s_routine_adds_up() {
    let essay = essay();
    let (document, hr) = (&essay.document, essay.hr);
    let stages: Vec<_> = routine::by_stage(document, hr)
        .iter()
        .map(|sum| (sum.stage.label(), sum.tasks, sum.now.to_string(), sum.freed.to_string()))
        .collect();
    let row = |stage, tasks, now: &str, freed: &str| (stage, tasks, now.to_owned(), freed.to_owned());
    // Contracts: 60 min x 12 a quarter = 4 h a month, now 20 min x 4 a month = 80 min; freed 160 min = 2.67 h.
    assert_eq!(
        stages,
        [
            row("by hand", 3, "41.3 hours", "0 hours"),
            row("simplified", 1, "1.3 hours", "2.7 hours"),
            row("self-serve", 0, "0 hours", "0 hours"),
            row("automated", 0, "0 hours", "0 hours"),
        ]
    );
    assert_eq!(routine::total(document, hr).to_string(), "42.7 hours");
    let name = |id| document.routine(id).map_or("", Routine::display_name);
    let first: Vec<_> = routine::first(document, hr)
        .into_iter()
        .map(|first| (name(first.id), first.frees.to_string(), first.months()))
        .collect();
    assert_eq!(
        first,
        [
            ("Copies of payslips", "8 hours".to_owned(), 1),
            ("Answering questions about leave", "26 hours".to_owned(), 2)
        ]
    );
    let gaps = routine::unestimated(document, hr);
    let [survey] = &gaps[..] else { panic!("one task has no estimate: {gaps:?}") };
    assert_eq!((name(survey.id), survey.now.to_string().as_str()), ("The engagement survey", "50 minutes"));
    assert_eq!(survey.missing, [Missing::After, Missing::Effort]);
    // Team leads: freed by contracts, would be freed by leave, 6 h set aside. Marketing: 4 h set aside. Payslips: nobody.
    let shares: Vec<_> = routine::goes_to(document, hr)
        .iter()
        .map(|share| {
            let who = share.customer.and_then(|id| document.customer(id)).map_or("nobody yet", Customer::display_name);
            (who, [share.freed, share.would_free, share.set_aside].map(|time| time.to_string()).join(", "))
        })
        .collect();
    assert_eq!(
        shares,
        [
            ("Team leads", "2.7 hours, 26 hours, 6 hours".to_owned()),
            ("Marketing", "0 hours, 0 hours, 4 hours".to_owned()),
            ("nobody yet", "0 hours, 8 hours, 0 hours".to_owned()),
        ]
    );
}

#[test]
fn hr_and_its_partners_have_common_ground() {
    let essay = essay();
    let ground = essay.read(essay.hr).common_ground;
    let partners: Vec<_> = ground
        .partners
        .iter()
        .map(|partner| (partner.division, partner.counts.to_string(), partner.moved.as_ref().map(Moved::words)))
        .collect();
    // Marketing is a customer; HR's first value and marketing's first are each other's reverse. Finance was met in June,
    // before it wrote "Continuous improvement", which HR's second value now shares.
    assert_eq!(
        partners,
        [
            (essay.marketing, "1 head-on, 2 without counterpart".to_owned(), None),
            (
                essay.finance,
                "1 shared, 2 without counterpart".to_owned(),
                Some("Moved since 1 June 2026: 1 new.".to_owned())
            ),
        ]
    );
    let suggestion = ground.suggestion(&essay.document, essay.hr);
    assert_eq!(
        suggestion.words,
        "Talk with Marketing where your values are head-on. The talk itself is what brings teams together."
    );
    assert_eq!(suggestion.leads_to, Where::Pair(essay.hr, essay.marketing));
}

#[test]
fn customer_x_wants_a_drive_thru_and_customer_y_a_partner() {
    let essay = essay();
    let read = essay.read(essay.marketing);
    let mastery = &read.mastery;
    // X: two orders of banners. Y: a launch in partnership, and a file as a quick order.
    assert_eq!(words(mastery.counts()), ["3 of 4", "1 of 4"]);
    assert_eq!(mastery.counts().map(|(_, count)| count.share()), [None, None], "a share only from ten on");
    assert_eq!(essay.titles(&mastery.partnership.requests), ["How should our launch look?"]);
    assert!(mastery.unplaced.is_empty());
    // No routine, 10 h set aside with Y: most is ordered quickly, so the menu is next.
    assert_eq!(mastery.suggestion(&essay.document, essay.marketing).leads_to, Where::Menu);
    // The banners and the launch were weighed; neither touches surprise.
    let idle: Vec<_> = read.idle.iter().filter_map(|&id| essay.document.value(id)).map(|v| &*v.pursued.text).collect();
    assert_eq!(idle, ["Surprise"]);
    assert_eq!(read.standing_behind.fortress_check(), None, "marketing declined nothing");
}

#[test]
fn finance_s_budgets_go_to_division_heads() {
    let essay = essay();
    let (document, finance) = (&essay.document, essay.finance);
    let budgets = document.outputs_of(finance).next().expect("there is one");
    let heads: Vec<_> = document.customers_for(budgets.id).map(Customer::display_name).collect();
    assert_eq!((budgets.name.as_str(), heads), ("Budgets", vec!["Division heads"]));
    let mastery = essay.read(finance).mastery;
    assert_eq!(words(mastery.counts()), ["1 of 2", "1 of 2"]);
    // 90 min x 40 a quarter = 1,200 min a month = 20 h, against 12 h set aside. Simplified 400 min are left: 800 min =
    // 13.33 h are freed for 80 h of work, which is 6 months to the hour.
    assert_eq!((mastery.by_hand.to_string(), mastery.set_aside.to_string()), ("20 hours".into(), "12 hours".into()));
    assert_eq!(
        mastery.suggestion(document, finance).words,
        "Simplify “Collecting the budgets of division heads” first: it would free 13.3 hours a month and pays back within \
         6 months."
    );
    // Their description was to be looked at on 1 November.
    let first = &way(document, finance, today()).steps[0];
    assert_eq!(
        (first.state, first.next.as_str()),
        (State::Begun, "Look at Division heads again: that was due on 1 November 2026.")
    );
}

#[test]
fn hr_is_on_its_way() {
    let essay = essay();
    let way = way(&essay.document, essay.hr, today());
    let said: Vec<_> = way.steps.iter().map(|step| (step.state.label(), step.done.join("; "), &*step.next)).collect();
    let row = |state, done: &str, next| (state, done.to_owned(), next);
    assert_eq!(
        said,
        [
            row(
                "begun",
                "2 outputs, 3 customers; 2 of 3 customers described",
                "Describe Marketing: what they need and what they fear, in their words."
            ),
            row(
                "begun",
                "3 of 3 customers have a lane; 14 of 16 requests of the last 90 days are placed; 1 thing on the menu",
                "Say of “Share the exit interviews with team leads” whether it is a quick order or a partnership."
            ),
            row(
                "in place",
                "4 tasks, 42.7 hours a month; 2.7 hours a month freed; 10 hours a month set aside for partnership",
                "Simplify “Copies of payslips” first: it would free 8 hours a month and pays back within a month."
            ),
            // Asked of HR are 17, with last year's payslips, and one is its own; weighed are all it decided but the bonus rules.
            row(
                "in place",
                "2 values, 2 adopted; 10 of 18 requests weighed; 1 talk",
                "Read what your decisions add up to, and talk again when something has moved."
            ),
        ]
    );
    // In the hour, only the third output is missing. In the afternoon: placing, estimating and a third value, 25 + 25 + 45
    // minutes, and the break.
    assert_eq!(way.plans.each_ref().map(|plan| (plan.minutes(), plan.minutes_left())), [(60, 10), (210, 110)]);
}

//! The example workspace that a newcomer can open.
//!
//! A People team with the two values that NOBL publishes, its customers and its routine, a sales division that is plainly
//! fictional, and ten requests of the last ninety days. It holds each result and each reading once, so that every screen
//! has something to show.

use crate::date::Date;
use crate::document::*;
use crate::edit::{self, apply};
use crate::id::{DivisionId, Ids, RaterId, RequestId, ValueId};
use time::Duration;

/// Where the People team's two values come from.
const SOURCE: &str = "Source: NOBL (futureofwork.nobl.io), who published this as a value that names its price.";

/// The example, with all its dates in the ninety days up to `today`.
pub fn document(ids: &mut Ids, today: Date) -> Document {
    let mut example = Example { document: Document::default(), ids, today };
    example.fill();
    example.document
}

struct Example<'a> {
    document: Document,
    ids: &'a mut Ids,
    today: Date,
}

/// A division with its values and people, as far as answers need them.
struct Team {
    id: DivisionId,
    values: Vec<ValueId>,
    people: Vec<RaterId>,
}

impl Example<'_> {
    fn fill(&mut self) {
        let name = Field::WorkspaceName("An example".to_owned());
        let edit = edit::set(&self.document, Key::Workspace, name);
        apply(&mut self.document, edit);

        let people = self.team(
            "People team",
            &[
                ("One shared culture", "local cohesion and individuality", SOURCE),
                ("Continuous improvement", "comfort and confidence", SOURCE),
            ],
            &[("Amara", true), ("Jonas", true), ("M. K.", false), ("Priya", false)],
        );
        let sales = self.team(
            "Northwind Sales (fictional)",
            &[
                (
                    "Local cohesion and individuality",
                    "one shared culture",
                    "Each office decorates its own walls, and shows them off.",
                ),
                ("This quarter’s numbers", "continuous improvement", ""),
                ("Continuous improvement", "confidence", "We let newcomers rewrite the pitch in their first month."),
                ("Always learning", "being right and comfortable", ""),
                ("Plain words", "nuance", "Our offer fits on one page."),
            ],
            &[("Robin", true)],
        );

        let berlin = self.request(
            82,
            "Let the new Berlin team run its own onboarding",
            "They start in three weeks and say that our two weeks of onboarding do not fit them.",
            "Northwind Sales",
        );
        self.weigh(berlin, &people, &[["-+", "+-"], ["-+", "+-"], ["-+", "+0"], ["-0", "+-"]]);
        self.decide(
            berlin,
            &people,
            Outcome::YesIf,
            Some(0),
            "",
            "the first day is the same everywhere, and we compare notes after six months",
        );
        self.weigh(berlin, &sales, &[["+-", "0+", "+-", "+-", "00"]]);
        self.decide(berlin, &sales, Outcome::Yes, Some(0), "", "");

        let feedback = self.request(
            71,
            "Skip this year’s feedback round in Sales",
            "The quarter ends in two weeks, and everybody is on the road.",
            "Northwind Sales",
        );
        self.weigh(feedback, &people, &[["00", "-+"], ["00", "-+"], ["-0", "-+"], ["00", "-0"]]);
        self.decide(
            feedback,
            &people,
            Outcome::Yes,
            None,
            "With the quarter ending, we did not want to stand in the way.",
            "",
        );
        self.weigh(feedback, &sales, &[["00", "+-", "-+", "-+", "00"]]);
        self.decide(feedback, &sales, Outcome::Yes, Some(1), "The quarter comes first, and we said so.", "");

        let course = self.request(
            63,
            "Open the leadership course to every team",
            "So far only head office can book it.",
            "Finance",
        );
        self.weigh(course, &people, &[["+-", "+-"], ["+0", "+-"], ["+0", "+0"], ["+-", "+-"]]);
        self.decide(course, &people, Outcome::No, None, "Our two trainers are booked for the next four months.", "");
        self.weigh(course, &sales, &[["00", "0+", "+-", "+-", "00"]]);
        self.decide(course, &sales, Outcome::Yes, Some(3), "", "");

        let intranet = self.request(
            55,
            "One intranet instead of our three regional ones",
            "IT can move the pages over in a month.",
            "IT",
        );
        self.weigh(intranet, &people, &[["+-", "00"], ["+-", "+-"], ["+-", "00"], ["+-", "00"]]);
        self.decide(intranet, &people, Outcome::No, None, "", "");
        self.weigh(intranet, &sales, &[["-+", "00", "00", "00", "00"]]);
        self.decide(intranet, &sales, Outcome::No, Some(0), "Our page is where the team meets.", "");

        let bonus = self.request(
            44,
            "Check our new bonus rules by Friday",
            "Two pages. We would like to announce them on Monday.",
            "Northwind Sales",
        );
        self.decide(bonus, &people, Outcome::No, None, "", "");

        let scores = self.own(
            36,
            "Publish every team’s engagement scores",
            "All scores on one page, so that teams can learn from each other.",
            &people,
        );
        self.weigh(scores, &people, &[["+-", "+-"], ["+-", "+-"], ["-0", "+-"], ["-0", "00"]]);
        self.decide(scores, &people, Outcome::Yes, Some(1), "We try it for two quarters.", "");

        let form = self.own(29, "Replace our open office hours with a form", "It saves us five hours a week.", &people);
        self.weigh(form, &people, &[["-0", "00"], ["-0", "00"], ["-0", "0+"], ["00", "00"]]);
        self.decide(form, &people, Outcome::Yes, None, "We were short of two people.", "");
        self.weigh(form, &sales, &[["-0", "00", "00", "00", "00"]]);

        let lyon = self.request(
            21,
            "Keep Lyon’s own working hours",
            "The site shuts at noon on Fridays, and has for twenty years.",
            "Lyon works council",
        );
        let must = Must { demand: Demand::Required, source: "works agreement for Lyon, section 4".to_owned() };
        let edit = edit::set(&self.document, Key::Request(lyon), Field::RequestMust(Some(must)));
        apply(&mut self.document, edit);
        self.weigh(lyon, &people, &[["0+", "00"], ["0+", "00"], ["0+", "0+"], ["00", "00"]]);
        self.decide(lyon, &people, Outcome::Yes, None, "", "");

        let payslip = self.request(12, "A copy of last year’s payslips", "For a mortgage.", "Somebody in Finance");
        self.weigh(payslip, &people, &[["00", "00"], ["00", "00"], ["00", "00"], ["00", "00"]]);
        self.decide(payslip, &people, Outcome::PassOn, None, "", "Payroll");

        let talks = self.request(
            3,
            "Talk about performance every month instead of once a year",
            "A pilot with four teams, of which two volunteered.",
            "Northwind Sales",
        );
        // Still blind: the fourth person has not answered yet.
        self.answers(talks, &people, &[["00", "+-"], ["0-", "+-"], ["-0", "+-"]]);

        self.serve(&people, &sales, [berlin, feedback, course, intranet, bonus, payslip]);
        self.routine(&people);
    }

    /// Whom the People team serves, and in which lane six of the requests were. The latest has none yet.
    fn serve(&mut self, people: &Team, sales: &Team, requests: [RequestId; 6]) {
        let [onboarding, payslips, course, advice] = [
            Output::new(self.ids.fresh(), people.id, "Onboarding"),
            Output {
                orderable: true,
                asks: "the month or the year".to_owned(),
                takes: "one working day".to_owned(),
                ..Output::new(self.ids.fresh(), people.id, "Copies of payslips")
            },
            Output {
                orderable: true,
                asks: "a name and why now".to_owned(),
                takes: "a place within a quarter".to_owned(),
                ..Output::new(self.ids.fresh(), people.id, "Places in the leadership course")
            },
            Output::new(self.ids.fresh(), people.id, "Advice on rules and contracts"),
        ]
        .map(|output| {
            let id = output.id;
            self.append(output);
            id
        });
        let northwind = Customer {
            needs: "Somebody who knows what our quarter looks like before they plan it.".to_owned(),
            fears: "A new rule in the last week of the quarter.".to_owned(),
            review: Some(self.days_ago(-100)),
            partner: Some(sales.id),
            ..Customer::new(self.ids.fresh(), people.id, "Northwind Sales")
        };
        let finance = Customer {
            needs: "Clear answers, in writing, when we ask.".to_owned(),
            fears: "Hearing of a change from the auditors.".to_owned(),
            review: Some(self.days_ago(4)),
            ..Customer::new(self.ids.fresh(), people.id, "Finance")
        };
        let newcomers = Customer::new(self.ids.fresh(), people.id, "Newcomers");
        let uses = [
            (northwind.id, vec![onboarding, course, advice]),
            (finance.id, vec![payslips, course, advice]),
            (newcomers.id, vec![onboarding, payslips]),
        ];
        let lane = |id, customer: &Customer, service, circumstance: &str, hours| Lane {
            circumstance: circumstance.to_owned(),
            hours,
            ..Lane::new(id, customer.id, service)
        };
        let lanes = [
            lane(self.ids.fresh(), &northwind, Service::Partnership, "a new team starts", 8),
            lane(self.ids.fresh(), &northwind, Service::QuickOrder, "the quarter ends", 0),
            lane(self.ids.fresh(), &finance, Service::QuickOrder, "", 0),
            lane(self.ids.fresh(), &newcomers, Service::QuickOrder, "", 0),
        ];
        let [with_sales, for_sales, for_finance, _] = lanes.each_ref().map(|lane| Some(lane.id));
        for customer in [northwind, finance, newcomers] {
            self.append(customer);
        }
        for (customer, outputs) in uses {
            for output in outputs {
                self.append(Use { key: UseKey { output, customer } });
            }
        }
        for lane in lanes {
            self.append(lane);
        }
        // Nobody has described who asked for the intranet.
        let placed = [with_sales, for_sales, for_finance, None, for_sales, for_finance];
        for (request, lane) in requests.into_iter().zip(placed) {
            let placement = Placement::open(DecisionKey { request, division: people.id });
            let service = lane.is_none().then_some(Service::Partnership);
            self.append(Placement { lane, service, ..placement });
        }
    }

    /// What takes the People team's time again and again.
    fn routine(&mut self, people: &Team) {
        let northwind = self.document.customers_of(people.id).next().map(|customer| customer.id);
        let task =
            |id, name: &str, minutes, times, per| Routine { minutes, times, per, ..Routine::new(id, people.id, name) };
        let tasks = [
            Routine {
                after: Some(2),
                effort: Some(24),
                obstacle: "The rules stand on three pages that do not agree.".to_owned(),
                goes_to: northwind,
                ..task(self.ids.fresh(), "Answering questions about leave", 6, 60, Period::Week)
            },
            Routine {
                stage: Stage::SelfServe,
                after: Some(1),
                goes_to: northwind,
                ..task(self.ids.fresh(), "Copies of payslips", 10, 40, Period::Month)
            },
            Routine {
                stage: Stage::Simplified,
                ..task(self.ids.fresh(), "Contracts for new colleagues", 45, 12, Period::Month)
            },
            task(self.ids.fresh(), "The yearly survey", 960, 1, Period::Year),
        ];
        for task in tasks {
            self.append(task);
        }
    }

    fn append(&mut self, row: impl Into<Row>) {
        let edit = edit::append(&self.document, row);
        apply(&mut self.document, edit);
    }

    fn days_ago(&self, days: i64) -> Date {
        self.today.saturating_sub(Duration::days(days))
    }

    fn team(&mut self, name: &str, values: &[(&str, &str, &str)], people: &[(&str, bool)]) -> Team {
        let id = self.ids.fresh();
        self.append(Division::new(id, name));
        let adopted = Some(self.days_ago(89));
        let mut team = Team { id, values: Vec::new(), people: Vec::new() };
        for (pursued, cost, example) in values {
            let value = self.ids.fresh();
            let reversal = Some(Reversal::RealChoice);
            let example = (*example).to_owned();
            self.append(Value { adopted, reversal, example, ..Value::new(value, id, *pursued, *cost) });
            team.values.push(value);
        }
        for (name, named) in people {
            let rater = self.ids.fresh();
            self.append(Rater { id: rater, name: (*name).to_owned(), division: id, named: *named });
            team.people.push(rater);
        }
        team
    }

    fn request(&mut self, days_ago: i64, title: &str, detail: &str, from: &str) -> RequestId {
        self.ask(days_ago, title, detail, Origin::Incoming(from.to_owned()))
    }

    fn own(&mut self, days_ago: i64, title: &str, detail: &str, of: &Team) -> RequestId {
        self.ask(days_ago, title, detail, Origin::Own(of.id))
    }

    fn ask(&mut self, days_ago: i64, title: &str, detail: &str, origin: Origin) -> RequestId {
        let id = self.ids.fresh();
        let date = self.days_ago(days_ago);
        self.append(Request { detail: detail.to_owned(), origin, ..Request::new(id, title, date) });
        id
    }

    /// All answers of a team, shown to the room.
    fn weigh<const VALUES: usize>(&mut self, request: RequestId, team: &Team, answers: &[[&str; VALUES]]) {
        self.answers(request, team, answers);
        self.append(Reveal { key: DecisionKey { request, division: team.id } });
    }

    /// One line a person, one answer a value: the sign on the pursued side, then that on the cost.
    fn answers<const VALUES: usize>(&mut self, request: RequestId, team: &Team, answers: &[[&str; VALUES]]) {
        for (&rater, answers) in team.people.iter().zip(answers) {
            for (&value, signs) in team.values.iter().zip(answers) {
                let mut effects = signs.chars().map(|sign| match sign {
                    '+' => Effect::Plus,
                    '-' => Effect::Minus,
                    _ => Effect::Zero,
                });
                let stance = Stance::open(StanceKey { request, value, rater });
                self.append(Stance { pursued: effects.next(), cost: effects.next(), ..stance });
            }
        }
    }

    fn decide(
        &mut self,
        request: RequestId,
        team: &Team,
        outcome: Outcome,
        value: Option<usize>,
        reason: &str,
        terms: &str,
    ) {
        let key = DecisionKey { request, division: team.id };
        let value = value.and_then(|index| team.values.get(index)).copied();
        self.append(Decision { key, outcome, value, reason: reason.to_owned(), terms: terms.to_owned() });
    }
}

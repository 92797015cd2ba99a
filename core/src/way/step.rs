//! The four steps: how far a division has come with each, and what is next.

use crate::date;
use crate::id::RoutineId;
use crate::serve::is_due;

use super::Where;
use super::facts::Facts;

/// One of the four steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepName {
    /// Know your customers.
    Customers,
    /// Know what they need.
    Needs,
    /// Simplify and automate routine work.
    Routine,
    /// Obsess over shared values.
    Values,
}

impl StepName {
    /// All, in their order.
    pub const ALL: [Self; 4] = [Self::Customers, Self::Needs, Self::Routine, Self::Values];

    /// What it is called.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Customers => "Know your customers",
            Self::Needs => "Know what they need",
            Self::Routine => "Simplify routine work",
            Self::Values => "Obsess over shared values",
        }
    }

    /// What it asks, and what it is good for by itself.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Customers => {
                "What do we routinely produce, and who needs it? Those are our customers, and not whoever is loudest."
            }
            Self::Needs => {
                "Who wants to order and leave, as at a drive-thru, and who wants a partner? The same customer can want both, at \
                 different times."
            }
            Self::Routine => "What comes again and again and could be less work? The time goes to partnership.",
            Self::Values => {
                "What do we pursue, and what does it cost? Weigh what you are asked against it, and what you do yourselves, and \
                 talk about it with your partners."
            }
        }
    }
}

/// How far a division has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// There is nothing yet.
    NotBegun,
    /// There is something, and something is missing.
    Begun,
    /// Nothing is missing now. It comes again: no step is ever over.
    InPlace,
}

impl State {
    /// What screens call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::NotBegun => "not begun",
            Self::Begun => "begun",
            Self::InPlace => "in place",
        }
    }

    fn of(begun: bool, in_place: bool) -> Self {
        match (begun, in_place) {
            (false, _) => Self::NotBegun,
            (true, false) => Self::Begun,
            (true, true) => Self::InPlace,
        }
    }
}

/// A step, as far as a division has come with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub name: StepName,
    /// How far it has come.
    pub state: State,
    /// What is there, in a few words each; empty where nothing is.
    pub done: Vec<String>,
    /// What to do next, in a sentence.
    pub next: String,
    /// Where that is done.
    pub leads_to: Where,
}

impl Step {
    pub(super) fn of(name: StepName, facts: &Facts<'_>) -> Self {
        let (state, done, (next, leads_to)) = match name {
            StepName::Customers => customers(facts),
            StepName::Needs => needs(facts),
            StepName::Routine => routine(facts),
            StepName::Values => values(facts),
        };
        let done = if state == State::NotBegun { Vec::new() } else { done };
        Self { name, state, done, next, leads_to }
    }
}

/// How far, what is there, and what is next.
type Found = (State, Vec<String>, (String, Where));

fn customers(facts: &Facts<'_>) -> Found {
    let is_due = facts.due.is_some_and(|(customer, _)| is_due(customer, facts.today));
    let complete =
        facts.unconsumed.is_none() && facts.undescribed.is_none() && facts.outputs > 0 && facts.customers > 0;
    let next = if facts.outputs == 0 {
        "Write down what you routinely produce.".to_owned()
    } else if let Some(output) = facts.unconsumed {
        match output.name.trim() {
            "" => "Say who needs each of your outputs.".to_owned(),
            name => format!("Say who needs “{name}”."),
        }
    } else if let Some(customer) = facts.undescribed {
        format!("Describe {}: what they need and what they fear, in their words.", customer.display_name())
    } else {
        match facts.due {
            None => "Set a day on which you look at them again, six months from now.".to_owned(),
            Some((customer, day)) => {
                let (name, day) = (customer.display_name(), date::spoken(day));
                if is_due {
                    format!("Look at {name} again: that was due on {day}.")
                } else {
                    format!("Nothing until {day}, when {name} is to be looked at again.")
                }
            }
        }
    };
    let done = vec![
        Facts::count(facts.outputs, "output", "outputs")
            + ", "
            + &Facts::count(facts.customers, "customer", "customers"),
        format!("{} of {} customers described", facts.described, facts.customers),
    ];
    let begun = facts.outputs + facts.customers > 0;
    (State::of(begun, complete && !is_due), done, (next, Where::Customers))
}

fn needs(facts: &Facts<'_>) -> Found {
    let placed = facts.asked - facts.unplaced.len();
    let complete = facts.customers > 0 && facts.without_lane.is_none() && facts.unplaced.is_empty();
    let next = if facts.customers == 0 {
        ("Name a customer first, and then how they want to be served.".to_owned(), Where::Customers)
    } else if let Some(customer) = facts.without_lane {
        (format!("Say how {} wants to be served, and when.", customer.display_name()), Where::Customers)
    } else if let Some(request) = facts.unplaced.first() {
        let title = facts.document.request(*request).map_or("", |row| row.display_title());
        (format!("Say of “{title}” whether it is a quick order or a partnership."), Where::Request(*request))
    } else if facts.has_quick_lane && facts.on_menu == 0 {
        ("Put on your menu what can be ordered without a talk.".to_owned(), Where::Customers)
    } else {
        ("Ask one customer whether you got it right.".to_owned(), Where::Customers)
    };
    let mut done = vec![format!("{} of {} customers have a lane", facts.with_lane, facts.customers)];
    if facts.asked > 0 {
        done.push(format!("{placed} of {} requests of the last 90 days are placed", facts.asked));
    }
    if facts.on_menu > 0 {
        done.push(Facts::count(facts.on_menu, "thing", "things") + " on the menu");
    }
    (State::of(facts.with_lane + placed + facts.on_menu > 0, complete), done, next)
}

fn routine(facts: &Facts<'_>) -> Found {
    let name = |id: RoutineId| facts.document.routine(id).map_or("", |task| task.display_name());
    let next = if facts.tasks == 0 {
        "Note a task that comes again and again: how long it takes, and how often.".to_owned()
    } else if let Some(task) = facts.freed_for_nobody {
        format!("Say whose partnership the time goes to that “{}” has freed.", name(task.id))
    } else if let Some(first) = facts.first {
        format!("Simplify “{}” first: it would free {} a month and {}.", name(first.id), first.frees, first.pays_back())
    } else if let Some(gap) = facts.gaps.first() {
        let missing: Vec<&str> = gap.missing.iter().map(|missing| missing.label()).collect();
        format!("Estimate “{}”: {}.", name(gap.id), missing.join(", "))
    } else {
        "Ask those who need it whether they need all of it.".to_owned()
    };
    let mut done = vec![format!("{}, {} a month", Facts::count(facts.tasks, "task", "tasks"), facts.routine)];
    if !facts.freed.is_none() {
        done.push(format!("{} a month freed", facts.freed));
    }
    if !facts.set_aside.is_none() {
        done.push(format!("{} a month set aside for partnership", facts.set_aside));
    }
    let complete = !facts.freed.is_none() && facts.freed_for_nobody.is_none();
    (State::of(facts.tasks > 0, complete), done, (next, Where::Routine))
}

fn values(facts: &Facts<'_>) -> Found {
    let (next, leads_to) = if facts.values == 0 {
        ("Write one thing that you pursue, and the good thing that you give up for it.", Where::Values)
    } else if facts.requests == 0 {
        ("Add a request, and weigh it against your values: one that you said no to is a good start.", Where::Requests)
    } else if facts.weighed == 0 {
        ("Weigh a request against your values: one that you said no to is a good start.", Where::Requests)
    } else if facts.own_weighed == 0 {
        ("Weigh something that you do yourselves: values bind those first who wrote them.", Where::Requests)
    } else if facts.adopted < facts.values {
        ("Adopt the values that you stand behind.", Where::Values)
    } else if !facts.has_partner {
        ("Put a partner’s values beside yours, to see what to talk about.", Where::Compare)
    } else if facts.talks == 0 {
        ("Choose what to talk about with a partner, and set a day.", Where::Talks)
    } else if facts.held == 0 {
        ("Hold the talk that you prepared.", Where::Talks)
    } else {
        ("Read what your decisions add up to, and talk again when something has moved.", Where::Readings)
    };
    let mut done = vec![format!("{}, {} adopted", Facts::count(facts.values, "value", "values"), facts.adopted)];
    if facts.requests > 0 {
        done.push(format!("{} of {} weighed", facts.weighed, Facts::count(facts.requests, "request", "requests")));
    }
    if facts.talks > 0 {
        done.push(Facts::count(facts.talks, "talk", "talks"));
    }
    let complete = facts.own_weighed > 0 && facts.adopted == facts.values && facts.held > 0;
    (State::of(facts.values > 0, complete), done, (next.to_owned(), leads_to))
}

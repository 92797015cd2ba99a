//! Two orders in which a team can go: one for an hour, one for an afternoon.

use super::Where;
use super::facts::Facts;

/// An order to go in, with minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// For whom.
    pub title: &'static str,
    /// What to do, one after the other.
    pub parts: Vec<Part>,
}

/// One part of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// How long it takes.
    pub minutes: u32,
    /// What to do.
    pub words: &'static str,
    /// Where it is done; nowhere for a break.
    pub leads_to: Option<Where>,
    /// Whether there is all that it asks for.
    pub done: bool,
}

impl Part {
    const fn new(minutes: u32, words: &'static str, leads_to: Where, done: bool) -> Self {
        Self { minutes, words, leads_to: Some(leads_to), done }
    }
}

impl Plan {
    /// How long it takes.
    pub fn minutes(&self) -> u32 {
        self.parts.iter().map(|part| part.minutes).sum()
    }

    /// How long what is not done takes; nothing where all is.
    pub fn minutes_left(&self) -> u32 {
        let is_left = |part: &&Part| !part.done && part.leads_to.is_some();
        let left: u32 = self.parts.iter().filter(is_left).map(|part| part.minutes).sum();
        // A break belongs to work.
        let breaks = self.parts.iter().filter(|part| part.leads_to.is_none());
        if left == 0 { 0 } else { left + breaks.map(|part| part.minutes).sum::<u32>() }
    }

    pub(super) fn hour(facts: &Facts<'_>) -> Self {
        let parts = vec![
            Part::new(
                10,
                "Name three things that you produce, and who needs each.",
                Where::Customers,
                facts.consumed >= 3,
            ),
            Part::new(
                10,
                "Say of each customer: order and leave, or work it out together?",
                Where::Customers,
                facts.customers > 0 && facts.without_lane.is_none(),
            ),
            Part::new(10, "Note the three routine tasks that take the most time.", Where::Routine, facts.counted >= 3),
            Part::new(
                20,
                "Write two values that name their price, and weigh a request against them.",
                Where::Values,
                facts.values >= 2 && facts.weighed >= 1,
            ),
            Part::new(10, "Pick one point to talk about with a partner, and set a day.", Where::Talks, facts.talks > 0),
        ];
        Self { title: "You have an hour", parts }
    }

    pub(super) fn afternoon(facts: &Facts<'_>) -> Self {
        let parts = vec![
            Part::new(
                30,
                "List what you produce and who needs it. Describe the two customers who matter most.",
                Where::Customers,
                facts.consumed > 0 && facts.unconsumed.is_none() && facts.described >= 2,
            ),
            Part::new(
                25,
                "Put every customer into a lane, and place the requests of the last three months.",
                Where::Customers,
                facts.customers > 0 && facts.without_lane.is_none() && facts.unplaced.is_empty(),
            ),
            Part::new(
                25,
                "Count your routine, estimate what could be less, and say whom the time goes to.",
                Where::Routine,
                facts.tasks > 0
                    && facts.gaps.is_empty()
                    && facts.freed_for_nobody.is_none()
                    && !facts.would_free_for_nobody,
            ),
            Part { minutes: 15, words: "A break.", leads_to: None, done: false },
            Part::new(
                45,
                "Write the values that you would defend, each with its price, and adopt them.",
                Where::Values,
                facts.values >= 3 && facts.adopted == facts.values,
            ),
            Part::new(
                40,
                "Weigh five requests and something that you do yourselves, and read what they add up to.",
                Where::Requests,
                facts.weighed >= 5 + facts.own_weighed && facts.own_weighed > 0,
            ),
            Part::new(
                30,
                "Lay your values beside a partner’s, choose what to talk about, and invite them.",
                Where::Talks,
                facts.talks > 0,
            ),
        ];
        Self { title: "You have an afternoon", parts }
    }
}

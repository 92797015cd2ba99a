//! What two divisions could talk about: from their values, from requests and from how they work together. People choose
//! among it, so it proposes all, what sets the two apart first.

use std::collections::BTreeSet;

use crate::compare::{Index, Kind, Relation, Suggest, enacted};
use crate::document::{
    Customer, DecisionKey, Document, Lane, Origin, Outcome, Placement, Point, Request, Service, Value,
};
use crate::good::Good;
use crate::id::{DivisionId, PointId, RequestId, TalkId, ValueId};
use crate::weigh::{ResultKind, Verdict, Weighed, shown, standing_behind};

use super::{JOINT, name};

/// What a proposal comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// Values that are head-on, also in steps, or may clash.
    Apart,
    /// Requests that the two see differently, or that were granted against a division's own values.
    Requests,
    /// How the one wants to be served by the other.
    Service,
    /// Values that would relate if words meant the same.
    Suggested,
    /// Values that hold the two together.
    Common,
    /// Values without counterpart.
    Alone,
}

impl Ground {
    /// All, in the order in which they are proposed.
    pub const ALL: [Self; 6] = [Self::Apart, Self::Requests, Self::Service, Self::Suggested, Self::Common, Self::Alone];

    /// What screens call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Apart => "What sets you apart",
            Self::Requests => "Requests that strained",
            Self::Service => "How you work together",
            Self::Suggested => "If words mean the same",
            Self::Common => "Worth keeping",
            Self::Alone => "Without counterpart",
        }
    }
}

/// A point that could be talked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// What it comes from.
    pub ground: Ground,
    /// What it is about, in a line.
    pub subject: String,
    /// A's sentences, one a line.
    pub ours: String,
    /// B's.
    pub theirs: String,
    /// The question for the two teams.
    pub question: String,
}

impl Proposed {
    /// The point, once people chose it.
    pub fn point(self, id: PointId, talk: TalkId) -> Point {
        let Self { subject, ours, theirs, question, .. } = self;
        Point { ours, theirs, question, ..Point::new(id, talk, subject) }
    }

    /// Whether the point is what was proposed; people may have changed its subject, or its question. Several proposals may
    /// be about the same sentences.
    pub fn is(&self, point: &Point) -> bool {
        let asks_the_same = self.subject == point.subject || self.question == point.question;
        asks_the_same && self.ours == point.ours && self.theirs == point.theirs
    }
}

/// All that the two could talk about, ground by ground. `source` suggests which words may mean the same. Nobody talks with
/// themselves: nothing for a division and itself.
pub fn agenda(document: &Document, a: DivisionId, b: DivisionId, source: &dyn Suggest) -> Vec<Proposed> {
    if a == b {
        return Vec::new();
    }
    let of = Pair { document, ids: [a, b] };
    let Some(comparison) = Index::new(document).compare(a, b, source) else { return Vec::new() };
    let mut proposed: Vec<Proposed> = comparison.relations.iter().map(|relation| of.relation(relation)).collect();
    of.requests(&mut proposed);
    of.service(&mut proposed);
    proposed.sort_by_key(|proposed| proposed.ground);
    proposed
}

struct Pair<'d> {
    document: &'d Document,
    ids: [DivisionId; 2],
}

impl Pair<'_> {
    fn name(&self, which: usize) -> &str {
        name(self.document, self.ids[which])
    }

    /// What each of the two says, where it is known of the one and of the other.
    fn proposed(&self, ground: Ground, subject: String, first: usize, says: [String; 2], question: String) -> Proposed {
        let [one, other] = says;
        let (ours, theirs) = if first == 0 { (one, other) } else { (other, one) };
        Proposed { ground, subject, ours, theirs, question }
    }

    fn relation(&self, relation: &Relation) -> Proposed {
        let ground = match relation.kind {
            _ if !relation.confirmed => Ground::Suggested,
            kind if kind.is_apart() => Ground::Apart,
            Kind::Alone => Ground::Alone,
            _ => Ground::Common,
        };
        let says = [&relation.a, &relation.b].map(|values| sentences(self.document, values.iter().copied()));
        let label = match (relation.confirmed, relation.unsure) {
            (true, _) => capitalised(relation.kind.label()),
            (false, false) => ["Perhaps ", relation.kind.label()].concat(),
            (false, true) => "Same topic, check direction".to_owned(),
        };
        let about = self.about(relation);
        let subject = if about.is_empty() { label } else { [&*label, ": ", &about].concat() };
        self.proposed(ground, subject, 0, says, relation.question.clone())
    }

    /// The goods that a relation is about.
    fn about(&self, relation: &Relation) -> String {
        let mut goods: Vec<&str> = match &relation.path {
            Some(path) => path.a.first().into_iter().chain(path.a.last()).map(String::as_str).collect(),
            None => relation.common.iter().map(|common| common.words_a.as_str()).collect(),
        };
        if goods.is_empty() {
            let values = relation.a.iter().chain(&relation.b).filter_map(|&id| self.document.value(id));
            goods.extend(values.map(|value| value.pursued.text.trim()).take(1));
        }
        goods.truncate(2);
        match goods.as_slice() {
            [one, other] if Good::fold(one) != Good::fold(other) => [one, " and ", other].concat(),
            [one, ..] => (*one).to_owned(),
            [] => String::new(),
        }
    }

    /// First those on which the two part, then what was granted against a division's own values.
    fn requests(&self, proposed: &mut Vec<Proposed>) {
        let [a, b] = self.ids;
        let enacted = enacted(self.document, a, b);
        let mut told = BTreeSet::new();
        for (fits, requests) in [(0, &enacted.fit_a_strain_b), (1, &enacted.strain_a_fit_b)] {
            for request in requests.iter().filter_map(|&id| self.document.request(id)) {
                told.insert(request.id);
                proposed.push(self.differing(request, fits));
            }
        }
        for which in [0, 1] {
            for id in standing_behind(self.document, self.ids[which]).yes_against.requests {
                let Some(request) = self.document.request(id).filter(|_| !told.contains(&id)) else { continue };
                let partner = self.weighed(id, 1 - which).filter(|weighed| weighed.kind != ResultKind::NotWeighed);
                if (partner.is_some() || self.comes_from(request, 1 - which)) && told.insert(id) {
                    proposed.push(self.against_own_values(request, which));
                }
            }
        }
    }

    fn differing(&self, request: &Request, fits: usize) -> Proposed {
        let (title, [fit, strained]) = (request.display_title(), [fits, 1 - fits].map(|which| self.name(which)));
        let says = [(fits, Verdict::Served), (1 - fits, Verdict::Strained)]
            .map(|(which, verdict)| self.touched(request.id, which, verdict));
        let decided = [0, 1].map(|which| {
            let key = DecisionKey { request: request.id, division: self.ids[which] };
            self.document.decision(key).map(|decision| decision.outcome).unwrap_or_default()
        });
        let apart = decided[0] != decided[1] && !decided.contains(&Outcome::Open);
        let decided = if apart {
            let [a, b] = decided.map(Outcome::label);
            format!(" {} decided “{a}”, {} decided “{b}”.", self.name(0), self.name(1))
        } else {
            String::new()
        };
        let question = format!(
            "“{title}” fits what {fit} stands for and strains what {strained} stands for.{decided} What does each team \
             know about it that the other does not?"
        );
        self.proposed(Ground::Requests, ["Seen differently: ", title].concat(), fits, says, question)
    }

    fn against_own_values(&self, request: &Request, which: usize) -> Proposed {
        let (title, own, partner) = (request.display_title(), self.name(which), self.name(1 - which));
        let says =
            [self.touched(request.id, which, Verdict::Strained), self.touched(request.id, 1 - which, Verdict::Served)];
        let question = format!(
            "{own} said yes to “{title}”, although it strains what they stand for. What did that yes cost, and does \
             {partner} know?"
        );
        self.proposed(Ground::Requests, ["A yes that strained: ", title].concat(), which, says, question)
    }

    /// What the room may see of how the division weighed it.
    fn weighed(&self, request: RequestId, which: usize) -> Option<Weighed> {
        shown(self.document, request, self.ids[which]).open().cloned()
    }

    /// The division's values that the request serves or strains.
    fn touched(&self, request: RequestId, which: usize, verdict: Verdict) -> String {
        let weighed = self.weighed(request, which);
        let values = weighed.iter().flat_map(|weighed| weighed.with(verdict));
        sentences(self.document, values)
    }

    /// Whether the request is the division's, by its own name or as the other's customer.
    fn comes_from(&self, request: &Request, which: usize) -> bool {
        let division = self.ids[which];
        let key = DecisionKey { request: request.id, division: self.ids[1 - which] };
        let customer = crate::serve::customer_asking(self.document, key);
        customer.is_some_and(|customer| customer.partner == Some(division))
            || match &request.origin {
                Origin::Own(own) => *own == division,
                Origin::Incoming(from) => {
                    let from = Good::fold(from);
                    from.is_some() && from == Good::fold(self.name(which))
                }
            }
    }

    /// The lanes in which the one serves the other.
    fn service(&self, proposed: &mut Vec<Proposed>) {
        for server in [0, 1] {
            for lane in self.document.lanes_of(self.ids[server]) {
                if let Some(customer) = self.partner(lane, server)
                    && lane.service == Service::Partnership
                {
                    proposed.push(self.partnership(lane, customer, server));
                }
            }
            for request in self.document.requests() {
                let key = DecisionKey { request: request.id, division: self.ids[server] };
                if let Some(placement) = self.document.placement(key)
                    && let Some(service) = placement.service
                    && let Some(lane) = placement.lane.and_then(|lane| self.document.lane(lane))
                    && lane.service != service
                    && self.partner(lane, server).is_some()
                {
                    proposed.push(self.otherwise(request, placement, lane, service, server));
                }
            }
        }
    }

    /// The lane's customer, where that is the other of the two.
    fn partner(&self, lane: &Lane, server: usize) -> Option<&Customer> {
        let partner = self.ids[1 - server];
        self.document.customer(lane.customer).filter(|customer| customer.partner == Some(partner))
    }

    fn partnership(&self, lane: &Lane, customer: &Customer, server: usize) -> Proposed {
        let (own, partner) = (self.name(server), self.name(1 - server));
        let hours = match lane.hours {
            1 => "1 hour a month".to_owned(),
            hours => format!("{hours} hours a month"),
        };
        let question = if lane.hours == 0 {
            format!(
                "{partner} wants a partner here, and {own} has set no time aside for it. What would {own} have to simplify \
                 or stop to make room?"
            )
        } else {
            format!("{own} sets aside {hours} for this. Is it what {partner} needs, and what should come of it?")
        };
        let offered = if lane.hours == 0 { "In partnership".to_owned() } else { ["In partnership, ", &hours].concat() };
        let wanted = [("Needs: ", &customer.needs), ("Fears: ", &customer.fears)].map(|(what, words)| {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            if words.is_empty() { words } else { [what, &words].concat() }
        });
        let wanted: Vec<String> = wanted.into_iter().filter(|words| !words.is_empty()).collect();
        let says = [offered + &when(lane), wanted.join("\n")];
        self.proposed(Ground::Service, ["Partnership", &when(lane)].concat(), server, says, question)
    }

    fn otherwise(
        &self,
        request: &Request,
        placement: &Placement,
        lane: &Lane,
        as_: Service,
        server: usize,
    ) -> Proposed {
        let (title, partner) = (request.display_title(), self.name(1 - server));
        let reason = placement.reason.split_whitespace().collect::<Vec<_>>().join(" ");
        let reason = if reason.is_empty() { reason } else { [": ", &reason].concat() };
        let served = ["Served as ", with_article(as_), &reason].concat();
        let wanted = ["Wants ", with_article(lane.service), &when(lane)].concat();
        let question = format!(
            "“{title}” was served as {}, where {partner} wants {}. Was that right for once, or is it time to agree on \
             another way?",
            with_article(as_),
            with_article(lane.service)
        );
        self.proposed(Ground::Service, ["Served otherwise: ", title].concat(), server, [served, wanted], question)
    }
}

fn with_article(service: Service) -> &'static str {
    match service {
        Service::QuickOrder => "a quick order",
        Service::Partnership => "a partnership",
    }
}

fn when(lane: &Lane) -> String {
    match lane.circumstance.split_whitespace().collect::<Vec<_>>().join(" ") {
        words if words.is_empty() => words,
        words => [" when ", &words].concat(),
    }
}

/// The values as sentences, one a line.
fn sentences(document: &Document, values: impl Iterator<Item = ValueId>) -> String {
    let sentence = |value: &Value| {
        [&value.pursued, &value.cost].map(|side| side.text.split_whitespace().collect::<Vec<_>>().join(" ")).join(JOINT)
    };
    values.filter_map(|id| document.value(id)).map(sentence).collect::<Vec<_>>().join("\n")
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.as_str().chars()).collect()
}

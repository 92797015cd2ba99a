//! Which screen is shown, as the part of the address behind `#`.

use std::fmt;

use evencost_core::id::{DivisionId, RequestId, TalkId};
use evencost_core::way::Where;

/// A screen and what it shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The values of the current division.
    #[default]
    Values,
    /// All requests.
    Requests,
    /// One request, being weighed and decided.
    Request(RequestId),
    /// The table of all requests against all values.
    Overview,
    /// What the counts say about acting on what we stand for, time for mastery and common ground.
    Readings,
    /// Whom the current division serves, and how.
    Customers,
    /// What can be ordered, as a page.
    Menu,
    /// Routine tasks, and what would be freed.
    Routine,
    /// All talks.
    Talks,
    /// One talk.
    Talk(TalkId),
    /// The four steps of the way out, and where the current division is on it.
    Way,
    /// Divisions beside each other: the pair, where there are only two, else all.
    Compare,
    /// All divisions beside each other, also where there are only two.
    AllDivisions,
    /// One pair of divisions.
    Pair(DivisionId, DivisionId),
    /// A meeting, on a projector.
    Meeting,
    /// What somebody sent by a link, which is the fragment itself.
    Link,
}

/// A place in the bar of screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Drafting values.
    Values,
    /// Weighing requests.
    Requests,
    /// Comparing divisions.
    Compare,
    /// Knowing customers and what they need.
    Customers,
    /// Simplifying routine work.
    Routine,
    /// Talking with partners.
    Talk,
    /// The four steps; not in the bar.
    Way,
    /// A meeting; not in the bar.
    Meeting,
    /// What came by a link; not in the bar.
    Link,
}

impl Screen {
    /// In the order of the bar.
    pub const ALL: [Self; 6] =
        [Self::Values, Self::Requests, Self::Compare, Self::Talk, Self::Customers, Self::Routine];

    /// What the bar calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Values => "Values",
            Self::Requests => "Requests",
            Self::Compare => "Compare",
            Self::Customers => "Customers",
            Self::Routine => "Routine",
            Self::Talk => "Talk",
            Self::Way => "The way out",
            Self::Meeting => "Meeting",
            Self::Link => "From a link",
        }
    }

    /// Where its link leads.
    pub fn route(self) -> Route {
        match self {
            Self::Values => Route::Values,
            Self::Requests => Route::Requests,
            Self::Compare => Route::Compare,
            Self::Customers => Route::Customers,
            Self::Routine => Route::Routine,
            Self::Talk => Route::Talks,
            Self::Way => Route::Way,
            Self::Meeting => Route::Meeting,
            Self::Link => Route::Link,
        }
    }
}

impl Route {
    /// The screen on which something is done.
    pub fn to(place: Where) -> Self {
        match place {
            Where::Values => Self::Values,
            Where::Requests => Self::Requests,
            Where::Request(request) => Self::Request(request),
            Where::Readings => Self::Readings,
            Where::Customers => Self::Customers,
            Where::Menu => Self::Menu,
            Where::Routine => Self::Routine,
            Where::Compare => Self::Compare,
            Where::Pair(a, b) => Self::Pair(a, b),
            Where::Talks => Self::Talks,
        }
    }

    /// The screen that it is part of.
    pub fn screen(self) -> Screen {
        match self {
            Self::Values => Screen::Values,
            Self::Requests | Self::Request(_) | Self::Overview | Self::Readings => Screen::Requests,
            Self::Compare | Self::AllDivisions | Self::Pair(..) => Screen::Compare,
            Self::Customers | Self::Menu => Screen::Customers,
            Self::Routine => Screen::Routine,
            Self::Talks | Self::Talk(_) => Screen::Talk,
            Self::Way => Screen::Way,
            Self::Meeting => Screen::Meeting,
            Self::Link => Screen::Link,
        }
    }

    /// Reads what stands behind the `#`; an unknown text is the first screen.
    pub fn parse(fragment: &str) -> Self {
        let mut parts = fragment.trim_start_matches('#').split('/');
        let screen = parts.next().unwrap_or_default();
        match (screen, parts.next(), parts.next()) {
            ("requests", None, None) => Self::Requests,
            ("requests", Some(id), None) => id.parse().map_or(Self::Requests, Self::Request),
            ("overview", None, None) => Self::Overview,
            ("readings", None, None) => Self::Readings,
            ("customers", None, None) => Self::Customers,
            ("menu", None, None) => Self::Menu,
            ("routine", None, None) => Self::Routine,
            ("talk", None, None) => Self::Talks,
            ("talk", Some(id), None) => id.parse().map_or(Self::Talks, Self::Talk),
            ("way", None, None) => Self::Way,
            ("compare", Some("all"), None) => Self::AllDivisions,
            ("compare", Some(a), Some(b)) => match (a.parse(), b.parse()) {
                (Ok(a), Ok(b)) => Self::Pair(a, b),
                _ => Self::Compare,
            },
            ("compare", ..) => Self::Compare,
            ("meeting", None, None) => Self::Meeting,
            ("link", None, None) => Self::Link,
            (link, None, None) if is_link(link) => Self::Link,
            _ => Self::Values,
        }
    }
}

/// Whether it begins as the fragments of links do and the names of screens do not: see `evencost_core::link`, which is
/// in another part of the program.
fn is_link(fragment: &str) -> bool {
    matches!(fragment.as_bytes(), [b'A', b'Q' | b'g' | b'w', b'A'..=b'P', ..])
}

impl fmt::Display for Route {
    /// The link to it, `#` included; of what came by a link, only that it did.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Values => f.write_str("#values"),
            Self::Requests => f.write_str("#requests"),
            Self::Request(id) => write!(f, "#requests/{id}"),
            Self::Overview => f.write_str("#overview"),
            Self::Readings => f.write_str("#readings"),
            Self::Customers => f.write_str("#customers"),
            Self::Menu => f.write_str("#menu"),
            Self::Routine => f.write_str("#routine"),
            Self::Talks => f.write_str("#talk"),
            Self::Talk(id) => write!(f, "#talk/{id}"),
            Self::Way => f.write_str("#way"),
            Self::Compare => f.write_str("#compare"),
            Self::AllDivisions => f.write_str("#compare/all"),
            Self::Pair(a, b) => write!(f, "#compare/{a}/{b}"),
            Self::Meeting => f.write_str("#meeting"),
            Self::Link => f.write_str("#link"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use evencost_core::id::{Id, Replica};

    #[test]
    fn every_route_reads_back_from_its_link() {
        let id = |counter| Id { replica: Replica::new(0x12_3456_789a), counter };
        for route in [
            Route::Values,
            Route::Requests,
            Route::Request(RequestId(id(4))),
            Route::Overview,
            Route::Readings,
            Route::Customers,
            Route::Menu,
            Route::Routine,
            Route::Talks,
            Route::Talk(TalkId(id(5))),
            Route::Way,
            Route::Compare,
            Route::AllDivisions,
            Route::Pair(DivisionId(id(1)), DivisionId(id(2))),
            Route::Meeting,
            Route::Link,
        ] {
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn an_unknown_or_broken_link_leads_to_the_nearest_screen() {
        for (link, route) in [
            ("", Route::Values),
            ("#nonsense", Route::Values),
            ("#requests/zzz", Route::Requests),
            ("#talk/zzz", Route::Talks),
            ("#compare/1/2", Route::Compare),
            ("#compare/1", Route::Compare),
            ("#AQIbAP", Route::Link),
        ] {
            assert_eq!(Route::parse(link), route, "{link}");
        }
    }
}

//! Which screen is shown, as the part of the address behind `#`.

use std::fmt;

use evencost_core::id::{DivisionId, RequestId};

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
    /// What the decisions say about acting on what we stand for.
    Readings,
    /// Divisions beside each other: the pair, where there are only two, else all.
    Compare,
    /// All divisions beside each other, also where there are only two.
    AllDivisions,
    /// One pair of divisions.
    Pair(DivisionId, DivisionId),
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
}

impl Screen {
    /// In the order of the bar.
    pub const ALL: [Self; 3] = [Self::Values, Self::Requests, Self::Compare];

    /// What the bar calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Values => "Values",
            Self::Requests => "Requests",
            Self::Compare => "Compare",
        }
    }

    /// Where its link leads.
    pub fn route(self) -> Route {
        match self {
            Self::Values => Route::Values,
            Self::Requests => Route::Requests,
            Self::Compare => Route::Compare,
        }
    }
}

impl Route {
    /// The screen that it is part of.
    pub fn screen(self) -> Screen {
        match self {
            Self::Values => Screen::Values,
            Self::Requests | Self::Request(_) | Self::Overview | Self::Readings => Screen::Requests,
            Self::Compare | Self::AllDivisions | Self::Pair(..) => Screen::Compare,
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
            ("compare", Some("all"), None) => Self::AllDivisions,
            ("compare", Some(a), Some(b)) => match (a.parse(), b.parse()) {
                (Ok(a), Ok(b)) => Self::Pair(a, b),
                _ => Self::Compare,
            },
            ("compare", ..) => Self::Compare,
            _ => Self::Values,
        }
    }
}

impl fmt::Display for Route {
    /// The link to it, `#` included.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Values => f.write_str("#values"),
            Self::Requests => f.write_str("#requests"),
            Self::Request(id) => write!(f, "#requests/{id}"),
            Self::Overview => f.write_str("#overview"),
            Self::Readings => f.write_str("#readings"),
            Self::Compare => f.write_str("#compare"),
            Self::AllDivisions => f.write_str("#compare/all"),
            Self::Pair(a, b) => write!(f, "#compare/{a}/{b}"),
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
            Route::Compare,
            Route::AllDivisions,
            Route::Pair(DivisionId(id(1)), DivisionId(id(2))),
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
            ("#compare/1/2", Route::Compare),
            ("#compare/1", Route::Compare),
        ] {
            assert_eq!(Route::parse(link), route, "{link}");
        }
    }
}

//! What two divisions do, beside what they say: requests that both weighed.
//!
//! Only what the room may see counts: as long as one of the two weighs blind, the request is not there.

use crate::document::Document;
use crate::id::{DivisionId, RequestId};
use crate::weigh::{ResultKind, shown};

/// The requests on which two divisions have weighed, by what came of it for either. A division has a view where
/// the result fits or strains.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Enacted {
    /// They fit the values of both.
    pub fit_both: Vec<RequestId>,
    /// They strain the values of both.
    pub strain_both: Vec<RequestId>,
    /// They fit A's values and strain B's.
    pub fit_a_strain_b: Vec<RequestId>,
    /// They strain A's values and fit B's.
    pub strain_a_fit_b: Vec<RequestId>,
    /// Both weighed, and one of them or both have no view.
    pub no_view: Vec<RequestId>,
}

impl Enacted {
    /// On how many requests both have a view.
    pub fn with_view(&self) -> usize {
        self.fit_both.len() + self.strain_both.len() + self.fit_a_strain_b.len() + self.strain_a_fit_b.len()
    }

    /// On how many of them the two agree.
    pub fn agreed(&self) -> usize {
        self.fit_both.len() + self.strain_both.len()
    }
}

/// Lays the results of two divisions beside each other, each list in the order of the requests.
pub fn enacted(document: &Document, a: DivisionId, b: DivisionId) -> Enacted {
    let mut enacted = Enacted::default();
    for request in document.requests().map(|request| request.id) {
        let result = |division| {
            let kind = shown(document, request, division).open()?.kind;
            (kind != ResultKind::NotWeighed).then_some(kind)
        };
        let (Some(of_a), Some(of_b)) = (result(a), result(b)) else { continue };
        let list = match (of_a, of_b) {
            (ResultKind::Fits, ResultKind::Fits) => &mut enacted.fit_both,
            (ResultKind::Strains, ResultKind::Strains) => &mut enacted.strain_both,
            (ResultKind::Fits, ResultKind::Strains) => &mut enacted.fit_a_strain_b,
            (ResultKind::Strains, ResultKind::Fits) => &mut enacted.strain_a_fit_b,
            _ => &mut enacted.no_view,
        };
        list.push(request);
    }
    enacted
}

//! Surveying many divisions while the page answers: in a worker, or in slices of the page's own time where there is none.

use std::sync::Arc;
use std::time::Duration;

use evencost_core::compare::{Index, MOST, Survey, Surveying};
use evencost_core::document::Document;
use evencost_core::id::DivisionId;
use evencost_core::text::json;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::in_play;
use crate::live::Live;
use crate::meaning::{Arrival, Nearness};
use crate::ports::clock;
use crate::ports::worker::Surveyor;

/// A slice of the page's time, in milliseconds: a frame has twice as many.
const SLICE: f64 = 8.0;
/// The pause after the last change before all is surveyed anew.
const REST: Duration = Duration::from_millis(400);

/// How far a survey is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Progress {
    /// This share of it is done.
    Going(f64),
    /// The person did not want to wait.
    Stopped,
    /// There are more divisions than are surveyed.
    TooMany,
    /// It is done.
    #[default]
    Done,
}

/// A survey of the open document, as far as it is.
#[derive(Clone, Copy)]
pub(super) struct Surveyed {
    live: Live,
    nearness: Nearness,
    /// The last one that was done.
    pub(super) survey: RwSignal<Option<Arc<Survey>>>,
    pub(super) progress: RwSignal<Progress>,
    /// Whether that one looked for what is near in meaning.
    pub(super) is_near: RwSignal<bool>,
    at_work: StoredValue<AtWork, LocalStorage>,
}

/// What is being done.
#[derive(Default)]
struct AtWork {
    /// How often it was begun: whoever is of an earlier time is to stop.
    times: u32,
    worker: Option<Surveyor>,
}

impl AtWork {
    /// Ends what is being done; what begins now is of this time.
    fn end(&mut self) -> u32 {
        if let Some(worker) = self.worker.take() {
            worker.end();
        }
        self.times += 1;
        self.times
    }
}

impl Surveyed {
    /// Surveys the open document now and whenever it has changed, for as long as what shows it is there.
    pub(super) fn start(live: Live, nearness: Nearness) -> Self {
        let surveyed = Self {
            live,
            nearness,
            survey: RwSignal::new(None),
            progress: RwSignal::new(Progress::Going(0.0)),
            is_near: RwSignal::new(false),
            at_work: StoredValue::new_local(AtWork::default()),
        };
        nearness.want();
        // What it answers is whether the table of words was here.
        Effect::new(move |before: Option<bool>| {
            live.read(|_| ());
            let table_is_here = nearness.arrival() == Arrival::Here;
            let has_arrived = table_is_here && before == Some(false);
            if has_arrived && surveyed.progress.get_untracked() == Progress::Stopped {
                return table_is_here;
            }
            let time = surveyed.end();
            if before.is_none() || has_arrived {
                surveyed.begin(time);
                return table_is_here;
            }
            set_timeout(
                move || {
                    if surveyed.is_of(time) {
                        surveyed.begin(time);
                    }
                },
                REST,
            );
            table_is_here
        });
        on_cleanup(move || {
            surveyed.end();
        });
        surveyed
    }

    /// Ends what is being done and leaves it at what there is.
    pub(super) fn stop(self) {
        self.end();
        self.progress.set(Progress::Stopped);
    }

    /// Surveys all anew.
    pub(super) fn again(self) {
        let time = self.end();
        self.begin(time);
    }

    fn end(self) -> u32 {
        self.at_work.try_update_value(AtWork::end).unwrap_or_default()
    }

    /// Whether nothing has ended what was begun then.
    fn is_of(self, time: u32) -> bool {
        self.at_work.try_with_value(|at_work| at_work.times == time).unwrap_or_default()
    }

    fn begin(self, time: u32) {
        self.progress.set(Progress::Going(0.0));
        if self.live.peek(|document| in_play(document).len()) > MOST {
            return self.progress.set(Progress::TooMany);
        }
        let document = self.live.peek(Document::clone);
        let table_is_here = untrack(|| self.nearness.arrival()) == Arrival::Here;
        // Words alone take a moment, and what is near in meaning may take long: something is to be seen meanwhile.
        let words_first = !table_is_here || self.survey.with_untracked(Option::is_none);
        spawn_local(async move {
            // What has just been opened is shown before the work begins.
            pause().await;
            for near in [false, true] {
                if !self.is_of(time) || (near && !table_is_here) || (!near && !words_first) {
                    continue;
                }
                let Some(survey) = self.survey_of(&document, near, time).await else { return };
                if self.is_of(time) {
                    self.is_near.set(near);
                    self.survey.set(Some(Arc::new(survey)));
                }
            }
            if self.is_of(time) {
                self.progress.set(Progress::Done);
            }
        });
    }

    async fn survey_of(self, document: &Document, near: bool, time: u32) -> Option<Survey> {
        let tell = move |share| {
            if self.is_of(time) {
                self.progress.set(Progress::Going(share));
            }
        };
        if let Some(worker) = Surveyor::start() {
            let here = worker.clone();
            self.at_work.try_update_value(|at_work| at_work.worker = Some(here));
            let surveying = worker.survey(&json::write(document), near, tell);
            let numbers = surveying.await;
            worker.end();
            let survey = numbers.and_then(|numbers| Survey::from_numbers(in_play(document), &numbers));
            if survey.is_some() || !self.is_of(time) {
                return survey;
            }
        }
        let index = Index::new(document);
        let table = untrack(|| self.nearness.get()).filter(|_| near);
        let mut surveying = Surveying::new(&index, table);
        loop {
            pause().await;
            if !self.is_of(time) {
                return None;
            }
            let start = clock::milliseconds();
            while clock::milliseconds() - start < SLICE {
                if !surveying.step() {
                    return Some(surveying.finish());
                }
            }
            tell(surveying.share_done());
        }
    }
}

/// Lets the page do what else there is to do.
async fn pause() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        set_timeout(move || drop(resolve.call0(&wasm_bindgen::JsValue::UNDEFINED)), Duration::ZERO);
    });
    // It is never refused.
    let _ = JsFuture::from(promise).await;
}

/// The name of a division, from where it stands in a survey.
pub(super) fn name_at(document: &Document, divisions: &[DivisionId], place: usize) -> String {
    divisions.get(place).map(|&id| super::name(document, id)).unwrap_or_default()
}

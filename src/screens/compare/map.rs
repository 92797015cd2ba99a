//! The map: a square for each pair of many divisions, close divisions beside each other. From all of them at once one comes
//! nearer, to names and numbers, and to the pair. Only what is in sight is drawn.

use std::sync::Arc;

use evencost_core::compare::{Glance, Lean, Survey};
use evencost_core::document::Document;
use evencost_core::id::DivisionId;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html::{Canvas, Div, Ul};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData, ResizeObserver};

use super::all::{numbers, three};
use super::many::maybe;
use super::survey::name_at;
use super::{button, name};
use crate::app;
use crate::live::Live;
use crate::parts::erased::{memo, piece, when};
use crate::route::Route;

/// The sides of a square, in pixels, that one comes nearer by; the whole of the map is the first step.
const NEARER: [f64; 4] = [4.0, 12.0, 28.0, 56.0];
/// From this size on a square has a mark, for eyes that do not tell the colours apart.
const MARKED: f64 = 12.0;
/// From this size on the rows and columns have names.
const NAMED: f64 = 12.0;
/// From this size on a square has numbers.
const NUMBERED: f64 = 56.0;
/// What the names take, in pixels, at most and as a share of the map.
const NAMES: (f64, f64) = (150.0, 0.3);

/// What a square stands for: what is certain of a pair, or else what is suggested.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Shade {
    Apart,
    Between,
    Together,
    MaybeApart,
    Maybe,
    MaybeTogether,
    Unrelated,
}

impl Shade {
    /// In the order of the legend, with what it says there.
    const ALL: [(Self, &'static str, &'static str); 7] = [
        (Self::Apart, "apart", "clash"),
        (Self::Between, "in between", "price"),
        (Self::Together, "together", "together"),
        (Self::MaybeApart, "may be apart", "clash maybe"),
        (Self::Maybe, "may have something in common", "price maybe"),
        (Self::MaybeTogether, "may be together", "together maybe"),
        (Self::Unrelated, "nothing in common", "none"),
    ];

    fn of(glance: &Glance) -> Self {
        match (glance.lean(), glance.maybe_lean()) {
            (Lean::Apart, _) => Self::Apart,
            (Lean::Between, _) => Self::Between,
            (Lean::Together, _) => Self::Together,
            (_, Lean::Apart) => Self::MaybeApart,
            (_, Lean::Between) => Self::Maybe,
            (_, Lean::Together) => Self::MaybeTogether,
            _ => Self::Unrelated,
        }
    }
}

/// The colours of a scheme, as the style has them.
#[derive(Clone, Default, PartialEq)]
struct Colours {
    shades: Vec<String>,
    ink: String,
    paper: String,
}

/// The map and where one is on it.
#[derive(Clone, Copy)]
pub(super) struct Map {
    live: Live,
    survey: RwSignal<Option<Arc<Survey>>>,
    chosen: RwSignal<Option<DivisionId>>,
    /// How near one is: none is the whole of it.
    step: RwSignal<Option<usize>>,
    /// The row and the column that is looked at, in the map's order.
    at: RwSignal<[usize; 2]>,
    scroll: NodeRef<Div>,
    canvas: NodeRef<Canvas>,
    legend: NodeRef<Ul>,
    /// The width of what is seen of it.
    width: RwSignal<f64>,
    /// One pixel a pair, and the colours that it was made with.
    picture: StoredValue<Option<(Colours, HtmlCanvasElement)>, LocalStorage>,
    is_drawn_soon: StoredValue<bool>,
}

impl Map {
    pub(super) fn new(live: Live, survey: RwSignal<Option<Arc<Survey>>>, chosen: RwSignal<Option<DivisionId>>) -> Self {
        let map = Self {
            live,
            survey,
            chosen,
            step: RwSignal::new(None),
            at: RwSignal::new([0, 1]),
            scroll: NodeRef::new(),
            canvas: NodeRef::new(),
            legend: NodeRef::new(),
            width: RwSignal::new(0.0),
            picture: StoredValue::new_local(None),
            is_drawn_soon: StoredValue::new(false),
        };
        Effect::new(move |_| {
            survey.track();
            map.picture.set_value(None);
            // It may have lost divisions.
            let count = map.count();
            if count > 0 && map.at.get_untracked().iter().any(|&place| place >= count) {
                map.at.set([0, 1]);
            }
        });
        Effect::new(move |_| {
            survey.track();
            chosen.track();
            map.step.track();
            map.at.track();
            map.width.track();
            map.draw_soon();
        });
        map
    }

    fn count(self) -> usize {
        self.survey.with_untracked(|survey| survey.as_ref().map_or(0, |survey| survey.divisions().len()))
    }

    /// The side of a square, in pixels.
    fn size(self) -> f64 {
        match self.step.get() {
            None => (self.width.get() / self.count().max(1) as f64).min(NEARER[1]),
            Some(step) => NEARER[step.min(NEARER.len() - 1)],
        }
    }

    /// What the names of rows take on the left and those of columns on top.
    fn names(self) -> f64 {
        if self.size() < NAMED { 0.0 } else { NAMES.0.min(self.width.get() * NAMES.1) }
    }

    /// How long and wide the whole of it is.
    fn extent(self) -> f64 {
        self.names() + self.size() * self.count() as f64
    }

    /// Brings the row of the chosen division into sight.
    pub(super) fn show_chosen(self) {
        let Some(chosen) = self.chosen.get_untracked() else { return };
        let row = self.survey.with_untracked(|survey| {
            let survey = survey.as_ref()?;
            survey.order().position(|place| survey.divisions().get(place) == Some(&chosen))
        });
        if let Some(row) = row {
            self.at.update(|at| at[0] = row);
            self.bring_into_sight();
        }
    }

    fn bring_into_sight(self) {
        request_animation_frame(move || {
            let Some(scroll) = self.scroll.try_get_untracked().flatten() else { return };
            let (size, names, at) = untrack(|| (self.size(), self.names(), self.at.get()));
            let nearest = |place: usize, now: f64, seen: f64| {
                let (start, end) = (size * place as f64, size * (place + 1) as f64);
                let seen = seen - names;
                if start < now {
                    start
                } else if end > now + seen {
                    end - seen
                } else {
                    now
                }
            };
            let left = nearest(at[1], scroll.scroll_left().into(), scroll.client_width().into());
            let top = nearest(at[0], scroll.scroll_top().into(), scroll.client_height().into());
            scroll.set_scroll_left(left as i32);
            scroll.set_scroll_top(top as i32);
            self.draw_soon();
        });
    }

    /// Comes nearer, or goes farther away; what is looked at stays in sight.
    fn zoom(self, nearer: bool) {
        let whole = untrack(|| self.width.get() / self.count().max(1) as f64);
        let next = match self.step.get_untracked() {
            None if nearer => NEARER.iter().position(|&size| size > whole.min(NEARER[1]) * 1.2),
            Some(step) if nearer => Some((step + 1).min(NEARER.len() - 1)),
            Some(step) if !nearer => step.checked_sub(1).filter(|&step| NEARER[step] > whole * 1.2),
            _ => None,
        };
        self.step.set(next);
        self.bring_into_sight();
    }

    fn by_key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let last = self.count().saturating_sub(1);
        let by = if event.shift_key() { 10 } else { 1 };
        let moved = |[row, column]: [usize; 2]| {
            Some(match event.key().as_str() {
                "ArrowUp" => [row.saturating_sub(by), column],
                "ArrowDown" => [(row + by).min(last), column],
                "ArrowLeft" => [row, column.saturating_sub(by)],
                "ArrowRight" => [row, (column + by).min(last)],
                "Home" => [row, 0],
                "End" => [row, last],
                "PageUp" => [row.saturating_sub(20), column],
                "PageDown" => [(row + 20).min(last), column],
                _ => return None,
            })
        };
        match (moved(self.at.get_untracked()), event.key().as_str()) {
            (Some(at), _) => {
                self.at.set(at);
                self.bring_into_sight();
            }
            (None, "+" | "=") => self.zoom(true),
            (None, "-") => self.zoom(false),
            (None, "Enter") => self.open(),
            _ => return,
        }
        event.prevent_default();
    }

    /// The row and the column under the pointer.
    fn under(self, event: &MouseEvent) -> Option<[usize; 2]> {
        let scroll = self.scroll.get_untracked()?;
        let place = scroll.get_bounding_client_rect();
        let (size, names) = untrack(|| (self.size(), self.names()));
        let x = f64::from(event.client_x()) - place.left() - names + f64::from(scroll.scroll_left());
        let y = f64::from(event.client_y()) - place.top() - names + f64::from(scroll.scroll_top());
        let at = [y, x].map(|along| (along / size).floor());
        let count = self.count() as f64;
        at.iter().all(|&place| (0.0..count).contains(&place)).then(|| at.map(|place| place as usize))
    }

    /// The two divisions that are looked at, by their places in the survey.
    fn pair(self, survey: &Survey) -> Option<[usize; 2]> {
        let [row, column] = self.at.get();
        let mut order = survey.order();
        let one = order.nth(row)?;
        let other = survey.order().nth(column)?;
        Some([one, other])
    }

    fn route(self) -> Option<Route> {
        self.survey.with(|survey| {
            let survey = survey.as_ref()?;
            let [one, other] = self.pair(survey)?.map(|place| survey.divisions().get(place).copied());
            one.zip(other).filter(|(one, other)| one != other).map(|(one, other)| Route::Pair(one, other))
        })
    }

    fn open(self) {
        if let Some(route) = untrack(|| self.route()) {
            app::go(route);
        }
    }

    /// What is looked at, in words.
    fn says(self) -> String {
        self.survey.with(|survey| {
            let Some(survey) = survey else { return String::new() };
            let Some([one, other]) = self.pair(survey) else { return String::new() };
            self.live.peek(|document| {
                let name = |place| name_at(document, survey.divisions(), place);
                let Some(glance) = survey.glance(one, other) else {
                    return [&name(one), " and itself."].concat();
                };
                let maybe = maybe(&glance).unwrap_or_default();
                let counts = glance.counts.to_string();
                [&name(one), " and ", &name(other), ": ", glance.lean().label(), " (", &counts, ")", &maybe, "."]
                    .concat()
            })
        })
    }

    pub(super) fn view(self) -> AnyView {
        watch(self);
        let legend = Shade::ALL.map(|(_, words, class)| {
            let class = ["shade ", class].concat();
            view! { <li><i class=class aria-hidden="true"></i>{words}</li> }
        });
        let link =
            move || self.route().map(|route| view! { <a href=route.to_string()>"Open this pair"</a> }).into_any();
        let shown = memo(move || self.chosen.get().map(|id| self.live.peek(|document| name(document, id))));
        let marked = move || {
            shown.get().map(|name| view! { <span class="soft">{[" The row and column of ", &name, " are marked."].concat()}</span> }).into_any()
        };
        view! {
            <section class="map" aria-label="Map of all pairs">
                <ul class="shades" aria-label="The colours" node_ref=self.legend>{legend}</ul>
                {when(move || self.size() >= NUMBERED, numbers)}
                <div class="map-tools">
                    {button("Nearer", "small", move || self.zoom(true))}
                    {button("Farther", "small", move || self.zoom(false))}
                    {button("The whole map", "small", move || {
                        self.step.set(None);
                        self.bring_into_sight();
                    })}
                    <span class="soft" id="map-keys">"Arrow keys move (with Shift by ten), + and − come nearer and go farther, Enter opens the pair."</span>
                </div>
                <div
                    class="map-scroll"
                    tabindex="0"
                    role="application"
                    aria-label="Map of all pairs"
                    aria-describedby="map-keys map-says"
                    node_ref=self.scroll
                    on:keydown=move |event| self.by_key(&event)
                    on:scroll=move |_| self.draw_soon()
                    on:click=move |event| if let Some(at) = self.under(&event) { self.at.set(at) }
                    on:dblclick=move |event| if let Some(at) = self.under(&event) {
                        self.at.set(at);
                        if untrack(|| self.size()) < NEARER[2] { self.zoom(true) } else { self.open() }
                    }
                >
                    <canvas node_ref=self.canvas aria-hidden="true"></canvas>
                    <div
                        class="map-extent"
                        style:width=move || format!("{}px", self.extent())
                        style:height=move || format!("{}px", self.extent())
                    ></div>
                </div>
                <p class="map-says" id="map-says" role="status">{move || self.says()}</p>
                <p>{piece(link)} {piece(marked)}</p>
            </section>
        }
        .into_any()
    }

    /// Draws with the next frame, once however often it is asked to.
    fn draw_soon(self) {
        if self.is_drawn_soon.try_get_value() == Some(false) {
            self.is_drawn_soon.set_value(true);
            request_animation_frame(move || {
                // The screen may have been left since.
                if self.is_drawn_soon.try_set_value(false).is_none() {
                    untrack(|| self.draw());
                }
            });
        }
    }

    fn colours(self) -> Option<Colours> {
        let legend = self.legend.get_untracked()?;
        let colour = |element: &web_sys::Element, of: &str| {
            let style = window().get_computed_style(element).ok().flatten()?;
            style.get_property_value(of).ok()
        };
        let samples = legend.query_selector_all("i").ok()?;
        let shades = (0..samples.length())
            .filter_map(|at| colour(samples.get(at)?.dyn_ref::<web_sys::Element>()?, "background-color"));
        let body = document().body()?;
        Some(Colours {
            shades: shades.collect(),
            ink: colour(&body, "color")?,
            paper: colour(&body, "background-color")?,
        })
    }

    fn draw(self) -> Option<()> {
        let (scroll, canvas) = (self.scroll.get_untracked()?, self.canvas.get_untracked()?);
        let survey = self.survey.get_untracked()?;
        let colours = self.colours()?;
        let dots = window().device_pixel_ratio();
        let (width, height) = (f64::from(scroll.client_width()), f64::from(scroll.client_height()));
        // Given its size anew it is empty.
        canvas.set_width((width * dots) as u32);
        canvas.set_height((height * dots) as u32);
        let to = context(&canvas)?;
        to.scale(dots, dots).ok()?;
        let (size, names) = (self.size(), self.names());
        let (left, top) = (f64::from(scroll.scroll_left()), f64::from(scroll.scroll_top()));
        let order: Vec<usize> = survey.order().collect();
        let seen = |from: f64, length: f64| {
            let first = (from / size).floor().max(0.0) as usize;
            first.min(order.len())..(((from + length - names) / size).ceil().max(0.0) as usize).min(order.len())
        };
        let (rows, columns) = (seen(top, height), seen(left, width));
        let x = |column: usize| names + size * column as f64 - left;
        let y = |row: usize| names + size * row as f64 - top;

        if size < MARKED {
            let picture = self.picture_of(&survey, &order, &colours)?;
            to.set_image_smoothing_enabled(size < 1.0);
            let side = size * order.len() as f64;
            to.draw_image_with_html_canvas_element_and_dw_and_dh(&picture, x(0), y(0), side, side).ok()?;
        } else {
            to.set_text_align("center");
            to.set_text_baseline("middle");
            to.set_font("13px system-ui, sans-serif");
            for row in rows.clone() {
                for column in columns.clone() {
                    if let Some(glance) = survey.glance(order[row], order[column]) {
                        square(&to, &glance, [x(column), y(row)], size, &colours);
                    }
                }
            }
        }
        let chosen = self.chosen.get_untracked();
        let is_chosen = |place: usize| chosen.is_some() && survey.divisions().get(order[place]).copied() == chosen;
        // Seen on every colour: a line of paper with one of ink in it.
        let frame = |[x, y]: [f64; 2], [width, height]: [f64; 2]| {
            for (colour, line) in [(&colours.paper, 5.0), (&colours.ink, 2.0)] {
                to.set_stroke_style_str(colour);
                to.set_line_width(line);
                to.stroke_rect(x, y, width, height);
            }
        };
        if let Some(place) = (0..order.len()).find(|&place| is_chosen(place)) {
            let long = size * order.len() as f64;
            frame([x(0), y(place)], [long, size]);
            frame([x(place), y(0)], [size, long]);
        }
        let [row, column] = self.at.get_untracked();
        let margin = if size < MARKED { 4.0 } else { 0.0 };
        frame([x(column) - margin, y(row) - margin], [size + 2.0 * margin; 2]);
        if names > 0.0 {
            let name = |place: usize| {
                self.live.peek(|document: &Document| name_at(document, survey.divisions(), order[place]))
            };
            to.set_fill_style_str(&colours.paper);
            to.fill_rect(0.0, 0.0, width, names);
            to.fill_rect(0.0, 0.0, names, height);
            to.set_fill_style_str(&colours.ink);
            let letters = if size < NEARER[2] { 10 } else { 13 };
            to.set_font(&format!("{letters}px system-ui, sans-serif"));
            to.set_text_baseline("middle");
            to.set_text_align("right");
            for row in rows.filter(|&row| y(row) + size / 2.0 > names) {
                to.fill_text(&fitting(&to, name(row), names - 8.0), names - 6.0, y(row) + size / 2.0).ok()?;
            }
            to.set_text_align("left");
            for column in columns.filter(|&column| x(column) + size / 2.0 > names) {
                to.save();
                to.translate(x(column) + size / 2.0, names - 6.0).ok()?;
                to.rotate(-std::f64::consts::FRAC_PI_2).ok()?;
                to.fill_text(&fitting(&to, name(column), names - 8.0), 0.0, 0.0).ok()?;
                to.restore();
            }
            to.set_fill_style_str(&colours.paper);
            to.fill_rect(0.0, 0.0, names, names);
        }
        Some(())
    }

    /// One pixel a pair; made once for a survey and a scheme.
    fn picture_of(self, survey: &Survey, order: &[usize], colours: &Colours) -> Option<HtmlCanvasElement> {
        let known = self
            .picture
            .with_value(|picture| picture.as_ref().filter(|(of, _)| of == colours).map(|(_, picture)| picture.clone()));
        if known.is_some() {
            return known;
        }
        let shades: Vec<[u8; 4]> = colours.shades.iter().map(|colour| bytes_of(colour)).collect();
        let mut dots = vec![0; 4 * order.len() * order.len()];
        for (dot, place) in dots.chunks_exact_mut(4).zip(0..) {
            let [row, column] = [order[place / order.len()], order[place % order.len()]];
            // Between a division and itself there is nothing.
            if let Some(shade) = survey.glance(row, column).and_then(|glance| shades.get(Shade::of(&glance) as usize)) {
                dot.copy_from_slice(shade);
            }
        }
        let side = order.len() as u32;
        let picture: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
        picture.set_width(side);
        picture.set_height(side);
        let image = ImageData::new_with_u8_clamped_array(Clamped(&dots), side).ok()?;
        context(&picture)?.put_image_data(&image, 0.0, 0.0).ok()?;
        self.picture.set_value(Some((colours.clone(), picture.clone())));
        Some(picture)
    }
}

/// A square with its colour, its mark and, where there is room, its numbers.
fn square(to: &CanvasRenderingContext2d, glance: &Glance, [x, y]: [f64; 2], size: f64, colours: &Colours) {
    let shade = Shade::of(glance);
    let Some(colour) = colours.shades.get(shade as usize) else { return };
    to.set_fill_style_str(colour);
    to.fill_rect(x, y, size - 1.0, size - 1.0);
    let is_plain = matches!(shade, Shade::Apart | Shade::Between | Shade::Together);
    let mark = if is_plain { &colours.paper } else { &colours.ink };
    if size >= NUMBERED && is_plain {
        to.set_fill_style_str(mark);
        let numbers = three(&glance.counts).map(|count| count.to_string()).join("·");
        // A browser that cannot write leaves the colour.
        let _ = to.fill_text(&numbers, x + size / 2.0, y + size / 2.0);
        return;
    }
    let (middle, reach) = ([x + (size - 1.0) / 2.0, y + (size - 1.0) / 2.0], size * 0.2);
    to.set_stroke_style_str(mark);
    to.set_line_width(1.5);
    to.begin_path();
    let line = |from: [f64; 2], by: [f64; 2]| {
        to.move_to(from[0] - by[0], from[1] - by[1]);
        to.line_to(from[0] + by[0], from[1] + by[1]);
    };
    match shade {
        Shade::Apart | Shade::MaybeApart => {
            line(middle, [reach, reach]);
            line(middle, [reach, -reach]);
        }
        Shade::Between | Shade::Maybe => line(middle, [reach, 0.0]),
        Shade::Together | Shade::MaybeTogether => {
            // Only a negative radius is refused.
            let _ = to.arc(middle[0], middle[1], reach, 0.0, std::f64::consts::TAU);
        }
        Shade::Unrelated => {}
    }
    to.stroke();
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok().flatten()?.dyn_into().ok()
}

/// The parts of a colour as browsers tell computed ones: `rgb(1, 2, 3)`.
fn bytes_of(colour: &str) -> [u8; 4] {
    let mut bytes = [0, 0, 0, 255];
    let numbers = colour.split(|letter: char| !letter.is_ascii_digit()).filter_map(|number| number.parse().ok());
    bytes.iter_mut().take(3).zip(numbers).for_each(|(byte, number)| *byte = number);
    bytes
}

/// As much of a name as there is room for.
fn fitting(to: &CanvasRenderingContext2d, name: String, room: f64) -> String {
    let width = |words: &str| to.measure_text(words).map_or(0.0, |measured| measured.width());
    if width(&name) <= room {
        return name;
    }
    let mut letters: Vec<char> = name.chars().collect();
    while letters.pop().is_some() {
        let cut: String = letters.iter().chain(&['…']).collect();
        if width(&cut) <= room {
            return cut;
        }
    }
    String::new()
}

/// Measures the map whenever its size changes, and draws it anew with another scheme.
fn watch(map: Map) {
    let look = move || {
        if let Some(scroll) = map.scroll.try_get_untracked().flatten() {
            let _ = map.width.try_set(scroll.client_width().into());
            map.draw_soon();
        }
    };
    let changed = Closure::<dyn FnMut()>::new(move || request_animation_frame(look));
    let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok();
    let scheme = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
    if let Some(scheme) = &scheme {
        scheme.set_onchange(Some(changed.as_ref().unchecked_ref()));
    }
    let kept = StoredValue::new_local((observer, scheme, changed));
    Effect::new(move |_| {
        if let Some(scroll) = map.scroll.get() {
            kept.with_value(|(observer, ..)| observer.as_ref().map(|observer| observer.observe(&scroll)));
            look();
        }
    });
    on_cleanup(move || {
        let _ = kept.try_with_value(|(observer, scheme, _)| {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            if let Some(scheme) = scheme {
                scheme.set_onchange(None);
            }
        });
    });
}

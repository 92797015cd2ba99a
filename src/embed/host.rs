//! The page around this one, if `web/even-cost.js` made the frame: it sends a document, takes what changes, and gives the
//! frame its height.
//!
//! A handshake without any content, in which both sides look at who speaks, from where, and whether they know the number
//! that the frame was made with, hands over a port; everything else goes over that.

use std::cell::RefCell;
use std::time::Duration;

use evencost_core::text::json;
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, MessageEvent, MessagePort, ResizeObserver, Window};

use super::message::{Message, field, message, object};
use super::{Embedded, Mode, State, route_of, theme};
use crate::keeping::{Keeper, Kept};
use crate::ports::clock;
use crate::ports::place::{Whose, whose};

/// No document is longer, in UTF-16 units.
const LONGEST: u32 = 2 << 20;
/// So many messages are taken at once; what comes beyond them is dropped, and said to be.
const AT_ONCE: usize = 64;
/// From one time to the next pass so many milliseconds.
const REST: f64 = 50.0;
/// Before the ids of what is sent from here.
const OURS: char = 'w';

thread_local! {
    static CHANNEL: RefCell<Channel> = const { RefCell::new(Channel { port: None, sent: 0, waiting: Vec::new(), dropped: 0, looked: 0.0 }) };
}

struct Channel {
    port: Option<MessagePort>,
    /// How many messages have been sent that ask for an answer.
    sent: u32,
    /// What has come and is not looked at yet.
    waiting: Vec<Option<Message>>,
    /// How many there was no room for.
    dropped: u32,
    /// When what had come was looked at last.
    looked: f64,
}

/// What the frame was named by whoever made it: `even-cost:`, a number that nobody can guess, and the origin of the page.
struct Host {
    nonce: String,
    origin: String,
    page: Window,
}

impl Host {
    fn find() -> Option<Self> {
        let name = window().name().ok()?;
        let (nonce, origin) = name.strip_prefix("even-cost:")?.split_once(':')?;
        let page = window().parent().ok().flatten()?;
        Some(Self { nonce: nonce.to_owned(), origin: origin.to_owned(), page })
    }

    /// Greets the page, which answers with a port.
    fn greet(&self) {
        let hello = object(&[("evencost", 1.into()), ("type", "hello".into()), ("nonce", self.nonce.as_str().into())]);
        // A page without an origin, as from a file, cannot be named; the greeting holds nothing.
        let to = if self.origin == "null" { "*" } else { &self.origin };
        // An origin that is none is nobody's to greet.
        drop(self.page.post_message(&hello, to));
    }

    /// The port of its answer; `None` in anything else that is said to this page.
    fn port(&self, event: &MessageEvent) -> Option<MessagePort> {
        let data = event.data();
        let says =
            |name: &str, word: &str| field(&data, name).and_then(|it| it.as_string()).is_some_and(|it| it == word);
        let is_from_page = event.source().is_some_and(|source| JsValue::from(source) == JsValue::from(&self.page));
        if !is_from_page || event.origin() != self.origin || !says("type", "port") || !says("nonce", &self.nonce) {
            return None;
        }
        let ports: JsValue = event.ports().into();
        Reflect::get_u32(&ports, 0).ok()?.dyn_into().ok()
    }
}

/// Offers itself to the page around this one, where that has made the frame for it.
pub(super) fn connect(embedded: Embedded) {
    let Some(host) = Host::find() else { return };
    let take = move || drain(embedded);
    let hear =
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| put_aside(Message::read(&event.data()), take));
    let hear: js_sys::Function = hear.into_js_value().unchecked_into();
    host.greet();
    let answers = window_event_listener_untyped("message", move |event| {
        let Some(port) = event.dyn_ref::<MessageEvent>().and_then(|event| host.port(event)) else { return };
        let is_first = CHANNEL.with_borrow_mut(|channel| {
            let is_first = channel.port.is_none();
            if is_first {
                port.set_onmessage(Some(&hear));
                channel.port = Some(port);
            }
            is_first
        });
        if is_first {
            tell_height();
        }
    });
    on_cleanup(move || answers.remove());
}

/// Sends a message, where there is somebody to send it to.
fn send(message: &JsValue) {
    let port = CHANNEL.with_borrow(|channel| channel.port.clone());
    if let Some(port) = port {
        // Texts and numbers can always be sent.
        let _ = port.post_message(message);
    }
}

fn refuse(id: &str, why: &str) {
    send(&message("error", id, &[("message", why.into())]));
}

/// Sends the document, to be kept.
fn give(kind: &str, document: &str) {
    let number = CHANNEL.with_borrow_mut(|channel| {
        channel.sent = channel.sent.wrapping_add(1);
        channel.sent
    });
    send(&message(kind, &format!("{OURS}{number}"), &[("document", document.into())]));
}

fn give_change(document: &str) {
    give("change", document);
}

/// How changes are given to the page, where they are its to have.
fn giving(mode: Mode) -> Option<fn(&str)> {
    (mode == Mode::Edit && whose() == Whose::Host).then_some(give_change)
}

/// Sends the document as it is, on the person's own wish.
pub(super) fn save(keeper: Keeper) {
    give("save", &keeper.hand_over());
}

/// Keeps a message until the browser is free again, so that many at once are one piece of work.
fn put_aside(message: Option<Message>, take: impl Fn() + 'static) {
    let is_first = CHANNEL.with_borrow_mut(|channel| {
        if channel.waiting.len() < AT_ONCE {
            channel.waiting.push(message);
        } else {
            channel.dropped += 1;
        }
        channel.waiting.len() == 1 && channel.dropped == 0
    });
    if is_first {
        let rest = CHANNEL.with_borrow(|channel| channel.looked) + REST - clock::milliseconds();
        // A clock that was set back is no reason to wait.
        set_timeout(take, Duration::from_secs_f64(rest.clamp(0.0, REST) / 1000.0));
    }
}

/// Does what the messages say that have come since the last time.
fn drain(embedded: Embedded) {
    let Embedded { keeper, notices, .. } = embedded;
    let (messages, dropped) = CHANNEL.with_borrow_mut(|channel| {
        channel.looked = clock::milliseconds();
        (std::mem::take(&mut channel.waiting), std::mem::take(&mut channel.dropped))
    });
    if dropped > 0 {
        refuse("", &format!("{dropped} messages came too fast and were dropped"));
    }
    let is_document = |message: &Option<Message>| {
        message.as_ref().is_some_and(|message| message.kind == "load" && message.field("document").is_some())
    };
    let last = messages.iter().rposition(is_document);
    let last_sent = CHANNEL.with_borrow(|channel| format!("{OURS}{}", channel.sent));
    let mut is_told = false;
    for (place, message) in messages.iter().enumerate() {
        let Some(message) = message else {
            if !is_told {
                refuse("", "this is no message of version 1: {v: 1, type, id, payload}");
            }
            is_told = true;
            continue;
        };
        let is_answer = message.id.starts_with(OURS);
        match message.kind.as_str() {
            "load" if last.is_some_and(|last| place < last) && is_document(&messages[place]) => {
                refuse(&message.id, "another document was sent after this one");
            }
            "load" => match load(embedded, message) {
                Ok(()) => send(&self::message("loaded", &message.id, &[])),
                Err(why) => refuse(&message.id, &why),
            },
            "change" | "save" if is_answer => {
                // Only of the last one: what has changed since is not with the page yet.
                if message.id == last_sent {
                    let keeps = message.field("kept").is_some_and(|kept| kept.is_truthy());
                    keeper.handed(if keeps { Kept::Taken } else { Kept::Given });
                }
            }
            "error" if is_answer => {
                if message.id == last_sent {
                    notices.show(
                        "The page that this is embedded in could not take what you changed. It stays here: try Save.",
                    );
                }
            }
            "save" if giving(embedded.mode.get_untracked()).is_some() => {
                // Whether the page keeps it is said of what is handed over with `change`, which comes all the same.
                send(&self::message("save", &message.id, &[("document", keeper.file_text().into())]));
            }
            "save" => refuse(&message.id, "nothing is changed in this frame, so there is nothing to save"),
            _ if is_answer => {}
            _ => refuse(&message.id, "no message of that type is known"),
        }
    }
}

/// Shows what the page asks for; what it leaves out stays as it is.
fn load(embedded: Embedded, message: &Message) -> Result<(), String> {
    if let State::Refused(why) = embedded.state.get_untracked() {
        return Err(why);
    }
    let document = match message.field("document") {
        None => None,
        Some(_) if whose() != Whose::Host => {
            return Err("this frame shows a link or a file, and no other document".into());
        }
        Some(document) => Some(read(&document)?),
    };
    if let Some(mode) =
        message.text("mode").and_then(|word| if word.is_empty() { Some(Mode::by_default()) } else { Mode::read(&word) })
    {
        // What somebody tries is theirs.
        embedded.keeper.give_to(giving(mode));
        embedded.mode.set(mode);
    }
    if let Some(scheme) = message.text("theme") {
        theme::light_or_dark(&scheme);
    }
    if let Some(style) = message.field("style") {
        theme::wear(&style);
    }
    if let Some(route) = message.text("screen").and_then(|word| route_of(&word)) {
        embedded.route.set(route);
    }
    if let Some(published) = document {
        // What was changed in the one before is the page's to have.
        embedded.keeper.save_now();
        embedded.ask.set(published.ask);
        embedded.day.set(published.day);
        embedded.keeper.show_embedded(Some(published.document), giving(embedded.mode.get_untracked()));
    } else if whose() == Whose::Host && embedded.state.get_untracked() == State::Coming {
        // Nothing yet: what people write is the beginning.
        embedded.keeper.show_embedded(None, giving(embedded.mode.get_untracked()));
    }
    if whose() == Whose::Host {
        embedded.state.set(State::Here);
    }
    Ok(())
}

fn read(document: &JsValue) -> Result<evencost_core::publish::Published, String> {
    let text: &js_sys::JsString = document.dyn_ref().ok_or("“document” should be the text of a JSON file")?;
    if text.length() > LONGEST {
        return Err(format!("the document is too large: {} of at most {LONGEST} characters", text.length()));
    }
    json::read_published(String::from(text).as_bytes()).map_err(|error| error.to_string())
}

/// Tells the page how high the content is, now and whenever that changes.
fn tell_height() {
    let Some(app) = document().get_element_by_id("app").and_then(|app| app.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let observed = app.clone();
    let mut told = 0;
    let tell = Closure::<dyn FnMut()>::new(move || {
        let height = app.offset_height();
        if height != told {
            told = height;
            send(&message("resize", "", &[("height", height.into())]));
        }
    });
    // Without one, the frame keeps its height and is scrolled.
    if let Ok(observer) = ResizeObserver::new(tell.into_js_value().unchecked_ref()) {
        observer.observe(&observed);
    }
}

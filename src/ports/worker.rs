//! A worker: what takes long is done beside the page, where the browser lets it.

use std::cell::OnceCell;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect, Uint8Array, Uint16Array};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

thread_local! {
    static START: OnceCell<Function> = const { OnceCell::new() };
}

/// Says how a worker is started. web/boot.js knows where its program lies.
#[wasm_bindgen]
pub fn start_workers_by(start: Function) {
    // It is said once.
    let _ = START.with(|known| known.set(start));
}

/// A worker that makes a survey, until it is ended.
#[derive(Clone)]
pub struct Surveyor(Rc<Worker>);

impl Surveyor {
    /// Starts one; none where the browser refuses workers, as in a frame without an origin of its own.
    pub fn start() -> Option<Self> {
        let start = START.with(|start| start.get().cloned())?;
        Some(Self(Rc::new(start.call0(&JsValue::UNDEFINED).ok()?.dyn_into().ok()?)))
    }

    /// Has it survey a document, with what is near in meaning or without; `tell` hears the share that is done. Comes to the
    /// survey's numbers, or to none where it cannot do it or was ended.
    pub fn survey(
        &self,
        document: &str,
        near: bool,
        tell: impl Fn(f64) + Clone + 'static,
    ) -> Pin<Box<dyn Future<Output = Option<Vec<u16>>>>> {
        let worker = Rc::clone(&self.0);
        let message = Object::new();
        // A plain object takes all properties.
        let _ = Reflect::set(&message, &"document".into(), &Uint8Array::from(document.as_bytes()));
        let _ = Reflect::set(&message, &"near".into(), &near.into());
        let mut heard = None;
        let promise = Promise::new(&mut |resolve, _| {
            let (refused, tell) = (resolve.clone(), tell.clone());
            let hear =
                Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| match event.data().as_f64() {
                    Some(share) => tell(share),
                    // A promise takes any value.
                    None => drop(resolve.call1(&JsValue::UNDEFINED, &event.data())),
                });
            let fail = Closure::<dyn FnMut()>::new(move || drop(refused.call0(&JsValue::UNDEFINED)));
            worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
            worker.set_onerror(Some(fail.as_ref().unchecked_ref()));
            heard = Some((hear, fail));
        });
        let is_sent = worker.post_message(&message).is_ok();
        let listening = worker;
        Box::pin(async move {
            // They are there until it has answered.
            let _heard = heard;
            if !is_sent {
                return None;
            }
            let answer = JsFuture::from(promise).await;
            listening.set_onmessage(None);
            listening.set_onerror(None);
            Some(answer.ok()?.dyn_into::<Uint16Array>().ok()?.to_vec())
        })
    }

    /// Ends it, whatever it does: whoever waits for it has nothing to wait for.
    pub fn end(&self) {
        self.0.terminate();
        if let Some(fail) = self.0.onerror() {
            // It only tells the one who waits.
            let _ = fail.call0(&JsValue::UNDEFINED);
        }
    }
}

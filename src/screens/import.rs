//! Importing: what people have, shown as what it will add before anything changes.

use leptos::prelude::*;

/// The one dialog that imports; anything may open it.
#[derive(Clone, Copy, Default)]
pub struct ImportDialog {
    open: RwSignal<bool>,
    text: RwSignal<String>,
}

impl ImportDialog {
    /// Opens it empty.
    pub fn open(self) {
        self.open_with(String::new());
    }

    /// Opens it with a text that somebody pasted elsewhere.
    pub fn open_with(self, text: String) {
        self.text.set(text);
        self.open.set(true);
    }
}

/// Shows the dialog; there is one, in the app.
#[component]
pub fn ImportView() -> impl IntoView {}

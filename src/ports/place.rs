//! Where this page is, and so whose the document is that it shows. `web/boot.js` finds out before the program is here.

use leptos::prelude::{document, window};

/// Whose the document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The person's own: it is kept on this device.
    Own,
    /// The page's that this one is embedded in: it sends the document and takes what changes.
    Host,
    /// Somebody's who made a link or a file of it: it is only shown.
    Shown,
}

/// Whose document this page shows, for as long as it is open.
pub fn whose() -> Whose {
    match document().document_element().and_then(|root| root.get_attribute("data-whose")).as_deref() {
        Some("host") => Whose::Host,
        Some("shown") => Whose::Shown,
        _ => Whose::Own,
    }
}

/// Whether another page shows this one in a frame.
pub fn is_framed() -> bool {
    window().parent().ok().flatten().is_some_and(|parent| parent != window())
}

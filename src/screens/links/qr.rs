//! A link as a QR code.

use fast_qr::{ECL, QRBuilder};
use leptos::prelude::*;

/// Longer links make a code that many phones cannot read from a wall.
pub(super) const SCANS: usize = 800;

/// The quiet zone around the code, in modules: what the standard asks for.
const QUIET: usize = 4;

/// The code of a link; nothing where it is too long for any.
pub(super) fn qr(link: &str) -> Option<AnyView> {
    let code = QRBuilder::new(link).ecl(ECL::L).build().ok()?;
    let mut path = String::new();
    for (row, modules) in code.data.chunks(code.size).take(code.size).enumerate() {
        for (column, _) in modules.iter().enumerate().filter(|(_, module)| module.value()) {
            path.push_str(&format!("M{} {}h1v1h-1z", column + QUIET, row + QUIET));
        }
    }
    let size = code.size + 2 * QUIET;
    let view = view! {
        <svg class="qr" viewBox=format!("0 0 {size} {size}") role="img" aria-label="QR code of the link" shape-rendering="crispEdges">
            <path d=path></path>
        </svg>
    };
    Some(view.into_any())
}

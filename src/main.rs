//! The widget: shows panics, then mounts the app where the shell stood.
fn main() {
    evencost::crash::watch();
    evencost::app::start();
}

//! The widget: mounts the app where the shell stood.
fn main() {
    #[cfg(debug_assertions)]
    evencost::crash::watch();
    evencost::app::start();
}

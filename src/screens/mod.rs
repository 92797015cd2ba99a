//! The screens, one folder each.

mod compare;
pub mod current;
mod division_switch;
pub mod import;
mod main_menu;
mod requests;
mod values;

pub use compare::{CompareScreen, compared};
pub use import::ImportForm;
pub use main_menu::MainMenu;
pub use requests::RequestsScreen;
pub use values::{ValuesScreen, add_division};

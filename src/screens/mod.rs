//! The screens, one folder each.

mod compare;
pub mod current;
mod customers;
mod division_switch;
mod export;
pub mod import;
pub mod links;
mod main_menu;
mod meeting;
mod requests;
mod routine;
mod talk;
mod values;
mod way;

pub use compare::{CompareScreen, compared};
pub use customers::{CustomersScreen, menu_of};
pub use export::{Export, WriteSet, export_here};
pub use import::ImportForm;
pub use links::{GuestBanner, Opening, PublishForm, RepliesForm, ShareForm, TaskBar};
pub use main_menu::{MainMenu, MainMenuItems};
pub use meeting::{MeetingBar, MeetingScreen};
pub use requests::{RequestsScreen, remember_weigher};
pub use routine::RoutineScreen;
pub use talk::TalkScreen;
pub use values::{Coaching, ValuesScreen, add_division, coaching_here};
pub use way::WayScreen;

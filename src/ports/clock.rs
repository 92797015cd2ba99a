//! Today, as the person's own calendar says.

use evencost_core::date::Date;

/// The date in the person's time zone.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let month = u8::try_from(now.get_month() + 1).ok().and_then(|month| month.try_into().ok());
    let day = u8::try_from(now.get_date()).ok();
    month
        .zip(day)
        .and_then(|(month, day)| Date::from_calendar_date(i32::try_from(now.get_full_year()).ok()?, month, day).ok())
        // A browser whose clock says no date has none to offer: any date will do, and people can change it.
        .unwrap_or(Date::MIN)
}

/// Milliseconds since the page was opened or some other fixed moment; only differences mean anything.
pub fn milliseconds() -> f64 {
    js_sys::Date::now()
}

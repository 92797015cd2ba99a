//! Calendar dates as files write them (`2026-11-12`) and as screens say them (`12 November 2026`).

pub use time::Date;
use time::Month;

/// Reads `year-month-day`; `None` when it is not a date that exists.
pub fn parse(text: &str) -> Option<Date> {
    let mut parts = text.trim().split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let number = |part: &str| -> Option<u16> {
        let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    };
    let month = Month::try_from(u8::try_from(number(month)?).ok()?).ok()?;
    Date::from_calendar_date(i32::from(number(year)?), month, u8::try_from(number(day)?).ok()?).ok()
}

/// Writes `year-month-day`, which [`parse`] reads back.
pub fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

/// The date in plain English: `12 November 2026`.
pub fn spoken(date: Date) -> String {
    format!("{} {} {}", date.day(), date.month(), date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_that_exist_read_back() {
        for text in ["2026-11-12", "2024-02-29", "0001-01-01"] {
            assert_eq!(parse(text).map(iso).as_deref(), Some(text));
        }
        assert_eq!(parse(" 2026-3-9 ").map(spoken).as_deref(), Some("9 March 2026"));
    }

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        for text in
            ["", "2026", "2026-13-01", "2025-02-29", "2026-11-12-1", "26-11-12", "2026-+1-02", "99999-1-1", "2026-0-1"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}

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

/// The same day so many months later, or the last day of that month where it has no such day.
pub fn months_on(date: Date, months: u8) -> Date {
    let month = u8::from(date.month()) - 1 + months % 12;
    let year = date.year() + i32::from(months / 12) + i32::from(month / 12);
    let later = Month::try_from(month % 12 + 1)
        .ok()
        .and_then(|month| Date::from_calendar_date(year, month, date.day().min(month.length(year))).ok());
    // Beyond the last year of all calendars nothing comes later.
    later.unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_later_is_the_same_day_or_the_last_one_that_there_is() {
        for (from, months, to) in [
            ("2026-11-27", 6, "2027-05-27"),
            ("2026-01-15", 6, "2026-07-15"),
            ("2026-08-31", 6, "2027-02-28"),
            ("2027-08-31", 6, "2028-02-29"),
            ("2026-12-01", 25, "2029-01-01"),
        ] {
            assert_eq!(parse(from).map(|date| iso(months_on(date, months))).as_deref(), Some(to), "{from}");
        }
    }

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

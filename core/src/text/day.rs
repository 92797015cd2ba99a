//! Dates as people and spreadsheets write them.

use time::Month;

use crate::date::{self, Date};

/// Reads `2026-11-12`, also with slashes or a time after it, and `12 November 2026`. A date like 12/11/2026 is
/// read in two ways by different people, so it is none.
pub(super) fn read(text: &str) -> Option<Date> {
    let text = text.trim();
    let (day, time) = text.split_once(['T', ' ']).unwrap_or((text, ""));
    if time.is_empty() || time.contains(':') {
        return date::parse(&day.replace('/', "-"));
    }
    let mut words = text.split_whitespace();
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    let month = month.to_ascii_lowercase();
    let named = |number: &u8| {
        Month::try_from(*number).is_ok_and(|known| {
            let known = known.to_string().to_ascii_lowercase();
            known == month || month.len() == 3 && known.starts_with(&month)
        })
    };
    let number = (1..=12).find(named)?;
    if words.next().is_some() {
        return None;
    }
    date::parse(&format!("{year}-{number}-{day}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_and_spreadsheets_write_them() {
        let day = date::parse("2026-11-02");
        for text in
            ["2026-11-02", " 2026/11/2 ", "2 November 2026", "02 Nov 2026", "2026-11-02 09:30", "2026-11-02T09:30:00Z"]
        {
            assert_eq!(read(text), day, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_or_more_than_one_is_refused() {
        for text in [
            "",
            "02/11/2026",
            "2.11.2026",
            "tomorrow",
            "2 Novem 2026",
            "31 June 2026",
            "2 November 2026 or so",
            "2026-11-02 x",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

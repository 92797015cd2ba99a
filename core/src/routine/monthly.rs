//! Time that something takes a month, exact as long as it is reckoned with.

use std::fmt;
use std::iter::Sum;
use std::ops::Add;

/// Months of a year.
const MONTHS: u64 = 12;
/// Minutes of an hour.
const HOUR: u64 = 60;

/// Time a month. It holds whole minutes a year, since a week's share of a month is no whole number of minutes; what is
/// beyond all measure stays at the largest that there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Monthly {
    a_year: u64,
}

impl Monthly {
    /// None.
    pub const NONE: Self = Self { a_year: 0 };

    /// So many minutes each time, so many times a period, of which a year has so many.
    pub fn of(minutes: u32, times: u32, periods_a_year: u32) -> Self {
        let once = u64::from(minutes).saturating_mul(u64::from(times));
        Self { a_year: once.saturating_mul(u64::from(periods_a_year)) }
    }

    /// Whole hours a month.
    pub fn hours(hours: u32) -> Self {
        Self { a_year: u64::from(hours).saturating_mul(HOUR * MONTHS) }
    }

    /// Minutes a year.
    pub const fn minutes_a_year(self) -> u64 {
        self.a_year
    }

    /// Whether it is no time at all.
    pub const fn is_none(self) -> bool {
        self.a_year == 0
    }

    /// What is left when so much is gone; never less than none.
    pub fn less(self, other: Self) -> Self {
        Self { a_year: self.a_year.saturating_sub(other.a_year) }
    }

    /// In how many months it adds up to so many hours, begun ones counted; none where it never does.
    pub fn months_to(self, hours: u32) -> Option<u64> {
        let needed = u64::from(hours) * HOUR * MONTHS;
        (self.a_year > 0).then(|| needed.div_ceil(self.a_year))
    }

    /// Its part of a whole in thousandths, for a picture; none of nothing.
    pub fn thousandths_of(self, whole: Self) -> u64 {
        let whole = u128::from(whole.a_year);
        let part = (u128::from(self.a_year) * 1000).checked_div(whole).unwrap_or(0);
        u64::try_from(part).unwrap_or(u64::MAX)
    }
}

impl Add for Monthly {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { a_year: self.a_year.saturating_add(other.a_year) }
    }
}

impl Sum for Monthly {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::NONE, Add::add)
    }
}

impl fmt::Display for Monthly {
    /// To the nearest tenth of an hour, and below an hour to the nearest minute: "6.5 hours", "50 minutes".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = nearest(self.a_year, MONTHS);
        match (self.a_year, minutes) {
            (0, _) => return f.write_str("0 hours"),
            (_, 0) => return f.write_str("less than a minute"),
            (_, 1) => return f.write_str("1 minute"),
            (_, 2..60) => return write!(f, "{minutes} minutes"),
            _ => {}
        }
        match nearest(self.a_year, HOUR * MONTHS / 10) {
            10 => f.write_str("1 hour"),
            tenths if tenths % 10 == 0 => write!(f, "{} hours", tenths / 10),
            tenths => write!(f, "{}.{} hours", tenths / 10, tenths % 10),
        }
    }
}

/// How often the unit goes into it, to the nearest; halves up.
fn nearest(amount: u64, unit: u64) -> u64 {
    amount / unit + u64::from(amount % unit >= unit.div_ceil(2))
}

//! Names for rows that stay unique without a server: a replica and a counter.
//!
//! A page draws its [`Replica`] at random when it loads and numbers the rows that it makes; two pages can
//! therefore make rows at the same time, and their documents can be merged without renaming anything.

use std::fmt;
use std::str::FromStr;

/// One page load's random name: 40 bits, drawn outside of this crate.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Replica(u64);

impl Replica {
    /// How many random bits a replica holds.
    pub const BITS: u32 = 40;

    /// Takes the low [`Replica::BITS`] bits of `random`.
    pub const fn new(random: u64) -> Self {
        Self(random & ((1 << Self::BITS) - 1))
    }

    /// The bits, in `0..2^40`.
    pub const fn bits(self) -> u64 {
        self.0
    }
}

/// The name of one row: the replica that made it and that replica's count.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    /// Who made the row.
    pub replica: Replica,
    /// That replica's running number, from 0.
    pub counter: u32,
}

/// The name of a link: its checksum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub u32);

/// Crockford's base 32 in lower case: eight digits spell 40 bits, and no two look alike.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in (0..Replica::BITS / 5).rev() {
            let digit = (self.replica.0 >> (place * 5)) & 31;
            write!(f, "{}", char::from(DIGITS[digit as usize]))?;
        }
        write!(f, "-{}", self.counter)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Debug for Replica {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:010x}", self.0)
    }
}

/// The text is not an id: eight digits of base 32, a hyphen and a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidId;

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id is eight letters or digits, a hyphen and a number, like 3f9k2m7q-12")
    }
}

impl std::error::Error for InvalidId {}

impl FromStr for Id {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let (replica, counter) = text.split_once('-').ok_or(InvalidId)?;
        if replica.len() != (Replica::BITS / 5) as usize {
            return Err(InvalidId);
        }
        let mut bits = 0;
        for byte in replica.bytes() {
            let digit = DIGITS.iter().position(|&digit| digit == byte).ok_or(InvalidId)?;
            bits = bits << 5 | digit as u64;
        }
        // One spelling an id, so that equal ids are equal texts.
        if counter.len() > 1 && counter.starts_with('0') || counter.starts_with('+') {
            return Err(InvalidId);
        }
        let counter = counter.parse().map_err(|_| InvalidId)?;
        Ok(Self { replica: Replica::new(bits), counter })
    }
}

/// Hands out the ids of one replica.
#[derive(Debug)]
pub struct Ids {
    replica: Replica,
    next: u32,
}

impl Ids {
    /// Starts counting for a fresh replica.
    pub const fn new(replica: Replica) -> Self {
        Self { replica, next: 0 }
    }

    /// The next unused id of this replica, as whichever kind is asked for.
    pub fn fresh<T: From<Id>>(&mut self) -> T {
        let id = Id { replica: self.replica, counter: self.next };
        self.next = self.next.wrapping_add(1);
        T::from(id)
    }
}

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident),*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Id);

        impl From<Id> for $name {
            fn from(id: Id) -> Self {
                Self(id)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                text.parse().map(Self)
            }
        }
    )*};
}

typed_ids! {
    /// The id of a division.
    DivisionId,
    /// The id of a value.
    ValueId,
    /// The id of a request.
    RequestId,
    /// The id of a rater.
    RaterId,
    /// The id of an output.
    OutputId,
    /// The id of a customer.
    CustomerId,
    /// The id of a lane.
    LaneId,
    /// The id of a routine task.
    RoutineId,
    /// The id of a snapshot.
    SnapshotId,
    /// The id of a talk.
    TalkId,
    /// The id of a point of a talk.
    PointId
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_id_reads_back_as_it_was_written(bits: u64, counter: u32) {
            let id = Id { replica: Replica::new(bits), counter };
            prop_assert_eq!(id.to_string().parse(), Ok(id));
        }

        #[test]
        fn any_text_is_an_id_or_refused(text in "\\PC{0,16}") {
            if let Ok(id) = text.parse::<Id>() {
                prop_assert_eq!(id.to_string(), text);
            }
        }
    }
}

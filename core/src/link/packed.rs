//! Digits of any bases in as few bytes as they can take, equally likely ones at least: as one large number.
//!
//! Deflate is at a loss with bytes that look random, and more so among words: these stand beside what it compresses.

use super::LinkError;
use super::frame::MAX_CHARACTERS;

/// What the longest link can spell.
const MAX_LINK_BYTES: usize = MAX_CHARACTERS / 4 * 3;

/// Digits to write, each with its base.
#[derive(Default)]
pub(super) struct Digits(Vec<(u32, u32)>);

impl Digits {
    /// Adds a digit in `0..base`.
    pub fn push(&mut self, digit: u32, base: u32) {
        self.0.push((digit, base));
    }

    /// The number that holds them, low byte first; `None` where it would not fit into a link. Each digit goes over the
    /// whole number, so one that grows too long is given up at once.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        let mut bytes: Vec<u8> = Vec::new();
        for &(digit, base) in self.0.iter().rev() {
            let mut carry = digit;
            for byte in &mut bytes {
                carry += u32::from(*byte) * base;
                *byte = carry.to_le_bytes()[0];
                carry >>= 8;
            }
            while carry > 0 {
                bytes.push(carry.to_le_bytes()[0]);
                carry >>= 8;
            }
            if bytes.len() > MAX_LINK_BYTES {
                return None;
            }
        }
        Some(bytes)
    }
}

/// A number to take digits from.
pub(super) struct Number(Vec<u8>);

impl Number {
    /// The number of these bytes, low byte first.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// Takes the next digit.
    pub fn digit(&mut self, base: u32) -> Result<u32, LinkError> {
        let mut rest = 0;
        for byte in self.0.iter_mut().rev() {
            let part = rest << 8 | u32::from(*byte);
            *byte = u8::try_from(part / base).map_err(|_| LinkError::Malformed)?;
            rest = part % base;
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        Ok(rest)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_no_link_can_hold_is_not_spelt() {
        let mut digits = Digits::default();
        (0..8 * MAX_LINK_BYTES).for_each(|_| digits.push(1, 2));
        assert_eq!(digits.bytes().unwrap(), vec![0xff; MAX_LINK_BYTES]);
        digits.push(1, 2);
        assert_eq!(digits.bytes(), None);
    }
}

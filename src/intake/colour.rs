//! A colour, as `#rrggbb`, and whether it can be seen on paper, light and dark.

use std::fmt;
use std::str::FromStr;

/// A colour by its three parts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Colour([u8; 3]);

/// A text that is no colour in its one spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a colour such as #0b5394")]
pub struct NotAColour;

/// The papers of the pages, light and dark.
const PAPERS: [Colour; 2] = [Colour([0xff, 0xff, 0xff]), Colour([0x10, 0x16, 0x1d])];
/// The least contrast with either, in hundredths. It is low, for every shape of such a colour has an outline and a text.
const CONTRAST_MIN: u64 = 125;
/// The luminance of white. WCAG 2.2 adds a twentieth of it for the light of the room.
const WHITE: u64 = 1_000_000;

impl Colour {
    /// Whether it is nearly the paper of the pages, light or dark: then a shape of it is not seen.
    pub fn is_faint(self) -> bool {
        PAPERS.iter().any(|paper| self.contrast(*paper) < CONTRAST_MIN)
    }

    /// The contrast with another colour in hundredths, as WCAG 2.2 defines it.
    pub fn contrast(self, other: Self) -> u64 {
        let [one, other] = [self, other].map(|colour| colour.luminance() + WHITE / 20);
        one.max(other) * 100 / one.min(other)
    }

    /// How bright it is.
    fn luminance(self) -> u64 {
        let [red, green, blue] = self.0.map(linear);
        (red * 2126 + green * 7152 + blue * 722) / 10_000
    }
}

/// A part of sRGB as an amount of light, by a cubic that is within a hundredth of the curve.
fn linear(part: u8) -> u64 {
    let part = u64::from(part) * WHITE / 255;
    let cubic = [305_306, 682_171, 12_523].into_iter().fold(0, |sum, factor| sum * part / WHITE + factor);
    cubic * part / WHITE
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl FromStr for Colour {
    type Err = NotAColour;

    /// Reads `#rrggbb`; digits may be of either case.
    fn from_str(written: &str) -> Result<Self, NotAColour> {
        let digits = written.strip_prefix('#').filter(|digits| digits.len() == 6).ok_or(NotAColour)?;
        let mut parts = [0; 3];
        hex::decode_to_slice(digits, &mut parts).map_err(|_| NotAColour)?;
        Ok(Self(parts))
    }
}

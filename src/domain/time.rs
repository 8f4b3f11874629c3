//! Instants, days and hours. The clock is the caller's: nothing here asks what time it is.

use serde::{Deserialize, Serialize};
use time::{
    Date, Month, OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339, macros::format_description,
};

/// An instant: milliseconds since 1970-01-01T00:00:00Z, up to the end of the year 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Millis(u64);

/// The last millisecond of the year 9999: what RFC 3339 can still write.
const MILLIS_MAX: u64 = 253_402_300_799_999;

/// A day of the civil calendar, years 1 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(Date);

/// Minutes after midnight, 00:00 to 24:00: the hour of a turnout report.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct HourOfDay(u16);

/// Minutes east of UTC, −1440 < m < 1440.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Offset(i16);

/// A text or number that is not such a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotATime {
    /// A text that is no instant.
    #[error("not a time such as 2018-10-28T21:00:00+04:00")]
    Instant,
    /// A number of milliseconds after the year 9999.
    #[error("not a time before the year 10000")]
    Year,
    /// A text that is no day.
    #[error("not a day such as 2018-10-28")]
    Day,
    /// A text that is no hour of a day.
    #[error("not a hour such as 17:00")]
    Hour,
    /// A number of minutes above a day's.
    #[error("not a time of day")]
    Minutes,
    /// A text that is no difference to UTC.
    #[error("not a difference to UTC such as +04:00")]
    Offset,
    /// A difference to UTC of a day's minutes or more.
    #[error("not a difference to UTC")]
    OffsetMinutes,
}

impl Millis {
    /// 1970-01-01T00:00:00Z.
    pub const EPOCH: Self = Self(0);
    /// The last instant that can be named.
    pub const LAST: Self = Self(MILLIS_MAX);

    /// Milliseconds since the epoch.
    pub fn value(self) -> u64 {
        self.0
    }

    /// This instant, later by `ms`; stays at the end of the year 9999.
    #[must_use]
    pub fn plus(self, ms: u64) -> Self {
        Self(self.0.saturating_add(ms).min(MILLIS_MAX))
    }

    /// The instant of `hour` on `day` at `offset`. Before 1970 it is the epoch.
    pub fn at(day: Day, hour: HourOfDay, offset: Offset) -> Self {
        let midnight = i128::from(day.0.midnight().assume_utc().unix_timestamp()) * 1000;
        let local = midnight + (i128::from(hour.0) - i128::from(offset.0)) * 60_000;
        Self(u64::try_from(local).unwrap_or(0).min(MILLIS_MAX))
    }

    /// As a clock at `offset` shows it: `2018-10-28 21:00:00 +04:00`. At the end of the calendar the clock stays at
    /// UTC.
    pub fn on_clock(self, offset: Offset) -> String {
        let shape = format_description!(
            "[year]-[month]-[day] [hour]:[minute]:[second] [offset_hour sign:mandatory]:[offset_minute]"
        );
        self.local(offset).format(shape).expect("a whole date and time has every part of the shape")
    }

    /// This instant on a clock at `offset`; at the end of the calendar, in UTC.
    fn local(self, offset: Offset) -> OffsetDateTime {
        let utc = self.date_time();
        let offset = UtcOffset::from_whole_seconds(i32::from(offset.0) * 60).unwrap_or(UtcOffset::UTC);
        utc.checked_to_offset(offset).unwrap_or(utc)
    }

    fn date_time(self) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * 1_000_000)
            .expect("the constructor keeps instants below the year 10000")
    }
}

impl std::fmt::Display for Millis {
    /// RFC 3339 in UTC with milliseconds: `2018-10-28T17:00:00.000Z`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let shape = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3]Z");
        f.write_str(&self.date_time().format(shape).map_err(|_| std::fmt::Error)?)
    }
}

impl std::str::FromStr for Millis {
    type Err = NotATime;
    /// Reads RFC 3339 with any offset: `2018-10-28T21:00:00+04:00`.
    fn from_str(s: &str) -> Result<Self, NotATime> {
        let wrong = NotATime::Instant;
        let instant = OffsetDateTime::parse(s, &Rfc3339).map_err(|_| wrong)?;
        let ms = instant.unix_timestamp_nanos() / 1_000_000;
        u64::try_from(ms).ok().and_then(|ms| ms.try_into().ok()).ok_or(wrong)
    }
}

impl TryFrom<u64> for Millis {
    type Error = NotATime;
    fn try_from(ms: u64) -> Result<Self, NotATime> {
        if ms <= MILLIS_MAX { Ok(Self(ms)) } else { Err(NotATime::Year) }
    }
}

impl From<Millis> for u64 {
    fn from(instant: Millis) -> u64 {
        instant.0
    }
}

impl Day {
    /// This day, earlier by `days`; stays at the first day of the calendar.
    #[must_use]
    pub fn minus_days(self, days: u16) -> Self {
        Self(self.0.saturating_sub(time::Duration::days(i64::from(days))))
    }

    /// This day, later by `days`; stays at the last day of the calendar.
    #[must_use]
    pub fn plus_days(self, days: u16) -> Self {
        Self(self.0.saturating_add(time::Duration::days(i64::from(days))))
    }

    /// The day on which an instant falls at `offset`.
    pub fn of(instant: Millis, offset: Offset) -> Self {
        Self(instant.local(offset).date())
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), u8::from(self.0.month()), self.0.day())
    }
}

impl std::str::FromStr for Day {
    type Err = NotATime;
    /// Reads `2018-10-28`, and no other spelling.
    fn from_str(s: &str) -> Result<Self, NotATime> {
        let wrong = NotATime::Day;
        let number = |range: std::ops::Range<usize>| s.get(range).and_then(|d| d.parse::<u16>().ok()).ok_or(wrong);
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        let month = u8::try_from(month).ok().and_then(|m| Month::try_from(m).ok()).ok_or(wrong)?;
        let day = u8::try_from(day).map_err(|_| wrong)?;
        let day = Self(Date::from_calendar_date(i32::from(year), month, day).map_err(|_| wrong)?);
        if year > 0 && day.to_string() == s { Ok(day) } else { Err(wrong) }
    }
}

impl HourOfDay {
    /// Midnight at the start of the day.
    pub const MIDNIGHT: Self = Self(0);

    /// The minutes since midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl std::fmt::Display for HourOfDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl std::str::FromStr for HourOfDay {
    type Err = NotATime;
    /// Reads `HH:MM`, up to `24:00`.
    fn from_str(s: &str) -> Result<Self, NotATime> {
        let wrong = NotATime::Hour;
        let number = |range: std::ops::Range<usize>| s.get(range).and_then(|d| d.parse::<u16>().ok()).ok_or(wrong);
        let minutes = number(3..5)?;
        let hour = Self::try_from(number(0..2)?.checked_mul(60).ok_or(wrong)? + minutes).map_err(|_| wrong)?;
        if minutes < 60 && hour.to_string() == s { Ok(hour) } else { Err(wrong) }
    }
}

impl TryFrom<u16> for HourOfDay {
    type Error = NotATime;
    fn try_from(minutes: u16) -> Result<Self, NotATime> {
        if minutes <= 24 * 60 { Ok(Self(minutes)) } else { Err(NotATime::Minutes) }
    }
}

impl From<HourOfDay> for u16 {
    fn from(hour: HourOfDay) -> u16 {
        hour.0
    }
}

impl std::fmt::Display for Offset {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { '-' } else { '+' };
        write!(f, "{sign}{:02}:{:02}", self.0.unsigned_abs() / 60, self.0.unsigned_abs() % 60)
    }
}

impl std::str::FromStr for Offset {
    type Err = NotATime;
    /// Reads `+04:00`.
    fn from_str(s: &str) -> Result<Self, NotATime> {
        let wrong = NotATime::Offset;
        let (sign, rest) = match s.split_at_checked(1) {
            Some(("+", rest)) => (1, rest),
            Some(("-", rest)) => (-1, rest),
            _ => return Err(wrong),
        };
        let minutes = i16::try_from(rest.parse::<HourOfDay>().map_err(|_| wrong)?.0).map_err(|_| wrong)?;
        Self::try_from(sign * minutes).map_err(|_| wrong)
    }
}

impl TryFrom<i16> for Offset {
    type Error = NotATime;
    fn try_from(minutes: i16) -> Result<Self, NotATime> {
        if minutes.unsigned_abs() < 24 * 60 { Ok(Self(minutes)) } else { Err(NotATime::OffsetMinutes) }
    }
}

impl From<Offset> for i16 {
    fn from(offset: Offset) -> i16 {
        offset.0
    }
}

impl TryFrom<String> for Day {
    type Error = NotATime;
    fn try_from(s: String) -> Result<Self, NotATime> {
        s.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> String {
        day.to_string()
    }
}

/// Numbers in the bytes, their usual spelling in drafts.
macro_rules! number_in_bytes_text_for_people {
    ($name:ident($of:ty)) => {
        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                if s.is_human_readable() { s.collect_str(self) } else { <$of>::from(*self).serialize(s) }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let read = if d.is_human_readable() {
                    String::deserialize(d)?.parse()
                } else {
                    Self::try_from(<$of>::deserialize(d)?)
                };
                read.map_err(serde::de::Error::custom)
            }
        }
    };
}

number_in_bytes_text_for_people!(Millis(u64));
number_in_bytes_text_for_people!(HourOfDay(u16));
number_in_bytes_text_for_people!(Offset(i16));

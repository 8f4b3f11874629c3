//! Who asks: the address of the connection, or the one that a trusted proxy says. What anybody else says of himself
//! changes nothing.
//!
//! A proxy appends the address of whoever asked it at the right of a header. So the hops are read from the right: each
//! that is a trusted proxy says the next one, and the first that is none is who asks. What stands further left was
//! written by him.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::str::FromStr;

use axum::http::HeaderMap;
use axum::http::header::{FORWARDED, HeaderName};

/// A block of addresses, as in `10.0.0.0/8` or `2001:db8::/32`; an address alone is a block of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    address: IpAddr,
    bits: u8,
}

/// A text is no block of addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no block of addresses, such as 10.0.0.0/8 or 2001:db8::/32")]
pub struct NoBlock;

/// In which header the trusted proxies say who asked them. Only one is read: what the proxies do not write, they may
/// hand on from anybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ForwardedIn {
    /// `X-Forwarded-For`, a list of addresses.
    #[default]
    XForwardedFor,
    /// `Forwarded` (RFC 7239).
    Forwarded,
}

/// The proxies that are believed; none, unless somebody names them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trusted {
    /// Where they are.
    pub proxies: Vec<Block>,
    /// Where they say who asked.
    pub header: ForwardedIn,
}

/// Whom a limit counts as one: an IPv4 address, or the first 64 bits of an IPv6 address, which one household has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Prefix(IpAddr);

/// The first 48 bits of an IPv6 address, which one organisation has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Network(Ipv6Addr);

impl Block {
    /// Whether an address is one of these.
    pub fn has(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.address.is_ipv4() == address.is_ipv4() && first_bits(address, self.bits) == self.address
    }
}

impl FromStr for Block {
    type Err = NoBlock;

    fn from_str(text: &str) -> Result<Self, NoBlock> {
        let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let address: IpAddr = address.parse().map_err(|_| NoBlock)?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), |bits| bits.parse().map_err(|_| NoBlock))?;
        // Bits of an address that the block does not count are a slip of somebody's hand.
        let is_exact = bits <= most && first_bits(address, bits) == address;
        if is_exact { Ok(Self { address, bits }) } else { Err(NoBlock) }
    }
}

impl Trusted {
    /// Who asks, of a request that came from `peer`.
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut client = peer.to_canonical();
        let name = match self.header {
            ForwardedIn::XForwardedFor => HeaderName::from_static("x-forwarded-for"),
            ForwardedIn::Forwarded => FORWARDED,
        };
        let lines: Vec<&str> = headers.get_all(name).iter().map(|line| line.to_str().unwrap_or_default()).collect();
        let mut hops = lines.iter().rev().flat_map(|line| line.rsplit(','));
        while self.has(client) {
            // A proxy that does not say who asked it is as far as anybody can see.
            let Some(hop) = hops.next().and_then(|hop| self.said(hop)) else { break };
            client = hop;
        }
        client
    }

    fn has(&self, address: IpAddr) -> bool {
        self.proxies.iter().any(|block| block.has(address))
    }

    /// The address of one hop.
    fn said(&self, hop: &str) -> Option<IpAddr> {
        match self.header {
            ForwardedIn::XForwardedFor => address(hop.trim()),
            ForwardedIn::Forwarded => {
                let pairs = hop.split(';').filter_map(|pair| pair.split_once('='));
                let mut said = pairs.filter(|(name, _)| name.trim().eq_ignore_ascii_case("for"));
                let (_, value) = said.next()?;
                address(value.trim().trim_matches('"'))
            }
        }
    }
}

impl Prefix {
    /// Of an address.
    pub fn of(address: IpAddr) -> Self {
        let address = address.to_canonical();
        Self(first_bits(address, if address.is_ipv4() { 32 } else { 64 }))
    }

    /// The network around an IPv6 address.
    pub fn network(self) -> Option<Network> {
        match first_bits(self.0, 48) {
            IpAddr::V6(network) => Some(Network(network)),
            IpAddr::V4(_) => None,
        }
    }
}

/// As a log tells it: nobody's whole address, the first 24 bits of IPv4 and 48 of IPv6.
impl fmt::Display for Prefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = if self.0.is_ipv4() { 24 } else { 48 };
        write!(f, "{}/{bits}", first_bits(self.0, bits))
    }
}

/// An address, with its port or without it.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    let address = bare.parse::<IpAddr>().or_else(|_| text.parse::<SocketAddr>().map(|socket| socket.ip()));
    address.ok().map(|address| address.to_canonical())
}

/// An address of which only the first bits are left.
fn first_bits(address: IpAddr, bits: u8) -> IpAddr {
    match address {
        IpAddr::V4(address) => {
            let mask = u32::MAX.checked_shl(32_u32.saturating_sub(bits.into())).unwrap_or(0);
            IpAddr::V4((address.to_bits() & mask).into())
        }
        IpAddr::V6(address) => {
            let mask = u128::MAX.checked_shl(128_u32.saturating_sub(bits.into())).unwrap_or(0);
            IpAddr::V6((address.to_bits() & mask).into())
        }
    }
}

//! Choices that this program does not know. In the codec a choice, an enum of Rust, is a number and what the variant
//! carries, and a newer program may know more of them. Serde refuses such a number in a sentence, as it refuses
//! whatever else is wrong, so this deserializer stands around the codec's own and looks at each number before the type
//! does.
//!
//! What was read before the number decoded; what follows it nobody here can read.

use std::cell::Cell;
use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

/// The most variants that a choice has in any version. A larger number was written by no program: the bytes are
/// damaged.
pub const VARIANTS_MAX: u32 = 256;

/// A choice as a newer program made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownChoice {
    /// What is chosen, in the program's words: `Operator`.
    pub of: &'static str,
    /// The number of the variant.
    pub number: u32,
}

/// Where the choice is noted: an error of the codec has no room for it.
#[derive(Debug, Default)]
pub struct Note(Cell<Option<UnknownChoice>>);

impl Note {
    /// Decodes with `seed`, and notes here the choice that was in the way.
    pub fn watch<S>(&self, seed: S) -> Watched<'_, S> {
        Watched { inner: seed, note: self }
    }

    /// The choice that was in the way, if one was.
    pub fn choice(&self) -> Option<UnknownChoice> {
        self.0.get()
    }
}

/// A part of serde's machinery that does what the part inside does, and hands on parts that are watched as well.
#[derive(Debug)]
pub struct Watched<'a, T> {
    inner: T,
    note: &'a Note,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Watched<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.inner.deserialize(self.note.watch(deserializer))
    }
}

/// Methods of a deserializer: the same, with a watched visitor.
macro_rules! deserialize {
    ($($name:ident($($given:ident: $of:ty),*))*) => { $(
        fn $name<V: Visitor<'de>>(self, $($given: $of,)* visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$name($($given,)* self.note.watch(visitor))
        }
    )* };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Watched<'_, D> {
    type Error = D::Error;

    deserialize! {
        deserialize_any() deserialize_bool() deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64()
        deserialize_u8() deserialize_u16() deserialize_u32() deserialize_u64() deserialize_f32() deserialize_f64()
        deserialize_char() deserialize_str() deserialize_string() deserialize_bytes() deserialize_byte_buf()
        deserialize_option() deserialize_unit() deserialize_unit_struct(name: &'static str)
        deserialize_newtype_struct(name: &'static str) deserialize_seq() deserialize_tuple(len: usize)
        deserialize_tuple_struct(name: &'static str, len: usize) deserialize_map()
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
        deserialize_identifier() deserialize_ignored_any()
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let choosing = Choosing { inner: visitor, of: name, known: variants.len(), note: self.note };
        self.inner.deserialize_enum(name, variants, choosing)
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

/// Methods of a visitor that take a value: the same.
macro_rules! visit {
    ($($name:ident($of:ty))*) => { $(
        fn $name<E: Error>(self, value: $of) -> Result<V::Value, E> {
            self.inner.$name(value)
        }
    )* };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Watched<'_, V> {
    type Value = V::Value;

    visit! {
        visit_bool(bool) visit_i8(i8) visit_i16(i16) visit_i32(i32) visit_i64(i64) visit_u8(u8) visit_u16(u16)
        visit_u32(u32) visit_u64(u64) visit_char(char) visit_str(&str) visit_borrowed_str(&'de str) visit_string(String)
        visit_bytes(&[u8]) visit_borrowed_bytes(&'de [u8]) visit_byte_buf(Vec<u8>)
    }

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.inner.visit_some(self.note.watch(deserializer))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.inner.visit_newtype_struct(self.note.watch(deserializer))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        self.inner.visit_seq(self.note.watch(access))
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        self.inner.visit_map(self.note.watch(access))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Watched<'_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.inner.next_element_seed(self.note.watch(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Watched<'_, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.inner.next_key_seed(self.note.watch(seed))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.inner.next_value_seed(self.note.watch(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Watched<'_, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.inner.unit_variant()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        self.inner.newtype_variant_seed(self.note.watch(seed))
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, A::Error> {
        self.inner.tuple_variant(len, self.note.watch(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.inner.struct_variant(fields, self.note.watch(visitor))
    }
}

/// A choice that is being read: the visitor of an enum, then the access to its variant, then the seed of its number.
struct Choosing<'a, T> {
    inner: T,
    of: &'static str,
    known: usize,
    note: &'a Note,
}

impl<'a, T> Choosing<'a, T> {
    fn with<U>(&self, inner: U) -> Choosing<'a, U> {
        Choosing { inner, of: self.of, known: self.known, note: self.note }
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Choosing<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        let access = self.with(access);
        self.inner.visit_enum(access)
    }
}

impl<'de, 'a, A: EnumAccess<'de>> EnumAccess<'de> for Choosing<'a, A> {
    type Error = A::Error;
    type Variant = Watched<'a, A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self::Variant), A::Error> {
        let seed = self.with(seed);
        let (value, variant) = self.inner.variant_seed(seed)?;
        Ok((value, self.note.watch(variant)))
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Choosing<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        let number = u32::deserialize(deserializer)?;
        if number < VARIANTS_MAX && number as usize >= self.known {
            self.note.0.set(Some(UnknownChoice { of: self.of, number }));
            return Err(D::Error::custom("a choice that this program does not know"));
        }
        self.inner.deserialize(number.into_deserializer())
    }
}

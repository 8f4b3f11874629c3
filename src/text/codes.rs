//! Which codes there are to explain. A language has a constant of each code's name in its file of the code's family.

use super::Explanation;

/// Binds each code to the sentences of its name. No wildcard: a code without sentences does not compile.
macro_rules! explained {
    ($code:ident) => {
        explained! { $code;
            findings: T1 T2 S1 S2 S3 S4 O1 O2 C1 C2 D1 D2;
            refusals: R1 R2 R3 R4 R5 R6 R7 R8 R9 R10 R11 R12 R13 R14 R15 R16 R17 R18 R19 R20 R21 R22 R23 R24 R25 R26
                R27 R28 R29 R30 R31 R32 R33 R34 R35 R36 R37 R38 R39;
            verification: V1 V2 V3 V4 V5 V6 V7 V8 V9 V10 V11 V12 V13 V14 V15 V16 V17 V18 V19 V20
                V21 V22 V23 V24 V25 V26 V27;
            usage: U1 U2 U3 U4 U5 U6 U7 U8 U9 U10 U11 U12 U13;
        }
    };
    ($code:ident; $($family:ident: $($name:ident)*;)*) => {
        match $code { $($(Code::$name => $family::$name,)*)* }
    };
}

/// A pair of sentences.
pub const fn pair(what: &'static str, act: &'static str) -> Explanation {
    Explanation { what, act }
}

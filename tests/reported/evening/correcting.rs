//! What a correction and a certification must say.

//! A commission's evening: signing, correcting, reading, founding.

mod correcting;
mod elsewhere;
mod founding;
mod reading;
mod signing;
mod tables;
mod together;

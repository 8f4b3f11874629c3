//! Places: terminals, systems, pipes, spreadsheets.

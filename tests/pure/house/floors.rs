//! The floors: who may look at whom, and whether what is written about it is true.

use std::collections::BTreeMap;

use super::imports::Library;

/// The rooms, each with the floor that it stands on.
pub type Floors = [(&'static str, u8)];

/// Every file that names a room which does not stand on a lower floor.
pub fn looking_up(library: &Library, floors: &Floors) -> Vec<String> {
    let floors: BTreeMap<_, _> = floors.iter().copied().collect();
    let mut wrong = Vec::new();
    for (file, named) in library.rooms_named() {
        let room = room(file);
        let (Some(floor), Some(other)) = (floors.get(room), floors.get(named)) else { continue };
        if room != named && other >= floor {
            wrong.push(format!("{file}: {room}, on floor {floor}, looks up at {named}, on floor {other}"));
        }
    }
    wrong
}

/// Every room whose own file does not begin with its floor: `//! Floor 2: …`.
pub fn misnumbered<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>, floors: &Floors) -> Vec<String> {
    let files: BTreeMap<_, _> = files.into_iter().collect();
    let is_right = |room: &str, floor: u8| {
        let names = [format!("{room}/mod.rs"), format!("{room}.rs")];
        let begins = format!("//! Floor {floor}: ");
        names.iter().filter_map(|name| files.get(name.as_str())).any(|text| text.starts_with(&begins))
    };
    let wrong = floors.iter().filter(|(room, floor)| !is_right(room, *floor));
    wrong.map(|(room, floor)| format!("{room}: its file does not begin with \"//! Floor {floor}: \"")).collect()
}

/// What is wrong in a drawing of the floors: lines of rooms, the highest floor first, each with or without its number.
pub fn misdrawn(drawing: &str, floors: &Floors) -> Vec<String> {
    let floors: BTreeMap<_, _> = floors.iter().copied().collect();
    let (mut wrong, mut seen, mut above) = (Vec::new(), Vec::new(), u8::MAX);
    for line in drawing.lines() {
        let line = line.trim_start_matches("//!").trim();
        let (stated, rest) = numbered(line);
        let rooms: Vec<_> = rest.split_whitespace().take_while(|word| floors.contains_key(word)).collect();
        for room in &rooms {
            let floor = floors[room];
            if stated.unwrap_or(floor) != floor || floor >= above || floors[rooms[0]] != floor {
                wrong.push(format!("{room} stands on floor {floor}, and not where it is drawn: {line}"));
            }
        }
        above = rooms.first().map_or(above, |room| floors[room]);
        seen.extend(rooms);
    }
    let missing = floors.keys().filter(|room| seen.iter().filter(|drawn| drawn == room).count() != 1);
    wrong.extend(missing.map(|room| format!("{room} is drawn not once")));
    wrong
}

/// The number of a line that begins with `floor 3`, and what follows it.
fn numbered(line: &str) -> (Option<u8>, &str) {
    let after = line.strip_prefix("floor ").and_then(|rest| rest.split_once(' '));
    after.map_or((None, line), |(number, rest)| (number.parse().ok(), rest))
}

/// The room of a file.
pub fn room(file: &str) -> &str {
    file.split('/').next().unwrap_or(file).trim_end_matches(".rs")
}

//! Circles: files that name each other, so that none can be read before the other.

use std::collections::{BTreeMap, BTreeSet};

use super::imports::Library;

/// Every circle among the files of one room, one for each knot: the files on it, in the order in which they name each
/// other.
pub fn circles(library: &Library) -> Vec<Vec<String>> {
    let graph = library.graph();
    let room = |file: &str| file.split('/').next().unwrap_or(file).to_owned();
    let left = graph
        .iter()
        .map(|(file, named)| (*file, named.iter().copied().filter(|other| room(other) == room(file)).collect()))
        .collect();
    knots(left)
}

/// One circle for each knot of what names each other.
fn knots(mut left: BTreeMap<&str, BTreeSet<&str>>) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    loop {
        peel(&mut left);
        let Some(first) = left.keys().next() else { return found };
        let circle = walk(&left, first);
        // One circle is told; what is left of the knot without its first file is looked at again.
        left.remove(circle[0].as_str());
        found.push(circle);
    }
}

/// The circles among the folders below one folder: a folder stands for whatever is in it, and files beside the folders
/// for nobody.
pub fn among_folders(library: &Library, below: &str) -> Vec<Vec<String>> {
    let folder = |file: &str| file.strip_prefix(below)?.split_once('/').map(|(folder, _)| folder.to_owned());
    let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, others) in library.graph() {
        let Some(here) = folder(file) else { continue };
        let others = others.into_iter().filter_map(folder).filter(|other| *other != here);
        named.entry(here.clone()).or_default().extend(others);
    }
    let left = named.iter().map(|(here, others)| (here.as_str(), others.iter().map(String::as_str).collect()));
    knots(left.collect())
}

/// Takes away, until there is none, every file that names nothing that is left.
fn peel(left: &mut BTreeMap<&str, BTreeSet<&str>>) {
    loop {
        let still: BTreeSet<&str> = left.keys().copied().collect();
        left.retain(|_, named| named.iter().any(|other| still.contains(other)));
        if left.len() == still.len() {
            return;
        }
    }
}

/// From file to file until one comes again: where every file names one that is left, it must.
fn walk(left: &BTreeMap<&str, BTreeSet<&str>>, first: &str) -> Vec<String> {
    let mut way = vec![first];
    loop {
        let here = way[way.len() - 1];
        let next = left[here].iter().find(|other| left.contains_key(**other)).expect("each names one that is left");
        if let Some(at) = way.iter().position(|before| before == next) {
            return way[at..].iter().map(|file| (*file).to_owned()).collect();
        }
        way.push(next);
    }
}

//! Tars in which one name was two files, or one file had two names.

use std::fs::File;

use tar::{Builder, EntryType, Header};

use crate::kit::program::Machine;
use crate::office::own_office;

/// A tar of the published folder, with one entry before all others, under whatever name and of whatever kind.
fn packed(machine: &Machine, file: &str, kind: EntryType, name: &str, bytes: &[u8]) {
    let mut tar = Builder::new(File::create(machine.path(file)).expect("it can be made"));
    let mut header = Header::new_ustar();
    header.set_entry_type(kind);
    header.set_size(bytes.len() as u64);
    header.set_mode(0o644);
    // As bytes: the library's own way refuses the names that are tried here.
    header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
    if matches!(kind, EntryType::Symlink | EntryType::Link) {
        header.set_link_name("manifest.toml").expect("a short name");
    }
    header.set_cksum();
    tar.append(&header, bytes).expect("it can be written");
    tar.append_dir_all("", machine.path("published")).expect("a folder");
    tar.finish().expect("it can be written");
}

#[test]
fn what_is_neither_file_nor_folder_or_has_no_plain_name_is_refused() {
    let machine = own_office();
    let forged = b"forged\n";
    for (kind, name, bytes) in [
        (EntryType::Symlink, "checkpoint", &b""[..]),
        (EntryType::Link, "other", b""),
        (EntryType::Char, "null", b""),
        (EntryType::Fifo, "pipe", b""),
        (EntryType::Continuous, "contiguous", b""),
        (EntryType::Regular, ".//checkpoint", forged),
        (EntryType::Regular, "a/../checkpoint", forged),
        (EntryType::Regular, "./checkpoint", forged),
        (EntryType::Regular, "/checkpoint", forged),
        (EntryType::Regular, "../checkpoint", forged),
        (EntryType::Regular, "a/./b", forged),
        (EntryType::Regular, "a\\b", forged),
        (EntryType::Regular, "a\nb", forged),
        (EntryType::Regular, "tile", forged),
        (EntryType::Directory, "checkpoint", b""),
        (EntryType::Directory, "../", b""),
    ] {
        packed(&machine, "odd.tar", kind, name, bytes);
        let error = machine.fails("verify odd.tar", 3);
        assert_eq!(error["code"], "U3", "{kind:?} {name}: {error}");
    }
    // What many programs write is plain.
    packed(&machine, "plain.tar", EntryType::Directory, "./", b"");
    machine.ok("verify plain.tar");
    packed(&machine, "plain.tar", EntryType::Regular, "./read.me", b"hello");
    machine.ok("verify plain.tar");
}

//! Files that cannot be read or written.

use std::io::{Error, ErrorKind};
use std::path::Path;

use crate::store::error::Doing;
use crate::store::publish::published::TarFlaw;
use crate::text::{self, Lang, Said};

messages! {
    file_exists { file } + remedy;
    file_not_read { file, error };
    file_folder_not_read { file, error };
    file_not_written { file, error };
    file_not_created { file, error };
    file_not_made { file, error };
    file_not_cut { file, error };
    file_not_kept { file, error };
    file_not_locked { file, error };
    file_not_protected { file, error };
    file_not_set_aside { file, error };
    system_not_found;
    system_permission_denied;
    system_already_exists;
    system_is_a_folder;
    system_not_a_folder;
    system_read_only;
    system_full;
    system_too_large;
    system_address_in_use;
    system_address_not_here;
    system_too_slow;
    system_interrupted;
    system_no_memory;
    system_ends_early;
    system_busy;
    system_name_unfit;
    tar_neither_file_nor_folder { name };
    tar_name_unfit { name };
    tar_too_many_files { max };
    tar_cut_off { name };
    tar_twice { name };
    tar_in_file { name };
    file_check_name;
    file_name_a_file;
    file_name_a_folder;
    file_other_name;
    file_make_readable;
    file_make_writable;
    file_free_space;
    file_see_to_disk;
}

/// Something is at the place of a file already.
pub fn exists(lang: Lang, file: &Path) -> Said {
    advise!(lang, file_exists { file: shown(file) })
}

/// The system would not do something with a file.
pub fn io(lang: Lang, doing: Doing, file: &Path, error: &Error) -> Said {
    Said { says: failed(lang, doing, file, error), remedy: what_to_do(lang, doing, error.kind()).to_owned().into() }
}

fn failed(lang: Lang, doing: Doing, file: &Path, error: &Error) -> String {
    let (file, error) = (shown(file), system(lang, error));
    match doing {
        Doing::Read => say!(lang, file_not_read { file, error }),
        Doing::ReadFolder => say!(lang, file_folder_not_read { file, error }),
        Doing::Write => say!(lang, file_not_written { file, error }),
        Doing::Create => say!(lang, file_not_created { file, error }),
        Doing::Make => say!(lang, file_not_made { file, error }),
        Doing::Cut => say!(lang, file_not_cut { file, error }),
        Doing::Keep => say!(lang, file_not_kept { file, error }),
        Doing::Lock => say!(lang, file_not_locked { file, error }),
        Doing::Protect => say!(lang, file_not_protected { file, error }),
        Doing::SetAside => say!(lang, file_not_set_aside { file, error }),
    }
}

/// What the system says, in the language's words where they are known, and else marked as its own; of a tar, what is
/// wrong with it.
pub fn system(lang: Lang, error: &Error) -> String {
    if let Some(inner) = error.get_ref() {
        let flaw = inner.downcast_ref().map(|flaw| tar(lang, flaw));
        return flaw.unwrap_or_else(|| text::in_english(lang, &error.to_string()));
    }
    let known = match error.kind() {
        ErrorKind::NotFound => say!(lang, system_not_found),
        ErrorKind::PermissionDenied => say!(lang, system_permission_denied),
        ErrorKind::AlreadyExists => say!(lang, system_already_exists),
        ErrorKind::IsADirectory => say!(lang, system_is_a_folder),
        ErrorKind::NotADirectory => say!(lang, system_not_a_folder),
        ErrorKind::ReadOnlyFilesystem => say!(lang, system_read_only),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => say!(lang, system_full),
        ErrorKind::FileTooLarge => say!(lang, system_too_large),
        ErrorKind::AddrInUse => say!(lang, system_address_in_use),
        ErrorKind::AddrNotAvailable => say!(lang, system_address_not_here),
        ErrorKind::TimedOut => say!(lang, system_too_slow),
        ErrorKind::Interrupted => say!(lang, system_interrupted),
        ErrorKind::OutOfMemory => say!(lang, system_no_memory),
        ErrorKind::UnexpectedEof => say!(lang, system_ends_early),
        ErrorKind::ResourceBusy | ErrorKind::WouldBlock => say!(lang, system_busy),
        ErrorKind::InvalidFilename => say!(lang, system_name_unfit),
        _ => return text::system_says(lang, &error.to_string()),
    };
    known.to_owned()
}

/// Why no log is taken from a tar.
fn tar(lang: Lang, flaw: &TarFlaw) -> String {
    let quoted = |name: &str| format!("{name:?}");
    match flaw {
        TarFlaw::NeitherFileNorFolder(name) => say!(lang, tar_neither_file_nor_folder { name: quoted(name) }),
        TarFlaw::NameUnfit(name) => say!(lang, tar_name_unfit { name: quoted(name) }),
        TarFlaw::TooManyFiles(max) => say!(lang, tar_too_many_files { max: *max }),
        TarFlaw::CutOff(name) => say!(lang, tar_cut_off { name: quoted(name) }),
        TarFlaw::Twice(name) => say!(lang, tar_twice { name: quoted(name) }),
        TarFlaw::InFile(name) => say!(lang, tar_in_file { name: quoted(name) }),
    }
}

fn what_to_do(lang: Lang, doing: Doing, kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::NotFound => say!(lang, file_check_name),
        ErrorKind::IsADirectory => say!(lang, file_name_a_file),
        ErrorKind::NotADirectory => say!(lang, file_name_a_folder),
        ErrorKind::AlreadyExists => say!(lang, file_other_name),
        ErrorKind::PermissionDenied if matches!(doing, Doing::Read | Doing::ReadFolder) => {
            say!(lang, file_make_readable)
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => say!(lang, file_make_writable),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => say!(lang, file_free_space),
        _ => say!(lang, file_see_to_disk),
    }
}

fn shown(file: &Path) -> String {
    file.display().to_string()
}

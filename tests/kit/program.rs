//! The real program, run as people run it: in a folder of its own, without a terminal.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The exit codes that the contract names.
pub const EXITS: [i32; 12] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12];

/// A machine of its own: a folder that nobody else works in, gone when dropped.
#[derive(Debug)]
pub struct Machine(TempDir, Environment);

/// What the program finds in its environment besides what the tests have in theirs.
pub type Environment = Vec<(&'static str, String)>;

/// What became of a run.
#[derive(Debug)]
pub struct Done {
    /// What was typed.
    pub typed: String,
    /// The exit code.
    pub exit: i32,
    /// The result.
    pub out: String,
    /// The talk.
    pub err: String,
}

impl Machine {
    pub fn new() -> Self {
        Self(TempDir::new().expect("the tests may write where temporary files go"), Vec::new())
    }

    /// The same machine, with an environment.
    pub fn knowing(self, environment: &Environment) -> Self {
        Self(self.0, environment.clone())
    }

    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.folder().join(file)
    }

    /// A path below this folder as it is named from here.
    pub fn relative(&self, path: &Path) -> PathBuf {
        path.strip_prefix(self.folder()).expect("it lies in the machine's folder").to_owned()
    }

    pub fn has(&self, file: &str) -> bool {
        self.path(file).exists()
    }

    pub fn read(&self, file: &str) -> Vec<u8> {
        fs::read(self.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    pub fn text(&self, file: &str) -> String {
        String::from_utf8(self.read(file)).expect("a text")
    }

    pub fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().expect("it lies in the machine's folder")).expect("a folder");
        fs::write(path, bytes).unwrap_or_else(|error| panic!("{file}: {error}"));
    }

    /// Hands a file over to another machine, as on a stick.
    pub fn hand(&self, file: &str, other: &Self) {
        other.write(file, self.read(file));
    }

    /// The program in this folder, with what is typed after its name. Words are separated by one space.
    pub fn command(&self, typed: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_protokol"));
        command.args(typed.split(' ')).current_dir(self.folder()).stdin(Stdio::null());
        command.envs(self.1.iter().map(|(name, value)| (*name, value)));
        command
    }

    /// Runs it to its end. Whatever was typed, it must not panic, and its exit code must be one of the contract's.
    pub fn run(&self, typed: &str) -> Done {
        Self::done(typed, &mut self.command(typed))
    }

    /// Runs a command that was made ready, as [`run`](Self::run) does.
    pub fn done(typed: &str, command: &mut Command) -> Done {
        let done = command.output().expect("the program starts");
        Done {
            typed: typed.to_owned(),
            exit: done.status.code().unwrap_or_else(|| panic!("`{typed}` was ended by a signal")),
            out: String::from_utf8(done.stdout).expect("results are UTF-8"),
            err: String::from_utf8(done.stderr).expect("talk is UTF-8"),
        }
        .proved()
    }

    /// Runs it, and it must be done.
    pub fn ok(&self, typed: &str) -> Done {
        self.run(typed).exits(0)
    }

    /// Runs it with `--json`, and it must be done.
    pub fn json(&self, typed: &str) -> Value {
        self.ok(&format!("{typed} --json")).json()
    }

    /// Runs it with `--json`, and it must fail with this exit code: the error, complete.
    pub fn fails(&self, typed: &str, exit: i32) -> Value {
        self.run(&format!("{typed} --json")).exits(exit).error()
    }

    /// Starts it; results and talk go nowhere.
    pub fn start(&self, typed: &str) -> Child {
        self.command(typed).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts")
    }

    /// Every file below the folder with its bytes, to see whether anything was touched.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        files(self.folder())
    }
}

impl Done {
    fn proved(self) -> Self {
        assert!(!self.err.contains("panicked") && self.exit != 101, "{self}");
        assert!(EXITS.contains(&self.exit), "{self}");
        self
    }

    pub fn exits(self, exit: i32) -> Self {
        assert_eq!(self.exit, exit, "{self}");
        self
    }

    /// The one object of the result.
    pub fn json(&self) -> Value {
        serde_json::from_str(self.out.trim_end()).unwrap_or_else(|error| panic!("{error} in {self}"))
    }

    /// The error of the result: with a code, with what is wrong, and with what to do.
    pub fn error(&self) -> Value {
        let error = self.json()["error"].clone();
        for key in ["code", "says", "do"] {
            assert!(error[key].as_str().is_some_and(|text| !text.is_empty()), "no {key} in {self}");
        }
        error
    }

    pub fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e} in {self}"))).collect()
    }
}

impl std::fmt::Display for Done {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}` exited with {}\n{}\n{}", self.typed, self.exit, self.out, self.err)
    }
}

/// Every file below a folder with its bytes.
pub fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).expect("a file"));
        }
    }
    found
}

/// Copies a folder with everything below it.
pub fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let target = to.join(path.strip_prefix(from).expect("it lies below"));
        fs::create_dir_all(target.parent().expect("it has a folder")).expect("a folder");
        fs::write(target, bytes).expect("a file");
    }
}

/// Every envelope of a ledger's journal, whichever frames they lie in.
pub fn envelopes(ledger: &Path) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for bytes in files(&ledger.join("journal")).into_values() {
        let mut rest = &bytes[..];
        while !rest.is_empty() {
            let frame = protokol::ledger::files::frame::decode(rest).expect("a whole frame");
            rest = &rest[frame.bytes..];
            all.extend(frame.envelopes);
        }
    }
    all
}

/// A file system in memory, of a few kilobytes or for reading only; gone when dropped.
#[derive(Debug)]
pub struct Disk(PathBuf);

impl Disk {
    /// Mounts one at a folder that exists. None where this system does not let us, and that is said.
    pub fn mount(at: &Path, kilobytes: u32) -> Option<Self> {
        let size = format!("size={kilobytes}k");
        if quiet("mount", &["-t", "tmpfs", "-o", &size, "tmpfs", &at.display().to_string()]) {
            return Some(Self(at.to_owned()));
        }
        eprintln!("SKIPPED: no file system can be mounted here (that takes root)");
        None
    }

    /// From now on it can only be read.
    pub fn protect(&self) {
        assert!(quiet("mount", &["-o", "remount,ro", &self.0.display().to_string()]), "what is mounted is remounted");
    }

    /// Leaves no room at all.
    pub fn fill(&self) {
        let mut file = File::create(self.0.join("filling")).expect("there is room for a name");
        let written = std::io::copy(&mut std::io::repeat(0), &mut file);
        assert!(written.is_err(), "it is full at some time");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        quiet("umount", &[&self.0.display().to_string()]);
    }
}

/// Runs another program without a word; says whether it was content.
pub fn quiet(program: &str, arguments: &[&str]) -> bool {
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

/// Fills in a draft: the value of each key that stands there, wherever it stands.
pub fn filled(draft: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::new();
    let mut left: Vec<_> = values.to_vec();
    for line in draft.lines() {
        let key = line.split_once('=').map_or("", |(key, _)| key.trim());
        match left.iter().position(|(name, _)| *name == key) {
            Some(at) => text.push_str(&format!("{key} = {}\n", left.remove(at).1)),
            None => text.push_str(&format!("{line}\n")),
        }
    }
    assert!(left.is_empty(), "no {left:?} in\n{draft}");
    text
}

//! git as a log: a batch is a commit, signed with an SSH key, and every event a file in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::event::Event;
use crate::peer::{Peer, Setting, taken};

pub const NAME: &str = "git";

/// Objects and references are synced, a commit's objects with one flush; nothing is packed between commits.
const CONFIG: [(&str, &str); 10] = [
    ("user.name", "server"),
    ("user.email", "server@example.org"),
    ("gpg.format", "ssh"),
    ("commit.gpgSign", "true"),
    ("core.fsync", "committed,loose-object,reference"),
    ("core.fsyncMethod", "batch"),
    ("gc.auto", "0"),
    ("maintenance.auto", "false"),
    ("commit.status", "false"),
    ("advice.detachedHead", "false"),
];
/// Verifiers beside each other, as many as this machine has cores.
const VERIFIERS: usize = 2;

struct Git {
    folder: PathBuf,
}

pub fn open(_: &Setting, folder: &Path) -> Box<dyn Peer> {
    let git = Git { folder: folder.to_owned() };
    let key = folder.join("key");
    let made = Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(&key).status();
    assert!(made.expect("ssh-keygen").success());
    let public = fs::read_to_string(folder.join("key.pub")).expect("a key");
    let allowed = folder.join("allowed");
    fs::write(&allowed, format!("server@example.org {public}")).expect("a file");
    git.run(&["init", "--quiet", "--initial-branch=main", "log"]);
    for (name, value) in CONFIG {
        git.run(&["-C", "log", "config", name, value]);
    }
    git.run(&["-C", "log", "config", "user.signingKey", &key.to_string_lossy()]);
    git.run(&["-C", "log", "config", "gpg.ssh.allowedSignersFile", &allowed.to_string_lossy()]);
    Box::new(git)
}

impl Git {
    /// git, which reads nobody's settings but those of this folder.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut git = Command::new("git");
        git.args(arguments).current_dir(&self.folder);
        git.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "/dev/null").env("HOME", &self.folder);
        git.stdout(Stdio::null()).stderr(Stdio::null());
        git
    }

    fn run(&self, arguments: &[&str]) {
        assert!(self.command(arguments).status().expect("git").success(), "git {arguments:?}");
    }

    fn objects(&self) -> u64 {
        taken(&self.folder.join("log/.git"))
    }
}

impl Peer for Git {
    fn append(&mut self, events: &[Event]) {
        let mut names = String::new();
        for event in events {
            let (folder, name) = (event.sequence.0 / 256, event.sequence.0 % 256);
            let within = self.folder.join(format!("log/{folder:04}"));
            fs::create_dir_all(&within).expect("a folder");
            fs::write(within.join(format!("{name:03}")), &event.envelope).expect("a file");
            names += &format!("{folder:04}/{name:03}\n");
        }
        fs::write(self.folder.join("names"), names).expect("a file");
        self.run(&["-C", "log", "add", "--pathspec-from-file=../names"]);
        self.run(&["-C", "log", "commit", "--quiet", "--message=events"]);
    }

    fn room(&mut self) -> Vec<(&'static str, u64)> {
        let loose = self.objects();
        self.run(&["-C", "log", "gc", "--quiet"]);
        vec![("packed by git gc", self.objects()), ("before that", loose)]
    }

    fn verify(&mut self) -> usize {
        let mut list = self.command(&["-C", "log", "rev-list", "HEAD"]);
        let listed = list.stdout(Stdio::piped()).output().expect("git").stdout;
        let listed = String::from_utf8(listed).expect("hashes");
        let commits: Vec<_> = listed.lines().collect();
        let verifiers: Vec<_> = commits
            .chunks(commits.len().div_ceil(VERIFIERS))
            .map(|some| self.command(&["-C", "log", "verify-commit"]).args(some).spawn().expect("git"))
            .collect();
        for mut verifier in verifiers {
            assert!(verifier.wait().expect("git").success(), "a commit is not the server's");
        }
        self.run(&["-C", "log", "fsck", "--full", "--strict"]);
        commits.len()
    }
}

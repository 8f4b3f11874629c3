//! SQLite as a log: write-ahead, every commit synced, rows that are chained and signed.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::event::Event;
use crate::peer::{Peer, Setting, taken};
use crate::row::{Chain, READ_AT_ONCE, Reader, Row};

pub const NAME: &str = "SQLite";

const TABLE: &str = "CREATE TABLE log (at INTEGER PRIMARY KEY, event BLOB NOT NULL, before BLOB NOT NULL, \
    signature BLOB NOT NULL) STRICT";

struct Sqlite {
    folder: PathBuf,
    database: Connection,
    chain: Chain,
}

pub fn open(_: &Setting, folder: &Path) -> Box<dyn Peer> {
    let database = Connection::open(folder.join("log.db")).expect("a database");
    let mode: String = database.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).expect("a mode");
    assert_eq!(mode, "wal");
    database.execute_batch("PRAGMA synchronous = FULL").expect("a setting");
    let full: i64 = database.query_row("PRAGMA synchronous", [], |row| row.get(0)).expect("a setting");
    assert_eq!(full, 2, "a commit would not be durable");
    database.execute_batch(TABLE).expect("a table");
    Box::new(Sqlite { folder: folder.to_owned(), database, chain: Chain::default() })
}

impl Peer for Sqlite {
    fn append(&mut self, events: &[Event]) {
        let batch = self.database.transaction().expect("nobody else writes");
        {
            let mut insert = batch.prepare_cached("INSERT INTO log VALUES (?1, ?2, ?3, ?4)").expect("a statement");
            for event in events {
                let (before, signature) = self.chain.link(&event.envelope);
                let at = event.sequence.0.cast_signed();
                insert.execute((at, &event.envelope[..], &before[..], &signature[..])).expect("a row");
            }
        }
        batch.commit().expect("the disk holds");
    }

    fn room(&mut self) -> Vec<(&'static str, u64)> {
        self.database.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("nobody else reads");
        vec![("database", taken(&self.folder))]
    }

    fn verify(&mut self) -> usize {
        let mut reader = Reader::new(self.chain.public());
        let mut select =
            self.database.prepare("SELECT before, event, signature FROM log ORDER BY at").expect("a statement");
        let mut found = select.query([]).expect("rows");
        let mut rows = Vec::new();
        while let Some(row) = found.next().expect("a row") {
            let bytes = |column| row.get_ref(column).expect("a column").as_blob().expect("bytes");
            rows.push(Row::of(bytes(0), bytes(1).to_owned(), bytes(2)));
            if rows.len() == READ_AT_ONCE {
                reader.read(&rows);
                rows.clear();
            }
        }
        reader.read(&rows);
        reader.rows()
    }
}

//! PostgreSQL as a log: a trigger holds the chain, rows are signed by whoever appends. The cluster is the one that
//! `PEERS_POSTGRESQL` names.

use std::path::Path;

use postgres::{Client, NoTls, Statement};

use crate::event::Event;
use crate::peer::{Peer, Setting};
use crate::row::{Chain, READ_AT_ONCE, Reader, Row};

pub const NAME: &str = "PostgreSQL";

const TABLE: &str = include_str!("postgresql.sql");
/// A batch in one round trip.
const INSERT: &str = "INSERT INTO log SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::bytea[], $4::bytea[])";
const SELECT: &str = "SELECT before, event, signature FROM log WHERE at >= $1 ORDER BY at LIMIT $2";

struct Postgresql {
    client: Client,
    insert: Statement,
    chain: Chain,
}

pub fn open(_: &Setting, _: &Path) -> Box<dyn Peer> {
    let cluster = std::env::var("PEERS_POSTGRESQL").expect("PEERS_POSTGRESQL says how the cluster is reached");
    let mut client = Client::connect(&cluster, NoTls).expect("a cluster");
    for setting in ["fsync", "synchronous_commit", "full_page_writes"] {
        let row = client.query_one(&format!("SHOW {setting}"), &[]).expect("a setting");
        assert_eq!(row.get::<_, &str>(0), "on", "{setting}: a commit would not be durable");
    }
    client.batch_execute(TABLE).expect("a table");
    let insert = client.prepare(INSERT).expect("a statement");
    Box::new(Postgresql { client, insert, chain: Chain::default() })
}

impl Peer for Postgresql {
    fn append(&mut self, events: &[Event]) {
        let at: Vec<_> = events.iter().map(|event| event.sequence.0.cast_signed()).collect();
        let bytes: Vec<_> = events.iter().map(|event| &event.envelope[..]).collect();
        let links: Vec<_> = bytes.iter().map(|event| self.chain.link(event)).collect();
        let before: Vec<_> = links.iter().map(|(before, _)| &before[..]).collect();
        let signatures: Vec<_> = links.iter().map(|(_, signature)| &signature[..]).collect();
        let rows = self.client.execute(&self.insert, &[&at, &bytes, &before, &signatures]).expect("the trigger agrees");
        assert_eq!(rows, events.len() as u64);
    }

    fn room(&mut self) -> Vec<(&'static str, u64)> {
        let row = self.client.query_one("SELECT pg_total_relation_size('log')", &[]).expect("a size");
        vec![("table and index", row.get::<_, i64>(0).cast_unsigned())]
    }

    fn verify(&mut self) -> usize {
        let mut reader = Reader::new(self.chain.public());
        let select = self.client.prepare(SELECT).expect("a statement");
        loop {
            let (from, most) = (reader.rows() as i64, READ_AT_ONCE as i64);
            let found = self.client.query(&select, &[&from, &most]).expect("rows");
            let rows: Vec<_> = found.iter().map(|row| Row::of(row.get(0), row.get(1), row.get(2))).collect();
            reader.read(&rows);
            if rows.len() < READ_AT_ONCE {
                return reader.rows();
            }
        }
    }
}

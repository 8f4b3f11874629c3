//! How a replica is named: what an address says and what it may not.

use crate::kit::program::Machine;
use crate::kit::small::SMALL;
use crate::served::founded;

/// What the program says of a replica that it is asked to write with.
fn refused(machine: &Machine, place: &str) -> (String, String) {
    let error = machine.fails(&format!("publish --log-key log.key --replica {place}"), 7);
    (error["code"].to_string(), error.to_string())
}

#[test]
fn an_address_says_where_a_store_is_and_no_more() {
    let machine = founded(&SMALL);
    for place in ["s3://user:hunter2@bucket/x", "az://bucket/x?sig=hunter2", "gs://bucket/x#hunter2"] {
        let (code, error) = refused(&machine, place);
        assert_eq!(code, "\"U27\"", "{place}");
        assert!(error.contains("environment") && !error.contains("hunter2"), "{error}");
        let read = machine.run(&format!("verify {place}"));
        assert!(read.exit != 0 && !read.err.contains("hunter2"), "{read}");
    }
    for place in ["s3:///prefix", "s3://", "gs://bucket//x", "az://bucket/../x", "s3://bucket/a%20b", "s4://bucket/x"] {
        let (code, error) = refused(&machine, place);
        assert_eq!(code, "\"U27\"", "{place}");
        assert!(error.contains("knows no store"), "{error}");
    }
    assert!(!machine.has("ledger/replica"), "nothing is noted");
}

#[test]
#[cfg(not(feature = "replica"))]
fn a_program_that_was_built_without_object_stores_says_so() {
    let machine = founded(&SMALL);
    for place in ["s3://bucket/prefix", "az://container", "gs://bucket/prefix/"] {
        let (code, error) = refused(&machine, place);
        assert_eq!(code, "\"U27\"");
        assert!(error.contains("--features replica"), "{error}");
        assert_eq!(machine.fails(&format!("restore {place} --ledger other"), 7)["code"], "U27");
    }
    assert!(!machine.has("ledger/replica") && !machine.has("other"));
}

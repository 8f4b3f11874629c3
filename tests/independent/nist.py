"""Validates a NIST export against NIST's own schema (JSON Schema draft-04), and sees that the schema refuses a wrong one.

usage: nist.py SCHEMA EXPORT [EXPORT...]
"""

import json
import pathlib
import sys

import jsonschema


def main(schema_file, *exports):
    schema = json.loads(pathlib.Path(schema_file).read_text())
    jsonschema.Draft4Validator.check_schema(schema)
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    if validator.is_valid({"Unheard": "of"}):
        sys.exit(f"{schema_file}: lets anything pass")
    for file in exports:
        report = json.loads(pathlib.Path(file).read_text())
        errors = [f"{error.json_path}: {error.message:.200}" for error in validator.iter_errors(report)]
        if errors:
            sys.exit("\n".join([f"{file}: {len(errors)} errors", *errors[:20]]))
        print(f"ok  {file}")


if __name__ == "__main__":
    main(*sys.argv[1:])

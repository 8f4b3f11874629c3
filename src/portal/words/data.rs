//! What the page of the data says.

use crate::text::Lang;

fixed_lines! {
    /// A line about the data.
    DataWord, data_word {
        Lead => data_lead,
        Files => data_files,
        FilesHow => data_files_how,
        FilesCommand => data_files_command,
        Format => data_format,
        What => data_what,
        Programs => data_programs,
        ProgramsHow => data_programs_how,
        Index => data_index,
        Description => data_description,
        Totals => data_totals,
        Papers => data_papers,
        Changes => data_changes,
        Published => data_published,
        Licence => data_licence,
        // What each form is.
        Csv => data_csv,
        CsvLong => data_csv_long,
        OpenElections => data_openelections,
        DataPackage => data_datapackage,
        Sqlite => data_sqlite,
        Parquet => data_parquet,
        Nist => data_nist,
        NistLog => data_nist_log,
        Ndjson => data_ndjson,
    }
}

messages! {
    data_file_of { size, bytes };
}

impl DataWord {
    /// What a form is, by the name under which it is asked for; none of one that is newer than this list.
    pub fn of_form(name: &str) -> Option<Self> {
        Some(match name {
            "csv" => Self::Csv,
            "csv-long" => Self::CsvLong,
            "openelections" => Self::OpenElections,
            "datapackage" => Self::DataPackage,
            "sqlite" => Self::Sqlite,
            "parquet" => Self::Parquet,
            "nist" => Self::Nist,
            "nist-log" => Self::NistLog,
            "ndjson" => Self::Ndjson,
            _ => return None,
        })
    }
}

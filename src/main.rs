//! The `protokol` program.

fn main() -> std::process::ExitCode {
    protokol::cli::run()
}

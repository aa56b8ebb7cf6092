//! The `kyukan` program; everything is in the library.

use kyukan::cli::{Exit, run};
use mimalloc::MiMalloc;
use std::ffi::OsString;
use std::process::ExitCode;

/// Checking a corporation's month takes and gives back small pieces of memory on all cores at once, on which the system's
/// own allocator spends a large part of the time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    // The panic itself has been printed by then; a script still gets the exit code for a bug.
    std::panic::catch_unwind(|| run(&arguments)).unwrap_or(Exit::Bug).into()
}

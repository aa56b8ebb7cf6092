//! How a benchmark ends that cannot go on.

use std::fmt::Debug;
use std::io::Write as _;
use std::process::exit;

/// What worked; else the fault is told and the process ends.
pub(crate) fn or_exit<T, E: Debug>(result: Result<T, E>) -> T {
    result.unwrap_or_else(|error| {
        // Nobody is left to tell when standard error is gone.
        let _ = writeln!(std::io::stderr(), "{error:?}");
        exit(2)
    })
}

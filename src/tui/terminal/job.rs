//! Stopping the process for a shell (Ctrl-Z).

/// Whether a shell waits to continue the process. Without one, as in a terminal window that runs only this program,
/// a stopped process could never be continued.
pub fn can_suspend() -> bool {
    is_started_by_a_shell()
}

/// Stops the process until it is continued.
#[cfg(unix)]
pub(super) fn stop() -> std::io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
}

/// Other systems do not tell without a call that this package may not make; a shell is what is usual.
#[cfg(not(target_os = "linux"))]
fn is_started_by_a_shell() -> bool {
    cfg!(unix)
}

#[cfg(target_os = "linux")]
fn is_started_by_a_shell() -> bool {
    let stat = |process: &str| std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let own = stat("self");
    let Some([parent, ..]) = family(&own) else { return false };
    is_own_job(&own, &stat(&parent.to_string()))
}

/// A shell with job control gives each job a process group of its own within its session.
#[cfg(target_os = "linux")]
fn is_own_job(own: &str, parent: &str) -> bool {
    match (family(own), family(parent)) {
        (Some([_, own_group, own_session]), Some([_, group, session])) => {
            own_session == session && own_group != group
        }
        _ => false,
    }
}

/// Parent, process group and session in a line of `/proc/../stat`. The name before them may hold anything.
#[cfg(target_os = "linux")]
fn family(stat: &str) -> Option<[i32; 3]> {
    let (_, rest) = stat.rsplit_once(") ")?;
    let mut fields = rest.split(' ').skip(1).map(|field| field.parse().ok());
    Some([fields.next()??, fields.next()??, fields.next()??])
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    const SHELL: &str = "20 (sh) S 10 20 20 34816 200 4194304";

    #[test]
    fn the_family_stands_behind_the_name() {
        assert_eq!(family(SHELL), Some([10, 20, 20]));
        assert_eq!(family("20 (a) b (c) ) T 1 2 3 0"), Some([1, 2, 3]));
        assert_eq!(family("20 (sh) S 10 20"), None);
        assert_eq!(family(""), None);
    }

    #[test]
    fn only_a_job_of_a_shell_can_be_suspended() {
        let cases = [
            ("200 (kyukan) S 20 200 20 34816", SHELL, true),
            // Run by a script: the shell above waits for the script.
            ("200 (kyukan) S 20 20 20 34816", SHELL, false),
            // The only program of a terminal window.
            ("200 (kyukan) S 20 200 200 34816", SHELL, false),
            ("200 (kyukan) S 20 200 20 34816", "", false),
        ];
        for (own, parent, expected) in cases {
            assert_eq!(is_own_job(own, parent), expected, "{own} / {parent}");
        }
    }
}

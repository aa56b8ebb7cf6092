//! Whole files, and new folders with the files the tool makes; nobody else on the computer may read them.

use super::private::{create_file, create_folder};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why something could not be written.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The folder holds something already; nothing is ever written over.
    #[error("{0} is not empty")]
    NotEmpty(PathBuf),
    /// What was written reads back otherwise.
    #[error("{0} reads back otherwise than it was written")]
    ReadsBackOtherwise(PathBuf),
    /// The system refused.
    #[error("{path}: {source}")]
    Io {
        /// What was to be read or written.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
}

impl StoreError {
    pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::Io { path, source }
    }
}

/// Makes the folder `dir` and writes `files` (name, bytes) into it.
///
/// Every file gets its name only when all of it is on the disk: whoever watches the folder, or finds it after a
/// power cut, never takes a half file for a whole one.
///
/// # Errors
/// The folder exists and is not empty, a name is not a plain file name or comes twice, or the system refuses. Files
/// written before the error stay.
pub fn write_new<'a>(dir: &Path, files: impl Iterator<Item = (&'a str, &'a [u8])>) -> Result<(), StoreError> {
    fs::create_dir_all(dir).map_err(StoreError::at(dir))?;
    if fs::read_dir(dir).map_err(StoreError::at(dir))?.next().is_some() {
        return Err(StoreError::NotEmpty(dir.to_owned()));
    }
    for (name, bytes) in files {
        let path = dir.join(name);
        let checked = check_name(name).and_then(|()| check_absent(&path));
        checked.map_err(StoreError::at(&path))?;
        let part = dir.join(format!("{name}.part"));
        write_whole(&part, &path, bytes).map_err(|source| {
            // Best effort: the error that counts is the first one.
            drop(fs::remove_file(&part));
            StoreError::Io { path, source }
        })?;
    }
    sync_folder(dir).map_err(StoreError::at(dir))
}

fn write_whole(part: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(part, path)
}

/// Writes a file that is not there yet, which only this person can read, and reads it back.
///
/// # Errors
/// The file is there already, reads back otherwise, or the system refuses.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    write_compared(path, bytes).map(|_| ())
}

/// Writes a file that is not there yet into a folder, which is made where it is missing; gives its path. Only this person
/// can read them.
///
/// # Errors
/// See [`write_file`].
pub fn write_into(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, StoreError> {
    create_folder(folder).map_err(StoreError::at(folder))?;
    let path = folder.join(name);
    write_file(&path, bytes)?;
    Ok(path)
}

/// Writes a new private file and reads it back; gives the hash of the bytes. What cannot be finished is removed.
pub(super) fn write_compared(path: &Path, bytes: &[u8]) -> Result<blake3::Hash, StoreError> {
    let hash = blake3::hash(bytes);
    let write = || {
        let mut file = create_file(path)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::read(path)
    };
    let outcome = match write() {
        Ok(read) if blake3::hash(&read) == hash => return Ok(hash),
        Ok(_) => StoreError::ReadsBackOtherwise(path.to_owned()),
        // Somebody else's file.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(StoreError::at(path)(error));
        }
        Err(error) => StoreError::at(path)(error),
    };
    // Best effort: the error that counts is the first one.
    drop(fs::remove_file(path));
    Err(outcome)
}

/// Whether a name can be a file's on any system, so that a folder can be moved to another computer: no parts, no
/// characters with a meaning, no devices of Windows, not longer than file systems allow.
pub(super) fn check_name(name: &str) -> io::Result<()> {
    let has_meaning =
        |c: char| c.is_control() || matches!(c, '/' | '\\' | ':' | '<' | '>' | '"' | '|' | '?' | '*');
    let is_cut = name.ends_with(['.', ' ']);
    if name.is_empty() || name.len() > LONGEST_NAME || name.contains(has_meaning) || is_cut || is_device(name)
    {
        Err(io::ErrorKind::InvalidFilename.into())
    } else {
        Ok(())
    }
}

/// Bytes of a name that every common file system takes.
const LONGEST_NAME: usize = 255;

/// Windows opens a device instead of a file of these names, whatever extension follows.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    let is_port = numbered.is_some_and(|rest| {
        let mut chars = rest.chars();
        matches!((chars.next(), chars.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    });
    is_port || matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
}

/// Renaming would silently replace an earlier file.
pub(super) fn check_absent(path: &Path) -> io::Result<()> {
    if fs::exists(path)? { Err(io::ErrorKind::AlreadyExists.into()) } else { Ok(()) }
}

/// The new names are part of the folder, which has to reach the disk as well.
#[cfg(unix)]
pub(super) fn sync_folder(dir: &Path) -> io::Result<()> {
    match File::open(dir)?.sync_all() {
        // Some shares cannot do it.
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Ok(())
        }
        synced => synced,
    }
}

/// Windows does not let a folder be opened for this.
#[cfg(not(unix))]
pub(super) fn sync_folder(dir: &Path) -> io::Result<()> {
    fs::metadata(dir).map(|_| ())
}

/// Makes a folder below `root` that stays after a power cut: each folder above it down from `root` is synced.
pub(super) fn create_folder_synced(root: &Path, folder: &Path) -> io::Result<()> {
    if fs::exists(folder)? {
        return Ok(());
    }
    create_folder(folder)?;
    folder.ancestors().skip(1).take_while(|above| above.starts_with(root)).try_for_each(sync_folder)
}

/// Makes a file one that nobody changes by accident.
#[cfg(unix)]
pub(super) fn make_read_only(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o400))
}

/// Makes a file one that nobody changes by accident.
#[cfg(not(unix))]
pub(super) fn make_read_only(path: &Path) -> io::Result<()> {
    let mut permissions = fs::metadata(path)?.permissions();
    permissions.set_readonly(true);
    fs::set_permissions(path, permissions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_written_and_nothing_else_is_left() {
        let temp = tempfile::tempdir().unwrap();
        let dir = temp.path().join("new/deep");
        let files: [(&str, &[u8]); 2] = [("A.CSV", b"1,2\r\n"), ("予定.CSV", b"")];
        write_new(&dir, files.into_iter()).unwrap();
        let mut names: Vec<_> =
            fs::read_dir(&dir).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        assert_eq!(names, ["A.CSV", "予定.CSV"]);
        assert_eq!(fs::read(dir.join("A.CSV")).unwrap(), b"1,2\r\n");
    }

    #[test]
    fn an_empty_folder_is_taken_and_a_used_one_refused() {
        let temp = tempfile::tempdir().unwrap();
        let files: [(&str, &[u8]); 1] = [("A.CSV", b"new")];
        write_new(temp.path(), files.into_iter()).unwrap();
        fs::write(temp.path().join("A.CSV"), "old").unwrap();
        let error = write_new(temp.path(), files.into_iter()).unwrap_err();
        assert!(matches!(&error, StoreError::NotEmpty(path) if path == temp.path()), "{error}");
        assert_eq!(fs::read(temp.path().join("A.CSV")).unwrap(), b"old");
    }

    #[test]
    fn names_that_leave_the_folder_or_come_twice_are_refused() {
        for names in
            [["../A.CSV", "B"], ["/tmp/A.CSV", "B"], ["a/b", "B"], ["", "B"], ["A", "A"], ["c:x", "B"]]
        {
            let temp = tempfile::tempdir().unwrap();
            let dir = temp.path().join("out");
            let error = write_new(&dir, names.iter().map(|n| (*n, b"x".as_slice()))).unwrap_err();
            assert!(matches!(error, StoreError::Io { .. }), "{names:?}");
            assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 1, "{names:?}");
        }
    }

    #[test]
    fn names_that_some_system_does_not_take_are_refused() {
        for name in [
            "",
            ".",
            "..",
            "a.",
            "a ",
            "a/b",
            "a\\b",
            "c:x",
            "a?",
            "a*",
            "a|b",
            "a\u{1b}b",
            "NUL",
            "con.csv",
            "Com1.CSV",
            "LPT9",
            "COM¹.txt",
            "aux .csv",
            "CONIN$",
        ] {
            assert!(check_name(name).is_err(), "{name:?}");
        }
        assert!(check_name(&"a".repeat(256)).is_err());
        assert!(check_name(&"a".repeat(255)).is_ok());
        for name in
            ["A.CSV", "予定.CSV", "CONTACT.CSV", "COM10.CSV", "COM.CSV", ".hidden", "a b", "a..b", "NULL"]
        {
            assert!(check_name(name).is_ok(), "{name:?}");
        }
    }

    #[test]
    fn a_file_in_the_way_of_another_is_left_alone() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("A");
        assert_eq!(write_compared(&path, b"1").unwrap(), blake3::hash(b"1"));
        let error = write_compared(&path, b"2").unwrap_err();
        assert!(
            matches!(error, StoreError::Io { source, .. } if source.kind() == io::ErrorKind::AlreadyExists)
        );
        assert_eq!(fs::read(&path).unwrap(), b"1");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_kept_is_private() {
        use std::os::unix::fs::PermissionsExt;
        let temp = tempfile::tempdir().unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let folder = temp.path().join("a/b");
        create_folder_synced(temp.path(), &folder).unwrap();
        let file = folder.join("A");
        write_compared(&file, b"1").unwrap();
        assert_eq!([mode(&temp.path().join("a")), mode(&folder), mode(&file)], [0o700, 0o700, 0o600]);
        make_read_only(&file).unwrap();
        assert_eq!(mode(&file), 0o400);
    }

    #[test]
    fn a_file_in_place_of_the_folder_is_an_error() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("file");
        fs::write(&path, "x").unwrap();
        let error = write_new(&path, std::iter::empty()).unwrap_err();
        assert!(matches!(error, StoreError::Io { .. }));
    }
}

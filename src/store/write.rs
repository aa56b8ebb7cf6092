//! New folders with the files the tool makes.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use thiserror::Error;

/// Why a folder could not be written.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The folder holds something already; nothing is ever written over.
    #[error("{0} is not empty")]
    NotEmpty(PathBuf),
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
    fn at(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
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

fn check_name(name: &str) -> io::Result<()> {
    let mut parts = Path::new(name).components();
    let plain = matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None));
    if plain && !name.contains(['/', '\\', ':']) {
        Ok(())
    } else {
        Err(io::ErrorKind::InvalidFilename.into())
    }
}

/// Renaming would silently replace an earlier file.
fn check_absent(path: &Path) -> io::Result<()> {
    if fs::exists(path)? { Err(io::ErrorKind::AlreadyExists.into()) } else { Ok(()) }
}

/// The new names are part of the folder, which has to reach the disk as well.
#[cfg(unix)]
fn sync_folder(dir: &Path) -> io::Result<()> {
    File::open(dir)?.sync_all()
}

/// Windows does not let a folder be opened for this.
#[cfg(not(unix))]
fn sync_folder(dir: &Path) -> io::Result<()> {
    fs::metadata(dir).map(|_| ())
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
    fn a_file_in_place_of_the_folder_is_an_error() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("file");
        fs::write(&path, "x").unwrap();
        let error = write_new(&path, std::iter::empty()).unwrap_err();
        assert!(matches!(error, StoreError::Io { .. }));
    }
}

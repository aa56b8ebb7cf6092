//! The folders of outputs (出力): everything of one writing in one new folder with a manifest, or nothing.
//!
//! `out/2026-10/20261105-093000/` appears under its name only when every file in it is on the disk and reads back as
//! it was meant. Until then it is `.20261105-093000.part`, which the next writing removes.

mod names;
mod verify;

pub use verify::{Deviation, VerifyFailure, verify};

use super::private::create_folder;
use super::write::{StoreError, check_absent, create_folder_synced, sync_folder, write_compared};
use crate::domain::month::ServiceMonth;
use chrono::{DateTime, FixedOffset};
use names::check_names;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder of the outputs in a workspace.
const OUT: &str = "out";

/// The file that says what a folder holds.
const MANIFEST: &str = "manifest.json";

/// What stands after a folder that is being written.
const PART: &str = ".part";

/// The form of the manifest.
const SCHEMA: &str = "kyukan.out/1";

/// A file to be written.
#[derive(Clone, Copy, Debug)]
pub struct OutFile<'a> {
    /// Name, with at most one folder before it: `1379900028/UPPLAN_….CSV`.
    pub name: &'a str,
    /// Content.
    pub bytes: &'a [u8],
    /// What it was written for, for people.
    pub why: &'a str,
}

/// A file as the manifest has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenFile {
    /// Name in the folder, parts divided by `/`.
    pub name: String,
    /// Size.
    pub bytes: u64,
    /// BLAKE3 hash of the bytes, 64 hexadecimal digits.
    pub blake3: String,
    /// What it was written for.
    pub why: String,
}

/// What a folder of outputs holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Form of the manifest, `kyukan.out/1`.
    pub schema: String,
    /// Version of the program that wrote it.
    pub version: String,
    /// サービス提供年月 of the files.
    pub month: ServiceMonth,
    /// When it was written.
    pub written_at: DateTime<FixedOffset>,
    /// The files, in the order they were given.
    pub files: Vec<WrittenFile>,
}

/// What was written where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The folder.
    pub folder: PathBuf,
    /// What it holds.
    pub manifest: Manifest,
}

/// Writes `files` into a new folder of `month` in the workspace at `root`; `at` is the time of the writing, which
/// names the folder.
///
/// The caller holds the lock of the workspace: half-written folders are taken for those of a writing that was killed,
/// and removed.
///
/// # Errors
/// A name leaves the folder, is none on some system or comes twice (also when only the case differs), or the system
/// refuses: nothing is left then.
pub fn write_out(
    root: &Path,
    month: ServiceMonth,
    at: DateTime<FixedOffset>,
    files: &[OutFile<'_>],
) -> Result<Receipt, StoreError> {
    let parent = root.join(OUT).join(month.to_string());
    check_names(files.iter().map(|file| file.name))
        .map_err(|name| StoreError::at(&parent.join(name))(io::ErrorKind::InvalidFilename.into()))?;
    create_folder_synced(root, &parent).map_err(StoreError::at(&parent))?;
    remove_parts(&parent)?;
    write_folder(&parent, month, at, files)
}

/// Writes a whole folder into `parent`, or nothing.
fn write_folder(
    parent: &Path,
    month: ServiceMonth,
    at: DateTime<FixedOffset>,
    files: &[OutFile<'_>],
) -> Result<Receipt, StoreError> {
    let (folder, part) = free_place(parent, &at.format("%Y%m%d-%H%M%S").to_string())?;
    let written = fill(&part, month, at, files).and_then(|manifest| {
        check_absent(&folder).and_then(|()| rename(&part, &folder)).map_err(StoreError::at(&folder))?;
        Ok(manifest)
    });
    let manifest = written.inspect_err(|_| {
        // Best effort: the error that counts is the first one, and the next writing tries again.
        drop(fs::remove_dir_all(&part));
    })?;
    sync_folder(parent).map_err(StoreError::at(parent))?;
    Ok(Receipt { folder, manifest })
}

/// Removes what a writing that was killed left behind.
fn remove_parts(parent: &Path) -> Result<(), StoreError> {
    for entry in fs::read_dir(parent).map_err(StoreError::at(parent))? {
        let entry = entry.map_err(StoreError::at(parent))?;
        let name = entry.file_name();
        let is_part = name.to_str().is_some_and(|name| name.starts_with('.') && name.ends_with(PART));
        if is_part {
            // Best effort: a file that is open elsewhere must not keep anybody from writing.
            drop(fs::remove_dir_all(entry.path()));
        }
    }
    Ok(())
}

/// The first name that is not taken: `20261105-093000`, `20261105-093000-2` and so on.
fn free_place(parent: &Path, stamp: &str) -> Result<(PathBuf, PathBuf), StoreError> {
    let mut count = 1_u32;
    loop {
        let name = if count == 1 { stamp.to_owned() } else { format!("{stamp}-{count}") };
        let (folder, part) = (parent.join(&name), parent.join(format!(".{name}{PART}")));
        let exists = |path: &Path| fs::exists(path).map_err(StoreError::at(path));
        if !exists(&folder)? && !exists(&part)? {
            return Ok((folder, part));
        }
        count += 1;
    }
}

fn fill(
    part: &Path,
    month: ServiceMonth,
    at: DateTime<FixedOffset>,
    files: &[OutFile<'_>],
) -> Result<Manifest, StoreError> {
    create_folder(part).map_err(StoreError::at(part))?;
    let mut folders = vec![part.to_owned()];
    let mut written = Vec::with_capacity(files.len());
    for file in files {
        let path = part.join(file.name);
        if let Some(folder) = path.parent().filter(|folder| !folders.iter().any(|known| known == folder)) {
            create_folder(folder).map_err(StoreError::at(folder))?;
            folders.push(folder.to_owned());
        }
        written.push(WrittenFile {
            name: file.name.to_owned(),
            bytes: file.bytes.len() as u64,
            blake3: write_compared(&path, file.bytes)?.to_hex().to_string(),
            why: file.why.to_owned(),
        });
    }
    let manifest = Manifest {
        schema: SCHEMA.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        month,
        written_at: at,
        files: written,
    };
    let path = part.join(MANIFEST);
    let text = serde_json::to_vec_pretty(&manifest).map_err(|error| StoreError::at(&path)(error.into()))?;
    write_compared(&path, &text)?;
    // The folder itself comes last, when all that is in it is on the disk.
    folders.iter().rev().try_for_each(|folder| sync_folder(folder).map_err(StoreError::at(folder)))?;
    Ok(manifest)
}

/// On Windows a folder cannot be renamed while a virus scanner still looks into it, which it does with new files.
#[cfg(windows)]
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    for milliseconds in [50, 200, 800, 2000] {
        match fs::rename(from, to) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                std::thread::sleep(std::time::Duration::from_millis(milliseconds));
            }
            renamed => return renamed,
        }
    }
    fs::rename(from, to)
}

#[cfg(not(windows))]
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

#[cfg(test)]
mod tests;

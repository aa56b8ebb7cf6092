//! Whether a folder of outputs still is what was written.

use super::names::check_names;
use super::{MANIFEST, Manifest, SCHEMA, WrittenFile};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::Path;
use thiserror::Error;
use walkdir::WalkDir;

/// How a file differs from what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deviation {
    /// It is gone.
    Missing(String),
    /// Its bytes are others.
    Changed(String),
    /// It cannot be read; the system's reason.
    Unreadable(String, String),
    /// It was not there.
    Added(String),
}

/// Why a folder is not what was written.
#[derive(Debug, Error)]
pub enum VerifyFailure {
    /// The manifest cannot be read.
    #[error("manifest: {0}")]
    NoManifest(#[source] io::Error),
    /// The manifest is none, or is of a form that this version does not know.
    #[error("the manifest is none of this version")]
    ManifestUnknown,
    /// Files differ from what was written.
    #[error("{} files differ from what was written", .0.len())]
    Differs(Vec<Deviation>),
}

/// Checks that `folder` holds exactly what its manifest says, and gives the manifest.
///
/// # Errors
/// See [`VerifyFailure`].
pub fn verify(folder: &Path) -> Result<Manifest, VerifyFailure> {
    let text = fs::read(folder.join(MANIFEST)).map_err(VerifyFailure::NoManifest)?;
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|_| VerifyFailure::ManifestUnknown)?;
    let names = || manifest.files.iter().map(|file| file.name.as_str());
    // A manifest that was tampered with must not lead out of the folder.
    if manifest.schema != SCHEMA || check_names(names()).is_err() {
        return Err(VerifyFailure::ManifestUnknown);
    }
    let mut deviations: Vec<_> = manifest.files.iter().filter_map(|file| deviation(folder, file)).collect();
    let known: BTreeSet<&str> = names().chain([MANIFEST]).collect();
    deviations.extend(added(folder, &known));
    if deviations.is_empty() { Ok(manifest) } else { Err(VerifyFailure::Differs(deviations)) }
}

fn deviation(folder: &Path, file: &WrittenFile) -> Option<Deviation> {
    let hash = || {
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(File::open(folder.join(&file.name))?)?;
        Ok((hasher.count(), hasher.finalize().to_hex()))
    };
    let name = file.name.clone();
    match hash() {
        Ok((bytes, hash)) if bytes == file.bytes && *hash == *file.blake3 => None,
        Ok(_) => Some(Deviation::Changed(name)),
        Err(error) if io::Error::kind(&error) == io::ErrorKind::NotFound => Some(Deviation::Missing(name)),
        Err(error) => Some(Deviation::Unreadable(name, error.to_string())),
    }
}

fn added(folder: &Path, known: &BTreeSet<&str>) -> Vec<Deviation> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| !entry.file_type().is_dir());
    let name = |path: &Path| {
        let parts = path.strip_prefix(folder).unwrap_or(path).iter().map(|part| part.to_string_lossy());
        parts.collect::<Vec<_>>().join("/")
    };
    let names = files.map(|entry| name(entry.path()));
    names.filter(|name| !known.contains(name.as_str())).map(Deviation::Added).collect()
}

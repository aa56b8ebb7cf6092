use super::*;
use chrono::TimeZone;

const FILES: [OutFile<'_>; 2] = [
    OutFile { name: "UPPLAN.CSV", bytes: b"1,2\r\n", why: "訂正した予定" },
    OutFile { name: "1379900028/UPJSK.CSV", bytes: b"", why: "実績" },
];

fn month() -> ServiceMonth {
    ServiceMonth::FALLBACK
}

fn at() -> DateTime<FixedOffset> {
    FixedOffset::east_opt(9 * 3600).unwrap().with_ymd_and_hms(2026, 11, 5, 9, 30, 0).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn deviations(folder: &Path) -> Vec<Deviation> {
    match verify(folder) {
        Err(VerifyFailure::Differs(deviations)) => deviations,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_folder_is_written_with_its_manifest_and_verifies() {
    let temp = tempfile::tempdir().unwrap();
    let receipt = write_out(temp.path(), month(), at(), &FILES).unwrap();
    assert_eq!(receipt.folder, temp.path().join("out/2026-10/20261105-093000"));
    assert_eq!(names(&receipt.folder), ["1379900028", "UPPLAN.CSV", "manifest.json"]);
    assert_eq!(fs::read(receipt.folder.join("UPPLAN.CSV")).unwrap(), b"1,2\r\n");
    assert_eq!(fs::read(receipt.folder.join("1379900028/UPJSK.CSV")).unwrap(), b"");
    assert_eq!(verify(&receipt.folder).unwrap(), receipt.manifest);
    let json: serde_json::Value =
        serde_json::from_slice(&fs::read(receipt.folder.join(MANIFEST)).unwrap()).unwrap();
    assert_eq!(json["schema"], "kyukan.out/1");
    assert_eq!(json["month"], "2026-10");
    assert_eq!(json["written_at"], "2026-11-05T09:30:00+09:00");
    assert_eq!(json["files"][0]["blake3"], blake3::hash(b"1,2\r\n").to_hex().as_str());
    assert_eq!(json["files"][0]["why"], "訂正した予定");
}

#[test]
fn a_second_writing_of_the_same_second_gets_a_name_of_its_own() {
    let temp = tempfile::tempdir().unwrap();
    for _ in 0..3 {
        write_out(temp.path(), month(), at(), &FILES).unwrap();
    }
    let folders = ["20261105-093000", "20261105-093000-2", "20261105-093000-3"];
    assert_eq!(names(&temp.path().join("out/2026-10")), folders);
}

#[test]
fn what_a_killed_writing_left_is_removed_and_was_never_an_output() {
    let temp = tempfile::tempdir().unwrap();
    let parent = temp.path().join("out/2026-10");
    let part = parent.join(".20261105-093000.part");
    fs::create_dir_all(part.join("1379900028")).unwrap();
    fs::write(part.join("1379900028/UPJSK.CSV"), "half").unwrap();
    write_out(temp.path(), month(), at(), &FILES).unwrap();
    assert_eq!(names(&parent), ["20261105-093000"]);
    assert!(verify(&parent.join("20261105-093000")).is_ok());
}

#[test]
fn nothing_is_left_of_a_writing_that_failed() {
    let temp = tempfile::tempdir().unwrap();
    let parent = temp.path().join("out/2026-10");
    write_out(temp.path(), month(), at(), &FILES).unwrap();
    for names in [["A", "../A"], ["A", "a"], ["A", "NUL"], ["A", "manifest.json"]] {
        let files = names.map(|name| OutFile { name, bytes: b"1", why: "" });
        let error = write_out(temp.path(), month(), at(), &files).unwrap_err();
        assert!(matches!(error, StoreError::Io { .. }), "{error}");
    }
    // Names are checked before anything is written; without that the failure comes in the middle.
    let twins = [FILES[0], FILES[1], FILES[0]];
    let error = write_folder(&parent, month(), at(), &twins).unwrap_err();
    assert!(matches!(&error, StoreError::Io { path, .. } if path.ends_with("UPPLAN.CSV")), "{error}");
    assert_eq!(names(&parent), ["20261105-093000"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_told_with_its_path() {
    let temp = tempfile::tempdir().unwrap();
    let parent = temp.path().join("out/2026-10");
    fs::create_dir_all(temp.path().join("out")).unwrap();
    fs::write(&parent, "a file in the way").unwrap();
    let error = write_out(temp.path(), month(), at(), &FILES).unwrap_err();
    assert!(matches!(&error, StoreError::Io { path, .. } if *path == parent), "{error}");
    assert_eq!(names(&temp.path().join("out")), ["2026-10"]);
}

#[test]
fn changed_missing_and_added_files_are_found() {
    let temp = tempfile::tempdir().unwrap();
    let folder = write_out(temp.path(), month(), at(), &FILES).unwrap().folder;
    fs::write(folder.join("UPPLAN.CSV"), "1,3\r\n").unwrap();
    fs::remove_file(folder.join("1379900028/UPJSK.CSV")).unwrap();
    fs::write(folder.join("1379900028/B.CSV"), "").unwrap();
    let expected = [
        Deviation::Changed("UPPLAN.CSV".to_owned()),
        Deviation::Missing("1379900028/UPJSK.CSV".to_owned()),
        Deviation::Added("1379900028/B.CSV".to_owned()),
    ];
    assert_eq!(deviations(&folder), expected);
}

#[test]
fn a_manifest_that_leads_elsewhere_or_is_none_is_refused() {
    let temp = tempfile::tempdir().unwrap();
    let folder = write_out(temp.path(), month(), at(), &FILES).unwrap().folder;
    let manifest = folder.join(MANIFEST);
    let text = fs::read_to_string(&manifest).unwrap();
    for changed in [
        text.replace("UPPLAN.CSV", "../UPPLAN.CSV"),
        text.replace("out/1", "out/2"),
        text.replace('{', "["),
        String::new(),
    ] {
        fs::write(&manifest, changed).unwrap();
        assert!(matches!(verify(&folder), Err(VerifyFailure::ManifestUnknown)));
    }
    fs::remove_file(&manifest).unwrap();
    assert!(matches!(verify(&folder), Err(VerifyFailure::NoManifest(_))));
}

#[cfg(unix)]
#[test]
fn what_is_written_is_private() {
    use std::os::unix::fs::PermissionsExt;
    let temp = tempfile::tempdir().unwrap();
    let folder = write_out(temp.path(), month(), at(), &FILES).unwrap().folder;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for below in ["", "1379900028"] {
        assert_eq!(mode(&folder.join(below)), 0o700);
    }
    for file in ["UPPLAN.CSV", "1379900028/UPJSK.CSV", MANIFEST] {
        assert_eq!(mode(&folder.join(file)), 0o600);
    }
    assert_eq!(mode(&temp.path().join("out")), 0o700);
}

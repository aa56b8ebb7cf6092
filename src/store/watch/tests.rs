use super::*;
use std::collections::BTreeMap;
use std::fs;

const NAME: &str = "UPJSK_202610_1379900028_11_1379900010_43_20261102093015.CSV";

const NONE: [PathBuf; 0] = [];

/// Longer than any machine needs; only a failing test waits for so long.
const LONG: Duration = Duration::from_mins(2);

fn quick(asks_system: bool) -> Watching {
    let soon = Duration::from_millis(20);
    Watching { asks_system, look_every: soon, settle: soon, tells_present: false }
}

fn watched(folder: &Path, how: Watching) -> (Watch, Receiver<Vec<PathBuf>>) {
    let (send, told) = crossbeam_channel::unbounded();
    let watch = watch(folder, how, move |paths| drop(send.send(paths))).unwrap();
    (watch, told)
}

/// Waits until `path` is told; every path that was told until then.
fn told_until(told: &Receiver<Vec<PathBuf>>, path: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    while !all.iter().any(|told| told == path) {
        all.extend(told.recv_timeout(LONG).unwrap());
    }
    all
}

/// Puts a whole file there at once; one that is written slowly may be told twice.
fn put(path: &Path, text: &str) {
    let mut file = tempfile::NamedTempFile::new_in(path.parent().unwrap()).unwrap();
    std::io::Write::write_all(&mut file, text.as_bytes()).unwrap();
    file.persist(path).unwrap();
}

#[test]
fn new_and_changed_files_are_told_with_and_without_the_system() {
    for asks_system in [true, false] {
        let temp = tempfile::tempdir().unwrap();
        let at = |name: &str| temp.path().join(name);
        fs::write(at(&format!("old_{NAME}")), "1").unwrap();
        fs::write(at(&NAME.replace("202610_", "202609_")), "1").unwrap();
        let (_watch, told) = watched(temp.path(), quick(asks_system));
        fs::write(at("notes.txt"), "1").unwrap();
        fs::create_dir_all(at("from/provider")).unwrap();
        for path in [at(NAME), at("from/provider/A.ZIP")] {
            put(&path, "1");
            assert_eq!(told_until(&told, &path), [path.as_path()]);
        }
        put(&at(NAME), "longer");
        assert_eq!(told_until(&told, &at(NAME)), [at(NAME)]);
    }
}

#[test]
fn the_system_tells_without_regular_looks() {
    let temp = tempfile::tempdir().unwrap();
    let path = temp.path().join(NAME);
    let bell = Bell::hang(temp.path(), Duration::from_millis(20)).unwrap();
    fs::write(&path, "1").unwrap();
    assert!(bell.rings.recv_timeout(LONG).is_ok());
}

#[test]
fn files_that_are_there_already_are_told_when_asked() {
    let temp = tempfile::tempdir().unwrap();
    let path = temp.path().join(NAME);
    fs::write(&path, "1").unwrap();
    let (_watch, told) = watched(temp.path(), Watching { tells_present: true, ..quick(true) });
    assert_eq!(told_until(&told, &path), [path]);
}

#[test]
fn a_folder_that_vanishes_is_waited_for() {
    for asks_system in [true, false] {
        let temp = tempfile::tempdir().unwrap();
        let folder = temp.path().join("share");
        fs::create_dir(&folder).unwrap();
        let (_watch, told) = watched(&folder, quick(asks_system));
        for round in 0..3 {
            let path = folder.join(NAME.replace("15.CSV", &format!("{round}5.CSV")));
            put(&path, "1");
            assert_eq!(told_until(&told, &path), [path]);
            fs::remove_dir_all(&folder).unwrap();
            fs::create_dir(&folder).unwrap();
        }
    }
}

#[test]
fn dropping_ends_it() {
    let temp = tempfile::tempdir().unwrap();
    let (watch, told) = watched(temp.path(), quick(true));
    drop(watch);
    // The thread gives its end of the channel back, and has told nothing.
    assert_eq!(told.recv_timeout(LONG), Err(RecvTimeoutError::Disconnected));
}

#[test]
fn a_folder_that_is_none_is_an_error() {
    let temp = tempfile::tempdir().unwrap();
    let path = temp.path().join("absent");
    let error = watch(&path, quick(true), |_| {}).unwrap_err();
    assert!(matches!(&error, StoreError::Io { path: told, .. } if *told == path), "{error}");
}

#[test]
fn a_file_is_told_once_it_stays_the_same() {
    let temp = tempfile::tempdir().unwrap();
    let path = temp.path().join(NAME);
    fs::write(&path, "").unwrap();
    let of_size = |size: u64| BTreeMap::from([(path.clone(), (size, None))]);
    let mut looks = Looks::default();
    for growing in [1, 2, 3] {
        assert_eq!(looks.take(of_size(growing)), NONE);
        assert!(looks.waits());
    }
    assert_eq!(looks.take(of_size(3)), std::slice::from_ref(&path));
    assert!(!looks.waits());
    assert_eq!(looks.take(of_size(3)), NONE);
    // It is written over, goes away in the middle of it, and comes back.
    assert_eq!(looks.take(of_size(1)), NONE);
    assert_eq!(looks.take(BTreeMap::new()), NONE);
    assert!(!looks.waits());
    assert_eq!(looks.take(of_size(3)), NONE);
    assert_eq!(looks.take(of_size(3)), std::slice::from_ref(&path));
}

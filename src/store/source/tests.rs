use super::super::zip_archive::testing::{claim_size, patch, patch_contents, zip_of};
use super::*;
use rayon::prelude::*;
use tempfile::TempDir;

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path(), files);
    dir
}

fn put(dir: &Path, files: &[(&str, &[u8])]) {
    for (name, bytes) in files {
        let path = dir.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

fn open(path: impl Into<PathBuf>) -> FolderSource {
    FolderSource::open(&[path.into()], Limits::default())
}

fn names(source: &FolderSource) -> Vec<String> {
    source.list().files.into_iter().map(|file| file.path).collect()
}

fn problems(source: &FolderSource) -> Vec<(ProblemCode, String)> {
    source.list().problems.into_iter().map(|problem| (problem.code, problem.path.unwrap())).collect()
}

fn read(source: &FolderSource, name: &str) -> Result<Vec<u8>, ReadFailure> {
    let index = names(source).iter().position(|path| path == name).unwrap();
    let mut into = b"left from before".to_vec();
    source.read(index, &mut into).map(|()| into)
}

#[test]
fn files_of_any_depth_are_listed_by_the_bytes_of_their_path() {
    let files: [(&str, &[u8]); 5] =
        [("b.csv", b"2"), ("B.CSV", b"1"), ("a/x/y/deep.Csv", b"3"), ("a.csv", b"4"), (".hidden", b"5")];
    let forward = folder(&files);
    let backward = tempfile::tempdir().unwrap();
    for file in files.iter().rev() {
        put(backward.path(), &[*file]);
    }
    let expected = [".hidden", "B.CSV", "a.csv", "a/x/y/deep.Csv", "b.csv"];
    for dir in [&forward, &backward] {
        let source = open(dir.path());
        assert_eq!(names(&source), expected);
        assert_eq!(source.list().problems, []);
        assert_eq!(read(&source, "a/x/y/deep.Csv").unwrap(), b"3");
        assert_eq!(read(&source, "B.CSV").unwrap(), b"1");
    }
    let with_slash = format!("{}/", forward.path().display());
    assert_eq!(names(&open(with_slash)), expected);
}

#[test]
fn a_single_file_and_a_single_archive_can_be_given() {
    let dir = folder(&[("A.CSV", b"1"), ("B.CSV", b"2"), ("C.ZIP", &zip_of(&[("in/D.CSV", b"3")]))]);
    let source = FolderSource::open(&[dir.path().join("C.ZIP"), dir.path().join("A.CSV")], Limits::default());
    assert_eq!(names(&source), ["A.CSV", "C.ZIP/in/D.CSV"]);
    assert_eq!(read(&source, "A.CSV").unwrap(), b"1");
    assert_eq!(read(&source, "C.ZIP/in/D.CSV").unwrap(), b"3");
}

#[test]
fn folders_get_their_names_before_the_paths_only_where_needed() {
    let dir = folder(&[
        ("p/A.CSV", b"1"),
        ("q/A.CSV", b"2"),
        ("q/B.CSV", b"3"),
        ("r/C.CSV", b"4"),
        ("s/p/A.CSV", b"5"),
    ]);
    let at = |name: &str| dir.path().join(name);
    let apart = FolderSource::open(&[at("q"), at("r")], Limits::default());
    assert_eq!(names(&apart), ["A.CSV", "B.CSV", "C.CSV"]);
    let collide = FolderSource::open(&[at("p"), at("q")], Limits::default());
    assert_eq!(names(&collide), ["p/A.CSV", "q/A.CSV", "q/B.CSV"]);
    assert_eq!(read(&collide, "q/A.CSV").unwrap(), b"2");
    let named_alike = FolderSource::open(&[at("p"), at("s/p/A.CSV")], Limits::default());
    assert_eq!(names(&named_alike), ["p (2)/A.CSV", "p/A.CSV"]);
}

#[test]
fn what_is_given_twice_counts_once() {
    let dir = folder(&[("p/A.CSV", b"1"), ("p/q/B.CSV", b"2")]);
    let at = |name: &str| dir.path().join(name);
    let source = FolderSource::open(&[at("p/q"), at("p"), at("p/"), at("p/q/../A.CSV")], Limits::default());
    assert_eq!(names(&source), ["A.CSV", "q/B.CSV"]);
}

#[test]
fn archives_in_folders_are_opened_but_not_archives_in_archives() {
    let inner = zip_of(&[("X.CSV", b"x")]);
    let outer =
        zip_of(&[("in/NAME.CSV", b"1"), ("in/inner.zip", &inner), (".DS_Store", b"2"), ("in/empty/", b"")]);
    let dir = folder(&[("sub/a.Zip", &outer), ("sub/a.Zip.txt", b"3")]);
    let source = open(dir.path());
    let expected =
        ["sub/a.Zip.txt", "sub/a.Zip/.DS_Store", "sub/a.Zip/in/NAME.CSV", "sub/a.Zip/in/inner.zip"];
    assert_eq!(names(&source), expected);
    assert_eq!(read(&source, "sub/a.Zip/in/NAME.CSV").unwrap(), b"1");
    assert_eq!(read(&source, "sub/a.Zip/in/inner.zip").unwrap(), inner);
    assert_eq!(source.list().problems, []);
}

#[test]
fn names_written_by_windows_are_decoded() {
    let zip = patch(zip_of(&[("XXYY.CSV", b"1")]), b"XXYY.CSV", b"\x97\x5c\x92\xe8.CSV");
    let dir = folder(&[("a.zip", &zip)]);
    let source = open(dir.path());
    assert_eq!(names(&source), ["a.zip/予定.CSV"]);
    assert_eq!(read(&source, "a.zip/予定.CSV").unwrap(), b"1");
}

#[test]
fn entries_that_leave_their_folder_are_not_listed() {
    let zip = patch(zip_of(&[("12/UP.CSV", b"1"), ("OK.CSV", b"2")]), b"12/UP.CSV", b"../UP.CSV");
    let dir = folder(&[("a.zip", &zip)]);
    let source = open(dir.path());
    assert_eq!(names(&source), ["a.zip/OK.CSV"]);
    assert_eq!(problems(&source), [(ProblemCode::ZipUnsafeName, "a.zip".to_owned())]);
    assert_eq!(source.list().problems[0].found, "../UP.CSV");
}

#[test]
fn broken_and_encrypted_archives_are_told() {
    let good = zip_of(&[("A.CSV", b"0123456789")]);
    let encrypted = patch_contents(good.clone(), 8, &[1]);
    let half = &good[..good.len() / 2];
    let dir =
        folder(&[("broken.zip", b"no zip"), ("empty.zip", b""), ("enc.zip", &encrypted), ("half.zip", half)]);
    let source = open(dir.path());
    assert_eq!(names(&source), [""; 0]);
    let expected = ["broken.zip", "empty.zip", "enc.zip", "half.zip"];
    assert_eq!(problems(&source), expected.map(|path| (ProblemCode::ZipUnreadable, path.to_owned())));
    assert!(source.list().problems.iter().all(|problem| !problem.found.is_empty()));
}

#[test]
fn a_damaged_entry_cannot_be_read_and_the_others_can() {
    let zip = zip_of(&[("A.CSV", b"0123456789"), ("B.CSV", b"b")]);
    let dir = folder(&[("a.zip", &patch_contents(zip, 16, &[1, 2, 3, 4]))]);
    let source = open(dir.path());
    assert!(matches!(read(&source, "a.zip/A.CSV"), Err(ReadFailure::Unreadable(_))));
    assert_eq!(read(&source, "a.zip/B.CSV").unwrap(), b"b");
}

#[test]
fn archives_that_declare_more_than_the_limit_are_left_closed() {
    let zeros = vec![0; 40_000];
    let small = zip_of(&[("A.CSV", &zeros)]);
    let big = zip_of(&[("A.CSV", &zeros), ("B.CSV", &zeros)]);
    let dir = folder(&[("1.zip", &small), ("2.zip", &big), ("3.zip", &small), ("4.zip", &small)]);
    let limits = Limits { unpacked_bytes: 100_000, ..Limits::default() };
    let source = FolderSource::open(&[dir.path().to_owned()], limits);
    assert_eq!(names(&source), ["1.zip/A.CSV", "3.zip/A.CSV"]);
    let too_large = ["2.zip", "4.zip"].map(|path| (ProblemCode::ZipTooLarge, path.to_owned()));
    assert_eq!(problems(&source), too_large);
}

#[test]
fn files_beyond_the_limit_are_not_read() {
    let dir = folder(&[
        ("big.csv", &[b'1'; 1001]),
        ("fits.csv", &[b'1'; 1000]),
        ("z.zip", &zip_of(&[("big.csv", &[b'1'; 1001]), ("fits.csv", &[b'1'; 1000])])),
        ("lie.zip", &claim_size(zip_of(&[("big.csv", vec![b'1'; 500_000].as_slice())]), 900)),
    ]);
    let limits = Limits { file_bytes: 1000, ..Limits::default() };
    let source = FolderSource::open(&[dir.path().to_owned()], limits);
    let too_large = Err(ReadFailure::TooLarge { bytes: 1001, limit: 1000 });
    assert_eq!(read(&source, "big.csv"), too_large);
    assert_eq!(read(&source, "z.zip/big.csv"), too_large);
    assert_eq!(read(&source, "fits.csv").unwrap().len(), 1000);
    assert_eq!(read(&source, "z.zip/fits.csv").unwrap().len(), 1000);
    assert!(matches!(read(&source, "lie.zip/big.csv"), Err(ReadFailure::Unreadable(_))));
}

#[test]
fn missing_paths_are_told_and_the_rest_is_read() {
    let dir = folder(&[("p/A.CSV", b"1")]);
    let gone = dir.path().join("gone");
    let source = FolderSource::open(&[gone.clone(), dir.path().join("p")], Limits::default());
    assert_eq!(names(&source), ["A.CSV"]);
    assert_eq!(source.missing(), std::slice::from_ref(&gone));
    assert_eq!(problems(&source), [(ProblemCode::FolderUnreadable, gone.display().to_string())]);
    let mut into = vec![1];
    assert!(source.read(1, &mut into).is_err());
    assert!(into.is_empty());
}

#[test]
fn reading_from_several_threads_gives_every_file_its_own_bytes() {
    let bytes_of = |n: usize| format!("{n};").repeat(n + 1).into_bytes();
    let entries: Vec<(String, Vec<u8>)> = (0..300).map(|n| (format!("{n:03}.csv"), bytes_of(n))).collect();
    let borrowed: Vec<(&str, &[u8])> = entries.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    let dir = folder(&borrowed);
    put(dir.path(), &[("a.zip", &zip_of(&borrowed))]);
    let source = open(dir.path());
    let listing = source.list();
    assert_eq!(listing.files.len(), 600);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(8).build().unwrap();
    pool.install(|| {
        listing.files.par_iter().enumerate().for_each_init(Vec::new, |into, (index, file)| {
            source.read(index, into).unwrap();
            assert_eq!(*into, bytes_of(file.name()[..3].parse().unwrap()), "{}", file.path);
        });
    });
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    #[test]
    fn links_are_followed_and_loops_and_dangling_ones_told() {
        let dir = folder(&[("in/sub/A.CSV", b"1"), ("elsewhere/B.CSV", b"2")]);
        let top = dir.path().join("in");
        symlink(dir.path().join("elsewhere"), top.join("linked")).unwrap();
        symlink(dir.path().join("elsewhere/B.CSV"), top.join("C.CSV")).unwrap();
        symlink(&top, top.join("sub/loop")).unwrap();
        symlink("nowhere", top.join("dangling.csv")).unwrap();
        let source = open(&top);
        assert_eq!(names(&source), ["C.CSV", "linked/B.CSV", "sub/A.CSV"]);
        let told =
            [(ProblemCode::FileUnreadable, "dangling.csv"), (ProblemCode::FolderUnreadable, "sub/loop")];
        assert_eq!(problems(&source), told.map(|(code, path)| (code, path.to_owned())));
        assert_eq!(source.list().problems[0].found, "reason-not-found");
        assert_eq!(read(&source, "linked/B.CSV").unwrap(), b"2");
    }

    #[test]
    fn names_that_are_no_text_are_shown_with_marks_and_read() {
        let dir = folder(&[]);
        fs::write(dir.path().join(OsStr::from_bytes(b"\x97\\\x92\xe8.CSV")), "1").unwrap();
        fs::write(dir.path().join(OsStr::from_bytes(b"\x97\\\x92\xe9.CSV")), "2").unwrap();
        let source = open(dir.path());
        let listed = names(&source);
        assert_eq!(listed[0], "\u{FFFD}\\\u{FFFD}\u{FFFD}.CSV");
        let mut into = Vec::new();
        for (index, expected) in [b"1", b"2"].into_iter().enumerate() {
            source.read(index, &mut into).unwrap();
            assert_eq!(into, expected);
        }
    }

    #[test]
    fn what_is_no_regular_file_is_told_and_never_opened() {
        let dir = folder(&[("A.CSV", b"1")]);
        let _socket = std::os::unix::net::UnixListener::bind(dir.path().join("pipe.csv")).unwrap();
        let source = open(dir.path());
        assert_eq!(names(&source), ["A.CSV"]);
        assert_eq!(problems(&source), [(ProblemCode::FileUnreadable, "pipe.csv".to_owned())]);
    }
}

//! Every ambiguity of the standard that the project numbers has a test that names it.

use std::path::Path;

#[test]
fn each_of_the_27_points_has_a_test() {
    let mut names = String::new();
    let mut folders = vec!["src".to_owned(), "tests".to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(&folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path.to_string_lossy().into_owned());
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                names.extend(text.lines().filter(|line| line.trim_start().starts_with("fn point_")));
            }
        }
    }
    let missing: Vec<_> = (1..=27).filter(|no| !names.contains(&format!("fn point_{no:02}_"))).collect();
    assert!(missing.is_empty(), "no test for the points {missing:?}");
}

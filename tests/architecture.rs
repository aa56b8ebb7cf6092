//! Guards of the house (`docs/ARCHITECTURE.md`): who may import whom, what the pure layers may not touch, how large
//! files and functions may grow, and what may lie where. They read the source tree only.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

/// Layers from left to right. A module imports only from layers strictly to its left, or from itself.
const LAYERS: &[&[&str]] = &[
    &["domain"],
    &["reconcile", "benefit", "format"],
    &["check"],
    &["app"],
    &["i18n", "config", "store"],
    &["report"],
    &["tui"],
    &["cli"],
];

/// Layers without files, environment, clock or terminal.
const PURE: &[&str] = &["domain", "reconcile", "benefit", "check"];

/// The parts of `std` that reach outside.
const OUTSIDE: &[&str] = &["fs", "env", "io", "time"];

const MOST_LINES_OF_A_FILE: usize = 400;
const MOST_LINES_OF_A_FUNCTION: usize = 60;

/// Files that may be longer, each with the reason; only tables belong here.
const LONG_TABLES: &[(&str, &str)] = &[];

/// What may lie beside `Cargo.toml`; hidden files may too.
const TOP_LEVEL: &[&str] = &[
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.ja.md",
    "README.md",
    "benches",
    "clippy.toml",
    "docs",
    "proptest-regressions",
    "rustfmt.toml",
    "samples",
    "src",
    "target",
    "tests",
    "themes",
];

/// Paths below the package with `/`, and what the files hold.
type Tree = BTreeMap<String, String>;

#[test]
fn imports_point_to_the_left() {
    assert_eq!(wrong_imports(&sources().unwrap()), [""; 0]);
}

#[test]
fn pure_layers_touch_nothing_outside() {
    assert_eq!(impure_uses(&sources().unwrap()), [""; 0]);
}

#[test]
fn files_are_short() {
    assert_eq!(long_files(&sources().unwrap()), [""; 0]);
}

#[test]
fn long_tables_exist() {
    let sources = sources().unwrap();
    for (path, reason) in LONG_TABLES {
        assert!(sources.contains_key(*path) && !reason.is_empty(), "{path}: {reason}");
    }
}

#[test]
fn functions_are_short() {
    assert_eq!(long_functions(&sources().unwrap()), [""; 0]);
}

/// `i18n::width` alone knows how wide text is; a second opinion would tear tables apart.
#[test]
fn widths_are_known_in_one_place() {
    let elsewhere: Vec<String> = sources()
        .unwrap()
        .into_iter()
        .filter(|(path, source)| {
            path != "src/i18n/width.rs" && tokens(&code_only(source)).contains(&"unicode_width")
        })
        .map(|(path, _)| path)
        .collect();
    assert_eq!(elsewhere, [""; 0]);
}

#[test]
fn every_source_file_belongs_to_the_crate() {
    assert_eq!(stray_files(&sources().unwrap()), [""; 0]);
}

#[test]
fn nothing_else_lies_at_the_top() {
    let names = fs::read_dir(env!("CARGO_MANIFEST_DIR")).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    assert_eq!(unexpected_at_the_top(names), [""; 0]);
}

/// Every `.rs` file below `src`.
fn sources() -> io::Result<Tree> {
    let mut tree = Tree::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                tree.insert(name, fs::read_to_string(&path)?);
            }
        }
    }
    Ok(tree)
}

fn wrong_imports(tree: &Tree) -> Vec<String> {
    let mut out = Vec::new();
    for (path, source) in tree {
        let Some(own) = layer_of(path) else { continue };
        let code = code_only(source);
        let tokens = tokens(&code);
        if rank(own).is_none() {
            out.push(format!("{path}: `{own}` has no place among the layers"));
        }
        for target in first_names(&tokens, "crate") {
            let is_left = rank(target).is_some_and(|target| Some(target) < rank(own));
            if target != own && !is_left {
                out.push(format!("{path}: `{own}` must not import `{target}`"));
            }
        }
        if supers_leave(&tokens, path.split('/').count() - 1) {
            out.push(format!("{path}: `super` leads out of `{own}`"));
        }
    }
    out
}

fn impure_uses(tree: &Tree) -> Vec<String> {
    let mut out = Vec::new();
    for (path, source) in tree {
        if !layer_of(path).is_some_and(|layer| PURE.contains(&layer)) {
            continue;
        }
        let code = code_only(source);
        let names = first_names(&tokens(&code), "std");
        let outside = names.into_iter().filter(|name| *name == "*" || OUTSIDE.contains(name));
        out.extend(outside.map(|name| format!("{path}: uses `std::{name}`")));
    }
    out
}

fn long_files(tree: &Tree) -> Vec<String> {
    let listed = |path: &str| LONG_TABLES.iter().any(|(table, _)| *table == path);
    let files = tree.iter().filter(|(path, _)| !is_test_file(path) && !listed(path));
    let sizes =
        files.map(|(path, source)| (path, without_tests(&code_only(source)).trim_end().lines().count()));
    let long = sizes.filter(|(_, lines)| *lines > MOST_LINES_OF_A_FILE);
    long.map(|(path, lines)| format!("{path}: {lines} lines without tests")).collect()
}

fn long_functions(tree: &Tree) -> Vec<String> {
    let mut out = Vec::new();
    for (path, source) in tree.iter().filter(|(path, _)| !is_test_file(path)) {
        let code = without_tests(&code_only(source));
        let long = functions(&code).into_iter().filter(|(_, lines)| *lines > MOST_LINES_OF_A_FUNCTION);
        out.extend(long.map(|(name, lines)| format!("{path}: `{name}` has {lines} lines")));
    }
    out
}

/// Files that no `mod` line of their parent names, and files named `mod.rs`.
fn stray_files(tree: &Tree) -> Vec<String> {
    let mut out = Vec::new();
    for path in tree.keys() {
        let Some((folder, name)) = path.rsplit_once('/') else { continue };
        let module = name.trim_end_matches(".rs");
        if module == "mod" {
            out.push(format!("{path}: the file of a folder stands beside it, not in it"));
        } else if folder == "src" && matches!(module, "lib" | "main") {
            // The roots have no parent.
        } else {
            let parents = match folder {
                "src" => vec!["src/lib.rs".to_owned(), "src/main.rs".to_owned()],
                _ => vec![format!("{folder}.rs")],
            };
            let mut parents = parents.iter().filter_map(|parent| tree.get(parent));
            if !parents.any(|parent| declares(parent, module)) {
                out.push(format!("{path}: its parent has no `mod {module};`"));
            }
        }
    }
    out
}

fn unexpected_at_the_top(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut out: Vec<_> =
        names.filter(|name| !name.starts_with('.') && !TOP_LEVEL.contains(&name.as_str())).collect();
    out.sort();
    out
}

fn layer_of(path: &str) -> Option<&str> {
    let module = path.strip_prefix("src/")?.split('/').next()?.trim_end_matches(".rs");
    (!matches!(module, "lib" | "main")).then_some(module)
}

fn rank(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|names| names.contains(&layer))
}

fn is_test_file(path: &str) -> bool {
    path.split('/').any(|part| part == "tests" || part == "tests.rs")
}

/// Whether a file declares a module, by a `mod` line or by naming it in a list whose macro writes the `mod` lines.
fn declares(source: &str, module: &str) -> bool {
    let code = code_only(source);
    let tokens = tokens(&code);
    let by_macro = tokens.windows(2).any(|pair| pair == ["mod", "$"]);
    tokens.windows(3).any(|line| line == ["mod", module, ";"]) || (by_macro && tokens.contains(&module))
}

/// The names that follow `root::` in paths and in `use` groups; `*` stands for all of them.
fn first_names<'a>(tokens: &[&'a str], root: &str) -> BTreeSet<&'a str> {
    let mut out = BTreeSet::new();
    for (place, _) in tokens.iter().enumerate().filter(|(_, token)| **token == root) {
        let after = tokens.get(place + 1..).unwrap_or_default();
        match after {
            ["::", "{", group @ ..] => out.extend(names_of_group(group)),
            ["::", name, ..] => {
                out.insert(*name);
            }
            ["as", ..] => {
                out.insert("*");
            }
            _ => {}
        }
    }
    out
}

/// The first name of each member of a `use` group, of which the opening brace has been taken off.
fn names_of_group<'a>(group: &[&'a str]) -> BTreeSet<&'a str> {
    let (mut depth, mut at_start) = (1, true);
    let mut out = BTreeSet::new();
    for token in group {
        match *token {
            "{" => depth += 1,
            "}" => depth -= 1,
            "," if depth == 1 => {
                at_start = true;
                continue;
            }
            "self" if at_start => {
                out.insert("*");
            }
            name if at_start => {
                out.insert(name);
            }
            _ => {}
        }
        at_start = false;
        if depth == 0 {
            break;
        }
    }
    out
}

/// Whether a chain of `super` reaches the root of the crate from a file so many modules deep.
fn supers_leave(tokens: &[&str], file_depth: usize) -> bool {
    // For each open brace whether it is a module's.
    let mut braces = Vec::new();
    let (mut chain, mut before) = (0, ["", ""]);
    for (place, token) in tokens.iter().enumerate() {
        match *token {
            "{" => braces.push(before[0] == "mod"),
            "}" => {
                braces.pop();
            }
            _ => {}
        }
        chain = match *token {
            "super" => chain + 1,
            "::" if before[1] == "super" => chain,
            _ => 0,
        };
        let is_path = tokens.get(place + 1) == Some(&"::");
        let depth = file_depth + braces.iter().filter(|is_module| **is_module).count();
        if *token == "super" && is_path && chain >= depth {
            return true;
        }
        before = [before[1], token];
    }
    false
}

/// Names and numbers of lines of all functions with a body, from the line of `fn` to the closing brace.
fn functions(code: &str) -> Vec<(&str, usize)> {
    let mut out = Vec::new();
    for (place, _) in code.match_indices("fn ") {
        let (before, from) = code.split_at(place);
        let is_word = !before.ends_with(is_word_char);
        let name = from.get(3..).map(str::trim_start).unwrap_or_default();
        let name = name.split(|c: char| !is_word_char(c)).next().unwrap_or_default();
        let body = is_word.then(|| start_of_body(from)).flatten();
        if let Some(whole) = body.and_then(|start| from.get(..start + length_of_braces(from.get(start..)?))) {
            out.push((name, whole.lines().count()));
        }
    }
    out
}

/// Where the body of a function begins; `None` for a declaration.
fn start_of_body(function: &str) -> Option<usize> {
    let mut depth = 0_i32;
    for (place, c) in function.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            '{' if depth == 0 => return Some(place),
            ';' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// Bytes from an opening brace to the end of its closing one.
fn length_of_braces(code: &str) -> usize {
    let mut depth = 0_i32;
    for (place, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return place + c.len_utf8();
        }
    }
    code.len()
}

/// The code without its `#[cfg(test)]` modules.
fn without_tests(code: &str) -> String {
    let mut out = String::new();
    let mut rest = code;
    while let Some((before, after)) = rest.split_once("#[cfg(test)]") {
        out.push_str(before);
        let declaration = after.split(['{', ';']).next().unwrap_or_default();
        let is_module = declaration.split_whitespace().any(|word| word == "mod");
        let body = after.get(declaration.len()..).unwrap_or_default();
        let end = if body.starts_with('{') { length_of_braces(body) } else { body.len().min(1) };
        rest = if is_module { body.get(end..).unwrap_or_default() } else { after };
    }
    out + rest
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Words, `::` and single signs of code without comments and texts.
fn tokens(code: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let word = rest.find(|c: char| !is_word_char(c)).unwrap_or(rest.len());
        let length = match word {
            0 if rest.starts_with("::") => 2,
            0 => first.len_utf8(),
            _ => word,
        };
        let (token, after) = rest.split_at(length);
        out.push(token);
        rest = after.trim_start();
    }
    out
}

/// The source with comments, texts and character literals blanked; lines stay where they are.
fn code_only(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let hidden = length_of_hidden(rest);
        // Words are taken whole, so that the `r` of `for` begins no raw text.
        let word = rest.find(|c: char| !is_word_char(c)).unwrap_or(rest.len());
        let shown = if hidden == 0 { word.max(first.len_utf8()) } else { hidden };
        let (part, after) = rest.split_at(shown);
        if hidden == 0 {
            out.push_str(part);
        } else {
            out.extend(part.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        }
        rest = after;
    }
    out
}

/// Bytes of the comment, text or character literal at the start; 0 when there is none.
fn length_of_hidden(code: &str) -> usize {
    if code.starts_with("//") {
        return code.find('\n').unwrap_or(code.len());
    }
    if code.starts_with("/*") {
        return length_of_comment(code);
    }
    let text = code.strip_prefix(['b', 'c']).unwrap_or(code);
    let prefix = code.len() - text.len();
    if let Some(body) = text.strip_prefix('"') {
        return prefix + 1 + length_to_quote(body, '"');
    }
    if let Some(raw) = text.strip_prefix('r') {
        let body = raw.trim_start_matches('#');
        let end = format!("\"{}", "#".repeat(raw.len() - body.len()));
        return body.strip_prefix('"').map_or(0, |text| {
            let length = text.find(&end).map_or(text.len(), |place| place + end.len());
            code.len() - text.len() + length
        });
    }
    let Some(literal) = code.strip_prefix('\'') else { return 0 };
    let mut signs = literal.chars();
    let is_literal = signs.next() == Some('\\') || signs.next() == Some('\'');
    if is_literal { 1 + length_to_quote(literal, '\'') } else { 0 }
}

/// Bytes to the end of the closing quote; a sign after a backslash is part of the text.
fn length_to_quote(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (place, c) in text.char_indices() {
        if !is_escaped && c == quote {
            return place + c.len_utf8();
        }
        is_escaped = !is_escaped && c == '\\';
    }
    text.len()
}

/// Bytes of a block comment; they nest.
fn length_of_comment(code: &str) -> usize {
    let (mut depth, mut length) = (0_i32, 0);
    while let Some(rest) = code.get(length..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("/*") {
            (depth, length) = (depth + 1, length + 2);
        } else if rest.starts_with("*/") {
            (depth, length) = (depth - 1, length + 2);
        } else {
            length += rest.chars().next().map_or(1, char::len_utf8);
        }
        if depth == 0 {
            break;
        }
    }
    length
}

mod the_guards_themselves {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> Tree {
        files.iter().map(|(path, source)| ((*path).to_owned(), (*source).to_owned())).collect()
    }

    #[test]
    fn imports_to_the_right_or_beside_are_caught() {
        let breaches = [
            ("src/domain.rs", "use crate::format::rows;"),
            ("src/app/open.rs", "use crate::store::FolderSource;"),
            ("src/app/open.rs", "fn f() { let _ = crate::store::open(); }"),
            ("src/app/open.rs", "use crate::{domain::{ids, row}, store as disk};"),
            ("src/reconcile.rs", "use crate::benefit::limit;"),
            ("src/check/hold.rs", "use crate::app::month::Month;"),
            ("src/i18n.rs", "use crate::config::Paths;"),
            ("src/report/text.rs", "use crate::cli::Exit;"),
            ("src/domain/row.rs", "use crate::*;"),
            ("src/domain/row.rs", "use crate as all;"),
            ("src/domain/row.rs", "use crate::elsewhere::Thing;"),
            ("src/elsewhere.rs", "fn f() {}"),
            ("src/app.rs", "use super::store::Disk;"),
            ("src/app/open.rs", "use super::super::store::Disk;"),
            ("src/app/open.rs", "mod tests { use super::super::super::store::Disk; }"),
        ];
        for (path, source) in breaches {
            assert_eq!(wrong_imports(&tree(&[(path, source)])).len(), 1, "{path}: {source}");
        }
    }

    #[test]
    fn imports_to_the_left_pass() {
        let files = tree(&[
            ("src/lib.rs", "pub mod app; use crate::app::open;"),
            ("src/main.rs", "use kyukan::cli::run;"),
            ("src/domain/row.rs", "use crate::domain::ids::Code; use super::time; pub(crate) fn f() {}"),
            ("src/check/cut.rs", "use crate::{reconcile, benefit::{limit, yen}, domain};"),
            ("src/store.rs", "// not crate::tui\nuse crate::app::ports; pub(super) fn f() {}"),
            (
                "src/app/open.rs",
                "mod tests { use super::super::month; } fn f() -> &'static str { \"crate::store\" }",
            ),
            ("src/report.rs", "use crate::i18n::Texts; mod tests { use super::*; }"),
        ]);
        assert_eq!(wrong_imports(&files), [""; 0]);
    }

    #[test]
    fn reaching_outside_is_caught_in_pure_layers_only() {
        let breaches = [
            "use std::fs;",
            "use std::{fmt, io::Write};",
            "fn f() { std::env::var(\"HOME\"); }",
            "use std::time::Instant;",
            "use std::*;",
        ];
        for source in breaches {
            for layer in PURE {
                let path = format!("src/{layer}/part.rs");
                assert_eq!(impure_uses(&tree(&[(&path, source)])).len(), 1, "{path}: {source}");
            }
            assert_eq!(impure_uses(&tree(&[("src/store/part.rs", source)])), [""; 0]);
        }
        let fine = "//! No std::fs.\nuse std::{fmt, collections::BTreeMap};\nuse crate::domain::time;";
        assert_eq!(impure_uses(&tree(&[("src/check.rs", fine)])), [""; 0]);
    }

    #[test]
    fn long_files_are_caught_and_tests_do_not_count() {
        let (code, tests) = ("fn f() {}\n".repeat(400), "fn f() {}\n".repeat(500));
        let with_tests = format!("{code}#[cfg(test)]\nmod tests {{\n{tests}}}\n");
        assert_eq!(long_files(&tree(&[("src/a.rs", &with_tests)])), [""; 0]);
        assert_eq!(long_files(&tree(&[("src/a/tests.rs", &tests), ("src/a/tests/b.rs", &tests)])), [""; 0]);
        let longer = format!("// One more.\n{with_tests}");
        assert_eq!(long_files(&tree(&[("src/a.rs", &longer)])), ["src/a.rs: 401 lines without tests"]);
        let behind = format!("#[cfg(test)]\nmod tests;\n{code}\nfn g() {{}}\n");
        assert_eq!(long_files(&tree(&[("src/a.rs", &behind)])).len(), 1, "code behind the tests counts");
        let helper = format!("#[cfg(test)]\nfn helper() {{}}\n{code}");
        assert_eq!(
            long_files(&tree(&[("src/a.rs", &helper)])).len(),
            1,
            "only modules of tests are left out"
        );
    }

    #[test]
    fn long_functions_are_caught_and_tests_do_not_count() {
        let function = |lines: usize| format!("fn long() {{\n{}}}\n", "    a();\n".repeat(lines - 2));
        assert_eq!(long_functions(&tree(&[("src/a.rs", &function(60))])), [""; 0]);
        let long = function(61);
        assert_eq!(long_functions(&tree(&[("src/a.rs", &long)])), ["src/a.rs: `long` has 61 lines"]);
        let in_tests = format!("#[cfg(test)]\nmod tests {{\n{long}}}\n");
        assert_eq!(long_functions(&tree(&[("src/a.rs", &in_tests), ("src/tests.rs", &long)])), [""; 0]);
        let signature = format!("fn wide(\n    a: [u8; 4],\n) -> Option<()>\n{}", &function(58)[10..]);
        assert_eq!(long_functions(&tree(&[("src/a.rs", &signature)])).len(), 1, "the signature counts");
    }

    #[test]
    fn braces_in_texts_and_comments_do_not_end_a_function() {
        let tricky = "fn f<'a>(x: &'a str) {\n '}'; b'}'; '\\''; \"}\\\"}\"; r#\"}\"}\"#; /* } /* } */ */\n// }\n}\nfn g();";
        assert_eq!(functions(&code_only(tricky)), [("f", 4)]);
        assert_eq!(functions("trait T { fn a(&self); fn b() -> [u8; 2] { [0; 2] } }"), [("b", 1)]);
        assert_eq!(functions("type F = fn (u8) -> u8; struct S;"), []);
    }

    #[test]
    fn stray_files_are_caught() {
        let fine = [
            ("src/lib.rs", "pub mod a;"),
            ("src/main.rs", "fn main() {}"),
            ("src/a.rs", "mod b;\nlist! { c }\nmacro_rules! list { ($name:ident) => { mod $name; } }"),
            ("src/a/b.rs", ""),
            ("src/a/c.rs", ""),
        ];
        assert_eq!(stray_files(&tree(&fine)), [""; 0]);
        let breaches = [
            ("src/lost.rs", "src/lost.rs: its parent has no `mod lost;`"),
            ("src/a/lost.rs", "src/a/lost.rs: its parent has no `mod lost;`"),
            ("src/orphan/b.rs", "src/orphan/b.rs: its parent has no `mod b;`"),
            ("src/a/mod.rs", "src/a/mod.rs: the file of a folder stands beside it, not in it"),
        ];
        for (path, breach) in breaches {
            let mut files = tree(&fine);
            files.insert(path.to_owned(), String::new());
            assert_eq!(stray_files(&files), [breach]);
        }
        let in_a_comment = tree(&[("src/lib.rs", "// mod a;\nmod b {}"), ("src/a.rs", ""), ("src/b.rs", "")]);
        assert_eq!(stray_files(&in_a_comment).len(), 2);
    }

    #[test]
    fn litter_at_the_top_is_caught() {
        let names = ["src", "Cargo.toml", ".gitignore", "notes.txt", "examples"].map(str::to_owned);
        assert_eq!(unexpected_at_the_top(names.into_iter()), ["examples", "notes.txt"]);
    }
}

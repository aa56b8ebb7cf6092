//! A lower bound for the time to open a month: reads all UPPLAN and UPJSK files of a folder and splits them with the
//! csv crate on as many threads as there are cores. Nothing is decoded, checked or compared.
//!
//! `cargo bench --bench split_floor -- FOLDER` splits a folder. Without a folder an invented month is split in memory.

use kyukan::app::demo::{DemoFile, DemoOptions, OfficeSort, demo_month};
use kyukan::domain::month::ServiceMonth;
use kyukan::format::exchange::name::{NameReading, read as read_name};
use kyukan::format::exchange::{Edition, FileKind};
use rayon::prelude::*;
use std::error::Error;
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use walkdir::WalkDir;

/// What went wrong, in the words of whoever noticed.
type Failure = Box<dyn Error + Send + Sync>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(text) => {
            // Whoever closed the pipe does not want the text.
            let _ = writeln!(std::io::stdout(), "{text}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            let _ = writeln!(std::io::stderr(), "split_floor: {failure}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[String]) -> Result<String, Failure> {
    let wanted = arguments.iter().find(|argument| !argument.starts_with("--"));
    let Some(folder) = wanted else { return split_invented() };
    if Path::new(folder).is_dir() {
        return split_folder(Path::new(folder));
    }
    // `cargo bench WORD` hands the word to every target, as the part of a name.
    if arguments.iter().any(|argument| argument == "--bench") {
        return Ok(format!("split_floor: {folder} is no folder; left out"));
    }
    Err(format!("{folder} is no folder").into())
}

fn split_folder(folder: &Path) -> Result<String, Failure> {
    let started = Instant::now();
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() && holds_table_6(&entry.file_name().to_string_lossy()) {
            paths.push(entry.into_path());
        }
    }
    let split = |buffer: &mut Vec<u8>, path: &PathBuf| -> Result<u64, Failure> {
        buffer.clear();
        File::open(path)?.read_to_end(buffer)?;
        Ok(count_rows(buffer)?)
    };
    let rows: Result<Vec<u64>, Failure> = paths.par_iter().map_init(Vec::new, split).collect();
    Ok(report(paths.len(), rows?.iter().sum(), started.elapsed()))
}

fn split_invented() -> Result<String, Failure> {
    let month = demo_month(&DemoOptions {
        clients: 60,
        providers: 12,
        managers: 3,
        seed: 7,
        edition: Edition::V4,
        month: ServiceMonth::new(2026, 10).ok_or("no such month")?,
        office: OfficeSort::CareManagement,
        differences_per_mille: 10,
        faults: false,
    })?;
    let files: Vec<&DemoFile> = month.files.iter().filter(|file| holds_table_6(&file.name)).collect();
    let started = Instant::now();
    let rows: Result<Vec<u64>, csv::Error> = files.par_iter().map(|file| count_rows(&file.bytes)).collect();
    Ok(report(files.len(), rows?.iter().sum(), started.elapsed()))
}

fn holds_table_6(name: &str) -> bool {
    match read_name(name) {
        NameReading::Exchange(name) => matches!(name.kind, FileKind::Upplan | FileKind::Upjsk),
        _ => false,
    }
}

fn count_rows(data: &[u8]) -> Result<u64, csv::Error> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(data);
    let mut record = csv::ByteRecord::new();
    let mut rows = 0;
    while reader.read_byte_record(&mut record)? {
        rows += 1;
    }
    Ok(rows)
}

fn report(files: usize, rows: u64, took: Duration) -> String {
    let threads = rayon::current_num_threads();
    format!("{files} files, {rows} rows, {:.4} s on {threads} threads", took.as_secs_f64())
}

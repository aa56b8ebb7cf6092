//! Every kind of file that is written, byte for byte. `UPDATE_GOLDEN=1 cargo test --test write` renews the files, which
//! are then to be looked through before they are kept.

use super::house::{Memory, change, fold, mixed, options, write};
use calamine::{Data, Reader, Xlsx};
use kyukan::app::decisions::Decisions;
use kyukan::app::demo::OfficeSort;
use kyukan::app::month::Month;
use kyukan::app::write::{RecordFault, SheetObstacle, Why, WritePlan, WriteWarning, call_list, inquiries};
use kyukan::domain::decision::{Subject, Value};
use kyukan::domain::ids::{ServiceCode, ServiceKind};
use kyukan::domain::month::Timestamp;
use kyukan::format::exchange::{Edition, FileKind};
use kyukan::i18n::width::width;
use kyukan::i18n::{Language, Texts};
use kyukan::report::layout::Paint;
use kyukan::report::words::Words;
use kyukan::report::{call_list as calls, inquiry, write_plan};
use std::collections::BTreeSet;
use std::io::Cursor;
use std::path::{Path, PathBuf};

/// A small month with decisions of every sort and a provider that was withdrawn.
fn small() -> (Memory, Month, Decisions) {
    let source = Memory::invented(8, 11, Edition::V4, OfficeSort::CareManagement);
    let month = source.open();
    let mut changes = mixed(&month);
    let several = |client: &&kyukan::reconcile::ClientComparison| {
        client.lines.iter().map(|line| line.provider).collect::<BTreeSet<_>>().len() > 1
    };
    let comparison = month.comparisons.iter().rev().find(several).unwrap();
    let arrived = comparison.lines.iter().find(|line| line.arrived).unwrap();
    let (client, provider) = (comparison.client, arrived.provider);
    changes.push(change(Subject::Withdrawal { client, provider }, Value::Withdrawn));
    let decisions = fold(changes);
    (source, month, decisions)
}

/// The plan with the inquiries and the list to call through.
fn whole(source: &Memory, month: &Month, decisions: &Decisions, texts: &Texts) -> WritePlan {
    let words = Words { month, texts };
    let mut plan = write(source, month, decisions);
    plan.files.extend(inquiry::files(words, &inquiries(month, decisions), options().at).unwrap());
    plan.files.extend(calls::files(words, &call_list(month, decisions)).unwrap());
    plan
}

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/write").join(name)
}

fn ending(name: &str) -> &str {
    name.rsplit('.').next().unwrap()
}

fn check(name: &str, bytes: &[u8]) {
    let path = golden(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
    }
    let kept = std::fs::read(&path).unwrap_or_default();
    assert!(kept == bytes, "{name} is not what is kept in {}", path.display());
}

fn listed(folder: &Path, into: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            listed(&path, into);
        } else {
            let name = path.strip_prefix(golden("")).unwrap().to_str().unwrap().replace('\\', "/");
            into.insert(name);
        }
    }
}

#[test]
fn every_kind_of_file_is_what_is_kept() {
    let (source, month, decisions) = small();
    let texts = Texts::new(Language::Ja);
    let plan = whole(&source, &month, &decisions, &texts);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let _ = std::fs::remove_dir_all(golden(""));
    }
    let mut kept = BTreeSet::new();
    for file in plan.files.iter().filter(|file| ending(&file.name) != "xlsx") {
        check(&file.name, &file.bytes);
        kept.insert(file.name.clone());
    }
    // The bytes of a spreadsheet are the library's business.
    let mut shown = plan.clone();
    shown.files.retain(|file| ending(&file.name) != "xlsx");
    let words = Words { month: &month, texts: &texts };
    let mut text = Vec::new();
    write_plan::write(&mut text, words, &shown, Paint { is_on: false }).unwrap();
    check("plan.txt", &text);
    let json = serde_json::to_string_pretty(&write_plan::WritePlanJson { words, plan: &shown }).unwrap();
    check("plan.json", (json + "\n").as_bytes());
    kept.extend(["plan.txt", "plan.json"].map(str::to_owned));
    let mut found = BTreeSet::new();
    listed(&golden(""), &mut found);
    assert_eq!(found, kept, "nothing else is kept");
    for wanted in ["UPPLAN", "UPSIKYU", "UPHOSOKU", "UPJSK", "DLTPLAN", "DLTJSK", "INQUIRY", "CALLS"] {
        assert!(found.iter().any(|name| name.contains(wanted)), "{wanted}");
    }
}

/// A FAX of 80 columns, with the offices, the month in 和暦 and a line for every answer.
#[test]
fn an_inquiry_fits_a_fax() {
    let (_, month, decisions) = small();
    for language in [Language::Ja, Language::En] {
        let texts = Texts::new(language);
        let words = Words { month: &month, texts: &texts };
        let sheets = inquiries(&month, &decisions);
        assert!(!sheets.is_empty());
        for sheet in &sheets {
            let text = inquiry::text(words, sheet);
            assert!(text.lines().all(|line| width(line) <= 80), "{text}");
            let answers = text.lines().filter(|line| line.ends_with("____")).count();
            assert_eq!(answers, sheet.questions.len(), "{text}");
            assert!(text.contains(sheet.to.as_str()) && text.contains(month.care_offices[0].as_str()));
            assert_eq!(text.contains("令和8年10月"), language == Language::Ja);
        }
    }
}

#[test]
fn spreadsheets_of_inquiries_hold_text_and_no_formulas() {
    let (source, month, decisions) = small();
    let texts = Texts::new(Language::Ja);
    let plan = whole(&source, &month, &decisions, &texts);
    let mut questions = 0;
    for file in plan.files.iter().filter(|file| matches!(file.why, Why::Inquiry { .. })) {
        if ending(&file.name) == "xlsx" {
            let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file.bytes.clone())).unwrap();
            let name = book.sheet_names()[0].clone();
            let formulas = book.worksheet_formula(&name).unwrap();
            assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()));
            let cells = book.worksheet_range(&name).unwrap();
            assert!(cells.used_cells().all(|(_, _, cell)| matches!(cell, Data::String(_))), "{}", file.name);
            let asked = cells.used_cells().filter(|cell| cell.1 == 5 && cell.0 > 0);
            questions += asked.filter(|(_, _, cell)| **cell == "=この日の実績をご確認ください").count();
        }
        if ending(&file.name) == "csv" {
            let text = std::str::from_utf8(&file.bytes).unwrap();
            assert!(text.starts_with('\u{feff}') && text.contains(",'=この日の実績"), "{text}");
        }
    }
    let asked: usize = inquiries(&month, &decisions).iter().map(|sheet| sheet.questions.len()).sum();
    assert!(questions > 0 && questions == asked);
}

/// Every warning is a sentence that names the client, and stands in the JSON under its code.
#[test]
fn every_warning_has_its_sentence() {
    let (_, month, _) = small();
    let client = month.clients[0].client;
    let character = RecordFault::Character { position: 3, character: '\u{e000}' };
    let left_out = |fault| WriteWarning::ClientLeftOut {
        client,
        kind: FileKind::Uphosoku,
        item_no: 6,
        item: "利用者氏名",
        fault,
    };
    let (office, code) = (month.care_offices[0], ServiceCode::parse("116275").unwrap());
    let not_computed = |obstacle| WriteWarning::SheetNotComputed { client, obstacle };
    let (clock, used) = (Timestamp(20_261_107_093_015), Timestamp(20_261_108_000_000));
    let warnings = vec![
        WriteWarning::ClockBehind { clock, used },
        WriteWarning::KindNotExchanged { client, kind: ServiceKind::parse("33").unwrap(), rows: 2 },
        left_out(character),
        left_out(RecordFault::Empty),
        left_out(RecordFault::NotBare { value: "1,2".to_owned() }),
        WriteWarning::SheetDiffers { client, columns: 3 },
        not_computed(Some(SheetObstacle::UnknownService { office, code })),
        not_computed(Some(SheetObstacle::PricesDiffer { office, kind: code.kind() })),
        not_computed(Some(SheetObstacle::Line { code })),
        not_computed(None),
        WriteWarning::SheetNeedsAllotment { client },
        WriteWarning::SheetLimitUnknown { client },
        WriteWarning::SheetRateAssumed { client },
        WriteWarning::SheetPriceUnknown { client, office, kind: code.kind() },
        WriteWarning::SheetPercentUnknown { client, code },
        WriteWarning::SheetStayUnknown { client },
        WriteWarning::NoProfile { client },
    ];
    let plan = WritePlan { warnings, ..WritePlan::default() };
    for language in [Language::Ja, Language::En] {
        let texts = Texts::new(language);
        let words = Words { month: &month, texts: &texts };
        let mut text = Vec::new();
        write_plan::write(&mut text, words, &plan, Paint { is_on: false }).unwrap();
        let text = String::from_utf8(text).unwrap();
        let lines: Vec<&str> = text.lines().filter(|line| line.starts_with("! ")).collect();
        assert_eq!(lines.len(), plan.warnings.len(), "{text}");
        let distinct: BTreeSet<&&str> = lines.iter().collect();
        assert_eq!(distinct.len(), lines.len(), "{text}");
        assert!(lines[1..].iter().all(|line| line.contains(client.insured.as_str())), "{text}");
        assert!(!text.contains("write-") && !text.contains('{') && !text.contains('\u{e000}'), "{text}");
        assert!(lines[2].contains("UPHOSOKU") && lines[2].contains("利用者氏名") && lines[2].contains('〓'));
    }
    let texts = Texts::new(Language::Ja);
    let words = Words { month: &month, texts: &texts };
    let json = serde_json::to_value(write_plan::WritePlanJson { words, plan: &plan }).unwrap();
    assert_eq!((&json["schema"], &json["month"]), (&"kyukan.write/1".into(), &"2026-10".into()));
    assert_eq!(json["warnings"][2]["code"], "client_left_out");
    assert_eq!(json["warnings"][2]["client"]["insured"], client.insured.as_str());
}

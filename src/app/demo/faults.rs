//! Faults that strict writing cannot make: they are put into the finished bytes of actual files.

use super::planted::{Planted, PlantedClass};
use super::{DemoFile, Setting};
use crate::domain::ids::{ClientKey, InsuredNumber, InsurerNumber, OfficeNumber};
use crate::format::exchange::kinds::FileKind;
use crate::format::exchange::layout::columns_of;
use crate::format::rows::RowSplitter;
use crate::format::sjis;
use std::collections::BTreeSet;

const BY_ROW: [PlantedClass; 6] = [
    PlantedClass::BadDate,
    PlantedClass::BadTime,
    PlantedClass::ShiftedRow,
    PlantedClass::FullWidthDigits,
    PlantedClass::OtherMonth,
    PlantedClass::Gaiji,
];

/// A row cut into its raw cells.
#[derive(Debug)]
struct CutRow {
    start: usize,
    end: usize,
    cells: Vec<Vec<u8>>,
}

/// Positions of the items the faults are about.
#[derive(Debug)]
struct Items {
    insurer: usize,
    insured: usize,
    month: usize,
    units: usize,
    date: usize,
    mask: usize,
    start: usize,
    office: usize,
    office_name: usize,
}

impl Items {
    fn of(setting: &Setting) -> Self {
        let at = |key: &str| {
            let mut columns = columns_of(FileKind::Upjsk.columns(), setting.edition);
            columns.position(|column| column.key == key).unwrap_or(usize::MAX)
        };
        Self {
            insurer: at("insurer_number"),
            insured: at("insured_number"),
            month: at("target_month"),
            units: at("units"),
            date: at("service_date"),
            mask: at("prorated_days_mask"),
            start: at("start_time"),
            office: at("service_office_number"),
            office_name: at("service_office_name"),
        }
    }
}

type Place = (ClientKey, OfficeNumber);

fn place(row: &CutRow, items: &Items) -> Option<Place> {
    let insurer = InsurerNumber::from_bytes(row.cells.get(items.insurer)?)?;
    let person = InsuredNumber::from_bytes(row.cells.get(items.insured)?)?;
    let office = OfficeNumber::from_bytes(row.cells.get(items.office)?)?;
    Some((ClientKey { insurer, insured: person }, office))
}

/// Puts every fault into another actual file as long as there are enough, away from what was planted before.
pub(super) fn plant(files: &mut Vec<DemoFile>, setting: &Setting, planted: &mut Vec<Planted>) {
    // Of actuals that were sent twice neither version is touched: a fault in the first would have no effect.
    let taken_files: BTreeSet<String> =
        planted.iter().filter_map(|planted| planted.file.as_deref().map(without_timestamp)).collect();
    let is_actual = |file: &DemoFile| file.name.starts_with("UPJSK");
    let mut targets =
        positions(files, |file| is_actual(file) && !taken_files.contains(&without_timestamp(&file.name)));
    if targets.is_empty() {
        targets = positions(files, is_actual);
    }
    let items = Items::of(setting);
    let mut taken: BTreeSet<Place> =
        planted.iter().filter_map(|planted| planted.client.zip(planted.provider)).collect();
    for class in BY_ROW {
        let timed = targets.iter().position(|at| files.get(*at).is_some_and(|file| has_times(file, &items)));
        let found = next(&mut targets, timed).and_then(|at| files.get_mut(at));
        planted.extend(found.and_then(|file| row_fault(class, file, setting, &items, &mut taken)));
    }
    for class in [PlantedClass::LineEnds, PlantedClass::HeaderRow] {
        let found = next(&mut targets, None).and_then(|at| files.get_mut(at));
        planted.extend(found.map(|file| file_fault(class, file, setting)));
    }
    let text = "事業所各位\r\n実績は毎月５日までにお送りください。\r\n";
    let name = "お知らせ.txt".to_owned();
    planted.push(Planted { file: Some(name.clone()), ..Planted::new(PlantedClass::ForeignFile) });
    files.push(DemoFile { name, bytes: sjis::encode(text).unwrap_or_default() });
}

/// Name of a file but for `YYYYMMDDHHMMSS.CSV`.
fn without_timestamp(name: &str) -> String {
    name.get(..name.len().saturating_sub(18)).unwrap_or_default().to_owned()
}

/// Takes the file at `wanted`, else the first one, and puts it last: it comes again when there are too few files.
fn next(targets: &mut Vec<usize>, wanted: Option<usize>) -> Option<usize> {
    let at = wanted.unwrap_or_default();
    if at >= targets.len() {
        return None;
    }
    let target = targets.remove(at);
    targets.push(target);
    Some(target)
}

fn has_times(file: &DemoFile, items: &Items) -> bool {
    cut(&file.bytes).first().and_then(|row| row.cells.get(items.start)).is_some_and(|time| time != b"9999")
}

fn positions(files: &[DemoFile], wanted: impl Fn(&DemoFile) -> bool) -> Vec<usize> {
    files.iter().enumerate().filter(|(_, file)| wanted(file)).map(|(at, _)| at).collect()
}

fn cut(data: &[u8]) -> Vec<CutRow> {
    let mut splitter = RowSplitter::new(data, 0);
    let mut rows = Vec::new();
    while let Some(head) = splitter.next_row() {
        let cells = splitter.cells().iter().map(|cell| cell.of(data).to_vec()).collect();
        rows.push(CutRow { start: head.start as usize, end: head.end as usize, cells });
    }
    rows
}

fn row_fault(
    class: PlantedClass,
    file: &mut DemoFile,
    setting: &Setting,
    items: &Items,
    taken: &mut BTreeSet<Place>,
) -> Option<Planted> {
    let rows = cut(&file.bytes);
    let has_time = |row: &&CutRow| row.cells.get(items.start).is_some_and(|time| time != b"9999");
    let is_free = |row: &&CutRow| place(row, items).is_some_and(|place| !taken.contains(&place));
    let chosen =
        rows.iter().filter(has_time).find(is_free).or_else(|| rows.iter().find(is_free)).or(rows.first())?;
    let place = place(chosen, items);
    taken.extend(place);
    let mut cells = chosen.cells.clone();
    let (before, after) = spoil(class, &mut cells, setting, items)?;
    let mut bytes = file.bytes.get(..chosen.start)?.to_vec();
    bytes.extend(cells.join(&b","[..]));
    bytes.extend_from_slice(file.bytes.get(chosen.end..)?);
    file.bytes = bytes;
    let day =
        chosen.cells.get(items.date).and_then(|date| std::str::from_utf8(date.get(6..)?).ok()?.parse().ok());
    let (client, provider) = place.unzip();
    Some(Planted {
        client,
        provider,
        day,
        file: Some(file.name.clone()),
        before,
        after,
        ..Planted::new(class)
    })
}

/// Changes the cells of a row; what stood there and what stands there now.
fn spoil(
    class: PlantedClass,
    cells: &mut Vec<Vec<u8>>,
    setting: &Setting,
    items: &Items,
) -> Option<(String, String)> {
    let (month, previous) = (setting.month.compact(), setting.month.previous().compact());
    let at = match class {
        PlantedClass::BadTime => items.start,
        PlantedClass::ShiftedRow => items.mask,
        PlantedClass::FullWidthDigits => items.units,
        PlantedClass::Gaiji => items.office_name,
        _ => items.date,
    };
    let cell = cells.get_mut(at)?;
    let shown = |cell: &[u8]| sjis::Encoding::Ms932.decode(cell).into_owned();
    let before = shown(cell);
    match class {
        PlantedClass::BadDate => *cell = format!("{month}{:02}", setting.month.days() + 1).into_bytes(),
        PlantedClass::BadTime => *cell = b"2560".to_vec(),
        PlantedClass::FullWidthDigits => *cell = full_width(cell),
        PlantedClass::Gaiji => {
            let end = cell.len().saturating_sub(1);
            cell.splice(end..end, *b"\xF0\x40");
        }
        PlantedClass::OtherMonth => {
            let day = String::from_utf8_lossy(cell.get(6..)?).into_owned();
            let day = if day.as_str() > "28" { "28".to_owned() } else { day };
            *cell = format!("{previous}{day}").into_bytes();
            *cells.get_mut(items.month)? = previous.into_bytes();
        }
        _ => {
            let columns = cells.len();
            cells.remove(at);
            return Some((format!("{columns} columns"), format!("{} columns", columns - 1)));
        }
    }
    let after = shown(cells.get(at)?);
    Some((before, after))
}

fn full_width(cell: &[u8]) -> Vec<u8> {
    let wide = |byte: &u8| {
        if byte.is_ascii_digit() { vec![0x82, 0x4F + (byte - b'0')] } else { vec![*byte] }
    };
    cell.iter().flat_map(wide).collect()
}

fn file_fault(class: PlantedClass, file: &mut DemoFile, setting: &Setting) -> Planted {
    if class == PlantedClass::LineEnds {
        file.bytes.retain(|byte| *byte != b'\r');
    } else {
        let names: Vec<&str> =
            columns_of(FileKind::Upjsk.columns(), setting.edition).map(|column| column.name).collect();
        let mut bytes = sjis::encode(&(names.join(",") + "\r\n")).unwrap_or_default();
        bytes.append(&mut file.bytes);
        file.bytes = bytes;
    }
    Planted { file: Some(file.name.clone()), ..Planted::new(class) }
}

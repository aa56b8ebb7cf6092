//! Rows of the other kinds: every column is checked against the layout, and what a row hangs on is kept.

use super::frame::{Frame, Row};
use super::service::warn_text;
use super::sink::Sink;
use super::text::normalise;
use super::value::{self, Fault};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::domain::month::{Day, ServiceMonth, digits};
use crate::domain::problem::{Problem, ProblemCode};
use crate::domain::row::ClientProfile;
use crate::format::exchange::cell::ColumnType;
use crate::format::exchange::kinds::{FileKind, LinkKey};
use crate::format::exchange::layout::Column;
use crate::format::exchange::name::FileName;

/// What a record hangs on besides the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Link {
    /// A service month.
    Month(ServiceMonth),
    /// Date of a plan or interview, as `YYYYMMDD`; `YYYYMM` when the day is left out (standard, ambiguity 24).
    Date(u32),
    /// Not used (`000000`, `00000000`).
    Nothing,
}

/// One row of a file other than 第6表 and 第7表.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyedRow {
    /// Whose.
    pub client: ClientKey,
    /// What it hangs on. 利用者補足情報 sent with a plan document hangs on the date, with a month's plan on the month.
    pub link: Link,
    /// 利用者補足情報.
    pub profile: Option<Box<ClientProfile>>,
    /// Provider and kind whose 実績 is withdrawn (DLTJSK).
    pub target: Option<(OfficeNumber, ServiceKind)>,
    /// Physical line, from 1.
    pub line: u32,
}

impl KeyedRow {
    /// The service month it hangs on, when it hangs on one.
    pub fn month(&self) -> Option<ServiceMonth> {
        if let Link::Month(month) = self.link { Some(month) } else { None }
    }
}

/// Where the items stand that are asked for by name, found once a file.
struct At {
    link: usize,
    care_plan_created_on: usize,
    provider: usize,
    service_kind: usize,
    name: usize,
    kana: usize,
    birth_date: usize,
    care_level: usize,
    limit_units: usize,
    certification_status: usize,
    sex: usize,
    limit_from: usize,
    limit_to: usize,
    level_changed_on: usize,
    previous_level: usize,
    /// Code of the first of nine frames of a kind, a limit and two sums.
    kind_limits: usize,
    stay_days_before: usize,
}

/// Frames of 種類支給限度基準額, and their columns.
const KIND_FRAMES: usize = 9;
const FRAME_COLUMNS: usize = 4;

impl At {
    fn of(kind: FileKind) -> Self {
        let (LinkKey::Month(link) | LinkKey::Date(link)) = kind.link_key();
        Self {
            link: kind.position(link),
            care_plan_created_on: kind.position("care_plan_created_on"),
            provider: kind.position("service_office_number"),
            service_kind: kind.position("service_kind_code"),
            name: kind.position("user_name"),
            kana: kind.position("user_name_kana"),
            birth_date: kind.position("user_birth_date"),
            care_level: kind.position("care_level_code"),
            limit_units: kind.position("category_benefit_limit_units"),
            certification_status: kind.position("certification_status_code"),
            sex: kind.position("user_sex_code"),
            limit_from: kind.position("benefit_limit_valid_from"),
            limit_to: kind.position("benefit_limit_valid_to"),
            level_changed_on: kind.position("care_level_changed_on"),
            previous_level: kind.position("previous_care_level_code"),
            kind_limits: kind.position("kind_limit_1_service_kind_code"),
            stay_days_before: kind.position("short_stay_days_until_previous_month"),
        }
    }
}

/// Reads the rows of a file.
pub fn read(frame: &mut Frame<'_>, sink: &mut Sink, name: &FileName) -> Vec<KeyedRow> {
    let mut out = Vec::new();
    let at = At::of(name.kind);
    loop {
        let mark = sink.mark();
        let Some(row) = frame.next_row(sink) else { return out };
        match read_row(&row, sink, name, &at) {
            Ok(keyed) => {
                row.warn_padding(sink);
                check_columns(&row, sink, name.kind);
                out.push(keyed);
            }
            Err(fault) => sink.quarantine(fault.problem(&row)),
        }
        row.name_client(sink, mark);
    }
}

fn read_row(row: &Row<'_>, sink: &mut Sink, name: &FileName, at: &At) -> Result<KeyedRow, Fault> {
    let kind = name.kind;
    let client = value::client(row, sink)?;
    let link = link(row, sink, kind, at)?;
    if let (Link::Month(month), Some(file_month)) = (link, name.month)
        && month != file_month
    {
        return Err(Fault::new(at.link, ProblemCode::MonthDiffers, file_month.to_string()));
    }
    let target = if kind == FileKind::Dltjsk {
        let provider = value::office(row, sink, at.provider)?;
        let position = at.service_kind;
        let text = normalise(&row.cell(position), row.encoding).to_ascii_uppercase();
        let service_kind =
            ServiceKind::parse(&text).ok_or(Fault::invalid(position, "expected-alphanumeric 2"))?;
        Some((provider, service_kind))
    } else {
        None
    };
    let profile = (kind == FileKind::Uphosoku).then(|| Box::new(profile(row, at)));
    Ok(KeyedRow { client, link, profile, target, line: row.line })
}

/// The month or date a row hangs on. 利用者補足情報 hangs on the plan's date when its month is `000000`.
fn link(row: &Row<'_>, sink: &mut Sink, kind: FileKind, at: &At) -> Result<Link, Fault> {
    match kind.link_key() {
        LinkKey::Month(_) => {
            if normalise(&row.cell(at.link), row.encoding) == "000000" {
                return date_link(row, at.care_plan_created_on);
            }
            value::month(row, sink, at.link).map(Link::Month)
        }
        LinkKey::Date(_) => date_link(row, at.link),
    }
}

fn date_link(row: &Row<'_>, position: usize) -> Result<Link, Fault> {
    let text = normalise(&row.cell(position), row.encoding);
    let bytes = text.as_bytes();
    if bytes == b"00000000" {
        return Ok(Link::Nothing);
    }
    let readable = Day::from_digits(bytes).is_some() || ServiceMonth::from_digits(bytes).is_some();
    match digits(bytes).and_then(|number| u32::try_from(number).ok()) {
        Some(number) if readable => Ok(Link::Date(number)),
        _ if text.is_empty() => Err(Fault::new(position, ProblemCode::Empty, "expected-date")),
        _ => Err(Fault::invalid(position, "expected-date")),
    }
}

fn profile(row: &Row<'_>, at: &At) -> ClientProfile {
    let plain = |position| normalise(&row.cell(position), row.encoding);
    let kind_limit = |frame: usize| {
        let first = at.kind_limits + frame * FRAME_COLUMNS;
        let kind = ServiceKind::parse(&plain(first))?;
        Some((kind, plain(first + 1).parse().ok()?))
    };
    ClientProfile {
        name: row.text(at.name),
        kana: row.text(at.kana),
        birth_date: plain(at.birth_date),
        care_level: plain(at.care_level),
        limit_units: plain(at.limit_units).parse().ok(),
        certification_status: plain(at.certification_status),
        sex: plain(at.sex),
        limit_from: plain(at.limit_from),
        limit_to: plain(at.limit_to),
        level_changed_on: plain(at.level_changed_on),
        previous_level: plain(at.previous_level),
        kind_limits: (0..KIND_FRAMES).filter_map(kind_limit).collect(),
        stay_days_before: plain(at.stay_days_before).parse().ok(),
    }
}

/// Warns of every cell that does not fit its column; the row stays, because only its keys decide (standard,
/// ambiguities 3, 4 and 25).
fn check_columns(row: &Row<'_>, sink: &mut Sink, kind: FileKind) {
    for (position, column) in kind.columns().iter().enumerate() {
        let raw = row.raw(position);
        if raw.is_empty() {
            if column.required && column.is_in(row.edition) {
                sink.once("", row.problem_at(position, Problem::warned(ProblemCode::Empty)));
            }
        } else if column.ty == ColumnType::FreeText {
            warn_text(row, sink, position);
        } else if position > 2 {
            check_value(row, sink, position, column);
        }
    }
}

fn check_value(row: &Row<'_>, sink: &mut Sink, position: usize, column: &Column) {
    let text = normalise(&row.cell(position), row.encoding);
    if text.is_empty() || column.ty == ColumnType::Nothing {
        return;
    }
    let warned = |code| row.problem_at(position, Problem::warned(code));
    if !column.ty.accepts(&text) {
        sink.add(warned(ProblemCode::Invalid).expected(pattern(column.ty)));
    } else if !column.knows_code(&text) {
        sink.once(&text, warned(ProblemCode::CodeUnknown).expected(column.codes));
    } else if let Some(len) = column.max_len(row.edition)
        && text.chars().count() > usize::from(len.max(column.tolerated_len.unwrap_or(0)))
    {
        sink.add(warned(ProblemCode::TooLong).expected(format!("expected-length {len}")));
    }
}

/// The message that says what a column type looks like.
fn pattern(ty: ColumnType) -> &'static str {
    match ty {
        ColumnType::Month => "expected-month",
        ColumnType::Date => "expected-date",
        ColumnType::Time => "expected-time",
        ColumnType::Flag => "expected-code 0, 1",
        _ => "expected-number",
    }
}

//! Rows of the 第7表 from the rows of the 第6表.

use super::Setting;
use super::offices::Offices;
use super::people::Client;
use super::rows::Row;
use crate::domain::codes::UnitType;

/// One detail line: the rows of one provider, code, units and piece of equipment.
#[derive(Debug)]
struct Line<'a> {
    row: &'a Row,
    count: i32,
}

impl Line<'_> {
    fn amount(&self) -> i64 {
        i64::from(self.row.units) * i64::from(self.count)
    }

    fn managed(&self) -> Option<i64> {
        self.row.code.in_limit.then(|| self.amount())
    }
}

/// Lines of one provider and kind.
#[derive(Debug)]
struct Group<'a> {
    provider: usize,
    kind: &'static str,
    lines: Vec<Line<'a>>,
}

impl Group<'_> {
    fn in_limit(&self) -> i64 {
        self.lines.iter().filter_map(Line::managed).sum()
    }
}

fn groups(rows: &[Row]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for row in rows {
        let is_its = |group: &&mut Group<'_>| group.provider == row.provider && group.kind == row.kind();
        let Some(group) = groups.iter_mut().find(is_its) else {
            let lines = vec![Line { row, count: i32::from(row.count) }];
            groups.push(Group { provider: row.provider, kind: row.kind(), lines });
            continue;
        };
        let same = |line: &&mut Line<'_>| {
            line.row.code.code == row.code.code
                && line.row.units == row.units
                && line.row.item == row.item
                && line.row.line == row.line
        };
        match group.lines.iter_mut().find(same) {
            Some(_) if row.code.unit == UnitType::Month => {}
            Some(line) => line.count += i32::from(row.count),
            None => group.lines.push(Line { row, count: i32::from(row.count) }),
        }
    }
    for group in &mut groups {
        group.lines.sort_by_key(|line| (line.row.code.unit == UnitType::Percent, line.row.code.code));
    }
    groups.sort_by_key(|group| (group.provider, group.kind));
    groups
}

/// Units that count against the level limit.
pub(super) fn managed_units(rows: &[Row]) -> i64 {
    groups(rows).iter().map(Group::in_limit).sum()
}

/// What a percent addition comes to for one provider.
pub(super) fn percent_units(rows: &[Row], addition: &Row) -> i64 {
    let all = groups(rows);
    let group = all.iter().find(|group| group.provider == addition.provider && group.kind == addition.kind());
    share(group.map(Group::in_limit).unwrap_or_default(), addition.code.per_mille)
}

/// Units of a line; `within` are those of its provider and kind inside the limit.
fn amount(line: &Line<'_>, within: i64) -> i64 {
    if line.row.code.unit == UnitType::Percent {
        share(within, line.row.code.per_mille)
    } else {
        line.amount()
    }
}

fn share(units: i64, per_mille: i32) -> i64 {
    (units * i64::from(per_mille) + 500) / 1000
}

/// Nights of short stay in the rows, and those of the months before.
pub(super) fn stay_days(rows: &[Row]) -> (i64, i64) {
    let nights = rows.iter().filter(|row| row.kind() == "21" && row.code.unit == UnitType::Day);
    let before = rows.iter().find_map(|row| row.stay_before).unwrap_or_default();
    (i64::try_from(nights.count()).unwrap_or_default(), i64::from(before))
}

/// 単位数単価 in hundredths of a yen, of an area of middling grade.
fn price_cents(kind: &str) -> i64 {
    match kind {
        "11" | "13" | "A2" => 1084,
        "15" | "78" | "A6" => 1054,
        "16" | "66" | "21" => 1066,
        _ => 1000,
    }
}

/// Units and yen of one printed row.
#[derive(Clone, Copy, Debug, Default)]
struct Figures {
    amount: i64,
    managed: Option<i64>,
    limits: Option<(i64, i64)>,
    price_cents: Option<i64>,
    covered: Option<i64>,
    claim: Option<i64>,
    full: Option<i64>,
}

impl Figures {
    /// Yen of what is covered and of what the client pays in full.
    fn priced(mut self, covered_units: i64, over_units: i64, price_cents: i64, percent: i64) -> Self {
        let covered = covered_units * price_cents / 100;
        self.price_cents = Some(price_cents);
        self.covered = Some(covered);
        self.claim = Some(covered * percent / 100);
        self.full = Some(over_units * price_cents / 100);
        self
    }

    /// サービス単位金額 to 利用者負担（全額負担分）.
    fn texts(&self, percent: i64) -> [String; 13] {
        let text = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        let price = self.price_cents.map(|cents| format!("{}.{:02}", cents / 100, cents % 100));
        [
            self.amount.to_string(),
            text(self.managed),
            String::new(),
            String::new(),
            text(self.limits.map(|(over, _)| over)),
            text(self.limits.map(|(_, within)| within)),
            price.unwrap_or_default(),
            text(self.covered),
            text(self.price_cents.map(|_| percent)),
            text(self.claim),
            String::new(),
            text(self.covered.zip(self.claim).map(|(covered, claim)| covered - claim)),
            text(self.full),
        ]
    }

    fn add(&mut self, other: &Figures) {
        let sum =
            |a: &mut Option<i64>, b: Option<i64>| *a = Some(a.unwrap_or_default() + b.unwrap_or_default());
        let (over, within) = self.limits.unwrap_or_default();
        let (more_over, more_within) = other.limits.unwrap_or_default();
        self.limits = Some((over + more_over, within + more_within));
        sum(&mut self.covered, other.covered);
        sum(&mut self.claim, other.claim);
        sum(&mut self.full, other.full);
    }
}

/// Prints the sheet of one client.
#[derive(Debug)]
pub(super) struct Printer<'a> {
    /// Whose.
    pub(super) client: &'a Client,
    /// Providers.
    pub(super) offices: &'a Offices,
    /// The month.
    pub(super) setting: &'a Setting,
    /// 作成年月日.
    pub(super) created: &'a str,
}

impl Printer<'_> {
    /// Texts of all rows, and the units beyond the limit.
    pub(super) fn rows(&self, plan: &[Row]) -> (Vec<Vec<String>>, i64) {
        let mut out = Vec::new();
        let mut total = Figures::default();
        let mut room = i64::from(self.client.limit);
        for group in groups(plan) {
            let managed = group.in_limit();
            let within = managed.min(room.max(0));
            room -= within;
            self.group(&group, (managed - within, within), &mut out, &mut total);
            let units: i64 = group.lines.iter().map(|line| amount(line, within)).sum();
            total.amount += units;
            total.managed = Some(total.managed.unwrap_or_default() + managed);
        }
        let over = total.limits.map(|(over, _)| over).unwrap_or_default();
        out.push(self.texts(None, "999999", 0, total, plan));
        (out, over)
    }

    /// Details; with several of them the limit and the yen stand on the subtotal, additions outside the limit keep
    /// their own.
    fn group(&self, group: &Group<'_>, limits: (i64, i64), out: &mut Vec<Vec<String>>, total: &mut Figures) {
        let price = price_cents(group.kind);
        let percent = i64::from(self.client.benefit_percent);
        let rows: Vec<Row> = group.lines.iter().map(|line| line.row.clone()).collect();
        let has_subtotal = group.lines.len() > 1 && group.lines.iter().any(|line| line.row.code.in_limit);
        let (over, within) = limits;
        let sum = Figures {
            amount: group.in_limit(),
            managed: Some(group.in_limit()),
            limits: Some(limits),
            ..Figures::default()
        };
        let sum = sum.priced(within, over, price, percent);
        for line in &group.lines {
            let amount = amount(line, within);
            let mut figures = Figures { amount, managed: line.managed(), ..Figures::default() };
            if !line.row.code.in_limit {
                figures = figures.priced(amount, 0, price, percent);
                total.add(&figures);
            } else if !has_subtotal {
                figures = sum;
            }
            out.push(self.texts(Some(line.row), line.row.code.code, line.count, figures, &rows));
        }
        if group.lines.iter().any(|line| line.row.code.in_limit) {
            total.add(&sum);
        }
        if has_subtotal {
            let mark = format!("{}AAAA", group.kind);
            let of = group.lines.first().map(|line| line.row);
            out.push(self.texts(of, &mark, 0, sum, &rows));
        }
    }

    fn texts(
        &self,
        row: Option<&Row>,
        code: &str,
        count: i32,
        figures: Figures,
        stay_of: &[Row],
    ) -> Vec<String> {
        let provider = row.and_then(|row| self.offices.get(row.provider));
        let detail = row.filter(|row| row.code.code == code);
        let item = detail.and_then(|row| row.item.as_ref());
        let units = detail.map(|row| row.units.to_string());
        let number =
            |wanted: bool| item.filter(|item| item.by_notification == wanted).map(|item| item.number.clone());
        let mut texts = vec![
            self.setting.edition.csv_version().to_owned(),
            self.client.insurer.clone(),
            self.client.insured.clone(),
            self.created.to_owned(),
            self.setting.month.compact(),
            provider.map(|provider| provider.name.clone()).unwrap_or_default(),
            provider.map_or_else(|| "9999999999".to_owned(), |provider| provider.number.to_string()),
            provider.map(|provider| provider.satellite.to_owned()).unwrap_or_default(),
            code.to_owned(),
            number(false).unwrap_or_default(),
            number(true).unwrap_or_default(),
            item.map(|item| item.name.clone()).unwrap_or_default(),
            units.clone().unwrap_or_else(|| "0".to_owned()),
            if detail.is_some() { "100".to_owned() } else { String::new() },
            units.unwrap_or_default(),
            count.to_string(),
        ];
        texts.extend(figures.texts(i64::from(self.client.benefit_percent)));
        texts.extend(stay_texts(stay_of));
        texts.extend(["0", "9999999999", ""].map(str::to_owned));
        texts.extend([self.setting.care_office.to_string(), String::new()]);
        texts
    }
}

/// Days of short stay: before this month, in it, together; empty without a stay.
fn stay_texts(rows: &[Row]) -> [String; 3] {
    match stay_days(rows) {
        (0, _) => Default::default(),
        (nights, before) => [before, nights, before + nights].map(|days| days.to_string()),
    }
}

//! A row of the 第6表 as it is invented, and its texts.

use super::Setting;
use super::catalogue::Service;
use super::offices::Offices;
use super::people::Client;
use crate::domain::codes::UnitType;

/// A piece of equipment on a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// TAISコード or 届出コード.
    pub(super) number: String,
    /// The number is a 届出コード.
    pub(super) by_notification: bool,
    /// 用具名称.
    pub(super) name: String,
}

/// One row.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Position of the provider.
    pub(super) provider: usize,
    /// What is done.
    pub(super) code: &'static Service,
    /// サービス利用日.
    pub(super) day: u8,
    /// Start and end in minutes since midnight; `None` is written 9999.
    pub(super) times: Option<(u16, u16)>,
    /// サービス回数.
    pub(super) count: u8,
    /// 単位数.
    pub(super) units: i32,
    /// Rows of one visit share its number; 0 is for rows that hang on no visit.
    pub(super) visit: u32,
    /// 前月までの短期入所利用日数.
    pub(super) stay_before: Option<u8>,
    /// 日割対象日: bit 0 is the 1st.
    pub(super) prorated: Option<u32>,
    /// Equipment.
    pub(super) item: Option<Item>,
    /// 明細判別コード; 0 is written empty.
    pub(super) line: u8,
}

impl Row {
    /// A row without times that hangs on no visit.
    pub(super) fn new(provider: usize, code: &'static Service, day: u8) -> Self {
        Self {
            provider,
            code,
            day,
            times: None,
            count: 1,
            units: code.units,
            visit: 0,
            stay_before: None,
            prorated: None,
            item: None,
            line: 0,
        }
    }

    /// サービス種類.
    pub(super) fn kind(&self) -> &'static str {
        self.code.kind()
    }

    /// Counted in 単位数 × 回数 of its visit (not by month and no share of others).
    pub(super) fn is_counted(&self) -> bool {
        !matches!(self.code.unit, UnitType::Month | UnitType::Percent)
    }

    /// Short form for the list of what was planted.
    pub(super) fn brief(&self) -> String {
        let (start, end) = self.time_texts();
        let item = self.item.as_ref().map(|item| format!(" {}", item.number)).unwrap_or_default();
        let line = if self.line > 0 { format!(" #{}", self.line) } else { String::new() };
        format!("{:02} {start}-{end} {} {}x{}{item}{line}", self.day, self.code.code, self.units, self.count)
    }

    fn time_texts(&self) -> (String, String) {
        let text = |minutes: u16| format!("{:02}{:02}", minutes / 60 % 24, minutes % 60);
        self.times
            .map_or_else(|| ("9999".to_owned(), "9999".to_owned()), |(start, end)| (text(start), text(end)))
    }

    /// The texts of its columns, in the order of edition 4.
    pub(super) fn texts(
        &self,
        client: &Client,
        offices: &Offices,
        setting: &Setting,
        who: &Author<'_>,
    ) -> Vec<String> {
        let month = setting.month.compact();
        let (start, end) = self.time_texts();
        let (tais, notification, item_name) = match &self.item {
            Some(item) if item.by_notification => (String::new(), item.number.clone(), item.name.clone()),
            Some(item) => (item.number.clone(), String::new(), item.name.clone()),
            None => Default::default(),
        };
        let provider = offices.get(self.provider);
        vec![
            setting.edition.csv_version().to_owned(),
            client.insurer.clone(),
            client.insured.clone(),
            who.created.to_owned(),
            month.clone(),
            setting.care_office.to_string(),
            client.manager.clone(),
            self.units.to_string(),
            self.stay_before.map(|days| days.to_string()).unwrap_or_default(),
            format!("{month}{:02}", self.day),
            self.prorated.map(mask).unwrap_or_default(),
            start,
            end,
            self.count.to_string(),
            self.code.code.to_owned(),
            tais,
            notification,
            item_name,
            if self.line == 0 { String::new() } else { self.line.to_string() },
            provider.map(|provider| provider.number.to_string()).unwrap_or_default(),
            provider.map(|provider| provider.name.clone()).unwrap_or_default(),
            provider.map(|provider| provider.satellite.to_owned()).unwrap_or_default(),
            "0".to_owned(),
            who.updated_by.to_owned(),
            String::new(),
        ]
    }
}

/// Who wrote a row, and when.
#[derive(Clone, Copy, Debug)]
pub(super) struct Author<'a> {
    /// 作成年月日, eight digits.
    pub(super) created: &'a str,
    /// 更新業者コード.
    pub(super) updated_by: &'a str,
}

fn mask(days: u32) -> String {
    (0..31).map(|bit| if days >> bit & 1 == 1 { '1' } else { '0' }).collect()
}

/// By day, then time; rows of one visit stay together, rows without times come last.
pub(super) fn sort(rows: &mut [Row]) {
    rows.sort_by_key(|row| {
        (row.day, row.times.map_or(u16::MAX, |(start, _)| start), row.provider, row.visit)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mask_has_31_characters() {
        assert_eq!(mask(0b11111), format!("11111{}", "0".repeat(26)));
        assert_eq!(mask(1 << 30).len(), 31);
    }
}

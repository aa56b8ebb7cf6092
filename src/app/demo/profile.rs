//! 利用者補足情報 of one client.

use super::people::Client;
use super::rows::Row;
use super::{Setting, sheet};
use crate::format::exchange::kinds::FileKind;

/// The texts of its columns.
pub(super) fn texts(client: &Client, setting: &Setting, plan: &[Row], over_limit: i64) -> Vec<String> {
    let year = setting.month.year();
    let (nights, before) = sheet::stay_days(plan);
    let (limit, over) = (client.limit.to_string(), over_limit.to_string());
    let (before, total) = (before.to_string(), (before + nights).to_string());
    let (month, care_office) = (setting.month.compact(), setting.care_office.to_string());
    let (certified, from, to) =
        (format!("{}0416", year - 1), format!("{}0501", year - 1), format!("{}0430", year + 1));
    let certified = if client.applying { "" } else { &certified };
    let filled = [
        ("csv_version", setting.edition.csv_version()),
        ("insurer_number", &client.insurer),
        ("insured_number", &client.insured),
        ("care_plan_created_on", "00000000"),
        ("user_name_kana", &client.kana),
        ("user_name", &client.name),
        ("user_sex_code", client.sex),
        ("user_birth_date", &client.birth),
        ("user_postal_code", "999-0000"),
        ("user_address_1", &client.address),
        ("user_phone", &client.phone),
        ("certification_date", certified),
        ("benefit_limit_valid_from", &from),
        ("benefit_limit_valid_to", &to),
        ("certification_status_code", if client.applying { "1" } else { "2" }),
        ("care_level_code", client.level),
        ("category_benefit_limit_units", &limit),
        ("kind_limit_total_over_limit_units", &over),
        ("short_stay_days_until_previous_month", &before),
        ("short_stay_cumulative_days", &total),
        ("consent_receiving_office_number", &care_office),
        ("updated_by_office_number", &care_office),
        ("target_month", &month),
    ];
    let text =
        |key: &str| filled.iter().find(|(filled, _)| *filled == key).map(|(_, text)| (*text).to_owned());
    FileKind::Uphosoku.columns().iter().map(|column| text(column.key).unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::demo::tests::{options, setting};

    #[test]
    fn every_key_is_a_column() {
        let options = options();
        let client = crate::app::demo::people::client(&options, 0);
        let texts = texts(&client, &setting(&options), &[], 0);
        assert_eq!(texts.iter().filter(|text| !text.is_empty()).count(), 23);
    }
}

use super::*;
use crate::app::checks::predict;
use crate::app::decisions::{Cells, Decisions};
use crate::app::registers::{Silence, register, set};
use crate::check::fixture::{client, key, month};
use crate::check::{Facts, Remedy, RowPlace};
use crate::domain::fixture::journalled;
use crate::domain::row::FileIndex;
use crate::i18n::Language;
use crate::report::finding_words::tests::{found, review};
use crate::report::layout::Paint;
use serde_json::json as object;

const DAY_CARE: &str = "1379900119";

/// The sample month in which the telephone of a day care is registered.
fn with_phone() -> Review {
    let mut decisions = Decisions::default();
    let cells = [("office", DAY_CARE), ("phone", "03-0000-0119"), ("fax", "03-0000-0120")];
    let cells: Cells = cells.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
    let providers = register("providers").unwrap();
    decisions.push(journalled(1, set(&decisions, providers, &cells).unwrap()));
    Review::with_decisions(review().month, None, decisions)
}

fn open(finding: Finding) -> Found {
    Found { finding, silence: None }
}

/// Two clients: one of the day care, and one who waits for a certification, with a silenced finding.
fn checks(review: &Review) -> Vec<ClientChecks> {
    let mut over = found("actual-over-slip", Facts::Claimed { claimed: 1_234, slip: 1_100 });
    (over.pair, over.units, over.yen) = (Some(key(DAY_CARE, "15")), 134, Some(1_433));
    over.differences = vec!["d1".to_owned()];
    over.remedy = Remedy::Adopt(over.differences.clone());
    over.rows = vec![RowPlace { file: FileIndex(0), line: 12 }];
    let mut pending = found("application-pending", Facts::Plain);
    (pending.pair, pending.units, pending.yen) = (None, 590, None);
    pending.remedy = Remedy::HoldBack;
    let mut limit = found("limit-differs", Facts::Limit { units: 20_000, limit: 16_765 });
    (limit.pair, limit.severity, limit.units, limit.yen) = (None, Severity::Confirm, 590, None);
    let silence = Some(Silence { reason: "=市の上乗せ".to_owned(), until: month("2027-03") });
    let at = |insured: &str| {
        let client = client("139907", insured);
        (client, review.month.position(client).unwrap())
    };
    let ((day, day_at), (rent, rent_at)) = (at("0009223514"), at("0009183919"));
    let history = (Need::History, vec!["sent-twice", "new-after-decided"]);
    vec![
        ClientChecks {
            client: rent,
            position: rent_at,
            findings: vec![open(pending), Found { finding: limit, silence }],
            not_checked: vec![history.clone()],
        },
        ClientChecks {
            client: day,
            position: day_at,
            findings: vec![open(over)],
            not_checked: vec![history, (Need::Master, vec!["sheet-differs"])],
        },
    ]
}

fn with_list<T>(language: Language, run: impl FnOnce(FindingList<'_>) -> T) -> T {
    let (review, texts) = (with_phone(), Texts::new(language));
    let checks = checks(&review);
    run(FindingList { review: &review, checks: &checks, texts: &texts })
}

fn text_in(language: Language) -> String {
    with_list(language, |list| {
        let mut out = Vec::new();
        text::write(&mut out, list, Paint { is_on: false }).unwrap();
        String::from_utf8(out).unwrap()
    })
}

#[test]
fn the_text_begins_with_sums_and_orders_clients_by_yen() {
    let expected = "\
点検の結果 2026-10（令和8年10月）
  返戻見込 1件: 利用者1人、サービス事業所1か所、590単位、金額不明
  査定見込 1件: 利用者1人、サービス事業所1か所、134単位 1,433円
  合計（重なりを除く）: 724単位 1,433円（ほかに金額の分からないもの1件）

伊藤　昭 139907 0009223514  担当 佐藤　由美  134単位 1,433円
  査定見込  増減B  計画を超える実績  社会福祉法人渚会　デイサービス(1379900119) 15 通所介護  134単位  1,433円
    15 通所介護の実績 1,234単位 が、給付管理票の計画単位数 1,100単位 を超えています（134単位）。このまま請求されると、超えた分は査定されます。
    対応: 差異1件を採用して、計画に載せます。

佐藤　留蔵 139907 0009183919  担当 鈴木　健  590単位、金額不明
  返戻見込  12PA  認定申請中  利用者全体  590単位  金額不明
    要介護認定の申請中です。結果が出る前に送ると、給付管理票が返戻になります。
    対応: 今回は送らず、月遅れにします。

点検の除外にしているもの: 1件

点検していないこと
  * すべての利用者（2人）: 前回までの送付の記録がないため、点検していません（2件の点検）。給付管理票を書き出すと（書出しの画面、kyukan write --slips）、次の月から点検できます。
  * 利用者1人（伊藤　昭）: サービスコードの表がないため、点検していません（1件の点検）。kyukan master import で取り込んでください。
";
    assert_eq!(text_in(Language::Ja), expected);
}

#[test]
fn the_text_is_complete_in_english() {
    let text = text_in(Language::En);
    assert!(!text.contains(['{', '}', '$']), "{text}");
    assert!(text.contains("return 1: clients 1, service offices 1, 590 units, no price"), "{text}");
}

#[test]
fn a_month_in_which_nothing_was_found_says_so() {
    let (review, texts) = (review(), Texts::new(Language::Ja));
    let list = FindingList { review: &review, checks: &[], texts: &texts };
    let mut out = Vec::new();
    text::write(&mut out, list, Paint { is_on: false }).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.ends_with("見込みは見つかりませんでした。\n"), "{text}");
    assert_eq!(call_sheet::text(list), "");
}

#[test]
fn a_client_with_nothing_but_things_to_look_at_has_no_sum() {
    let (review, texts) = (review(), Texts::new(Language::Ja));
    let mut checks = checks(&review);
    checks.remove(0);
    for found in checks.iter_mut().flat_map(|client| &mut client.findings) {
        found.finding.severity = Severity::Confirm;
    }
    let list = FindingList { review: &review, checks: &checks, texts: &texts };
    let mut out = Vec::new();
    text::write(&mut out, list, Paint { is_on: false }).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains("  要確認 1件: 利用者1人、サービス事業所1か所\n"), "{text}");
    assert!(text.contains("伊藤　昭 139907 0009223514  担当 佐藤　由美  要確認\n"), "{text}");
    assert_eq!(call_sheet::text(list), "", "nobody loses anything");
}

#[test]
fn what_the_own_office_puts_right_is_not_telephoned() {
    let (review, texts) = (review(), Texts::new(Language::Ja));
    let mut checks = checks(&review);
    checks.truncate(1);
    checks[0].findings[0].finding.remedy = Remedy::DecideShares;
    let list = FindingList { review: &review, checks: &checks, texts: &texts };
    assert_eq!(call_sheet::text(list), "");
}

#[test]
fn csv_has_a_line_for_each_and_no_formula() {
    let bytes = with_list(Language::Ja, |list| {
        let mut out = Vec::new();
        csv::write(&mut out, list).unwrap();
        out
    });
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.starts_with("\u{feff}month,severity,severity_name,code,check,"), "{text}");
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 4, "a header, two findings, and a silenced one at the end");
    assert_eq!(
        lines[1],
        "2026-10,cut,査定見込,増減B,actual-over-slip,計画を超える実績,139907,0009223514,伊藤　昭,佐藤　由美,1379900119,社会福祉法人渚会　デイサービス,15,134,1433,\"社会福祉法人渚会　デイサービス(1379900119) 15 通所介護の実績 1,234単位 が、給付管理票の計画単位数 1,100単位 を超えています（134単位）。このまま請求されると、超えた分は査定されます。\",給付管理票の計画単位数を超えて請求された分は、国保連の突合で減らされます（増減単位数通知書 事由B）。,adopt,差異1件を採用して、計画に載せます。,DLTJSK_202610_1379900077_21_1379900010_43_20261106090035.CSV:12,,"
    );
    assert!(lines[3].ends_with(",'=市の上乗せ,2027-03"), "{}", lines[3]);
}

#[test]
fn json_names_everything() {
    let (findings, missing) = with_list(Language::Ja, |list| {
        let findings: Vec<_> = json::findings(&list).collect();
        (serde_json::to_value(findings).unwrap(), serde_json::to_value(json::not_checked(&list)).unwrap())
    });
    let first = &findings[0];
    let expected = object!({
        "check": "actual-over-slip", "code": "増減B", "severity": "cut", "insurer": "139907",
        "insured": "0009223514", "provider": DAY_CARE, "kind": "15", "units": 134, "yen": 1433,
        "differences": ["d1"], "message": first["message"], "why": first["why"], "silenced": null,
        "rows": [{"file": first["rows"][0]["file"], "line": 12}],
        "remedy": {"action": "adopt", "text": "差異1件を採用して、計画に載せます。"},
    });
    assert_eq!(*first, expected);
    assert!(first["rows"][0]["file"].as_str().unwrap().starts_with("DLTJSK_202610_"));
    assert!(first["message"].as_str().unwrap().contains(DAY_CARE));
    assert_eq!(findings[1]["provider"], object!(null));
    assert_eq!(findings[2]["silenced"], object!({"reason": "=市の上乗せ", "until": "2027-03"}));
    assert_eq!(missing[0]["need"], "history");
    assert_eq!(
        missing[0]["checks"],
        object!(["new-after-decided", "sent-twice"]),
        "in the order of the list"
    );
    assert_eq!((&missing[0]["clients"], &missing[1]["clients"]), (&object!(2), &object!(1)));
    assert!(missing[0]["message"].as_str().unwrap().contains("2件の点検"));
}

#[test]
fn offices_are_told_what_is_cut_and_what_waits() {
    let text = with_list(Language::Ja, call_sheet::text);
    let expected = "\
査定・保留の見込みの連絡票  2026-10（令和8年10月）

[ ] 社会福祉法人渚会　デイサービス(1379900119)  電話 03-0000-0119  FAX 03-0000-0120  1件 134単位 1,433円
    伊藤　昭  0009223514  15 通所介護  査定見込  134単位  1,433円
      15 通所介護の実績 1,234単位 が、給付管理票の計画単位数 1,100単位 を超えています（134単位）。このまま請求されると、超えた分は査定されます。
      相談すること: 計画の変更として扱ってよいか、増えた日と内容を確かめてください。

[ ] 福祉用具店すずらん(1379900127)  電話 未登録  FAX 未登録  1件 590単位、金額不明
    佐藤　留蔵  0009183919  17 福祉用具  保留見込  590単位  金額不明
      給付管理票が今回は決定しない見込みのため（認定申請中）、この事業所の請求は保留になります。
      相談すること: 今回は請求せず、給付管理票を送る月に合わせて請求してもらってください。
";
    assert_eq!(text, expected);
}

#[test]
fn the_sheet_is_a_spreadsheet_too() {
    let bytes = with_list(Language::Ja, |list| call_sheet::csv(list).unwrap());
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(
        lines[0],
        "\u{feff}事業所番号,サービス事業所,電話番号,FAX番号,利用者名,被保険者番号,サービス種類,見込み,単位数,金額,内容,相談すること"
    );
    assert_eq!(lines.len(), 3);
    assert!(
        lines[1].starts_with("1379900119,社会福祉法人渚会　デイサービス,03-0000-0119,03-0000-0120,"),
        "{}",
        lines[1]
    );
}

#[test]
fn the_sample_month_can_be_told() {
    let (review, texts) = (review(), Texts::new(Language::Ja));
    let predicted = predict(&review, month("2026-11"));
    let list = FindingList { review: &review, checks: &predicted.checks.clients, texts: &texts };
    let mut out = Vec::new();
    text::write(&mut out, list, Paint { is_on: false }).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(!text.contains(['{', '}', '$']), "{text}");
    let open = predicted.checks.open().count();
    assert_eq!(text.matches("    対応: ").count(), open, "each finding is told once");
    assert!(open > 0 && json::findings(&list).count() >= open);
    println!("{text}");
}

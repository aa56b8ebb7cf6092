//! Notices as they arrive. Names and numbers are invented.

use super::*;
use crate::domain::ids::{InsuredNumber, InsurerNumber};
use crate::format::kokuhoren::numbers::Payer;
use crate::format::kokuhoren::read::{FileFault, RowFault, read};
use crate::format::kokuhoren::return_codes::of_entry;
use crate::format::sjis;

/// A file of data rows (everything after the record number) with its frame, in MS932.
fn file(data_kind: &str, rows: &[&str]) -> KokuhorenFile {
    let control = format!("1,1,0,{},{data_kind},0,0,1379900010,0,7,202608,0\r\n", rows.len());
    let data: Vec<_> = rows.iter().zip(2..).map(|(row, no)| format!("2,{no},{row}\r\n")).collect();
    let text = format!("{control}{}3,{}\r\n", data.concat(), rows.len() + 2);
    let file = read(&sjis::encode(&text).unwrap());
    assert_eq!(file.faults, [], "{text}");
    file
}

/// A return list: a slip with two items at fault, a held claim, a plan fee without slip, an old code.
fn return_list() -> KokuhorenFile {
    file(
        "741",
        &[
            "7411,H1,1379900010,\"見本居宅介護支援事業所\",202608,20260831,1,\"見本県国民健康保険団体連合会\"",
            "7411,D1,0000139998,\"見本市\",0000000001,ﾐﾎﾝ ﾊﾅｺ,\"給\",202607,,11200,B,\"証記載保険者番号：市町村の認定情報が未登録\",\"１２Ｐ０\",",
            "7411,D1,0000139998,\"見本市\",0000000001,ﾐﾎﾝ ﾊﾅｺ,\"給\",202607,,11200,B,\"被保険者番号：市町村の認定情報が未登録\",\"１２Ｐ０\",",
            "7411,D1,0000139998,\"見本市\",0000000002,ﾐﾎﾝ ﾀﾛｳ,\"請\",202607,11,5000,C,\"支援事業所に請求明細書に対応した給付管理票の提出依頼が必要\",\"保留\",1111",
            "7411,D1,0000139998,\"見本市\",0000000001,ﾐﾎﾝ ﾊﾅｺ,\"サ\",202607,43,1086,D,\"計画費に対応した給付管理票の提出が必要\",\"返戻\",",
            "7411,D1,0012139901,\"見本福祉事務所\",H000000004,ﾐﾎﾝ ｼﾞﾛｳ,\"給\",202606,,1000,A,\"作成区分：既に該当給付管理票有り\",\"Ｎ９　\",",
            "7411,D1,0000139998,\"見本市\",0000000005,ﾐﾎﾝ ｻﾌﾞﾛｳ,\"給\",202607,,1000,A,\"\",\"Ｎ０\",",
        ],
    )
}

#[test]
fn a_return_list_is_read_with_its_codes() {
    let file = return_list();
    assert_eq!(file.quarantined, []);
    let notices = notices(&file);
    assert_eq!((notices.len(), notices[0].kind, notices[0].rows.len()), (1, NoticeKind::Returns, 7));
    assert_eq!(notices[0].office.unwrap().as_str(), "1379900010");
    assert_eq!(notices[0].month, ServiceMonth::parse("202608"));
    let entries = returns(&file);
    let first = &entries[0];
    assert_eq!(first.payer, InsurerNumber::parse("139998").map(Payer::Insurer));
    assert_eq!(first.insured, InsuredNumber::parse("0000000001"));
    assert_eq!((&first.document, first.reason), (&Document::Slip, Some(ReturnReason::Register)));
    assert_eq!((first.item.as_str(), first.title.as_str()), ("証記載保険者番号", "市町村の認定情報が未登録"));
    assert_eq!((&first.remark, first.remark_text.as_str()), (&Remark::Code("12P0".to_owned()), "１２Ｐ０"));
    assert_eq!((first.units, first.kana.as_str()), (Some(11_200), "ﾐﾎﾝ ﾊﾅｺ"));
    assert_eq!((&entries[2].remark, entries[2].service_item.as_str()), (&Remark::Held, "1111"));
    let raw = &file.rows[first.row].raw;
    assert!(raw.starts_with(b"2,3,7411,D1,0000139998,"), "the line as it came is kept");
}

#[test]
fn public_payers_and_old_codes_are_recognised() {
    let entries = returns(&return_list());
    assert_eq!(entries[4].payer, Some(Payer::Public("12139901".to_owned())));
    assert_eq!(entries[4].remark, Remark::Code("ANN9".to_owned()));
    assert_eq!(entries[4].remark_text, "Ｎ９", "the original stays but for the blank at its end");
    assert_eq!(entries[5].remark, Remark::Code("N0".to_owned()), "stands for two codes");
    let codes = |entry: &ReturnEntry| of_entry(entry).iter().map(|code| code.code).collect::<Vec<_>>();
    assert_eq!(codes(&entries[0]), ["12P0"]);
    assert_eq!(codes(&entries[2]), ["保留"]);
    assert_eq!(codes(&entries[3]), ["計画費D"]);
    assert_eq!(codes(&entries[5]), ["ANN0", "ANNJ"]);
}

#[test]
fn rows_of_one_slip_are_put_together() {
    let groups = groups(&returns(&return_list()));
    let rows: Vec<_> = groups.iter().map(|group| group.rows.clone()).collect();
    assert_eq!(rows, [vec![1, 2], vec![3], vec![4], vec![5], vec![6]]);
    assert_eq!(groups[2].document, Document::Fee, "the plan fee of the same client is another document");
}

#[test]
fn lists_of_13_items_are_read() {
    let row = "D1,0000139998,\"見本市\",0000000002,ﾐﾎﾝ ﾀﾛｳ,\"請\",202607,11,-20,C,\"内容\"";
    let care = file("741", &[&format!("7411,{row},\"保留\"")]);
    assert_eq!(care.rows[0].record.kind(), RecordKind::ReturnRow2003);
    let entry = returns(&care).remove(0);
    assert_eq!((entry.remark, entry.units), (Remark::Held, Some(-20)));
    let support = file("742", &[&format!("7421,{row},\"ＡＢＢ０\"")]);
    assert_eq!(support.rows[0].record.kind(), RecordKind::SupportReturnRow);
    assert_eq!(returns(&support)[0].remark, Remark::Code("ABB0".to_owned()));
    let alone = notices(&support).remove(0);
    assert_eq!(
        (alone.is_support, alone.office, alone.month),
        (true, None, None),
        "a list without its header"
    );
}

#[test]
fn unknown_remarks_and_documents_are_kept() {
    let rows = ["7411,D1,1379900028,\"見本市\",0000000002,,\"他\",202607,,,Z,\"内容\",\"ほか\","];
    let entry = returns(&file("741", &rows)).remove(0);
    assert_eq!((entry.payer.as_ref(), entry.reason), (None, None));
    assert_eq!(entry.document, Document::Other("他".to_owned()));
    assert_eq!(entry.remark, Remark::Other("ほか".to_owned()));
    assert_eq!(of_entry(&entry), [] as [&crate::format::kokuhoren::return_codes::ReturnCode; 0]);
    assert_eq!(groups(&[entry.clone(), entry]).len(), 1);
}

#[test]
fn a_row_without_a_client_or_with_an_unknown_id_is_quarantined() {
    let bytes =
        sjis::encode("2,2,7411,D1,139998,\"見本市\",,,\"給\",202607,,,A,\"\",\"\",\r\n2,3,7499,D1,1\r\n")
            .unwrap();
    let file = read(&bytes);
    assert!(matches!(file.quarantined[0].fault, RowFault::Key(ref fault) if fault.item_no == 5));
    let unknown = RowFault::UnknownRecord { exchange_id: "7499".to_owned(), part: "D1".to_owned() };
    assert_eq!(file.quarantined[1].fault, unknown);
    assert!(file.faults.contains(&FileFault::NoControl));
}

const PAYMENTS: [&str; 5] = [
    "7521,H1,1379900010,\"見本居宅介護支援事業所\",202608,20260831,1,\"見本県国民健康保険団体連合会\"",
    "7521,D1,00139998,202607,43,\"居宅介護支援\",2,0,2172,23544,23544,,,,",
    "7521,T1,2,0,2172,23544,23544,0,0,0,0",
    "7521,T2,1,0,-1086,-11772,-11772,0,0,0,0",
    "7521,T3,1,0,1086,11772,11772,0,0,0,0",
];

#[test]
fn payments_that_add_up_have_no_faults() {
    let file = file("752", &PAYMENTS);
    let notices = notices(&file);
    assert_eq!((notices.len(), notices[0].kind), (1, NoticeKind::Payments));
    assert_eq!(notices[0].records(&file).count(), 5);
    // One claim was taken back; its number is taken off as well.
    assert_eq!(payment_faults(&notices[0], &file), []);
}

#[test]
fn payments_that_do_not_add_up_say_where() {
    let mut rows = PAYMENTS;
    rows[2] = "7521,T1,2,0,2172,23545,23544,0,0,0,0";
    rows[4] = "7521,T3,1,0,1087,11773,11772,0,0,0,0";
    let file = file("752", &rows);
    assert_eq!(
        payment_faults(&notices(&file)[0], &file),
        [
            PaymentFault::Sum { item_no: 6, declared: 23_545, found: 23_544 },
            PaymentFault::Decided { item_no: 5, declared: 1087, found: 1086 },
        ]
    );
}

/// One row of each other notice; what is read is looked at by its items.
#[test]
fn every_other_notice_is_read() {
    let rows = [
        ("721", "7211,D1,00139998,202607,1,,1086,,,,,,,,,,,,,,"),
        ("721", "7211,T1,1,,-11772,,1,,1086,,,,,,,,,,,,,,"),
        ("722", "7221,D1,00139998,202607,1,,442,,,,,,,,,,,,,,"),
        ("731", "7311,D1,00139998,0000000001,ﾐﾎﾝ ﾊﾅｺ,202607,11,,-250,B,\"給付管理票の実績を超える\",\"\""),
        (
            "751",
            "7511,H1,202608,100,0001,\"見本県見本市\",\"見本居宅介護支援事業所\",\"見本法人\",1379900010,23544,23544,0,0,0,0,23544,\"見本銀行\",\"本店\",20260930,\"連合会\"",
        ),
        (
            "751",
            "7513,H1,202608,100,0001,\"見本県見本市\",\"見本居宅介護支援事業所\",\"見本法人\",1379900010,23544,23544,0,0,0,0,0,0,23544,\"見本銀行\",\"本店\",20260930,\"連合会\"",
        ),
        ("754", "7541,D1,00139998,202607,AF,\"介護予防ケアマネジメント\",1,0,442,4791,4791,,,,"),
        (
            "761",
            "7611,D1,00139998,\"見本市\",0000000001,\"ﾐﾎﾝ ﾊﾅｺ\",202606,43,\"居宅介護支援\",4032,\"給付管理票取消による取下げ\",1086,11772",
        ),
        (
            "763",
            "7631,D1,00139998,\"見本市\",0000000001,\"ﾐﾎﾝ ﾊﾅｺ\",202606,AF,\"介護予防ケアマネジメント\",4002,\"請求誤りによる取下げ\",442,4791",
        ),
        (
            "762",
            "7621,D1,00139998,\"見本市\",0000000001,\"ﾐﾎﾝ ﾊﾅｺ\",202606,11,\"訪問介護\",0151,\"給付管理票修正\",04,5000,4000,5000,5000,1000,9000",
        ),
    ];
    for (data_kind, row) in rows {
        let file = file(data_kind, &[row]);
        assert_eq!((file.quarantined.len(), file.rows[0].notes.len()), (0, 0), "{row}");
        assert_eq!(notices(&file).len(), 1, "{row}");
        match &file.rows[0].record {
            DataRecord::ChangesTotal(total) => assert_eq!(total.claim_difference_amount, Some(-11_772)),
            DataRecord::CutRow(cut) => {
                assert_eq!((cut.delta_units, cut.reason.as_str()), (Some(-250), "B"));
            }
            DataRecord::PaymentNotice(notice) => assert_eq!(notice.transfer_amount, Some(23_544)),
            DataRecord::PaymentNoticeWithSupport(notice) => {
                assert_eq!((notice.sogo_paid, notice.total_amount), (Some(0), Some(23_544)));
                assert_eq!(notices(&file)[0].office.unwrap().as_str(), "1379900010");
            }
            DataRecord::WithdrawalRow(row) => {
                let reason = withdrawal_reason(&row.kago_reason_code).unwrap();
                assert_eq!(reason, ("40".to_owned(), "32".to_owned()));
                assert_eq!(row.insurer_share, Some(11_772));
            }
            DataRecord::AppealRow(row) => {
                assert_eq!((row.appeal_reason_code.as_str(), row.adjusted_units), ("0151", Some(1000)));
            }
            _ => {}
        }
    }
}

#[test]
fn several_pages_and_notices_in_one_file_are_told_apart() {
    let mut rows = PAYMENTS.to_vec();
    rows.extend(PAYMENTS);
    let file = file("752", &rows);
    let notices = notices(&file);
    assert_eq!(notices.iter().map(|notice| notice.rows.len()).collect::<Vec<_>>(), [5, 5]);
}

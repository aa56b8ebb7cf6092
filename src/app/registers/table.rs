//! The registers there are. A new one is one entry, and a text for it and for each of its columns.

use super::Sort::{
    Check, Choice, Count, Date, Digits, Fee, Flag, Insured, Insurer, Kind, List, Month, Office, Owner,
    Percent, Price, Tenths, Text, Whom,
};
use super::{Column, FeeNames, Register, Sort};

const fn column(name: &'static str, sort: Sort) -> Column {
    Column { name, sort }
}

const FROM: Column = column("from", Month);
const INSURER: Column = column("insurer", Insurer);
const INSURED: Column = column("insured", Insured);
const OFFICE: Column = column("office", Office);
const KIND: Column = column("kind", Kind);
/// 地域区分, as `kyukan.toml` writes it.
const GRADE: Column = column("area_grade", Choice(&["1", "2", "3", "4", "5", "6", "7", "other"]));

/// Every register.
pub const REGISTERS: &[Register] = &[
    // 介護支援専門員, each from a month on.
    Register {
        name: "managers",
        keys: &[column("name", Text), FROM],
        columns: &[
            column("number", Digits(8)),
            column("full_time", Tenths { most: 10 }),
            column("head", Flag),
            column("chief", Flag),
            column("to", Month),
        ],
        needs: &[],
        spans: &[("from", "to")],
    },
    // 契約, 認定 and 公費 of clients.
    Register {
        name: "clients",
        keys: &[INSURER, INSURED],
        columns: &[
            column("contract_on", Date),
            column("ended_on", Date),
            column("filed_on", Date),
            column("manager", Text),
            column("birth_date", Date),
            column("sex", Choice(&["1", "2"])),
            column("entrusted_by", Office),
            column("named_area", Flag),
            column("cert_from", Date),
            column("cert_to", Date),
            column("payer", Digits(8)),
            column("recipient", Digits(7)),
        ],
        needs: &[],
        spans: &[("contract_on", "ended_on"), ("cert_from", "cert_to")],
    },
    // 給付率 of clients, each from a month on.
    Register {
        name: "rates",
        keys: &[INSURER, INSURED, FROM],
        columns: &[column("rate", Percent), column("reimbursed", Flag)],
        needs: &[],
        spans: &[],
    },
    // Additions and reductions of the plan fee of a client in a month.
    Register {
        name: "additions",
        keys: &[INSURER, INSURED, column("month", Month), column("name", Fee(FeeNames::Both))],
        columns: &[column("count", Count)],
        needs: &[],
        spans: &[],
    },
    // 体制 of the own office, each from a month on.
    Register {
        name: "terms",
        keys: &[FROM],
        columns: &[
            column("fee_type", Choice(&["1", "2"])),
            column("additions", List(FeeNames::Additions)),
            column("factors", List(FeeNames::Factors)),
            column("treatment", Flag),
            column("full_time", Tenths { most: 9999 }),
            GRADE,
        ],
        needs: &["fee_type"],
        spans: &[],
    },
    // サービス事業所.
    Register {
        name: "providers",
        keys: &[OFFICE],
        columns: &[
            column("name", Text),
            column("corporation", Text),
            column("phone", Text),
            column("fax", Text),
            GRADE,
            column("verified", Flag),
        ],
        needs: &[],
        spans: &[],
    },
    // 単位数単価 of offices, and of municipalities for 総合事業.
    Register {
        name: "prices",
        keys: &[column("owner", Owner), KIND, FROM],
        columns: &[column("price", Price), column("to", Month)],
        needs: &["price"],
        spans: &[("from", "to")],
    },
    // 指定/基準該当/地域密着型サービス/総合事業識別コード (8222) of offices.
    Register {
        name: "classes",
        keys: &[OFFICE, KIND],
        columns: &[column("class", Choice(&["1", "2", "3", "4", "5", "6", "7", "8", "9"]))],
        needs: &["class"],
        spans: &[],
    },
    // 点検の除外: checks that are not told for a client or a service office for a while.
    Register {
        name: "silences",
        keys: &[column("check", Check), column("whom", Whom)],
        columns: &[column("reason", Text), column("to", Month)],
        needs: &["reason", "to"],
        spans: &[],
    },
    // 保険者.
    Register {
        name: "insurers",
        keys: &[INSURER],
        columns: &[column("name", Text)],
        needs: &["name"],
        spans: &[],
    },
];

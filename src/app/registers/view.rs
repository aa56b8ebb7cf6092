//! The registers typed, with look-ups by service month.

mod build;

use super::cell::CellFault;
use crate::app::decide::plain;
use crate::app::decisions::Cells;
use crate::benefit::money::BenefitRate;
use crate::benefit::price::KnownPrice;
use crate::benefit::rates::{AreaGrade, FeeType};
use crate::check::Finding;
use crate::domain::ids::{ClientKey, InsurerNumber, OfficeNumber, ServiceKind};
use crate::domain::month::ServiceMonth;
use crate::domain::slip::{OfficeClass, Sex};
use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// 介護支援専門員 in a month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manager {
    /// Name, as it was entered.
    pub name: String,
    /// 介護支援専門員番号, 8 digits.
    pub number: Option<String>,
    /// 常勤換算 in tenths.
    pub full_time_tenths: Option<u16>,
    /// 管理者.
    pub is_head: bool,
    /// 主任介護支援専門員.
    pub is_chief: bool,
}

/// What the office knows of a client.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClientEntry {
    /// 契約日.
    pub contract_on: Option<NaiveDate>,
    /// 契約終了日.
    pub ended_on: Option<NaiveDate>,
    /// 居宅サービス計画作成依頼届出年月日.
    pub filed_on: Option<NaiveDate>,
    /// Name of the 担当.
    pub manager: Option<String>,
    /// 生年月日, when 利用者補足情報 lacks it.
    pub birth_date: Option<NaiveDate>,
    /// 性別, when 利用者補足情報 lacks it.
    pub sex: Option<Sex>,
    /// 委託元の地域包括支援センター, when the plan is made by commission.
    pub entrusted_by: Option<OfficeNumber>,
    /// 厚生労働大臣が定める地域.
    pub in_named_area: bool,
    /// First day of 認定有効期間.
    pub cert_from: Option<NaiveDate>,
    /// Last day of 認定有効期間.
    pub cert_to: Option<NaiveDate>,
    /// 公費負担者番号, 8 digits.
    pub payer: Option<String>,
    /// 公費受給者番号, 7 digits.
    pub recipient: Option<String>,
}

/// 体制 of the own office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// 居宅介護支援費 (Ⅰ) or (Ⅱ).
    pub fee_type: FeeType,
    /// Names of additions and reductions in units, as the rate tables have them.
    pub additions: Vec<String>,
    /// Names of factors, as the rate tables have them.
    pub factors: Vec<String>,
    /// 処遇改善加算.
    pub has_treatment: bool,
    /// 常勤換算 of the office in tenths, when it is not that of the managers.
    pub full_time_tenths: Option<u16>,
    /// 地域区分.
    pub area_grade: Option<AreaGrade>,
}

/// What the office knows of a サービス事業所.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProviderEntry {
    /// 事業所名.
    pub name: Option<String>,
    /// 法人名.
    pub corporation: Option<String>,
    /// 電話番号.
    pub phone: Option<String>,
    /// FAX番号.
    pub fax: Option<String>,
    /// 地域区分.
    pub area_grade: Option<AreaGrade>,
    /// Whether somebody looked its number up, so that a check digit that does not fit is no fault.
    pub is_verified: bool,
}

/// 点検の除外: a check is not told for a client or a service office for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    /// Why.
    pub reason: String,
    /// The last service month for which it holds.
    pub until: ServiceMonth,
}

/// For whom a check is silenced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Whom {
    Client(ClientKey),
    Office(OfficeNumber),
}

/// A row that cannot be read (any more): another version of the program wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Name of the register.
    pub register: &'static str,
    /// Texts of the key columns.
    pub key: Vec<String>,
    /// Texts of the other columns.
    pub cells: Cells,
    /// What is wrong.
    pub faults: Vec<CellFault>,
}

/// Something that holds from a month on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Since<T> {
    from: ServiceMonth,
    to: Option<ServiceMonth>,
    value: T,
}

/// Rows that follow one another, ordered by their first month.
type Timeline<T> = Vec<Since<T>>;

/// 給付率, and whether it is 償還払い.
type Rate = (Option<BenefitRate>, bool);

/// Every register, ready to be asked. Built once after each change of a register.
#[derive(Clone, Debug, Default)]
pub struct Registers {
    managers: BTreeMap<String, Timeline<Manager>>,
    clients: FxHashMap<ClientKey, ClientEntry>,
    rates: FxHashMap<ClientKey, Timeline<Rate>>,
    additions: FxHashMap<(ClientKey, ServiceMonth), Vec<(String, u8)>>,
    terms: Timeline<Terms>,
    providers: FxHashMap<OfficeNumber, ProviderEntry>,
    prices: Vec<KnownPrice>,
    classes: FxHashMap<(OfficeNumber, ServiceKind), OfficeClass>,
    insurers: FxHashMap<InsurerNumber, String>,
    silences: FxHashMap<(String, Whom), Silence>,
    unreadable: Vec<Unreadable>,
}

impl Registers {
    /// 介護支援専門員 by name in a month; blanks and width of characters do not matter.
    pub fn manager(&self, name: &str, month: ServiceMonth) -> Option<&Manager> {
        in_force(self.managers.get(&plain(name))?, month)
    }

    /// Every 介護支援専門員 of a month, in the order of the names.
    pub fn managers(&self, month: ServiceMonth) -> impl Iterator<Item = &Manager> {
        self.managers.values().filter_map(move |timeline| in_force(timeline, month))
    }

    /// What the office knows of a client.
    pub fn client(&self, client: ClientKey) -> Option<&ClientEntry> {
        self.clients.get(&client)
    }

    /// 給付率 of a client in a month, and whether it is 償還払い.
    pub fn rate(&self, client: ClientKey, month: ServiceMonth) -> Option<(Option<BenefitRate>, bool)> {
        in_force(self.rates.get(&client)?, month).copied()
    }

    /// Additions, reductions and factors of the plan fee of a client in a month, each with its 回数, by name.
    pub fn additions(&self, client: ClientKey, month: ServiceMonth) -> Vec<(String, u8)> {
        self.additions.get(&(client, month)).cloned().unwrap_or_default()
    }

    /// 体制 of the own office in a month.
    pub fn terms(&self, month: ServiceMonth) -> Option<&Terms> {
        in_force(&self.terms, month)
    }

    /// What the office knows of a サービス事業所.
    pub fn provider(&self, office: OfficeNumber) -> Option<&ProviderEntry> {
        self.providers.get(&office)
    }

    /// 単位数単価 of offices and municipalities, for [`price`](crate::benefit::price::price).
    pub fn prices(&self) -> &[KnownPrice] {
        &self.prices
    }

    /// 指定/基準該当/地域密着型サービス/総合事業識別コード of an office and kind.
    pub fn class(&self, office: OfficeNumber, kind: ServiceKind) -> Option<OfficeClass> {
        self.classes.get(&(office, kind)).copied()
    }

    /// Name of a 保険者.
    pub fn insurer_name(&self, insurer: InsurerNumber) -> Option<&str> {
        self.insurers.get(&insurer).map(String::as_str)
    }

    /// Why a finding about a client is not to be told in a month (点検の除外), when somebody said so: for the client, or for
    /// the service office that it is about.
    pub fn silence(&self, finding: &Finding, client: ClientKey, month: ServiceMonth) -> Option<&Silence> {
        if self.silences.is_empty() {
            return None;
        }
        let whom = [Some(Whom::Client(client)), finding.pair.map(|(office, _)| Whom::Office(office))];
        let of = |whom: Whom| self.silences.get(&(finding.check.to_owned(), whom));
        whom.into_iter().flatten().filter_map(of).find(|silence| month <= silence.until)
    }

    /// Whether any サービス事業所 was entered.
    pub fn has_providers(&self) -> bool {
        !self.providers.is_empty()
    }

    /// Whether any 介護支援専門員 was entered.
    pub fn has_managers(&self) -> bool {
        !self.managers.is_empty()
    }

    /// Rows that cannot be read; nothing else knows of them.
    pub fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }
}

/// The newest row that has begun decides, until its end; an older one does not come back after that.
fn in_force<T>(timeline: &[Since<T>], month: ServiceMonth) -> Option<&T> {
    let begun = timeline.partition_point(|row| row.from <= month);
    let newest = timeline.get(begun.checked_sub(1)?)?;
    newest.to.is_none_or(|to| month <= to).then_some(&newest.value)
}

/// Puts entries in without texts, for tests of what is made of them. Each holds for every month.
#[cfg(test)]
pub(in crate::app) mod entering {
    use super::{
        ClientEntry, ClientKey, KnownPrice, Manager, OfficeNumber, ProviderEntry, Registers, ServiceMonth,
        Since, Terms, plain,
    };

    fn always<T>(value: T) -> Vec<Since<T>> {
        let from = ServiceMonth::new(2000, 1).unwrap();
        vec![Since { from, to: None, value }]
    }

    pub(in crate::app) fn price(registers: &mut Registers, price: KnownPrice) {
        registers.prices.push(price);
    }

    pub(in crate::app) fn manager(registers: &mut Registers, name: &str, manager: Manager) {
        let manager = Manager { name: name.to_owned(), ..manager };
        registers.managers.insert(plain(name), always(manager));
    }

    pub(in crate::app) fn client(registers: &mut Registers, client: ClientKey, entry: ClientEntry) {
        registers.clients.insert(client, entry);
    }

    pub(in crate::app) fn additions(
        registers: &mut Registers,
        (client, month): (ClientKey, ServiceMonth),
        names: &[(&str, u8)],
    ) {
        let names = names.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect();
        registers.additions.insert((client, month), names);
    }

    pub(in crate::app) fn terms(registers: &mut Registers, terms: Terms) {
        registers.terms = always(terms);
    }

    pub(in crate::app) fn provider(registers: &mut Registers, office: OfficeNumber, entry: ProviderEntry) {
        registers.providers.insert(office, entry);
    }
}

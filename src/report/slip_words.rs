//! Names and short texts of slips (給付管理票), which hold numbers and codes only.

use super::event_words::action_words;
use super::layout::{display, grouped};
use super::words::care_level;
use crate::app::month::Month;
use crate::app::review::Review;
use crate::domain::ids::{ClientKey, InsurerNumber, OfficeNumber, ServiceKind};
use crate::domain::kind::kind_info;
use crate::domain::month::{Day, ServiceMonth};
use crate::format::kokuhoren::codes::{CareLevel, OfficeClass, PlanMaker, Sex, SlipAction};
use crate::i18n::dates::DateStyle;
use crate::i18n::{Language, Texts};

/// Who is behind the numbers of a slip; `None` for whom nobody named.
pub trait SlipNames {
    /// 利用者氏名.
    fn client(&self, client: ClientKey) -> Option<String>;
    /// 利用者氏名フリガナ.
    fn kana(&self, client: ClientKey) -> Option<String>;
    /// 事業所名.
    fn office(&self, office: OfficeNumber) -> Option<String>;
    /// 保険者名. No exchange file has it.
    fn insurer(&self, _insurer: InsurerNumber) -> Option<String> {
        None
    }
}

/// The names in the files of a month.
impl SlipNames for Month {
    fn client(&self, client: ClientKey) -> Option<String> {
        self.profile(client).map(|profile| profile.name.clone())
    }

    fn kana(&self, client: ClientKey) -> Option<String> {
        self.profile(client).map(|profile| profile.kana.clone())
    }

    fn office(&self, office: OfficeNumber) -> Option<String> {
        self.office_names.get(&office).cloned()
    }
}

/// The names in the files of a month, else those in the registers.
impl SlipNames for Review {
    fn client(&self, client: ClientKey) -> Option<String> {
        self.month.client(client)
    }

    fn kana(&self, client: ClientKey) -> Option<String> {
        self.month.kana(client)
    }

    fn office(&self, office: OfficeNumber) -> Option<String> {
        self.month.office(office).or_else(|| self.registers.provider(office)?.name.clone())
    }

    fn insurer(&self, insurer: InsurerNumber) -> Option<String> {
        self.registers.insurer_name(insurer).map(str::to_owned)
    }
}

/// The names and the texts in one place.
#[derive(Clone, Copy)]
pub struct SlipWords<'a> {
    /// The names.
    pub names: &'a dyn SlipNames,
    /// The texts.
    pub texts: &'a Texts,
}

impl SlipWords<'_> {
    /// Name of a client, or the text for no name.
    pub fn client(self, client: ClientKey) -> String {
        said(self.names.client(client)).unwrap_or_else(|| self.texts.get("no-name"))
    }

    /// フリガナ of a client; empty when there is none.
    pub fn kana(self, client: ClientKey) -> String {
        said(self.names.kana(client)).unwrap_or_default()
    }

    /// Name of an insurer; empty when there is none.
    pub fn insurer(self, insurer: InsurerNumber) -> String {
        said(self.names.insurer(insurer)).unwrap_or_default()
    }

    /// Name of an office; empty when there is none.
    pub fn office(self, office: OfficeNumber) -> String {
        said(self.names.office(office)).unwrap_or_default()
    }

    /// `みどりケア(1379900028)`, or the number alone.
    pub fn numbered_office(self, office: OfficeNumber) -> String {
        said(self.names.office(office)).map_or_else(|| office.to_string(), |name| format!("{name}({office})"))
    }

    /// Short name of a kind as on slips; empty when there is none.
    pub fn kind(self, kind: ServiceKind) -> &'static str {
        kind_info(kind).map_or("", |info| info.short_name)
    }

    /// 要介護状態区分.
    pub fn level(self, level: CareLevel) -> String {
        care_level(self.texts, level.code())
    }

    /// 作成区分 新規, 修正 or 取消.
    pub fn action(self, action: SlipAction) -> String {
        action_words(self.texts, Some(action))
    }

    /// 計画の作成区分 with its code.
    pub fn maker(self, maker: PlanMaker) -> String {
        let id = match maker {
            PlanMaker::CareOffice => "slip-maker-care-office",
            PlanMaker::Client => "slip-maker-client",
            PlanMaker::SupportOffice => "slip-maker-support-office",
        };
        format!("{} {}", maker.code(), self.texts.get(id))
    }

    /// 性別.
    pub fn sex(self, sex: Sex) -> String {
        self.texts.get(match sex {
            Sex::Male => "slip-sex-male",
            Sex::Female => "slip-sex-female",
        })
    }

    /// 指定/基準該当/地域密着型サービス/総合事業識別 with its code.
    pub fn class(self, class: OfficeClass) -> String {
        class_words(self.texts, class)
    }

    /// A month as on the form: `令和8年10月`; other languages have no era.
    pub fn month(self, month: ServiceMonth) -> String {
        self.dates().month(month)
    }

    /// A month in a narrow column: `R8/10`.
    pub fn short_month(self, month: ServiceMonth) -> String {
        self.dates().short_month(month)
    }

    /// A day as on the form: `昭和15年1月1日`.
    pub fn day(self, day: Day) -> String {
        self.dates().long_day(day)
    }

    fn dates(self) -> DateStyle {
        match self.texts.language() {
            Language::Ja => DateStyle::Era,
            Language::En => DateStyle::Western,
        }
    }
}

/// What has been said, made fit for the screen.
fn said(name: Option<String>) -> Option<String> {
    name.map(|name| display(&name)).filter(|name| !name.trim().is_empty())
}

/// Units with thousands commas, however many.
pub(super) fn many(units: u64) -> String {
    grouped(i64::try_from(units).unwrap_or(i64::MAX))
}

/// 指定/基準該当/地域密着型サービス/総合事業識別 with its code.
pub fn class_words(texts: &Texts, class: OfficeClass) -> String {
    let id = match class {
        OfficeClass::Designated => "slip-class-designated",
        OfficeClass::Quasi => "slip-class-quasi",
        OfficeClass::Equivalent => "slip-class-equivalent",
        OfficeClass::Other => "slip-class-other",
        OfficeClass::CommunityBased => "slip-class-community",
        OfficeClass::Mixed7 => "slip-class-mixed",
        OfficeClass::Programme | OfficeClass::Programme8 | OfficeClass::Programme9 => "slip-class-programme",
    };
    format!("{} {}", class.code(), texts.get(id))
}

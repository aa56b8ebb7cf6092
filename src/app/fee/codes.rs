//! The service code of each line: of the tables where it is certain, else out of a service code master, else entered.
//!
//! A base fee with factors has a composite code (居宅介護支援Ⅰⅰ１・同・運), which only a master knows. It is the one of
//! its units whose name is that of the plain code and the marks of the factors.

use super::{ClaimNote, LineName};
use crate::app::own::FeeKind;
use crate::benefit::fee::{FeeClaim, FeeItem};
use crate::benefit::money::Units;
use crate::benefit::rates::{Certainty, Rates};
use crate::domain::codes::{CodeEntry, CodeMaster, UnitType};
use crate::domain::ids::{ServiceCode, ServiceKind};
use crate::domain::month::ServiceMonth;
use rustc_hash::FxHashMap;

/// Between the parts of a composite name.
const SEPARATORS: [char; 2] = ['・', '･'];

/// In the names of 介護職員等処遇改善加算.
const TREATMENT: &str = "処遇改善";

/// In the names of additions, which are no base fees.
const ADDITION: &str = "加算";

/// Codes of plan fees of a month in a service code master.
pub(super) struct CodeBook<'a> {
    month: ServiceMonth,
    entries: FxHashMap<ServiceCode, &'a CodeEntry>,
    by_units: FxHashMap<(ServiceKind, Units), Vec<ServiceCode>>,
    treatment: FxHashMap<ServiceKind, Vec<ServiceCode>>,
}

/// A line of a claim on its way to a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) name: LineName,
    pub(super) units: Units,
    pub(super) count: u8,
    /// The code, and how well it is established; `None` while none is known.
    pub(super) code: Option<(ServiceCode, Certainty)>,
    /// Codes of the master that would fit.
    pub(super) candidates: Vec<ServiceCode>,
    /// Where the code comes from, when that is worth knowing.
    pub(super) note: Option<ClaimNote>,
}

impl<'a> CodeBook<'a> {
    pub(super) fn new(master: Option<&'a CodeMaster>, month: ServiceMonth) -> Self {
        let mut book = Self {
            month,
            entries: FxHashMap::default(),
            by_units: FxHashMap::default(),
            treatment: FxHashMap::default(),
        };
        for kind in FeeKind::ALL.map(FeeKind::kind) {
            let codes = master.into_iter().flat_map(|master| master.of_kind(kind, month));
            for (code, entry) in codes {
                book.entries.insert(code, entry);
                if entry.name.contains(TREATMENT) {
                    book.treatment.entry(kind).or_default().push(code);
                } else if let Some(units) = entry.units.filter(|_| entry.unit_type != Some(UnitType::Percent))
                {
                    book.by_units.entry((kind, units.into())).or_default().push(code);
                }
            }
        }
        book.by_units.values_mut().chain(book.treatment.values_mut()).for_each(|codes| codes.sort_unstable());
        book
    }

    /// The lines of a claim with their codes. Codes that people entered go to the line that the tables and the master
    /// leave open.
    pub(super) fn lines(&self, kind: FeeKind, claim: &FeeClaim, entered: &[ServiceCode]) -> Vec<Line> {
        let mut lines: Vec<Line> = claim
            .items
            .iter()
            .filter(|item| item.units != 0)
            .map(|item| self.item(kind, claim, item))
            .collect();
        if claim.treatment != 0 {
            lines.push(self.treatment(kind, claim.treatment));
        }
        for line in &mut lines {
            line.settle(entered);
        }
        let mut left = Vec::new();
        for code in entered {
            let is_taken = lines.iter().any(|line| line.code.is_some_and(|(taken, _)| taken == *code));
            if !is_taken && !left.contains(code) {
                left.push(*code);
            }
        }
        if let [code] = left[..] {
            enter(&mut lines, code);
        }
        lines
    }

    fn item(&self, kind: FeeKind, claim: &FeeClaim, item: &FeeItem) -> Line {
        let kind = kind.kind();
        let of_units = self.by_units.get(&(kind, item.units)).map(Vec::as_slice).unwrap_or_default();
        let is_base = item.name.is_empty();
        let fits = |code: &&ServiceCode| {
            self.entries.get(code).is_some_and(|entry| {
                if is_base {
                    self.is_base(&entry.name, claim)
                } else {
                    without_blanks(&entry.name).contains(&item.name)
                }
            })
        };
        Line {
            name: if is_base { LineName::Base } else { LineName::Addition(item.name.clone()) },
            units: item.units,
            count: item.count,
            code: item.code.map(|code| (code, item.code_certainty)),
            candidates: of_units.iter().filter(fits).copied().collect(),
            note: None,
        }
    }

    fn treatment(&self, kind: FeeKind, units: Units) -> Line {
        let kind = kind.kind();
        let known = Rates::built_in().fee_treatment_code(kind, self.month);
        Line {
            name: LineName::Treatment,
            units,
            count: 1,
            code: known.map(|rated| (rated.value, rated.certainty)),
            candidates: self.treatment.get(&kind).cloned().unwrap_or_default(),
            note: None,
        }
    }

    /// Whether a name is that of the base fee with exactly the factors of a claim.
    fn is_base(&self, name: &str, claim: &FeeClaim) -> bool {
        let mut marks = Vec::new();
        for step in &claim.steps {
            let Some(mark) = &step.mark else { return false };
            marks.push(mark.as_str());
        }
        let plain = claim.plain_code.and_then(|code| self.entries.get(&code)).map(|entry| entry.name.trim());
        let tail = match plain {
            Some(plain) => name.trim().strip_prefix(plain),
            None => Some(name.trim().trim_start_matches(|sign| !SEPARATORS.contains(&sign))),
        };
        let Some(tail) = tail.filter(|_| !name.contains(ADDITION)) else { return false };
        let mut found: Vec<&str> = tail.split(SEPARATORS).map(str::trim).collect();
        // What stands before the first separator belongs to the name of the plain code.
        if !found.first().is_some_and(|head| head.is_empty()) {
            return false;
        }
        found.remove(0);
        found.sort_unstable();
        marks.sort_unstable();
        found == marks
    }

    /// Units that the master has for a code, when they are others.
    pub(super) fn other_units(&self, code: ServiceCode, units: Units) -> Option<Units> {
        let entry = self.entries.get(&code).filter(|entry| entry.unit_type != Some(UnitType::Percent))?;
        let master = Units::from(entry.units?);
        // Masters often have reductions without sign or number.
        (units > 0 && master != 0 && master != units).then_some(master)
    }
}

fn without_blanks(name: &str) -> String {
    name.chars().filter(|sign| !sign.is_whitespace()).collect()
}

impl Line {
    /// Settles the code as far as tables, master and what was entered agree.
    fn settle(&mut self, entered: &[ServiceCode]) {
        if self.code.is_some_and(|(_, certainty)| certainty == Certainty::Sure) {
            return;
        }
        let by_hand = self.candidates.iter().find(|code| entered.contains(code)).copied();
        let only = if let [only] = self.candidates[..] { Some(only) } else { None };
        let of_table = self.code.filter(|(code, _)| self.candidates.contains(code));
        let (code, note) = match (by_hand, of_table, only, self.code) {
            (Some(code), ..) => (code, Some(ClaimNote::CodeEntered(self.name.clone(), code))),
            (None, Some((code, _)), ..) => (code, None),
            (None, None, Some(code), _) => (code, Some(ClaimNote::CodeOfMaster(self.name.clone(), code))),
            (None, None, None, Some((code, certainty))) => {
                self.note = Some(ClaimNote::CodeUnsure(self.name.clone(), code, certainty));
                return;
            }
            (None, None, None, None) => return,
        };
        self.code = Some((code, Certainty::Sure));
        self.note = note;
    }
}

/// Gives a code that was entered to the only line that needs one: the one without a code, or else the one whose code is
/// least certain.
fn enter(lines: &mut [Line], code: ServiceCode) {
    let certainty = |line: &Line| line.code.map(|(_, certainty)| certainty);
    let is_open = |line: &Line| certainty(line).is_none_or(|certainty| certainty == Certainty::Unsure);
    let without = lines.iter().any(|line| line.code.is_none());
    let mut open = lines.iter_mut().filter(|line| if without { line.code.is_none() } else { is_open(line) });
    if let (Some(line), None) = (open.next(), open.next()) {
        line.code = Some((code, Certainty::Sure));
        line.note = Some(ClaimNote::CodeEntered(line.name.clone(), code));
    }
}

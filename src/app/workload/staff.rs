//! 常勤換算 of the care managers.

use super::WorkloadNote;
use crate::app::own::{Case, OwnOffice};
use crate::app::registers::Manager;
use crate::benefit::fee::FullTime;
use std::collections::{BTreeMap, BTreeSet};

/// What somebody who works full time counts.
const ONE: u16 = 10;

/// 常勤換算 of the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Staff {
    /// The number the tiers are computed with.
    pub full_time: FullTime,
    /// Where it comes from.
    pub from: StaffFrom,
    /// What the care managers add up to, whatever was entered.
    pub of_managers: FullTime,
}

/// Where 常勤換算 comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffFrom {
    /// Entered with the terms of the office.
    Terms,
    /// The sum of the care managers.
    Managers,
}

/// The care managers of a month by name.
pub(super) struct Roll {
    pub(super) people: BTreeMap<String, Person>,
    /// Names as they stand in plans, where the register spells them otherwise.
    spellings: BTreeMap<String, String>,
}

/// A care manager.
pub(super) struct Person {
    pub(super) full_time: FullTime,
    pub(super) is_known: bool,
    pub(super) is_head: bool,
}

impl Roll {
    /// The name under which [`Self::people`] has somebody.
    pub(super) fn spelled<'r>(&'r self, name: &'r str) -> &'r str {
        self.spellings.get(name).map_or(name, String::as_str)
    }
}

/// Everybody of the register, and whoever else the plans name.
pub(super) fn roll(own: &OwnOffice<'_>, cases: &[Case], notes: &mut Vec<WorkloadNote>) -> Roll {
    let mut clients: BTreeMap<&str, u32> = BTreeMap::new();
    for case in cases {
        *clients.entry(own.manager_of(case)).or_default() += 1;
    }
    if let Some(nobodys) = clients.remove("") {
        notes.push(WorkloadNote::NoManager(nobodys));
    }
    let registered: Vec<&Manager> = own.registers.managers(own.month).collect();
    let mut roll = Roll { people: BTreeMap::new(), spellings: BTreeMap::new() };
    let (mut with_clients, mut unknown) = (BTreeSet::new(), Vec::new());
    for name in clients.into_keys() {
        let entered = own.registers.manager(name, own.month);
        match entered {
            Some(manager) => {
                with_clients.insert(manager.name.as_str());
                if manager.name != name {
                    roll.spellings.insert(name.to_owned(), manager.name.clone());
                }
            }
            None => unknown.push(name),
        }
    }
    for manager in registered {
        let name = &manager.name;
        let has_clients = with_clients.contains(name.as_str());
        let full_time = FullTime::from_tenths(of_manager(name, manager, has_clients, notes));
        roll.people.insert(name.clone(), Person { full_time, is_known: true, is_head: manager.is_head });
    }
    for name in unknown {
        notes.push(WorkloadNote::UnknownManager(name.to_owned()));
        let full_time = FullTime::from_tenths(ONE);
        roll.people.insert(name.to_owned(), Person { full_time, is_known: false, is_head: false });
    }
    roll
}

/// What a manager of the register counts. A 管理者 who also has clients counts as full time, one without clients as
/// entered.
fn of_manager(name: &str, manager: &Manager, has_clients: bool, notes: &mut Vec<WorkloadNote>) -> u16 {
    if manager.is_head && has_clients {
        return manager.full_time_tenths.map_or(ONE, |tenths| tenths.max(ONE));
    }
    manager.full_time_tenths.unwrap_or_else(|| {
        notes.push(WorkloadNote::NoFullTime(name.to_owned()));
        ONE
    })
}

/// 常勤換算 of the office: as entered with its terms, else the sum of its managers.
pub(super) fn of_office(own: &OwnOffice<'_>, roll: &Roll) -> Staff {
    let sum: u32 = roll.people.values().map(|person| u32::from(person.full_time.tenths())).sum();
    let of_managers = FullTime::from_tenths(u16::try_from(sum).unwrap_or(u16::MAX));
    match own.terms().and_then(|terms| terms.full_time_tenths) {
        Some(tenths) => {
            Staff { full_time: FullTime::from_tenths(tenths), from: StaffFrom::Terms, of_managers }
        }
        None => Staff { full_time: of_managers, from: StaffFrom::Managers, of_managers },
    }
}

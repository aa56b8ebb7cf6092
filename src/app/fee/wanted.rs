//! Additions and factors of a client: those of the office and those entered for the client.

use super::{Desk, FeeCase};
use crate::app::own::{FeeKind, Named};
use crate::benefit::limit::Maker;
use crate::domain::ids::ServiceCode;

/// What a client's claim is to have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    /// Factors of the office and of the client.
    pub(super) factors: Vec<String>,
    /// Additions of the office, then of the client.
    pub(super) additions: Vec<(String, u8)>,
    /// Of these, additions entered for the client.
    pub(super) own_additions: Vec<(String, u8)>,
    /// Service codes entered in place of names.
    pub(super) codes: Vec<ServiceCode>,
    /// Names of the client in no table of the month.
    pub(super) unknown: Vec<String>,
    /// Names of the client that belong to the other kind of fee.
    pub(super) other_kind: Vec<String>,
    /// Names that the office and the client have.
    pub(super) twice: Vec<String>,
}

/// Which kind of fee a client has, by who makes the 給付管理票.
pub(super) fn kind(case: &FeeCase<'_>) -> FeeKind {
    match case.case.maker {
        Some(Maker::PreventionSupport) => FeeKind::Prevention,
        _ => FeeKind::Care,
    }
}

/// Sorts what is entered. An addition that the office and the client have is taken as the client has it.
pub(super) fn of_client(desk: &Desk<'_>, case: &FeeCase<'_>) -> Wanted {
    let kind = kind(case);
    let wide = &desk.of(kind).wide;
    let mut wanted = Wanted {
        factors: wide.factors.clone(),
        additions: wide.additions.clone(),
        codes: wide.codes.clone(),
        ..Wanted::default()
    };
    for (name, count) in desk.own.registers.additions(case.case.client, desk.own.month) {
        let name = name.trim();
        match desk.own.named(kind, name) {
            _ if name.is_empty() || count == 0 => {}
            Named::Factor => wanted.factor(name),
            Named::Addition => wanted.own_addition(name, count),
            Named::Code(code) => wanted.codes.push(code),
            Named::OtherKind => wanted.other_kind.push(name.to_owned()),
            Named::Unknown => wanted.unknown.push(name.to_owned()),
        }
    }
    wanted.merge();
    wanted
}

impl Wanted {
    fn factor(&mut self, name: &str) {
        if self.factors.iter().any(|known| known == name) {
            self.twice.push(name.to_owned());
        } else {
            self.factors.push(name.to_owned());
        }
    }

    fn own_addition(&mut self, name: &str, count: u8) {
        match self.own_additions.iter_mut().find(|(known, _)| known == name) {
            Some((_, times)) => *times = times.saturating_add(count),
            None => self.own_additions.push((name.to_owned(), count)),
        }
    }

    /// Puts the additions of the client behind those of the office.
    fn merge(&mut self) {
        for (name, count) in &self.own_additions {
            match self.additions.iter_mut().find(|(known, _)| known == name) {
                Some((_, times)) => {
                    *times = *count;
                    self.twice.push(name.clone());
                }
                None => self.additions.push((name.clone(), *count)),
            }
        }
    }
}

//! Positions in the columns of the newest edition; a test holds them to the table of the layout.

pub(super) const TARGET_MONTH: usize = 4;
pub(super) const MANAGER_NAME: usize = 6;
pub(super) const UNITS: usize = 7;
pub(super) const SERVICE_DATE: usize = 9;
pub(super) const PRORATED_DAYS: usize = 10;
pub(super) const START_TIME: usize = 11;
pub(super) const END_TIME: usize = 12;
pub(super) const COUNT: usize = 13;
pub(super) const CODE: usize = 14;
pub(super) const TAIS: usize = 15;
pub(super) const NOTIFICATION: usize = 16;
pub(super) const EQUIPMENT_NAME: usize = 17;
pub(super) const DISCRIMINATOR: usize = 18;
pub(super) const PROVIDER: usize = 19;
pub(super) const PROVIDER_NAME: usize = 20;
pub(super) const SATELLITE: usize = 21;
pub(super) const OVER_30_DAYS: usize = 22;
pub(super) const IDENTIFIER: usize = 24;

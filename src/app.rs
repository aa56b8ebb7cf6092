//! Use cases: what the program does, without a terminal, a disk or a database of its own.

pub mod demo;
pub mod find;
pub mod month;
pub mod open;
pub mod ports;

mod apply;
mod gather;
mod offices;
mod plan_copies;

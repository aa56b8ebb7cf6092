//! Use cases: what the program does, without a terminal, a disk or a database of its own.

pub mod calendar;
pub mod checks;
pub mod decide;
pub mod decisions;
pub mod demo;
pub mod fee;
pub mod find;
pub mod month;
pub mod notices;
pub mod open;
pub mod own;
pub mod ports;
pub mod previous;
pub mod raw_line;
pub mod registers;
pub mod review;
pub mod search;
pub mod settle;
pub mod standing;
pub mod tally;
pub mod unread;
pub mod workload;
pub mod worth;
pub mod write;

mod apply;
mod gather;
mod offices;
mod plan_copies;

//! Use cases: what the program does, without a terminal, a disk or a database of its own.

pub mod ports;

//! Bytes ⇄ domain: the only part of the program that knows how files are laid out.

pub mod codes;
pub mod exchange;
pub mod kokuhoren;
pub mod registers;
pub mod rows;
pub mod sjis;

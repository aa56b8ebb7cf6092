//! The workstation on the screen (`kyukan PATH`).
//!
//! Whatever happens becomes a [`msg::Msg`]; [`model::Model::update`] takes it in and answers with [`effect::Effect`]s;
//! [`view`] draws the model. `docs/ARCHITECTURE.md` shows the way of a key.

pub mod action;
pub mod desk;
pub mod effect;
pub mod env;
pub mod filter;
pub mod glyphs;
pub mod input;
pub mod key;
pub mod keymap;
pub mod keys_doc;
pub mod layers;
pub mod model;
pub mod msg;
pub mod parts;
pub mod probe;
pub mod run;
pub mod screens;
pub mod signals;
pub mod sort;
pub mod terminal;
#[cfg(test)]
pub(in crate::tui) mod testing;
pub mod theme;
pub mod view;
pub mod wish;
pub mod worker;

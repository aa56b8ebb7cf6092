use super::*;

mod colours;
mod files;

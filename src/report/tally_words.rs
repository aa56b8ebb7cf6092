use super::words::Words;
use crate::app::tally::{Block, SlipState, TallyFault, TallyNote};
pub fn state_id(_: SlipState) -> &'static str {
    "slip-state-x"
}
pub fn fault_sentence(_: Words<'_>, _: &TallyFault) -> String {
    String::new()
}
pub fn note_sentence(_: Words<'_>, _: &TallyNote) -> String {
    String::new()
}
pub fn block_sentence(_: Words<'_>, _: &Block) -> String {
    String::new()
}

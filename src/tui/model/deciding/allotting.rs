//! 割振: the window for it, and taking it back.

use crate::tui::effect::Effect;
use crate::tui::layers::shares::Shares;
use crate::tui::model::{Model, ctx};
use crate::tui::wish::Wish;

impl Model {
    /// The window in which the units over the limits are shared out.
    pub(super) fn allot(&mut self) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let Some(client) = self.screens.get(self.current).client(ctx) else {
            return self.say("notice-no-client");
        };
        let refusal = self.desk.refusal(&self.env);
        match refusal.map_or_else(|| Shares::new(ctx, client), Err) {
            Ok(window) => self.push(window),
            Err(why) => {
                self.notice = Some(why);
                Vec::new()
            }
        }
    }

    /// 自動に戻す: typed shares are taken back.
    pub(super) fn allot_auto(&mut self) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        match self.screens.get(self.current).client(ctx) {
            Some(client) => self.wish(&Wish::Shares { client, shares: None }),
            None => self.say("notice-no-client"),
        }
    }
}

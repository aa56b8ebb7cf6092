//! The state of the workstation. Everything on the screen follows from it; `update` is the only thing that changes it.

mod deciding;
mod notices;
mod office;
mod place;
mod pointer;
mod registers;
mod update;
mod windows;

use super::action::{Action, Scope};
use super::desk::Desk;
use super::effect::{Effect, Job};
use super::env::{Ctx, Env};
use super::layers::{Layer, LayerCtx};
use super::screens::{ScreenId, Screens};
use crate::app::review::Review;
use crate::domain::ids::ClientKey;
use crate::domain::month::ServiceMonth;
use crate::store::ViewState;
use ratatui::layout::Rect;
use std::path::PathBuf;

/// Smallest terminal that screens are drawn on.
pub const SMALLEST: (u16, u16) = (40, 10);

/// Where the opening of the month stands.
pub enum Phase {
    /// Files are being read.
    Reading {
        /// Files read.
        done: usize,
        /// Files in all; 0 while they are being looked for.
        total: usize,
    },
    /// The month is there.
    Ready(Box<Review>),
    /// It could not be opened, or the person stopped it: sentences, none when stopped.
    Stopped(Vec<String>),
}

/// The workstation.
pub struct Model {
    /// Texts, colours, keys, terminal.
    pub env: Env,
    phase: Phase,
    screens: Screens,
    current: ScreenId,
    history: Vec<ScreenId>,
    layers: Vec<Box<dyn Layer>>,
    notice: Option<String>,
    generation: u32,
    saved: ViewState,
    /// Where decisions go.
    desk: Desk,
    /// Whether the worker is changing the workspace; decisions wait for their numbers until it has done so.
    is_busy: bool,
    /// Files in watched folders that wait until they can be taken in.
    coming: Vec<PathBuf>,
    /// Files that were taken in since the month was opened.
    arrived: usize,
    /// The months of the workspace with the number of their files; empty without a workspace.
    months: Vec<(ServiceMonth, usize)>,
    /// The client that was shown when the files began to be read again.
    left_at: Option<ClientKey>,
    /// The client for whom another month is being opened.
    leads_to: Option<ClientKey>,
}

impl Model {
    /// The workstation before anything is open, and the first effects: the month is to be opened.
    ///
    /// `faults` are sentences about settings that could not be used; they are shown at once.
    pub fn new(env: Env, saved: ViewState, faults: &[String]) -> (Self, Vec<Effect>) {
        let mut model = Self {
            env,
            phase: Phase::Reading { done: 0, total: 0 },
            screens: Screens::default(),
            current: ScreenId::Board,
            history: Vec::new(),
            layers: Vec::new(),
            notice: None,
            generation: 1,
            saved,
            desk: Desk::None,
            is_busy: false,
            coming: Vec::new(),
            arrived: 0,
            months: Vec::new(),
            left_at: None,
            leads_to: None,
        };
        model.show_faults(faults);
        model.settle();
        (model, vec![Effect::Work(Job::Open { generation: 1, month: None })])
    }

    /// Where the opening stands.
    pub fn phase(&self) -> &Phase {
        &self.phase
    }

    /// The open month.
    pub fn review(&self) -> Option<&Review> {
        match &self.phase {
            Phase::Ready(review) => Some(review),
            _ => None,
        }
    }

    /// The screen that is shown.
    pub fn current(&self) -> ScreenId {
        self.current
    }

    /// What the last action had to say.
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    /// Windows over the screen, the topmost last.
    pub fn layers(&self) -> &[Box<dyn Layer>] {
        &self.layers
    }

    /// The screens.
    pub fn screens(&self) -> &Screens {
        &self.screens
    }

    /// Where keys are found now, the most special place first.
    pub fn scopes(&self) -> Vec<Scope> {
        if let Some(layer) = self.layers.last() {
            return layer.scopes().to_vec();
        }
        match self.review() {
            Some(_) => {
                vec![self.screens.get(self.current).scope(), Scope::Global, Scope::List, Scope::Always]
            }
            None => vec![Scope::Global, Scope::Always],
        }
    }

    /// What windows see.
    pub fn layer_ctx(&self) -> LayerCtx<'_> {
        LayerCtx { env: &self.env, review: self.review() }
    }

    /// The whole terminal.
    pub fn area(&self) -> Rect {
        Rect::new(0, 0, self.env.size.0, self.env.size.1)
    }

    /// Whether the terminal is large enough for screens.
    pub fn is_large_enough(&self) -> bool {
        self.env.size.0 >= SMALLEST.0 && self.env.size.1 >= SMALLEST.1
    }

    /// The part of the terminal that belongs to the screen.
    pub fn body(&self) -> Rect {
        let area = self.area();
        let height = area.height.saturating_sub(3);
        Rect { y: area.y + 2.min(area.height), height, ..area }
    }

    /// Whether an action would do anything now; the palette and the hints leave out what would not.
    pub fn offers(&self, action: Action) -> bool {
        let has_month = self.review().is_some();
        match action {
            Action::Quit
            | Action::Help
            | Action::Palette
            | Action::Reload
            | Action::Theme
            | Action::Mouse => true,
            Action::Back => !has_month || !self.history.is_empty() || self.current != ScreenId::Board,
            Action::Suspend => cfg!(unix),
            Action::ManagersMonths => has_month && self.desk != Desk::None,
            action if action.decides() => has_month && self.desk != Desk::None,
            _ => has_month || action.scope() == Scope::Always,
        }
    }
}

/// What a screen sees, when there is a month. Borrows only two fields, so that the screens can be changed meanwhile.
fn ctx<'a>(env: &'a Env, phase: &'a Phase) -> Option<Ctx<'a>> {
    match phase {
        Phase::Ready(review) => Some(Ctx { env, review }),
        _ => None,
    }
}

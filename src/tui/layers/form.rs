//! A window with a few fields to fill in: what a question, a reason or an edited row needs.

mod purpose;
mod slips;
#[cfg(test)]
mod tests;

use purpose::Asked;
pub use purpose::{Purpose, fax_as_planned};

use super::{Do, Layer, LayerCtx};
use crate::i18n::width::{display, fit_right, width, wrap};
use crate::tui::action::{Action, Scope};
use crate::tui::key::Key;
use crate::tui::parts::field;
use crate::tui::parts::paint::{put, row, split_right};
use crate::tui::parts::window::{centred, frame};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tui_input::Input;

/// A field of a form.
struct FormField {
    label: String,
    input: Input,
}

/// The window.
pub struct Form {
    title: String,
    /// What the form is about.
    about: Vec<String>,
    /// What has to be known before.
    warnings: Vec<String>,
    fields: Vec<FormField>,
    /// The field that letters go to.
    at: usize,
    purpose: Purpose,
    /// What is wrong with what was typed.
    fault: Option<String>,
    /// `about`, `warnings` and `fault` as lines.
    lines: [Vec<String>; 3],
}

impl Form {
    /// A form for a purpose, filled in as far as it is known.
    pub fn new(purpose: Purpose, ctx: LayerCtx<'_>) -> Self {
        let asked = purpose.asked(ctx);
        let fields = asked.fields.into_iter();
        let fields = fields.map(|(label, text)| FormField { label, input: Input::new(text) }).collect();
        let Asked { title, about, warnings, .. } = asked;
        let lines = [const { Vec::new() }; 3];
        Self { title, about, warnings, fields, at: 0, purpose, fault: None, lines }
    }

    fn accept(&mut self, ctx: LayerCtx<'_>) -> Vec<Do> {
        let texts: Vec<&str> = self.fields.iter().map(|field| field.input.value()).collect();
        let Some(review) = ctx.review else { return vec![Do::Close] };
        match self.purpose.wanted(&texts, ctx.env, review) {
            Ok(wanted) => vec![Do::Close, wanted],
            Err(fault) => {
                self.fault = Some(fault);
                Vec::new()
            }
        }
    }

    fn place(&self, area: Rect) -> Rect {
        let lines = self.lines.iter().map(Vec::len).sum::<usize>() + self.fields.len() + 3;
        let height = u16::try_from(lines).unwrap_or(u16::MAX);
        centred(area, Self::width(area), height.clamp(4, area.height.max(4)))
    }

    fn width(area: Rect) -> u16 {
        area.width.saturating_sub(4).clamp(36, 90)
    }

    fn label_cells(&self) -> u16 {
        let widest = self.fields.iter().map(|field| width(&field.label)).max().unwrap_or(0);
        u16::try_from(widest).unwrap_or(0)
    }
}

impl Layer for Form {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Field, Scope::Always]
    }

    fn typed(&mut self, key: Key, _ctx: LayerCtx<'_>) -> bool {
        let Some(request) = field::request(key) else { return false };
        if let Some(field) = self.fields.get_mut(self.at) {
            field.input.handle(request);
        }
        true
    }

    fn paste(&mut self, text: &str, _ctx: LayerCtx<'_>) {
        if let Some(field) = self.fields.get_mut(self.at) {
            field::paste(&mut field.input, text);
        }
    }

    fn act(&mut self, action: Action, ctx: LayerCtx<'_>) -> Vec<Do> {
        let last = self.fields.len().saturating_sub(1);
        match action {
            Action::FieldAccept => return self.accept(ctx),
            Action::FieldCancel => return vec![Do::Close],
            Action::FieldNext => self.at = if self.at < last { self.at + 1 } else { 0 },
            Action::FieldPrevious => self.at = self.at.checked_sub(1).unwrap_or(last),
            Action::FieldDown => self.at = (self.at + 1).min(last),
            Action::FieldUp => self.at = self.at.saturating_sub(1),
            _ => {}
        }
        Vec::new()
    }

    fn settle(&mut self, _ctx: LayerCtx<'_>, area: Rect) {
        let cells = usize::from(Self::width(area).saturating_sub(4));
        let wrapped = |texts: &mut dyn Iterator<Item = &String>| -> Vec<String> {
            texts.flat_map(|text| wrap(&display(text), cells)).collect()
        };
        let fault = wrapped(&mut self.fault.iter());
        self.lines = [wrapped(&mut self.about.iter()), wrapped(&mut self.warnings.iter()), fault];
    }

    fn click(&mut self, at: Position, _ctx: LayerCtx<'_>, area: Rect) -> Vec<Do> {
        let place = self.place(area);
        let [about, warnings, _] = &self.lines;
        let first = place.y + 1 + u16::try_from(about.len() + warnings.len()).unwrap_or(0);
        let line = at.y.checked_sub(first).map(usize::from);
        if let Some(line) = line.filter(|line| place.contains(at) && *line < self.fields.len()) {
            self.at = line;
        }
        Vec::new()
    }

    fn draw(&self, ctx: LayerCtx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let env = ctx.env;
        let inside = frame(env, self.place(area), &self.title, buffer);
        let mut y = 0_u16;
        let [about, warnings, fault] = &self.lines;
        let above = about.iter().map(|line| (line, Role::PopupDim));
        for (line, role) in above.chain(warnings.iter().map(|line| (line, Role::NoticeWarning))) {
            put(buffer, row(inside, y), (0, 0), inside.width, line, env.theme.style(role));
            y += 1;
        }
        let cells = self.label_cells();
        let mut cursor = None;
        for (at, form_field) in self.fields.iter().enumerate() {
            let line = row(inside, y);
            let (label, rest) = split_right(line, line.width.saturating_sub(cells + 2));
            let role = if at == self.at { Role::PopupKey } else { Role::Popup };
            let text = fit_right(&form_field.label, usize::from(cells));
            put(buffer, label, (0, 0), label.width, &text, env.theme.style(role));
            let place = field::draw(env, &form_field.input, rest, buffer);
            cursor = if at == self.at { Some(place) } else { cursor };
            y += 1;
        }
        for line in fault {
            put(buffer, row(inside, y), (0, 0), inside.width, line, env.theme.style(Role::NoticeError));
            y += 1;
        }
        let hint = env.text("form-hint");
        put(buffer, row(inside, y), (0, 0), inside.width, &hint, env.theme.style(Role::PopupDim));
        cursor
    }
}

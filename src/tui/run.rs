//! The loop: waits for something to happen, lets the model take it in, carries effects out, draws once.

use super::effect::{Effect, Job};
use super::env::{Env, Places};
use super::glyphs::Charset;
use super::input::{self, Input};
use super::keymap::Keymap;
use super::model::Model;
use super::msg::Msg;
use super::probe::{self, Probe};
use super::signals::{self, Signal};
use super::terminal::{Guard, Options, Screen, can_suspend, install_panic_hook};
use super::theme::Depth;
use super::view::view;
use super::worker::{Orders, theme_for, work};
use crate::config::{AmbiguousWidth, ConfigFault, Dates, Settings};
use crate::domain::codes::CodeMaster;
use crate::domain::ids::OfficeNumber;
use crate::domain::month::ServiceMonth;
use crate::i18n::dates::DateStyle;
use crate::i18n::{Language, Texts};
use crate::report::config_fault::config_sentence;
use crate::store::workspace::{Who, Workspace};
use crate::store::{Limits, ViewState};
use chrono::NaiveDate;
use crossbeam_channel::{Receiver, Sender, bounded, select, unbounded};
use crossterm::style::force_color_output;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

/// How long the end of the program waits for the last save.
const PATIENCE: Duration = Duration::from_secs(2);

/// What to start with.
pub struct Start {
    /// What is opened: folders, files, zip archives.
    pub paths: Vec<PathBuf>,
    /// Who decides here.
    pub who: Who,
    /// The month asked for.
    pub month: Option<ServiceMonth>,
    /// One care office of a corporation's batch.
    pub office: Option<OfficeNumber>,
    /// A service code master.
    pub codes: Option<CodeMaster>,
    /// How much is read at most.
    pub limits: Limits,
    /// Language of the texts.
    pub language: Language,
    /// Whether the person asked for that language, on the command line or in the settings.
    pub is_language_chosen: bool,
    /// The user's settings.
    pub settings: Settings,
    /// What was wrong with them.
    pub faults: Vec<ConfigFault>,
    /// Where the settings stand, for sentences about keys.
    pub settings_path: Option<PathBuf>,
    /// File in which the screens' settings are remembered.
    pub state: Option<PathBuf>,
    /// Colours are used.
    pub has_colours: bool,
    /// Value of `COLORTERM`.
    pub colorterm: Option<String>,
}

/// How the workstation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The person ended it.
    Quit,
    /// A signal did; the program has to die of it.
    Signal(i32),
    /// A thread panicked; the message has been printed.
    Panicked,
}

/// Everything the loop waits for.
struct Ears {
    input: Receiver<Input>,
    signals: Receiver<Signal>,
    answers: Receiver<Msg>,
    woken: Receiver<()>,
    /// Windows has no signals; a channel without a sender would be ready all the time.
    _signals: Sender<Signal>,
}

/// Everything the loop acts on.
struct Hands {
    guard: Guard,
    screen: Screen,
    jobs: Sender<Job>,
    wanted: Arc<AtomicU32>,
}

/// Runs the workstation until it ends.
///
/// # Errors
/// The terminal cannot be used.
pub fn run(mut start: Start) -> io::Result<Ended> {
    let caught = signals::catch()?;
    let guard = Guard::enter(Options { mouse: start.settings.mouse })?;
    let (wake, woken) = bounded(1);
    install_panic_hook(&guard, move || {
        // A full channel has woken the loop already.
        let _ = wake.try_send(());
    });
    // Whether there are colours is decided already; the library would ask NO_COLOR on its own.
    force_color_output(true);
    let screen = guard.screen()?;
    let (ears_input, ears_signals, ears_answers) = (unbounded(), unbounded(), unbounded());
    signals::spawn(caught, &guard, ears_signals.0.clone())?;
    let first = ask_terminal(&start, ears_input.0, &ears_input.1)?;
    if first.contains(&Input::Probed(Probe::NoUtf8)) && !start.is_language_chosen {
        // Japanese would be nothing but question marks there.
        start.language = Language::En;
    }
    let size = screen.size()?;
    let today = chrono::Local::now().date_naive();
    let (mut model, orders, mut effects) = prepare(start, (size.width, size.height), today);
    let wanted = Arc::clone(&orders.wanted);
    let (jobs, finished) = start_worker(orders, ears_answers.0)?;
    for input in first {
        effects.extend(model.update(Msg::Input(input)));
    }
    let ears = Ears {
        input: ears_input.1,
        signals: ears_signals.1,
        answers: ears_answers.1,
        woken,
        _signals: ears_signals.0,
    };
    let mut hands = Hands { guard, screen, jobs, wanted };
    let ended = go_on(&mut model, effects, &ears, &mut hands)
        .or_else(|error| hands.lose_terminal(error, &mut model, &ears));
    hands.finish(&finished);
    // Freeing a corporation's month takes long, and the process ends anyway.
    std::mem::forget(model);
    ended
}

/// Asks the terminal how it draws, unless the settings say so, and starts the thread that reads from it. Returns what
/// came while the answer was awaited.
fn ask_terminal(start: &Start, sender: Sender<Input>, input: &Receiver<Input>) -> io::Result<Vec<Input>> {
    if start.settings.ambiguous_width != AmbiguousWidth::Ask {
        input::spawn(sender, false)?;
        return Ok(Vec::new());
    }
    if let Some(answer) = probe::ask(&mut io::stdout().lock())? {
        input::spawn(sender, false)?;
        return Ok(vec![Input::Probed(answer)]);
    }
    input::spawn(sender, true)?;
    Ok(input.recv_timeout(probe::PATIENCE).into_iter().collect())
}

/// The model on a terminal of so many columns and rows, what the worker has to know, and the first effects.
pub fn prepare(start: Start, size: (u16, u16), today: NaiveDate) -> (Model, Orders, Vec<Effect>) {
    let texts = Texts::new(start.language);
    let settings_path = start.settings_path.clone();
    let folder = settings_path.as_deref().and_then(|path| path.parent()).map(PathBuf::from);
    let saved = start.state.as_deref().map(ViewState::load).unwrap_or_default();
    let depth = start.has_colours.then(|| Depth::detect(start.colorterm.as_deref(), cfg!(windows)));
    let theme_id = match (depth, &start.settings.theme, &saved.theme) {
        (None, _, _) => "mono",
        (_, Some(id), _) | (_, None, Some(id)) => id,
        (_, None, None) => "dark",
    };
    let mut sentences: Vec<String> =
        start.faults.iter().map(|fault| config_sentence(&texts, fault)).collect();
    let shown_path = settings_path.as_deref().map(|path| path.display().to_string()).unwrap_or_default();
    let asked_at =
        start.settings.theme.as_ref().map(|_| (shown_path.as_str(), start.settings.places.get("theme")));
    let (theme, of_theme) = theme_for(theme_id, folder.as_deref(), depth, asked_at, &texts);
    sentences.extend(of_theme);
    let (keymap, of_keys) = Keymap::with_settings(&shown_path, &start.settings.keys);
    sentences.extend(of_keys.iter().map(|fault| config_sentence(&texts, fault)));
    let orders = Orders {
        workspace: workspace_of(&start.paths),
        who: start.who,
        clock: || chrono::Local::now().fixed_offset(),
        paths: start.paths.clone(),
        limits: start.limits,
        month: start.month,
        office: start.office,
        codes: start.codes,
        language: start.language,
        settings: folder.clone(),
        state: start.state.clone(),
        depth,
        wanted: Arc::new(AtomicU32::new(0)),
    };
    let env = Env {
        texts,
        theme,
        keymap,
        charset: if start.settings.ambiguous_width == AmbiguousWidth::Wide {
            Charset::Plain
        } else {
            Charset::Full
        },
        depth,
        dates: date_style(start.settings.dates, start.language),
        today,
        size,
        mouse: start.settings.mouse,
        places: Places { opened: start.paths, settings: folder, state: start.state },
    };
    let (model, effects) = Model::new(env, saved, &sentences);
    (model, orders, effects)
}

/// The workspace among what is opened: it has to be alone.
fn workspace_of(paths: &[PathBuf]) -> Option<PathBuf> {
    let [dir] = paths else { return None };
    Workspace::is_workspace(dir).then(|| dir.clone())
}

fn date_style(setting: Dates, language: Language) -> DateStyle {
    match (setting, language) {
        (Dates::Era, _) | (Dates::Auto, Language::Ja) => DateStyle::Era,
        (Dates::Western, _) | (Dates::Auto, Language::En) => DateStyle::Western,
    }
}

/// Starts the worker; the second channel is closed when it has ended.
fn start_worker(orders: Orders, answers: Sender<Msg>) -> io::Result<(Sender<Job>, Receiver<()>)> {
    let (jobs, todo) = unbounded();
    let (ending, ended) = bounded(0);
    thread::Builder::new().name("worker".to_owned()).spawn(move || {
        let _ending = ending;
        work(orders, &todo, &answers);
    })?;
    Ok((jobs, ended))
}

fn go_on(model: &mut Model, first: Vec<Effect>, ears: &Ears, hands: &mut Hands) -> io::Result<Ended> {
    let mut effects = first;
    let mut tells = false;
    loop {
        for effect in std::mem::take(&mut effects) {
            match effect {
                Effect::Quit => return Ok(Ended::Quit),
                Effect::TellWhenDrawn => tells = true,
                effect => effects.extend(hands.carry_out(effect, model)?),
            }
        }
        effects.extend(hands.fit(model)?);
        if !effects.is_empty() {
            continue;
        }
        if !hands.guard.is_active() {
            return Ok(Ended::Panicked);
        }
        hands.screen.draw(|frame| view(model, frame))?;
        // Work that goes on between frames leaves room for keys.
        let heard = if std::mem::take(&mut tells) {
            effects.extend(model.update(Msg::Drawn));
            ears.look()
        } else {
            ears.wait()
        };
        match heard {
            Heard::Message(message) => effects.extend(model.update(message)),
            Heard::Signal(Signal::Quit(number)) => {
                hands.save(model)?;
                return Ok(Ended::Signal(number));
            }
            Heard::Signal(Signal::Suspend) => effects.extend(hands.suspend(model)?),
            Heard::Signal(Signal::Continued) => hands.come_back()?,
            // Between two frames the size may have changed and changed back, and the terminal has dropped what stood there.
            Heard::Signal(Signal::Resized) => hands.screen.redraw()?,
            Heard::Woken => {}
        }
        // Whatever has come meanwhile is taken in before the next drawing.
        while let Ok(message) = ears.answers.try_recv() {
            effects.extend(model.update(message));
        }
        while let Ok(input) = ears.input.try_recv() {
            effects.extend(model.update(Msg::Input(input)));
        }
        let today = chrono::Local::now().date_naive();
        if today != model.env.today {
            effects.extend(model.update(Msg::Today(today)));
        }
    }
}

enum Heard {
    Message(Msg),
    Signal(Signal),
    Woken,
}

impl Ears {
    /// Sleeps until something happens.
    fn wait(&self) -> Heard {
        select! {
            recv(self.input) -> input => typed(input),
            recv(self.answers) -> answer => answer.map_or(Heard::Woken, Heard::Message),
            recv(self.signals) -> signal => signal.map_or(Heard::Woken, Heard::Signal),
            recv(self.woken) -> _ => Heard::Woken,
        }
    }

    /// What has happened already.
    fn look(&self) -> Heard {
        select! {
            recv(self.input) -> input => typed(input),
            recv(self.answers) -> answer => answer.map_or(Heard::Woken, Heard::Message),
            recv(self.signals) -> signal => signal.map_or(Heard::Woken, Heard::Signal),
            default => Heard::Woken,
        }
    }
}

fn typed<E>(input: Result<Input, E>) -> Heard {
    Heard::Message(Msg::Input(input.unwrap_or_else(|_| Input::Lost(String::new()))))
}

impl Hands {
    /// Gives the terminal back and lets the worker save what it was given; it stops opening, and nobody waits long.
    fn finish(self, finished: &Receiver<()>) {
        self.guard.leave();
        self.wanted.store(0, Ordering::Relaxed);
        drop(self.jobs);
        // Either way the program ends now.
        let _ = finished.recv_timeout(PATIENCE);
    }

    /// The terminal cannot be used any more. When its window was closed, the signal comes as well and says so.
    fn lose_terminal(&mut self, error: io::Error, model: &mut Model, ears: &Ears) -> io::Result<Ended> {
        // The first error is the one that counts.
        let _ = self.save(model);
        while let Ok(signal) = ears.signals.recv_timeout(PATIENCE) {
            if let Signal::Quit(number) = signal {
                return Ok(Ended::Signal(number));
            }
        }
        Err(error)
    }

    /// Has the worker save what is not saved yet.
    fn save(&mut self, model: &mut Model) -> io::Result<()> {
        for effect in model.update(Msg::Ending) {
            self.carry_out(effect, model)?;
        }
        Ok(())
    }

    /// Does one thing; returns what follows from it at once.
    fn carry_out(&mut self, effect: Effect, model: &mut Model) -> io::Result<Vec<Effect>> {
        match effect {
            Effect::Work(job) => {
                if let Job::Open { generation, .. } = &job {
                    self.wanted.store(*generation, Ordering::Relaxed);
                }
                // The worker ends only with the program; without it the loop has been woken by its panic.
                let _ = self.jobs.send(job);
            }
            Effect::StopOpening => self.wanted.store(0, Ordering::Relaxed),
            Effect::Mouse(on) => self.guard.mouse(on)?,
            Effect::Redraw => self.screen.redraw()?,
            Effect::Suspend if !can_suspend() => {
                let text = model.env.text("notice-no-shell");
                return Ok(model.update(Msg::Told(text)));
            }
            Effect::Suspend => return self.suspend(model),
            // The loop itself does these.
            Effect::Quit | Effect::TellWhenDrawn => return Ok(vec![effect]),
        }
        Ok(Vec::new())
    }

    /// Sleeps until the shell, or whoever stopped the program, wakes it.
    fn suspend(&mut self, model: &mut Model) -> io::Result<Vec<Effect>> {
        self.guard.suspend()?;
        self.guard.resume()?;
        self.screen.redraw()?;
        self.fit(model)
    }

    /// Tells the model the size of the terminal: what is drawn has to fit, whatever was told about it.
    fn fit(&self, model: &mut Model) -> io::Result<Vec<Effect>> {
        let size = self.screen.size()?;
        if (size.width, size.height) == model.env.size {
            return Ok(Vec::new());
        }
        Ok(model.update(Msg::Input(Input::Resize(size.width, size.height))))
    }

    /// After a stop that nobody announced.
    fn come_back(&mut self) -> io::Result<()> {
        self.guard.reassert()?;
        self.screen.redraw()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_follow_the_language_unless_set() {
        assert_eq!(date_style(Dates::Auto, Language::Ja), DateStyle::Era);
        assert_eq!(date_style(Dates::Auto, Language::En), DateStyle::Western);
        assert_eq!(date_style(Dates::Era, Language::En), DateStyle::Era);
        assert_eq!(date_style(Dates::Western, Language::Ja), DateStyle::Western);
    }
}

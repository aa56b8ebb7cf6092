//! Input of the person at the terminal, read by a thread of its own that sleeps until something comes.

use super::probe::{self, Probe};
use crossbeam_channel::Sender;
use crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEvent, MouseEventKind,
};
use std::thread::JoinHandle;
use std::time::Duration;
use std::{io, thread};

/// The console of Windows hands a paste over as keys.
const BURSTS: bool = cfg!(windows);

/// How long a key that belongs to a paste may be late.
const NEXT_KEY: Duration = Duration::from_millis(5);

/// A batch ends here, so that a stream without end still arrives.
const MOST_EVENTS: usize = 4096;

/// One thing that came from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key went down or repeats; never its release.
    Key(KeyEvent),
    /// Pasted text; lines end with `\n`.
    Paste(String),
    /// A click, a drag or the wheel; never a mere movement.
    Mouse(MouseEvent),
    /// The terminal has these columns and rows now.
    Resize(u16, u16),
    /// The answer to [`probe::ask`]; always the first input, and sent only where asked for.
    Probed(Probe),
    /// Reading failed with this message of the system; nothing comes any more.
    Lost(String),
}

/// Starts the thread; `asks` when [`probe::ask`] left the answer to the input.
///
/// The thread ends when the receiver is gone or reading fails; nobody needs to wait for it.
///
/// # Errors
/// The system refused the thread.
pub fn spawn(sender: Sender<Input>, asks: bool) -> io::Result<JoinHandle<()>> {
    thread::Builder::new().name("input".to_owned()).spawn(move || {
        if asks && sender.send(Input::Probed(probe::await_answer())).is_err() {
            return;
        }
        let reason = read_on(&sender);
        // Whoever does not listen does not miss it.
        let _ = sender.send(Input::Lost(reason));
    })
}

/// Reads until that fails (returns why) or nobody listens.
fn read_on(sender: &Sender<Input>) -> String {
    loop {
        let mut batch = Vec::new();
        let read = read_batch(&mut batch);
        for input in gather(batch, BURSTS) {
            if sender.send(input).is_err() {
                return String::new();
            }
        }
        if let Err(error) = read {
            return error.to_string();
        }
    }
}

/// Waits for an event and takes those that are there already.
fn read_batch(batch: &mut Vec<Event>) -> io::Result<()> {
    batch.push(event::read()?);
    while batch.len() < MOST_EVENTS && event::poll(patience(batch, BURSTS))? {
        batch.push(event::read()?);
    }
    Ok(())
}

/// One key is a key and is not held back; after the second it may be a paste.
fn patience(batch: &[Event], bursts: bool) -> Duration {
    let is_paste = bursts && batch.iter().filter(|event| event.is_key_press()).nth(1).is_some();
    if is_paste { NEXT_KEY } else { Duration::ZERO }
}

/// Turns events that came at once into input; with `bursts`, runs of text keys that nobody types so fast become a
/// paste: an Enter in them must never confirm anything.
pub fn gather(batch: Vec<Event>, bursts: bool) -> Vec<Input> {
    let mut out = Vec::with_capacity(batch.len());
    let mut run = Vec::new();
    for event in batch {
        match event {
            // Must not cut a run in two: a paste on Windows holds the releases too.
            Event::Key(key) if key.kind == KeyEventKind::Release => {}
            Event::Key(key) if bursts && text_of(&key).is_some() => run.push(key),
            Event::FocusGained | Event::FocusLost => {}
            event => {
                finish(&mut run, &mut out);
                out.extend(input_of(event));
            }
        }
    }
    finish(&mut run, &mut out);
    out
}

/// Ends a run of text keys.
fn finish(run: &mut Vec<KeyEvent>, out: &mut Vec<Input>) {
    let text: Vec<char> = run.iter().filter_map(text_of).collect();
    if is_burst(&text) {
        run.clear();
        out.push(Input::Paste(text.into_iter().collect()));
    } else {
        out.extend(run.drain(..).map(Input::Key));
    }
}

/// At least three characters with a line break, or six. The same key over and over is a key held down.
fn is_burst(text: &[char]) -> bool {
    let is_one_key = text.windows(2).all(|pair| pair.first() == pair.last());
    !is_one_key && (text.len() >= 6 || text.len() >= 3 && text.contains(&'\n'))
}

/// The character a key writes.
fn text_of(key: &KeyEvent) -> Option<char> {
    let is_plain = key.modifiers.is_empty();
    match key.code {
        KeyCode::Char(character) if is_plain || key.modifiers == KeyModifiers::SHIFT => Some(character),
        KeyCode::Enter if is_plain => Some('\n'),
        KeyCode::Tab if is_plain => Some('\t'),
        _ => None,
    }
}

fn input_of(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) => Some(Input::Key(key)),
        // Terminals send the line breaks of a paste as the key Enter does.
        Event::Paste(text) => Some(Input::Paste(text.replace("\r\n", "\n").replace('\r', "\n"))),
        Event::Mouse(mouse) if mouse.kind == MouseEventKind::Moved => None,
        Event::Mouse(mouse) => Some(Input::Mouse(mouse)),
        Event::Resize(columns, rows) => Some(Input::Resize(columns, rows)),
        Event::FocusGained | Event::FocusLost => None,
    }
}

#[cfg(test)]
mod tests;

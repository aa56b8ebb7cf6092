//! A main loop as small as can be; the order of calls is that of the workstation.

use crossbeam_channel::{Receiver, select, unbounded};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEventKind};
use kyukan::tui::input::{self, Input};
use kyukan::tui::probe::{self, Probe};
use kyukan::tui::signals::{self, Signal, die_of};
use kyukan::tui::terminal::{Guard, Options, Screen, can_suspend, install_panic_hook};
use std::io;
use std::time::Duration;

/// Names what [`run_kyukan`] opens.
pub(crate) const OPENED: &str = "KYUKAN_TEST_OPENED";

/// The program itself, beside a thread that falls when it is told to.
pub(crate) fn run_kyukan() {
    let mut signals = signal_hook::iterator::Signals::new([signal_hook::consts::SIGUSR1]).unwrap();
    std::thread::spawn(move || {
        signals.forever().next();
        panic!("helper falls");
    });
    let exit = kyukan::cli::run(&[std::env::var_os(OPENED).unwrap()]);
    std::process::exit(exit as i32);
}

enum End {
    Wished,
    Signal(i32),
    Panic,
}

/// What is shown, a line each.
#[derive(Default)]
struct Shown {
    probe: Option<Probe>,
    last: String,
    mouse: bool,
    stops: u32,
    continues: u32,
}

pub(crate) fn run() {
    let caught = signals::catch().unwrap();
    let guard = Guard::enter(Options::default()).unwrap();
    let (panicked, panics) = unbounded();
    install_panic_hook(&guard, move || {
        let _ = panicked.send(());
    });
    let (signal, signals) = unbounded();
    signals::spawn(caught, &guard, signal).unwrap();
    let probe = probe::ask(&mut io::stdout().lock()).unwrap();
    let (sender, inputs) = unbounded();
    input::spawn(sender, probe.is_none()).unwrap();
    let mut screen = guard.screen().unwrap();
    let mut shown = Shown { probe, ..Shown::default() };
    let end = main_loop(&guard, &mut screen, &mut shown, (&inputs, &signals, &panics));
    // Of a window that was closed the failing frame may be noticed before the signal.
    let end = end.or_else(|error| {
        let told = || signals.recv_timeout(Duration::from_secs(10)).ok();
        let ends = std::iter::from_fn(told).find_map(|signal| match signal {
            Signal::Quit(number) => Some(End::Signal(number)),
            _ => None,
        });
        ends.ok_or(error)
    });
    guard.leave();
    match end.unwrap() {
        End::Wished => {}
        End::Panic => println!("left by a panic"),
        End::Signal(number) => die_of(number),
    }
}

fn main_loop(
    guard: &Guard,
    screen: &mut Screen,
    shown: &mut Shown,
    (inputs, signals, panics): (&Receiver<Input>, &Receiver<Signal>, &Receiver<()>),
) -> io::Result<End> {
    if let Ok(first) = inputs.recv_timeout(probe::PATIENCE) {
        take(first, guard, screen, shown)?;
    }
    loop {
        draw(screen, shown)?;
        let end = select! {
            recv(inputs) -> input => take(input.unwrap(), guard, screen, shown)?,
            recv(signals) -> signal => match signal.unwrap() {
                Signal::Quit(number) => Some(End::Signal(number)),
                Signal::Resized => None,
                Signal::Suspend => suspend(guard, screen, shown)?,
                Signal::Continued => {
                    shown.continues += 1;
                    guard.reassert()?;
                    screen.redraw()?;
                    None
                }
            },
            recv(panics) -> _ => None,
        };
        if !guard.is_active() {
            return Ok(End::Panic);
        }
        if let Some(end) = end {
            return Ok(end);
        }
    }
}

fn take(input: Input, guard: &Guard, screen: &mut Screen, shown: &mut Shown) -> io::Result<Option<End>> {
    match input {
        Input::Probed(probe) => shown.probe = Some(probe),
        Input::Key(key) => return press(key, guard, screen, shown),
        Input::Paste(text) => shown.last = format!("paste: {text:?}"),
        Input::Mouse(mouse) if matches!(mouse.kind, MouseEventKind::Down(_)) => {
            shown.last = format!("click: {} {}", mouse.column, mouse.row);
        }
        Input::Mouse(_) | Input::Resize(..) => {}
        Input::Lost(reason) => return Err(io::Error::other(reason)),
    }
    Ok(None)
}

fn press(key: KeyEvent, guard: &Guard, screen: &mut Screen, shown: &mut Shown) -> io::Result<Option<End>> {
    match key.code {
        KeyCode::Char('z') if key.modifiers == KeyModifiers::CONTROL => {
            if can_suspend() {
                return suspend(guard, screen, shown);
            }
            "no shell".clone_into(&mut shown.last);
        }
        KeyCode::Char('q') => return Ok(Some(End::Wished)),
        KeyCode::Char('m') => {
            shown.mouse = !shown.mouse;
            guard.mouse(shown.mouse)?;
        }
        KeyCode::Char('p') => panic!("main falls"),
        KeyCode::Char('t') => drop(std::thread::spawn(|| panic!("helper falls"))),
        KeyCode::Char('h') => {
            "hanging".clone_into(&mut shown.last);
            draw(screen, shown)?;
            loop {
                std::thread::park();
            }
        }
        KeyCode::Char(character) => shown.last = format!("key: {character}"),
        code => shown.last = format!("key: {code:?}"),
    }
    Ok(None)
}

fn suspend(guard: &Guard, screen: &mut Screen, shown: &mut Shown) -> io::Result<Option<End>> {
    guard.suspend()?;
    guard.resume()?;
    screen.redraw()?;
    shown.stops += 1;
    Ok(None)
}

fn draw(screen: &mut Screen, shown: &Shown) -> io::Result<()> {
    let probe = shown.probe.map_or("(none)".to_owned(), |probe| format!("{probe:?}"));
    let mouse = if shown.mouse { "on" } else { "off" };
    screen.draw(|frame| {
        let area = frame.area();
        let text = format!(
            "ready\nprobe: {probe}\nsize: {}x{}\nmouse: {mouse}\nstops: {}\ncontinues: {}\n{}",
            area.width, area.height, shown.stops, shown.continues, shown.last
        );
        frame.render_widget(ratatui::text::Text::raw(text), area);
    })
}

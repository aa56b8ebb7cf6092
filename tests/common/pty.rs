//! A program at a terminal: starts it behind a pseudo-terminal, types, and looks at the screen.
//!
//! Nothing here sleeps and hopes: every look waits for its condition, and fails with the screen after a while.

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use vt100::Screen;

const PATIENCE: Duration = Duration::from_secs(20);

/// Begin and end of a frame.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// How the terminal answers when it is asked for its cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answers {
    Right,
    /// As if `─` had taken two columns.
    Wide,
    /// As if the bytes had been taken for something else than UTF-8.
    NoUtf8,
    /// Not before [`Session::answer_now`].
    Late,
    /// As [`Answers::Wide`], not before [`Session::answer_now`].
    LateWide,
    Never,
}

pub(crate) struct Session {
    /// `None` once the terminal was closed.
    ends: Option<Ends>,
    child: Box<dyn Child + Send + Sync>,
    shared: Arc<Shared>,
    reader: Option<JoinHandle<()>>,
    home: tempfile::TempDir,
}

struct Ends {
    master: Box<dyn MasterPty + Send>,
    writer: Arc<Mutex<Box<dyn Write + Send>>>,
}

struct Shared {
    terminal: Mutex<Terminal>,
    changed: Condvar,
}

struct Terminal {
    parser: vt100::Parser<Questions>,
    raw: Vec<u8>,
    /// How much of it the parser has got: whole frames only, as a terminal with synchronised output shows them.
    shown: usize,
    /// The program has closed its side, or this side is to be closed.
    is_closed: bool,
}

struct Questions {
    answers: Answers,
    due: Vec<String>,
}

impl vt100::Callbacks for Questions {
    fn unhandled_csi(
        &mut self,
        screen: &mut Screen,
        mark: Option<u8>,
        _: Option<u8>,
        params: &[&[u16]],
        last: char,
    ) {
        if mark.is_none() && last == 'n' && params == [[6]] {
            let (row, column) = screen.cursor_position();
            let shift = match self.answers {
                Answers::Right | Answers::Late | Answers::Never => 0,
                Answers::Wide | Answers::LateWide => 1,
                Answers::NoUtf8 => 3,
            };
            self.due.push(format!("\x1b[{};{}R", row + 1, column + shift + 1));
        }
    }
}

impl Session {
    /// Starts kyukan.
    pub(crate) fn start(args: &[&str], env: &[(&str, &str)], rows: u16, cols: u16) -> Self {
        Self::start_answering(args, env, rows, cols, Answers::Right)
    }

    /// As [`Session::start`], at a terminal with another way to answer.
    pub(crate) fn start_answering(
        args: &[&str],
        env: &[(&str, &str)],
        rows: u16,
        cols: u16,
        answers: Answers,
    ) -> Self {
        Self::start_program(env!("CARGO_BIN_EXE_kyukan"), args, env, rows, cols, answers)
    }

    /// Starts any program.
    pub(crate) fn start_program(
        program: &str,
        args: &[&str],
        env: &[(&str, &str)],
        rows: u16,
        cols: u16,
        answers: Answers,
    ) -> Self {
        let home = tempfile::tempdir().unwrap();
        let pair = native_pty_system().openpty(size(rows, cols)).unwrap();
        let child = pair.slave.spawn_command(command(program, args, env, home.path())).unwrap();
        // The output ends when the last user of this side is gone: the program, not this test.
        drop(pair.slave);
        let writer = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        let questions = Questions { answers, due: Vec::new() };
        let parser = vt100::Parser::new_with_callbacks(cells(rows), cells(cols), 0, questions);
        let terminal = Terminal { parser, raw: Vec::new(), shown: 0, is_closed: false };
        let shared = Arc::new(Shared { terminal: Mutex::new(terminal), changed: Condvar::new() });
        let source = pair.master.try_clone_reader().unwrap();
        let (for_reader, back) = (Arc::clone(&shared), Arc::clone(&writer));
        let reader = std::thread::spawn(move || read_all(source, &for_reader, &back));
        Self { ends: Some(Ends { master: pair.master, writer }), child, shared, reader: Some(reader), home }
    }

    /// The home directory of the program, with everything it keeps there.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Types bytes as they are.
    pub(crate) fn send(&mut self, bytes: &str) {
        write_to(&self.ends.as_ref().unwrap().writer, bytes.as_bytes());
    }

    /// Types keys: characters stand for themselves, names in angle brackets for the others (`jj<enter><esc>n`).
    pub(crate) fn keys(&mut self, story: &str) {
        self.send(&bytes_of(story));
    }

    /// Pastes as a terminal with bracketed paste does.
    pub(crate) fn paste(&mut self, text: &str) {
        self.send(&format!("\x1b[200~{}\x1b[201~", text.replace('\n', "\r")));
    }

    /// Gives the answers held back by [`Answers::Late`] and [`Answers::LateWide`].
    pub(crate) fn answer_now(&mut self) {
        let mut terminal = self.shared.lock();
        let questions = terminal.parser.callbacks_mut();
        questions.answers = Answers::Right;
        let due: String = questions.due.drain(..).collect();
        drop(terminal);
        self.send(&due);
    }

    /// Waits for a text on the screen and returns the screen.
    pub(crate) fn wait_for(&self, text: &str) -> String {
        self.wait_until(&format!("{text:?}"), |screen| screen.contents().contains(text));
        self.screen()
    }

    /// Waits for anything that can be seen.
    pub(crate) fn wait_until(&self, what: &str, condition: impl Fn(&Screen) -> bool) {
        self.wait(what, |terminal| condition(terminal.parser.screen()));
    }

    /// Presses a key until a text is on the screen. A key that comes together with another size may lie unread until
    /// the next one comes (crossterm takes one of two things that become ready at once); so pressing it twice must do
    /// no harm.
    pub(crate) fn press_until(&mut self, key: &str, text: &str) {
        let is_shown = |terminal: &mut Terminal| terminal.parser.screen().contents().contains(text);
        for _ in 0..PATIENCE.as_secs() {
            self.keys(key);
            let second = Duration::from_secs(1);
            let terminal = self.shared.lock();
            let waiting =
                self.shared.changed.wait_timeout_while(terminal, second, |terminal| !is_shown(terminal));
            if !waiting.unwrap().1.timed_out() {
                return;
            }
        }
        self.wait_for(text);
    }

    /// Waits until the program has written these bytes.
    pub(crate) fn wait_for_raw(&self, bytes: &str) {
        self.wait(&format!("{bytes:?} in the output"), |terminal| contains(&terminal.raw, bytes));
    }

    /// How many frames the program has drawn.
    pub(crate) fn frames(&self) -> usize {
        frames_in(&self.shared.lock().raw)
    }

    /// Waits until more than so many frames have been drawn.
    pub(crate) fn wait_for_frame_after(&self, frames: usize) {
        self.wait("another frame", |terminal| frames_in(&terminal.raw) > frames);
    }

    /// What stands on the screen, rows without blanks at their ends.
    pub(crate) fn screen(&self) -> String {
        self.shared.lock().parser.screen().contents()
    }

    /// Everything the program has written.
    pub(crate) fn raw_output(&self) -> Vec<u8> {
        self.shared.lock().raw.clone()
    }

    pub(crate) fn is_alternate_screen(&self) -> bool {
        self.shared.lock().parser.screen().alternate_screen()
    }

    /// Whether the terminal is as a shell wants it. Mouse reports come as text otherwise, the cursor is missing.
    pub(crate) fn is_left_clean(&self) -> bool {
        let terminal = self.shared.lock();
        let screen = terminal.parser.screen();
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    }

    /// Whether keys are echoed and lines edited, as a shell leaves it for programs.
    pub(crate) fn is_cooked(&self) -> bool {
        let modes = self.ends.as_ref().unwrap().master.get_termios().unwrap();
        format!("{:?}", modes.local_flags).contains("ICANON")
    }

    /// Waits until the program has keys as they are pressed.
    pub(crate) fn wait_for_raw_mode(&self) {
        let end = Instant::now() + PATIENCE;
        while self.is_cooked() {
            assert!(Instant::now() < end, "waited for raw mode; the screen:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    pub(crate) fn resize(&mut self, rows: u16, cols: u16) {
        self.shared.lock().parser.set_size(cells(rows), cells(cols));
        self.ends.as_ref().unwrap().master.resize(size(rows, cols)).unwrap();
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Sends a signal by its short name (`TERM`).
    pub(crate) fn signal(&self, name: &str) {
        let status = Command::new("sh").args(["-c", &format!("kill -{name} {}", self.pid())]).status();
        assert!(status.unwrap().success());
    }

    /// Waits until the process is stopped as by Ctrl-Z.
    pub(crate) fn wait_stopped(&self) {
        let pid = self.pid().to_string();
        let is_stopped = || {
            let output = Command::new("ps").args(["-o", "stat=", "-p", &pid]).output().unwrap();
            output.stdout.starts_with(b"T")
        };
        assert!(comes_true(is_stopped), "not stopped; the screen:\n{}", self.screen());
    }

    /// Waits for the end of the program and of its output.
    pub(crate) fn wait_exit(&mut self) -> ExitStatus {
        let mut status = None;
        let is_over = comes_true(|| {
            status = self.child.try_wait().unwrap();
            status.is_some()
        });
        assert!(is_over, "still running; the screen:\n{}", self.screen());
        if self.ends.is_some() {
            self.wait("the end of the output", |terminal| terminal.is_closed);
        }
        status.unwrap()
    }

    /// Closes the terminal window: the program gets SIGHUP and can write no more. `nudge` are keys that make it
    /// write something, which wakes the reader of this side.
    pub(crate) fn hang_up(&mut self, nudge: &str) {
        self.shared.lock().is_closed = true;
        self.send(nudge);
        self.reader.take().unwrap().join().unwrap();
        self.ends = None;
    }

    fn wait(&self, what: &str, condition: impl Fn(&Terminal) -> bool) {
        let terminal = self.shared.lock();
        let waiting =
            self.shared.changed.wait_timeout_while(terminal, PATIENCE, |terminal| !condition(terminal));
        let (terminal, timeout) = waiting.unwrap();
        let screen = terminal.parser.screen().contents();
        drop(terminal);
        assert!(!timeout.timed_out(), "waited for {what}; the screen:\n{screen}");
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Already over in most cases.
        let _ = self.child.kill();
    }
}

impl Terminal {
    /// Draws what has come, but for a frame whose end has not.
    fn show(&mut self) {
        let last = |mark: &[u8]| self.raw.windows(mark.len()).rposition(|window| window == mark);
        let unfinished =
            last(BEGIN).filter(|begin| !self.is_closed && last(END).is_none_or(|end| end < *begin));
        let until = unfinished.unwrap_or(self.raw.len()).max(self.shown);
        self.parser.process(self.raw.get(self.shown..until).unwrap());
        self.shown = until;
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Terminal> {
        self.terminal.lock().unwrap()
    }
}

fn command(program: &str, args: &[&str], env: &[(&str, &str)], home: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.args(args);
    command.cwd(home);
    for name in ["NO_COLOR", "COLORTERM", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANGUAGE", "RUST_BACKTRACE"] {
        command.env_remove(name);
    }
    command.env("HOME", home);
    for (name, folder) in [("CONFIG", "config"), ("STATE", "state"), ("DATA", "data"), ("CACHE", "cache")] {
        command.env(format!("XDG_{name}_HOME"), home.join(folder));
    }
    command.env("LANG", "ja_JP.UTF-8");
    command.env("TERM", "xterm-256color");
    for (name, value) in env {
        command.env(name, value);
    }
    command
}

fn read_all(mut source: Box<dyn Read + Send>, shared: &Shared, back: &Mutex<Box<dyn Write + Send>>) {
    let mut bytes = [0; 4096];
    loop {
        // The end of the program is an error here on Linux.
        let count = source.read(&mut bytes).unwrap_or(0);
        let mut terminal = shared.lock();
        let is_hung_up = terminal.is_closed;
        terminal.is_closed |= count == 0;
        terminal.raw.extend_from_slice(bytes.get(..count).unwrap());
        terminal.show();
        let questions = terminal.parser.callbacks_mut();
        let is_silent = matches!(questions.answers, Answers::Late | Answers::LateWide | Answers::Never);
        let due: String = if is_silent { String::new() } else { questions.due.drain(..).collect() };
        drop(terminal);
        shared.changed.notify_all();
        if count == 0 || is_hung_up {
            return;
        }
        write_to(back, due.as_bytes());
    }
}

fn write_to(writer: &Mutex<Box<dyn Write + Send>>, bytes: &[u8]) {
    let mut writer = writer.lock().unwrap();
    // A program that has just ended reads no more; the test sees that by itself.
    let _ = writer.write_all(bytes).and_then(|()| writer.flush());
}

/// Waits for what tells nobody when it changes.
fn comes_true(mut condition: impl FnMut() -> bool) -> bool {
    let start = Instant::now();
    loop {
        if condition() {
            return true;
        }
        if start.elapsed() > PATIENCE {
            return false;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn bytes_of(story: &str) -> String {
    let mut out = String::new();
    let mut rest = story;
    while let Some((plain, tail)) = rest.split_once('<') {
        let (name, tail) = tail.split_once('>').unwrap();
        out.push_str(plain);
        out.push_str(&bytes_of_key(name));
        rest = tail;
    }
    out + rest
}

fn bytes_of_key(name: &str) -> String {
    if let Some(letter) = name.strip_prefix("ctrl-").and_then(|letter| letter.bytes().next()) {
        return char::from(letter & 0x1f).to_string();
    }
    if let Some(key) = name.strip_prefix("alt-") {
        return format!("\x1b{key}");
    }
    let bytes = match name {
        "enter" => "\r",
        "esc" => "\x1b",
        "tab" => "\t",
        "backtab" => "\x1b[Z",
        "space" => " ",
        "lt" => "<",
        "backspace" => "\x7f",
        "up" => "\x1b[A",
        "down" => "\x1b[B",
        "right" => "\x1b[C",
        "left" => "\x1b[D",
        "home" => "\x1b[H",
        "end" => "\x1b[F",
        "insert" => "\x1b[2~",
        "delete" => "\x1b[3~",
        "pageup" => "\x1b[5~",
        "pagedown" => "\x1b[6~",
        "f1" => "\x1bOP",
        "f2" => "\x1bOQ",
        "f3" => "\x1bOR",
        "f4" => "\x1bOS",
        "f5" => "\x1b[15~",
        _ => unreachable!("no key <{name}>"),
    };
    bytes.to_owned()
}

fn frames_in(raw: &[u8]) -> usize {
    raw.windows(END.len()).filter(|window| *window == END).count()
}

fn contains(haystack: &[u8], needle: &str) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle.as_bytes())
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

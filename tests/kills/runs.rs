//! Starting a child, killing it, and counting what was hit.

use super::checks::House;
use super::report::{Line, Phase, Promise, Step};
use super::{HOUSE, WORK};
use fastrand::Rng;
use std::collections::BTreeMap;
use std::fmt;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

/// What a child said before it was killed.
#[derive(Debug, Default)]
pub(crate) struct Run {
    /// What was promised, in order.
    pub(crate) promises: Vec<Promise>,
    /// What was begun and not told to be done.
    pub(crate) interrupted: Option<Step>,
}

/// A child that does not outlive a test that fails.
struct Victim(Child);

impl Drop for Victim {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Lets a child work in `house` and kills it at some moment.
pub(crate) fn run_and_kill(house: &Path, round: u64, random: &mut Rng) -> Run {
    // The last two digits (base 2) of its seed say what the child does most.
    let work = (random.u64(..) & !3) | (round & 3);
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "worker", "--nocapture", "--test-threads=1"]);
    command.env(HOUSE, house).env(WORK, work.to_string()).stdout(Stdio::piped()).stdin(Stdio::null());
    let mut victim = Victim(command.spawn().unwrap());
    let (say, hear) = channel();
    let out = victim.0.stdout.take().unwrap();
    let listener = thread::spawn(move || listen(out, &say));
    let mut run = Run::default();
    sleep(moment(&hear, &mut run, round, random));
    victim.0.kill().unwrap();
    let status = victim.0.wait().unwrap();
    // A killed process has no code, on Windows 1; a test that fails ends with 101.
    assert!(matches!(status.code(), None | Some(1)), "the child fell by itself: {status}");
    listener.join().unwrap();
    for line in hear {
        run.take(line);
    }
    run
}

/// Waits until some steps are done, and says how much longer the child may live: about two steps at its own pace, so
/// that every part of a step is hit on quick disks and on slow ones.
fn moment(hear: &Receiver<Line>, run: &mut Run, round: u64, random: &mut Rng) -> Duration {
    let mut wait = |is_enough: &dyn Fn(&Run) -> bool| {
        // Nothing comes any more when the child has failed.
        while !is_enough(run) {
            run.take(hear.recv().unwrap());
        }
    };
    if round % 8 == 7 {
        wait(&|run| run.interrupted.is_some());
        return Duration::from_micros(random.u64(..15_000));
    }
    wait(&|run| !run.promises.is_empty());
    let steps = random.usize(..6);
    if steps == 0 {
        return Duration::from_micros(random.u64(..60_000));
    }
    let start = Instant::now();
    wait(&|run| run.promises.len() > steps);
    let pace = start.elapsed().as_micros() / steps as u128;
    Duration::from_micros(random.u64(..=2 * u64::try_from(pace).unwrap()))
}

/// Hands on the lines that came whole.
fn listen(out: impl Read, say: &Sender<Line>) {
    let (mut out, mut line) = (BufReader::new(out), Vec::new());
    while out.read_until(b'\n', &mut line).unwrap() > 0 && line.ends_with(b"\n") {
        if let Some(line) = Line::read(&line) {
            // Nobody listens when the test has failed.
            drop(say.send(line));
        }
        line.clear();
    }
}

impl Run {
    fn take(&mut self, line: Line) {
        match line {
            Line::Begin(step) => assert_eq!(self.interrupted.replace(step), None, "one step at a time"),
            Line::Done(promise) => {
                self.interrupted.take().unwrap();
                self.promises.push(promise);
            }
        }
    }
}

/// What was hit and checked.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    kills: u64,
    hits: BTreeMap<Phase, u64>,
    events: usize,
    received: usize,
    written: usize,
    closed: BTreeMap<&'static str, usize>,
}

impl Tally {
    pub(crate) fn count(&mut self, run: &Run) {
        self.kills += 1;
        if let Some(step) = &run.interrupted {
            *self.hits.entry(step.phase).or_default() += 1;
        }
        for promise in &run.promises {
            self.events += promise.events.len();
            self.received += promise.received.len();
            self.written += usize::from(promise.written.is_some());
        }
    }

    /// Adds what was found and compared in a workspace.
    pub(crate) fn close(&mut self, house: &House) {
        for (what, count) in house.figures() {
            *self.closed.entry(what).or_default() += count;
        }
    }

    /// Kills that hit a step of this phase.
    pub(crate) fn hits(&self, phase: Phase) -> u64 {
        self.hits.get(&phase).copied().unwrap_or_default()
    }

    /// Whether enough was promised that something could have been lost.
    pub(crate) fn is_substantial(&self) -> bool {
        self.events >= 20 && self.received >= 20 && self.written >= 5
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inside: u64 = self.hits.values().sum();
        let hits = [Phase::Opening, Phase::Deciding, Phase::Importing, Phase::Writing];
        let hits = hits.map(|phase| format!("{phase:?} {}", self.hits(phase))).join(", ");
        writeln!(out, "{} kills: {hits}, between steps or before {}", self.kills, self.kills - inside)?;
        let Self { events, received, written, .. } = self;
        writeln!(out, "promised: {events} events, {received} received files, {written} folders of outputs")?;
        let found: Vec<String> = self.closed.iter().map(|(what, count)| format!("{what} {count}")).collect();
        write!(out, "{}", found.join(", "))
    }
}

//! Nothing is lost when the program is killed while it decides, imports and writes.
//!
//! The program under test is this test binary itself: with [`HOUSE`] set, `worker` goes on working in a workspace until
//! it is killed, and says on its output what the library told it was done. `KYUKAN_KILLS` is the number of kills,
//! `KYUKAN_KILLS_SEED` the seed of an earlier run: the same work in the same order, the moments of the kills apart.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

#[path = "kills/checks.rs"]
mod checks;
#[path = "kills/material.rs"]
mod material;
#[path = "kills/report.rs"]
mod report;
#[path = "kills/runs.rs"]
mod runs;
#[path = "kills/work.rs"]
mod work;

use checks::House;
use report::Phase;
use runs::{Tally, run_and_kill};
use std::path::Path;

/// Set for the child: the folder with the workspace and what is to be imported.
const HOUSE: &str = "KYUKAN_KILLED_HOUSE";

/// Set for the child: the seed of its work.
const WORK: &str = "KYUKAN_KILLED_WORK";

/// Kills when nothing else is asked for.
const FEW: u64 = 40;

/// Kills of one workspace; then a new one keeps the checks quick.
const KILLS_OF_A_HOUSE: u64 = 100;

/// Not a test of its own: the program that is killed.
#[test]
fn worker() {
    if let Some(house) = std::env::var_os(HOUSE) {
        work::run(Path::new(&house), std::env::var(WORK).unwrap().parse().unwrap());
    }
}

#[test]
fn nothing_is_lost_or_torn_by_kills() {
    let asked = |name: &str| std::env::var(name).ok().map(|text| text.parse::<u64>().unwrap());
    let kills = asked("KYUKAN_KILLS").unwrap_or(FEW);
    let seed = asked("KYUKAN_KILLS_SEED").unwrap_or_else(|| fastrand::u64(..));
    println!("KYUKAN_KILLS={kills} KYUKAN_KILLS_SEED={seed}");
    let mut random = fastrand::Rng::with_seed(seed);
    let mut tally = Tally::default();
    let mut house = House::new(&mut random);
    for round in 0..kills {
        if round > 0 && round % KILLS_OF_A_HOUSE == 0 {
            tally.close(&house);
            house = House::new(&mut random);
        }
        let run = run_and_kill(house.dir(), round, &mut random);
        println!("{round}: killed while {:?}", run.interrupted.as_ref().map(|step| step.phase));
        tally.count(&run);
        house.check(&run, round % 2 == 1);
    }
    tally.close(&house);
    println!("{tally}");
    // With fewer kills it may be chance that one of them was never hit.
    if kills >= FEW {
        for phase in [Phase::Deciding, Phase::Importing, Phase::Writing] {
            assert!(tally.hits(phase) > 0, "no kill while {phase:?}");
        }
        assert!(tally.is_substantial(), "too little was promised");
    }
}

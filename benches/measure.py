#!/usr/bin/env python3
"""Measures whole processes: wall time, processor time and peak memory, start-up included.

    cargo build --release
    python3 benches/measure.py --kyukan target/release/kyukan --month MONTH --ym 2024-09 --csv-floor
    python3 benches/measure.py --command 'NAME=program arguments' --command 'other arguments'

MONTH is a folder with the received files in in/ and, if there is one, the service code master in codes.csv.
Every command runs once uncounted and then --runs times; the commands take turns, so that whatever else the machine
does meets all of them alike. Shown are the median (and the fastest and slowest) wall time, the median of user + system
time, the highest peak of resident memory of a single process, and the wall time as a multiple of the first command's.
Standard output goes to a file in a temporary folder. Needs only Python and a system with wait4 (Linux, macOS).

The peak of a short process is never below that of this script, because a new process begins as a copy of it; the
line below the table says how much that is.
"""
import argparse
import json
import os
import shlex
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
# ru_maxrss counts bytes on macOS and KiB elsewhere.
RSS_PER_MIB = 1024 * 1024 if sys.platform == "darwin" else 1024


class Command:
    """What is measured: a name, the words of the command line and the exit codes that mean success."""

    def __init__(self, name, words, good=(0,)):
        self.name, self.words, self.good = name, words, good
        self.runs, self.failure = [], None

    def run(self, folder):
        """Runs once; returns (wall s, user + system s, peak MiB)."""
        out, err = os.path.join(folder, "stdout"), os.path.join(folder, "stderr")
        words = [word.replace("{out}", folder) for word in self.words]
        with open(out, "wb") as to, open(err, "wb") as errors:
            started = time.perf_counter()
            process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=to, stderr=errors)
            try:
                _, status, used = os.wait4(process.pid, 0)
            except KeyboardInterrupt:
                process.send_signal(signal.SIGTERM)
                raise
            wall = time.perf_counter() - started
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in self.good:
            with open(err, encoding="utf-8", errors="replace") as said:
                last = (said.read().strip().splitlines() or ["nothing on standard error"])[-1]
            raise RuntimeError("exit status %d: %s" % (process.returncode, last[:200]))
        return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / RSS_PER_MIB

    def wall(self):
        return statistics.median(run[0] for run in self.runs)


def kyukan(a):
    words = [os.path.abspath(a.kyukan), "check", os.path.join(a.month, "in"), "--format", "json", "--lang", "ja"]
    if a.ym:
        words += ["--month", a.ym]
    codes = os.path.join(a.month, "codes.csv")
    if os.path.exists(codes):
        words += ["--codes", codes]
    # 1 means that there are differences.
    return Command("kyukan check", words, (0, 1))


def csv_floor(a):
    """The lower bound benches/split_floor.rs, built when needed."""
    built = subprocess.run(["cargo", "bench", "--bench", "split_floor", "--no-run", "--message-format=json"],
                           cwd=os.path.dirname(HERE), check=True, stdout=subprocess.PIPE)
    for line in built.stdout.splitlines():
        message = json.loads(line)
        if message.get("executable") and message.get("target", {}).get("name") == "split_floor":
            return Command("csv crate, split only", [message["executable"], os.path.join(a.month, "in")])
    sys.exit("measure.py: cargo did not say where split_floor is")


def peers(a):
    """The scripts peer_*.py and peer_*.sh of a folder; each takes MONTH and --out FOLDER."""
    for file in sorted(os.listdir(a.peers)):
        stem, ending = os.path.splitext(file)
        runner = {".py": a.python, ".sh": "bash"}.get(ending)
        if stem.startswith("peer_") and runner:
            yield Command(stem[5:], [runner, os.path.join(a.peers, file), a.month, "--out", "{out}"])


def named(text):
    """NAME=COMMAND, or a command whose name is its program."""
    name, sign, rest = text.partition("=")
    if not sign or any(c.isspace() or c == "/" for c in name):
        words = shlex.split(text)
        return Command(os.path.basename(words[0]), words)
    return Command(name, shlex.split(rest))


def measure(commands, runs, tmp):
    for turn in range(runs + 1):
        for command in commands:
            if command.failure:
                continue
            folder = os.path.join(tmp, "out")
            os.mkdir(folder)
            try:
                result = command.run(folder)
                if turn > 0:
                    command.runs.append(result)
            except (OSError, RuntimeError) as failure:
                command.failure = str(failure)
            finally:
                shutil.rmtree(folder)


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def table(commands):
    head = ["command", "wall s (min-max)", "CPU s", "peak MiB", "x first"]
    rows = []
    first = commands[0].wall() if commands[0].runs else None
    for command in commands:
        if not command.runs:
            rows.append([command.name, "failed", "", "", ""])
            continue
        walls = [run[0] for run in command.runs]
        rows.append([command.name, "%.3f (%.3f-%.3f)" % (command.wall(), min(walls), max(walls)),
                     "%.3f" % statistics.median(run[1] for run in command.runs),
                     "%.0f" % max(run[2] for run in command.runs),
                     "%.2f" % (command.wall() / first) if first else ""])
    widths = [max(width(row[i]) for row in [head] + rows) for i in range(len(head))]
    pad = lambda text, i: text + " " * (widths[i] - width(text)) if i == 0 else " " * (widths[i] - width(text)) + text
    lines = ["| " + " | ".join(pad(cell, i) for i, cell in enumerate(row)) + " |" for row in [head] + rows]
    rule = "|" + "|".join("-" * (w + 1) + ("-" if i == 0 else ":") for i, w in enumerate(widths)) + "|"
    return "\n".join([lines[0], rule] + lines[1:])


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--kyukan", metavar="PATH", help="the program; runs `check MONTH/in --format json`")
    ap.add_argument("--month", metavar="DIR", help="folder with in/ and codes.csv")
    ap.add_argument("--ym", metavar="YYYY-MM", help="the service month; without it the program chooses")
    ap.add_argument("--runs", type=int, default=9, help="counted runs of each command (default 9)")
    ap.add_argument("--csv-floor", action="store_true", help="also split the month with the csv crate (benches/split_floor.rs)")
    ap.add_argument("--peers", metavar="DIR", help="also run the scripts peer_*.py and peer_*.sh of this folder")
    ap.add_argument("--python", metavar="PY", default=sys.executable, help="Python for the peers")
    ap.add_argument("--command", metavar="[NAME=]CMD", action="append", default=[], help="any command; may be repeated")
    a = ap.parse_args()
    if (a.kyukan or a.csv_floor or a.peers) and not a.month:
        ap.error("--kyukan, --csv-floor and --peers need --month")
    if a.runs < 1:
        ap.error("--runs must be at least 1")
    commands = [kyukan(a)] if a.kyukan else []
    if a.csv_floor:
        commands.append(csv_floor(a))
    if a.peers:
        commands += peers(a)
    commands += [named(text) for text in a.command]
    if not commands:
        ap.error("nothing to measure")
    floor = Command("true", ["true"])
    with tempfile.TemporaryDirectory() as tmp:
        measure(commands, a.runs, tmp)
        measure([floor], 1, tmp)
    print(table(commands))
    lowest = "; peaks are not below %.0f MiB" % floor.runs[0][2] if floor.runs else ""
    print("median of %d runs after an uncounted one, %d cores%s" % (a.runs, os.cpu_count() or 1, lowest))
    failed = [command for command in commands if command.failure]
    for command in failed:
        print("%s: %s" % (command.name, command.failure), file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Measures the workstation through a real pseudo-terminal: start to first frame, key to painted frame, idle CPU.

    python3 benches/screen.py --kyukan target/release/kyukan --month FOLDER [--keys 2000] [--size 80x24]

A frame is painted when the program has written the end of a synchronized update (ESC [ ? 2026 l). Times contain the
reading of the bytes by this script.
"""

import argparse
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time

END_OF_FRAME = b"\x1b[?2026l"
CURSOR_QUERY = b"\x1b[6n"
SHOWN_CURSOR = b"\x1b[?25h"


class Workstation:
    """The program in a pseudo-terminal of its own."""

    def __init__(self, kyukan, month, columns, rows):
        self.home = tempfile.TemporaryDirectory()
        self.output = b""
        self.started = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(
                HOME=self.home.name,
                XDG_CONFIG_HOME=self.home.name,
                XDG_STATE_HOME=self.home.name,
                LANG="ja_JP.UTF-8",
                TERM="xterm-256color",
                COLORTERM="truecolor",
            )
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execv(kyukan, [kyukan, month])

    def read(self, timeout):
        """Reads what is there; answers the question for the cursor as a terminal with narrow characters does."""
        ready, _, _ = select.select([self.terminal], [], [], timeout)
        if not ready:
            return b""
        try:
            data = os.read(self.terminal, 1 << 20)
        except OSError:
            # The program has ended and its side of the terminal is closed.
            return b""
        for _ in range(data.count(CURSOR_QUERY)):
            os.write(self.terminal, b"\x1b[1;4R")
        # Only the end is kept: the script shall not be slower than what it measures.
        self.output = self.output[-4096:] + data
        return data

    def frame(self, timeout=30.0):
        """Waits for the end of the next frame."""
        tail = b""
        end = time.perf_counter() + timeout
        while time.perf_counter() < end:
            data = self.read(end - time.perf_counter())
            tail = tail[-8:] + data
            if END_OF_FRAME in tail:
                return time.perf_counter()
        sys.exit(f"no frame came; last output: {self.output[-300:]!r}")

    def send(self, keys):
        os.write(self.terminal, keys)

    def settle(self, quiet=0.5):
        """Reads until nothing comes for a while."""
        while self.read(quiet):
            pass

    def cpu_ticks(self):
        with open(f"/proc/{self.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    def peak_kib(self):
        with open(f"/proc/{self.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))

    def close(self):
        os.kill(self.pid, signal.SIGTERM)
        while self.read(0.1):
            pass
        os.waitpid(self.pid, 0)
        os.close(self.terminal)
        self.home.cleanup()


# What a person does, in turns: moving and paging on each screen, searching, going through differences.
STORIES = [
    ("board", b"1", [b"j", b"k", b"\x1b[6~", b"\x1b[5~", b"n", b"G", b"g"]),
    ("client", b"2", [b"n", b"]", b"[", b"l", b"j", b"N"]),
    ("providers", b"3", [b"j", b"\x1b[6~", b"n", b"G", b"g"]),
    ("differences", b"4", [b"j", b"\x1b[6~", b"l", b"t", b"G", b"g"]),
    ("managers", b"5", [b"j", b"k", b"n"]),
    ("files", b"6", [b"j", b"\x1b[6~", b"n", b"f", b"G", b"g"]),
    ("order", b"1", [b"s", b"\x1b[B", b"\r", b"F"]),
    ("filter", b"4", [b"f", b"\x1b[B", b"\r", b"F"]),
    ("find file", b"6/", [b"j", b"s", b"k", b"\x7f", b"\x7f", b"\x7f", b"\x1b[B"]),
    ("search", b"1/", [b"y", b"a", b"m", b"a", b"\x7f", b"\x7f", b"\x1b[B"]),
]


def first_frame(kyukan, month, columns, rows, runs):
    times = []
    for _ in range(runs):
        station = Workstation(kyukan, month, columns, rows)
        times.append(station.frame() - station.started)
        station.settle(0.3)
        station.close()
    return sorted(times)


def keys(station, count):
    """Times from each key to its frame, by screen."""
    times = {name: [] for name, _, _ in STORIES}
    for name, way, presses in STORIES:
        for key in way.decode():
            station.send(key.encode())
            station.frame()
        for turn in range(count // len(STORIES)):
            started = time.perf_counter()
            station.send(presses[turn % len(presses)])
            times[name].append(station.frame() - started)
        if way.endswith(b"/"):
            # The next story begins on a screen, not in the window.
            station.send(b"\x1b")
            station.settle(0.2)
    return times


def percentile(times, share):
    times = sorted(times)
    return times[min(len(times) - 1, int(len(times) * share))] * 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kyukan", required=True)
    parser.add_argument("--month", required=True)
    parser.add_argument("--keys", type=int, default=2000)
    parser.add_argument("--size", default="80x24")
    parser.add_argument("--runs", type=int, default=11)
    asked = parser.parse_args()
    columns, rows = (int(part) for part in asked.size.split("x"))
    starts = first_frame(asked.kyukan, asked.month, columns, rows, asked.runs)
    print(f"first frame: median {starts[len(starts) // 2] * 1000:.1f} ms, worst {starts[-1] * 1000:.1f} ms of {len(starts)}")
    station = Workstation(asked.kyukan, asked.month, columns, rows)
    # The cursor is shown as soon as there is a list to stand in.
    while SHOWN_CURSOR not in station.output:
        station.frame(60.0)
    print(f"month on the screen after {time.perf_counter() - station.started:.2f} s")
    station.settle()
    every = keys(station, asked.keys)
    for name, times in every.items():
        print(f"{name:12} p50 {percentile(times, 0.5):6.2f}  p99 {percentile(times, 0.99):6.2f}  worst {max(times) * 1000:6.2f} ms of {len(times)}")
    together = [one for times in every.values() for one in times]
    print(f"{'all keys':12} p50 {percentile(together, 0.5):6.2f}  p99 {percentile(together, 0.99):6.2f}  worst {max(together) * 1000:6.2f} ms of {len(together)}")
    before = station.cpu_ticks()
    time.sleep(5)
    print(f"idle: {station.cpu_ticks() - before} ticks of CPU in 5 s; peak memory {station.peak_kib() / 1024:.0f} MiB")
    station.close()


if __name__ == "__main__":
    main()

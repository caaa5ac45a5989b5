#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times a whole process, from fork to exit, or what it says itself; prints a row for run.sh, exit 1 above the target.

usage: time_process.py NAME TARGET_MS RUNS [--says PATTERN] [--may-exit CODE] -- COMMAND...
With --says the first number behind PATTERN on standard error is taken instead of the wall time. One run before the first counts
for nothing: it warms the caches. --may-exit names an exit code besides 0 that is fine (`corridor check` gives 1 for a verdict).
"""
import argparse
import re
import statistics
import subprocess
import sys
import time


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument('name')
    parser.add_argument('target', type=float)
    parser.add_argument('runs', type=int)
    parser.add_argument('--says')
    parser.add_argument('--may-exit', type=int, default=0)
    parser.add_argument('command', nargs='+')
    return parser.parse_args()


def once(wanted):
    """Milliseconds of one run."""
    begin = time.perf_counter()
    done = subprocess.run(wanted.command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    spent = (time.perf_counter() - begin) * 1e3
    if done.returncode not in (0, wanted.may_exit):
        sys.exit(f'{wanted.command[0]} ended with {done.returncode}: {done.stderr.strip()}')
    if not wanted.says:
        return spent
    said = re.search(re.escape(wanted.says) + r'\D*([0-9.]+)', done.stderr)
    if not said:
        sys.exit(f'{wanted.command[0]} did not say "{wanted.says}": {done.stderr.strip()}')
    return float(said.group(1))


def main():
    wanted = arguments()
    once(wanted)
    times = [once(wanted) for _ in range(wanted.runs)]
    median = statistics.median(times)
    print(f'{wanted.name}\t{median:.0f} ms\t-\t<= {wanted.target:.0f} ms')
    print(f'  fastest and slowest of {wanted.runs}\t{min(times):.0f}, {max(times):.0f} ms\t-\t-')
    sys.exit(1 if median > wanted.target else 0)


if __name__ == '__main__':
    main()

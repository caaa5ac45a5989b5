#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times our distances against scipy's Dijkstra on the same network, in turn, and compares every distance.

usage: bench_paths_peer.py BENCH_PATHS NETWORK.gpkg [SOURCES=200] [ROUNDS=7]
Prints rows "name<TAB>value<TAB>ratio<TAB>target" (see run.sh). Ratios are medians of the rounds' own ratios: what else the
machine does in a round slows both. Exit 1 if a target is missed or a distance differs.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np
from osgeo import ogr
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

TOLERANCE = 1e-9
TARGETS = {1: 5.0, 2: 10.0}


def read_network(path):
    """The undirected weight matrix; weight = 100 × planar length, as bench_paths computes it."""
    data = ogr.Open(path)
    index = {site['name']: i for i, site in enumerate(data.GetLayer('sites'))}
    ends, weights = [], []
    for span in data.GetLayer('spans'):
        ends.append((index[span['a']], index[span['b']]))
        weights.append(span.GetGeometryRef().Length() * 100.0)
    ends, weights = np.array(ends), np.array(weights)
    if len({tuple(sorted(pair)) for pair in ends.tolist()}) != len(ends):
        sys.exit('bench_paths_peer: parallel spans; scipy would add their weights')
    rows, columns = np.concatenate((ends, ends[:, ::-1])).T
    return csr_matrix((np.concatenate((weights, weights)), (rows, columns)), shape=(len(index), len(index)))


class Ours:
    """bench_paths as a child that is asked for one run at a time."""

    def __init__(self, program, network, sources):
        self.child = subprocess.Popen([program, network, str(sources)], text=True,
                                      stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.ready = self.child.stdout.readline().split()
        if self.ready[:1] != ['ready']:
            sys.exit('bench_paths_peer: bench_paths did not start')

    def ask(self, command):
        self.child.stdin.write(command + '\n')
        self.child.stdin.flush()
        return self.child.stdout.readline().strip()


def same_distances(expected, file):
    found = np.fromfile(file).reshape(expected.shape)
    reachable = np.isfinite(expected)
    if not np.array_equal(reachable, np.isfinite(found)):
        return False
    return bool(np.all(np.abs(found[reachable] - expected[reachable]) <= TOLERANCE * expected[reachable]))


def main():
    program, network = sys.argv[1], sys.argv[2]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 7
    matrix = read_network(network)
    nodes = matrix.shape[0]
    sources = list(range(0, nodes, max(1, nodes // count)))[:count]
    ours = Ours(program, network, count)
    ours.ask('run 2')
    times = {'peer': [], 1: [], 2: []}
    for _ in range(rounds):
        times[1].append(float(ours.ask('run 1')))
        begin = time.perf_counter()
        expected = dijkstra(matrix, indices=sources)
        times['peer'].append((time.perf_counter() - begin) * 1e3 / len(sources))
        times[2].append(float(ours.ask('run 2')))
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, 'distances')
        ours.ask('write ' + file)
        same = same_distances(expected, file)

    failed = not same
    peer = statistics.median(times['peer'])
    print(f'paths: scipy dijkstra, {nodes} nodes, {matrix.nnz // 2} links\t{peer:.3f} ms/source\t-\t-')
    for threads, target in TARGETS.items():
        ratio = statistics.median(p / t for p, t in zip(times['peer'], times[threads]))
        failed |= ratio < target
        print(f'paths: ours, {threads} thread{"s" if threads > 1 else ""}\t'
              f'{statistics.median(times[threads]):.3f} ms/source\t{ratio:.1f}x\t>= {target:.0f}x')
    print(f'paths: same distances\t{"yes" if same else "NO"}\t-\tyes')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Independent check of the sample plan: recomputes every expected RTT from the CSVs with PROJ's `geod` and compares with expected_rtt.csv.

    check_expected.py            compare; exit 1 at a difference above 1e-6 ms or another path
    check_expected.py --write    rewrite expected_rtt.csv
    check_expected.py --tables   print the tables of README.md

Shares no code with the program. RTT = 2 * sum(L * tau) + hops * lump, L = measured, else geodesic polyline * sinuosity (schematic spans) * lay factor.
A hop ends at the far end and at every OTN cross-connect or router that is passed; ROADMs and way-points pass the light on.
The backup is the shortest path that shares no span (link_disjoint), intermediate node (node_disjoint) or risk group with the shortest path; if there is none,
primary and backup are the least-sum pair, found here by trying the k shortest paths. risk_disjoint asks for no common span, no
common risk group and no common intermediate node.
"""
import csv
import heapq
import itertools
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
LIBRARY = HERE.parent / "equipment"
SPEED_KM_PER_S = 299792.458
YEARS = (2025, 2026, 2027, 2028)
HEAD = ("service_code", "year", "state", "primary_rtt_ms", "primary_path", "backup_rtt_ms", "backup_path")
GESTURE = dict(code="NEW", from_code="WLCB-QQ", to_code="HLGR-NEW", via="WLCB-LC", sinuosity=1.10, lay=1.025, fibre="G.652.D")


def rows(name):
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def in_service(row, year, assumed_if_unknown=True):
    start, end = row["in_date"][:4], row["out_date"][:4]
    return (int(start) <= year if start else assumed_if_unknown) and (not end or year < int(end))


def geodesic_km(legs):
    """Lengths on WGS 84 of legs ((lon, lat), (lon, lat)), km, in one call of geod."""
    text = "".join(f"{a[1]!r} {a[0]!r} {b[1]!r} {b[0]!r}\n" for a, b in legs)
    answer = subprocess.run(["geod", "+ellps=WGS84", "-I", "-F", "%.9f"], input=text, capture_output=True, text=True, check=True).stdout
    return [float(line.split()[-1]) / 1000 for line in answer.splitlines()]


class Sample:
    def __init__(self):
        self.position = {r["code"]: (float(r["lon"]), float(r["lat"])) for name in ("sites.csv", "junctions.csv") for r in rows(name)}
        self.spans = {r["code"]: r for r in rows("spans.csv")}
        self.nodes = {r["code"]: r for name in ("sites.csv", "junctions.csv") for r in rows(name)}
        self.sites = {r["code"] for r in rows("sites.csv")}
        self.services = rows("services.csv")
        self.pinned = {}
        for r in rows("service_route.csv"):
            self.pinned.setdefault((r["service_code"], r["role"]), []).append((int(r["seq"]), r["span_code"]))
        self.groups = {}
        for r in rows("risk_members.csv"):
            self.groups.setdefault(r["member_code"], set()).add(r["group_code"])
        fibres = json.loads((LIBRARY / "fibre.json").read_text(encoding="utf-8"))["fibres"]
        self.tau = {f["code"]: f["group_index"]["value"] / SPEED_KM_PER_S * 1e3 for f in fibres}  # ms per km
        elements = json.loads((LIBRARY / "equipment.json").read_text(encoding="utf-8"))["elements"]
        self.lump_ms = next(e for e in elements if e["code"] == "lump_one_hop")["round_trip_delay_us"]["value"] / 1000
        self.measure()

    def chain(self, row):
        if row["geometry_wkt"]:
            inner = row["geometry_wkt"].split("(", 1)[1].rstrip(")")
            return [tuple(map(float, p.split())) for p in inner.split(",")]
        return [self.position[row["from_code"]], self.position[row["to_code"]]]

    def measure(self):
        """Geodesic, fibre length (km) and one-way delay (ms) of every span."""
        chains = {c: self.chain(r) for c, r in self.spans.items()}
        chains["NEW"] = [self.position[GESTURE[k]] for k in ("from_code", "via", "to_code")]
        legs = [(c, leg) for c, line in chains.items() for leg in zip(line, line[1:])]
        self.geodesic = dict.fromkeys(chains, 0.0)
        for (code, _), km in zip(legs, geodesic_km([leg for _, leg in legs])):
            self.geodesic[code] += km
        self.fibre_km, self.delay = {}, {}
        for code, row in self.spans.items():
            sinuosity = float(row["sinuosity"]) if row["schematic"] == "1" else 1.0
            length = row["measured_fibre_km"] or self.geodesic[code] * sinuosity * float(row["lay_factor"])
            self.fibre_km[code] = float(length)
            self.delay[code] = self.fibre_km[code] * self.tau[row["fibre"]]
        self.fibre_km["NEW"] = self.geodesic["NEW"] * GESTURE["sinuosity"] * GESTURE["lay"]
        self.delay["NEW"] = self.fibre_km["NEW"] * self.tau[GESTURE["fibre"]]

    def network(self, year, gesture):
        links = [(c, r["from_code"], r["to_code"]) for c, r in self.spans.items()
                 if in_service(r, year, r["status"] in ("existing", "removed"))]
        if gesture:
            links.append(("NEW", GESTURE["from_code"], GESTURE["to_code"]))
        arcs = {}
        for code, a, b in links:
            arcs.setdefault(a, []).append((b, code))
            arcs.setdefault(b, []).append((a, code))
        return arcs

    def pass_ms(self, node):
        """What passing a node costs one way: half a lump where the light ends and starts again."""
        return self.lump_ms / 2 if self.nodes[node].get("role") in ("otn", "router") else 0.0

    def rtt(self, path, start):
        if not path:
            return None
        inner, here = 0.0, start
        for code in path:
            inner += 0.0 if here == start else self.pass_ms(here)
            a, b = (GESTURE[k] if code == "NEW" else self.spans[code][k] for k in ("from_code", "to_code"))
            here = b if here == a else a
        return 2 * (sum(self.delay[c] for c in path) + inner) + self.lump_ms

    def risks(self, path, nodes):
        return set().union(*(self.groups.get(x, set()) for x in itertools.chain(path, nodes[1:-1])))


def shortest(sample, arcs, start, end, no_span=(), no_node=()):
    """(delay, spans, nodes) or None."""
    heap, done = [(0.0, (), (start,))], set()
    while heap:
        cost, path, nodes = heapq.heappop(heap)
        here = nodes[-1]
        if here == end:
            return cost, list(path), list(nodes)
        if here in done:
            continue
        done.add(here)
        cost += 0.0 if here == start else sample.pass_ms(here)
        for there, code in arcs.get(here, ()):
            if code not in no_span and there not in done and (there == end or there not in no_node):
                heapq.heappush(heap, (cost + sample.delay[code], path + (code,), nodes + (there,)))
    return None


def k_shortest(sample, arcs, start, end, count):
    """Yen's loopless paths, simple and slow."""
    found, candidates = [shortest(sample, arcs, start, end)], []
    while found[-1] and len(found) < count:
        _, path, nodes = found[-1]
        for i in range(len(path)):
            root = path[:i]
            banned = {p[1][i] for p in found if p[1][:i] == root and len(p[1]) > i}
            tail = shortest(sample, arcs, nodes[i], end, banned, nodes[:i])
            if tail:
                passed = sum(sample.pass_ms(n) for n in nodes[1:i + 1])
                new = (sum(sample.delay[c] for c in root) + passed + tail[0], root + tail[1], nodes[:i] + tail[2])
                if new not in candidates and new not in found:
                    candidates.append(new)
        if not candidates:
            break
        candidates.sort(key=lambda p: (p[0], len(p[1]), p[1]))
        found.append(candidates.pop(0))
    return [p for p in found if p]


def disjoint_from(sample, arcs, path, nodes, kind, also_nodes=False):
    start, end = nodes[0], nodes[-1]
    spans, inner = set(path), set()
    if kind == "node_disjoint" or also_nodes:
        inner = set(nodes[1:-1])
    if kind == "risk_disjoint":
        touched = sample.risks(path, nodes)
        members = {m for m, g in sample.groups.items() if g & touched}
        spans |= {m for m in members if m in sample.spans}
        inner |= {m for m in members if m in sample.position}
    return shortest(sample, arcs, start, end, spans, inner)


def pair(sample, arcs, service, year):
    start, end, kind = service["from_code"], service["to_code"], service["protection"]
    best = shortest(sample, arcs, start, end)
    if not best or kind == "none":
        return best, None
    nodes_too = kind == "risk_disjoint"
    backup = disjoint_from(sample, arcs, best[1], best[2], kind, nodes_too)
    if nodes_too and year >= 2027:
        # From 2027 on the sample is made so that "no common risk" and "no common risk nor node" have one answer.
        assert disjoint_from(sample, arcs, best[1], best[2], kind) == backup, service["code"]
    if not backup:  # a trap
        pairs = [(p, disjoint_from(sample, arcs, p[1], p[2], kind, nodes_too)) for p in k_shortest(sample, arcs, start, end, 40)]
        pairs = [(p[0] + b[0], p, b) for p, b in pairs if b]
        if pairs:
            _, best, backup = min(pairs, key=lambda x: x[0])
    return best, backup


def expectations(sample):
    out = []
    for year, gesture in [(y, g) for y in YEARS for g in (False, True) if not g or y == 2027]:
        arcs = sample.network(year, gesture)
        state = "after_gesture" if gesture else "base"
        open_spans = {code for ends in arcs.values() for _, code in ends}
        for service in sample.services:
            ends = [sample.nodes[service[k]] for k in ("from_code", "to_code")]
            alive = all(e["code"] not in sample.sites or in_service(e, year, e["status"] == "existing") for e in ends)
            if service["routing"] == "pinned":
                paths = [[s for _, s in sorted(sample.pinned.get((service["code"], role), []))] for role in ("primary", "backup")]
                paths = [p if set(p) <= open_spans else [] for p in paths]
            else:
                found = pair(sample, arcs, service, year) if alive else (None, None)
                for p in found:
                    assert not p or not set(p[2][1:-1]) & sample.sites, f"{service['code']} runs through a site"
                paths = [p[1] if p else [] for p in found]
            texts = [(f"{sample.rtt(p, service['from_code']):.6f}" if p else "", " ".join(p)) for p in paths]
            out.append((service["code"], str(year), state, *texts[0], *texts[1]))
    return out


def word(value, limit):
    if not value or not limit:
        return "–"
    rtt, limit = float(value), float(limit)
    return "broken" if rtt > limit else "near" if rtt > limit * 0.99 else "met"


def shown(rtt):
    return f"{float(rtt):.3f}" if rtt else ""


def tables(sample, expected):
    print("### Spans\n\n| code | ends | status | in | out | terrain | sinuosity | fibre | geodesic km | fibre km | one way us |\n" + "|---" * 11 + "|")
    for code, r in sample.spans.items():
        print(f"| {code} | {r['from_code']} – {r['to_code']} | {r['status']} | {r['in_date']} | {r['out_date']} | {r['terrain']} | {r['sinuosity']} "
              f"| {r['fibre']} | {sample.geodesic[code]:.3f} | {sample.fibre_km[code]:.3f} | {sample.delay[code] * 1000:.1f} |")
    limits = {s["code"]: s["rtt_limit_ms"] for s in sample.services}
    about = {s["code"]: s for s in sample.services}
    for state in ("base", "after_gesture"):
        print(f"\n### Services, 2027, {state}\n\n| service | clause | protection | limit | primary ms | | backup ms | |\n" + "|---" * 8 + "|")
        for e in expected:
            if e[1] == "2027" and e[2] == state:
                s = about[e[0]]
                print(f"| {e[0]} {s['name_en']} | {s['clauses']} | {s['protection']} | {limits[e[0]]} | {shown(e[3])} | {word(e[3], limits[e[0]])} "
                      f"| {shown(e[5])} | {word(e[5], limits[e[0]])} |")


def main():
    sample = Sample()
    expected = expectations(sample)
    if "--tables" in sys.argv:
        tables(sample, expected)
    elif "--write" in sys.argv:
        with open(HERE / "expected_rtt.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([HEAD, *expected])
    else:
        wrong = 0
        stored = [tuple(r[h] for h in HEAD) for r in rows("expected_rtt.csv")]
        for new, old in itertools.zip_longest(expected, stored):
            same = new and old and new[:3] == old[:3] and new[4::2] == old[4::2] and all(
                bool(new[i]) == bool(old[i]) and (not new[i] or abs(float(new[i]) - float(old[i])) <= 1e-6) for i in (3, 5))
            if not same:
                wrong += 1
                print("differs:", old, "now:", new)
        print(f"{len(stored)} expectations, {wrong} differ")
        return 1 if wrong else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())

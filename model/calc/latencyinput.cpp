// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calc/latencyinput.h"

#include "model/base/physics.h"
#include "model/calc/inputyear.h"
#include "model/geo/polyline.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace corridor {

namespace {

constexpr const char* kEquipmentCodes[kEquipmentItems] = {
    "lump_one_hop", "transponder_pair", "switch", "edfa", "roadm", "patch", "otn", "router"};

// What one scenario says about lengths and fibres, looked up once for all spans.
class SpanReader {
public:
    SpanReader(const EntitySet& entities, const PlanSettings& settings, const RangeIndex& ranges)
        : mSettings(settings)
        , mRanges(ranges) {
        entities.table<FibreType>().forEach([&](const std::shared_ptr<const FibreType>& fibre) {
            const Range index = ranges.of(fibre->id, u"group_index", fibre->groupIndex);
            mFibres[fibre->code] = fibreDelayUsPerKm(1.0) * index;
        });
        mLay = settingRange(entities, QStringLiteral("lay_factor"), settings.layFactor);
        mPlain = settingRange(entities, QStringLiteral("sinuosity_plain"), settings.sinuosityPlain);
        mMountain = settingRange(entities, QStringLiteral("sinuosity_mountain"), settings.sinuosityMountain);
        mUrban = settingRange(entities, QStringLiteral("sinuosity_urban"), settings.sinuosityUrban);
    }

    // Null when the plan does not know the fibre.
    const Range* fibre(const QString& code) const {
        const auto it = mFibres.find(code);
        return it == mFibres.end() ? nullptr : &it->second;
    }

    SpanLatency read(const Span& span, double geodesicKm, const Range& usPerKm) const {
        SpanLatency out;
        out.span = span.id;
        out.geodesicKm = geodesicKm;
        const Range lay = span.layFactor ? mRanges.of(span.id, u"lay_factor", *span.layFactor) : mLay;
        Range fibreKm;
        if (span.measuredFibreKm) {
            fibreKm = mRanges.of(span.id, u"measured_fibre_km", *span.measuredFibreKm);
            out.routeKm = fibreKm.value / lay.value;
        } else {
            const Range routeKm = geodesicKm * sinuosity(span);
            out.routeKm = routeKm.value;
            fibreKm = routeKm * lay;
        }
        const Range us = fibreKm * usPerKm;
        out.fibreKm = fibreKm.value;
        out.usPerKm = usPerKm.value;
        out.delayUs = us.value;
        out.lowUs = us.low;
        out.highUs = us.high;
        out.amplifiers = std::max(0, static_cast<int>(std::ceil(fibreKm.value / mSettings.amplifierSpacingKm)) - 1);
        return out;
    }

private:
    Range settingRange(const EntitySet& entities, const QString& key, double value) const {
        return mRanges.of(settingRow(entities, key, {}).id, u"value", value);
    }
    Range sinuosity(const Span& span) const {
        if (!span.schematic)
            return Range::exact(1.0);
        if (span.sinuosity)
            return mRanges.of(span.id, u"sinuosity", *span.sinuosity);
        return span.terrain == Terrain::Mountain ? mMountain : span.terrain == Terrain::Urban ? mUrban : mPlain;
    }

    const PlanSettings& mSettings;
    const RangeIndex& mRanges;
    std::map<QString, Range> mFibres;
    Range mLay, mPlain, mMountain, mUrban;
};

double geodesicKmOf(const Line& line) {
    return polylineLength(line) / 1000.0;
}

void readNodes(LatencyInput& input) {
    struct Node {
        EntityId id;
        LonLat position;
        JunctionRole role;
    };
    std::vector<Node> nodes;
    input.entities.table<Junction>().forEach([&](const std::shared_ptr<const Junction>& junction) {
        if (standsInYear(*junction, input.year))
            nodes.push_back({junction->id, junction->position, junction->role});
    });
    input.entities.table<Site>().forEach([&](const std::shared_ptr<const Site>& site) {
        if (standsInYear(*site, input.year))
            nodes.push_back({site->id, site->position, JunctionRole::Exchange});
    });
    std::sort(nodes.begin(), nodes.end(), [](const Node& a, const Node& b) { return a.id < b.id; });
    for (const Node& node : nodes) {
        input.nodes.push_back(node.id);
        input.positions.push_back(node.position);
        input.roles.push_back(node.role);
    }
}

void readEquipment(LatencyInput& input) {
    input.entities.table<EquipmentType>().forEach([&](const std::shared_ptr<const EquipmentType>& type) {
        for (std::size_t i = 0; i < kEquipmentItems; ++i) {
            if (type->code != QLatin1String(kEquipmentCodes[i]))
                continue;
            DelayFigure figure;
            figure.roundTrip = i == static_cast<std::size_t>(EquipmentItem::Lump);
            const std::optional<double> us = figure.roundTrip ? type->roundTripDelayUs : type->oneWayDelayUs;
            figure.known = us.has_value();
            figure.type = type->id;
            if (us)
                figure.us =
                    input.ranges->of(type->id, figure.roundTrip ? u"round_trip_delay_us" : u"one_way_delay_us", *us);
            input.equipment[i] = figure;
        }
    });
}

// One way, µs: what a path pays at a node it passes.
double passUs(const LatencyInput& input, JunctionRole role) {
    const PlanSettings& settings = input.settings;
    if (settings.rttLayer == RttLayer::Fibre)
        return 0.0;
    if (settings.equipmentMode == EquipmentMode::Lump)
        return endsHop(role) ? input.figure(EquipmentItem::Lump).us.value / 2.0 : 0.0;
    if (role == JunctionRole::Waypoint)
        return 0.0;
    double us = input.figure(EquipmentItem::Patch).us.value;
    if (role == JunctionRole::Amplifier)
        us += input.figure(EquipmentItem::Amplifier).us.value;
    else if (role == JunctionRole::Roadm)
        us += input.figure(EquipmentItem::Roadm).us.value;
    else if (endsHop(role))
        us += input.figure(role == JunctionRole::Otn ? EquipmentItem::Otn : EquipmentItem::Router).us.value +
              input.figure(EquipmentItem::TransponderPair).us.value;
    return us;
}

double linkUs(const LatencyInput& input, const SpanLatency& span) {
    const bool itemised =
        input.settings.rttLayer != RttLayer::Fibre && input.settings.equipmentMode == EquipmentMode::Itemised;
    return span.delayUs + (itemised ? span.amplifiers * input.figure(EquipmentItem::Amplifier).us.value : 0.0);
}

// The delays of an earlier input that still hold: nothing but the span itself decides them.
class Reusable {
public:
    Reusable(const LatencyInput* previous, const EntitySet& entities) {
        if (!previous)
            return;
        const EntitySet& before = previous->entities;
        const bool same = before.table<Setting>().sharesAllWith(entities.table<Setting>()) &&
                          before.table<FibreType>().sharesAllWith(entities.table<FibreType>());
        if (!same)
            return;
        mSameRanges = before.table<Provenance>().sharesAllWith(entities.table<Provenance>());
        bool general = false;
        Table<Provenance>::diff(before.table<Provenance>(), entities.table<Provenance>(),
                                [&](EntityId, const auto& a, const auto& b) {
                                    for (const auto& row : {a, b})
                                        if (row) {
                                            mTouched.insert(row->subject);
                                            general |= entities.find<Span>(row->subject) == nullptr;
                                        }
                                });
        mPrevious = general ? nullptr : previous;
    }

    bool sameRanges() const { return mSameRanges; }
    const SpanLatency* find(const std::shared_ptr<const Span>& span) const {
        if (!mPrevious || mPrevious->entities.table<Span>().find(span->id) != span || mTouched.contains(span->id))
            return nullptr;
        const int index = mPrevious->spanIndex(span->id);
        return index < 0 ? nullptr : &mPrevious->spans[static_cast<std::size_t>(index)];
    }

private:
    const LatencyInput* mPrevious = nullptr;
    bool mSameRanges = false;
    std::set<EntityId> mTouched;
};

void readSpans(LatencyInput& input, const Reusable& reusable, std::vector<GraphLink>& links) {
    const SpanReader reader(input.entities, input.settings, *input.ranges);
    input.entities.table<Span>().forEach([&](const std::shared_ptr<const Span>& span) {
        const int from = input.nodeIndex(span->from), to = input.nodeIndex(span->to);
        if (from < 0 || to < 0 || !standsInYear(*span, input.year))
            return;
        const auto a = static_cast<NodeIndex>(from), b = static_cast<NodeIndex>(to);
        SpanLatency latency;
        if (const SpanLatency* old = reusable.find(span)) {
            latency = *old;
        } else {
            const double km = geodesicKmOf(span->line);
            const Range* tau = reader.fibre(span->fibre);
            const bool measurable = std::isfinite(km) && (span->line.size() >= 2 || span->measuredFibreKm);
            if (!tau || !measurable) {
                const double least = std::isfinite(km) ? km * fibreDelayUsPerKm(1.0) : 0.0;
                input.unknown.push_back({span->id, a, b, least});
                return;
            }
            latency = reader.read(*span, km, *tau);
        }
        links.push_back({a, b, linkUs(input, latency)});
        input.spans.push_back(latency);
    });
}

void readRisks(LatencyInput& input) {
    input.entities.table<RiskGroup>().forEach([&](const std::shared_ptr<const RiskGroup>& group) {
        RiskGroupMembers members;
        for (const EntityId member : group->members) {
            if (const int link = input.spanIndex(member); link >= 0)
                members.links.push_back(static_cast<LinkIndex>(link));
            else if (const int node = input.nodeIndex(member); node >= 0)
                members.nodes.push_back(static_cast<NodeIndex>(node));
        }
        if (members.links.empty() && members.nodes.empty())
            return;
        std::sort(members.links.begin(), members.links.end());
        std::sort(members.nodes.begin(), members.nodes.end());
        input.risks.push_back(std::move(members));
        input.riskIds.push_back(group->id);
    });
}

void buildGraphs(LatencyInput& input, std::vector<GraphLink> links) {
    std::vector<double> costs;
    costs.reserve(input.nodes.size());
    for (const JunctionRole role : input.roles)
        costs.push_back(passUs(input, role));
    input.graph = Graph(input.nodes.size(), links, costs);
    if (input.unknown.empty())
        return;
    for (const UnknownSpan& span : input.unknown)
        links.push_back({span.from, span.to, span.leastUs});
    input.optimistic = Graph(input.nodes.size(), links, costs);
}

template <class Row, class Key>
int indexIn(const std::vector<Row>& rows, EntityId id, Key key) {
    const auto it = std::lower_bound(rows.begin(), rows.end(), id,
                                     [&](const Row& row, EntityId wanted) { return key(row) < wanted; });
    return it != rows.end() && key(*it) == id ? static_cast<int>(it - rows.begin()) : -1;
}

} // namespace

QString equipmentCode(EquipmentItem item) {
    return QString::fromLatin1(kEquipmentCodes[static_cast<std::size_t>(item)]);
}

int LatencyInput::nodeIndex(EntityId node) const {
    return indexIn(nodes, node, [](EntityId id) { return id; });
}

int LatencyInput::spanIndex(EntityId span) const {
    return indexIn(spans, span, [](const SpanLatency& row) { return row.span; });
}

LatencyInput latencyInput(const EntitySet& entities, int year, const LatencyInput* previous) {
    LatencyInput input;
    input.year = year;
    input.entities = entities;
    const Reusable reusable(previous, entities);
    input.settings = settingsOf(entities);
    input.ranges = reusable.sameRanges() ? previous->ranges : std::make_shared<const RangeIndex>(entities);
    readNodes(input);
    readEquipment(input);
    std::vector<GraphLink> links;
    readSpans(input, reusable, links);
    readRisks(input);
    buildGraphs(input, std::move(links));
    return input;
}

bool refreshSpan(LatencyInput& input, const Span& span) {
    const int index = input.spanIndex(span.id);
    if (index < 0 || !standsInYear(span, input.year))
        return false;
    const auto link = static_cast<LinkIndex>(index);
    const GraphLink& ends = input.graph.link(link);
    if (input.nodes[ends.from] != span.from || input.nodes[ends.to] != span.to)
        return false;
    const SpanReader reader(input.entities, input.settings, *input.ranges);
    const double km = geodesicKmOf(span.line);
    const Range* tau = reader.fibre(span.fibre);
    if (!tau || !std::isfinite(km))
        return false;
    const SpanLatency latency = reader.read(span, km, *tau);
    input.spans[link] = latency;
    input.graph.setLinkWeight(link, linkUs(input, latency));
    if (!input.unknown.empty())
        input.optimistic.setLinkWeight(link, linkUs(input, latency));
    return true;
}

} // namespace corridor

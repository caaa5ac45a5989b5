// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rules/judge.h"
#include "model/session/explanationparts.h"

#include <QCoreApplication>

#include <cmath>

namespace corridor {

namespace {

using namespace explain;

QString tr(const char* text) {
    return QCoreApplication::translate("Evidence", text);
}

constexpr auto kMs = "ms";
constexpr auto kKm = "km";
constexpr auto kUs = "µs";
constexpr auto kUsPerKm = "µs/km";

void addFormula(ExplanationSection& to) {
    to.formula = QStringLiteral("RTT = 2 · (Σ L_i · τ_i + Σ t_k), τ = n_g / c");
    to.remarks += tr("L: measured, else line × sinuosity (schematic lines only) × lay factor. A lump of equipment "
                     "counts once.");
}

ExplanationRow limitRow(const RttLimit& limit) {
    ExplanationRow line = row("limit", tr("Limit"), recorded(limit.ms, kMs));
    line.values.front().sign = comparatorSign(limit.comparator);
    line.note = limit.clause.isEmpty() ? tr("of the service itself") : limit.clause;
    return line;
}

// How a path stands to a limit; how far it is kept or missed is said without a sign, the label says to which side.
void addLimit(const RoutedPath& path, const RttLimit& limit, ExplanationSection& to) {
    to.rows.push_back(limitRow(limit));
    const double margin = limit.ms - path.rtt.totalMs;
    ExplanationRow left = margin >= 0 ? row("to_spare", tr("To spare"), figure(margin, kMs, 3))
                                      : row("over_by", tr("Over by"), figure(-margin, kMs, 3));
    if (path.usPerKm > 0)
        left.values.push_back(named("fibre", figure(std::abs(marginKm(margin, path.usPerKm)), kKm, 1)));
    to.rows.push_back(std::move(left));
}

// Parts add up to the total in the order in which the calculation sums them.
ExplanationSection partsSection(const Assessment& assessment, const RoutedPath& path, const char* key,
                                const QString& title, const std::optional<RttLimit>& limit) {
    ExplanationSection out = section(key, title + QStringLiteral(" · ") + tr("How is this computed?"));
    addFormula(out);
    const RttParts& parts = path.rtt;
    const Range total{parts.totalMs, parts.lowMs, parts.highMs};
    out.rows = {row("ends", tr("Between"), word(endsText(assessment, path))),
                row("floor", tr("Glass floor"), figure(parts.floorMs, kMs, 3)),
                row("detour", tr("Detour"), figure(parts.detourMs, kMs, 3)),
                row("lay", tr("Lay"), figure(parts.layMs, kMs, 3)),
                row("equipment", tr("Equipment"), figure(parts.equipmentMs, kMs, 3)),
                row("rtt", tr("Round trip"), figure(total, kMs, 3), true)};
    if (limit)
        addLimit(path, *limit, out);
    out.rows.push_back(row("geodesic", tr("Straight line"), figure(path.geodesicKm, kKm, 1)));
    out.rows.push_back(row("route", tr("Route length"), figure(path.routeKm, kKm, 1)));
    out.rows.push_back(row("fibre", tr("Fibre length"), figure(path.fibreKm, kKm, 1)));
    out.rows.push_back(row("hops", tr("Hops"), figure(path.hops, QString(), 0)));
    if (!path.missingEquipment.empty()) {
        const QStringList codes(path.missingEquipment.begin(), path.missingEquipment.end());
        out.remarks +=
            tr("No delay on record for %1: all figures are lower bounds.").arg(codes.join(QStringLiteral(", ")));
    }
    return out;
}

ExplanationSection spansSection(const Assessment& assessment, const RoutedPath& path, const QString& key) {
    ExplanationSection out = section("", tr("Span by span"));
    out.key = key + QStringLiteral("_spans");
    out.columns = {tr("Span"), tr("Fibre km"), kUsPerKm, tr("One way µs")};
    const auto cell = [](const char* name, const SpanLatency* span, double SpanLatency::*member, const char* unit,
                         int decimals) {
        const auto known = span ? std::optional(Range::exact(span->*member)) : std::nullopt;
        return named(name, figure(known, unit, decimals));
    };
    for (const EntityId id : path.spans) {
        const int index = assessment.input->spanIndex(id);
        const SpanLatency* span = index < 0 ? nullptr : &assessment.input->spans[static_cast<std::size_t>(index)];
        out.rows.push_back(objectRow(assessment, id,
                                     {cell("fibre", span, &SpanLatency::fibreKm, kKm, 3),
                                      cell("delay", span, &SpanLatency::usPerKm, kUsPerKm, 4),
                                      cell("one_way", span, &SpanLatency::delayUs, kUs, 1)}));
    }
    ExplanationRow total = row("total", tr("Together"), named("fibre", figure(path.fibreKm, kKm, 3)), true);
    total.values.push_back(named("delay", figure(path.usPerKm, kUsPerKm, 4)));
    total.values.push_back(named("one_way", figure(path.fibreKm * path.usPerKm, kUs, 1)));
    out.rows.push_back(std::move(total));
    return out;
}

ExplanationSection equipmentSection(const Assessment& assessment, const RoutedPath& path, const QString& key) {
    ExplanationSection out = section("", tr("Equipment"));
    out.key = key + QStringLiteral("_equipment");
    out.columns = {tr("Type"), tr("Count"), tr("Delay µs")};
    for (const EquipmentUse& use : path.equipment) {
        ExplanationRow line =
            objectRow(assessment, use.delay.type,
                      {named("count", figure(use.count, QString(), 0)), named("delay", recorded(use.delay.us, kUs))});
        line.key = equipmentCode(use.item);
        line.note = use.delay.roundTrip ? tr("round trip, not doubled") : tr("one way, each pass");
        out.rows.push_back(
            input(std::move(line), use.delay.type, use.delay.roundTrip ? "round_trip_delay_us" : "one_way_delay_us"));
    }
    return out;
}

// Reads the same values as the calculation does, each with the row that it comes from.
class SpanInputs {
public:
    SpanInputs(const LatencyInput& input, const Span& span, const SpanLatency& latency)
        : mInput(input)
        , mSpan(span)
        , mLatency(latency) {}

    std::vector<ExplanationRow> run() {
        if (mSpan.measuredFibreKm) {
            own("measured", tr("Fibre length, measured"), *mSpan.measuredFibreKm, kKm, "measured_fibre_km");
        } else {
            mRows.push_back(
                input(row("line", tr("Line on the map"), figure(mLatency.geodesicKm, kKm, 3)), mSpan.id, "geom"));
            addSinuosity();
        }
        if (mSpan.layFactor)
            own("lay_factor", settingLabel(QStringLiteral("lay_factor")), *mSpan.layFactor, "", "lay_factor");
        else
            ofPlan("lay_factor", "lay_factor", mInput.settings.layFactor);
        addFibre();
        return std::move(mRows);
    }

private:
    void own(const char* key, const QString& label, double value, const char* unit, const char* field) {
        const Range range = mInput.ranges->of(mSpan.id, QString::fromLatin1(field), value);
        mRows.push_back(input(row(key, label, recorded(range, QString::fromUtf8(unit))), mSpan.id, field));
    }

    void ofPlan(const char* key, const char* setting, double value) {
        const QString name = QString::fromLatin1(setting);
        const EntityId id = settingRow(mInput.entities, name, {}).id;
        ExplanationRow line = row(key, settingLabel(name), recorded(mInput.ranges->of(id, u"value", value), QString()));
        if (mInput.entities.find<Setting>(id))
            line = input(std::move(line), id, "value");
        else
            line.note = tr("default of the program; the plan says nothing else");
        mRows.push_back(std::move(line));
    }

    void addSinuosity() {
        if (!mSpan.schematic) {
            ExplanationRow line = row("sinuosity", tr("Sinuosity"), recorded(1.0, QString()));
            line.note = tr("the line is a survey: nothing is added");
            mRows.push_back(std::move(line));
        } else if (mSpan.sinuosity) {
            own("sinuosity", tr("Sinuosity"), *mSpan.sinuosity, "", "sinuosity");
        } else {
            const char* key = mSpan.terrain == Terrain::Mountain ? "sinuosity_mountain"
                              : mSpan.terrain == Terrain::Urban  ? "sinuosity_urban"
                                                                 : "sinuosity_plain";
            ofPlan("sinuosity", key, mInput.settings.sinuosityFor(mSpan.terrain));
        }
    }

    void addFibre() {
        mInput.entities.table<FibreType>().forEach([&](const std::shared_ptr<const FibreType>& type) {
            if (type->code != mSpan.fibre)
                return;
            const Range index = mInput.ranges->of(type->id, u"group_index", type->groupIndex);
            ExplanationRow line =
                row("group_index", tr("Group index of %1").arg(type->code), recorded(index, QString()));
            line.object = type->id;
            mRows.push_back(input(std::move(line), type->id, "group_index"));
        });
    }

    const LatencyInput& mInput;
    const Span& mSpan;
    const SpanLatency& mLatency;
    std::vector<ExplanationRow> mRows;
};

} // namespace

namespace explain {

QString endsText(const Assessment& assessment, const RoutedPath& path) {
    return nameOf(assessment.input->entities, path.nodes.front(), assessment.english) + u'\u2014' +
           nameOf(assessment.input->entities, path.nodes.back(), assessment.english);
}

bool addMissingPath(const Assessment& assessment, const RoutedPath& path, const char* key, const QString& title,
                    Explanation& out) {
    if (path.exists)
        return false;
    if (path.problem != PathProblem::NotWanted) {
        ExplanationSection none = section(key, title);
        none.remarks += tr("There is no such path in %1.").arg(assessment.year);
        out.sections.push_back(std::move(none));
    }
    return true;
}

void addPath(const Assessment& assessment, const RoutedPath& path, const char* key, const QString& title,
             Explanation& out, const std::optional<RttLimit>& limit) {
    if (addMissingPath(assessment, path, key, title, out)) {
        if (limit && path.problem != PathProblem::NotWanted)
            out.sections.back().rows.push_back(limitRow(*limit));
        return;
    }
    const QString name = QString::fromLatin1(key);
    out.sections.push_back(partsSection(assessment, path, key, title, limit));
    out.sections.push_back(spansSection(assessment, path, name));
    if (!path.equipment.empty())
        out.sections.push_back(equipmentSection(assessment, path, name));
}

bool addDelay(const Assessment& assessment, EntityId id, Explanation& out) {
    const int index = assessment.input ? assessment.input->spanIndex(id) : -1;
    const Span* span = index < 0 ? nullptr : assessment.input->entities.find<Span>(id);
    if (!span)
        return false;
    const SpanLatency& latency = assessment.input->spans[static_cast<std::size_t>(index)];
    ExplanationSection delay = section("delay", tr("How is this computed?"));
    addFormula(delay);
    const Range oneWay{latency.delayUs, latency.lowUs, latency.highUs};
    delay.rows = {row("line", tr("Line on the map"), figure(latency.geodesicKm, kKm, 3)),
                  row("route", tr("Route length"), figure(latency.routeKm, kKm, 3)),
                  row("fibre", tr("Fibre length"), figure(latency.fibreKm, kKm, 3)),
                  row("delay", tr("Delay of the fibre"), figure(latency.usPerKm, kUsPerKm, 4)),
                  row("one_way", tr("One way"), figure(oneWay, kUs, 1), true)};
    out.sections.push_back(std::move(delay));
    ExplanationSection inputs = section("delay_inputs", tr("Inputs"));
    inputs.rows = SpanInputs(*assessment.input, *span, latency).run();
    out.sections.push_back(std::move(inputs));
    return true;
}

} // namespace explain

Explanation explainService(const Assessment& assessment, EntityId service) {
    const ServiceRoute* route = assessment.input ? assessment.route(service) : nullptr;
    const Service* found = route ? assessment.input->entities.find<Service>(service) : nullptr;
    if (!found)
        return {};
    Explanation out;
    out.title = serviceName(assessment.input->entities, *found, assessment.english);
    out.object = service;
    addFindingsOn(assessment, service, out);
    const std::optional<RttLimit> limit = strictestRttLimit(assessment, *found);
    addPath(assessment, route->primary, "primary", tr("Primary path"), out, limit);
    addPath(assessment, route->backup, "backup", tr("Backup path"), out, limit);
    finish(assessment, out);
    return out;
}

Explanation explainPath(const Assessment& assessment, const RoutedPath& path) {
    if (!assessment.input || !path.exists)
        return {};
    Explanation out;
    out.title = endsText(assessment, path);
    addPath(assessment, path, "path", tr("Path"), out);
    finish(assessment, out);
    return out;
}

Explanation explainSpan(const Assessment& assessment, EntityId span) {
    Explanation out;
    if (!addDelay(assessment, span, out))
        return {};
    out.title = nameOf(assessment.input->entities, span, assessment.english);
    out.object = span;
    addLoad(assessment, span, out);
    addFindingsOn(assessment, span, out);
    finish(assessment, out);
    return out;
}

} // namespace corridor

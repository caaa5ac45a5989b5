// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/explanation.h"

#include "model/plan/schema.h"
#include "model/rules/clauseengine.h"
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

constexpr std::size_t kMostObjects = 100; // a list of them all would be no explanation

ExplanationRow limitRow(const Assessment& assessment, const Finding& finding) {
    const Clause* clause = assessment.rulePack ? assessment.rulePack->clause(finding.check) : nullptr;
    ExplanationRow out = row("limit", tr("Limit"), judged("value", finding.limit, finding));
    const bool says = clause && clause->comparator != Comparator::None;
    out.values.front().sign = comparatorSign(says ? clause->comparator : Comparator::AtMost);
    return out;
}

// How far the limit is kept or missed, without a sign: the label says to which side.
ExplanationRow marginRow(const Finding& finding) {
    const double margin = *finding.margin;
    const bool tooLittle = finding.value && finding.limit && *finding.value < *finding.limit;
    const char* key = margin >= 0 ? "to_spare" : tooLittle ? "short_by" : "over_by";
    const QString label = margin >= 0 ? tr("To spare") : tooLittle ? tr("Short by") : tr("Over by");
    ExplanationRow out = row(key, label, judged("value", std::abs(margin), finding));
    out.values.front().against.reset();
    if (finding.marginKm)
        out.values.push_back(named("fibre", figure(std::abs(*finding.marginKm), QStringLiteral("km"), 1)));
    if (finding.verdict == Verdict::Unknown)
        out.note = tr("by what is on record; the rest is not known");
    return out;
}

ExplanationSection verdictSection(const Assessment& assessment, const Finding& finding) {
    ExplanationSection out = section("verdict", QString());
    ExplainedValue verdict;
    verdict.verdict = finding.verdict;
    out.rows.push_back(row("verdict", tr("Verdict"), std::move(verdict), true));
    if (finding.value) {
        ExplanationRow value = row("value", tr("Value"), judged("value", finding.value, finding), true);
        if (finding.valueLow && finding.valueHigh && *finding.valueLow != *finding.valueHigh) {
            value.values.front().low = finding.valueLow;
            value.values.front().high = finding.valueHigh;
        }
        out.rows.push_back(std::move(value));
    }
    if (finding.limit)
        out.rows.push_back(limitRow(assessment, finding));
    if (finding.margin)
        out.rows.push_back(marginRow(finding));
    if (!finding.missing.isEmpty())
        out.remarks += finding.missing.text();
    if (!finding.decides)
        out.remarks += tr("Shown, but does not decide about the clause.");
    return out;
}

// What stands behind the figure of a finding on a path: the one that its unit asks for.
void addPathOf(const Assessment& assessment, const Finding& finding, const RoutedPath& path, const char* key,
               const QString& title, Explanation& out) {
    if (finding.unit == u"gbps")
        addPathCapacity(assessment, path, key, title, out);
    else if (finding.unit == u"hop")
        addHops(assessment, path, key, title, out);
    else
        addPath(assessment, path, key, title, out);
}

// The paths behind a finding on a service or a pair of sites; false for other findings.
bool addPaths(const Assessment& assessment, const Finding& finding, Explanation& out) {
    if (const ServiceRoute* route = assessment.route(finding.subject)) {
        const bool primary = !finding.key.endsWith(QStringLiteral("/backup"));
        const bool backup = !finding.key.endsWith(QStringLiteral("/primary"));
        if (primary)
            addPathOf(assessment, finding, route->primary, "primary", tr("Primary path"), out);
        if (backup)
            addPathOf(assessment, finding, route->backup, "backup", tr("Backup path"), out);
        return true;
    }
    const EntityId other = otherEnd(finding, finding.subject);
    if (other.isNull())
        return false;
    const RoutedPath path = measurePath(*assessment.input, finding.subject, other, finding.evidence);
    if (path.exists)
        addPathOf(assessment, finding, path, "path", tr("Path of least RTT"), out);
    return true;
}

void addObjects(const Assessment& assessment, const std::vector<EntityId>& objects, Explanation& out) {
    if (objects.empty())
        return;
    ExplanationSection to = section("objects", tr("Objects concerned"));
    for (std::size_t i = 0; i < std::min(objects.size(), kMostObjects); ++i)
        to.rows.push_back(objectRow(assessment, objects[i], {}));
    if (objects.size() > kMostObjects)
        to.remarks += tr("and %1 more").arg(objects.size() - kMostObjects);
    out.sections.push_back(std::move(to));
}

// Two nodes, two routes: of a service, or the single points of failure of the whole plan. False for other clauses.
bool addDisjointness(const Assessment& assessment, const Finding& finding, Explanation& out) {
    const Clause* clause = assessment.rulePack ? assessment.rulePack->clause(finding.check) : nullptr;
    if (!clause || engineOf(*clause) != ClauseEngine::DisjointRoutes)
        return false;
    if (const ServiceRoute* route = assessment.route(finding.subject))
        addRoutes(assessment, *route, out);
    else if (finding.key.endsWith(QStringLiteral("/weak-points")))
        addWeakPoints(assessment, finding.evidence, out);
    return true;
}

// What lies behind the value of a finding.
void addComputation(const Assessment& assessment, const Finding& finding, Explanation& out) {
    const std::size_t before = out.sections.size();
    if (addDisjointness(assessment, finding, out) || addPaths(assessment, finding, out))
        return;
    if (finding.check == u"overload")
        addLoad(assessment, finding.subject, out);
    else if (finding.unit == u"eflops" || finding.unit == u"pflops")
        addCompute(assessment, finding.evidence, finding.unit, out);
    else if (!addEnergy(assessment, finding.subject, out))
        addDelay(assessment, finding.subject, out);
    if (out.sections.size() == before)
        addObjects(assessment, finding.evidence, out);
}

QString yesOrNo(bool value) {
    return value ? tr("yes") : tr("no");
}

// A recorded value, as far as a line can show it: shapes and long lists are for the map and the tables.
std::optional<ExplainedValue> recordedValue(const Assessment& assessment, const Field& field, const Value& value) {
    const QString unit = QString::fromUtf8(field.unit);
    if (const auto* real = std::get_if<double>(&value))
        return recorded(*real, unit);
    if (const auto* integer = std::get_if<qint64>(&value))
        return figure(static_cast<double>(*integer), unit, 0);
    if (const auto* flag = std::get_if<bool>(&value))
        return word(yesOrNo(*flag));
    if (const auto* date = std::get_if<Date>(&value))
        return word(date->toString());
    if (const auto* id = std::get_if<EntityId>(&value))
        return word(nameOf(assessment.input->entities, *id, assessment.english));
    if (const auto* text = std::get_if<QString>(&value))
        return word(field.type == FieldType::Enumeration ? wordLabel(field, *text) : *text);
    if (std::holds_alternative<YearReals>(value))
        return word(valueToText(value) + (unit.isEmpty() ? QString() : u' ' + unit));
    return std::nullopt;
}

Explanation explainRecorded(const Assessment& assessment, const EntityRef& object) {
    Explanation out;
    out.title = nameOf(assessment.input->entities, object->id, assessment.english);
    out.object = object->id;
    ExplanationSection to = section("recorded", tr("On record"));
    for (const Field& field : schemaOf(object.kind).fields) {
        const Value value = field.get(*object);
        if (isUnknown(value))
            continue;
        auto shown = recordedValue(assessment, field, value);
        if (!shown || !shown->isKnown())
            continue;
        ExplanationRow line = row(field.name, field.labelText(), std::move(*shown));
        if (const auto* id = std::get_if<EntityId>(&value))
            line.object = *id;
        to.rows.push_back(input(std::move(line), object->id, field.name));
    }
    out.sections.push_back(std::move(to));
    addFindingsOn(assessment, object->id, out);
    finish(assessment, out);
    return out;
}

} // namespace

Explanation explainFinding(const Assessment& assessment, const Finding& finding) {
    Explanation out;
    out.title = titleOf(finding);
    out.object = finding.subject;
    out.objectText = finding.object.text();
    out.sections.push_back(verdictSection(assessment, finding));
    addClause(assessment, finding.check, out);
    if (assessment.input)
        addComputation(assessment, finding, out);
    finish(assessment, out);
    return out;
}

Explanation explainObject(const Assessment& assessment, EntityId object) {
    const EntityRef found = assessment.input ? assessment.input->entities.find(object) : EntityRef();
    if (!found)
        return {};
    Explanation out;
    if (found.kind == Kind::Service)
        out = explainService(assessment, object);
    else if (found.kind == Kind::Span)
        out = explainSpan(assessment, object);
    else if (found.kind == Kind::Site)
        out = explainSite(assessment, object);
    return out.isEmpty() ? explainRecorded(assessment, found) : out;
}

} // namespace corridor

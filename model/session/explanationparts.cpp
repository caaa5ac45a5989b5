// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/explanationparts.h"

#include "model/rules/judge.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>
#include <map>
#include <unordered_map>

namespace corridor {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Evidence", text);
}

const QString kPart = QStringLiteral(" · "); // between an object and which part of it

// The digits behind the point that a recorded number has, six at most.
int decimalsOf(double value) {
    constexpr int kMost = 6;
    int decimals = 0;
    for (double scaled = std::abs(value); decimals < kMost; scaled *= 10, ++decimals)
        if (std::abs(scaled - std::round(scaled)) < 1e-9 * std::max(1.0, scaled))
            break;
    return decimals;
}

ExplanationSection runSection(const Assessment& assessment) {
    ExplanationSection out = explain::section("run", tr("Run"));
    out.remarks += tr("Revision %1, year %2, %3 ms")
                       .arg(assessment.revision)
                       .arg(assessment.year)
                       .arg(QString::number(assessment.durationMs, 'f', 0));
    constexpr int kShownOfHash = 12;
    for (const Run& run : assessment.runs) {
        ExplanationRow row;
        row.key = run.engine;
        row.label = explain::engineLabel(run.engine);
        row.values = {
            explain::named("version", explain::word(run.engineVersion)),
            explain::named("input_hash", explain::word(QString::fromLatin1(run.inputHash.toHex().left(kShownOfHash))))};
        out.rows.push_back(std::move(row));
    }
    return out;
}

// The provenance rows of one object.
struct Sources {
    std::shared_ptr<const Provenance> all;
    std::map<QString, std::shared_ptr<const Provenance>> fields;
};

void resolveSources(const EntitySet& entities, Explanation& out) {
    std::unordered_map<EntityId, Sources> wanted;
    for (const ExplanationSection& section : out.sections)
        for (const ExplanationRow& row : section.rows)
            if (row.subject)
                wanted.try_emplace(row.subject);
    if (wanted.empty())
        return;
    entities.table<Provenance>().forEach([&](const std::shared_ptr<const Provenance>& row) {
        if (const auto found = wanted.find(row->subject); found != wanted.end())
            (row->field == u"*" ? found->second.all : found->second.fields[row->field]) = row;
    });
    for (ExplanationSection& section : out.sections)
        for (ExplanationRow& row : section.rows) {
            if (!row.subject)
                continue;
            const Sources& sources = wanted[row.subject];
            const auto own = sources.fields.find(row.field);
            row.source = own != sources.fields.end() ? own->second : sources.all;
            if (!row.source && (section.key == u"recorded" || section.key == u"ambiguities"))
                row.subject = {}; // names and choices need no source: not a word about those without one
        }
}

ExplanationRow findingRow(const Assessment& assessment, const Finding& finding, bool byObject, EntityId seenFrom) {
    ExplanationRow row;
    row.key = finding.key;
    const QString object = finding.object.text();
    if (byObject) {
        row.label = object.isEmpty() ? tr("Whole plan") : object;
        row.object = finding.subject;
    } else {
        row.label = findingLabel(assessment, finding, seenFrom);
        row.note = otherEnd(finding, seenFrom).isNull() ? object : explain::titleOf(finding);
    }
    if (!finding.decides)
        row.note += (row.note.isEmpty() ? QString() : QStringLiteral(" · ")) + tr("does not decide");
    ExplainedValue verdict = explain::named("verdict", ExplainedValue());
    verdict.verdict = finding.verdict;
    row.values = {explain::judged("value", finding.value, finding), explain::judged("limit", finding.limit, finding),
                  std::move(verdict)};
    return row;
}

} // namespace

const ExplainedValue* ExplanationRow::value(QStringView name) const {
    for (const ExplainedValue& value : values)
        if (value.name == name)
            return &value;
    return nullptr;
}

const ExplanationRow* ExplanationSection::row(QStringView rowKey) const {
    for (const ExplanationRow& row : rows)
        if (row.key == rowKey)
            return &row;
    return nullptr;
}

const ExplanationSection* Explanation::section(QStringView sectionKey) const {
    for (const ExplanationSection& section : sections)
        if (section.key == sectionKey)
            return &section;
    return nullptr;
}

EntityId otherEnd(const Finding& finding, EntityId seenFrom) {
    const qsizetype at = finding.key.lastIndexOf(QStringLiteral("/pair-"));
    if (at < 0)
        return {};
    const EntityId second =
        entityIdFromString(QStringView(finding.key).mid(at + 6)).value_or(EntityId{}); // "Q10/<site>/pair-<site>"
    return seenFrom == second ? finding.subject : second;
}

QString findingLabel(const Assessment& assessment, const Finding& finding, EntityId seenFrom) {
    const EntityId other = assessment.input ? otherEnd(finding, seenFrom) : EntityId{};
    if (!other.isNull())
        return tr("%1 to %2").arg(finding.check, nameOf(assessment.input->entities, other, assessment.english));
    const QString title = explain::titleOf(finding);
    return assessment.clause(finding.check) ? finding.check + u' ' + title : title;
}

QString formulaText(const QString& formula) {
    static const QRegularExpression braces(QStringLiteral("_\\{([^}]*)\\}"));
    return QString(formula).replace(braces, QStringLiteral("_\\1"));
}

namespace explain {

ExplainedValue figure(double value, const QString& unit, int decimals) {
    ExplainedValue out;
    out.number = value;
    out.unit = unit;
    out.decimals = decimals;
    return out;
}

ExplainedValue figure(const std::optional<Range>& range, const QString& unit, int decimals) {
    ExplainedValue out;
    out.unit = unit;
    out.decimals = decimals;
    if (!range)
        return out;
    out.number = range->value;
    if (range->low != range->high) {
        out.low = range->low;
        out.high = range->high;
    }
    return out;
}

ExplainedValue recorded(const std::optional<double>& value, const QString& unit) {
    return value ? recorded(Range::exact(*value), unit) : figure(std::nullopt, unit, 0);
}

ExplainedValue recorded(const Range& range, const QString& unit) {
    return figure(range, unit, std::max({decimalsOf(range.value), decimalsOf(range.low), decimalsOf(range.high)}));
}

ExplainedValue word(const QString& text) {
    ExplainedValue out;
    out.text = text;
    return out;
}

ExplainedValue judged(const char* name, const std::optional<double>& value, const Finding& finding) {
    ExplainedValue out = named(name, recorded(value, finding.unit));
    out.judged = true;
    out.against = finding.limit;
    return out;
}

ExplainedValue named(const char* name, ExplainedValue value) {
    value.name = QString::fromLatin1(name);
    return value;
}

ExplanationRow row(const char* key, const QString& label, ExplainedValue value, bool emphasis) {
    ExplanationRow out;
    out.key = QString::fromLatin1(key);
    out.label = label;
    out.values = {std::move(value)};
    out.emphasis = emphasis;
    return out;
}

ExplanationRow objectRow(const Assessment& assessment, EntityId object, std::vector<ExplainedValue> values) {
    ExplanationRow out;
    out.object = object;
    out.label = nameOf(assessment.input->entities, object, assessment.english);
    out.values = std::move(values);
    return out;
}

ExplanationRow input(ExplanationRow row, EntityId subject, const char* field) {
    row.subject = subject;
    row.field = QString::fromLatin1(field);
    return row;
}

ExplanationSection section(const char* key, const QString& heading) {
    ExplanationSection out;
    out.key = QString::fromLatin1(key);
    out.heading = heading;
    return out;
}

QString engineLabel(const QString& engine) {
    return engine == u"latency"    ? tr("Round trips")
           : engine == u"capacity" ? tr("Capacity")
           : engine == u"energy"   ? tr("Energy and carbon")
           : engine == u"clauses"  ? tr("Clause checks")
                                   : engine;
}

QString titleOf(const Finding& finding) {
    return finding.titleText.isEmpty() ? finding.title.text() : finding.titleText;
}

ExplanationSection findingList(const Assessment& assessment, const std::vector<const Finding*>& findings, bool byObject,
                               EntityId seenFrom) {
    ExplanationSection out = section("findings", tr("Verdicts"));
    out.columns = {byObject ? tr("Object") : tr("Requirement"), tr("Value"), tr("Limit"), tr("Verdict")};
    for (const Finding* finding : findings)
        out.rows.push_back(findingRow(assessment, *finding, byObject, seenFrom));
    return out;
}

void addFindingsOn(const Assessment& assessment, EntityId object, Explanation& out) {
    std::vector<const Finding*> found;
    for (const Finding& finding : assessment.findings)
        if (finding.subject == object || otherEnd(finding, finding.subject) == object)
            found.push_back(&finding);
    if (found.empty())
        return;
    out.sections.push_back(findingList(assessment, found, false, object));
    for (ExplanationRow& row : out.sections.back().rows)
        if (row.note == out.title) // the whole of the object, not a part of it
            row.note.clear();
        else if (row.note.startsWith(out.title + kPart))
            row.note.remove(0, out.title.size() + kPart.size());
}

ExplanationSection yearSection(const Assessment& assessment, int year) {
    ExplanationSection out = section("run", tr("Run"));
    out.remarks +=
        tr("Revision %1, year %2; computed for this answer, stored nowhere").arg(assessment.revision).arg(year);
    return out;
}

void finish(const Assessment& assessment, Explanation& out) {
    out.english = assessment.english;
    out.sections.push_back(runSection(assessment));
    if (assessment.input)
        resolveSources(assessment.input->entities, out);
}

} // namespace explain

} // namespace corridor

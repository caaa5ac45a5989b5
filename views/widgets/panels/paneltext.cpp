// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/paneltext.h"

#include "model/plan/schema.h"
#include "model/plan/unittext.h"
#include "model/rules/judge.h"
#include "model/session/sourcetext.h"
#include "views/widgets/canvas/dragtext.h"

#include <QCoreApplication>

#include <cmath>

namespace corridor {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("PanelText", text);
}

constexpr char16_t dash = u'\u2014';

// Whole numbers of these are shown without decimals.
bool isCount(const QString& unit) {
    static const QStringList kCounts{QStringLiteral("hop"),     QStringLiteral("count"), QStringLiteral("routes"),
                                     QStringLiteral("cases"),   QStringLiteral("racks"), QStringLiteral("clusters"),
                                     QStringLiteral("centres"), QStringLiteral("gbps"),  QStringLiteral("pflops")};
    return unit.isEmpty() || kCounts.contains(unit);
}

QString significant(double value) {
    if (value == 0 || !std::isfinite(value))
        return QStringLiteral("0");
    const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
    return fixedText(value, std::clamp(2 - magnitude, 0, 6));
}

} // namespace

QString numberText(double value, const QString& unit, std::optional<double> limit) {
    if (unit == QStringLiteral("ms"))
        return msText(value, limit);
    if (unit == QStringLiteral("km"))
        return fixedText(value, 1);
    if (isCount(unit) && value == std::round(value))
        return fixedText(value, 0);
    return significant(value);
}

QString valueText(const Finding& finding) {
    if (!finding.value)
        return QString(dash);
    const QString number = numberText(*finding.value, finding.unit, finding.limit);
    return withUnit(number, finding.unit);
}

QString limitText(const Finding& finding, const RulePack* pack) {
    if (!finding.limit)
        return QString(dash);
    const Clause* clause = pack ? pack->clause(finding.check) : nullptr;
    const QString sign =
        comparatorSign(clause && clause->comparator != Comparator::None ? clause->comparator : Comparator::AtMost);
    return sign + u' ' + numberText(*finding.limit, finding.unit);
}

QString marginText(const Finding& finding) {
    if (!finding.margin || finding.verdict == Verdict::Unknown)
        return finding.missing.text();
    const double margin = std::abs(*finding.margin);
    QString amount = numberText(margin, finding.unit);
    amount = withUnit(amount, finding.unit);
    if (finding.marginKm)
        amount += QStringLiteral(" · %1 km").arg(fixedText(std::abs(*finding.marginKm), 1));
    const bool tooLittle = finding.value && finding.limit && *finding.value < *finding.limit;
    return (*finding.margin >= 0 ? tr("%1 to spare") : tooLittle ? tr("%1 short") : tr("%1 over")).arg(amount);
}

QString requirementText(const Finding& finding) {
    return finding.titleText.isEmpty() ? finding.title.text() : finding.titleText;
}

QString roleText(bool backup) {
    return backup ? tr("Backup") : tr("Primary");
}

ProvenanceRows provenanceOf(const EntitySet& entities, EntityId subject) {
    ProvenanceRows rows;
    entities.table<Provenance>().forEach([&](const std::shared_ptr<const Provenance>& row) {
        if (row->subject == subject)
            rows[row->field] = row;
    });
    return rows;
}

const Provenance* sourceOf(const ProvenanceRows& rows, const QString& field) {
    for (const QString& name : {field, QStringLiteral("*")})
        if (const auto it = rows.find(name); it != rows.end())
            return it->second.get();
    return nullptr;
}

QString sourceText(const Provenance& row, bool english) {
    QStringList parts;
    if (!row.source.isEmpty())
        parts += shownSource(row.source, english);
    if (!row.date.isNull())
        parts += row.date.toString();
    if (row.low && row.high && *row.low != *row.high)
        parts += plainText(*row.low) + u'\u2013' + plainText(*row.high);
    return parts.join(QStringLiteral(" · "));
}

const Finding* limitFinding(const Assessment& assessment, EntityId service, bool backup) {
    const QString part = backup ? QStringLiteral("/backup") : QStringLiteral("/primary");
    const Finding* found = nullptr;
    for (const Finding& finding : assessment.findings)
        if (finding.subject == service && finding.limit && finding.unit == QStringLiteral("ms") &&
            finding.key.endsWith(part))
            if (!found || *finding.limit < *found->limit)
                found = &finding;
    return found;
}

QString objectTitle(const EntitySet& entities, const EntityRef& object, bool english) {
    const Span* span = object.as<Span>();
    if (span && span->name.isEmpty() && (!english || span->nameEn.isEmpty()))
        return nameOf(entities, span->from, english) + dash + nameOf(entities, span->to, english);
    return displayName(*object, english);
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/evidencetext.h"

#include "model/plan/schema.h"
#include "model/plan/unittext.h"
#include "model/rules/judge.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/panels/evidencehtml.h"
#include "views/widgets/panels/paneltext.h"
#include "views/widgets/panels/supplyevidence.h"

#include <QCoreApplication>

namespace corridor {

namespace {

using namespace evidence;

QString tr(const char* text) {
    return QCoreApplication::translate("Evidence", text);
}

QString ms3(double ms) {
    return QString::number(ms, 'f', 3);
}

// Parts add up to the total exactly as shown to three digits of the model's own sum.
QString partsTable(const RttParts& parts) {
    QString rows = row({tr("Glass floor"), ms3(parts.floorMs) + QStringLiteral(" ms")});
    rows += row({tr("Detour"), ms3(parts.detourMs) + QStringLiteral(" ms")});
    rows += row({tr("Lay"), ms3(parts.layMs) + QStringLiteral(" ms")});
    rows += row({tr("Equipment"), ms3(parts.equipmentMs) + QStringLiteral(" ms")});
    rows += row({tr("Round trip"), ms3(parts.totalMs) + QStringLiteral(" ms")}, false, true);
    rows += row({tr("Range"), ms3(parts.lowMs) + u'\u2013' + ms3(parts.highMs) + QStringLiteral(" ms")}, true);
    return table(rows);
}

QString pathTable(const Assessment& assessment, const RoutedPath& path) {
    QString rows = row({tr("Span"), tr("Fibre km"), QStringLiteral("µs/km"), tr("One way µs")}, true);
    for (const EntityId id : path.spans) {
        const int index = assessment.input->spanIndex(id);
        if (index < 0) {
            rows += row(
                {link(assessment, id), QStringLiteral("\u2014"), QStringLiteral("\u2014"), QStringLiteral("\u2014")});
            continue;
        }
        const SpanLatency& span = assessment.input->spans[static_cast<std::size_t>(index)];
        rows += row({link(assessment, id), fixedText(span.fibreKm, 3), QString::number(span.usPerKm, 'f', 4),
                     fixedText(span.delayUs, 1)});
    }
    rows += row({tr("Together"), fixedText(path.fibreKm, 3), QString(), fixedText(path.fibreKm * path.usPerKm, 1)},
                false, true);
    return table(rows);
}

QString equipmentText(const Assessment& assessment, const RoutedPath& path) {
    QString rows;
    for (const EquipmentUse& use : path.equipment) {
        const QString kind = use.delay.roundTrip ? tr("round trip, not doubled") : tr("one way, each pass");
        rows += row({link(assessment, use.delay.type),
                     QStringLiteral("%1 × %2 µs").arg(use.count).arg(use.delay.us.value), kind});
    }
    return rows.isEmpty() ? QString() : heading(tr("Equipment")) + table(rows);
}

QString formula() {
    return small(
        QStringLiteral("RTT = 2 · (Σ L<sub>i</sub> · τ<sub>i</sub> + Σ t<sub>k</sub>), τ = n<sub>g</sub> / c<br>") +
        html(tr("L: measured, else line × sinuosity (schematic lines only) × lay factor. A lump of equipment counts "
                "once.")));
}

QString pathEvidence(const Assessment& assessment, const RoutedPath& path, const QString& title) {
    if (!path.exists)
        return {};
    QString out = heading(title) + partsTable(path.rtt);
    out += small(html(tr("%1 km in a straight line, %2 km of route, %3 km of fibre; hops: %4")
                          .arg(fixedText(path.geodesicKm, 1), fixedText(path.routeKm, 1), fixedText(path.fibreKm, 1))
                          .arg(path.hops)));
    return out + pathTable(assessment, path) + equipmentText(assessment, path);
}

QString clauseText(const Assessment& assessment, const Finding& finding) {
    const Clause* clause = assessment.rulePack ? assessment.rulePack->clause(finding.check) : nullptr;
    if (!clause)
        return {};
    const bool english = assessment.english;
    QString out = heading(tr("What the text says"));
    out += QStringLiteral("<p style='margin:2px 0 2px 8px'>\u201C%1\u201D</p>").arg(html(clause->text));
    if (english && !clause->english.isEmpty())
        out += small(html(clause->english));
    QStringList facts{assessment.rulePack->title.in(english), clause->section,
                      clause->severity == Severity::Binding ? tr("binding") : tr("guiding")};
    if (!clause->deadline.isNull())
        facts += tr("until %1").arg(clause->deadline.toString());
    facts.removeAll(QString());
    out += small(html(facts.join(QStringLiteral(" · "))));
    if (!clause->notes.in(english).isEmpty())
        out += small(html(clause->notes.in(english)));
    for (const QString& id : clause->ambiguities)
        for (const Ambiguity& ambiguity : assessment.rulePack->ambiguities)
            if (ambiguity.id == id)
                out += small(QStringLiteral("<b>%1</b> %2")
                                 .arg(html(ambiguity.title.in(english)), html(ambiguity.text.in(english))));
    return out;
}

// A finding on a pair of sites names the second one in its key: "Q10/<site>/pair-<site>".
EntityId otherEnd(const Finding& finding) {
    const qsizetype at = finding.key.lastIndexOf(QStringLiteral("/pair-"));
    return at < 0 ? EntityId{} : entityIdFromString(QStringView(finding.key).mid(at + 6)).value_or(EntityId{});
}

} // namespace

QString findingEvidence(const Assessment& assessment, const Finding& finding) {
    QString out = QStringLiteral("<p><b>%1</b></p>").arg(html(requirementText(finding)));
    if (!finding.object.isEmpty())
        out += QStringLiteral("<p>%1</p>")
                   .arg(finding.subject.isNull() ? html(finding.object.text())
                                                 : QStringLiteral("<a href='object:%1'>%2</a>")
                                                       .arg(finding.subject.toString(), html(finding.object.text())));
    QString rows = row({tr("Verdict"), verdictLabel(finding.verdict)}, false, true);
    if (finding.value)
        rows += row({tr("Value"), valueText(finding)}, false, true);
    if (finding.limit)
        rows += row({tr("Limit"), withUnit(limitText(finding, assessment.rulePack.get()), finding.unit)});
    if (finding.margin)
        rows += row({tr("Margin"), marginText(finding)});
    out += table(rows);
    if (!finding.missing.isEmpty())
        out += small(html(finding.missing.text()));
    out += clauseText(assessment, finding);
    const ServiceRoute* route = assessment.input ? assessment.route(finding.subject) : nullptr;
    if (route) {
        const bool backup = finding.key.endsWith(QStringLiteral("/backup"));
        out += heading(tr("How is this computed?")) + formula() +
               pathEvidence(assessment, route->path(backup), roleText(backup));
    } else if (const EntityId other = otherEnd(finding); assessment.input && !other.isNull()) {
        const RoutedPath path = measurePath(*assessment.input, finding.subject, other, finding.evidence);
        out +=
            heading(tr("How is this computed?")) + formula() + pathEvidence(assessment, path, tr("Path of least RTT"));
    }
    if (!finding.subject.isNull() && assessment.energy && assessment.energy->site(finding.subject))
        out += siteEvidence(assessment, finding.subject);
    else if (finding.check == QStringLiteral("overload"))
        out += loadEvidence(assessment, finding.subject);
    return out + runText(assessment);
}

QString serviceEvidence(const Assessment& assessment, EntityId service) {
    const ServiceRoute* route = assessment.input ? assessment.route(service) : nullptr;
    if (!route)
        return {};
    return heading(tr("How is this computed?")) + formula() +
           pathEvidence(assessment, route->primary, roleText(false)) +
           pathEvidence(assessment, route->backup, roleText(true)) + runText(assessment);
}

QString spanEvidence(const Assessment& assessment, EntityId span) {
    const int index = assessment.input ? assessment.input->spanIndex(span) : -1;
    if (index < 0)
        return {};
    const SpanLatency& row0 = assessment.input->spans[static_cast<std::size_t>(index)];
    QString rows = row({tr("Line on the map"), fixedText(row0.geodesicKm, 3) + QStringLiteral(" km")});
    rows += row({tr("Route length"), fixedText(row0.routeKm, 3) + QStringLiteral(" km")});
    rows += row({tr("Fibre length"), fixedText(row0.fibreKm, 3) + QStringLiteral(" km")});
    rows += row({tr("Delay of the fibre"), QString::number(row0.usPerKm, 'f', 4) + QStringLiteral(" µs/km")});
    rows += row({tr("One way"), fixedText(row0.delayUs, 1) + QStringLiteral(" µs")});
    rows += row({tr("Range"), fixedText(row0.lowUs, 1) + u'\u2013' + fixedText(row0.highUs, 1) + QStringLiteral(" µs")},
                true);
    return heading(tr("How is this computed?")) + formula() + table(rows) + loadEvidence(assessment, span) +
           runText(assessment);
}

} // namespace corridor

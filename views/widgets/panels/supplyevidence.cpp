// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/supplyevidence.h"

#include "model/plan/provinces.h"
#include "model/rules/judge.h"
#include "model/rules/siteclauses.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/panels/evidencehtml.h"
#include "views/widgets/panels/paneltext.h"

#include <QCoreApplication>

namespace corridor {

namespace {

using namespace evidence;

QString tr(const char* text) {
    return QCoreApplication::translate("Evidence", text);
}

QString dash() {
    return QStringLiteral("\u2014");
}

QString figure(const std::optional<Range>& range, int decimals, const QString& unit) {
    if (!range)
        return dash();
    QString text = fixedText(range->value, decimals) + (unit.isEmpty() ? QString() : u' ' + unit);
    if (range->low != range->high)
        text += QStringLiteral("<br><small>%1\u2013%2</small>")
                    .arg(fixedText(range->low, decimals), fixedText(range->high, decimals));
    return text;
}

// The source of a value or of a setting, as its provenance has it.
QString sourceOfValue(const Assessment& assessment, EntityId subject, const QString& field) {
    const ProvenanceRows rows = provenanceOf(assessment.input->entities, subject);
    const Provenance* row = sourceOf(rows, field);
    return row ? html(sourceText(*row)) : QString();
}

QString settingRow(const Assessment& assessment, const QString& label, const std::optional<PlanFigure>& setting,
                   int decimals, const QString& unit) {
    if (!setting)
        return row({html(label), dash()});
    return row({html(label), fixedText(setting->value, decimals) + (unit.isEmpty() ? QString() : u' ' + unit)}) +
           row({QStringLiteral("<small>%1</small>")
                    .arg(sourceOfValue(assessment, setting->row, QStringLiteral("value"))),
                QString()},
               true);
}

QString pueLabel(const SiteEnergy& site) {
    switch (site.pueSource) {
    case PueSource::Recorded:
        return tr("Annual PUE, of the site");
    case PueSource::Model:
        return tr("Annual PUE, of its model");
    case PueSource::None:
        break;
    }
    return tr("Annual PUE");
}

QString inputs(const Assessment& assessment, const SiteEnergy& site) {
    const EnergySettings& settings = assessment.energy->settings;
    QString rows = row({tr("IT power"), site.itMw ? fixedText(*site.itMw, 1) + QStringLiteral(" MW") : dash()});
    rows += settingRow(assessment, tr("IT load factor"), settings.loadFactor, 2, QString());
    rows += row({pueLabel(site), figure(site.pue, 3, QString())});
    const auto* factor = settings.gridFactor(site.province, assessment.year);
    const QString province = assessment.english ? englishProvince(site.province) : site.province;
    rows += settingRow(assessment, tr("Grid factor of %1, %2").arg(province).arg(site.factorYear),
                       factor ? std::optional(factor->second) : std::nullopt, 4, QStringLiteral("kg/kWh"));
    rows += settingRow(assessment, tr("Standard coal, primary"), settings.tcePrimary, 4, QStringLiteral("kgce/kWh"));
    rows +=
        settingRow(assessment, tr("Standard coal, calorific"), settings.tceCalorific, 4, QStringLiteral("kgce/kWh"));
    return heading(tr("Inputs")) + table(rows);
}

QString results(const SiteEnergy& site, TceBasis basis) {
    const auto tce = [&](TceBasis which, const QString& label) {
        return row({label, figure(site.tce[static_cast<std::size_t>(which)], 0, QStringLiteral("tce"))}, false,
                   which == basis);
    };
    QString rows = row({tr("IT energy"), figure(site.itMwh, 0, QStringLiteral("MWh"))});
    rows += row({tr("Annual energy"), figure(site.mwh, 0, QStringLiteral("MWh"))}, false, true);
    rows += tce(TceBasis::Primary, tr("Standard coal, primary"));
    rows += tce(TceBasis::Calorific, tr("Standard coal, calorific"));
    rows += row({tr("CO₂, location-based"), figure(site.co2T, 0, QStringLiteral("t"))});
    if (site.co2MarketT)
        rows += row({tr("CO₂ after the green share of %1 %").arg(fixedText(*site.greenShare * 100, 2)),
                     fixedText(*site.co2MarketT, 0) + QStringLiteral(" t")});
    return table(rows);
}

} // namespace

QString siteEvidence(const Assessment& assessment, EntityId id) {
    const SiteEnergy* site = assessment.energy ? assessment.energy->site(id) : nullptr;
    if (!site)
        return {};
    QString out = heading(tr("Energy of the site in %1").arg(assessment.year)) +
                  small(QStringLiteral("MWh = MW<sub>IT</sub> · ") + html(tr("load factor")) +
                        QStringLiteral(" · 8 760 h · PUE; tce = MWh · kgce/kWh; t CO<sub>2</sub> = MWh · kg/kWh"));
    out += results(*site, assessment.energy->settings.tceBasis);
    QStringList gaps;
    for (const EnergyGap gap : site->missing)
        gaps += gapText(gap);
    if (!gaps.isEmpty())
        out += small(html(tr("Missing: %1").arg(gaps.join(QStringLiteral("; ")))));
    return out + inputs(assessment, *site);
}

QString loadEvidence(const Assessment& assessment, EntityId id) {
    const SpanLoad* load = assessment.capacity ? assessment.capacity->span(id) : nullptr;
    if (!load)
        return {};
    const auto gbps = [](double value) { return fixedText(value, 0) + QStringLiteral(" Gbit/s"); };
    QString rows;
    for (const ServiceRoute& route : assessment.routes)
        for (const bool backup : {false, true}) {
            const std::vector<EntityId>& spans = route.path(backup).spans;
            if (std::find(spans.begin(), spans.end(), id) == spans.end() ||
                (backup && !assessment.capacity->settings.backupReserves))
                continue;
            const Service* service = assessment.input->entities.find<Service>(route.service);
            const auto wanted = service ? valueInYear(service->gbps, assessment.year) : std::nullopt;
            rows +=
                row({link(assessment, route.service) + u' ' + html(roleText(backup)), wanted ? gbps(*wanted) : dash()});
        }
    rows += row({tr("Load, each direction"), gbps(load->loadGbps())}, false, true);
    const bool pairs = load->capacity.source == CapacitySource::Pairs;
    rows +=
        row({pairs                                               ? tr("Capacity: lit pairs × channels × rate")
             : load->capacity.sharing == CapacitySharing::Shared ? tr("Capacity: half of what both directions share")
                                                                 : tr("Capacity of each direction"),
             load->capacity.isKnown() ? gbps(load->capacity.perDirectionGbps()) : dash()});
    if (const auto headroom = load->headroomGbps())
        rows += row({*headroom < 0 ? tr("Too much by") : tr("Headroom"), gbps(std::abs(*headroom))}, false, true);
    QString out = heading(tr("Load in %1").arg(assessment.year)) + table(rows);
    if (!load->complete)
        out += small(html(tr("The bandwidth of a service over it is not on record; the load is a lower bound.")));
    return out;
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/workbookcontent.h"

#include "model/plan/settings.h"
#include "model/store/contenthash.h"

#include <QCoreApplication>

namespace corridor {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("WorkbookContent", text);
}

QString rulesText(const RulePack* pack, bool english) {
    if (!pack)
        return tr("none");
    QStringList parts{pack->title.in(english), pack->id + u' ' + pack->version};
    if (!pack->issued.isNull())
        parts += pack->issued.toString();
    return parts.join(QStringLiteral(" · "));
}

QString titleOf(const PlanSettings& settings, bool english) {
    const QString title = english && !settings.titleEn.isEmpty() ? settings.titleEn : settings.title;
    return title.isEmpty() ? tr("Untitled plan") : title;
}

std::vector<WorkbookFact> factsOf(const Plan& plan, const Assessment& assessment, const QDateTime& created) {
    const EntityRef scenario = plan.base().find(Kind::Scenario, assessment.scenario);
    QStringList engines;
    for (const Run& run : assessment.runs)
        engines += run.engineVersion;
    return {
        {tr("Scenario"), scenario ? displayName(*scenario, assessment.english) : assessment.scenario.toString()},
        {tr("Year"), QString::number(assessment.year)},
        {tr("Revision"), QString::number(assessment.revision)},
        {tr("Content hash"), QString::fromLatin1(contentHash(plan))},
        {tr("Rule pack"), rulesText(assessment.rulePack.get(), assessment.english)},
        {tr("Versions of the methods"), engines.join(QStringLiteral(" · "))},
        {tr("Program"), QStringLiteral("Corridor Planner " CORRIDOR_VERSION)},
        {tr("Exported (UTC)"), created.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm"))},
        {tr("Positions"), tr("Longitude and latitude in degrees, CGCS2000 (the same as WGS 84 within centimetres)")},
        {tr("Units"), tr("Every heading names its unit; an empty cell is not known. Round trips are there and back.")},
        {tr("Editing"), tr("Change cells of the sheets of objects, keep the second line of their headings, and import "
                           "the workbook again: only what differs is changed.")},
    };
}

} // namespace

WorkbookContent workbookContent(const Plan& plan, const Assessment& assessment, const std::vector<Run>& stored,
                                const QDateTime& created) {
    WorkbookContent content;
    content.title = titleOf(settingsOf(plan.entities(assessment.scenario)), assessment.english);
    content.facts = factsOf(plan, assessment, created);
    content.runs = assessment.runs;
    content.currentRuns = content.runs.size();
    content.runs.insert(content.runs.end(), stored.begin(), stored.end());
    if (assessment.rulePack)
        for (const Clause& clause : assessment.rulePack->clauses)
            content.titles.insert(clause.id, clause.title.in(assessment.english));
    for (const Finding& finding : assessment.findings)
        content.titles.insert(finding.key, finding.titleText.isEmpty() ? finding.title.text() : finding.titleText);
    content.charts = workbookCharts(assessment);
    content.created = created;
    content.english = assessment.english;
    return content;
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rules/judge.h"
#include "model/session/explanationparts.h"

#include <QCoreApplication>

namespace corridor {

namespace {

using namespace explain;

QString tr(const char* text) {
    return QCoreApplication::translate("Evidence", text);
}

const Setting* settingNamed(const EntitySet& entities, const QString& key) {
    return entities.find<Setting>(settingRow(entities, key, {}).id);
}

// What a choice is set to, in words.
QString choiceText(const Assessment& assessment, const QString& key) {
    const PlanSettings& settings = assessment.input->settings;
    if (key == u"reference_point")
        return settings.referencePoint ? nameOf(assessment.input->entities, settings.referencePoint, assessment.english)
                                       : QString();
    if (key == u"rtt_layer")
        return settings.rttLayer == RttLayer::Fibre ? tr("light in the fibre alone")
               : settings.rttLayer == RttLayer::Ip  ? tr("transponders, switches and routers")
                                                    : tr("transponders and switches");
    if (key == u"tce_basis")
        return assessment.energy && assessment.energy->settings.tceBasis == TceBasis::Calorific
                   ? tr("Standard coal, calorific")
                   : tr("Standard coal, primary");
    const Setting* row = settingNamed(assessment.input->entities, key);
    return row ? row->value : QString();
}

ExplanationRow ambiguityRow(const Assessment& assessment, const Ambiguity& ambiguity) {
    ExplanationRow out;
    out.key = ambiguity.id;
    out.label = ambiguity.title.in(assessment.english);
    out.note = ambiguity.text.in(assessment.english);
    if (ambiguity.setting.isEmpty() || !assessment.input)
        return out;
    const QString label = settingLabel(ambiguity.setting);
    if (label != ambiguity.setting) // the program reads it
        out.note += QLatin1String(assessment.english ? " " : "") + tr("Decided by the setting “%1”.").arg(label);
    if (const QString choice = choiceText(assessment, ambiguity.setting); !choice.isEmpty())
        out.values = {named("setting", word(choice))};
    if (const Setting* row = settingNamed(assessment.input->entities, ambiguity.setting))
        out = input(std::move(out), row->id, "value");
    return out;
}

ExplanationSection ambiguitySection(const Assessment& assessment, const Clause& clause) {
    ExplanationSection out = section("ambiguities", tr("What the text leaves open"));
    for (const QString& id : clause.ambiguities)
        for (const Ambiguity& ambiguity : assessment.rulePack->ambiguities)
            if (ambiguity.id == id)
                out.rows.push_back(ambiguityRow(assessment, ambiguity));
    return out;
}

ExplanationSection wordingSection(const Assessment& assessment, const Clause& clause) {
    const bool english = assessment.english;
    ExplanationSection out = section("clause", tr("What the text says"));
    out.quote = clause.text;
    if (english && !clause.english.isEmpty())
        out.remarks += clause.english;
    QStringList facts{assessment.rulePack->title.in(english), clause.section,
                      clause.severity == Severity::Binding ? tr("binding") : tr("guiding")};
    facts +=
        clause.deadline.isNull() ? clause.deadlineNote.in(english) : tr("until %1").arg(clause.deadline.toString());
    facts.removeAll(QString());
    out.remarks += facts.join(QStringLiteral(" · "));
    if (!clause.notes.in(english).isEmpty())
        out.remarks += clause.notes.in(english);
    return out;
}

ExplanationSection clauseVerdict(const ClauseVerdict& verdict) {
    ExplanationSection out = section("verdict", QString());
    ExplainedValue shown;
    shown.verdict = verdict.verdict;
    out.rows.push_back(row("verdict", tr("Verdict"), std::move(shown), true));
    for (std::size_t i = 0; i < verdict.counts.size(); ++i)
        if (verdict.counts[i] > 0) {
            const auto which = static_cast<Verdict>(i);
            ExplanationRow line = row("", verdictLabel(which), figure(verdict.counts[i], QString(), 0));
            line.key = verdictWord(which);
            out.rows.push_back(std::move(line));
        }
    return out;
}

} // namespace

namespace explain {

void addClause(const Assessment& assessment, QStringView id, Explanation& out) {
    const Clause* clause = assessment.rulePack ? assessment.rulePack->clause(id) : nullptr;
    if (!clause)
        return;
    out.sections.push_back(wordingSection(assessment, *clause));
    ExplanationSection open = ambiguitySection(assessment, *clause);
    if (!open.rows.empty())
        out.sections.push_back(std::move(open));
}

} // namespace explain

Explanation explainClause(const Assessment& assessment, QStringView id) {
    const Clause* clause = assessment.rulePack ? assessment.rulePack->clause(id) : nullptr;
    const ClauseVerdict* verdict = assessment.clause(id);
    if (!clause || !verdict)
        return {};
    Explanation out;
    out.title = clause->id + u' ' + clause->title.in(assessment.english);
    out.sections.push_back(clauseVerdict(*verdict));
    addClause(assessment, id, out);
    std::vector<const Finding*> findings;
    for (const std::size_t index : verdict->findings)
        findings.push_back(&assessment.findings[index]);
    out.sections.push_back(findingList(assessment, findings, true));
    finish(assessment, out);
    return out;
}

} // namespace corridor

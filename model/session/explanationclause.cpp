// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rules/judge.h"
#include "model/session/explanationparts.h"

#include <QCoreApplication>

#include <map>

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

ExplanationSection clauseVerdict(const Clause& clause, const ClauseVerdict& verdict) {
    ExplanationSection out = section("verdict", QString());
    ExplainedValue shown;
    shown.verdict = verdict.verdict;
    out.rows.push_back(row("verdict", tr("Verdict"), std::move(shown), true));
    if (clause.threshold) {
        ExplanationRow limit = row("limit", tr("Limit"), recorded(*clause.threshold, clause.unit));
        limit.values.front().judged = true;
        limit.values.front().sign = comparatorSign(clause.comparator);
        out.rows.push_back(std::move(limit));
    }
    for (std::size_t i = 0; i < verdict.counts.size(); ++i)
        if (verdict.counts[i] > 0) {
            const auto which = static_cast<Verdict>(i);
            ExplanationRow line = row("", verdictLabel(which), figure(verdict.counts[i], QString(), 0));
            line.key = verdictWord(which);
            out.rows.push_back(std::move(line));
        }
    return out;
}

constexpr Verdict kVerdicts[] = {Verdict::Broken, Verdict::Near, Verdict::Met, Verdict::Unknown,
                                 Verdict::NotApplicable};
using Counts = std::array<int, std::size(kVerdicts)>; // indexed by Verdict

std::vector<ExplainedValue> countValues(const Counts& counts) {
    std::vector<ExplainedValue> out;
    for (const Verdict verdict : kVerdicts) {
        ExplainedValue count = figure(counts[static_cast<std::size_t>(verdict)], QString(), 0);
        count.name = verdictWord(verdict);
        out.push_back(std::move(count));
    }
    return out;
}

// Findings that decide, by what they are about: clauses in the order of the pack, other checks by name.
std::vector<ExplanationRow> countRows(const Assessment& assessment) {
    std::vector<ExplanationRow> rows;
    for (const ClauseVerdict& verdict : assessment.clauses) {
        const Clause* clause = assessment.rulePack->clause(verdict.clause);
        ExplanationRow line =
            row("", verdict.clause + (clause ? u' ' + clause->title.in(assessment.english) : QString()), {});
        line.key = verdict.clause;
        line.values = countValues(verdict.counts);
        rows.push_back(std::move(line));
    }
    struct Check {
        QStringList titles; // some name their object
        Counts counts{};
    };
    std::map<QString, Check> others;
    for (const Finding& finding : assessment.findings)
        if (finding.decides && !assessment.clause(finding.check)) {
            Check& check = others[finding.check];
            if (!check.titles.contains(titleOf(finding)))
                check.titles += titleOf(finding);
            ++check.counts[static_cast<std::size_t>(finding.verdict)];
        }
    for (const auto& [name, check] : others) {
        ExplanationRow line = row("", check.titles.front(), {});
        line.key = name;
        line.values = countValues(check.counts);
        if (check.titles.size() > 1)
            line.note = tr("and others of its kind");
        rows.push_back(std::move(line));
    }
    return rows;
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
    out.sections.push_back(clauseVerdict(*clause, *verdict));
    addClause(assessment, id, out);
    std::vector<const Finding*> findings;
    for (const std::size_t index : verdict->findings)
        findings.push_back(&assessment.findings[index]);
    out.sections.push_back(findingList(assessment, findings, true));
    finish(assessment, out);
    return out;
}

Explanation explainVerdicts(const Assessment& assessment) {
    if (assessment.findings.empty())
        return {};
    Explanation out;
    out.title = tr("Verdicts of all checks");
    ExplanationSection counts = section("counts", QString());
    counts.remarks += tr("Counted are the findings that decide: each object that a clause judges, and each problem of "
                         "the plan.");
    counts.columns = {tr("Requirement")};
    for (const Verdict verdict : kVerdicts)
        counts.columns += verdictLabel(verdict);
    ExplanationRow total = row("total", tr("Together"), {}, true); // first: it is what was asked about
    total.values = countValues(assessment.verdictCounts());
    counts.rows = countRows(assessment);
    counts.rows.insert(counts.rows.begin(), std::move(total));
    out.sections.push_back(std::move(counts));
    finish(assessment, out);
    return out;
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/resulttext.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs.h"
#include "model/base/error.h"
#include "model/plan/settings.h"

#include <QJsonArray>

#include <CLI/CLI.hpp>

namespace corridor {

namespace {

struct CheckArguments {
    PlanArguments plan;
    bool strict = false;
    bool all = false;
};

constexpr Verdict kVerdicts[] = {Verdict::Met, Verdict::Near, Verdict::Broken, Verdict::Unknown,
                                 Verdict::NotApplicable};

QString titleOf(const Finding& finding) {
    return finding.titleText.isEmpty() ? finding.title.text() : finding.titleText;
}

QString severityWord(Severity severity) {
    return severity == Severity::Binding ? QStringLiteral("binding") : QStringLiteral("guiding");
}

QString severityLabel(Severity severity) {
    return severity == Severity::Binding ? Cli::tr("binding") : Cli::tr("guiding");
}

QJsonObject countsJson(const std::array<int, 5>& counts) {
    QJsonObject out;
    for (const Verdict verdict : kVerdicts)
        out.insert(verdictWord(verdict), counts[static_cast<std::size_t>(verdict)]);
    return out;
}

QJsonObject toJson(const Finding& finding, const EntitySet& entities) {
    QJsonObject out{{QStringLiteral("check"), finding.check},
                    {QStringLiteral("key"), finding.key},
                    {QStringLiteral("severity"), severityWord(finding.severity)},
                    {QStringLiteral("verdict"), verdictWord(finding.verdict)},
                    {QStringLiteral("decides"), finding.decides},
                    {QStringLiteral("declared"), finding.declared},
                    {QStringLiteral("title"), titleOf(finding)},
                    {QStringLiteral("object"), finding.object.text()},
                    {QStringLiteral("subject"), corridor::toJson(entities, finding.subject)}};
    const std::pair<const char*, std::optional<double>> figures[] = {{"value", finding.value},
                                                                     {"value_low", finding.valueLow},
                                                                     {"value_high", finding.valueHigh},
                                                                     {"limit", finding.limit},
                                                                     {"margin", finding.margin}};
    for (const auto& [key, figure] : figures)
        if (figure)
            out.insert(keyWithUnit(QLatin1String(key), finding.unit), *figure);
    if (finding.marginKm)
        out.insert(QStringLiteral("margin_fibre_km"), *finding.marginKm);
    if (!finding.missing.isEmpty())
        out.insert(finding.verdict == Verdict::Unknown ? QStringLiteral("missing") : QStringLiteral("remark"),
                   finding.missing.text());
    QJsonArray evidence;
    for (const EntityId id : finding.evidence)
        evidence.append(shortName(entities, id));
    out.insert(QStringLiteral("evidence"), evidence);
    return out;
}

QJsonObject toJson(const ClauseVerdict& verdict, const Assessment& assessment, const EntitySet& entities) {
    QJsonObject out{{QStringLiteral("clause"), verdict.clause},
                    {QStringLiteral("severity"), severityWord(verdict.severity)},
                    {QStringLiteral("verdict"), verdictWord(verdict.verdict)},
                    {QStringLiteral("counts"), countsJson(verdict.counts)}};
    if (const Clause* clause = assessment.rulePack->clause(verdict.clause)) {
        out.insert(QStringLiteral("title"), clause->title.in(assessment.english));
        out.insert(QStringLiteral("text"), clause->text);
        if (clause->threshold)
            out.insert(keyWithUnit(QStringLiteral("threshold"), clause->unit), *clause->threshold);
    }
    QJsonArray findings;
    for (const std::size_t index : verdict.findings)
        findings.append(toJson(assessment.findings[index], entities));
    out.insert(QStringLiteral("findings"), findings);
    return out;
}

QJsonObject document(const OpenedPlan& opened, const Assessment& assessment, bool strict) {
    QJsonObject out = documentHead(opened);
    QJsonArray clauses, others;
    for (const ClauseVerdict& verdict : assessment.clauses)
        clauses.append(toJson(verdict, assessment, opened.entities()));
    for (const Finding& finding : assessment.findings)
        if (!assessment.clause(finding.check))
            others.append(toJson(finding, opened.entities()));
    out.insert(QStringLiteral("falls_short"), assessment.fallsShort(strict));
    out.insert(QStringLiteral("counts"), countsJson(assessment.verdictCounts()));
    out.insert(QStringLiteral("clauses"), clauses);
    out.insert(QStringLiteral("findings"), others);
    out.insert(QStringLiteral("duration_ms"), assessment.durationMs);
    if (assessment.rulePack) {
        out.insert(QStringLiteral("rule_pack"), assessment.rulePack->id);
        out.insert(QStringLiteral("rule_pack_version"), assessment.rulePack->version);
    }
    return out;
}

// The finding that a clause's verdict rests on: the worst that decides (findings are sorted), with the least margin.
const Finding* worstOf(const ClauseVerdict& verdict, const Assessment& assessment) {
    const Finding* worst = nullptr;
    for (const std::size_t index : verdict.findings) {
        const Finding& finding = assessment.findings[index];
        if (!finding.decides || finding.verdict != verdict.verdict)
            continue;
        if (!worst || (finding.margin && (!worst->margin || *finding.margin < *worst->margin)))
            worst = &finding;
    }
    return worst;
}

QString marginText(const Finding& finding) {
    QString text = quantity(finding.margin, finding.unit);
    if (finding.marginKm)
        text += QStringLiteral(" (%1 km)").arg(decimal(finding.marginKm, 1));
    return text;
}

QStringList figures(const Finding& finding) {
    return {quantity(finding.value, finding.unit), quantity(finding.limit, finding.unit), marginText(finding)};
}

QString clauseTable(const Assessment& assessment, bool all, int* left) {
    using enum TextTable::Align;
    TextTable table({Cli::tr("Clause"), Cli::tr("Weight"), Cli::tr("Verdict"), Cli::tr("value"), Cli::tr("limit"),
                     Cli::tr("margin"), Cli::tr("rests on"), Cli::tr("title")},
                    {Left, Left, Left, Right, Right, Right, Left, Left});
    *left = 0;
    for (const ClauseVerdict& verdict : assessment.clauses) {
        const Finding* worst = worstOf(verdict, assessment);
        const bool open = verdict.verdict == Verdict::Unknown && (!worst || !worst->value);
        if (open && !all) {
            ++*left;
            continue;
        }
        const Clause* clause = assessment.rulePack->clause(verdict.clause);
        QStringList row{verdict.clause, severityLabel(verdict.severity), verdictLabel(verdict.verdict)};
        row += worst ? figures(*worst) : QStringList{QStringLiteral("–"), QStringLiteral("–"), QStringLiteral("–")};
        row += worst ? worst->object.text() : QString();
        row += clause ? clause->title.in(assessment.english) : QString();
        table.addRow(row);
    }
    return table.toString();
}

bool isWorthSaying(const Finding& finding) {
    return finding.verdict == Verdict::Broken || finding.verdict == Verdict::Near;
}

QString findingTable(const Assessment& assessment, const EntitySet& entities, bool all) {
    using enum TextTable::Align;
    TextTable table({Cli::tr("Check"), Cli::tr("Verdict"), Cli::tr("object"), Cli::tr("value"), Cli::tr("limit"),
                     Cli::tr("margin"), Cli::tr("evidence")},
                    {Left, Left, Left, Right, Right, Right, Left});
    for (const Finding& finding : assessment.findings) {
        if (!all && !isWorthSaying(finding))
            continue;
        const bool isClause = assessment.clause(finding.check) != nullptr;
        QString object = finding.object.isEmpty() ? shortName(entities, finding.subject) : finding.object.text();
        if (!isClause)
            object = titleOf(finding);
        QString verdict = verdictLabel(finding.verdict);
        if (!finding.decides)
            verdict = Cli::tr("%1 (does not decide)").arg(verdict);
        table.addRow(
            QStringList{finding.check, verdict, object} + figures(finding) +
            QStringList{finding.missing.isEmpty() ? chain(entities, finding.evidence) : finding.missing.text()});
    }
    return table.isEmpty() ? QString() : u'\n' + table.toString();
}

QString countsText(const Assessment& assessment) {
    const std::array<int, 5> counts = assessment.verdictCounts();
    QStringList parts;
    for (const Verdict verdict : kVerdicts)
        if (const int count = counts[static_cast<std::size_t>(verdict)])
            parts += QStringLiteral("%1 %2").arg(count).arg(verdictLabel(verdict));
    return parts.join(QStringLiteral(" · ")) + u'\n';
}

QString text(const OpenedPlan& opened, const Assessment& assessment, bool all, const CliContext& context) {
    QString out = textHead(opened, context);
    if (assessment.rulePack) {
        int left = 0;
        const QString clauses = clauseTable(assessment, all, &left);
        out += assessment.rulePack->title.in(context.english()) + u' ' + assessment.rulePack->version +
               QStringLiteral("\n\n") + clauses;
        if (left > 0)
            out += Cli::tr("%n further clauses are unknown: not computed yet and not declared (--all lists them).\n",
                           nullptr, left);
    } else {
        out += Cli::tr("The plan has no rule pack; --rules names one.\n");
    }
    return out + findingTable(assessment, opened.entities(), all) + u'\n' + countsText(assessment);
}

// Verdicts without the rules that were asked for would look like "nothing broken".
void requireRules(const Assessment& assessment) {
    for (const Finding& finding : assessment.findings)
        if (finding.check == QLatin1String(kRulePackCheck))
            throw Error(Blame::FileContent, finding.title);
}

} // namespace

void addCheckVerb(CLI::App& app, CliContext& context) {
    auto arguments = std::make_shared<CheckArguments>();
    CLI::App* verb =
        app.add_subcommand("check", Cli::tr("hold a plan against its rules: verdicts with evidence").toStdString());
    addPlanArguments(*verb, arguments->plan, context, kScenarioOption | kYearOption | kRulesOption | kJsonOption);
    verb->add_flag("--strict", arguments->strict, Cli::tr("guiding clauses and unknowns fall short too").toStdString());
    verb->add_flag("--all", arguments->all, Cli::tr("list everything that was judged").toStdString());
    verb->callback([arguments, &context] {
        const OpenedPlan opened = openPlan(arguments->plan);
        const auto assessment = assess(opened, context);
        requireRules(*assessment);
        if (context.json)
            context.print(document(opened, *assessment, arguments->strict));
        else
            context.print(text(opened, *assessment, arguments->all, context));
        context.exitCode = assessment->fallsShort(arguments->strict) ? kFallsShort : kNothingBroken;
    });
}

} // namespace corridor

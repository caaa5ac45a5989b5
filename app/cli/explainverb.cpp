// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explanationtext.h"
#include "app/cli/verbs.h"
#include "model/base/error.h"
#include "model/plan/provinces.h"
#include "model/plan/settings.h"

#include <CLI/CLI.hpp>

namespace corridor {

namespace {

struct ExplainArguments {
    PlanArguments plan;
    std::string what;
};

// What is no object of the plan, by the word for it. Empty for other words.
Explanation explanationOfWord(const Assessment& assessment, const QString& word) {
    if (word == u"plan")
        return explainPlan(assessment);
    if (word == u"verdicts")
        return explainVerdicts(assessment);
    const std::pair<const char*, YearFigure> figures[] = {
        {"compute", YearFigure::AiCompute}, {"energy", YearFigure::Energy}, {"carbon", YearFigure::Carbon}};
    for (const auto& [name, figure] : figures)
        if (word == QLatin1String(name)) {
            Explanation out = explainYear(assessment, figure, assessment.year);
            if (out.isEmpty())
                throw Error(
                    Blame::FileContent,
                    message(CORRIDOR_MSG("No site that stands in %1 has figures for that; enter its compute, or "
                                         "its IT power and PUE."),
                            QString::number(assessment.year)));
            return out;
        }
    return {};
}

// What is computed of comes first: a place and the site in it often share a name.
EntityRef objectNamed(const EntitySet& entities, const QString& what) {
    static constexpr Kind kComputed[] = {Kind::Service, Kind::Span, Kind::Site};
    if (const EntityRef found = findByName(entities, kComputed, what))
        return found;
    static constexpr auto kAll = allKinds();
    return findByName(entities, kAll, what);
}

const Clause* clauseNamed(const Assessment& assessment, const QString& what) {
    if (assessment.rulePack)
        for (const Clause& clause : assessment.rulePack->clauses)
            if (clause.id.compare(what, Qt::CaseInsensitive) == 0)
                return &clause;
    return nullptr;
}

const EnergySum* provinceNamed(const Assessment& assessment, const QString& what) {
    for (const EnergySum& sum : assessment.energy->provinces)
        if (!sum.province.isEmpty() && (sum.province == what || englishProvince(sum.province) == what))
            return &sum;
    return nullptr;
}

Error nothingOf(const Assessment& assessment, const QString& what) {
    // Without its rules a plan has no clauses, and the reason says more than their absence.
    for (const Finding& finding : assessment.findings)
        if (finding.check == QLatin1String(kRulePackCheck))
            return Error(Blame::FileContent, finding.title);
    if (!assessment.rulePack || assessment.rulePack->clauses.empty())
        return Error(Blame::Usage,
                     message(CORRIDOR_MSG("There is nothing to explain of “%1”: name an object by its code or name, a "
                                          "finding by the key that “corridor check --json” prints, a province, plan, "
                                          "verdicts, compute, energy or carbon; the plan has no clauses."),
                             what));
    return Error(Blame::Usage,
                 message(CORRIDOR_MSG("There is nothing to explain of “%1”: name a clause (%2 – %3), an object by its "
                                      "code or name, a finding by the key that “corridor check --json” prints, a "
                                      "province, plan, verdicts, compute, energy or carbon."),
                         what, assessment.rulePack->clauses.front().id, assessment.rulePack->clauses.back().id));
}

Explanation explanationOf(const OpenedPlan& opened, const Assessment& assessment, const QString& what) {
    if (const Clause* clause = clauseNamed(assessment, what))
        return explainClause(assessment, clause->id);
    for (const Finding& finding : assessment.findings)
        if (finding.key == what)
            return explainFinding(assessment, finding);
    if (const EntityRef object = objectNamed(opened.entities(), what))
        return explainObject(assessment, object->id);
    if (const EnergySum* sum = provinceNamed(assessment, what))
        return explainProvince(assessment, sum->province);
    if (Explanation explanation = explanationOfWord(assessment, what); !explanation.isEmpty())
        return explanation;
    throw nothingOf(assessment, what);
}

QJsonObject document(const OpenedPlan& opened, const Explanation& explanation) {
    QJsonObject out = documentHead(opened);
    out.insert(QStringLiteral("title"), explanation.title);
    out.insert(QStringLiteral("object"), toJson(opened.entities(), explanation.object));
    out.insert(QStringLiteral("part"), explanation.objectText);
    out.insert(QStringLiteral("sections"), sectionsJson(explanation, opened.entities()));
    return out;
}

} // namespace

void addExplainVerb(CLI::App& app, CliContext& context) {
    auto arguments = std::make_shared<ExplainArguments>();
    CLI::App* verb = app.add_subcommand(
        "explain", Cli::tr("how a figure or a verdict came about: formula, inputs, sources, clause").toStdString());
    addPlanArguments(*verb, arguments->plan, context, kScenarioOption | kYearOption | kRulesOption | kJsonOption);
    verb->add_option("WHAT", arguments->what,
                     Cli::tr("a clause, the key of a finding, an object by code, name or id, a province; or plan (its "
                             "sums), verdicts, compute, energy, carbon")
                         .toStdString())
        ->required();
    verb->callback([arguments, &context] {
        const OpenedPlan opened = openPlan(arguments->plan);
        const auto assessment = assess(opened, context);
        const Explanation explanation = explanationOf(opened, *assessment, textOf(arguments->what));
        if (context.json)
            context.print(document(opened, explanation));
        else
            context.print(textHead(opened, context) + u'\n' + explanationText(explanation));
    });
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/judging.h"

#include "model/base/error.h"
#include "model/rules/capacitychecks.h"
#include "model/rules/clausewords.h"
#include "model/rules/lengthchecks.h"
#include "model/rules/provincechecks.h"
#include "model/rules/routechecks.h"

#include <algorithm>
#include <numeric>

namespace corridor {

namespace {

// Why no clause can be judged.
Finding noRulePack(Message why, EntityId row) {
    Finding finding;
    finding.check = QString::fromLatin1(kRulePackCheck);
    finding.severity = Severity::Binding;
    finding.verdict = Verdict::Unknown;
    finding.title = std::move(why);
    finding.subject = row;
    finding.key = finding.check + u'/' + (row ? row.toString() : QStringLiteral("plan"));
    return finding;
}

std::shared_ptr<const RulePack> rulePackOf(const EntitySet& entities, const PlanSettings& settings,
                                           const Assessment* previous, std::vector<Finding>& findings) {
    const RulePackRow* row = rulePackInForce(entities, settings);
    if (!row) {
        if (!settings.rulePack.isEmpty())
            findings.push_back(noRulePack(message(CORRIDOR_MSG("The rule pack “%1” that the settings name is not in "
                                                               "the plan; import it or choose one that is there."),
                                                  settings.rulePack),
                                          {}));
        return nullptr;
    }
    if (previous && previous->rulePack && previous->input &&
        rulePackInForce(previous->input->entities, previous->input->settings) == row)
        return previous->rulePack;
    try {
        return std::make_shared<const RulePack>(parseRulePack(row->json.toUtf8(), row->code));
    } catch (const Error& error) {
        findings.push_back(noRulePack(error.sentence(), row->id));
        return nullptr;
    }
}

} // namespace

void sortFindings(Assessment& out) {
    std::vector<std::size_t> order(out.findings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return isWorse(out.findings[a], out.findings[b]); });
    std::vector<std::size_t> placeOf(order.size());
    std::vector<Finding> sorted(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        placeOf[order[i]] = i;
        sorted[i] = std::move(out.findings[order[i]]);
    }
    out.findings = std::move(sorted);
    for (ClauseVerdict& clause : out.clauses) {
        for (std::size_t& index : clause.findings)
            index = placeOf[index];
        std::sort(clause.findings.begin(), clause.findings.end());
    }
}

void judgeAll(Assessment& out, const AssessOptions& options) {
    std::vector<Finding> others;
    out.rulePack = rulePackOf(out.input->entities, out.input->settings, options.previous, others);
    if (out.rulePack) {
        Compliance compliance =
            checkClauses(*out.input, out.routes, *out.energy, *out.rulePack, out.english, options.cancel);
        out.findings = std::move(compliance.findings);
        out.clauses = std::move(compliance.clauses);
    }
    for (const ServiceRoute& route : out.routes)
        for (Finding& finding : routeProblems(*out.input, route, out.rulePack.get(), out.english))
            others.push_back(std::move(finding));
    for (Finding& finding : capacityProblems(*out.input, *out.capacity, out.english))
        others.push_back(std::move(finding));
    for (Finding& finding : provinceProblems(*out.input, out.english))
        others.push_back(std::move(finding));
    for (Finding& finding : lengthProblems(*out.input))
        others.push_back(std::move(finding));
    for (Finding& finding : clauseWordProblems(out.input->entities, out.rulePack.get()))
        others.push_back(std::move(finding));
    out.findings.insert(out.findings.end(), std::make_move_iterator(others.begin()),
                        std::make_move_iterator(others.end()));
}

} // namespace corridor

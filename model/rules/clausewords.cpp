// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rules/clausewords.h"

#include "model/base/error.h"
#include "model/plan/problems.h"
#include "model/rules/compliance.h"

#include <set>

namespace corridor {

namespace {

// The packs beside the one in force are read only when a word is not found in that.
class KnownClauses {
public:
    KnownClauses(const EntitySet& entities, const RulePack& inForce)
        : mEntities(entities) {
        add(inForce);
    }

    bool has(QStringView word) {
        const QString id = word.toString().toUpper();
        if (mIds.contains(id))
            return true;
        if (!std::exchange(mAllRead, true))
            mEntities.table<RulePackRow>().forEach([&](const std::shared_ptr<const RulePackRow>& row) {
                try {
                    add(parseRulePack(row->json.toUtf8(), row->code));
                } catch (const Error&) { // a pack that cannot be read has no clause that could be meant
                }
            });
        return mIds.contains(id);
    }

private:
    void add(const RulePack& pack) {
        for (const Clause& clause : pack.clauses)
            mIds.insert(clause.id.toUpper());
    }

    const EntitySet& mEntities;
    std::set<QString> mIds;
    bool mAllRead = false;
};

} // namespace

std::vector<Finding> clauseWordProblems(const EntitySet& entities, const RulePack* inForce) {
    std::vector<Finding> out;
    if (!inForce)
        return out;
    KnownClauses known(entities, *inForce);
    entities.table<Service>().forEach([&](const std::shared_ptr<const Service>& service) {
        for (const QStringView word : clauseWords(*service))
            if (!known.has(word))
                out.push_back(problem(
                    "unknown-clause", Severity::Guiding,
                    message(CORRIDOR_MSG("Service %1 names the clause “%2”, which no rule pack of the plan has, so it "
                                         "is not checked against it; correct the word."),
                            labelOf(*service), word.toString()),
                    *service, word.toString()));
    });
    return out;
}

} // namespace corridor

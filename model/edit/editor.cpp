// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/editor.h"

#include "model/edit/cascade.h"
#include "model/edit/handmade.h"
#include "model/edit/nodeplaces.h"
#include "model/edit/refusal.h"

namespace corridor {

QString EditResult::sentence() const {
    if (!refusal)
        return {};
    const QString title = refusal->titleText.isEmpty() ? refusal->title.text() : refusal->titleText;
    const QString object = refusal->object.isEmpty() ? QString() : refusal->object.text();
    return object.isEmpty() || title.contains(object) ? title : object + QStringLiteral(": ") + title;
}

EditResult refuse(Finding finding) {
    return EditResult{std::move(finding), {}};
}

EditResult refuse(const char* check, Message sentence) {
    Finding finding;
    finding.check = QString::fromLatin1(check);
    finding.severity = Severity::Binding;
    finding.verdict = Verdict::Broken;
    finding.title = std::move(sentence);
    finding.key = finding.check;
    return refuse(std::move(finding));
}

EditResult refuseMissing(EntityId id) {
    EditResult result = refuse(
        "no-such-object",
        message(CORRIDOR_MSG("There is no object %1 in this scenario; choose one that is there."), id.toString()));
    result.refusal->subject = id;
    return result;
}

std::optional<EditResult> Editor::refusedForReadOnly() const {
    if (!mDocument.isReadOnly())
        return std::nullopt;
    return refuse("read-only", mDocument.readOnlySentence());
}

Date Editor::today() const {
    const QDate date = mClock().date();
    return {date.year(), date.month(), date.day()};
}

void Editor::markHandMade(ChangeBuilder& changes, const std::vector<EntityId>& ids, Kind kind,
                          QStringView field) const {
    corridor::markHandMade(changes, ids, kind, field, tr("Entered by hand"), today());
}

void Editor::placeNodes(ChangeBuilder& changes, const std::set<EntityId>& nodes) const {
    corridor::placeNodes(changes, nodes, mUnitAt, today());
}

EditResult Editor::finish(ChangeSet step, const QString& text, std::vector<EntityId> ids) {
    mDocument.push(withConsequences(mDocument.plan(), mDocument.scenario(), std::move(step)), text);
    return EditResult{std::nullopt, std::move(ids)};
}

std::optional<Finding> Editor::problemOf(const ChangeBuilder& plan, Kind kind, const Entity& entity) {
    const std::vector<Finding> found = problemsOf(BuilderLookup(plan), kind, entity);
    if (!found.empty())
        return found.front();
    if (kind == Kind::Scenario)
        if (auto problem = scenarioProblem(plan, static_cast<const Scenario&>(entity)))
            return problem;
    return codeProblem(plan, kind, entity);
}

QString Editor::nextCode(Kind kind) const {
    return nextFreeCode(startChanges(), kind);
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/editor.h"

#include "model/edit/cascade.h"
#include "model/edit/handmade.h"
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
    return refuse(
        "read-only",
        message(CORRIDOR_MSG("This plan is open for reading only; save it under another name to edit the copy.")));
}

void Editor::markHandMade(ChangeBuilder& changes, const std::vector<EntityId>& ids, Kind kind,
                          QStringView field) const {
    const QDate today = mClock().date();
    corridor::markHandMade(changes, ids, kind, field, tr("Entered by hand"),
                           Date{today.year(), today.month(), today.day()});
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/importer.h"

#include "model/base/error.h"
#include "model/exchange/classification.h"
#include "model/exchange/format.h"
#include "model/exchange/importdraft.h"
#include "model/plan/problems.h"
#include "model/plan/settings.h"

#include <algorithm>

namespace corridor {

namespace {

class Importer {
public:
    Importer(const EntitySet& target, const ImportOptions& options)
        : mState(target, options) {}

    ImportResult run(std::vector<SourceTable> tables);

private:
    void sort(std::vector<SourceTable> tables);
    void readRows();
    void checkChoices(const std::vector<SourceTable>& tables) const;
    void checkObjects();
    void warnOfUnreadSettings();
    ImportResult result();

    ImportState mState;
    std::vector<TableImport> mTables;
    std::vector<SourceTable> mDetails;
};

// Sees the plan as it would be.
class DraftLookup : public ObjectLookup {
public:
    explicit DraftLookup(const ImportState& state)
        : mState(state) {}

    std::optional<Kind> kindOf(EntityId id) const override {
        const auto draft = mState.byId.find(id);
        if (draft != mState.byId.end() && mState.drafts[draft->second].bad)
            return std::nullopt;
        return mState.book.kindOf(id);
    }
    std::optional<LonLat> positionOf(EntityId node) const override { return mState.nodePosition(node); }

private:
    const ImportState& mState;
};

// What is no kind of object: beside others it is left out, alone it is a mistake.
void Importer::sort(std::vector<SourceTable> tables) {
    std::optional<Error> first;
    for (SourceTable& table : tables) {
        if (table.rows.empty())
            mState.warn(table.file, 0, {}, message(CORRIDOR_MSG("there is no row of data in it.")));
        const Classification found = classify(table, mState.options);
        if (found.problem) {
            if (!first)
                first.emplace(Blame::Usage, message(CORRIDOR_MSG("%1: %2"), table.file, found.problem->text()));
            mState.warn(table.file, 0, {}, *found.problem);
        } else if (found.isDetail) {
            mDetails.push_back(std::move(table));
        } else if (found.kind) {
            mTables.emplace_back(mState, std::move(table), *found.kind);
        }
        if (first && !table.oneOfMany)
            throw *first;
    }
    if (first && mTables.empty() && mDetails.empty())
        throw *first;
}

// A choice for a column that no file has is a slip of the pen; passing over it would import something else.
void Importer::checkChoices(const std::vector<SourceTable>& tables) const {
    for (auto it = mState.options.columns.begin(); it != mState.options.columns.end(); ++it)
        if (std::none_of(tables.begin(), tables.end(),
                         [&](const SourceTable& table) { return table.columns.contains(it.key()); }))
            throw Error(Blame::Usage,
                        message(CORRIDOR_MSG("No file has a column “%1”; correct the choice for it."), it.key()));
}

// First which objects there are, then what their rows say: they may speak of each other.
void Importer::readRows() {
    for (TableImport& table : mTables)
        if (table.kind() != Kind::Provenance)
            table.registerRows();
    for (TableImport& table : mTables)
        if (table.kind() == Kind::Provenance)
            table.registerProvenance();
    for (TableImport& table : mTables)
        table.readCells();
    for (const SourceTable& table : mDetails)
        (isPlanList(table) ? readPlanList : readDetailTable)(mState, table);
}

ImportResult Importer::run(std::vector<SourceTable> tables) {
    checkChoices(tables);
    sort(std::move(tables));
    readRows();
    settleSpans(mState);
    mState.throwIfCancelled();
    checkObjects();
    warnOfUnreadSettings();
    return result();
}

namespace {

// The first reason why a draft may not stand in the plan. The reference point may come with the same import, so who
// uses it looks for it.
std::optional<Message> problemOf(const ObjectLookup& lookup, const EntitySet& target, const ImportDraft& draft) {
    if (draft.kind == Kind::Setting) {
        const auto& row = static_cast<const Setting&>(*draft.entity);
        if (row.code != u"reference_point")
            if (auto sentence = checkSetting(target, row.code, row.value))
                return sentence;
    }
    std::vector<Finding> problems = problemsOf(lookup, draft.kind, *draft.entity);
    return problems.empty() ? std::nullopt : std::optional(std::move(problems.front().title));
}

} // namespace

// What a row says may be right for itself and wrong in the plan. Without its bad rows an import may lack what others
// refer to, so this goes on until nothing more falls.
void Importer::checkObjects() {
    const DraftLookup lookup(mState);
    bool again = true;
    while (again) {
        again = false;
        for (std::size_t i = 0; i < mState.drafts.size(); ++i) {
            ImportDraft& draft = mState.drafts[i];
            if (draft.bad)
                continue;
            mState.throwIfCancelled();
            if (auto sentence = problemOf(lookup, mState.target, draft)) {
                mState.refuse(i, {}, std::move(*sentence));
                again = true;
            }
        }
    }
}

// A later version may know the key, so the row is taken; but a slip of the pen must not pass for a choice made.
void Importer::warnOfUnreadSettings() {
    for (const ImportDraft& draft : mState.drafts)
        if (draft.kind == Kind::Setting && !draft.bad && !isReadSetting(draft.entity->code))
            mState.warn(draft.file, draft.line, {},
                        message(CORRIDOR_MSG("nothing in this version reads the setting “%1”; check its name."),
                                draft.entity->code));
}

bool sameObject(const ImportDraft& draft) {
    return draft.before && schemaOf(draft.kind).equal(*draft.before, *draft.entity);
}

ImportResult Importer::result() {
    ImportResult out;
    for (const ImportDraft& draft : mState.drafts) {
        ImportCount& count = out.counts[static_cast<std::size_t>(draft.kind)];
        if (draft.bad) {
            ++count.leftOut;
            continue;
        }
        if (sameObject(draft)) {
            ++count.unchanged;
            continue;
        }
        ++(draft.before ? count.changed : count.added);
        out.objects.push_back({draft.kind, draft.entity, !draft.before, draft.file, draft.line});
    }
    std::stable_sort(out.objects.begin(), out.objects.end(),
                     [](const ImportedObject& a, const ImportedObject& b) { return a.kind < b.kind; });
    out.warnings = std::move(mState.warnings);
    out.nearMisses = std::move(mState.nearMisses);
    std::vector<ImportNote>& bad = mState.badRows;
    std::stable_sort(bad.begin(), bad.end(), [](const ImportNote& a, const ImportNote& b) {
        return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
    std::vector<ImportNote>& into = mState.options.skipBadRows ? out.warnings : out.badRows;
    into.insert(into.end(), bad.begin(), bad.end());
    return out;
}

} // namespace

Message ImportNote::sentence() const {
    if (line <= 0)
        return message(CORRIDOR_MSG("%1: %2"), file, text.text());
    const Format* format = formatOfPath(pathOfLabel(file));
    if (format && !format->hasLines)
        return message(CORRIDOR_MSG("%1, feature %2: %3"), file, QString::number(line), text.text());
    if (column.isEmpty())
        return message(CORRIDOR_MSG("%1, line %2: %3"), file, QString::number(line), text.text());
    return message(CORRIDOR_MSG("%1, line %2, column “%3”: %4"), file, QString::number(line), column, text.text());
}

ImportResult importTables(std::vector<SourceTable> tables, const EntitySet& target, const ImportOptions& options) {
    return Importer(target, options).run(std::move(tables));
}

ImportResult importSources(const QStringList& sources, const EntitySet& target, const ImportOptions& options) {
    return importTables(readSources(sources, options.textEncoding(), options.watch), target, options);
}

ChangeSet importStep(const Plan& plan, EntityId scenario, const ImportResult& result) {
    if (!result.badRows.empty())
        throw Error(Blame::FileContent, result.badRows.front().sentence());
    ChangeBuilder builder(plan, scenario);
    for (const ImportedObject& object : result.objects)
        builder.put(object.kind, object.entity);
    return builder.take();
}

} // namespace corridor

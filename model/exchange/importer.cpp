// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/importer.h"

#include "model/base/error.h"
#include "model/exchange/format.h"
#include "model/exchange/importdraft.h"
#include "model/exchange/vector.h"
#include "model/plan/problems.h"
#include "model/plan/settings.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace corridor {

namespace {

// A table with what it is thought to be.
struct Classified {
    SourceTable table;
    std::optional<Kind> kind; ///< nothing = a detail table
};

class Importer {
public:
    Importer(const EntitySet& target, const ImportOptions& options)
        : mState(target, options) {}

    ImportResult run(const QStringList& sources);

private:
    void readSource(const QString& path);
    void readFolder(const QString& path);
    std::vector<SourceTable> readFile(const QString& path);
    void classify(SourceTable table, bool inFolder);
    void checkChoices() const;
    void checkObjects();
    void warnOfUnreadSettings();
    ImportResult result();

    ImportState mState;
    std::vector<Classified> mTables;
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

std::vector<SourceTable> Importer::readFile(const QString& path) {
    const Format* format = formatOfPath(path);
    if (!format || !format->reads)
        throw Error(Blame::Usage, message(CORRIDOR_MSG("%1 is in no format that can be imported; use CSV or GeoJSON."),
                                          QDir::toNativeSeparators(path)));
    if (format == formatNamed(u"geojson"))
        return readGeoJson(path);
    std::vector<SourceTable> tables;
    tables.push_back(readCsvFile(path, mState.options.encoding));
    return tables;
}

void Importer::readSource(const QString& path) {
    const QFileInfo info(path);
    if (!info.exists())
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("There is no %1; check the path."), QDir::toNativeSeparators(path)));
    if (info.isDir()) {
        readFolder(path);
        return;
    }
    for (SourceTable& table : readFile(path))
        classify(std::move(table), false);
}

void Importer::readFolder(const QString& path) {
    const QDir folder(path);
    const QStringList names =
        folder.entryList({QStringLiteral("*.csv"), QStringLiteral("*.geojson")}, QDir::Files, QDir::Name);
    if (names.isEmpty())
        throw Error(Blame::Usage, message(CORRIDOR_MSG("There is no CSV or GeoJSON file in %1; check the path."),
                                          QDir::toNativeSeparators(path)));
    for (const QString& name : names)
        for (SourceTable& table : readFile(folder.filePath(name)))
            classify(std::move(table), true);
}

void Importer::classify(SourceTable table, bool inFolder) {
    if (table.rows.empty())
        mState.warn(table.file, 0, {}, message(CORRIDOR_MSG("there is no row of data in it.")));
    std::optional<Kind> kind = mState.options.kind;
    if (!kind)
        kind = kindOfTableName(table.name);
    if (!kind && isDetailTable(table.name)) {
        mTables.push_back({std::move(table), std::nullopt});
        return;
    }
    if (!kind && (!inFolder || table.geometry))
        kind = guessKind(table.columns, table.geometry);
    if (kind && *kind != Kind::Scenario) {
        mTables.push_back({std::move(table), kind});
        return;
    }
    if (!inFolder && kind == Kind::Scenario)
        throw Error(Blame::Usage, message(CORRIDOR_MSG("%1: scenarios are not imported; make them with “corridor "
                                                       "scenario” or in the window, and import into one of them."),
                                          table.file));
    if (!inFolder)
        throw Error(
            Blame::Usage,
            message(CORRIDOR_MSG(
                        "%1: neither the name “%2” nor the columns say what kind of object this is; name the kind."),
                    table.file, table.name));
    mState.warn(table.file, 0, {},
                message(CORRIDOR_MSG("“%1” is the name of no kind of object; the file was left out."), table.name));
}

// A choice for a column that no file has is a slip of the pen; passing over it would import something else.
void Importer::checkChoices() const {
    for (auto it = mState.options.columns.begin(); it != mState.options.columns.end(); ++it)
        if (std::none_of(mTables.begin(), mTables.end(),
                         [&](const Classified& entry) { return entry.table.columns.contains(it.key()); }))
            throw Error(Blame::Usage,
                        message(CORRIDOR_MSG("No file has a column “%1”; correct the choice for it."), it.key()));
}

ImportResult Importer::run(const QStringList& sources) {
    for (const QString& source : sources)
        readSource(source);
    checkChoices();
    std::vector<TableImport> tables;
    for (Classified& entry : mTables)
        if (entry.kind)
            tables.emplace_back(mState, std::move(entry.table), *entry.kind);
    for (TableImport& table : tables)
        if (table.kind() != Kind::Provenance)
            table.registerRows();
    for (TableImport& table : tables)
        if (table.kind() == Kind::Provenance)
            table.registerProvenance();
    for (TableImport& table : tables)
        table.readCells();
    for (const Classified& entry : mTables)
        if (!entry.kind)
            readDetailTable(mState, entry.table);
    settleSpans(mState);
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
        if (draft.bad)
            continue;
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
    if (formatOfPath(file) == formatNamed(u"geojson"))
        return message(CORRIDOR_MSG("%1, feature %2: %3"), file, QString::number(line), text.text());
    if (column.isEmpty())
        return message(CORRIDOR_MSG("%1, line %2: %3"), file, QString::number(line), text.text());
    return message(CORRIDOR_MSG("%1, line %2, column “%3”: %4"), file, QString::number(line), column, text.text());
}

ImportResult importSources(const QStringList& sources, const EntitySet& target, const ImportOptions& options) {
    return Importer(target, options).run(sources);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/classification.h"

#include "model/exchange/format.h"
#include "model/exchange/importdraft.h"
#include "model/exchange/tablepositions.h"

namespace corridor {

namespace {

// A choice for all tables is meant for those that can be of that kind: a drawing holds lines beside its sites.
bool canBe(Kind kind, const SourceTable& table, bool alone) {
    return alone || !table.geometry || schemaOf(kind).geometry == *table.geometry;
}

Message noKind(const SourceTable& table) {
    return message(
        CORRIDOR_MSG("neither the name “%1” nor the columns say what kind of object this is; name the kind."),
        table.name);
}

Classification ofKind(Kind kind, const SourceTable& table) {
    Classification out;
    if (kind != Kind::Scenario) {
        out.kind = kind;
        return out;
    }
    out.problem =
        table.oneOfMany
            ? message(CORRIDOR_MSG("“%1” is the name of no kind of object; the file was left out."), table.name)
            : message(CORRIDOR_MSG("scenarios are not imported; make them with “corridor scenario” or in the "
                                   "window, and import into one of them."));
    return out;
}

} // namespace

Classification classify(const SourceTable& table, const ImportOptions& options) {
    Classification out;
    const TableChoice* choice = options.mapping.choiceFor(table);
    if (choice && (choice->leaveOut || choice->kind)) {
        out.leftOutByChoice = choice->leaveOut;
        return choice->leaveOut ? out : ofKind(*choice->kind, table);
    }
    if (options.kind && canBe(*options.kind, table, !table.oneOfMany))
        return ofKind(*options.kind, table);
    if (const auto kind = kindOfTableName(table.name))
        return ofKind(*kind, table);
    if (isPlanList(table) || isDetailTable(table.name)) {
        out.isDetail = true;
        return out;
    }
    // In a folder of CSV files those with other names are none of ours, whatever their columns.
    const bool guesses = !table.oneOfMany || formatOfPath(pathOfLabel(table.file)) != formatNamed(u"csv");
    if (const auto kind = guesses ? guessKind(table.columns, table.geometry) : std::nullopt)
        return ofKind(*kind, table);
    out.problem = noKind(table);
    return out;
}

ColumnChoices columnChoicesFor(const SourceTable& table, const ImportOptions& options) {
    ColumnChoices columns;
    if (const TableChoice* choice = options.mapping.choiceFor(table))
        columns = choice->columns;
    for (auto it = options.columns.begin(); it != options.columns.end(); ++it)
        columns.insert(it.key(), it.value());
    return columns;
}

std::optional<SourceSystem> systemChoiceFor(const SourceTable& table, const ImportOptions& options) {
    const TableChoice* choice = options.mapping.choiceFor(table);
    return choice && choice->system ? choice->system : options.system;
}

namespace {

TableChoice proposedChoice(const SourceTable& table, const ImportOptions& options) {
    const Classification found = classify(table, options);
    TableChoice choice;
    choice.table = table.name;
    choice.geometry = table.geometry;
    choice.leaveOut = !found.kind && !found.isDetail;
    choice.kind = found.kind;
    if (const TableChoice* given = options.mapping.choiceFor(table))
        choice.matchByName = given->matchByName;
    if (!found.kind)
        return choice;
    const EntitySchema& schema = schemaOf(*found.kind);
    const auto targets = mapColumns(schema, table.columns, columnChoicesFor(table, options));
    for (std::size_t i = 0; i < targets.size(); ++i)
        choice.columns.insert(table.columns[static_cast<qsizetype>(i)], fieldNameOf(schema, targets[i]));
    const auto asked = systemChoiceFor(table, options);
    const std::vector<Point> sample = samplePositions(table, schema, targets);
    const SystemChoice system = chooseSystem(sample, table.system, asked);
    // What the file declares it declares next time too.
    if (!sample.empty() && !system.problem && (asked || !table.system))
        choice.system = system.system;
    return choice;
}

} // namespace

ImportMapping proposedMapping(std::span<const SourceTable> tables, const ImportOptions& options) {
    ImportMapping out;
    out.encoding = options.textEncoding();
    out.snapM = options.snapM;
    for (const SourceTable& table : tables)
        out.tables.push_back(proposedChoice(table, options));
    return out;
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"
#include "model/base/error.h"
#include "model/edit/editor.h"
#include "model/exchange/differences.h"
#include "model/exchange/format.h"
#include "model/exchange/importer.h"
#include "model/plan/schema.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <CLI/CLI.hpp>

namespace corridor {

namespace {

struct ImportArguments {
    PlanArguments plan;
    std::vector<std::string> sources, maps;
    std::string datum, encoding, kind, saveMap;
    std::optional<double> snapM;
    bool skipBadRows = false, dryRun = false;
};

ImportMapping mappingOfFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(Blame::Environment, message(CORRIDOR_MSG("%1 cannot be read: %2"), path, file.errorString()));
    return mappingFromJson(file.readAll(), path);
}

// COLUMN=FIELD, or a file that holds such choices for whole tables.
void takeMap(const QString& text, ImportOptions& options) {
    const qsizetype equals = text.lastIndexOf(u'=');
    if (QFileInfo(text).isFile())
        options.mapping = mappingOfFile(text);
    else if (equals > 0)
        options.columns.insert(text.left(equals), text.sliced(equals + 1));
    else
        throw Error(
            Blame::Usage,
            message(CORRIDOR_MSG("“%1” is no choice for --map; write COLUMN=FIELD, COLUMN= to leave the column out, "
                                 "or the name of a mapping file that is there."),
                    text));
}

ImportOptions optionsOf(const ImportArguments& arguments) {
    ImportOptions options;
    for (const std::string& map : arguments.maps)
        takeMap(textOf(map), options);
    if (!arguments.datum.empty())
        options.system = sourceSystemFromText(textOf(arguments.datum));
    options.encoding = QByteArray::fromStdString(arguments.encoding);
    options.skipBadRows = arguments.skipBadRows;
    options.snapM = arguments.snapM.value_or(options.mapping.snapM.value_or(options.snapM));
    options.nearMissM = std::max(options.nearMissM, options.snapM);
    if (!arguments.kind.empty())
        options.kind = kindNamed(arguments.kind);
    return options;
}

// One sentence: the first bad row, and how many more there are.
[[noreturn]] void refuse(const ImportResult& result) {
    const Message first = result.badRows.front().sentence();
    if (result.badRows.size() == 1)
        throw Error(Blame::FileContent, first);
    throw Error(Blame::FileContent, message(CORRIDOR_MSG("%1 (Wrong rows beside it: %2; nothing was imported.)"),
                                            first.text(), QString::number(result.badRows.size() - 1)));
}

// The verb that all edits go through says the last word; where the object came from is added to its sentence.
void applyStep(Document& document, const ImportResult& result) {
    const EditResult done =
        Editor(document).applyStep(importStep(document.plan(), document.scenario(), result), Cli::tr("Import"));
    if (done.ok())
        return;
    for (const ImportedObject& object : result.objects)
        if (object.entity->id == done.refusal->subject && !object.file.isEmpty())
            throw Error(Blame::FileContent, ImportNote{object.file, object.line, {}, done.refusal->title}.sentence());
    throw Error(Blame::FileContent, done.refusal->title);
}

QJsonArray notesJson(const std::vector<ImportNote>& notes) {
    QJsonArray out;
    for (const ImportNote& note : notes)
        out.append(QJsonObject{{QStringLiteral("file"), note.file},
                               {QStringLiteral("line"), note.line},
                               {QStringLiteral("column"), note.column},
                               {QStringLiteral("text"), note.text.text()}});
    return out;
}

QJsonArray differencesJson(const std::vector<ObjectDifference>& differences) {
    QJsonArray out;
    for (const ObjectDifference& difference : differences) {
        QJsonArray fields;
        for (const FieldDifference& field : difference.fields)
            fields.append(QJsonObject{{QStringLiteral("field"), QString::fromLatin1(field.field->name)},
                                      {QStringLiteral("before"), field.before},
                                      {QStringLiteral("after"), field.after}});
        out.append(QJsonObject{{QStringLiteral("kind"), QString::fromLatin1(schemaOf(difference.kind).table)},
                               {QStringLiteral("code"), difference.code},
                               {QStringLiteral("name"), difference.name},
                               {QStringLiteral("new"), difference.isNew},
                               {QStringLiteral("file"), difference.file},
                               {QStringLiteral("line"), difference.line},
                               {QStringLiteral("fields"), fields}});
    }
    return out;
}

QString differencesText(const std::vector<ObjectDifference>& differences) {
    QString text;
    for (const ObjectDifference& difference : differences) {
        const QString object = QStringLiteral("%1 %2").arg(
            schemaOf(difference.kind).labelText(), difference.code.isEmpty() ? difference.name : difference.code);
        if (difference.isNew)
            text += Cli::tr("+ %1").arg(object) + u'\n';
        for (const FieldDifference& field : difference.fields)
            text +=
                Cli::tr("~ %1, %2: %3 → %4").arg(object, field.field->labelText(), field.before, field.after) + u'\n';
    }
    return text;
}

QJsonArray nearMissesJson(const std::vector<NearMiss>& misses) {
    QJsonArray out;
    for (const NearMiss& miss : misses)
        out.append(
            QJsonObject{{QStringLiteral("file"), miss.end.file},
                        {QStringLiteral("line"), miss.end.line},
                        {QStringLiteral("end"), miss.end.atStart ? QStringLiteral("start") : QStringLiteral("end")},
                        {QStringLiteral("lon"), miss.position.lon},
                        {QStringLiteral("lat"), miss.position.lat},
                        {QStringLiteral("node_id"), miss.node.toString()},
                        {QStringLiteral("distance_m"), miss.metres}});
    return out;
}

QJsonObject countsJson(const ImportResult& result) {
    QJsonObject counts;
    for (const Kind kind : allKinds())
        if (const ImportCount& count = result.count(kind); count.total() > 0)
            counts.insert(QString::fromLatin1(schemaOf(kind).table),
                          QJsonObject{{QStringLiteral("added"), count.added},
                                      {QStringLiteral("changed"), count.changed},
                                      {QStringLiteral("unchanged"), count.unchanged},
                                      {QStringLiteral("left_out"), count.leftOut}});
    return counts;
}

QString countsText(const ImportResult& result) {
    QString text;
    for (const Kind kind : allKinds()) {
        const ImportCount& count = result.count(kind);
        if (count.total() == 0)
            continue;
        const QString label = schemaOf(kind).labelText();
        text += (count.leftOut > 0 ? Cli::tr("%1: %2 added, %3 changed, %4 unchanged, %5 left out")
                                         .arg(label)
                                         .arg(count.added)
                                         .arg(count.changed)
                                         .arg(count.unchanged)
                                         .arg(count.leftOut)
                                   : Cli::tr("%1: %2 added, %3 changed, %4 unchanged")
                                         .arg(label)
                                         .arg(count.added)
                                         .arg(count.changed)
                                         .arg(count.unchanged)) +
                u'\n';
    }
    return text;
}

void report(const OpenedPlan& opened, const ImportResult& result, bool dryRun, bool written,
            const CliContext& context) {
    const auto differences = dryRun ? differencesOf(opened.entities(), result) : std::vector<ObjectDifference>();
    if (!context.json) {
        for (const ImportNote& note : result.warnings)
            context.note(note.sentence().text());
        context.print(differencesText(differences) + countsText(result));
        return;
    }
    QJsonObject document = documentHead(opened);
    document.insert(QStringLiteral("counts"), countsJson(result));
    document.insert(QStringLiteral("warnings"), notesJson(result.warnings));
    document.insert(QStringLiteral("near_misses"), nearMissesJson(result.nearMisses));
    if (dryRun)
        document.insert(QStringLiteral("differences"), differencesJson(differences));
    document.insert(QStringLiteral("written"), written);
    context.print(document);
}

// The mapping is written before anything is imported: it is there to be corrected when the import is refused.
void importInto(const ImportArguments& arguments, CliContext& context) {
    const OpenedPlan opened = openPlan(arguments.plan, !arguments.dryRun);
    QStringList sources;
    for (const std::string& source : arguments.sources)
        sources += textOf(source);
    const ImportOptions options = optionsOf(arguments);
    std::vector<SourceTable> tables = readSources(sources, options.textEncoding(), options.watch);
    if (!arguments.saveMap.empty())
        writeWhole(textOf(arguments.saveMap), mappingToJson(proposedMapping(tables, options)));
    const ImportResult result = importTables(std::move(tables), opened.entities(), options);
    if (!result.badRows.empty())
        refuse(result);
    Document document;
    document.reset(opened.plan);
    document.setScenario(opened.scenario);
    applyStep(document, result);
    bool written = false;
    if (!arguments.dryRun) {
        SaveOptions save;
        save.clock = buildClock();
        written = opened.file->save(document.plan(), {}, save); // the stored results are of the plan before
    }
    report(opened, result, arguments.dryRun, written, context);
}

QStringList readLabels() {
    QStringList labels;
    for (const Format& format : exchangeFormats())
        if (format.reads)
            labels +=
                QStringLiteral("%1 (%2)").arg(format.labelText(), format.extensionList().join(QStringLiteral(", ")));
    return labels;
}

void addReadingOptions(CLI::App& verb, ImportArguments& arguments) {
    verb.add_option(
        "--datum", arguments.datum,
        Cli::tr("coordinate system of the positions: wgs84 (also CGCS2000), gcj02, bd09, gk3 or gk6 (zone "
                "before the easting), gk3:117, gk3:39, gk6:20, EPSG:4548; as the files say or found by size "
                "if not given")
            .toStdString());
    verb.add_option("--encoding", arguments.encoding,
                    Cli::tr("encoding of texts where the file does not say; found out if not given").toStdString());
    verb.add_option(
            "--map", arguments.maps,
            Cli::tr("COLUMN=FIELD: what a column means; COLUMN= leaves it out; or a mapping file").toStdString())
        ->take_all();
    verb.add_option("--save-map", arguments.saveMap,
                    Cli::tr("write what tables and columns were taken for as a mapping file").toStdString());
    verb.add_option("--kind", arguments.kind,
                    Cli::tr("kind of object in the files: site, junction, span, …").toStdString());
}

} // namespace

void addImportVerb(CLI::App& app, CliContext& context) {
    auto arguments = std::make_shared<ImportArguments>();
    CLI::App* verb =
        app.add_subcommand("import", Cli::tr("add and change objects from tables, layers and drawings").toStdString());
    verb->footer(readLabels().join(u'\n').toStdString());
    addPlanArguments(*verb, arguments->plan, context, kScenarioOption | kJsonOption);
    verb->add_option("SOURCE", arguments->sources, Cli::tr("files or folders").toStdString())->required();
    addReadingOptions(*verb, *arguments);
    verb->add_option("--snap", arguments->snapM,
                     Cli::tr("metres within which a line's end belongs to a node (100)").toStdString())
        ->check(CLI::Range(0.0, 100000.0));
    verb->add_flag("--skip-bad-rows", arguments->skipBadRows,
                   Cli::tr("leave wrong rows out instead of importing nothing").toStdString());
    verb->add_flag("--dry-run", arguments->dryRun,
                   Cli::tr("say what would be added and changed, and write nothing").toStdString());
    verb->callback([arguments, &context] { importInto(*arguments, context); });
}

} // namespace corridor

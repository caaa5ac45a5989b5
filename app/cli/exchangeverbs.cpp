// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"
#include "model/base/error.h"
#include "model/edit/editor.h"
#include "model/exchange/exporter.h"
#include "model/exchange/format.h"
#include "model/exchange/importer.h"
#include "model/plan/schema.h"

#include <QJsonArray>

#include <CLI/CLI.hpp>
#include <map>

namespace corridor {

namespace {

struct ImportArguments {
    PlanArguments plan;
    std::vector<std::string> sources, columns;
    std::string datum = "wgs84", encoding, kind;
    double snapM = 100;
    bool skipBadRows = false, dryRun = false;
};

struct ExportArguments {
    PlanArguments plan;
    std::string target, format;
    std::vector<std::string> layers;
    bool overwrite = false;
};

Kind kindNamed(const std::string& name) {
    if (const auto kind = kindOfTableName(textOf(name)))
        return *kind;
    QStringList known;
    for (const Kind kind : allKinds())
        known += QString::fromLatin1(schemaOf(kind).table);
    throw Error(Blame::Usage, message(CORRIDOR_MSG("There is no kind of object “%1”; there are: %2."), textOf(name),
                                      known.join(QStringLiteral(", "))));
}

ImportOptions optionsOf(const ImportArguments& arguments) {
    static const std::map<std::string, Datum> kDatums{
        {"wgs84", Datum::Wgs84}, {"gcj02", Datum::Gcj02}, {"bd09", Datum::Bd09}};
    ImportOptions options;
    options.datum = kDatums.at(arguments.datum);
    options.encoding = QByteArray::fromStdString(arguments.encoding);
    options.skipBadRows = arguments.skipBadRows;
    options.snapM = arguments.snapM;
    if (!arguments.kind.empty())
        options.kind = kindNamed(arguments.kind);
    for (const std::string& choice : arguments.columns) {
        const QString text = textOf(choice);
        const qsizetype equals = text.lastIndexOf(u'=');
        if (equals <= 0)
            throw Error(
                Blame::Usage,
                message(CORRIDOR_MSG(
                            "“%1” is no choice for --map; write COLUMN=FIELD, or COLUMN= to leave the column out."),
                        text));
        options.columns.insert(text.left(equals), text.sliced(equals + 1));
    }
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

void report(const OpenedPlan& opened, const ImportResult& result, bool written, const CliContext& context) {
    QJsonObject counts;
    QString text;
    for (const Kind kind : allKinds()) {
        const ImportCount& count = result.count(kind);
        if (count.added + count.changed + count.unchanged == 0)
            continue;
        counts.insert(QString::fromLatin1(schemaOf(kind).table),
                      QJsonObject{{QStringLiteral("added"), count.added},
                                  {QStringLiteral("changed"), count.changed},
                                  {QStringLiteral("unchanged"), count.unchanged}});
        text += Cli::tr("%1: %2 added, %3 changed, %4 unchanged\n")
                    .arg(schemaOf(kind).labelText())
                    .arg(count.added)
                    .arg(count.changed)
                    .arg(count.unchanged);
    }
    if (context.json) {
        QJsonObject document = documentHead(opened);
        document.insert(QStringLiteral("counts"), counts);
        document.insert(QStringLiteral("warnings"), notesJson(result.warnings));
        document.insert(QStringLiteral("written"), written);
        context.print(document);
        return;
    }
    for (const ImportNote& note : result.warnings)
        context.note(note.sentence().text());
    context.print(text);
}

void importInto(const ImportArguments& arguments, CliContext& context) {
    const OpenedPlan opened = openPlan(arguments.plan, !arguments.dryRun);
    QStringList sources;
    for (const std::string& source : arguments.sources)
        sources += textOf(source);
    const ImportResult result = importSources(sources, opened.entities(), optionsOf(arguments));
    if (!result.badRows.empty())
        refuse(result);
    Document document;
    document.reset(opened.plan);
    document.setScenario(opened.scenario);
    applyStep(document, result);
    bool written = false;
    if (!arguments.dryRun) {
        SaveOptions options;
        options.clock = buildClock();
        written = opened.file->save(document.plan(), {}, options); // the stored results are of the plan before
    }
    report(opened, result, written, context);
}

void exportFrom(const ExportArguments& arguments, CliContext& context) {
    const OpenedPlan opened = openPlan(arguments.plan);
    ExportOptions options;
    options.format = textOf(arguments.format);
    options.overwrite = arguments.overwrite;
    for (const std::string& layer : arguments.layers)
        options.kinds.push_back(kindNamed(layer));
    const QStringList files = exportTo(textOf(arguments.target), opened.entities(), options);
    if (context.json) {
        QJsonObject document = documentHead(opened);
        document.insert(QStringLiteral("files"), QJsonArray::fromStringList(files));
        context.print(document);
    } else {
        context.print(files.join(u'\n') + u'\n');
    }
}

void addImportVerb(CLI::App& app, CliContext& context) {
    auto arguments = std::make_shared<ImportArguments>();
    CLI::App* verb = app.add_subcommand(
        "import", Cli::tr("add and change objects from CSV and GeoJSON files or folders of them").toStdString());
    addPlanArguments(*verb, arguments->plan, context, kScenarioOption | kJsonOption);
    verb->add_option("SOURCE", arguments->sources, Cli::tr("files or folders").toStdString())->required();
    verb->add_option("--datum", arguments->datum,
                     Cli::tr("datum of the positions: wgs84 (also CGCS2000), gcj02 or bd09").toStdString())
        ->check(CLI::IsMember({"wgs84", "gcj02", "bd09"}));
    verb->add_option("--encoding", arguments->encoding,
                     Cli::tr("encoding of CSV files; found out if not given").toStdString());
    verb->add_option("--map", arguments->columns,
                     Cli::tr("COLUMN=FIELD: what a column means; COLUMN= leaves it out").toStdString())
        ->take_all();
    verb->add_option("--kind", arguments->kind,
                     Cli::tr("kind of object in the files: site, junction, span, …").toStdString());
    verb->add_option("--snap", arguments->snapM,
                     Cli::tr("metres within which a line's end belongs to a node").toStdString())
        ->check(CLI::Range(0.0, 100000.0));
    verb->add_flag("--skip-bad-rows", arguments->skipBadRows,
                   Cli::tr("leave wrong rows out instead of importing nothing").toStdString());
    verb->add_flag("--dry-run", arguments->dryRun, Cli::tr("say what would happen and write nothing").toStdString());
    verb->callback([arguments, &context] { importInto(*arguments, context); });
}

void addExportVerb(CLI::App& app, CliContext& context) {
    auto arguments = std::make_shared<ExportArguments>();
    QStringList losses;
    for (const Format& format : exchangeFormats())
        losses += QStringLiteral("%1: %2").arg(format.labelText(), format.losesText());
    CLI::App* verb =
        app.add_subcommand("export", Cli::tr("write objects as CSV or GeoJSON, to a file or a folder").toStdString());
    verb->footer(losses.join(u'\n').toStdString());
    addPlanArguments(*verb, arguments->plan, context, kScenarioOption | kJsonOption);
    verb->add_option("OUT", arguments->target, Cli::tr("file (.csv, .geojson; one layer) or folder").toStdString())
        ->required();
    verb->add_option("--layer", arguments->layers, Cli::tr("kinds of object; all if not given").toStdString())
        ->take_all();
    verb->add_option("--format", arguments->format, Cli::tr("csv or geojson, for a folder").toStdString());
    verb->add_flag("--overwrite", arguments->overwrite, Cli::tr("replace files that are there").toStdString());
    verb->callback([arguments, &context] { exportFrom(*arguments, context); });
}

} // namespace

void addExchangeVerbs(CLI::App& app, CliContext& context) {
    addImportVerb(app, context);
    addExportVerb(app, context);
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"
#include "model/base/error.h"
#include "model/exchange/exporter.h"
#include "model/exchange/format.h"
#include "model/plan/schema.h"
#include "model/plan/settings.h"
#include "model/session/workbookcontent.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <CLI/CLI.hpp>

namespace corridor {

namespace {

struct ExportArguments {
    PlanArguments plan;
    std::string target, format, encoding;
    std::vector<std::string> layers, selected;
    std::optional<int> zone;
    bool overwrite = false;
};

// All but scenarios, which are no objects of a scenario.
std::vector<Kind> selectable() {
    std::vector<Kind> kinds;
    for (const Kind kind : allKinds())
        if (kind != Kind::Scenario)
            kinds.push_back(kind);
    return kinds;
}

EntityId objectNamed(const EntitySet& entities, const std::vector<Kind>& kinds, const std::string& name) {
    const EntityRef found = findByName(entities, kinds, textOf(name));
    if (!found)
        throw Error(Blame::Usage, message(CORRIDOR_MSG("There is no object “%1” to export, or more than one; give a "
                                                       "code that one object has, or narrow it by --layer."),
                                          textOf(name)));
    return found->id;
}

ExportOptions optionsOf(const ExportArguments& arguments, const EntitySet& entities) {
    ExportOptions options;
    options.format = textOf(arguments.format);
    options.overwrite = arguments.overwrite;
    options.zone = arguments.zone;
    if (!arguments.encoding.empty())
        options.encoding = QByteArray::fromStdString(arguments.encoding).toUpper();
    for (const std::string& layer : arguments.layers)
        options.kinds.push_back(kindNamed(layer));
    for (const std::string& name : arguments.selected)
        options.objects.insert(objectNamed(entities, options.kinds.empty() ? selectable() : options.kinds, name));
    return options;
}

bool wantsWorkbook(const ExportArguments& arguments) {
    const Format* format =
        arguments.format.empty() ? formatOfPath(textOf(arguments.target)) : formatNamed(textOf(arguments.format));
    return format && format->name == QLatin1String("xlsx");
}

void exportFrom(const ExportArguments& arguments, CliContext& context) {
    const OpenedPlan opened = openPlan(arguments.plan);
    const QString ours = QFileInfo(opened.file->path()).canonicalFilePath();
    if (QFileInfo(textOf(arguments.target)).canonicalFilePath() == ours)
        throw Error(Blame::Usage, message(CORRIDOR_MSG("%1 is the plan itself; export it to another file."),
                                          QDir::toNativeSeparators(ours)));
    ExportOptions options = optionsOf(arguments, opened.entities());
    options.created = buildClock()();
    WorkbookContent content;
    if (wantsWorkbook(arguments)) {
        const auto assessment = assess(opened, context);
        content = workbookContent(opened.plan, *assessment, opened.file->runs(), options.created);
        options.workbook = &content;
    }
    std::vector<Message> losses;
    const QStringList files = exportTo(textOf(arguments.target), opened.entities(), options, &losses);
    if (context.json) {
        QJsonObject document = documentHead(opened);
        document.insert(QStringLiteral("files"), QJsonArray::fromStringList(files));
        QJsonArray warnings;
        for (const Message& loss : losses)
            warnings.append(loss.text());
        document.insert(QStringLiteral("warnings"), warnings);
        context.print(document);
        return;
    }
    for (const Message& loss : losses)
        context.note(loss.text());
    context.print(files.join(u'\n') + u'\n');
}

QString lossesText() {
    QStringList lines;
    for (const Format& format : exchangeFormats())
        if (format.writes)
            lines +=
                QStringLiteral("%1 (%2): %3").arg(QLatin1String(format.name), format.labelText(), format.losesText());
    return lines.join(u'\n');
}

} // namespace

void addExportVerb(CLI::App& app, CliContext& context) {
    auto arguments = std::make_shared<ExportArguments>();
    QStringList names;
    for (const Format& format : exchangeFormats())
        if (format.writes)
            names += QLatin1String(format.name);
    CLI::App* verb = app.add_subcommand(
        "export", Cli::tr("write objects, results and charts as a workbook, table, layer or drawing").toStdString());
    verb->footer(lossesText().toStdString());
    addPlanArguments(*verb, arguments->plan, context, kScenarioOption | kYearOption | kRulesOption | kJsonOption);
    verb->add_option("OUT", arguments->target,
                     Cli::tr("file, its extension names the format; or folder for a file a kind").toStdString())
        ->required();
    verb->add_option("--layer", arguments->layers, Cli::tr("kinds of object; all if not given").toStdString())
        ->take_all();
    verb->add_option("--select", arguments->selected,
                     Cli::tr("codes or names of objects; all if not given").toStdString())
        ->take_all();
    verb->add_option("--format", arguments->format,
                     Cli::tr("instead of the extension: %1").arg(names.join(QStringLiteral(", "))).toStdString());
    verb->add_option("--zone", arguments->zone,
                     Cli::tr("of a drawing: 3° zone 25–45 (its number stands before the eastings) or central meridian "
                             "75–135; that in the middle if not given")
                         .toStdString());
    verb->add_option("--encoding", arguments->encoding,
                     Cli::tr("of a shapefile's texts: UTF-8 (default) or GBK").toStdString())
        ->check(CLI::IsMember({"UTF-8", "GBK"}, CLI::ignore_case));
    verb->add_flag("--overwrite", arguments->overwrite, Cli::tr("replace files that are there").toStdString());
    verb->callback([arguments, &context] { exportFrom(*arguments, context); });
}

} // namespace corridor

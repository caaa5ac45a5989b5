// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"
#include "model/base/error.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>

#include <CLI/CLI.hpp>

namespace corridor {

namespace {

struct RenderArguments {
    PlanArguments plan;
    std::string target, size, extent, sheet;
    std::vector<std::string> settings;
};

// The desktop program draws, on the offscreen platform: this one knows no painter.
void render(const RenderArguments& arguments, CliContext& context) {
    const OpenedPlan opened =
        openPlan(arguments.plan); // says what is wrong with the plan, scenario or year before anything starts
    const QString program = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("corridor-planner"));
    if (!QFileInfo(program).isExecutable())
        throw Error(
            Blame::Environment,
            message(
                CORRIDOR_MSG("Drawing needs the desktop program %1, which is not installed; install corridor-planner."),
                program));
    QStringList words{QStringLiteral("--headless"),
                      QStringLiteral("--render"),
                      QFileInfo(textOf(arguments.target)).absoluteFilePath(),
                      QStringLiteral("--lang"),
                      context.language,
                      QStringLiteral("--scenario"),
                      opened.scenario.toString(),
                      QStringLiteral("--year"),
                      QString::number(opened.year)};
    if (!arguments.size.empty())
        words += {QStringLiteral("--size"), textOf(arguments.size)};
    if (!arguments.extent.empty())
        words += {QStringLiteral("--extent"), textOf(arguments.extent)};
    if (!arguments.sheet.empty())
        words += {QStringLiteral("--sheet"), textOf(arguments.sheet)};
    for (const std::string& setting : arguments.settings)
        words += {QStringLiteral("--sheet-set"), textOf(setting)};
    words += opened.file->path();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(program, words);
    process.waitForFinished(-1);
    if (process.error() == QProcess::FailedToStart || process.exitStatus() != QProcess::NormalExit)
        throw Error(Blame::Environment, message(CORRIDOR_MSG("%1 did not finish: %2"), program, process.errorString()));
    context.exitCode = process.exitCode();
}

} // namespace

void addRenderVerb(CLI::App& app, CliContext& context) {
    auto arguments = std::make_shared<RenderArguments>();
    CLI::App* verb = app.add_subcommand("render", Cli::tr("draw the map of a plan to a picture").toStdString());
    addPlanArguments(*verb, arguments->plan, context, kScenarioOption | kYearOption);
    verb->add_option("OUT", arguments->target, Cli::tr("picture file (.png, .svg or .pdf)").toStdString())->required();
    verb->add_option("--size", arguments->size, Cli::tr("WIDTHxHEIGHT in pixels").toStdString());
    verb->add_option("--extent", arguments->extent,
                     Cli::tr("WEST,SOUTH,EAST,NORTH in degrees; the whole plan if not given").toStdString());
    CLI::Option* sheet = verb->add_option(
        "--sheet", arguments->sheet,
        Cli::tr("a map sheet on paper of this size (A0 – A4) with title block, legend and scale bar").toStdString());
    verb->add_option("--set", arguments->settings,
                     Cli::tr("what stands on the sheet and how, as KEY=VALUE: title, number, organisation, "
                             "classification, approval, date "
                             "(YYYY-MM-DD), orientation (landscape, portrait), scale (n of 1:n), inset (yes, no), "
                             "table (yes, no), dpi")
                         .toStdString())
        ->needs(sheet);
    verb->callback([arguments, &context] { render(*arguments, context); });
}

} // namespace corridor

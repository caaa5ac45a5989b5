// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/complaint.h"
#include "app/cli/outline.h"
#include "app/cli/translation.h"
#include "app/cli/verbs.h"
#include "model/base/error.h"
#include "model/base/posix.h"
#include "model/session/resources.h"

#include <QDir>

#include <CLI/CLI.hpp>
#include <clocale>

namespace corridor {

namespace {

// Qt wants a UTF-8 locale and would say so on standard error; plans have Chinese names whatever the terminal is set to.
void ensureUtf8() {
    if (!posix::environmentIsUtf8())
        qputenv("LC_ALL", "C.UTF-8");
}

// The language is needed before the arguments are parsed: help texts and complaints are made in it.
QString languageFromArguments(int argc, char** argv, const QString& otherwise) {
    for (int i = 1; i < argc; ++i) {
        const QString argument = QString::fromUtf8(argv[i]);
        const QString value = argument == u"--lang" && i + 1 < argc ? QString::fromUtf8(argv[i + 1])
                              : argument.startsWith(u"--lang=")     ? argument.sliced(7)
                                                                    : QString();
        if (isLanguage(value))
            return value;
    }
    return otherwise;
}

void describe(CLI::App& app) {
    app.require_subcommand(1);
    app.option_defaults()->group(Cli::tr("Options").toStdString()); // verbs inherit it
    app.set_help_flag("-h,--help", Cli::tr("show this help").toStdString());
    app.set_version_flag("--version", std::string("corridor ") + CORRIDOR_VERSION,
                         Cli::tr("show the version").toStdString());
    app.get_formatter()->column_width(34);
    const std::pair<const char*, QString> labels[] = {
        {"Usage", Cli::tr("Usage")},           {"OPTIONS", Cli::tr("OPTIONS")},   {"SUBCOMMAND", Cli::tr("VERB")},
        {"Positionals", Cli::tr("Arguments")}, {"REQUIRED", Cli::tr("required")}, {"TEXT", Cli::tr("TEXT")},
        {"Needs", Cli::tr("needs")},           {"Excludes", Cli::tr("not with")}};
    for (const auto& [label, text] : labels)
        app.get_formatter()->label(label, text.toStdString());
    app.footer(Cli::tr("Exit status: 0 nothing broken; 1 a binding clause or check falls short (with --strict also "
                       "what guides or is unknown); "
                       "2 usage, file or data error, with one sentence on standard error.")
                   .toStdString());
}

// CLI11 names these groups in English. A verb's help flag is made before it inherits the name of its group.
void nameGroups(CLI::App& parent) {
    for (CLI::App* verb : parent.get_subcommands({})) {
        verb->group(Cli::tr("Verbs").toStdString());
        verb->get_help_ptr()->group(Cli::tr("Options").toStdString());
        nameGroups(*verb);
    }
}

int runVerb(int argc, char** argv, CliContext& context) {
    CLI::App app(Cli::tr("Corridor Planner: plans of the computing-power corridor on the command line").toStdString(),
                 "corridor");
    describe(app);
    std::string language;
    app.add_option("--lang", language,
                   Cli::tr("language of texts: zh or en; as the environment says if not given").toStdString())
        ->check(CLI::IsMember({"zh", "en"}));
    app.fallthrough();
    addPlanVerbs(app, context);
    addScenarioVerb(app, context);
    addCheckVerb(app, context);
    addExplainVerb(app, context);
    addCalcVerb(app, context);
    addPathVerb(app, context);
    addTrustVerbs(app, context);
    addExchangeVerbs(app, context);
    addRenderVerb(app, context);
    nameGroups(app);
    if (argc > 1 && qstrcmp(argv[1], "--outline") == 0) { // for the build, which makes manual and completion from it
        context.print(outlineOf(app));
        return kNothingBroken;
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& done) {
        return app.exit(done);
    } catch (const CLI::ParseError& error) {
        context.note(complaint(error, app));
        return kCannotWork;
    }
    return context.exitCode;
}

// The named edge where errors of all verbs stop.
int run(QCoreApplication& application, int argc, char** argv, CliContext& context) {
    try {
        installTranslators(application, context.language, QDir(resourceFolder()).filePath(QStringLiteral("i18n")));
        return runVerb(argc, argv, context);
    } catch (const Error& error) {
        context.note(error.sentence().text());
        if (!error.detail().isEmpty() && qEnvironmentVariableIsSet("CORRIDOR_DEBUG"))
            context.note(error.detail());
    } catch (const std::bad_alloc&) {
        context.note(Cli::tr("There is not enough memory; close other programs and try again."));
    } catch (const std::exception& error) {
        context.note(Cli::tr("Something went wrong that should not (%1); please report it.")
                         .arg(QString::fromUtf8(error.what())));
    }
    return kCannotWork;
}

} // namespace

} // namespace corridor

int main(int argc, char** argv) {
    using namespace corridor;
    CliContext context;
    context.language = languageFromArguments(argc, argv, languageFromEnvironment());
    ensureUtf8();
    QCoreApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // Qt took over the environment's: libraries would read and write decimal commas
    QCoreApplication::setApplicationName(QStringLiteral("corridor"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CORRIDOR_VERSION));
    const int code = run(application, argc, argv, context);
    // A full disk behind standard output must not look like an answer.
    if (std::fflush(stdout) == 0 && !std::ferror(stdout))
        return code;
    context.note(Cli::tr("The output could not be written whole; check where it goes."));
    return kCannotWork;
}

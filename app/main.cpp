// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/cli/translation.h"
#include "app/headless.h"
#include "app/mainwindow.h"
#include "model/base/posix.h"

#include <QCommandLineParser>
#include <QFile>
#include <QHashFunctions>
#include <QTextStream>
#include <QTimer>

#include <cstring>

using namespace corridor;

namespace {

QString q(const char* text) {
    return QString::fromLatin1(text);
}

QString tr(const char* text) {
    return QCoreApplication::translate("CommandLine", text);
}

void addOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(tr("Corridor Planner: planning the computing-power corridor"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(q("PLAN"), tr("plan file (.gpkg)"), q("[PLAN]"));
    parser.addOptions(
        {{q("lang"), tr("language, zh or en"), q("LANGUAGE")},
         {q("theme"), tr("light or dark"), q("THEME")},
         {q("size"), tr("size of the window or picture"), q("WIDTHxHEIGHT")},
         {q("screenshot"), tr("save a picture of the window when it is painted and assessed, and quit"), q("FILE")},
         {q("select"), tr("select an object by code or name, for screenshots"), q("NAME")},
         {q("time-start"), tr("print the milliseconds from start to first painted map, and quit")},
         {q("headless"), tr("no window; with --render")},
         {q("render"), tr("draw the map to a picture (.png, .svg, .pdf)"), q("FILE")},
         {q("sheet"), tr("with --render: a map sheet of this size (A0 – A4)"), q("SIZE")},
         {q("sheet-set"), tr("with --sheet: what stands on it and how, for example scale=1500000"), q("KEY=VALUE")},
         {q("extent"), tr("what of the map to draw"), q("WEST,SOUTH,EAST,NORTH")},
         {q("scenario"), tr("code, name or id of the scenario to draw"), q("SCENARIO")},
         {q("year"), tr("year to draw"), q("YEAR")}});
}

/// The language of this run: as asked for, else as set, else as the environment says. Before the arguments are judged,
/// for help and complaints are made in it.
QString languageOf(Application& app) {
    QCommandLineParser parser;
    addOptions(parser);
    parser.parse(QCoreApplication::arguments());
    for (const QString& language : {parser.value(q("lang")), app.settings().language()})
        if (isLanguage(language))
            return language;
    return languageFromEnvironment();
}

int runHeadless(const QCommandLineParser& parser, bool english) {
    HeadlessJob job;
    job.plan = parser.positionalArguments().value(0);
    job.target = parser.value(q("render"));
    job.sheet = parser.value(q("sheet"));
    job.sheetSettings = parser.values(q("sheet-set"));
    job.size = parser.value(q("size"));
    job.extent = parser.value(q("extent"));
    job.scenario = parser.value(q("scenario"));
    job.year = parser.value(q("year"));
    job.english = english;
    job.dark = parser.value(q("theme")) == q("dark");
    try {
        if (job.plan.isEmpty() || job.target.isEmpty())
            throw Error(Blame::Usage,
                        message(CORRIDOR_MSG("Drawing without a window needs --render FILE and a plan.")));
        renderHeadless(job);
        return 0;
    } catch (const Error& error) {
        QTextStream(stderr) << error.sentence().text() << Qt::endl;
        return 2;
    }
}

/// Waits for the newest picture with the newest results, saves it and quits.
void quitAfterScreenshot(MainWindow& window, const QString& file) {
    auto* poll = new QTimer(&window);
    QObject::connect(poll, &QTimer::timeout, &window, [&window, file, poll] {
        if (!window.isSettled())
            return;
        poll->stop();
        QTimer::singleShot(50, &window, [&window, file] { QCoreApplication::exit(window.grab().save(file) ? 0 : 2); });
    });
    poll->start(20);
}

void quitAfterFirstMap(MainWindow& window) {
    QObject::connect(&window.canvas(), &MapCanvas::settled, &window, [] {
        QTextStream(stderr) << q("first painted map: %1 ms").arg(posix::sinceProcessStartMs(), 0, 'f', 0) << Qt::endl;
        QCoreApplication::exit(0);
    });
}

void selectByName(MainWindow& window, const QString& name) {
    constexpr Kind kinds[] = {Kind::Site, Kind::Junction, Kind::Span, Kind::Service, Kind::RiskGroup, Kind::Area};
    const EntityRef found = findByName(window.document().entities(), kinds, name);
    if (!found)
        return;
    window.selection().set({found->id});
    if (found.kind == Kind::Service)
        window.selection().setShownService(found->id);
}

void sizeWindow(MainWindow& window, const QCommandLineParser& parser, const Settings& settings) {
    if (parser.isSet(q("size"))) {
        const auto [width, height] = sizeFromText(parser.value(q("size")));
        window.resize(width, height);
    } else if (!window.restoreGeometry(settings.geometry())) {
        window.resize(1440, 900);
    }
}

int runWindow(Application& app, const QCommandLineParser& parser) {
    Presenter presenter;
    MainWindow window(app.settings(), presenter);
    presenter.setWindow(&window);
    QObject::connect(&window, &MainWindow::languageRequested, &app,
                     [&app](const QString& language) { app.useLanguage(language); });
    QObject::connect(&window, &MainWindow::themeRequested, &app, [&app](Theme theme) { app.useTheme(theme); });
    try {
        sizeWindow(window, parser, app.settings());
    } catch (const Error& error) {
        QTextStream(stderr) << error.sentence().text() << Qt::endl;
        return 2;
    }
    const bool automatic = parser.isSet(q("screenshot")) || parser.isSet(q("time-start"));
    const QString plan = parser.positionalArguments().value(0);
    if (!plan.isEmpty() && !window.files().open(plan) && automatic)
        return 2;
    if (plan.isEmpty())
        window.files().newPlan();
    window.show();
    selectByName(window, parser.value(q("select")));
    if (parser.isSet(q("time-start")))
        quitAfterFirstMap(window);
    if (parser.isSet(q("screenshot")))
        quitAfterScreenshot(window, parser.value(q("screenshot")));
    if (!automatic)
        QTimer::singleShot(0, &window, [&window] { window.files().offerRecovery(); });
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv) {
    // Before the application object: it decides which platform is loaded.
    for (int i = 1; i < argc; ++i)
        if (std::strcmp(argv[i], "--headless") == 0) {
            // The fonts in a PDF stand in the order of a hash: same plan, same bytes.
            QHashSeed::setDeterministicGlobalSeed();
            qputenv("QT_QPA_PLATFORM", "offscreen");
            // Standard error is for our one sentence, not for what Qt thinks of the environment.
            if (!qEnvironmentVariableIsSet("CORRIDOR_DEBUG"))
                qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
        }
    Application app(argc, argv);
    const QString language = languageOf(app);
    app.settings().overrideLanguage(language);
    app.useLanguage(language, false);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(app);
    if (parser.isSet(q("headless")))
        return runHeadless(parser, language == q("en"));
    const bool themed = parser.isSet(q("theme"));
    app.settings().overrideTheme(themed ? parser.value(q("theme")) == q("dark") ? Theme::Dark : Theme::Light
                                        : app.settings().theme());
    app.useTheme(app.settings().theme(), false);
    return runWindow(app, parser);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/application.h"
#include "app/mainwindow.h"
#include "model/store/contenthash.h"
#include "views/widgets/panels/evidencepanel.h"
#include "views/widgets/panels/findingspanel.h"
#include "views/widgets/panels/inspectorpanel.h"
#include "views/widgets/panels/objectpanel.h"
#include "views/widgets/panels/paneltext.h"
#include "views/widgets/panels/scenariobox.h"
#include "views/widgets/panels/servicespanel.h"

#include <QLineEdit>
#include <QTemporaryDir>
#include <QtTest>

namespace corridor::test {

/// Answers questions as a test says, and keeps what was asked and told.
class ScriptedPresenter : public Presenter {
public:
    void showError(const Error& error) override { errors += error.sentence().english(); }
    int ask(const QString& title, const QString& text, const QStringList& verbs) override {
        questions += title + QStringLiteral(": ") + text;
        lastVerbs = verbs;
        return answers.isEmpty() ? -1 : answers.takeFirst();
    }
    void showList(const QString& title, const QString&, const QStringList& sentences) override {
        lists += title + QStringLiteral(": ") + sentences.join(u'\n');
    }
    QString openFileName(const QString&, const QString&, const QString&) override { return fileName; }
    QStringList openFileNames(const QString&, const QString&, const QString&) override { return {fileName}; }
    QString saveFileName(const QString&, const QString&, const QString&) override { return fileName; }

    QStringList errors, questions, lists, lastVerbs;
    QList<int> answers;
    QString fileName;
};

inline QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The real window on a copy of the sample plan, with real widgets and no display.
class WindowFixture {
public:
    explicit WindowFixture(const QSize& size = {1600, 1000}) {
        static_cast<Application*>(qApp)->useLanguage(QStringLiteral("en"));
        plan = folder.filePath(QStringLiteral("plan.gpkg"));
        QFile::copy(QStringLiteral(CORRIDOR_SAMPLE), plan);
        QFile::setPermissions(plan, QFile::ReadOwner | QFile::WriteOwner);
        makeWindow(size);
    }

    void makeWindow(const QSize& size) {
        window = std::make_unique<MainWindow>(static_cast<Application*>(qApp)->settings(), presenter);
        presenter.setWindow(window.get());
        window->resize(size);
        window->show();
    }
    bool open() {
        if (!window->files().open(plan))
            return false;
        return settle();
    }
    bool settle() {
        QTest::qWait(1); // what was posted (a change of language, a request) comes first
        QCoreApplication::processEvents();
        return QTest::qWaitFor([this] { return window->isSettled(); }, 10000);
    }

    MainWindow& w() { return *window; }
    EntityId id(const char* code) const {
        const QString text = QString::fromLatin1(code);
        EntityId found;
        for (const Kind kind : {Kind::Site, Kind::Junction, Kind::Span, Kind::Service, Kind::RiskGroup})
            window->document().entities().forEach(kind, [&](const EntityRef& object) {
                if (object->code == text)
                    found = object->id;
            });
        return found;
    }
    QPoint pixelOf(const char* code) const {
        const auto position = nodePosition(window->document().entities(), id(code));
        return position ? window->canvas().viewport().pixelOf(*position).toPoint() : QPoint(-1, -1);
    }
    /// The Q13 finding on one path of Beijing–Horinger.
    const Finding* horinger(bool backup = false) const {
        const auto assessment = window->session().assessment();
        return assessment ? limitFinding(*assessment, id("YW-1301"), backup) : nullptr;
    }

    QTemporaryDir folder;
    QString plan;
    ScriptedPresenter presenter;
    std::unique_ptr<MainWindow> window;
};

/// Settings and recovery of a test run stand in a folder of their own.
inline void isolate() {
    static QTemporaryDir home;
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, home.path().toUtf8());
}

/// The result of a whole test program: in debug builds an event that kept the window from answering for over 100 ms is
/// a failure.
inline int judged(int failures, [[maybe_unused]] const Application& app) {
#ifdef CORRIDOR_WATCH_BLOCKING
    if (app.slowEvents() > 0) {
        qCritical("%d events were slower than 100 ms, the slowest %.0f ms", app.slowEvents(), app.slowestMs());
        return failures + 1;
    }
#endif
    return failures;
}

} // namespace corridor::test

/// Main of a test of the window: the real application object, with the watch over a blocked event loop.
#define CORRIDOR_WINDOW_TEST(Class)                                                                                    \
    int main(int argc, char** argv) {                                                                                  \
        corridor::test::isolate();                                                                                     \
        corridor::Application app(argc, argv);                                                                         \
        app.setWatchdog(100);                                                                                          \
        app.useTheme(corridor::Theme::Light, false);                                                                   \
        Class test;                                                                                                    \
        return corridor::test::judged(QTest::qExec(&test, argc, argv), app);                                           \
    }

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/cli/translation.h"
#include "model/session/resources.h"
#include "views/widgets/theme.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QMetaEnum>
#include <QThread>

namespace corridor {

Application::Application(int& argc, char** argv)
    : QApplication(argc, argv) {
    setOrganizationName(QStringLiteral("corridor-planner"));
    setApplicationName(QStringLiteral("corridor-planner"));
    setApplicationVersion(QStringLiteral(CORRIDOR_VERSION));
#ifndef NDEBUG
    mWatchMs = 100;
#endif
}

void Application::useLanguage(const QString& language, bool keep) {
    if (keep)
        mSettings.setLanguage(language);
    // What Qt itself words or formats (file dialogs, number fields) follows the language of the program, not that of
    // the environment.
    QLocale::setDefault(language == QStringLiteral("en") ? QLocale(QLocale::English, QLocale::UnitedStates)
                                                         : QLocale(QLocale::Chinese, QLocale::China));
    installTranslators(*this, language, resourceFolder() + QStringLiteral("/i18n"));
}

void Application::useTheme(Theme theme, bool keep) {
    if (keep)
        mSettings.setTheme(theme);
    applyTheme(*this, theme);
}

// Events of one loop level are measured whole; what is sent from within them is part of them. An event that runs a loop
// of its own (a dialog, background work) does not block: its inner events are measured instead.
bool Application::notify(QObject* receiver, QEvent* event) {
    if (mWatchMs <= 0 || QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    const int level = QThread::currentThread()->loopLevel() + 1; // a test works events off without a loop
    if (level == mLevel)
        return QApplication::notify(receiver, event);
    const int outer = std::exchange(mLevel, level);
    mNested = false;
    const int type = event->type();
    const QByteArray name = receiver->metaObject()->className(); // the receiver may be gone afterwards
    QElapsedTimer timer;
    timer.start();
    const bool result = QApplication::notify(receiver, event);
    if (!mNested)
        judge(name, type, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    mLevel = outer;
    mNested = outer != 0;
    return result;
}

void Application::judge(const QByteArray& receiver, int type, double ms) {
    mSlowestMs = std::max(mSlowestMs, ms);
    if (ms <= mWatchMs)
        return;
    ++mSlowEvents;
    const char* name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    qWarning("The window did not answer for %.0f ms (%s to %s)", ms, name ? name : "event", receiver.constData());
}

} // namespace corridor

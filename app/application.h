// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings.h"

#include <QApplication>

namespace corridor {

/// The running program: language, theme, and a watch over how long the event loop is blocked.
class Application : public QApplication {
    Q_OBJECT
public:
    Application(int& argc, char** argv);

    Settings& settings() { return mSettings; }
    /// Puts a language in place and remembers it unless `keep` is off (command line). Widgets are told by
    /// QEvent::LanguageChange.
    void useLanguage(const QString& language, bool keep = true);
    void useTheme(Theme theme, bool keep = true);

    /// Reports every event that keeps the window from answering for longer than this; 0 = no watch (release builds).
    void setWatchdog(int milliseconds) { mWatchMs = milliseconds; }
    /// How many events were too slow so far, and the slowest.
    int slowEvents() const { return mSlowEvents; }
    double slowestMs() const { return mSlowestMs; }

    bool notify(QObject* receiver, QEvent* event) override;

private:
    void judge(const QByteArray& receiver, int type, double ms);

    Settings mSettings;
    int mWatchMs = 0;
    int mLevel = 0;       ///< of the event loop whose event is being watched
    bool mNested = false; ///< a loop ran inside it: its time is no blocking
    int mSlowEvents = 0;
    double mSlowestMs = 0;
};

} // namespace corridor

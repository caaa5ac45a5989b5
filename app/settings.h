// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/tokens.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace corridor {

/// What the program remembers of its user from run to run; nothing of it belongs to a plan.
class Settings {
public:
    /// "zh" or "en"; empty = never chosen.
    QString language() const;
    /// For this run only (command line, environment): what is remembered stays.
    void overrideLanguage(const QString& language) { mLanguage = language; }
    void setLanguage(const QString& language);
    Theme theme() const;
    void overrideTheme(Theme theme) { mTheme = theme; }
    void setTheme(Theme theme);
    bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    bool snapping() const;
    void setSnapping(bool on);

    static constexpr int mostRecent = 10;
    /// Absolute paths, newest first; files that are gone are left out.
    QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void clearRecentFiles();
    /// Where file dialogs begin.
    QString lastFolder() const;
    void setLastFolder(const QString& folder);

    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    /// Arrangement of the docks; wide and narrow windows have their own.
    QByteArray dockState(bool wide) const;
    void setDockState(bool wide, const QByteArray& state);

private:
    std::optional<QString> mLanguage;
    std::optional<Theme> mTheme;
};

} // namespace corridor

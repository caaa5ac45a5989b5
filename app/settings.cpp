// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace corridor {

namespace {

template <class T>
T read(const char* key, const T& fallback) {
    return QSettings().value(QString::fromLatin1(key), QVariant::fromValue(fallback)).template value<T>();
}

template <class T>
void write(const char* key, const T& value) {
    QSettings().setValue(QString::fromLatin1(key), QVariant::fromValue(value));
}

const char* dockKey(bool wide) {
    return wide ? "window/docks-wide" : "window/docks-narrow";
}

} // namespace

QString Settings::language() const {
    return mLanguage ? *mLanguage : read("language", QString());
}

void Settings::setLanguage(const QString& language) {
    mLanguage = language;
    write("language", language);
}

Theme Settings::theme() const {
    if (mTheme)
        return *mTheme;
    return read("theme", QString()) == QStringLiteral("dark") ? Theme::Dark : Theme::Light;
}

void Settings::setTheme(Theme theme) {
    mTheme = theme;
    write("theme", theme == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
}

bool Settings::reducedMotion() const {
    return read("reduced-motion", false);
}

void Settings::setReducedMotion(bool reduced) {
    write("reduced-motion", reduced);
}

bool Settings::snapping() const {
    return read("snapping", true);
}

void Settings::setSnapping(bool on) {
    write("snapping", on);
}

QStringList Settings::recentFiles() const {
    QStringList files = read("recent", QStringList());
    files.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return files;
}

void Settings::addRecentFile(const QString& path) {
    QStringList files = read("recent", QStringList());
    files.removeAll(path);
    files.prepend(path);
    write("recent", QStringList(files.mid(0, mostRecent)));
    setLastFolder(QFileInfo(path).absolutePath());
}

void Settings::clearRecentFiles() {
    write("recent", QStringList());
}

QString Settings::lastFolder() const {
    const QString folder = read("folder", QString());
    return QDir(folder).exists() && !folder.isEmpty()
               ? folder
               : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void Settings::setLastFolder(const QString& folder) {
    write("folder", folder);
}

QByteArray Settings::geometry() const {
    return read("window/geometry", QByteArray());
}

void Settings::setGeometry(const QByteArray& geometry) {
    write("window/geometry", geometry);
}

QByteArray Settings::dockState(bool wide) const {
    return read(dockKey(wide), QByteArray());
}

void Settings::setDockState(bool wide, const QByteArray& state) {
    write(dockKey(wide), state);
}

} // namespace corridor

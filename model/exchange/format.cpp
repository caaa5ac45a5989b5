// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/format.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace corridor {

namespace {

#define FORMAT(text) QT_TRANSLATE_NOOP("Format", text)

constexpr Format kFormats[] = {
    {"csv", FORMAT("CSV table"), "csv tsv txt", true, true,
     FORMAT("One scenario is written, with its parents' values resolved; results are not.")},
    {"geojson", FORMAT("GeoJSON layer"), "geojson json", true, true,
     FORMAT("Only layers with a geometry are written, of one scenario; numbers keep 15 digits.")},
};

} // namespace

QString Format::labelText() const {
    return QCoreApplication::translate("Format", label);
}

QString Format::losesText() const {
    return *loses ? QCoreApplication::translate("Format", loses) : QString();
}

std::span<const Format> exchangeFormats() {
    return kFormats;
}

const Format* formatNamed(QStringView name) {
    for (const Format& format : kFormats)
        if (name.compare(QLatin1String(format.name), Qt::CaseInsensitive) == 0)
            return &format;
    return nullptr;
}

const Format* formatOfPath(const QString& path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix.isEmpty() || QFileInfo(path).isDir())
        return nullptr;
    for (const Format& format : kFormats)
        if (format.extensionList().contains(suffix))
            return &format;
    return nullptr;
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <span>

namespace corridor {

/// What a file format says of itself, so that menus, help texts and warnings are made from one list.
struct Format {
    const char* name;       ///< as given on the command line: "csv"
    const char* label;      ///< English label, context "Format"
    const char* extensions; ///< without dots, separated by spaces: "geojson json"
    bool reads;
    bool writes;
    const char*
        loses; ///< what does not survive export and import, as an English sentence (context "Format"); empty = nothing
    bool hasLines = false;   ///< read rows are lines or rows of a sheet; else objects that are counted
    bool oneFile = false;    ///< everything that is written goes into one file
    bool placesOnly = false; ///< only objects with a geometry are written

    QStringList extensionList() const { return QString::fromLatin1(extensions).split(u' '); }
    QString labelText() const;
    QString losesText() const;
};

/// All formats that import and export know.
std::span<const Format> exchangeFormats();

/// The format of that name; null when there is none.
const Format* formatNamed(QStringView name);

/// The format a file name's extension stands for (any case); null for a folder or an unknown extension.
const Format* formatOfPath(const QString& path);

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace corridor {

/// One entry of a .ts file.
struct TextEntry {
    QString context;
    QString source;
    QString comment;      ///< tells apart equal texts of one context
    QStringList forms;    ///< the translation; several where the text counts something (%n)
    bool counts = false;  ///< has plural forms
    bool settled = false; ///< translated and not marked unfinished

    QString key() const { return context + u'\x1f' + source + u'\x1f' + comment; }
    /// "context: source", for complaints.
    QString label() const { return context + QLatin1String(": ") + source; }
};

/// The entries of a .ts file in its order, without those whose text is gone from the sources. Throws
/// std::runtime_error, naming the file, if it cannot be read as XML.
std::vector<TextEntry> readTexts(const QString& path);

/// What is wrong with a translation whatever its language: none, other placeholders, line breaks or mnemonics than the
/// text has. Empty when nothing is.
QStringList faultsOf(const TextEntry& entry);

/// What is not Chinese as this program writes it: words of courtesy and cheer, half-width punctuation after a Chinese
/// character, no space between Chinese and a Latin word or number. Empty when nothing is.
QStringList faultsOfChinese(const TextEntry& entry);

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace corridor {

/// Text of a file with the encoding it was read in.
struct DecodedText {
    QString text;
    QByteArray encoding; ///< "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030" or as asked for
};

/// Decodes the bytes of a text file. `encoding` empty = found out: a byte order mark decides, then valid UTF-8, else
/// GB18030 (which contains GBK and GB2312). Any name that iconv knows may be given. Throws Error (FileContent;
/// Usage for an unknown name) with a sentence that names `file`.
DecodedText decodeText(const QByteArray& bytes, const QByteArray& encoding, const QString& file);

/// One record of a CSV file.
struct CsvRow {
    int line = 0; ///< where it starts, from 1
    QStringList cells;
};

/// A CSV file as read: RFC 4180 records, line ends CR LF, LF or CR; empty lines are left out.
struct CsvDocument {
    QChar delimiter = u',';
    QStringList header;
    std::vector<CsvRow> rows;
};

/// Reads CSV with a header row. The delimiter (comma, semicolon, tab or bar) is the one that the header holds most of
/// outside quotes; a first line "sep=;" as Excel writes it decides. A quote inside an unquoted cell is an ordinary
/// character. Throws Error (FileContent), naming file and line, for an empty file and for a quote that is never closed.
/// `goOn` is asked now and then, with the part done (0–1) and the rows so far; when it says no, Error (Cancelled).
CsvDocument parseCsv(const QString& text, const QString& file,
                     const std::function<bool(double, qint64)>& goOn = nullptr);

/// Makes cells that equal those above them share their text: a million rows of one status hold it once.
void shareCells(QStringList& cells, const QStringList& above);

/// One record with CR LF at its end; cells with the delimiter, quotes or line breaks are quoted.
QString csvRecord(const QStringList& cells);

/// Spreadsheets run cells that start with = + - @ (or a tab or return) as formulas. Text like that is written with an
/// apostrophe in front, and so is text that already starts with apostrophes followed by one of these, so that
/// unguarded(guarded(x)) == x for every x.
QString guarded(const QString& text);
/// Takes the apostrophe of guarded() away.
QString unguarded(const QString& text);

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/source.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

namespace corridor {

/// One cell of a workbook as its XML has it.
struct XlsxCell {
    QString type; ///< "s" text, "n" number, "b", "f" formula, "" blank
    QString value;
    QString format; ///< "#,##0.00"
};

struct XlsxSheetText {
    QString name;
    QMap<QString, XlsxCell> cells; ///< by "C5"
    QString pane, filter;          ///< "D2", "A1:F9"
    int validations = 0;

    XlsxCell at(const QString& cell) const { return cells.value(cell); }
};

struct XlsxText {
    QList<XlsxSheetText> sheets;
    QStringList parts;  ///< of the package, in order
    QStringList charts; ///< their XML
    int large = 0;      ///< parts that claim to need the format for more than 4 GiB
    QString core;       ///< its properties
    const XlsxSheetText* sheet(const QString& name) const {
        for (const XlsxSheetText& each : sheets)
            if (each.name == name)
                return &each;
        return nullptr;
    }
};

/// Unzips a workbook and reads its XML, by nothing that wrote it.
inline XlsxText readXlsx(const QString& path) {
    static const char script[] = R"PY(
import json, re, sys, zipfile
from xml.etree import ElementTree as E
m = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
r = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
z, raw = zipfile.ZipFile(sys.argv[1]), open(sys.argv[1], 'rb').read()
def text(e):
    t = ''.join(x.text or '' for x in e.iter(m + 't'))
    return re.sub(r'_x([0-9A-F]{4})_', lambda g: chr(int(g.group(1), 16)), t)
strings = [text(e) for e in E.fromstring(z.read('xl/sharedStrings.xml'))]
styles = E.fromstring(z.read('xl/styles.xml'))
codes = {e.get('numFmtId'): e.get('formatCode') for e in styles.iter(m + 'numFmt')}
codes.update({'0': 'General', '1': '0', '2': '0.00', '3': '#,##0', '4': '#,##0.00', '49': '@'})
formats = [codes.get(e.get('numFmtId'), '?') for e in styles.find(m + 'cellXfs')]
book = E.fromstring(z.read('xl/workbook.xml'))
out = {'parts': z.namelist(), 'large': sum(raw[i.header_offset + 4] >= 45 for i in z.infolist()), 'core': z.read('docProps/core.xml').decode(), 'sheets': [],
       'charts': [z.read(n).decode() for n in z.namelist() if n.startswith('xl/charts/')]}
for i, s in enumerate(book.iter(m + 'sheet')):
    x = E.fromstring(z.read('xl/worksheets/sheet%d.xml' % (i + 1)))
    cells = {}
    for c in x.iter(m + 'c'):
        v = c.find(m + 'v')
        kind = c.get('t', 'n' if v is not None else '')
        value = '' if v is None else strings[int(v.text)] if kind == 's' else v.text
        cells[c.get('r')] = ['f' if c.find(m + 'f') is not None else kind, value, formats[int(c.get('s', 0))]]
    pane, auto, checks = x.find('.//' + m + 'pane'), x.find(m + 'autoFilter'), x.find(m + 'dataValidations')
    out['sheets'].append({'name': s.get('name'), 'cells': cells, 'pane': '' if pane is None else pane.get('topLeftCell'),
                          'filter': '' if auto is None else auto.get('ref'),
                          'validations': 0 if checks is None else len(checks)})
print(json.dumps(out))
)PY";
    QProcess python;
    python.start(QStringLiteral("python3"), {QStringLiteral("-c"), QString::fromLatin1(script), path});
    if (!python.waitForFinished() || python.exitCode() != 0)
        qFatal("the workbook cannot be read: %s", python.readAllStandardError().constData());
    const QJsonObject root = QJsonDocument::fromJson(python.readAllStandardOutput()).object();
    XlsxText out;
    out.large = root[QLatin1String("large")].toInt();
    out.core = root[QLatin1String("core")].toString();
    for (const QJsonValue part : root[QLatin1String("parts")].toArray())
        out.parts += part.toString();
    for (const QJsonValue chart : root[QLatin1String("charts")].toArray())
        out.charts += chart.toString();
    for (const QJsonValue each : root[QLatin1String("sheets")].toArray()) {
        XlsxSheetText sheet;
        sheet.name = each[QLatin1String("name")].toString();
        sheet.pane = each[QLatin1String("pane")].toString();
        sheet.filter = each[QLatin1String("filter")].toString();
        sheet.validations = each[QLatin1String("validations")].toInt();
        const QJsonObject cells = each[QLatin1String("cells")].toObject();
        for (auto cell = cells.begin(); cell != cells.end(); ++cell) {
            const QJsonArray parts = cell->toArray();
            sheet.cells[cell.key()] = {parts[0].toString(), parts[1].toString(), parts[2].toString()};
        }
        out.sheets += sheet;
    }
    return out;
}

/// "AB12" → column from 0 and row from 0.
inline std::pair<int, int> placeOf(const QString& cell) {
    int column = 0, at = 0;
    for (; at < cell.size() && cell[at].isLetter(); ++at)
        column = column * 26 + cell[at].unicode() - u'A' + 1;
    return {column - 1, cell.mid(at).toInt() - 1};
}

/// A sheet as a reader of spreadsheets hands it on: the first row names the columns, dates as days since 1899.
inline SourceTable asTable(const XlsxSheetText& sheet) {
    SourceTable table;
    table.file = QStringLiteral("book.xlsx");
    table.name = sheet.name;
    QMap<int, QMap<int, QString>> rows;
    int columns = 0;
    for (auto cell = sheet.cells.begin(); cell != sheet.cells.end(); ++cell) {
        const auto [column, row] = placeOf(cell.key());
        rows[row][column] = cell->value;
        columns = std::max(columns, column + 1);
    }
    for (int column = 0; column < columns; ++column)
        table.columns += rows[0].value(column);
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        if (row.key() == 0)
            continue;
        SourceRow out{row.key() + 1, {}, {}, {}};
        for (int column = 0; column < columns; ++column)
            out.cells += row->value(column);
        table.rows.push_back(out);
    }
    return table;
}

} // namespace corridor

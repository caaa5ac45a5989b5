// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/sheet/sheettable.h"

#include "model/plan/settings.h"
#include "model/session/pathlimits.h"
#include "views/paint/rtttext.h"
#include "views/paint/sheet/sheetlayout.h"
#include "views/paint/symbols.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

constexpr qreal rowMm = 4.6, paddingMm = 2, markMm = 5, longestNameMm = 46;

QString tr(const char* text) {
    return QCoreApplication::translate("Sheet", text);
}

QString signedText(double value, const QString& digits) {
    return (value < 0 ? QString(QChar(0x2212)) : QStringLiteral("+")) + digits;
}

} // namespace

SheetTable::SheetTable(const MapScene& scene, int mostRows) {
    if (scene.assessment)
        collect(scene);
    // What is nearest to its limit is what a meeting talks about.
    std::stable_sort(mRows.begin(), mRows.end(), [](const Row& a, const Row& b) {
        return a.share.value_or(INFINITY) < b.share.value_or(INFINITY);
    });
    if (rowCount() > mostRows) {
        mLeftOut = rowCount() - mostRows;
        mRows.resize(static_cast<std::size_t>(mostRows));
    }
}

void SheetTable::collect(const MapScene& scene) {
    const PathLimits limits(*scene.assessment);
    for (const ServiceRoute& route : scene.assessment->routes)
        for (const bool backup : {false, true}) {
            const RoutedPath& path = route.path(backup);
            const Finding* limit = limits.of(route.service, backup);
            if (!path.exists || !limit || !limit->limit)
                continue;
            const EntityRef service = scene.entities.find(route.service);
            Row row;
            row.service = route.service;
            row.name = service ? displayName(*service, scene.english) : QString();
            row.role = backup ? tr("Backup") : tr("Primary");
            row.value = msText(path.rtt.totalMs, limit->limit);
            row.limit = plainText(*limit->limit);
            const double margin = *limit->limit - path.rtt.totalMs;
            row.margin = signedText(margin, msText(std::abs(margin), 0.0));
            row.share = margin / std::max(*limit->limit, 1e-9);
            row.verdict = limit->verdict;
            row.severity = limit->severity;
            mRows.push_back(std::move(row));
        }
}

QStringList SheetTable::heads() const {
    return {tr("Round trips, ms"), QString(), tr("Value"), tr("Limit"), tr("Margin")};
}

std::vector<qreal> SheetTable::columnWidths() const {
    std::vector<qreal> widths;
    for (const QString& head : heads())
        widths.push_back(SheetPen::widthOf(head, sheetBodyPx));
    widths[0] = 0; // its head may run on over the next column, which has none
    for (const Row& row : mRows) {
        const QString* cells[] = {&row.name, &row.role, &row.value, &row.limit, &row.margin};
        for (std::size_t i = 0; i < std::size(cells); ++i)
            widths[i] = std::max(widths[i], SheetPen::widthOf(*cells[i], sheetBodyPx, i == 2));
    }
    widths[0] = std::min(widths[0], px(longestNameMm));
    return widths;
}

QSizeF SheetTable::size() const {
    if (isEmpty())
        return {};
    qreal width = px(paddingMm + markMm);
    for (const qreal column : columnWidths())
        width += column + px(paddingMm);
    return {width, px(rowMm) * (rowCount() + 1 + (mLeftOut > 0 ? 1 : 0)) + px(1)};
}

void SheetTable::paintRow(SheetPen& pen, std::size_t index, qreal left, qreal top,
                          const std::vector<qreal>& widths) const {
    const Row& row = mRows[index];
    const bool again = index > 0 && mRows[index - 1].service == row.service;
    const QString cells[] = {again ? QString() : row.name, row.role, row.value, row.limit, row.margin};
    qreal x = left + px(paddingMm);
    for (std::size_t i = 0; i < std::size(cells); ++i) {
        pen.text({x, top, widths[i], px(rowMm)}, i < 2 ? Qt::AlignLeft : Qt::AlignRight, cells[i], sheetBodyPx, i == 2);
        x += widths[i] + px(paddingMm);
    }
    if (row.verdict)
        paintVerdictMark(pen.painter(), {x + px(markMm - paddingMm) / 2, top + px(rowMm) / 2}, 13, *row.verdict,
                         row.severity == Severity::Binding ? MarkFill::Filled : MarkFill::Outlined, Theme::Light);
}

void SheetTable::paint(SheetPen& pen, const QRectF& rect) const {
    const std::vector<qreal> widths = columnWidths();
    const QStringList head = heads();
    pen.painter().fillRect(rect, Qt::white);
    pen.painter().fillRect(QRectF(rect.topLeft(), QSizeF(rect.width(), px(rowMm))),
                           tokenColor(Token::Header, Theme::Light));
    qreal x = rect.left() + px(paddingMm), y = rect.top();
    for (int i = 0; i < head.size(); ++i) {
        const qreal width = i == 0 ? widths[0] + widths[1] + px(paddingMm) : widths[static_cast<std::size_t>(i)];
        pen.text({x, y, width, px(rowMm)}, i < 2 ? Qt::AlignLeft : Qt::AlignRight, head[i], sheetBodyPx, false,
                 Token::Text2);
        x += widths[static_cast<std::size_t>(i)] + px(paddingMm);
    }
    for (std::size_t i = 0; i < mRows.size(); ++i) {
        y += px(rowMm);
        pen.line({rect.left(), y}, {rect.right(), y}, 0.15, Token::Border);
        paintRow(pen, i, rect.left(), y, widths);
    }
    if (mLeftOut > 0)
        pen.text({rect.left() + px(paddingMm), y + px(rowMm), rect.width() - px(2 * paddingMm), px(rowMm)},
                 Qt::AlignLeft,
                 QCoreApplication::translate("Sheet", "and %n further paths with more margin", nullptr, mLeftOut),
                 sheetBodyPx, false, Token::Text2);
    pen.frame(rect, 0.25);
}

} // namespace corridor

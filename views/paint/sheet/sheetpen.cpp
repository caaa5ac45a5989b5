// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/sheet/sheetpen.h"

#include "views/paint/fonts.h"
#include "views/paint/sheet/sheetlayout.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainterPath>
#include <QTextLayout>

namespace corridor {

SheetPen::SheetPen(QPainter& painter)
    : mPainter(painter)
    , mOutlines(painter.paintEngine()->type() == QPaintEngine::SVG) {}

void SheetPen::frame(const QRectF& rect, qreal widthMm, Token token) {
    mPainter.setPen(QPen(tokenColor(token, Theme::Light), px(widthMm), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    mPainter.setBrush(Qt::NoBrush);
    mPainter.drawRect(rect);
}

void SheetPen::line(QPointF from, QPointF to, qreal widthMm, Token token) {
    mPainter.setPen(QPen(tokenColor(token, Theme::Light), px(widthMm), Qt::SolidLine, Qt::FlatCap));
    mPainter.drawLine(from, to);
}

void SheetPen::draw(QPointF baseline, const QString& text, const QFont& font, Token token) {
    const QColor color = tokenColor(token, Theme::Light);
    if (mOutlines) {
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        path.addText(baseline, font, text);
        mPainter.fillPath(path, color);
        return;
    }
    mPainter.setFont(font);
    mPainter.setPen(color);
    mPainter.drawText(baseline, text);
}

qreal SheetPen::text(const QRectF& rect, Qt::Alignment alignment, const QString& text, qreal size, bool bold,
                     Token token) {
    const QFont font = programFont(size, bold);
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width() + 0.5);
    const qreal width = metrics.horizontalAdvance(shown);
    const qreal x = alignment & Qt::AlignRight     ? rect.right() - width
                    : alignment & Qt::AlignHCenter ? rect.center().x() - width / 2
                                                   : rect.left();
    // By the capitals, which stand in the middle of Chinese characters too.
    draw({x, rect.center().y() + 0.37 * size}, shown, font, token);
    return width;
}

qreal SheetPen::paragraph(const QRectF& rect, const QString& text, qreal size, Token token) {
    const QFont font = programFont(size);
    QTextLayout layout(text, font);
    layout.beginLayout();
    qreal y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(rect.width());
        if (y + lineHeight(size) > rect.height() + 0.5)
            break;
        draw({rect.left(), rect.top() + y + lineHeight(size) / 2 + 0.37 * size},
             text.mid(line.textStart(), line.textLength()).trimmed(), font, token);
        y += lineHeight(size);
    }
    layout.endLayout();
    return y;
}

qreal SheetPen::paragraphHeight(qreal width, const QString& text, qreal size) {
    QTextLayout layout(text, programFont(size));
    layout.beginLayout();
    int lines = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine(), ++lines)
        line.setLineWidth(width);
    layout.endLayout();
    return lines * lineHeight(size);
}

qreal SheetPen::widthOf(const QString& text, qreal size, bool bold) {
    return QFontMetricsF(programFont(size, bold)).horizontalAdvance(text);
}

qreal SheetPen::lineHeight(qreal size) {
    return size * 1.5;
}

} // namespace corridor

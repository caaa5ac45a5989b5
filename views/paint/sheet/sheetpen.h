// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/tokens.h"

#include <QPainter>
#include <QRectF>
#include <QString>

namespace corridor {

/// Type sizes of sheets, pixels of the look: title 7.5 mm, body 2.7 mm, smallest 2.25 mm.
inline constexpr qreal sheetTitlePx = 34, sheetHeadPx = 15, sheetBodyPx = 12, sheetSmallPx = 10;

/// Lines and texts of a sheet: light tokens, black frames. Texts keep being texts, with their fonts, but for SVG, where
/// another machine may not have them: there they are outlines.
class SheetPen {
public:
    explicit SheetPen(QPainter& painter);

    QPainter& painter() { return mPainter; }
    void frame(const QRectF& rect, qreal widthMm, Token token = Token::Text);
    void line(QPointF from, QPointF to, qreal widthMm, Token token = Token::Text);
    /// One line of text in a rectangle, elided to it. Returns the width it takes.
    qreal text(const QRectF& rect, Qt::Alignment alignment, const QString& text, qreal size = sheetBodyPx,
               bool bold = false, Token token = Token::Text);
    /// Lines broken to the width, from the top; those that find no room are left out. Returns the height taken.
    qreal paragraph(const QRectF& rect, const QString& text, qreal size = sheetBodyPx, Token token = Token::Text);
    /// What paragraph() takes where there is room.
    static qreal paragraphHeight(qreal width, const QString& text, qreal size);
    static qreal widthOf(const QString& text, qreal size, bool bold = false);
    static qreal lineHeight(qreal size);

private:
    void draw(QPointF baseline, const QString& text, const QFont& font, Token token);

    QPainter& mPainter;
    bool mOutlines;
};

} // namespace corridor

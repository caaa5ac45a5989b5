// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/groundsigns.h"

namespace corridor {

void paintBorderSign(QPainter& painter, const QRectF& rect, Theme theme) {
    const QLineF line(rect.left(), rect.center().y(), rect.right(), rect.center().y());
    QColor band = tokenColor(Token::Province, theme);
    band.setAlphaF(0.13F);
    painter.setPen(QPen(band, 7, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(line);
    QPen dashes(tokenColor(Token::Province, theme), 1.15, Qt::SolidLine, Qt::FlatCap);
    dashes.setDashPattern({9 / 1.15, 3 / 1.15, 1.5 / 1.15, 3 / 1.15});
    painter.setPen(dashes);
    painter.drawLine(line);
}

void paintWaterSign(QPainter& painter, const QRectF& rect, Theme theme) {
    painter.setPen(QPen(tokenColor(Token::Shore, theme), 1));
    painter.setBrush(tokenColor(Token::Water, theme));
    painter.drawRect(QRectF(rect.left() + 1.5, rect.center().y() - 4.5, rect.width() - 3, 9));
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/layericons.h"

#include "views/paint/fonts.h"
#include "views/paint/groundsigns.h"
#include "views/paint/ways.h"
#include "views/widgets/theme.h"

#include <QCoreApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>

#include <array>

namespace corridor {

namespace {

void paintPlaceNames(QPainter& painter, const QRectF& rect) {
    painter.setFont(programFont(rect.height() * 0.8));
    painter.setPen(themeColor(Token::Text2));
    painter.drawText(rect, Qt::AlignCenter, QCoreApplication::translate("LayerPanel", "Aa", "sign of place names"));
}

/// Line styles need the ground they are made for: the inside of a high-speed railway is land.
void paintGround(QPainter& painter, const QRectF& rect) {
    painter.fillRect(QRectF(rect.left(), rect.center().y() - 5, rect.width(), 10), themeColor(Token::Land));
}

void paintLayer(QPainter& painter, BaseLayer layer, const QRectF& rect) {
    if (layer == BaseLayer::PlaceNames)
        return paintPlaceNames(painter, rect);
    if (layer == BaseLayer::Water)
        return paintWaterSign(painter, rect, currentTheme());
    paintGround(painter, rect);
    const qreal y = rect.center().y();
    const auto across = [&](qreal dy) {
        return std::array{LinePiece{{QPointF(rect.left(), y + dy), QPointF(rect.right(), y + dy)}, 0}};
    };
    switch (layer) {
    case BaseLayer::Railways:
        paintHighSpeedRailways(painter, across(-2.5), currentTheme());
        paintRailways(painter, across(2.5), currentTheme());
        break;
    case BaseLayer::Expressways:
        paintExpressways(painter, across(0), currentTheme());
        break;
    default:
        paintBorderSign(painter, rect, currentTheme());
    }
}

class LayerIconEngine : public QIconEngine {
public:
    explicit LayerIconEngine(BaseLayer layer)
        : mLayer(layer) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        // Drawn as 16 px high, whatever the device's pixels are.
        const qreal scale = rect.height() / 16.0;
        painter->translate(rect.topLeft());
        painter->scale(scale, scale);
        paintLayer(*painter, mLayer, QRectF(0, 0, rect.width() / scale, 16));
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new LayerIconEngine(mLayer); }

private:
    BaseLayer mLayer;
};

} // namespace

QIcon baseLayerIcon(BaseLayer layer) {
    return QIcon(new LayerIconEngine(layer));
}

} // namespace corridor

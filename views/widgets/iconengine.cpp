// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/iconengine.h"

#include "views/widgets/lookresources.h"
#include "views/widgets/theme.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace corridor {

namespace {

const QString programName = QStringLiteral("corridor-planner");

QString iconFile(const QString& name) {
    ensureLookResources();
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

/// The SVG centred in `size` device pixels; black strokes take the colour, the transparent ground stays.
QPixmap renderTinted(const QString& name, const QSize& size, const QColor& color) {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QSvgRenderer svg(iconFile(name));
    const int side = std::min(size.width(), size.height());
    QPainter painter(&pixmap);
    const QPoint corner((size.width() - side) / 2, (size.height() - side) / 2); // whole pixels keep the lines sharp
    svg.render(&painter, QRectF(corner, QSizeF(side, side)));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
}

} // namespace

IconEngine::IconEngine(QString name, std::optional<Token> fixed)
    : mName(std::move(name))
    , mFixed(fixed) {}

void IconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) {
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
    QPixmap image = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
    image.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect, image);
}

QPixmap IconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) {
    if (size.isEmpty())
        return {};
    const QColor color = themeColor(tint(mode, state));
    const QString key = QStringLiteral("corridor-icon/%1/%2x%3/%4")
                            .arg(mName)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(color.rgba(), 0, 16);
    QPixmap image;
    if (!QPixmapCache::find(key, &image)) {
        image = renderTinted(mName, size, color);
        QPixmapCache::insert(key, image);
    }
    return image;
}

QIconEngine* IconEngine::clone() const {
    return new IconEngine(mName, mFixed);
}

QString IconEngine::key() const {
    return QStringLiteral("corridor");
}

bool IconEngine::isNull() {
    return !QFile::exists(iconFile(mName));
}

Token IconEngine::tint(QIcon::Mode mode, QIcon::State state) const {
    if (mode == QIcon::Disabled)
        return Token::Disabled;
    if (mFixed)
        return *mFixed;
    if (mode == QIcon::Selected || state == QIcon::On)
        return Token::Accent;
    return mode == QIcon::Active ? Token::Text : Token::Text2;
}

QIcon themedIcon(const QString& name) {
    return QFile::exists(iconFile(name)) ? QIcon(new IconEngine(name)) : QIcon();
}

QIcon themedIcon(const QString& name, Token color) {
    return QFile::exists(iconFile(name)) ? QIcon(new IconEngine(name, color)) : QIcon();
}

QIcon programIcon() {
    QIcon icon;
    QSvgRenderer svg(iconFile(programName));
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        svg.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

QStringList iconNames() {
    ensureLookResources();
    QStringList names;
    const auto files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (const QString& file : files) {
        const QString name = file.chopped(4);
        if (name != programName)
            names.append(name);
    }
    return names;
}

} // namespace corridor

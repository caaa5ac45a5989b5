// SPDX-License-Identifier: GPL-3.0-or-later
// Build step: draws an SVG icon at fixed sizes, for menus that cannot draw SVG themselves.
// corridor-render-icons ICON.svg FOLDER SIZE...: writes FOLDER/SIZE.png for each size in pixels.
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QString>
#include <QSvgRenderer>

#include <cstdio>

namespace {

bool draw(QSvgRenderer& icon, int sizePx, const QString& file) {
    QImage image(sizePx, sizePx, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    icon.render(&painter);
    painter.end();
    return image.save(file, "PNG");
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::fprintf(stderr, "usage: corridor-render-icons ICON.svg FOLDER SIZE...\n");
        return 2;
    }
    QSvgRenderer icon(QString::fromLocal8Bit(argv[1]));
    const QDir folder(QString::fromLocal8Bit(argv[2]));
    if (!icon.isValid() || !folder.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "%s is no SVG file, or %s cannot be made\n", argv[1], argv[2]);
        return 2;
    }
    for (int i = 3; i < argc; ++i) {
        const int sizePx = QString::fromLatin1(argv[i]).toInt();
        const QString file = folder.filePath(QStringLiteral("%1.png").arg(sizePx));
        if (sizePx <= 0 || !draw(icon, sizePx, file)) {
            std::fprintf(stderr, "%s cannot be written\n", qPrintable(file));
            return 2;
        }
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/fonts.h"

#include <QtMath>

namespace corridor {

QStringList fontFamilies() {
    return {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
            QStringLiteral("Microsoft YaHei UI"), QStringLiteral("WenQuanYi Micro Hei"), QStringLiteral("sans-serif")};
}

QFont programFont(qreal pixels, bool bold, bool italic) {
    QFont font;
    font.setFamilies(fontFamilies());
    font.setPixelSize(qMax(1, qRound(pixels)));
    font.setBold(bold);
    font.setItalic(italic);
    // The same outlines at every scale, so that a halo drawn from the outline fits the text on it.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace corridor

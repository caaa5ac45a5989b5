// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdicttotals.h"

#include "views/paint/symbols.h"
#include "views/widgets/theme.h"

#include <QPainter>

namespace corridor {

namespace {

constexpr Verdict shown[] = {Verdict::Broken, Verdict::Near, Verdict::Met};
constexpr int side = 14;
constexpr int gap = 6;
constexpr int margin = 10;

} // namespace

VerdictTotals::VerdictTotals(QWidget* parent)
    : QAbstractButton(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void VerdictTotals::setCounts(std::optional<std::array<int, 5>> counts, bool stale) {
    mCounts = counts;
    mStale = stale;
    QStringList texts;
    if (mCounts)
        for (const Verdict verdict : shown)
            texts +=
                QStringLiteral("%1 %2").arg(verdictLabel(verdict)).arg((*mCounts)[static_cast<std::size_t>(verdict)]);
    setToolTip(texts.join(QStringLiteral(" · ")));
    setAccessibleName(toolTip());
    updateGeometry();
    update();
}

QSize VerdictTotals::sizeHint() const {
    const QFontMetrics metrics(themeFont(TextRole::Label));
    int width = 2 * margin - gap;
    for (const Verdict verdict : shown)
        width +=
            side + gap +
            metrics.horizontalAdvance(QString::number(mCounts ? (*mCounts)[static_cast<std::size_t>(verdict)] : 0)) +
            gap;
    return {width, 26};
}

void VerdictTotals::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(0, 0, 1, height(), themeColor(Token::Border));
    if (!mCounts)
        return;
    painter.setOpacity(mStale ? 0.5 : 1.0);
    painter.setFont(themeFont(TextRole::Label));
    qreal x = margin;
    for (const Verdict verdict : shown) {
        paintVerdictMark(painter, QPointF(x + side / 2.0, height() / 2.0), side, verdict, MarkFill::Filled,
                         currentTheme());
        x += side + gap;
        const QString count = QString::number((*mCounts)[static_cast<std::size_t>(verdict)]);
        painter.setPen(themeColor(Token::Text));
        painter.drawText(QRectF(x, 0, 80, height()), Qt::AlignVCenter, count);
        x += painter.fontMetrics().horizontalAdvance(count) + gap;
    }
}

} // namespace corridor

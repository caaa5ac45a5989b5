// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/controls/badgechip.h"

#include "views/paint/symbols.h"
#include "views/widgets/theme.h"

#include <QPainter>

namespace corridor {

namespace {

constexpr int sideMargin = 10;
constexpr int gap = 5;
constexpr int markSide = 14;

QFont countFont() {
    QFont font = themeFont(TextRole::Label);
    font.setBold(true);
    return font;
}

} // namespace

BadgeChip::BadgeChip(const QString& text, std::optional<Verdict> verdict, QWidget* parent)
    : QAbstractButton(parent)
    , mVerdict(verdict) {
    setText(text);
    setCheckable(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCount(0);
}

void BadgeChip::setCount(int count) {
    mCount = count;
    setAccessibleName(QStringLiteral("%1 %2").arg(text()).arg(count));
    updateGeometry();
    update();
}

void BadgeChip::setCompact(bool compact) {
    mCompact = compact && mVerdict;
    setToolTip(mCompact ? text() : QString());
    updateGeometry();
    update();
}

QSize BadgeChip::sizeHint() const {
    const QFontMetrics words(themeFont(TextRole::Label));
    const int mark = mVerdict ? markSide + gap : 0;
    const int digits = QFontMetrics(countFont()).horizontalAdvance(QString::number(mCount));
    const int word = mCompact ? 0 : words.horizontalAdvance(text()) + gap;
    return {2 * sideMargin + mark + word + digits, words.height() + 6};
}

void BadgeChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal line = hasFocus() ? 2.0 : 1.0;
    const bool strong = isChecked() || hasFocus();
    painter.setPen(QPen(themeColor(!isEnabled() ? Token::Border : strong ? Token::Accent : Token::Border2), line));
    painter.setBrush(themeColor(isChecked() ? Token::AccentSoft : underMouse() ? Token::Hover : Token::Panel));
    const QRectF body = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2);
    int x = sideMargin;
    if (mVerdict) {
        paintVerdictMark(painter, QPointF(x + markSide / 2.0, height() / 2.0), markSide, *mVerdict, MarkFill::Filled,
                         currentTheme());
        x += markSide + gap;
    }
    painter.setPen(themeColor(isEnabled() ? Token::Text : Token::Disabled));
    painter.setFont(themeFont(TextRole::Label));
    if (!mCompact)
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter, text());
    painter.setFont(countFont());
    painter.drawText(QRect(0, 0, width() - sideMargin, height()), Qt::AlignVCenter | Qt::AlignRight,
                     QString::number(mCount));
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/controls/yearslider.h"

#include "views/widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>

namespace corridor {

namespace {

constexpr qreal lineY = 10.5;
constexpr qreal handleRadius = 6.5;
constexpr qreal sideMargin = 18;
constexpr int labelTop = 19;

} // namespace

YearSlider::YearSlider(int first, int last, QWidget* parent)
    : QAbstractSlider(parent) {
    setOrientation(Qt::Horizontal);
    setRange(first, last);
    setSingleStep(1);
    setPageStep(1);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Year"));
}

QSize YearSlider::sizeHint() const {
    return {300, 36};
}

QSize YearSlider::minimumSizeHint() const {
    return {160, 36};
}

qreal YearSlider::positionOf(int year) const {
    const qreal span = std::max(1, maximum() - minimum());
    return sideMargin + (width() - 2 * sideMargin) * (year - minimum()) / span;
}

void YearSlider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawLine(painter);
    drawLabels(painter);
    drawHandle(painter);
}

void YearSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    setSliderDown(true);
    setSliderPosition(yearAt(event->position().x()));
}

void YearSlider::mouseMoveEvent(QMouseEvent* event) {
    if (isSliderDown())
        setSliderPosition(yearAt(event->position().x()));
}

void YearSlider::mouseReleaseEvent(QMouseEvent*) {
    setSliderDown(false);
}

void YearSlider::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

void YearSlider::changeEvent(QEvent* event) {
    QAbstractSlider::changeEvent(event);
    update();
}

int YearSlider::yearAt(qreal x) const {
    const qreal share = (x - sideMargin) / std::max<qreal>(1, width() - 2 * sideMargin);
    return std::clamp(minimum() + static_cast<int>(std::lround(share * (maximum() - minimum()))), minimum(), maximum());
}

int YearSlider::labelStep() const {
    const int wanted = QFontMetrics(themeFont(TextRole::Label)).horizontalAdvance(QStringLiteral("2024")) + 8;
    const qreal each = std::max<qreal>(1, positionOf(minimum() + 1) - positionOf(minimum()));
    return std::max(1, static_cast<int>(std::ceil(wanted / each)));
}

void YearSlider::drawLine(QPainter& painter) const {
    const qreal now = positionOf(sliderPosition());
    const Token past = isEnabled() ? Token::Accent : Token::Disabled;
    painter.setPen(QPen(themeColor(Token::Border2), 2));
    painter.drawLine(QPointF(now, lineY), QPointF(positionOf(maximum()), lineY));
    painter.setPen(QPen(themeColor(past), 2));
    painter.drawLine(QPointF(positionOf(minimum()), lineY), QPointF(now, lineY));
    for (int year = minimum(); year <= maximum(); ++year) {
        painter.setPen(QPen(themeColor(year <= sliderPosition() ? past : Token::Border2), 1.5));
        painter.drawLine(QPointF(positionOf(year), lineY - 4), QPointF(positionOf(year), lineY + 4));
    }
}

void YearSlider::drawLabels(QPainter& painter) const {
    const int step = labelStep();
    for (int year = minimum(); year <= maximum(); ++year) {
        const bool now = year == sliderPosition();
        const bool besideNow = !now && std::abs(year - sliderPosition()) < step;
        if (!now && ((year - minimum()) % step != 0 || besideNow))
            continue;
        QFont font = themeFont(TextRole::Label);
        font.setBold(now);
        painter.setFont(font);
        painter.setPen(themeColor(!isEnabled() ? Token::Disabled : now ? Token::Text : Token::Text2));
        painter.drawText(QRectF(positionOf(year) - 30, labelTop, 60, height() - labelTop),
                         Qt::AlignHCenter | Qt::AlignTop, QString::number(year));
    }
}

void YearSlider::drawHandle(QPainter& painter) const {
    const QPointF centre(positionOf(sliderPosition()), lineY);
    painter.setPen(QPen(themeColor(Token::Chrome), 1.5));
    painter.setBrush(themeColor(isEnabled() ? Token::Accent : Token::Disabled));
    painter.drawEllipse(centre, handleRadius, handleRadius);
    if (hasFocus()) {
        painter.setPen(QPen(themeColor(Token::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, handleRadius + 2, handleRadius + 2);
    }
}

} // namespace corridor

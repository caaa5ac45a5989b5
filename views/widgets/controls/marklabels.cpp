// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/controls/marklabels.h"

#include "views/widgets/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyleOption>

namespace corridor {

VerdictLabel::VerdictLabel(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setVerdict(Verdict::Unknown);
}

void VerdictLabel::setVerdict(Verdict verdict, MarkFill fill, bool current) {
    mVerdict = verdict;
    mFill = fill;
    mCurrent = current;
    const QString word = verdictLabel(verdict);
    const QString shown = current ? word : tr("%1 (result out of date)").arg(word);
    setAccessibleName(shown);
    setToolTip(shown);
    update();
}

void VerdictLabel::setSide(int side) {
    mSide = side;
    updateGeometry();
    update();
}

QSize VerdictLabel::sizeHint() const {
    return {mSide, mSide};
}

void VerdictLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setOpacity(mCurrent ? 1.0 : 0.5);
    paintVerdictMark(painter, QRectF(rect()).center(), mSide, mVerdict, mFill, currentTheme());
}

ProvenanceDot::ProvenanceDot(QWidget* parent)
    : QAbstractButton(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setOrigin(ValueOrigin::Assumed, QString());
}

void ProvenanceDot::setOrigin(ValueOrigin origin, const QString& source) {
    mOrigin = origin;
    const QString word = originLabel(origin);
    setAccessibleName(word);
    setToolTip(source.isEmpty() ? word : QStringLiteral("%1 · %2").arg(word, source));
    update();
}

void ProvenanceDot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintProvenanceDot(painter, QRectF(rect()).center(), mOrigin, themeColor(Token::Text2));
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

QString originLabel(ValueOrigin origin) {
    switch (origin) {
    case ValueOrigin::Measured:
        return QCoreApplication::translate("Provenance", "Measured");
    case ValueOrigin::Official:
        return QCoreApplication::translate("Provenance", "Official");
    case ValueOrigin::Estimated:
        return QCoreApplication::translate("Provenance", "Estimated");
    case ValueOrigin::Computed:
        return QCoreApplication::translate("Provenance", "Computed");
    case ValueOrigin::Assumed:
        break;
    }
    return QCoreApplication::translate("Provenance", "Assumed");
}

MarkFill markFill(Severity severity) {
    return severity == Severity::Binding ? MarkFill::Filled : MarkFill::Outlined;
}

} // namespace corridor

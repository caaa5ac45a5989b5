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

void VerdictLabel::setVerdict(Verdict verdict, MarkStyle style, bool current) {
    mVerdict = verdict;
    mStyle = style;
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
    QRectF box(0, 0, mSide, mSide);
    box.moveCenter(QRectF(rect()).center());
    drawVerdictMark(painter, box, mVerdict, mStyle, currentTheme());
}

ProvenanceDot::ProvenanceDot(QWidget* parent)
    : QAbstractButton(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setMark(ProvenanceMark::Assumed, QString());
}

void ProvenanceDot::setMark(ProvenanceMark mark, const QString& source) {
    mMark = mark;
    const QString word = provenanceLabel(mark);
    setAccessibleName(word);
    setToolTip(source.isEmpty() ? word : QStringLiteral("%1 · %2").arg(word, source));
    update();
}

void ProvenanceDot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawProvenanceMark(painter, QRectF(rect()).center(), mMark, currentTheme());
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

QString provenanceLabel(ProvenanceMark mark) {
    switch (mark) {
    case ProvenanceMark::Measured:
        return QCoreApplication::translate("Provenance", "Measured");
    case ProvenanceMark::Official:
        return QCoreApplication::translate("Provenance", "Official");
    case ProvenanceMark::Estimated:
        return QCoreApplication::translate("Provenance", "Estimated");
    case ProvenanceMark::Computed:
        return QCoreApplication::translate("Provenance", "Computed");
    case ProvenanceMark::Assumed:
        break;
    }
    return QCoreApplication::translate("Provenance", "Assumed");
}

ProvenanceMark provenanceMark(Confidence confidence) {
    switch (confidence) {
    case Confidence::Measured:
        return ProvenanceMark::Measured;
    case Confidence::Official:
        return ProvenanceMark::Official;
    case Confidence::Estimated:
        return ProvenanceMark::Estimated;
    case Confidence::Assumed:
        break;
    }
    return ProvenanceMark::Assumed;
}

} // namespace corridor

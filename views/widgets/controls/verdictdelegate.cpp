// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/controls/verdictdelegate.h"

#include "views/paint/symbols.h"
#include "views/widgets/iconengine.h"
#include "views/widgets/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace corridor {

namespace {

constexpr int columnWidth = 34;
constexpr int markSide = 14;
constexpr int penSide = 12; // of the comment too

} // namespace

void VerdictDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    ground.icon = QIcon();
    const QStyle* style = option.widget ? option.widget->style() : nullptr;
    if (style)
        style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    const QVariant verdict = index.data(VerdictRole);
    if (!verdict.isValid())
        return;
    const bool declared = index.data(DeclaredRole).toBool(), acknowledged = index.data(AcknowledgedRole).toBool();
    const bool accompanied = declared || acknowledged;
    painter->save();
    painter->setOpacity(index.data(FadedRole).toBool() ? 0.5 : 1.0);
    const QPointF centre = QRectF(option.rect).center() - QPointF(accompanied ? penSide / 2.0 : 0, 0);
    const MarkFill fill = index.data(BindingRole).toBool() ? MarkFill::Filled : MarkFill::Outlined;
    paintVerdictMark(*painter, centre, markSide, static_cast<Verdict>(verdict.toInt()), fill, currentTheme());
    const QPointF beside = centre + QPointF((markSide + penSide) / 2.0 + 1, 0);
    if (declared && !acknowledged)
        paintDeclaredPen(*painter, beside, penSide, currentTheme());
    painter->restore();
    if (acknowledged) {
        QRect place(0, 0, penSide, penSide);
        place.moveCenter(beside.toPoint());
        themedIcon(QStringLiteral("comment")).paint(painter, place);
    }
}

QSize VerdictDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setWidth(columnWidth);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() + 8));
    return size;
}

bool VerdictDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                const QModelIndex& index) {
    const QVariant verdict = index.data(VerdictRole);
    if (event->type() != QEvent::ToolTip || !verdict.isValid() || index.data(Qt::ToolTipRole).isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = verdictLabel(static_cast<Verdict>(verdict.toInt()));
    if (index.data(DeclaredRole).toBool())
        text = tr("%1, declared by hand").arg(text);
    if (index.data(AcknowledgedRole).toBool())
        text = tr("%1, accepted for now").arg(text);
    QToolTip::showText(event->globalPos(), text, view);
    return true;
}

} // namespace corridor

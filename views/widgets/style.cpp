// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/style.h"

#include "views/widgets/iconengine.h"
#include "views/widgets/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QPainter>
#include <QStyleOption>
#include <QTableView>

namespace corridor {

namespace {

constexpr int indicatorSide = 14;
constexpr qreal fieldRadius = 3.0;
constexpr int headerArrowSide = 10, headerPadding = 8; // as in app.qss

Token lineToken(const QStyleOption& option) {
    return option.state & QStyle::State_Enabled ? Token::Text2 : Token::Disabled;
}

QPen linePen(Token token, qreal width) {
    return QPen(themeColor(token), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

/// A chevron of 8 x 4 px around a centre, pointing at `degrees` clockwise from down.
void drawChevron(QPainter* painter, const QRectF& rect, qreal degrees, Token token) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.center());
    painter->rotate(degrees);
    painter->setPen(linePen(token, 1.5));
    painter->drawPolyline(QPolygonF{{-3.5, -1.75}, {0, 1.75}, {3.5, -1.75}});
    painter->restore();
}

/// Body and border of a field; the focus ring is 2 px of accent.
void drawFieldFrame(QPainter* painter, const QRectF& rect, const QStyleOption& option) {
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focused = enabled && (option.state & QStyle::State_HasFocus);
    const qreal width = focused ? 2.0 : 1.0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(themeColor(enabled ? Token::Field : Token::Panel));
    painter->setPen(QPen(themeColor(focused ? Token::Accent : enabled ? Token::Border2 : Token::Border), width));
    painter->drawRoundedRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2), fieldRadius, fieldRadius);
    painter->restore();
}

void drawCheck(QPainter* painter, const QStyleOption& option) {
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool filled = !(option.state & QStyle::State_Off);
    QRectF box(0, 0, indicatorSide, indicatorSide);
    box.moveCenter(QRectF(option.rect).center());
    box.moveTopLeft(QPointF(std::round(box.left()), std::round(box.top())));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const Token edge =
        filled ? (enabled ? Token::Accent : Token::Disabled) : (enabled ? Token::Border2 : Token::Border);
    painter->setPen(QPen(themeColor(edge), 1));
    painter->setBrush(themeColor(filled ? edge : Token::Field));
    painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter->setPen(linePen(Token::OnAccent, 1.75));
    painter->translate(box.topLeft());
    if (option.state & QStyle::State_NoChange)
        painter->drawLine(QPointF(4, 7), QPointF(10, 7));
    else if (filled)
        painter->drawPolyline(QPolygonF{{3.5, 7.25}, {6, 9.75}, {10.5, 4.75}});
    painter->restore();
}

void drawRadio(QPainter* painter, const QStyleOption& option) {
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const QPointF centre = QRectF(option.rect).center();
    const Token edge = on ? (enabled ? Token::Accent : Token::Disabled) : (enabled ? Token::Border2 : Token::Border);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(themeColor(edge), on ? 4 : 1));
    painter->setBrush(themeColor(Token::Field));
    const qreal radius = on ? 5.0 : 6.5;
    painter->drawEllipse(centre, radius, radius);
    painter->restore();
}

void drawBranch(QPainter* painter, const QStyleOption& option) {
    if (!(option.state & QStyle::State_Children))
        return;
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    const qreal closed = rightToLeft ? 90 : -90;
    drawChevron(painter, option.rect, option.state & QStyle::State_Open ? 0 : closed, lineToken(option));
}

void drawFocusRing(QPainter* painter, const QStyleOption& option) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(themeColor(Token::Accent), 2));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 2, 2);
    painter->restore();
}

void drawSortArrow(QPainter* painter, const QStyleOption& option) {
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(&option);
    if (!header || header->sortIndicator == QStyleOptionHeader::None)
        return;
    // Qt calls the arrow of an ascending order "down"; readers expect the point at the smaller value, upwards.
    drawChevron(painter, option.rect, header->sortIndicator == QStyleOptionHeader::SortDown ? 180 : 0, Token::Text2);
}

/// Hovered and selected rows: no border, soft fills; the alternate ground was drawn before.
void drawItemPanel(QPainter* painter, const QStyleOption& option) {
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(&option);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, themeColor(Token::AccentSoft));
    else if ((option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled))
        painter->fillRect(option.rect, themeColor(Token::Hover));
    if (item && item->backgroundBrush.style() != Qt::NoBrush) // a row that flashes does so selected or not
        painter->fillRect(option.rect, item->backgroundBrush);
}

void drawMenuCheck(QPainter* painter, const QStyleOption& option) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(linePen(option.state & QStyle::State_Enabled ? Token::Accent : Token::Disabled, 1.75));
    painter->translate(QRectF(option.rect).center());
    painter->drawPolyline(QPolygonF{{-4, 0.25}, {-1.25, 3}, {4, -3}});
    painter->restore();
}

/// Tables (views with alternate rows) have a hairline under each row and no vertical lines.
void drawRowLine(QPainter* painter, const QStyleOption& option, const QWidget* widget) {
    const auto* view = qobject_cast<const QAbstractItemView*>(widget);
    if (view && view->alternatingRowColors())
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          themeColor(Token::Header));
}

} // namespace

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheck(painter, *option);
    case PE_IndicatorRadioButton:
        return drawRadio(painter, *option);
    case PE_IndicatorBranch:
        return drawBranch(painter, *option);
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown:
        return drawChevron(painter, option->rect, 0, lineToken(*option));
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp:
        return drawChevron(painter, option->rect, 180, lineToken(*option));
    case PE_IndicatorArrowLeft:
        return drawChevron(painter, option->rect, 90, lineToken(*option));
    case PE_IndicatorArrowRight:
        return drawChevron(painter, option->rect, -90, lineToken(*option));
    case PE_IndicatorHeaderArrow:
        return drawSortArrow(painter, *option);
    case PE_PanelLineEdit:
        // Inside a combo or spin box the frame of the whole field is enough.
        if (!widget || !(qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) ||
                         qobject_cast<const QComboBox*>(widget->parentWidget())))
            QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    case PE_FrameFocusRect:
        // In the list of a combo box the soft fill already says where one is.
        if (!widget || !widget->inherits("QComboBoxListView"))
            drawFocusRing(painter, *option);
        return;
    case PE_IndicatorMenuCheckMark:
        return drawMenuCheck(painter, *option);
    case PE_PanelItemViewRow:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return drawRowLine(painter, *option, widget);
    case PE_PanelItemViewItem:
        return drawItemPanel(painter, *option);
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

// The title of a column gives way to its arrow, and is elided rather than cut.
void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    if (element != CE_HeaderLabel || !header || header->orientation != Qt::Horizontal) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    QStyleOptionHeader label = *header;
    if (label.sortIndicator != QStyleOptionHeader::None)
        label.rect.setWidth(label.rect.width() - sortArrowRoom);
    label.text = painter->fontMetrics().elidedText(label.text, Qt::ElideRight, label.rect.width());
    QProxyStyle::drawControl(element, &label, painter, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    if (element != SE_HeaderArrow)
        return QProxyStyle::subElementRect(element, option, widget);
    QRect arrow(0, 0, headerArrowSide, option->rect.height());
    arrow.moveTopRight(option->rect.topRight() - QPoint(headerPadding, 0));
    return arrow;
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option); combo && control == CC_ComboBox)
        return drawComboBox(*combo, painter, widget);
    if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option); spin && control == CC_SpinBox)
        return drawSpinBox(*spin, painter, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                            const QWidget* widget) const {
    QRect rect = QProxyStyle::subControlRect(control, option, subControl, widget);
    // Texts of all fields begin at the same distance from their border.
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        rect.adjust(option->direction == Qt::LeftToRight ? 4 : 0, 0, option->direction == Qt::LeftToRight ? 0 : -4, 0);
    else if (control == CC_SpinBox && subControl == SC_SpinBoxEditField)
        rect.adjust(4, 0, -4, 0);
    return rect;
}

void Style::drawComboBox(const QStyleOptionComboBox& option, QPainter* painter, const QWidget* widget) const {
    if (option.frame)
        drawFieldFrame(painter, option.rect, option);
    const QRect arrow = proxy()->subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
    drawChevron(painter, arrow, 0, lineToken(option));
}

void Style::drawSpinBox(const QStyleOptionSpinBox& option, QPainter* painter, const QWidget* widget) const {
    if (option.frame)
        drawFieldFrame(painter, option.rect, option);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto stepToken = [&](QAbstractSpinBox::StepEnabledFlag step) {
        return option.stepEnabled & step ? lineToken(option) : Token::Disabled;
    };
    drawChevron(painter, proxy()->subControlRect(CC_SpinBox, &option, SC_SpinBoxUp, widget), 180,
                stepToken(QAbstractSpinBox::StepUpEnabled));
    drawChevron(painter, proxy()->subControlRect(CC_SpinBox, &option, SC_SpinBoxDown, widget), 0,
                stepToken(QAbstractSpinBox::StepDownEnabled));
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return indicatorSide;
    case PM_ToolBarIconSize:
        return 20;
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
    case PM_ButtonIconSize:
        return 16;
    case PM_TreeViewIndentation:
        return 18;
    case PM_DockWidgetSeparatorExtent:
        return 4;
    case PM_DockWidgetTitleMargin:
        return 6;
    case PM_DefaultFrameWidth:
        return 1;
    case PM_HeaderDefaultSectionSizeVertical:
        return 26;
    case PM_FocusFrameHMargin: // one less than the distance of a cell's text from its edge
        return qobject_cast<const QTableView*>(widget) ? 7 : 3;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returnData) const {
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_Widget_Animation_Duration: // panels and tabs do not move
        return 0;
    case SH_DialogButtonLayout: // right, the verb first, whatever the desktop does
        return QDialogButtonBox::WinLayout;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QIcon Style::standardIcon(StandardPixmap standard, const QStyleOption* option, const QWidget* widget) const {
    switch (standard) {
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_LineEditClearButton: // that of Qt searches the icon themes of the desktop first
        return themedIcon(QStringLiteral("close"));
    case SP_TitleBarNormalButton:
        return themedIcon(QStringLiteral("float"));
    default:
        return QProxyStyle::standardIcon(standard, option, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    // One line and 8 px at every font size; the family reports a line of 19 px where the look counts 18.
    if (type == CT_ComboBox || type == CT_SpinBox)
        result.setHeight(std::max(option->fontMetrics.height() + 7, 26));
    else if (type == CT_ItemViewItem)
        result.setHeight(std::max({option->fontMetrics.height() + 7, 26, result.height()}));
    return result;
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/controls/sectionheader.h"

#include "views/widgets/iconengine.h"
#include "views/widgets/theme.h"

#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QStyleOption>

namespace corridor {

namespace {

constexpr int titleLeft = 28;
constexpr int rightMargin = 12;

constexpr int linkGap = 8;
constexpr int signSide = 22;

QFontMetrics titleMetrics() {
    QFont font = themeFont(TextRole::Body);
    font.setBold(true);
    return QFontMetrics(font);
}

QString settingsName(const QString& key) {
    return QStringLiteral("sections/%1").arg(key);
}

} // namespace

SectionHeader::SectionHeader(const QString& title, const QString& key, QWidget* parent)
    : QAbstractButton(parent)
    , mKey(key)
    , mLink(new QPushButton(this)) {
    setText(title);
    setCheckable(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    mLink->setProperty("link", true);
    mLink->setCursor(Qt::PointingHandCursor);
    mLink->hide();
    setChecked(key.isEmpty() || QSettings().value(settingsName(key), true).toBool());
    connect(this, &QAbstractButton::toggled, this, &SectionHeader::applyOpen);
    connect(mLink, &QPushButton::clicked, this, &SectionHeader::linkActivated);
}

void SectionHeader::setContent(QWidget* content) {
    mContent = content;
    if (mContent)
        mContent->setVisible(isOpen());
}

void SectionHeader::setLink(const QString& text) {
    mLinkText = text;
    mLink->setAccessibleName(text);
    mLink->setVisible(!text.isEmpty());
    placeLink();
}

void SectionHeader::setNote(const QString& text) {
    mNote = text;
    update();
}

int SectionHeader::titleWidth() const {
    return titleMetrics().horizontalAdvance(text());
}

int SectionHeader::linkWidth() const {
    return mLink->fontMetrics().horizontalAdvance(mLinkText) + 6; // the style's own margins
}

QSize SectionHeader::sizeHint() const {
    const int link = mLinkText.isEmpty() ? 0 : linkGap + linkWidth();
    return {titleLeft + titleWidth() + link + rightMargin, titleMetrics().height() + 9};
}

QSize SectionHeader::minimumSizeHint() const {
    const int link = mLinkText.isEmpty() ? 0 : linkGap + signSide;
    return {titleLeft + titleWidth() + link + rightMargin, sizeHint().height()};
}

void SectionHeader::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), themeColor(underMouse() ? Token::Hover : Token::Header));
    painter.fillRect(0, 0, width(), 1, themeColor(Token::Border));
    painter.fillRect(0, height() - 1, width(), 1, themeColor(Token::Border));
    const QString chevron = isOpen() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
    themedIcon(chevron).paint(&painter, QRect(6, (height() - 20) / 2, 20, 20));
    QFont font = themeFont(TextRole::Body);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(themeColor(Token::Text));
    const int right = mLink->isHidden() ? width() - rightMargin : mLink->x() - 8;
    const QRect room(titleLeft, 0, std::max(0, right - titleLeft), height());
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    painter.setFont(themeFont(TextRole::Label));
    painter.setPen(themeColor(Token::Text2));
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, mNote);
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void SectionHeader::resizeEvent(QResizeEvent* event) {
    QAbstractButton::resizeEvent(event);
    placeLink();
}

void SectionHeader::applyOpen(bool open) {
    if (mContent)
        mContent->setVisible(open);
    if (!mKey.isEmpty())
        QSettings().setValue(settingsName(mKey), open);
}

// Where there is no room for its words beside the title, a link is a sign that says them when hovered.
void SectionHeader::placeLink() {
    const bool words = titleLeft + titleWidth() + linkGap + linkWidth() + rightMargin <= width();
    mLink->setText(words ? mLinkText : QString());
    mLink->setIcon(words ? QIcon() : themedIcon(QStringLiteral("computed"), Token::Accent));
    mLink->setToolTip(words ? QString() : mLinkText);
    const QSize size = words ? mLink->sizeHint() : QSize(signSide, signSide);
    mLink->setGeometry(width() - rightMargin - size.width(), (height() - size.height()) / 2, size.width(),
                       size.height());
}

} // namespace corridor

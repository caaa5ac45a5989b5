// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/controls/emptystate.h"

#include "views/widgets/iconengine.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace corridor {

namespace {

constexpr int pictureSide = 36;
constexpr int sideMargin = 24;
constexpr int lowestWithPicture = 164;

} // namespace

EmptyState::EmptyState(const QString& icon, const QString& title, const QString& hint, QWidget* parent)
    : QWidget(parent)
    , mIcon(icon)
    , mTitle(new QLabel(this))
    , mHint(new QLabel(this))
    , mPicture(new QWidget(this))
    , mButtons(new QHBoxLayout) {
    mPicture->setFixedSize(pictureSide, pictureSide);
    mHint->setProperty("role", QStringLiteral("label"));
    for (QLabel* label : {mTitle, mHint}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    mButtons->setSpacing(8);
    mButtons->addStretch();
    mButtons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(sideMargin, 16, sideMargin, 16);
    column->setSpacing(8);
    column->addStretch();
    column->addWidget(mPicture, 0, Qt::AlignHCenter);
    column->addSpacing(4);
    column->addWidget(mTitle);
    column->addWidget(mHint);
    column->addLayout(mButtons);
    column->addStretch();
    setText(title, hint);
}

void EmptyState::setText(const QString& title, const QString& hint) {
    mTitle->setText(title);
    mHint->setText(hint);
    mHint->setVisible(!hint.isEmpty());
}

QPushButton* EmptyState::addPrimary(const QString& text) {
    QPushButton* button = addButton(text);
    mButtons->removeWidget(button);
    mButtons->insertWidget(1, button); // first, whoever came first
    button->setProperty("primary", true);
    return button;
}

QPushButton* EmptyState::addSecondary(const QString& text) {
    return addButton(text);
}

void EmptyState::offer(QAction* primary, QAction* secondary) {
    follow(addPrimary(QString()), primary);
    if (secondary)
        follow(addSecondary(QString()), secondary);
}

void EmptyState::follow(QPushButton* button, QAction* action) {
    const auto show = [button, action] {
        button->setText(action->iconText());
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
    };
    show();
    connect(action, &QAction::changed, button, show);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
}

void EmptyState::showSteps(bool shown) {
    for (QPushButton* button : mSteps)
        button->setVisible(shown);
}

QSize EmptyState::minimumSizeHint() const {
    int widest = pictureSide;
    for (const QPushButton* button : mSteps)
        widest = std::max(widest, button->sizeHint().width());
    return {widest + 2 * sideMargin, 0};
}

void EmptyState::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    int wanted = 2 * sideMargin - mButtons->spacing();
    for (const QPushButton* button : mSteps)
        wanted += button->sizeHint().width() + mButtons->spacing();
    // A low panel keeps its words and steps, and does without the picture.
    const bool low = height() < lowestWithPicture;
    mPicture->setVisible(!low);
    const int margin = low ? 4 : 16;
    layout()->setContentsMargins(sideMargin, margin, sideMargin, margin);
    mButtons->setDirection(wanted <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void EmptyState::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (!mPicture->isHidden())
        themedIcon(mIcon, Token::Text3).paint(&painter, mPicture->geometry());
}

QPushButton* EmptyState::addButton(const QString& text) {
    auto* button = new QPushButton(text, this);
    mSteps += button;
    mButtons->insertWidget(mButtons->count() - 1, button);
    return button;
}

} // namespace corridor

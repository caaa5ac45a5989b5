// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/controls/emptystate.h"

#include "views/widgets/iconengine.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace corridor {

namespace {

constexpr int pictureSide = 36;

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
    column->setContentsMargins(24, 16, 24, 16);
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
    button->setProperty("primary", true);
    return button;
}

QPushButton* EmptyState::addSecondary(const QString& text) {
    return addButton(text);
}

void EmptyState::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    themedIcon(mIcon, Token::Text3).paint(&painter, mPicture->geometry());
}

QPushButton* EmptyState::addButton(const QString& text) {
    auto* button = new QPushButton(text, this);
    mButtons->insertWidget(mButtons->count() - 1, button);
    return button;
}

} // namespace corridor

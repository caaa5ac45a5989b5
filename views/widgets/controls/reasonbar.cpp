// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/controls/reasonbar.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace corridor {

ReasonBar::ReasonBar(QWidget* parent)
    : QWidget(parent)
    , mAbout(new QLabel(this))
    , mReason(new QLineEdit(this))
    , mBy(new QLineEdit(this))
    , mVerb(new QPushButton(this))
    , mCancel(new QPushButton(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 5, 8, 5);
    row->setSpacing(8);
    row->addWidget(mAbout);
    row->addWidget(mReason, 3);
    row->addWidget(mBy, 1);
    row->addWidget(mCancel);
    row->addWidget(mVerb);
    connect(mVerb, &QPushButton::clicked, this, &ReasonBar::accept);
    connect(mCancel, &QPushButton::clicked, this, &QWidget::hide);
    for (QLineEdit* line : {mReason, mBy})
        connect(line, &QLineEdit::returnPressed, this, &ReasonBar::accept);
    setFixedHeight(36);
    retranslate();
    hide();
}

void ReasonBar::ask(const QString& about, const QString& verb) {
    mAbout->setText(about);
    mVerb->setText(verb);
    mReason->clear();
    mBy->clear();
    show();
    mReason->setFocus();
}

void ReasonBar::accept() {
    hide();
    Q_EMIT accepted(mReason->text().trimmed(), mBy->text().trimmed());
}

void ReasonBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

void ReasonBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReasonBar::retranslate() {
    mReason->setPlaceholderText(tr("Reason, for whoever reads this later"));
    mBy->setPlaceholderText(tr("By"));
    mReason->setAccessibleName(tr("Reason"));
    mBy->setAccessibleName(tr("By"));
    mCancel->setText(tr("Cancel"));
}

} // namespace corridor

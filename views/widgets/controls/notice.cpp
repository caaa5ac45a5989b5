// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/controls/notice.h"

#include "views/widgets/controls/marklabels.h"
#include "views/widgets/iconengine.h"
#include "views/widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace corridor {

Notice::Notice(QWidget* parent)
    : QWidget(parent)
    , mPicture(new QWidget(this))
    , mMark(new VerdictLabel(this))
    , mText(new QLabel(this))
    , mAction(new QPushButton(this)) {
    mPicture->setFixedSize(20, 20);
    mText->setWordWrap(true);
    mAction->setProperty("link", true);
    mAction->setCursor(Qt::PointingHandCursor);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(mPicture);
    row->addWidget(mMark);
    row->addWidget(mText, 1);
    row->addWidget(mAction);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    mTimer.setSingleShot(true);
    mTimer.setInterval(std::chrono::seconds(8));
    connect(&mTimer, &QTimer::timeout, this, &Notice::dismiss);
    connect(mAction, &QPushButton::clicked, this, [this] {
        dismiss();
        emit actionTriggered();
    });
    hide();
}

void Notice::setDuration(std::chrono::milliseconds duration) {
    mTimer.setInterval(duration);
}

void Notice::showMessage(const QString& icon, const QString& text, const QString& action) {
    mIcon = icon;
    mPicture->setVisible(!icon.isEmpty());
    mMark->hide();
    present(text, action);
    mTimer.start();
}

void Notice::showState(Verdict verdict, const QString& text, const QString& action) {
    mIcon.clear();
    mPicture->hide();
    mMark->setVerdict(verdict);
    mMark->show();
    present(text, action);
    mTimer.stop();
}

void Notice::dismiss() {
    mTimer.stop();
    if (isHidden())
        return;
    hide();
    emit dismissed();
}

void Notice::setSingleLine() {
    mSingleLine = true;
    mText->setWordWrap(false);
    mText->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void Notice::fit() {
    mText->setText(mSingleLine ? mText->fontMetrics().elidedText(mWhole, Qt::ElideRight,
                                                                 mText->contentsRect().width() - 2 * mText->margin())
                               : mWhole);
}

void Notice::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layout()->activate();
    fit();
}

void Notice::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), themeColor(Token::Panel));
    painter.fillRect(0, 0, width(), 1, themeColor(Token::Border));
    if (!mIcon.isEmpty())
        themedIcon(mIcon).paint(&painter, mPicture->geometry());
}

void Notice::present(const QString& text, const QString& action) {
    mWhole = text;
    setAccessibleName(text);
    mText->setToolTip(mSingleLine ? text : QString());
    mAction->setText(action);
    mAction->setVisible(!action.isEmpty());
    show();
    layout()->activate();
    fit();
    update();
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/controls/yearplayer.h"

#include <QAbstractSlider>
#include <QApplication>
#include <QKeyEvent>

namespace corridor {

namespace {

constexpr std::chrono::milliseconds usualPause(1000);

} // namespace

YearPlayer::YearPlayer(QAbstractSlider& slider, QObject* parent)
    : QObject(parent)
    , mSlider(slider) {
    mTimer.setInterval(usualPause);
    connect(&mTimer, &QTimer::timeout, this, &YearPlayer::step);
}

YearPlayer::~YearPlayer() {
    if (isPlaying())
        qApp->removeEventFilter(this);
}

void YearPlayer::play(bool on) {
    if (on == isPlaying())
        return;
    if (on) {
        qApp->installEventFilter(this);
        mTimer.start();
        if (mSlider.value() >= mSlider.maximum())
            mSlider.setValue(mSlider.minimum());
    } else {
        qApp->removeEventFilter(this);
        mTimer.stop();
    }
    Q_EMIT playingChanged(on);
}

void YearPlayer::step() {
    if (mSlider.isSliderDown() || (mReady && !mReady()))
        return;
    if (mSlider.value() < mSlider.maximum())
        mSlider.setValue(mSlider.value() + 1);
    if (mSlider.value() >= mSlider.maximum())
        stop();
}

// Esc is taken from whatever has the keyboard: it would otherwise drop a tool, while the years run on. Menus and
// dialogs keep theirs.
bool YearPlayer::eventFilter(QObject* watched, QEvent* event) {
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!key || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape || QApplication::activePopupWidget() ||
        QApplication::activeModalWidget())
        return QObject::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        stop();
    return true;
}

} // namespace corridor

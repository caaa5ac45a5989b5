// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/canvas/spacekey.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QTextEdit>

namespace corridor {

namespace {

bool takesText(const QWidget* widget) {
    if (!widget)
        return false;
    if (const auto* line = qobject_cast<const QLineEdit*>(widget))
        return !line->isReadOnly();
    if (const auto* box = qobject_cast<const QComboBox*>(widget))
        return box->isEditable();
    if (const auto* text = qobject_cast<const QTextEdit*>(widget))
        return !text->isReadOnly();
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget))
        return !text->isReadOnly();
    return qobject_cast<const QAbstractSpinBox*>(widget);
}

} // namespace

SpaceKey::SpaceKey(QWidget& map)
    : QObject(&map)
    , mMap(map) {
    qApp->installEventFilter(this);
}

// A key comes to the focus widget first; its parents see it only when that one has no use for it.
bool SpaceKey::isWanted(const QObject* watched) const {
    const QWidget* focus = QApplication::focusWidget();
    return watched == focus && focus != &mMap && focus->window() == mMap.window() && mMap.underMouse() &&
           !QApplication::activePopupWidget() && !takesText(focus);
}

bool SpaceKey::eventFilter(QObject* watched, QEvent* event) {
    // What the map has no use for goes on to its parents, and must not come back from there.
    if (mSending || (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease))
        return false;
    const auto* key = static_cast<const QKeyEvent*>(event);
    if (key->key() != Qt::Key_Space || watched == &mMap || !watched->isWidgetType())
        return false;
    const bool press = event->type() == QEvent::KeyPress;
    if (press ? !isWanted(watched) || (key->modifiers() & ~Qt::ShiftModifier) : !mTaken)
        return false;
    mTaken = press || key->isAutoRepeat();
    const QScopedValueRollback sending(mSending, true);
    QCoreApplication::sendEvent(&mMap, event);
    return true;
}

} // namespace corridor

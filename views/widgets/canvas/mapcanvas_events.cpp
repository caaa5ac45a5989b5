// SPDX-License-Identifier: GPL-3.0-or-later
// What MapCanvas does with mouse, keys and the window around it.
#include "views/widgets/canvas/mapcanvas.h"
#include "views/widgets/theme.h"

#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace corridor {

namespace {

constexpr double zoomStep = 1.5; // one press of + or of the button
constexpr double arrowStepPx = 64;
constexpr double wheelUnit = 120; // of QWheelEvent::angleDelta for one notch
constexpr double notchesPerDoubling = 2;

bool isNavigationKey(int key) {
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus:
    case Qt::Key_Home:
    case Qt::Key_Space:
        return true;
    default:
        return false;
    }
}

} // namespace

// -- Mouse ----------------------------------------------------------------------------------------------------------

MapPointer MapCanvas::pointerOf(const QMouseEvent* event) const {
    const QPointF pixel = event->position();
    return {pixel, mViewport.positionOf(pixel), event->button(), event->buttons(), event->modifiers()};
}

void MapCanvas::mousePressEvent(QMouseEvent* event) {
    mFocusShown = false;
    stopFlight();
    if (pressZoomColumn(event))
        return;
    const bool pans = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && mSpaceHeld);
    if (pans && !mPan) {
        mPan = Pan{event->position(), mViewport, event->button()};
    } else if (!mPan) {
        mTool->press(pointerOf(event));
    }
    updateCursor();
}

bool MapCanvas::pressZoomColumn(QMouseEvent* event) {
    const std::optional<ZoomButton> button = layoutFurniture(mViewport).buttonAt(event->position());
    if (!button || isBusy())
        return false;
    if (event->button() == Qt::LeftButton)
        useZoomButton(*button);
    return true;
}

void MapCanvas::useZoomButton(ZoomButton button) {
    switch (button) {
    case ZoomButton::In:
        zoomBy(zoomStep);
        break;
    case ZoomButton::Out:
        zoomBy(1 / zoomStep);
        break;
    case ZoomButton::All:
        zoomToAll();
        break;
    case ZoomButton::Selection:
        zoomToSelection();
        break;
    }
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event) {
    const MapPointer pointer = pointerOf(event);
    if (mPan)
        setViewport(mPan->viewport.panned(event->position() - mPan->pixel));
    else
        mTool->move(pointer);
    hoverAt(event->position(), event->buttons());
    Q_EMIT pointerMoved(pointer.position);
    updateCursor();
}

void MapCanvas::hoverAt(QPointF pixel, Qt::MouseButtons buttons) {
    if (buttons != Qt::NoButton || mPan)
        return;
    const std::optional<ZoomButton> button = isBusy() ? std::nullopt : layoutFurniture(mViewport).buttonAt(pixel);
    if (button != mZoomHover) {
        mZoomHover = button;
        update();
    }
    mSelection.setHovered(button || isBusy() ? EntityId{} : objectAt(pixel));
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (mPan && event->button() == mPan->button)
        mPan.reset();
    else if (!mPan)
        mTool->release(pointerOf(event));
    hoverAt(event->position(), event->buttons());
    updateCursor();
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    // A quick second click on a button is one more click.
    if (pressZoomColumn(event))
        return;
    mTool->doubleClick(pointerOf(event));
    updateCursor();
}

void MapCanvas::wheelEvent(QWheelEvent* event) {
    stopFlight();
    const double notches = event->angleDelta().y() / wheelUnit;
    const double fine = event->modifiers() & Qt::ControlModifier ? 4 : 1;
    setViewport(mViewport.zoomedAbout(event->position(), std::pow(2, notches / (notchesPerDoubling * fine))));
    event->accept();
}

void MapCanvas::leaveEvent(QEvent*) {
    mZoomHover.reset();
    mTool->leave();
    mSelection.setHovered({});
    Q_EMIT pointerMoved(LonLat());
    update();
}

void MapCanvas::contextMenuEvent(QContextMenuEvent* event) {
    if (mTool == mTools.front() && !isBusy())
        Q_EMIT contextMenuRequested(event->reason() == QContextMenuEvent::Mouse ? objectAt(event->pos())
                                                                                : mSelection.single(),
                                    event->globalPos());
}

void MapCanvas::updateCursor() {
    Qt::CursorShape shape = mTool->cursor().shape();
    if (mPan)
        shape = Qt::ClosedHandCursor;
    else if (mSpaceHeld)
        shape = Qt::OpenHandCursor;
    else if (mZoomHover)
        shape = Qt::ArrowCursor;
    if (cursor().shape() != shape)
        setCursor(shape);
}

// -- Keys -----------------------------------------------------------------------------------------------------------

void MapCanvas::keyPressEvent(QKeyEvent* event) {
    if (mTool->key(event->key(), event->modifiers()))
        return;
    if (event->key() == Qt::Key_Escape)
        cancel();
    else if (event->key() == Qt::Key_Delete)
        deleteSelection();
    else if (!navigate(event))
        QWidget::keyPressEvent(event);
}

bool MapCanvas::navigate(QKeyEvent* event) {
    const double step = event->modifiers() & Qt::ShiftModifier ? 4 * arrowStepPx : arrowStepPx;
    const auto move = [this](double dx, double dy) {
        stopFlight();
        setViewport(mViewport.panned({dx, dy}));
    };
    switch (event->key()) {
    case Qt::Key_Left:
        move(step, 0);
        return true;
    case Qt::Key_Right:
        move(-step, 0);
        return true;
    case Qt::Key_Up:
        move(0, step);
        return true;
    case Qt::Key_Down:
        move(0, -step);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(zoomStep);
        return true;
    case Qt::Key_Minus:
        zoomBy(1 / zoomStep);
        return true;
    case Qt::Key_Home:
        zoomToAll();
        return true;
    case Qt::Key_Space:
        mSpaceHeld = true;
        updateCursor();
        return true;
    default:
        return false;
    }
}

void MapCanvas::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        mSpaceHeld = false;
        updateCursor();
    } else {
        QWidget::keyReleaseEvent(event);
    }
}

bool MapCanvas::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        // Keys that mean something here and now are not for the shortcuts of the window.
        auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        const bool escapes = key->key() == Qt::Key_Escape && isBusy();
        if (mTool->wantsKey(key->key(), key->modifiers()) || (plain && (escapes || isNavigationKey(key->key())))) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const std::optional<ZoomButton> button = layoutFurniture(mViewport).buttonAt(help->pos());
        const QString texts[] = {tr("Zoom in (+)"), tr("Zoom out (-)"), tr("Zoom to all (Home)"),
                                 tr("Zoom to selection")};
        if (button)
            QToolTip::showText(help->globalPos(), texts[int(*button)], this,
                               layoutFurniture(mViewport).buttonRect(*button).toRect());
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void MapCanvas::focusInEvent(QFocusEvent* event) {
    mFocusShown = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                  event->reason() == Qt::ShortcutFocusReason;
    QWidget::focusInEvent(event);
}

void MapCanvas::focusOutEvent(QFocusEvent* event) {
    mSpaceHeld = false;
    mFocusShown = false;
    updateCursor();
    QWidget::focusOutEvent(event);
}

// -- The window around ----------------------------------------------------------------------------------------------

void MapCanvas::resizeEvent(QResizeEvent*) {
    stopFlight();
    mSized = true;
    mViewport = mViewport.resized(size(), devicePixelRatioF());
    if (mFitsPlan)
        fitPlan();
    requestFrame();
    Q_EMIT viewportChanged();
}

void MapCanvas::syncDevicePixelRatio() {
    if (mViewport.devicePixelRatio() == devicePixelRatioF())
        return;
    mViewport = mViewport.resized(size(), devicePixelRatioF());
    requestFrame();
}

void MapCanvas::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Map"));
        setAccessibleDescription(tr("Arrow keys move the map, + and - zoom, Home shows everything"));
        setHint(mTool->hint());
        sceneChanged();
    } else if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) &&
               mTheme != currentTheme()) {
        mTheme = currentTheme();
        sceneChanged();
    }
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corridorplan.h"
#include "views/widgets/canvas/mapcanvas.h"

#include <QtTest>

#include <cmath>

namespace corridor::test {

/// A canvas on a small plan in a window of its own, driven by mouse events that take the way of real ones.
///
///     WEST ──(S-WM, over 112.75 40.70)── MID ──(S-ME)── EAST      FREE (no span)   DC (site)
///
/// A service joins WEST and EAST; its limit is 2.9 ms.
class CanvasFixture {
public:
    CanvasFixture() {
        PlanMaker maker;
        maker.junction("WEST", 112.0, 40.5);
        maker.junction("MID", 113.5, 40.6);
        maker.junction("EAST", 115.0, 40.4);
        maker.junction("FREE", 113.2, 40.0);
        maker.site("DC", 114.6, 40.9);
        Span bent = maker.spanRow("S-WM", "WEST", "MID");
        bent.line.insert(bent.line.begin() + 1, LonLat{112.75, 40.70});
        maker.put(bent);
        maker.span("S-ME", "MID", "EAST");
        Service service;
        PlanMaker::name(service, "YW-1");
        service.from = id("WEST");
        service.to = id("EAST");
        service.rttLimitMs = 2.9;
        maker.put(service);
        document.reset(maker.plan());
        canvas.setReducedMotion(true);
        canvas.resize(1000, 600);
        canvas.show();
        mReady = QTest::qWaitForWindowExposed(&canvas);
        settle();
    }

    static EntityId id(const char* code) { return PlanMaker::id(code); }
    bool isReady() const { return mReady; }
    void settle() {
        session.waitForResults(5000);
        QCoreApplication::processEvents();
        if (!QTest::qWaitFor([this] { return canvas.isSettled(); }, 5000))
            qFatal("the map was not painted");
    }

    template <class T>
    const T& get(const char* code) const {
        return get<T>(id(code));
    }
    template <class T>
    const T& get(EntityId object) const {
        const T* found = document.entities().find<T>(object);
        if (!found)
            qFatal("no such object");
        return *found;
    }
    int steps() { return document.undoStack()->count(); }

    QPoint pixel(const LonLat& place) const { return canvas.viewport().pixelOf(place).toPoint(); }
    QPoint pixelOf(const char* code) const { return pixel(*nodePosition(document.entities(), id(code))); }

    // The mouse, in pixels of the canvas
    void moveTo(QPoint at, Qt::KeyboardModifiers keys = {}) { send(QTest::MouseMove, at, Qt::NoButton, keys); }
    void press(QPoint at, Qt::KeyboardModifiers keys = {}, Qt::MouseButton button = Qt::LeftButton) {
        moveTo(at, keys);
        send(QTest::MousePress, at, button, keys);
    }
    void release(QPoint at, Qt::KeyboardModifiers keys = {}, Qt::MouseButton button = Qt::LeftButton) {
        send(QTest::MouseRelease, at, button, keys);
    }
    void click(QPoint at, Qt::KeyboardModifiers keys = {}, Qt::MouseButton button = Qt::LeftButton) {
        press(at, keys, button);
        release(at, keys, button);
    }
    void doubleClick(QPoint at) {
        moveTo(at);
        send(QTest::MouseDClick, at, Qt::LeftButton, {});
    }
    /// With the steps in between that a hand makes.
    void dragTo(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {}) {
        for (int i = 1; i <= 8; ++i)
            moveTo(from + (to - from) * i / 8, keys);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {}) {
        press(from, keys);
        dragTo(from, to, keys);
        release(to, keys);
    }
    void key(Qt::Key key) { QTest::keyClick(&canvas, key); }
    void wheel(QPoint at, int notches) {
        QWheelEvent event(at, canvas.mapToGlobal(at), {}, {0, notches * 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&canvas, &event);
    }

    Document document;
    Editor editor{document};
    Session session{document};
    Selection selection;
    MapCanvas canvas{document, editor, session, selection};

private:
    void send(QTest::MouseAction action, QPoint at, Qt::MouseButton button, Qt::KeyboardModifiers keys) {
        QTest::mouseEvent(action, canvas.windowHandle(), button, keys, at);
    }

    bool mReady = false;
};

/// Degrees; positions come back from pixels of some 600 m.
inline bool isNear(const LonLat& a, const LonLat& b, double within) {
    return std::hypot(a.lon - b.lon, a.lat - b.lat) <= within;
}

} // namespace corridor::test

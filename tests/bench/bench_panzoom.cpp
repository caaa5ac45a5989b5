// SPDX-License-Identifier: GPL-3.0-or-later
// From a move of the mouse or a turn of the wheel to the frame on the screen, on the real map of the window: the last
// picture moved and scaled, while a thread paints the next one. usage: bench_panzoom SAMPLE.gpkg NETWORK.gpkg; prints
// rows for run.sh; exit 1 when a 95th percentile is over 16 ms.
#include "model/store/planfile.h"
#include "tests/bench/networkplan.h"
#include "views/widgets/canvas/mapcanvas.h"

#include <QApplication>
#include <QWheelEvent>
#include <QtTest>

#include <cmath>
#include <cstdio>

using namespace corridor;

namespace {

constexpr double budgetMs = 16;
constexpr int steps = 200;
constexpr int betweenMs = 4; // pictures arrive while the hand moves
constexpr int settleMs = 20000;

/// Counts what reaches the screen.
class PaintCounter : public QObject {
public:
    int count = 0;
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::Paint;
        return false;
    }
};

using Times = std::vector<double>;

class PanZoomBench {
public:
    PanZoomBench(Plan plan, QSize size) {
        document.reset(std::move(plan));
        canvas.resize(size);
        canvas.installEventFilter(&paints);
        canvas.setReducedMotion(true);
        canvas.show();
    }

    bool prepare() { return QTest::qWaitForWindowExposed(&canvas) && session.waitForResults(120000) && settle(); }
    bool settle() {
        return QTest::qWaitFor([this] { return canvas.isSettled(); }, settleMs);
    }

    /// Drags the map in a spiral with the middle button.
    Times pan() {
        const QPoint from = canvas.rect().center();
        mouse(QTest::MouseMove, from);
        mouse(QTest::MousePress, from);
        Times times;
        for (int i = 1; i <= steps; ++i) {
            const double angle = i * 0.1, radius = 3.0 * i;
            const QPoint at = from + QPointF(radius * std::cos(angle), 0.5 * radius * std::sin(angle)).toPoint();
            frame(times, [&] { mouse(QTest::MouseMove, at); });
        }
        mouse(QTest::MouseRelease, from);
        return times;
    }

    /// Turns the wheel in and out about a place beside the middle.
    Times zoom() {
        const QPointF at = QRectF(canvas.rect()).center() + QPointF(200, 100);
        Times times;
        for (int i = 0; i < steps; ++i) {
            const int delta = i / 10 % 2 == 0 ? 60 : -60; // half notches, as touch pads send them
            frame(times, [&] { wheel(at, delta); });
        }
        return times;
    }

    /// Moves the pointer over the map, which lights up what it meets.
    Times hover() {
        Times times;
        for (int i = 1; i <= steps; ++i) {
            const QPoint at(100 + i * (canvas.width() - 200) / steps, 100 + i * (canvas.height() - 200) / steps);
            times.push_back(millisecondsOf([&] { mouse(QTest::MouseMove, at); }));
        }
        return times;
    }

    bool whole = true; ///< every step reached the screen

private:
    void frame(Times& times, const auto& step) {
        const int before = paints.count;
        times.push_back(millisecondsOf(step));
        whole = whole && paints.count > before;
        QTest::qWait(betweenMs);
    }
    void mouse(QTest::MouseAction action, QPoint at) {
        const auto button = action == QTest::MouseMove ? Qt::NoButton : Qt::MiddleButton;
        QTest::mouseEvent(action, canvas.windowHandle(), button, {}, at); // and all that follows, the repaint too
    }
    void wheel(QPointF at, int delta) {
        QWheelEvent event(at, canvas.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(&canvas, &event);
        QCoreApplication::processEvents();
    }

    Document document;
    Editor editor{document};
    Session session{document};
    Selection selection;
    PaintCounter paints;
    MapCanvas canvas{document, editor, session, selection};
};

double percentile95(Times times) {
    std::sort(times.begin(), times.end());
    return times[times.size() * 95 / 100];
}

bool report(const QString& name, const Times& times) {
    const double p95 = percentile95(times);
    std::printf("%s, p95\t%.1f ms\t-\t<= %.0f ms\n", qPrintable(name), p95, budgetMs);
    std::printf("  median, slowest\t%.1f, %.1f ms\t-\t-\n", medianOf(times),
                *std::max_element(times.begin(), times.end()));
    return p95 <= budgetMs;
}

bool run(const Plan& plan, const QString& name, QSize size) {
    PanZoomBench bench(plan, size);
    const QString at = QStringLiteral(" %1 at %2x%3").arg(name).arg(size.width()).arg(size.height());
    if (!bench.prepare())
        return false;
    bool kept = report(QStringLiteral("pan") + at, bench.pan());
    bench.settle();
    kept = report(QStringLiteral("zoom") + at, bench.zoom()) && kept;
    if (!bench.whole) {
        std::fprintf(stderr, "bench_panzoom: a step was not painted\n");
        std::_Exit(2);
    }
    bench.settle();
    return report(QStringLiteral("point at") + at, bench.hover()) && kept;
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    if (argc != 3) {
        std::fprintf(stderr, "usage: bench_panzoom SAMPLE.gpkg NETWORK.gpkg\n");
        return 2;
    }
    OpenOptions options;
    options.readOnly = true;
    const Plan sample = PlanFile::open(QString::fromLocal8Bit(argv[1]), options)->plan();
    const Plan national = NetworkPlan(argv[2]).make(0);
    bool kept = true;
    for (const QSize size : {QSize(1920, 1080), QSize(2560, 1440)}) {
        kept = run(sample, QStringLiteral("the sample"), size) && kept;
        kept = run(national, QStringLiteral("the national plan"), size) && kept;
    }
    return kept ? 0 : 1;
}

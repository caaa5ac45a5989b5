// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window is busy with one mouse move while a node or a vertex is dragged: event, latency preview and
// repaint of 1920 × 1080 pixels. Argument: the sample plan. Prints rows for run.sh; exit 1 when a 95th percentile is
// over 8 ms.
#include "model/store/planfile.h"
#include "views/widgets/canvas/mapcanvas.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

using namespace corridor;

namespace {

constexpr double budgetMs = 8;
constexpr int moves = 600;

/// Counts what reaches the screen.
class PaintCounter : public QObject {
public:
    int count = 0;
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::Paint;
        return false;
    }
};

class DragBench {
public:
    explicit DragBench(Plan plan) {
        document.reset(std::move(plan));
        canvas.resize(1920, 1080);
        canvas.installEventFilter(&paints);
        canvas.show();
    }

    bool prepare() {
        const bool shown = QTest::qWaitForWindowExposed(&canvas) && session.waitForResults(10000);
        return shown && settle();
    }

    bool settle() {
        return QTest::qWaitFor([this] { return canvas.isSettled(); }, 10000);
    }

    /// Drags in circles of a growing radius; milliseconds of each move, sorted. Empty if a move showed no preview or
    /// was not painted within the time taken: then there is nothing to time.
    std::vector<double> drag(QPoint from) {
        mouse(QTest::MouseMove, from);
        mouse(QTest::MousePress, from);
        std::vector<double> times;
        bool shown = true;
        for (int i = 1; i <= moves; ++i) {
            const double angle = i * 0.13, radius = 10 + i * 0.2;
            const QPoint at = from + QPointF(radius * std::cos(angle), radius * std::sin(angle)).toPoint();
            const int before = paints.count;
            QElapsedTimer timer;
            timer.start();
            mouse(QTest::MouseMove, at);
            times.push_back(double(timer.nsecsElapsed()) / 1e6);
            shown = shown && paints.count > before && canvas.preview() && canvas.preview()->main();
        }
        QTest::keyClick(&canvas, Qt::Key_Escape);
        mouse(QTest::MouseRelease, from);
        if (!shown || !settle()) {
            std::fprintf(stderr, "bench_drag: a move had no service to preview, or was not painted\n");
            return {};
        }
        std::sort(times.begin(), times.end());
        return times;
    }

    QPoint pixel(const LonLat& place) const { return canvas.viewport().pixelOf(place).toPoint(); }

    Document document;
    Editor editor{document};
    Session session{document};
    Selection selection;
    PaintCounter paints;
    MapCanvas canvas{document, editor, session, selection};

private:
    void mouse(QTest::MouseAction action, QPoint at) {
        const auto button = action == QTest::MouseMove ? Qt::NoButton : Qt::LeftButton;
        QTest::mouseEvent(action, canvas.windowHandle(), button, {}, at); // and all that follows, the repaint too
    }
};

bool report(const char* name, const std::vector<double>& times) {
    if (times.empty())
        std::exit(2);
    const double p50 = times[times.size() / 2];
    const double p95 = times[times.size() * 95 / 100];
    std::printf("%s, p50\t%.2f ms\t-\t-\n", name, p50);
    std::printf("%s, p95\t%.2f ms\t-\t<= %.0f ms\n", name, p95, budgetMs);
    return p95 <= budgetMs;
}

/// The span in the middle of the longest route: one that services run over.
const Span* busySpan(const DragBench& bench) {
    const Span* best = nullptr;
    std::size_t longest = 0;
    for (const ServiceRoute& route : bench.session.assessment()->routes) {
        const std::vector<EntityId>& spans = route.primary.spans;
        if (spans.size() > longest) {
            longest = spans.size();
            best = bench.document.entities().find<Span>(spans[spans.size() / 2]);
        }
    }
    return best;
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_drag PLAN\n");
        return 2;
    }
    OpenOptions options;
    options.readOnly = true;
    DragBench bench(PlanFile::open(QString::fromLocal8Bit(argv[1]), options)->plan());
    if (!bench.prepare())
        return 2;
    const Span* span = busySpan(bench);
    if (!span)
        return 2;
    const EntityId id = span->id;
    const LonLat from = span->line.front(), to = span->line[1];
    bool kept = report("drag a node at 1920x1080", bench.drag(bench.pixel(from)));
    // The middle mark of its first segment becomes a vertex under the pointer; near, so that the mark is there.
    bench.canvas.setReducedMotion(true);
    bench.canvas.zoomTo({id});
    if (!bench.settle())
        return 2;
    bench.selection.set({id});
    bench.canvas.setTool(QStringLiteral("vertex"));
    const QPoint middle = ((bench.canvas.viewport().pixelOf(from) + bench.canvas.viewport().pixelOf(to)) / 2).toPoint();
    kept = report("drag a vertex at 1920x1080", bench.drag(middle)) && kept;
    return kept ? 0 : 1;
}

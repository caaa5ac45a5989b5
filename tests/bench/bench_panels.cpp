// SPDX-License-Identifier: GPL-3.0-or-later
// From an edit to the last repainted panel, in the real window on the sample plan: the edit, the calculation in its
// thread, the refill of models, charts and forms, the repaint of what is visible. Prints rows for run.sh: each kind of
// edit, then what each panel has of it. Exit 1 when the 95th percentile over all edits is over 20 ms.
#include "app/paneldock.h"
#include "app/statusrow.h"
#include "tests/app/windowfixture.h"
#include "tests/bench/nationalplan.h"
#include "views/widgets/panels/layerpanel.h"
#include "views/widgets/panels/rttpanel.h"
#include "views/widgets/panels/runstablepanel.h"
#include "views/widgets/panels/supplycharts.h"
#include "views/widgets/panels/tablespanel.h"

#include <QAbstractEventDispatcher>

#include <cstdio>
#include <functional>

using namespace corridor;
using namespace corridor::test;

namespace {

constexpr double budgetMs = 20;
constexpr int rounds = 30;
constexpr int roundsOfAPanel = 12;
constexpr int longestMs = 10000;

/// Adds up what events take, so that the time of the window is told from that of the calculation.
class TimedApplication : public Application {
public:
    using Application::Application;
    double busyMs = 0;

    bool notify(QObject* receiver, QEvent* event) override {
        if (mInside)
            return Application::notify(receiver, event);
        mInside = true;
        bool result = false;
        busyMs += millisecondsOf([&] { result = Application::notify(receiver, event); });
        mInside = false;
        return result;
    }

private:
    bool mInside = false;
};

struct Refresh {
    double wholeMs = 0; ///< from the edit to the last repaint
    double busyMs = 0;  ///< of it: the window's own thread
};

class PanelBench {
public:
    explicit PanelBench(TimedApplication& app)
        : mApp(app) {}

    bool prepare() {
        if (!f.open())
            return false;
        f.w().selection().set({f.id("YW-1301")});
        f.w().selection().setShownService(f.id("YW-1301"));
        mPlace = *nodePosition(f.w().document().entities(), f.id("WLCB-QQ"));
        EditResult variant = f.w().editor().addScenario(Plan::baseScenario(), QStringLiteral("Variant"));
        mVariant = variant.ids.empty() ? EntityId{} : variant.ids.front();
        return f.settle() && !mVariant.isNull();
    }

    /// Does an edit and works through all that follows from it.
    Refresh refresh(const std::function<void()>& edit) {
        Refresh result;
        mApp.busyMs = 0;
        double own = 0;
        result.wholeMs = millisecondsOf([&] {
            own = millisecondsOf(edit);
            QElapsedTimer timer;
            timer.start();
            while (f.w().session().isStale() && timer.elapsed() < longestMs)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            while (mApp.eventDispatcher()->processEvents(QEventLoop::AllEvents) && timer.elapsed() < longestMs) {
            }
        });
        result.busyMs = own + mApp.busyMs;
        f.settle(); // the picture of the map comes on its own
        return result;
    }

    // Each time to a new place, with a new value: nothing that was computed before is found again.
    void moveJunction() {
        mStep += 1;
        f.w().editor().moveNode(f.id("WLCB-QQ"), {mPlace.lon + 1e-4 * mStep, mPlace.lat});
    }
    void changeBandwidth() {
        mStep += 1;
        f.w().editor().setField({f.id("YW-1301")}, u"gbps", YearReals{{2025, 100.0 + mStep}});
    }
    void undo() { f.w().document().undoStack()->undo(); }
    void redo() { f.w().document().undoStack()->redo(); }
    void changeYear() { f.w().session().setYear(f.w().session().year() == 2027 ? 2026 : 2027); }
    void switchScenario() {
        Document& document = f.w().document();
        document.setScenario(document.scenario() == mVariant ? Plan::baseScenario() : mVariant);
    }

    std::vector<std::pair<const char*, QWidget*>> pages() {
        MainWindow& w = f.w();
        return {{"clause checks", &w.findings()},
                {"services", &w.services()},
                {"sites", &w.sites()},
                {"spans", &w.spans()},
                {"runs", &w.runs()},
                {"round trips", &w.chart()},
                {"capacity", &w.capacityChart()},
                {"compute", &w.computeChart()},
                {"energy", &w.energyChart()},
                {"carbon", &w.carbonChart()},
                {"properties", &w.inspector()},
                {"evidence", &w.evidence()},
                {"objects", &w.objects()},
                {"layers", &w.layers()}};
    }
    void raise(QWidget* page) {
        for (PanelDock* dock : f.w().findChildren<PanelDock*>())
            if (dock->holds(page))
                dock->raisePage(page);
        f.settle();
    }
    /// A page hears of plan and results no more.
    void cutOff(QObject* page) {
        QObjectList all{page};
        for (QObject* part : page->findChildren<QObject*>())
            all += part;
        for (QObject* part : all)
            for (QObject* source : {static_cast<QObject*>(&f.w().document()), static_cast<QObject*>(&f.w().session())})
                source->disconnect(part);
    }
    MainWindow& window() { return f.w(); }

private:
    TimedApplication& mApp;
    WindowFixture f{{1920, 1080}};
    LonLat mPlace;
    EntityId mVariant;
    int mStep = 0;
};

using Times = std::vector<double>;

double percentile95(Times times) {
    std::sort(times.begin(), times.end());
    return times[times.size() * 95 / 100];
}

/// The window's own part of a moved junction, the middle of some.
double busyOf(PanelBench& bench) {
    Times times;
    for (int i = 0; i < roundsOfAPanel; ++i)
        times.push_back(bench.refresh([&] { bench.moveJunction(); }).busyMs);
    return medianOf(times);
}

/// All kinds of edits; whether the target is kept.
bool reportEdits(PanelBench& bench) {
    const std::pair<const char*, void (PanelBench::*)()> kinds[] = {
        {"move a junction", &PanelBench::moveJunction},
        {"change a bandwidth", &PanelBench::changeBandwidth},
        {"undo", &PanelBench::undo},
        {"redo", &PanelBench::redo},
        {"change the year", &PanelBench::changeYear},
        {"switch the scenario", &PanelBench::switchScenario}};
    std::map<const char*, Times> whole, own;
    Times all, busy;
    for (int i = 0; i < rounds; ++i)
        for (const auto& [name, work] : kinds) {
            const Refresh refresh = bench.refresh([&, work = work] { (bench.*work)(); });
            if (i < 2)
                continue; // the first ones make fonts, icons and pictures
            whole[name].push_back(refresh.wholeMs);
            own[name].push_back(refresh.busyMs);
            all.push_back(refresh.wholeMs);
            busy.push_back(refresh.busyMs);
        }
    const double p95 = percentile95(all);
    std::printf("panels of the sample after an edit, p95\t%.1f ms\t-\t<= %.0f ms\n", p95, budgetMs);
    std::printf("  median; of it the window's own\t%.1f; %.1f ms\t-\t-\n", medianOf(all), medianOf(busy));
    for (const auto& [name, work] : kinds)
        std::printf("  %s: median, p95; own\t%.1f, %.1f; %.1f ms\t-\t-\n", name, medianOf(whole[name]),
                    percentile95(whole[name]), medianOf(own[name]));
    return p95 <= budgetMs;
}

void reportPanels(PanelBench& bench) {
    double before = busyOf(bench);
    std::printf("  the window's own part of a moved junction\t%.1f ms\t-\t-\n", before);
    for (const auto& [name, page] : bench.pages()) {
        bench.raise(page);
        std::printf("  with %s in front\t%.1f ms\t-\t-\n", name, busyOf(bench));
    }
    before = busyOf(bench);
    for (const auto& [name, page] : bench.pages()) {
        bench.cutOff(page);
        const double now = busyOf(bench);
        std::printf("  share of %s\t%.1f ms\t-\t-\n", name, before - now);
        before = now;
    }
    std::printf("  left: map, status line, menus\t%.1f ms\t-\t-\n", before);
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    isolate();
    TimedApplication app(argc, argv);
    app.useTheme(Theme::Light, false);
    PanelBench bench(app);
    if (!bench.prepare()) {
        std::fprintf(stderr, "bench_panels: the sample does not open\n");
        return 2;
    }
    const bool kept = reportEdits(bench);
    reportPanels(bench);
    return kept ? 0 : 1;
}

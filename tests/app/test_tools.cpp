// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/geo/polyline.h"
#include "views/paint/basemapdata.h"
#include "windowfixture.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QToolBar>
#include <QToolButton>

using namespace corridor;
using namespace corridor::test;

/// The tools of the map in the real window: their row, the form of what comes next, keys.
class TestTools : public QObject {
    Q_OBJECT
    std::unique_ptr<WindowFixture> f;

    QAction* action(const char* name) { return f->w().actions()[QString::fromLatin1(name)]; }
    QToolBar* row() { return f->w().findChild<QToolBar*>(QStringLiteral("tool-row")); }
    QStringList namesInRow() {
        QStringList names;
        for (const QAction* entry : row()->actions())
            if (!entry->objectName().isEmpty()) // neither lines nor what else stands there
                names += entry->objectName();
        return names;
    }
    QWidget* field(const char* name) { return f->w().inspector().form()->editor(QString::fromLatin1(name))->widget(); }
    void type(const char* name, const QString& text) {
        auto* line = qobject_cast<QLineEdit*>(field(name));
        QVERIFY(line);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    void chooseWord(const char* name, const char* word) {
        auto* box = qobject_cast<QComboBox*>(field(name));
        QVERIFY(box);
        box->setCurrentIndex(box->findData(QString::fromLatin1(word)));
        Q_EMIT box->activated(box->currentIndex());
    }
    static std::optional<AdminUnit> unitAt(const LonLat& at) {
        static const UnitLookup lookup =
            unitLookupIn(QFileInfo(BasemapData::defaultPath()).dir().filePath(QStringLiteral("units.bin")));
        return lookup(at);
    }
    QPoint freeGround() {
        for (int y = 80; y < f->w().canvas().height(); y += 40)
            for (int x = 80; x < f->w().canvas().width() - 80; x += 40)
                if (f->w().canvas().objectAt(QPointF(x, y)).isNull())
                    return {x, y};
        return {};
    }
    void click(QPoint at) { QTest::mouseClick(&f->w().canvas(), Qt::LeftButton, Qt::NoModifier, at); }

private Q_SLOTS:
    void init() {
        f = std::make_unique<WindowFixture>(QSize(1366, 768));
        QVERIFY2(f->open(), qPrintable(f->presenter.errors.join(u'\n')));
        f->w().canvas().setReducedMotion(true);
    }
    void cleanup() {
        f.reset();
        QSettings().clear();
    }

    void theRowHasTheOrderOfTheWork() {
        QCOMPARE(namesInRow().join(u' '),
                 QStringLiteral("open save undo redo tool-select tool-pan tool-zoom-box zoom-all zoom-selection "
                                "tool-vertex tool-add-site tool-add-junction tool-draw-span tool-split tool-measure "
                                "delete snap play-years"));
        for (const QAction* entry : row()->actions())
            if (entry->objectName().startsWith(QStringLiteral("tool-")))
                QVERIFY2(!entry->icon().isNull() && !entry->shortcut().isEmpty(), qPrintable(entry->objectName()));
    }

    void aNarrowRowHandsOverToTheButtonAtItsEnd() {
        const QStringList whole = namesInRow();
        for (const char* language : {"en", "zh"}) {
            static_cast<Application*>(qApp)->useLanguage(QString::fromLatin1(language));
            f->w().resize(1366, 768);
            QVERIFY(f->settle());
            QCOMPARE(namesInRow(), whole);
            QVERIFY(row()->sizeHint().width() <= f->w().width());
            f->w().resize(960, 540);
            QVERIFY(f->settle());
            QVERIFY2(row()->sizeHint().width() <= f->w().width(),
                     qPrintable(QString::number(row()->sizeHint().width())));
            const QStringList narrow = namesInRow();
            QVERIFY(narrow.size() < whole.size());
            for (const char* name : {"open", "save", "undo", "redo", "tool-select", "tool-pan", "tool-draw-span"})
                QVERIFY2(narrow.contains(QLatin1String(name)), name);
            QStringList handedOver;
            for (const QToolButton* button : row()->findChildren<QToolButton*>())
                if (button->isVisible() && button->menu())
                    for (const QAction* entry : button->menu()->actions())
                        handedOver += entry->objectName();
            for (const QString& name : whole)
                QVERIFY2(narrow.contains(name) || handedOver.contains(name), qPrintable(name));
        }
        f->w().resize(1366, 768);
        QVERIFY(f->settle());
        QCOMPARE(namesInRow(), whole);
        static_cast<Application*>(qApp)->useLanguage(QStringLiteral("en"));
    }

    void theNextSiteIsToldInTheInspector() {
        const QByteArray hash = contentHash(f->w().document().plan());
        action("tool-add-site")->trigger();
        QCOMPARE(f->w().inspector().title(), QStringLiteral("Next site"));
        type("name", QStringLiteral("Test centre"));
        chooseWord("kind", "super");
        type("it_power_mw", QStringLiteral("40"));
        QVERIFY(qobject_cast<QLineEdit*>(field("in_date"))->text().startsWith(QStringLiteral("2027")));
        click(freeGround());
        QCOMPARE(f->w().document().undoStack()->count(), 1);
        const Site* made = f->w().document().entities().find<Site>(f->w().selection().single());
        QVERIFY(made);
        QCOMPARE(made->name, QStringLiteral("Test centre"));
        QCOMPARE(made->kind, SiteKind::Super);
        QCOMPARE(made->itPowerMw, std::optional(40.0));
        QCOMPARE(made->inDate.year, 2027);
        // The name is used, the rest goes for the next one too.
        QVERIFY(f->w().inspector().prototypes().site.name.isEmpty());
        QVERIFY(qobject_cast<QLineEdit*>(field("name"))->text().isEmpty());
        QCOMPARE(f->w().inspector().prototypes().site.kind, SiteKind::Super);
        QTest::keyClick(&f->w().canvas(), Qt::Key_Escape);
        QCOMPARE(f->w().inspector().title(), QStringLiteral("Test centre"));
        f->w().document().undoStack()->undo();
        QCOMPARE(contentHash(f->w().document().plan()), hash);
        QVERIFY(!f->w().document().isModified());
    }

    void aPlacedSiteSaysWhereItStands() {
        QVERIFY(f->w().canvas().setTool(QStringLiteral("add-site")));
        const QPoint at = freeGround();
        const auto unit = unitAt(f->w().canvas().viewport().positionOf(at));
        QVERIFY(unit);
        click(at);
        const Site* site = f->w().document().entities().find<Site>(f->w().selection().single());
        QVERIFY(site);
        QCOMPARE(site->province, unit->province);
        QCOMPARE(site->city, unit->city);
        const ProvenanceRows rows = provenanceOf(f->w().document().entities(), site->id);
        QCOMPARE(sourceText(*rows.at(QStringLiteral("province")), true).section(QStringLiteral(" · "), 0, 0),
                 QStringLiteral("Base map, by position"));
        f->w().document().undoStack()->undo();
        QVERIFY(f->settle());
        QVERIFY(!f->w().document().isModified());
    }

    // The plan's own words come from the authorities; Qixiaying stands 2 km from the border as the map has it.
    void theBaseMapKnowsWhereTheSampleStands() {
        QStringList wrong;
        int count = 0;
        const auto check = [&](const QString& code, const LonLat& at, const QString& province, const QString& city) {
            ++count;
            if (unitAt(at) != AdminUnit{province, city})
                wrong += code;
        };
        const EntitySet& entities = f->w().document().entities();
        entities.table<Site>().forEach(
            [&](const auto& site) { check(site->code, site->position, site->province, site->city); });
        entities.table<Junction>().forEach(
            [&](const auto& node) { check(node->code, node->position, node->province, node->city); });
        QCOMPARE(wrong, QStringList(QStringLiteral("WLCB-QXY")));
        QVERIFY(count > 90);
        QVERIFY(!unitAt({118.5, 38.6})); // the Bohai
        QVERIFY(!unitAt({121.5, 31.2})); // beyond the frame
    }

    void theNextJunctionIsToldInTheInspector() {
        const QByteArray hash = contentHash(f->w().document().plan());
        const std::size_t spans = f->w().document().entities().count(Kind::Span);
        action("tool-add-junction")->trigger();
        QCOMPARE(f->w().inspector().title(), QStringLiteral("Next junction"));
        chooseWord("role", "roadm");
        const Span* span = f->w().document().entities().find<Span>(f->id("GD-QQ-ZZ"));
        const LonLat place = midPoint(span->line);
        f->w().canvas().zoomTo(Box{place.lon - 0.05, place.lat - 0.05, place.lon + 0.05, place.lat + 0.05});
        QVERIFY(f->settle());
        click(f->w().canvas().viewport().pixelOf(place).toPoint());
        QCOMPARE(f->w().document().undoStack()->count(), 1);
        QCOMPARE(f->w().document().entities().count(Kind::Span), spans + 1);
        const Junction* made = f->w().document().entities().find<Junction>(f->w().selection().single());
        QVERIFY(made && made->role == JunctionRole::Roadm);
        f->w().document().undoStack()->undo();
        QCOMPARE(contentHash(f->w().document().plan()), hash);
    }

    void controlASelectsAllThatIsShown() {
        LayerVisibility layers;
        layers.junctions = layers.spans = false;
        f->w().canvas().setLayers(layers);
        f->w().canvas().setFocus();
        QTest::keyClick(&f->w().canvas(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(f->w().selection().ids().size(), f->w().document().entities().count(Kind::Site));
        QTest::keyClick(&f->w().canvas(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f->w().selection().isEmpty());
    }

    void readOnlyPlansKeepLookingAndMeasuring() {
        f->w().document().setReadOnly(true);
        for (const char* name : {"tool-vertex", "tool-add-site", "tool-add-junction", "tool-draw-span", "tool-split"})
            QVERIFY2(!action(name)->isEnabled(), name);
        for (const char* name : {"tool-select", "tool-pan", "tool-zoom-box", "tool-measure", "select-all"})
            QVERIFY2(action(name)->isEnabled(), name);
    }

    void aToolIsReachedByItsKey() {
        const std::pair<Qt::Key, const char*> keys[] = {{Qt::Key_B, "zoom-box"},     {Qt::Key_C, "add-site"},
                                                        {Qt::Key_J, "add-junction"}, {Qt::Key_X, "split"},
                                                        {Qt::Key_M, "measure"},      {Qt::Key_V, "select"}};
        for (const auto& [key, tool] : keys) {
            QTest::keyClick(&f->w().canvas(), key);
            QCOMPARE(f->w().canvas().tool()->id(), QString::fromLatin1(tool));
            QVERIFY(action((std::string("tool-") + tool).c_str())->isChecked());
        }
    }
};

CORRIDOR_WINDOW_TEST(TestTools)
#include "test_tools.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tablesfixture.h"
#include "views/widgets/controls/formrow.h"
#include "views/widgets/panels/inspectorpanel.h"
#include "views/widgets/panels/yearfieldeditor.h"
#include "views/widgets/theme.h"

#include <QApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace corridor;
using namespace corridor::test;

/// The forms of the inspector: values by year, what an empty field means, several objects at once.
class TestForms : public QObject {
    Q_OBJECT
    QTemporaryDir mHome;

    /// An inspector on a plan with three services and two spans between four junctions.
    struct Fixture {
        TablesHost host;
        std::unique_ptr<InspectorPanel> panel;

        Fixture() {
            PlanMaker maker;
            for (const auto& [code, lon] : {std::pair("A", 112.0), {"B", 113.0}, {"C", 114.0}})
                maker.junction(code, lon, 40.5);
            maker.span("GD-1", "A", "B", 1.1);
            Span bare = maker.spanRow("GD-2", "B", "C");
            bare.sinuosity.reset();
            bare.terrain = Terrain::Mountain;
            maker.put(bare);
            maker.setting("channels_per_pair", QStringLiteral("96"));
            maker.setting("channel_gbps", QStringLiteral("400"));
            maker.setting("pue_model/air-beijing", QStringLiteral("1.25"));
            Site site;
            PlanMaker::name(site, "SL-1");
            site.position = {112.5, 40.2};
            site.pueModel = QStringLiteral("air-beijing");
            maker.put(site);
            for (const auto& [code, gbps] : {std::pair<const char*, YearReals>{"YW-1", {{2026, 400}, {2028, 800}}},
                                             {"YW-2", {}},
                                             {"YW-3", {{2026, 400}, {2028, 800}}}}) {
                Service service;
                PlanMaker::name(service, code);
                service.from = PlanMaker::id("A");
                service.to = PlanMaker::id("C");
                service.gbps = gbps;
                maker.put(service);
            }
            host.document().reset(maker.plan());
            panel = std::make_unique<InspectorPanel>(host);
            panel->resize(344, 900);
            panel->show();
            if (!QTest::qWaitForWindowActive(panel.get()))
                qFatal("no window");
        }
        void select(std::initializer_list<const char*> codes) {
            std::vector<EntityId> ids;
            for (const char* code : codes)
                ids.push_back(PlanMaker::id(code));
            host.selection().set(ids);
            QCoreApplication::processEvents();
        }
        YearFieldEditor& years() {
            auto* editor = qobject_cast<YearFieldEditor*>(panel->form()->editor(QStringLiteral("gbps")));
            if (!editor)
                qFatal("no editor of years");
            return *editor;
        }
        QString placeholder(const char* field) {
            return qobject_cast<QLineEdit*>(panel->form()->editor(QLatin1String(field))->widget())->placeholderText();
        }
        QString text(const char* field) {
            return qobject_cast<QLineEdit*>(panel->form()->editor(QLatin1String(field))->widget())->text();
        }
        const YearReals& gbps(const char* code) {
            return host.document().entities().find<Service>(PlanMaker::id(code))->gbps;
        }
        int steps() { return host.document().undoStack()->count(); }
        bool hasError() { return panel->form()->row(QStringLiteral("gbps"))->hasError(); }
    };

    static void type(QLineEdit* line, const QString& text) {
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("corridor-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, mHome.path());
        applyTheme(*qApp, Theme::Light);
    }

    void yearsStandLineByLine() {
        Fixture f;
        f.select({"YW-1"});
        QCOMPARE(f.years().lineCount(), 2);
        QCOMPARE(f.years().yearLine(1)->text(), QStringLiteral("2028"));
        QCOMPARE(f.years().valueLine(1)->text(), QStringLiteral("800"));
        f.select({"YW-2"});
        QCOMPARE(f.years().lineCount(), 0);
        QVERIFY(f.years().addButton()->isVisible());
    }

    void oneValueIsChangedInOneStep() {
        Fixture f;
        f.select({"YW-1"});
        type(f.years().valueLine(0), QStringLiteral("600"));
        QCOMPARE(f.steps(), 0);
        QTest::keyClick(f.years().valueLine(0), Qt::Key_Return);
        QVERIFY((f.gbps("YW-1") == YearReals{{2026, 600}, {2028, 800}}));
        QCOMPARE(f.steps(), 1);
        QTest::keyClick(f.years().valueLine(0), Qt::Key_Return); // nothing typed since
        QCOMPARE(f.steps(), 1);
        f.host.document().undoStack()->undo();
        QCOMPARE(f.years().valueLine(0)->text(), QStringLiteral("400"));
    }

    void aYearIsAddedOnceItHasAValue() {
        Fixture f;
        f.select({"YW-1"});
        QTest::mouseClick(f.years().addButton(), Qt::LeftButton);
        QCOMPARE(f.years().lineCount(), 3);
        QCOMPARE(f.years().yearLine(2)->text(), QStringLiteral("2029")); // the next one
        QCOMPARE(f.steps(), 0);
        QTest::mouseClick(f.years().addButton(), Qt::LeftButton);
        QCOMPARE(f.years().lineCount(), 3); // the one begun comes first
        type(f.years().valueLine(2), QStringLiteral("1 600"));
        QTest::keyClick(f.years().valueLine(2), Qt::Key_Return);
        QVERIFY((f.gbps("YW-1") == YearReals{{2026, 400}, {2028, 800}, {2029, 1600}}));
        QCOMPARE(f.steps(), 1);
    }

    void yearsMayBeTypedInAnyOrder() {
        Fixture f;
        f.select({"YW-1"});
        QTest::mouseClick(f.years().addButton(), Qt::LeftButton);
        type(f.years().yearLine(2), QStringLiteral("2025"));
        type(f.years().valueLine(2), QStringLiteral("100"));
        QTest::keyClick(f.years().valueLine(2), Qt::Key_Return);
        QVERIFY((f.gbps("YW-1") == YearReals{{2025, 100}, {2026, 400}, {2028, 800}}));
        QCOMPARE(f.years().yearLine(0)->text(), QStringLiteral("2025"));
    }

    void aYearIsTakenAway() {
        Fixture f;
        f.select({"YW-1"});
        QTest::mouseClick(f.years().removeButton(0), Qt::LeftButton);
        QVERIFY((f.gbps("YW-1") == YearReals{{2028, 800}}));
        QTest::mouseClick(f.years().removeButton(0), Qt::LeftButton);
        QVERIFY(f.gbps("YW-1").empty());
        QCOMPARE(f.steps(), 2);
    }

    void whatIsNoValueIsToldAndThePlanKeepsTheOld_data() {
        QTest::addColumn<QString>("year");
        QTest::addColumn<QString>("value");
        QTest::newRow("a word") << QStringLiteral("2028") << QStringLiteral("many");
        QTest::newRow("below the range") << QStringLiteral("2028") << QStringLiteral("-1");
        QTest::newRow("no year") << QStringLiteral("soon") << QStringLiteral("800");
        QTest::newRow("a year twice") << QStringLiteral("2026") << QStringLiteral("800");
        QTest::newRow("a year out of range") << QStringLiteral("28") << QStringLiteral("800");
    }
    void whatIsNoValueIsToldAndThePlanKeepsTheOld() {
        QFETCH(QString, year);
        QFETCH(QString, value);
        Fixture f;
        f.select({"YW-1"});
        type(f.years().yearLine(1), year);
        f.years().valueLine(1)->setText(value);
        QTest::keyClick(f.years().yearLine(1), Qt::Key_Return);
        QVERIFY(f.hasError());
        QCOMPARE(f.steps(), 0);
        QVERIFY((f.gbps("YW-1") == YearReals{{2026, 400}, {2028, 800}}));
        QTest::keyClick(f.years().yearLine(1), Qt::Key_Escape);
        QVERIFY(!f.hasError());
        QCOMPARE(f.years().yearLine(1)->text(), QStringLiteral("2028"));
        QCOMPARE(f.years().valueLine(1)->text(), QStringLiteral("800"));
    }

    void leavingAFinishedLineCommitsIt() {
        Fixture f;
        f.select({"YW-1"});
        type(f.years().valueLine(0), QStringLiteral("500"));
        f.years().addButton()->setFocus();
        QVERIFY((f.gbps("YW-1") == YearReals{{2026, 500}, {2028, 800}}));
    }

    void severalWithTheSameYearsAreSetTogether() {
        Fixture f;
        f.select({"YW-1", "YW-3"});
        QCOMPARE(f.years().lineCount(), 2);
        type(f.years().valueLine(0), QStringLiteral("600"));
        QTest::keyClick(f.years().valueLine(0), Qt::Key_Return);
        QVERIFY((f.gbps("YW-1") == YearReals{{2026, 600}, {2028, 800}}));
        QVERIFY(f.gbps("YW-3") == f.gbps("YW-1"));
        QCOMPARE(f.steps(), 1);
    }

    void severalThatDifferAreNotSetByYear() {
        Fixture f;
        f.select({"YW-1", "YW-2"});
        QCOMPARE(f.years().lineCount(), 0);
        QVERIFY(!f.years().addButton()->isVisible());
    }

    void aReadOnlyPlanShowsYearsOnly() {
        Fixture f;
        f.select({"YW-1"});
        f.host.document().setReadOnly(true);
        QVERIFY(f.years().valueLine(0)->isReadOnly());
        QVERIFY(!f.years().removeButton(0)->isVisible() && !f.years().addButton()->isVisible());
    }

    void anEmptyFieldSaysWhatIsTakenForIt() {
        Fixture f;
        f.select({"GD-2"});
        QCOMPARE(f.placeholder("lay_factor"), QStringLiteral("Default 1.025"));
        QCOMPARE(f.placeholder("sinuosity"), QStringLiteral("Default 1.1"));
        QCOMPARE(f.placeholder("capacity_gbps"), QString()); // no lit pairs on record: nothing is taken
        QVERIFY(f.host.editor().setField({PlanMaker::id("GD-2")}, u"pairs_lit", qint64(2)).ok());
        QCOMPARE(f.placeholder("capacity_gbps"), QStringLiteral("Default 76800"));
        QVERIFY(f.host.editor().setSetting(QStringLiteral("lay_factor"), QStringLiteral("1.05")).ok());
        QCOMPARE(f.placeholder("lay_factor"), QStringLiteral("Default 1.05"));
        QVERIFY(f.host.editor().setField({PlanMaker::id("GD-2")}, u"schematic", false).ok());
        QCOMPARE(f.placeholder("sinuosity"), QString()); // a survey is as long as it is
        f.select({"SL-1"});
        QCOMPARE(f.placeholder("pue_annual"), QStringLiteral("Default 1.25"));
    }

    void whatIsTakenIsWhatIsComputed() {
        Fixture f;
        const Span span = *f.host.document().entities().find<Span>(PlanMaker::id("GD-2"));
        Span filled = span;
        f.select({"GD-2"});
        filled.layFactor = f.placeholder("lay_factor").section(u' ', 1).toDouble();
        filled.sinuosity = f.placeholder("sinuosity").section(u' ', 1).toDouble();
        const EntitySet& entities = f.host.document().entities();
        QCOMPARE(spanFigures(entities, filled).fibreKm, spanFigures(entities, span).fibreKm);
    }

    void severalObjectsAreEditedInOneStep() {
        Fixture f;
        f.select({"GD-1", "GD-2"});
        QCOMPARE(f.placeholder("sinuosity"), severalText());
        QVERIFY(f.text("sinuosity").isEmpty());
        auto* line = qobject_cast<QLineEdit*>(f.panel->form()->editor(QStringLiteral("sinuosity"))->widget());
        type(line, QStringLiteral("1.2"));
        QTest::keyClick(line, Qt::Key_Return);
        for (const char* code : {"GD-1", "GD-2"})
            QCOMPARE(*f.host.document().entities().find<Span>(PlanMaker::id(code))->sinuosity, 1.2);
        QCOMPARE(f.steps(), 1);
        f.host.document().undoStack()->undo();
        QCOMPARE(f.placeholder("sinuosity"), severalText());
    }

    void theNextSpanTellsItsCapacity() {
        Fixture f;
        f.panel->setDrawing(Kind::Span);
        for (const char* field : {"pairs_lit", "pairs_dark", "capacity_gbps", "capacity_sharing"})
            QVERIFY2(f.panel->form()->editor(QLatin1String(field)), field);
        auto* line = qobject_cast<QLineEdit*>(f.panel->form()->editor(QStringLiteral("pairs_lit"))->widget());
        type(line, QStringLiteral("4"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(f.placeholder("capacity_gbps"), QStringLiteral("Default 153600"));
        QVERIFY(f.panel->spanPrototype().pairsLit == qint64(4));
        f.panel->setDrawing(Kind::Site);
        QCOMPARE(f.placeholder("province"), QStringLiteral("From the position"));
    }
};

QTEST_MAIN(TestForms)
#include "test_forms.moc"

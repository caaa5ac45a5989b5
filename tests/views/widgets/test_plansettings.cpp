// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/settings.h"
#include "tablesfixture.h"
#include "views/widgets/controls/formrow.h"
#include "views/widgets/dialogs/plansettingsdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>

using namespace corridor;
using namespace corridor::test;

class TestPlanSettings : public QObject {
    Q_OBJECT
    std::unique_ptr<TablesFixture> f;
    std::unique_ptr<PlanSettingsDialog> dialog;

    QLineEdit* line(const char* key) { return dialog->findChild<QLineEdit*>(QString::fromLatin1(key)); }
    QComboBox* box(const char* key) { return dialog->findChild<QComboBox*>(QString::fromLatin1(key)); }
    QPushButton* button(QDialogButtonBox::ButtonRole role) {
        auto* buttons = dialog->findChild<QDialogButtonBox*>();
        for (QAbstractButton* each : buttons->buttons())
            if (buttons->buttonRole(each) == role)
                return static_cast<QPushButton*>(each);
        return nullptr;
    }
    PlanSettings settings() { return settingsOf(f->host.document().entities()); }
    FormRow* rowOf(QWidget* field) { return qobject_cast<FormRow*>(field->parentWidget()); }

private slots:
    void init() {
        f = std::make_unique<TablesFixture>(Kind::Site);
        dialog = std::make_unique<PlanSettingsDialog>(f->host);
        dialog->show();
    }
    void cleanup() {
        dialog.reset();
        f.reset();
    }

    void nothingIsWrittenBeforeItIsApplied() {
        line("ring_radius_km")->setText(QStringLiteral("150"));
        QCOMPARE(f->steps(), 0);
        button(QDialogButtonBox::RejectRole)->click();
        QVERIFY(!dialog->isVisible());
        QCOMPARE(f->steps(), 0);
        QCOMPARE(settings().ringRadiusKm, 200.0);
    }

    void allChangesAreOneStep() {
        line("ring_radius_km")->setText(QStringLiteral("150"));
        line("lay_factor")->setText(QStringLiteral("1.03"));
        box("equipment_mode")->setCurrentIndex(box("equipment_mode")->findData(QStringLiteral("itemised")));
        button(QDialogButtonBox::AcceptRole)->click();
        QVERIFY(!dialog->isVisible());
        QCOMPARE(f->steps(), 1);
        QCOMPARE(settings().ringRadiusKm, 150.0);
        QCOMPARE(settings().layFactor, 1.03);
        QCOMPARE(settings().equipmentMode, EquipmentMode::Itemised);
        f->host.document().undoStack()->undo();
        QCOMPARE(settings().ringRadiusKm, 200.0);
        QCOMPARE(settings().equipmentMode, EquipmentMode::Lump);
    }

    void nothingChangedIsNoStep() {
        button(QDialogButtonBox::AcceptRole)->click();
        QCOMPARE(f->steps(), 0);
        QVERIFY(!dialog->isVisible());
    }

    void oneWrongValueKeepsAllBack() {
        line("ring_radius_km")->setText(QStringLiteral("150"));
        line("lay_factor")->setText(QStringLiteral("seven"));
        button(QDialogButtonBox::AcceptRole)->click();
        QVERIFY(dialog->isVisible());
        QVERIFY(rowOf(line("lay_factor"))->hasError());
        QVERIFY(!rowOf(line("ring_radius_km"))->hasError());
        QCOMPARE(f->steps(), 0);
        line("lay_factor")->setText(QStringLiteral("1.04"));
        QVERIFY(dialog->apply());
        QVERIFY(!rowOf(line("lay_factor"))->hasError());
        QCOMPARE(settings().layFactor, 1.04);
    }

    void theReferencePointIsChosenFromSitesAndJunctions() {
        QComboBox* nodes = box("reference_point");
        QVERIFY(nodes);
        QCOMPARE(nodes->count(), 1 + 4 + 3);
        QCOMPARE(nodes->currentData().toString(), QString());
        nodes->setCurrentIndex(nodes->findData(QStringLiteral("B")));
        QVERIFY(dialog->apply());
        QCOMPARE(settings().referencePoint, f->id("B"));
        dialog = std::make_unique<PlanSettingsDialog>(f->host);
        QCOMPARE(box("reference_point")->currentData().toString(), QStringLiteral("B"));
    }

    void aReferencePointThatIsGoneIsSaid() {
        QVERIFY(f->host.editor().setSetting(QStringLiteral("reference_point"), QStringLiteral("D"), QString()).ok());
        QVERIFY(f->host.editor().remove({f->id("D")}).ok());
        dialog = std::make_unique<PlanSettingsDialog>(f->host);
        QVERIFY(box("reference_point")->currentText().contains(QStringLiteral("D")));
        const int before = f->steps();
        QVERIFY(dialog->apply()); // left alone
        QCOMPARE(f->steps(), before);
    }

    void fieldsStandInOneColumn() {
        const int left = rowOf(line("title"))->mapTo(dialog.get(), line("title")->pos()).x();
        for (const char* key : {"ring_radius_km", "lay_factor", "it_load_factor"})
            QCOMPARE(rowOf(line(key))->mapTo(dialog.get(), line(key)->pos()).x(), left);
        QCOMPARE(rowOf(box("rtt_layer"))->mapTo(dialog.get(), box("rtt_layer")->pos()).x(), left);
        QVERIFY(line("ring_radius_km")->alignment() & Qt::AlignRight);
    }

    void aReadOnlyPlanIsOnlyLookedAt() {
        f->host.document().setReadOnly(true);
        dialog = std::make_unique<PlanSettingsDialog>(f->host);
        QVERIFY(!button(QDialogButtonBox::AcceptRole));
        QVERIFY(!line("lay_factor")->isEnabled());
    }
};

QTEST_MAIN(TestPlanSettings)
#include "test_plansettings.moc"

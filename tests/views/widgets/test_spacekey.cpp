// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/canvas/spacekey.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTest>

using namespace corridor;

namespace {

/// Counts the space bars that reach it.
class Map : public QWidget {
public:
    using QWidget::QWidget;
    int pressed = 0, released = 0;

protected:
    // As the real one: repeated keys are of no use to it and go on to its parents.
    void keyPressEvent(QKeyEvent* event) override {
        pressed += event->key() == Qt::Key_Space;
        event->setAccepted(!event->isAutoRepeat());
    }
    void keyReleaseEvent(QKeyEvent* event) override {
        released += event->key() == Qt::Key_Space && !event->isAutoRepeat();
        event->setAccepted(!event->isAutoRepeat());
    }
};

} // namespace

/// The space bar means the map under the pointer, except where text is typed.
class TestSpaceKey : public QObject {
    Q_OBJECT

    struct Fixture {
        QWidget window;
        Map* map = new Map(&window);
        QLineEdit* line = new QLineEdit(&window);
        QCheckBox* box = new QCheckBox(&window);

        Fixture() {
            auto* column = new QVBoxLayout(&window);
            column->addWidget(map, 1);
            column->addWidget(line);
            column->addWidget(box);
            map->setFocusPolicy(Qt::StrongFocus);
            new SpaceKey(*map);
            window.resize(300, 300);
            window.show();
            if (!QTest::qWaitForWindowActive(&window))
                qFatal("no window");
        }
        void pointerOver(bool over) { map->setAttribute(Qt::WA_UnderMouse, over); }
    };

private Q_SLOTS:
    void theMapGetsItWhileThePointerIsThere() {
        Fixture f;
        f.box->setFocus();
        f.pointerOver(true);
        QTest::keyPress(f.box, Qt::Key_Space);
        QCOMPARE(f.map->pressed, 1);
        f.pointerOver(false); // dragged out: the release still belongs to the press
        QTest::keyRelease(f.box, Qt::Key_Space);
        QCOMPARE(f.map->released, 1);
        QVERIFY(!f.box->isChecked());
    }

    void aHeldKeyRepeats() {
        Fixture f;
        f.window.setFocusPolicy(Qt::StrongFocus);
        for (QWidget* focus : {static_cast<QWidget*>(f.box), &f.window}) { // beside the map, and around it
            focus->setFocus();
            f.pointerOver(true);
            const int before = f.map->released;
            QTest::keyPress(focus, Qt::Key_Space);
            for (int i = 0; i < 3; ++i)
                for (const QEvent::Type type : {QEvent::KeyRelease, QEvent::KeyPress}) {
                    QKeyEvent repeat(type, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "), true);
                    QCoreApplication::sendEvent(focus, &repeat);
                }
            QTest::keyRelease(focus, Qt::Key_Space);
            QCOMPARE(f.map->released, before + 1);
            QVERIFY(!f.box->isChecked());
        }
    }

    void elsewhereItIsTheControls() {
        Fixture f;
        f.box->setFocus();
        f.pointerOver(false);
        QTest::keyClick(f.box, Qt::Key_Space);
        QVERIFY(f.box->isChecked());
        QCOMPARE(f.map->pressed + f.map->released, 0);
    }

    void whereTextIsTypedItIsASpace() {
        Fixture f;
        f.line->setFocus();
        f.pointerOver(true);
        QTest::keyClick(f.line, Qt::Key_Space);
        QCOMPARE(f.line->text(), QStringLiteral(" "));
        QCOMPARE(f.map->pressed, 0);
        f.line->setReadOnly(true);
        QTest::keyClick(f.line, Qt::Key_Space);
        QCOMPARE(f.map->pressed, 1);
    }

    void theMapItselfGetsItOnce() {
        Fixture f;
        f.map->setFocus();
        f.pointerOver(true);
        QTest::keyClick(f.map, Qt::Key_Space);
        QCOMPARE(f.map->pressed, 1);
        QCOMPARE(f.map->released, 1);
    }
};

QTEST_MAIN(TestSpaceKey)
#include "test_spacekey.moc"

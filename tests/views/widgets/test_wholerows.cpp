// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/controls/wholerows.h"
#include "views/widgets/theme.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>
#include <QtTest>

using namespace corridor;

class TestWholeRows : public QObject {
    Q_OBJECT
    static constexpr int rowHeight = 26;
    QStandardItemModel model{40, 3};
    std::unique_ptr<QTableView> table;

    const WholeRows& cover() { return *table->findChild<WholeRows*>(); }
    bool isAtEnd() const {
        const QScrollBar& bar = *table->verticalScrollBar();
        return bar.maximum() > 0 && bar.value() == bar.maximum();
    }
    /// Where there is a part of a row, at the lower edge and at the end at the upper one, there is plain ground.
    bool isClean() {
        const QWidget& viewport = *table->viewport();
        const QImage image = table->grab().toImage();
        const int rest = viewport.height() % rowHeight;
        const int top = isAtEnd() ? 0 : viewport.height() - rest;
        for (int y = top; y < top + rest; ++y)
            for (int x = 0; x < viewport.width(); ++x)
                if (image.pixelColor(viewport.mapTo(table.get(), QPoint(x, y))) != themeColor(Token::Base))
                    return false;
        return true;
    }

private slots:
    void init() {
        applyTheme(*qApp, Theme::Light);
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < model.columnCount(); ++column)
                model.setItem(row, column, new QStandardItem(QStringLiteral("MMMM %1").arg(row)));
        table = std::make_unique<QTableView>();
        table->setAlternatingRowColors(true);
        table->verticalHeader()->hide();
        table->verticalHeader()->setDefaultSectionSize(rowHeight);
        table->setModel(&model);
        new WholeRows(*table);
        table->resize(400, 211);
        table->show();
        QVERIFY(QTest::qWaitForWindowExposed(table.get()));
    }

    void coversTheRest() {
        QVERIFY(table->viewport()->height() % rowHeight != 0);
        QVERIFY(cover().isVisible());
        QCOMPARE(cover().height(), table->viewport()->height() % rowHeight);
        QVERIFY(isClean());
    }

    void followsSizeAndScrolling() {
        for (int height = 200; height < 230; ++height) {
            table->resize(400, height);
            QVERIFY2(isClean(), qPrintable(QString::number(height)));
            QCOMPARE(cover().isVisible(), table->viewport()->height() % rowHeight != 0);
        }
        table->verticalScrollBar()->setValue(11);
        QVERIFY(isClean());
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum());
        QVERIFY(isClean());
        // The last row can be reached.
        const QRect last = table->visualRect(model.index(model.rowCount() - 1, 0));
        QVERIFY(last.isValid() && last.bottom() < table->viewport()->height());
        QVERIFY(!cover().isVisible() || !cover().geometry().intersects(last.translated(table->viewport()->pos())));
    }

    void standsAboveAHorizontalScrollBar() {
        table->setColumnWidth(0, 900);
        QCoreApplication::processEvents();
        QTRY_VERIFY(table->horizontalScrollBar()->isVisible());
        QVERIFY(isClean());
    }
};

QTEST_MAIN(TestWholeRows)
#include "test_wholerows.moc"

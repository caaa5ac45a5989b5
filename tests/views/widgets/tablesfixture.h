// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corridorplan.h"
#include "views/widgets/panels/panelhost.h"
#include "views/widgets/panels/tablespanel.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QtTest>

namespace corridor::test {

/// What the tables ask of their window, with what they told it.
class TablesHost : public PanelHost {
public:
    Document& document() override { return mDocument; }
    Editor& editor() override { return mEditor; }
    Session& session() override { return mSession; }
    Selection& selection() override { return mSelection; }
    void notify(const QString& sentence) override { notes += sentence; }

    QStringList notes;

private:
    Document mDocument;
    Editor mEditor{mDocument};
    Session mSession{mDocument};
    Selection mSelection;
};

/// Three sites and two spans between four junctions; the table of one kind in a window of its own.
///
///     A ──(GD-1, named)── B ──(GD-2, nameless)── C        D
class TablesFixture {
public:
    explicit TablesFixture(Kind kind)
        : panel((fill(), kind), host) {
        panel.resize(1400, 400);
        panel.show();
        mReady = QTest::qWaitForWindowActive(&panel);
        panel.table().setFocus();
    }

    bool isReady() const { return mReady; }
    static EntityId id(const char* code) { return PlanMaker::id(code); }
    template <class T>
    const T& get(const char* code) {
        const T* found = host.document().entities().find<T>(id(code));
        if (!found)
            qFatal("no such object");
        return *found;
    }
    int steps() { return host.document().undoStack()->count(); }

    /// The cell of an object as the view has it; invalid when the filter hides the row.
    QModelIndex cell(const char* code, const char* key) {
        const QModelIndex source =
            panel.model().index(panel.model().rowOf(id(code)), panel.model().columnOf(QString::fromLatin1(key)));
        return panel.proxy().mapFromSource(source);
    }
    QString text(const char* code, const char* key) { return cell(code, key).data().toString(); }
    /// Codes of the rows from top to bottom.
    QStringList codes() {
        QStringList all;
        for (int row = 0; row < panel.proxy().rowCount(); ++row)
            all += panel.proxy().index(row, panel.model().columnOf(u"code")).data().toString();
        return all;
    }
    void click(const char* code, const char* key, Qt::KeyboardModifiers keys = {}) {
        QTest::mouseClick(panel.table().viewport(), Qt::LeftButton, keys,
                          panel.table().visualRect(cell(code, key)).center());
    }
    void clickHeader(const char* key) {
        QHeaderView& header = *panel.table().horizontalHeader();
        const int column = panel.model().columnOf(QString::fromLatin1(key));
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {},
                          QPoint(header.sectionViewportPosition(column) + 12, header.height() / 2));
    }
    /// F2 in a cell; the control that came up.
    template <class T>
    T* edit(const char* code, const char* key) {
        panel.table().selectionModel()->setCurrentIndex(cell(code, key), QItemSelectionModel::NoUpdate);
        QTest::keyClick(&panel.table(), Qt::Key_F2);
        const QList<T*> controls = panel.table().viewport()->findChildren<T*>(QString(), Qt::FindDirectChildrenOnly);
        for (T* control : controls)
            if (control->isVisible())
                return control;
        return nullptr;
    }
    bool isEditing() {
        QCoreApplication::processEvents();
        for (const QLineEdit* line : panel.table().viewport()->findChildren<QLineEdit*>())
            if (line->isVisible())
                return true;
        return false;
    }
    void filter(const QString& text) {
        panel.filter().clear();
        panel.filter().insert(text); // keyClicks() knows no Chinese
        QTest::qWait(5);
    }

    TablesHost host;
    EntityTablePanel panel;

private:
    void fill() {
        PlanMaker maker;
        for (const auto& [code, lon] : {std::pair("A", 112.0), {"B", 113.0}, {"C", 114.0}, {"D", 115.0}})
            maker.junction(code, lon, 40.5);
        put(maker, "SL-1", QStringLiteral("张北"), "Zhangbei", 1538.0, 1.19);
        put(maker, "SL-2", QStringLiteral("北京"), "Beijing", std::nullopt, std::nullopt);
        put(maker, "SL-10", QStringLiteral("和林格尔"), "Horinger", 40.0, 1.147);
        Span named = maker.spanRow("GD-1", "A", "B");
        named.name = QStringLiteral("甲乙");
        named.capacityGbps = 32000;
        maker.put(named);
        Span nameless = maker.spanRow("GD-2", "B", "C");
        nameless.name.clear();
        maker.put(nameless);
        host.document().reset(maker.plan());
    }
    static void put(PlanMaker& maker, const char* code, const QString& name, const char* nameEn,
                    std::optional<double> pflops, std::optional<double> pue) {
        Site site;
        PlanMaker::name(site, code);
        site.name = name;
        site.nameEn = QString::fromLatin1(nameEn);
        site.position = {116.0, 40.0};
        site.computePflops = pflops;
        site.pueAnnual = pue;
        maker.put(site);
    }

    bool mReady = false;
};

} // namespace corridor::test

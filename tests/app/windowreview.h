// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/schema.h"
#include "model/rules/rulepack.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTabBar>
#include <QTableView>
#include <QTextBrowser>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QTreeView>

#include <set>

namespace corridor::test {

/// Looks at a window as a proof-reader does, and keeps what is wrong: text in the wrong language, text without room,
/// text under something else, buttons and fields that do not say what they are.
class WindowReview {
public:
    /// In English no Chinese may be seen, in Chinese no English, but for what the plan holds and a few words.
    void setEnglish(bool english) { mEnglish = english; }
    /// Texts that are data, not words of the program: names, codes, quotations.
    void addData(const QString& text);
    void addPlan(const EntitySet& entities);
    void addRules(const RulePack& pack);

    /// Everything visible in `root`, which is said to be `place`.
    void look(QWidget& root, const QString& place);
    void lookAtMenu(QMenu& menu, const QString& place);
    void lookAtText(const QString& text, const QString& what);
    /// Something else that is wrong.
    void blame(const QString& fault);

    const QStringList& faults() const { return mFaults; }
    int widgetsSeen() const { return mWidgets; }
    int textsSeen() const { return mTexts; }

private:
    void lookAtTexts(const QWidget& widget, const QString& what);
    void lookAtRoom(QWidget& widget, const QString& what);
    void lookAtLabel(const QLabel& label, const QString& what);
    void lookAtButton(const QAbstractButton& button, const QString& what);
    void lookAtTabs(const QTabBar& tabs, const QString& what);
    void lookAtHeader(const QHeaderView& header, const QString& what);
    void lookAtItems(QAbstractItemView& view, const QString& what);
    void lookAtItem(QAbstractItemView& view, const QModelIndex& index, const QString& what);
    void lookAtName(QWidget& widget, const QString& what);
    void lookAtNeighbours(const QWidget& parent, const QString& place);
    void lookAtParent(const QWidget& widget, const QString& what);
    QString foreignPart(const QString& text) const;
    static QString describe(const QWidget& widget, const QString& place);

    bool mEnglish = true;
    QSet<QString> mData;
    QStringList mDataByLength; ///< longest first
    bool mUnsorted = false;
    QSet<QString> mGood; ///< texts already looked at, with the language in front
    QStringList mFaults;
    QSet<QString> mKnownFaults;
    int mWidgets = 0, mTexts = 0;
};

/// Words that stand in Chinese texts as they are, with why. Everything else of two and more Latin letters is taken for
/// English that nobody translated.
inline bool isAllowedInChinese(const QString& word) {
    static const QSet<QString> words = [] {
        QSet<QString> all;
        // Units.
        for (const char* unit : {"ms",  "km",  "Gbps",   "Gbit",   "Tbit",   "Tbps", "MW",  "kW",   "MWh", "GWh",
                                 "kWh", "TWh", "PFLOPS", "EFLOPS", "GFLOPS", "PB",   "tce", "kgce", "dB",  "us",
                                 "ns",  "px",  "nm",     "GHz",    "kg",     "MJ",   "gce", "min",  "CNY", "mm"})
            all += QLatin1String(unit);
        // Abbreviations of the trade, as the policy and the standards write them.
        for (const char* term :
             {"RTT",  "PUE", "CUE", "ERF",  "REF", "MWIT", "IT",  "CO",   "OTN",  "ROADM", "WDM", "DWDM", "FEC",
              "IP",   "GPU", "NPU", "ASIC", "FP",  "BF",   "INT", "AI",   "SRLG", "CGCS",  "WGS", "GCJ",  "WKT",
              "EPSG", "ISO", "ITU", "GB",   "YD",  "DL",   "ID",  "MCNY", "EDFA", "AMP",   "TF",  "ECN"})
            all += QLatin1String(term);
        // Signs in formulas: length, time of an element, group index.
        for (const char* sign : {"Li", "tk", "ng", "MWIT"})
            all += QLatin1String(sign);
        // File formats and their endings.
        for (const char* format : {"CSV", "GeoJSON", "GeoPackage", "KML", "DXF", "Shapefile", "PNG", "SVG", "PDF",
                                   "gpkg", "csv", "json", "geojson", "png", "svg", "pdf", "QGIS", "SQLite"})
            all += QLatin1String(format);
        // Keys, as they are printed on keyboards; the language that is called by its own name.
        for (const char* key :
             {"Ctrl", "Shift", "Alt", "Esc", "Enter", "Del", "Delete", "Tab", "Space", "Backspace", "Home", "English"})
            all += QLatin1String(key);
        // Licence and file names that are quoted; the kinds of fibre.
        for (const char* name : {"GPL", "GNU", "maps", "README", "md"})
            all += QLatin1String(name);
        return all;
    }();
    return words.contains(word);
}

/// Words that stand in English texts as they are, with why.
inline bool isAllowedInEnglish(const QString& word) {
    static const QSet<QString> words{
        QStringLiteral("中文"), // a language is called what its speakers call it
                                // Words of the policy that a remark quotes to say how they are read.
        QStringLiteral("一般"), QStringLiteral("原则上"), QStringLiteral("推动实现"), QStringLiteral("间"),
        QStringLiteral("级"), QStringLiteral("超过"),
        // Numbers of its sections.
        QStringLiteral("一"), QStringLiteral("二"), QStringLiteral("三"), QStringLiteral("四"), QStringLiteral("五")};
    return words.contains(word);
}

inline void WindowReview::addData(const QString& text) {
    const QString trimmed = text.trimmed();
    if (trimmed.size() < 2 || mData.contains(trimmed))
        return;
    mData.insert(trimmed);
    mDataByLength += trimmed;
    mUnsorted = true;
}

inline void WindowReview::addPlan(const EntitySet& entities) {
    // Words of settings are the program's, not the plan's, but for the titles.
    static const QRegularExpression telling(QStringLiteral("[\\x{3400}-\\x{9fff} 0-9-]"));
    for (const Kind kind : allKinds()) {
        if (kind == Kind::RulePack)
            continue; // see addRules
        entities.forEach(kind, [this, kind](const EntityRef& object) {
            for (const Field& field : schemaOf(kind).fields) {
                const Value value = field.get(*object);
                const auto* text = std::get_if<QString>(&value);
                if (text && field.words.empty() && (kind != Kind::Setting || text->contains(telling)))
                    addData(*text);
            }
        });
    }
}

inline void WindowReview::addRules(const RulePack& pack) {
    const auto both = [this](const BilingualText& text) {
        addData(text.zh);
        addData(text.en);
    };
    both(pack.title);
    both(pack.authority);
    both(pack.severityRule);
    addData(pack.id);
    addData(pack.version);
    addData(pack.source);
    for (const Clause& clause : pack.clauses) {
        addData(clause.id);
        addData(clause.section);
        addData(clause.text); // quoted in its own language, whatever that of the program
        for (const QString& quote : clause.quotes)
            addData(quote);
        for (const QStringList& names : clause.parameters) // places as the document calls them
            for (const QString& name : names)
                addData(name);
    }
}

inline void WindowReview::blame(const QString& fault) {
    // Each once: what stands in brackets says where it was seen first.
    const QString what = fault.left(fault.lastIndexOf(QStringLiteral(" (")));
    if (mKnownFaults.contains(what))
        return;
    mKnownFaults.insert(what);
    mFaults += (mEnglish ? QStringLiteral("en · ") : QStringLiteral("zh · ")) + fault;
}

// What is left of a text without the plan's own words, if that is of the other language; empty = all is well.
inline QString WindowReview::foreignPart(const QString& text) const {
    static const QRegularExpression chinese(QStringLiteral("[\\x{3400}-\\x{9fff}]+"));
    static const QRegularExpression latin(QStringLiteral("[A-Za-z]{2,}"));
    static const QRegularExpression code(
        QStringLiteral("[A-Za-z]+[-_/.][A-Za-z0-9._/-]*[0-9A-Z][A-Za-z0-9._/"
                       "-]*|[A-Z]+[0-9][A-Z0-9.]*|[a-z]+_[a-z_]+|\\b[0-9a-f]{12,}\\b"));
    const auto foreign = [this](const QString& rest) {
        for (auto it = (mEnglish ? chinese : latin).globalMatch(rest); it.hasNext();) {
            const QString word = it.next().captured();
            const bool allowed = mEnglish ? isAllowedInEnglish(word) : isAllowedInChinese(word);
            if (!allowed)
                return word;
        }
        return QString();
    };
    if (foreign(text).isEmpty())
        return {};
    QString rest = text;
    for (const QString& datum : mDataByLength)
        if (rest.contains(datum))
            rest.replace(datum, QStringLiteral(" "));
    if (!mEnglish)
        rest.remove(code);
    return foreign(rest);
}

inline void WindowReview::lookAtText(const QString& text, const QString& what) {
    QString plain = Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
    plain.remove(u'&');
    if (plain.trimmed().isEmpty())
        return;
    const QString key = (mEnglish ? u'e' : u'c') + plain;
    if (mGood.contains(key))
        return;
    ++mTexts;
    if (std::exchange(mUnsorted, false))
        std::sort(mDataByLength.begin(), mDataByLength.end(),
                  [](const QString& a, const QString& b) { return a.size() > b.size(); });
    const QString foreign = foreignPart(plain);
    if (foreign.isEmpty())
        mGood.insert(key);
    else
        blame(QStringLiteral("not translated: “%1” in “%2” (%3)").arg(foreign, plain.left(120), what));
}

inline QString WindowReview::describe(const QWidget& widget, const QString& place) {
    QString name = QString::fromLatin1(widget.metaObject()->className()).remove(QStringLiteral("corridor::"));
    if (!widget.objectName().isEmpty() && !widget.objectName().startsWith(QStringLiteral("qt_")))
        name += u'#' + widget.objectName();
    const QString owner =
        widget.parentWidget()
            ? QString::fromLatin1(widget.parentWidget()->metaObject()->className()).remove(QStringLiteral("corridor::"))
            : QString();
    return QStringLiteral("%1: %2 in %3").arg(place, name, owner);
}

inline void WindowReview::look(QWidget& root, const QString& place) {
    lookAtText(root.windowTitle(), place + QStringLiteral(": title"));
    QList<QWidget*> all = root.findChildren<QWidget*>();
    all.prepend(&root);
    for (QWidget* widget : all) {
        if ((widget != &root && !widget->isVisibleTo(&root)) || widget->size().isEmpty())
            continue;
        if (widget != &root && widget->isWindow())
            continue; // menus, dialogs: looked at when they are open
        if (qobject_cast<const QMainWindow*>(widget->parentWidget()) &&
            widget->metaObject() == &QWidget::staticMetaObject)
            continue; // what one grips between docks
        ++mWidgets;
        const QString what = describe(*widget, place);
        lookAtTexts(*widget, what);
        lookAtRoom(*widget, what);
        lookAtName(*widget, what);
        lookAtNeighbours(*widget, what);
        if (widget != &root)
            lookAtParent(*widget, what);
    }
}

inline void WindowReview::lookAtTexts(const QWidget& widget, const QString& what) {
    for (const QString& text : {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(),
                                widget.whatsThis(), widget.statusTip()})
        lookAtText(text, what);
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        lookAtText(label->text(), what);
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        lookAtText(button->text(), what);
    if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
        for (const QString& text : {line->placeholderText(), line->text()})
            lookAtText(text, what);
    if (const auto* box = qobject_cast<const QComboBox*>(&widget))
        for (int i = 0; i < box->count(); ++i)
            lookAtText(box->itemText(i), what);
    if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(&widget))
        lookAtText(spin->text(), what);
    if (const auto* browser = qobject_cast<const QTextEdit*>(&widget))
        for (const QString& line : browser->toPlainText().split(u'\n'))
            lookAtText(line, what);
    for (const QAction* action : widget.actions())
        if (!action->isSeparator() && action->isVisible())
            for (const QString& text : {action->text(), action->toolTip()})
                lookAtText(text, what);
}

inline void WindowReview::lookAtRoom(QWidget& widget, const QString& what) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        lookAtLabel(*label, what);
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        lookAtButton(*button, what);
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
        lookAtTabs(*tabs, what);
    if (const auto* header = qobject_cast<const QHeaderView*>(&widget))
        lookAtHeader(*header, what);
    else if (auto* view = qobject_cast<QAbstractItemView*>(&widget))
        lookAtItems(*view, what);
    if (const auto* line = qobject_cast<const QLineEdit*>(&widget); line && line->text().isEmpty()) {
        const int room = line->width() - 14 - (line->actions().isEmpty() ? 0 : 24);
        if (line->fontMetrics().horizontalAdvance(line->placeholderText()) > room && line->toolTip().isEmpty())
            blame(QStringLiteral("cut: “%1”, %2 px (%3)").arg(line->placeholderText()).arg(room).arg(what));
    }
    if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
        const int room = box->width() - 34; // border, distance of the text, arrow
        if (box->fontMetrics().horizontalAdvance(box->currentText()) > room && box->toolTip().isEmpty())
            blame(QStringLiteral("cut: “%1”, %2 px (%3)").arg(box->currentText()).arg(room).arg(what));
    }
    if (const auto* area = qobject_cast<const QScrollArea*>(&widget);
        area && area->horizontalScrollBar()->maximum() > 0)
        blame(
            QStringLiteral("wider than its panel by %1 px (%2)").arg(area->horizontalScrollBar()->maximum()).arg(what));
    // The width of a scroll bar more is one that has just come: the next layout takes it into account.
    constexpr int scrollBarWidth = 12;
    if (const auto* text = qobject_cast<const QTextEdit*>(&widget);
        text && text->horizontalScrollBar()->maximum() > scrollBarWidth)
        blame(QStringLiteral("text wider than its panel by %1 px (%2)")
                  .arg(text->horizontalScrollBar()->maximum())
                  .arg(what));
}

inline void WindowReview::lookAtLabel(const QLabel& label, const QString& what) {
    if (label.text().isEmpty())
        return;
    const QString shown = label.text().left(60);
    if (label.wordWrap()) {
        if (const int needed = label.heightForWidth(label.width()); needed > label.height() + 1)
            blame(QStringLiteral("cut below: “%1”, %2 of %3 px (%4)")
                      .arg(shown)
                      .arg(label.height())
                      .arg(needed)
                      .arg(what));
        return;
    }
    const QSize hint = label.sizeHint();
    // A label that shortens its text itself says the whole in its tool tip.
    const bool shortened = label.text().contains(QChar(0x2026)) && !label.text().endsWith(QStringLiteral("…"));
    if ((shortened || hint.width() > label.width() + 1) && label.toolTip().isEmpty())
        blame(QStringLiteral("cut: “%1”, %2 of %3 px (%4)").arg(shown).arg(label.width()).arg(hint.width()).arg(what));
    if (hint.height() > label.height() + 1)
        blame(QStringLiteral("cut below: “%1”, %2 of %3 px (%4)")
                  .arg(shown)
                  .arg(label.height())
                  .arg(hint.height())
                  .arg(what));
}

inline void WindowReview::lookAtButton(const QAbstractButton& button, const QString& what) {
    if (button.text().isEmpty())
        return;
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull())
        return;
    // Buttons of our own say what they need at least, those of Qt what they need.
    const bool ours = QByteArray(button.metaObject()->className()).startsWith("corridor::");
    const QSize hint = ours ? button.minimumSizeHint() : button.sizeHint();
    if (hint.width() > button.width() + 1)
        blame(QStringLiteral("cut: “%1”, %2 of %3 px (%4)")
                  .arg(button.text())
                  .arg(button.width())
                  .arg(hint.width())
                  .arg(what));
    // One line of text is what must fit; the hint of a style has margins of its own.
    if (button.fontMetrics().height() > button.height() + 1)
        blame(QStringLiteral("cut below: “%1”, %2 px (%3)").arg(button.text()).arg(button.height()).arg(what));
}

inline void WindowReview::lookAtTabs(const QTabBar& tabs, const QString& what) {
    for (int i = 0; i < tabs.count(); ++i) {
        const QString text = tabs.tabText(i);
        lookAtText(text, what);
        lookAtText(tabs.tabToolTip(i), what);
        QFont font = tabs.font();
        font.setBold(i == tabs.currentIndex());
        const QRect rect = tabs.tabRect(i);
        if (QFontMetrics(font).horizontalAdvance(text) + 12 > rect.width())
            blame(QStringLiteral("tab cut: “%1”, %2 px (%3)").arg(text).arg(rect.width()).arg(what));
        if (!tabs.rect().adjusted(-1, 0, 1, 0).contains(rect))
            blame(QStringLiteral("tab out of sight: “%1” (%2)").arg(text, what));
    }
}

inline void WindowReview::lookAtHeader(const QHeaderView& header, const QString& what) {
    if (header.orientation() != Qt::Horizontal || !header.model())
        return;
    for (int i = 0; i < header.count(); ++i) {
        if (header.isSectionHidden(i))
            continue;
        const QString text = header.model()->headerData(i, Qt::Horizontal).toString();
        lookAtText(text, what);
        lookAtText(header.model()->headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString(), what);
        const bool sorted = header.isSortIndicatorShown() && header.sortIndicatorSection() == i;
        const int needed = header.fontMetrics().horizontalAdvance(text) + 16 + (sorted ? 14 : 0);
        if (!text.isEmpty() && needed > header.sectionSize(i) + 1)
            blame(QStringLiteral("column cut: “%1”, %2 of %3 px (%4)")
                      .arg(text)
                      .arg(header.sectionSize(i))
                      .arg(needed)
                      .arg(what));
    }
}

inline void WindowReview::lookAtItems(QAbstractItemView& view, const QString& what) {
    const QAbstractItemModel* model = view.model();
    if (!model || what.contains(QStringLiteral("QComboBox")))
        return;
    constexpr int mostRows = 60;
    const std::function<void(const QModelIndex&, int)> walk = [&](const QModelIndex& parent, int depth) {
        for (int row = 0; row < std::min(model->rowCount(parent), mostRows); ++row)
            for (int column = 0; column < model->columnCount(parent); ++column) {
                const QModelIndex index = model->index(row, column, parent);
                lookAtItem(view, index, what);
                if (column == 0 && depth < 4 && model->hasChildren(index))
                    walk(index, depth + 1);
            }
    };
    walk(view.rootIndex(), 0);
}

inline void WindowReview::lookAtItem(QAbstractItemView& view, const QModelIndex& index, const QString& what) {
    const QString text = index.data(Qt::DisplayRole).toString(), tip = index.data(Qt::ToolTipRole).toString();
    for (const QString& each : {text, tip, index.data(Qt::AccessibleTextRole).toString()})
        lookAtText(each, what);
    if (const auto* table = qobject_cast<const QTableView*>(&view); table && table->isColumnHidden(index.column()))
        return;
    const QRect rect = view.visualRect(index);
    if (text.isEmpty() || rect.isEmpty() || !tip.isEmpty())
        return;
    const auto* list = qobject_cast<const QListView*>(&view);
    if (list && list->wordWrap())
        return;
    const QFont font = index.data(Qt::FontRole).isValid() ? index.data(Qt::FontRole).value<QFont>() : view.font();
    if (QFontMetrics(font).horizontalAdvance(text) > rect.width() - 2)
        blame(QStringLiteral("cell cut without a tool tip: “%1”, %2 px, column %3 (%4)")
                  .arg(text)
                  .arg(rect.width())
                  .arg(index.column())
                  .arg(what));
}

inline void WindowReview::lookAtName(QWidget& widget, const QString& what) {
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    // Parts that Qt makes itself.
    if (widget.objectName().startsWith(QStringLiteral("qt_")) ||
        QByteArray(widget.metaObject()->className()).contains("QLineEditIconButton") ||
        QByteArray(widget.metaObject()->className()).contains("QTableCornerButton"))
        return;
    const bool field = qobject_cast<const QLineEdit*>(&widget) || qobject_cast<const QComboBox*>(&widget) ||
                       qobject_cast<const QAbstractSpinBox*>(&widget) || qobject_cast<const QAbstractSlider*>(&widget);
    if (!button && (!field || qobject_cast<const QScrollBar*>(&widget) ||
                    qobject_cast<const QAbstractSpinBox*>(widget.parentWidget()) ||
                    qobject_cast<const QComboBox*>(widget.parentWidget())))
        return;
    const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&widget);
    if (!face || face->text(QAccessible::Name).trimmed().isEmpty())
        blame(QStringLiteral("without an accessible name (%1)").arg(what));
    // A box to tick has its name beside it.
    if (button && !qobject_cast<const QCheckBox*>(button) && button->text().isEmpty() && button->toolTip().isEmpty())
        blame(QStringLiteral("without a tool tip (%1)").arg(what));
}

// Text that lies under another widget of the same parent.
inline void WindowReview::lookAtNeighbours(const QWidget& parent, const QString& place) {
    if (qobject_cast<const QAbstractScrollArea*>(&parent) || qobject_cast<const QLineEdit*>(&parent))
        return;
    const QList<QWidget*> children = parent.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    const auto speaks = [](const QWidget* widget) {
        return qobject_cast<const QLabel*>(widget) || qobject_cast<const QAbstractButton*>(widget) ||
               qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget) ||
               qobject_cast<const QTabBar*>(widget);
    };
    for (qsizetype i = 0; i < children.size(); ++i)
        for (qsizetype j = i + 1; j < children.size(); ++j) {
            const QWidget *a = children[i], *b = children[j];
            if (!a->isVisibleTo(&parent) || !b->isVisibleTo(&parent) || a->isWindow() || b->isWindow() ||
                (!speaks(a) && !speaks(b)))
                continue;
            const QRect common = a->geometry().intersected(b->geometry());
            if (common.width() > 1 && common.height() > 1)
                blame(QStringLiteral("one above the other: %1 and %2").arg(describe(*a, place), describe(*b, place)));
        }
}

inline void WindowReview::lookAtParent(const QWidget& widget, const QString& what) {
    const QWidget* parent = widget.parentWidget();
    if (!parent || parent->objectName() == QStringLiteral("qt_scrollarea_viewport") ||
        qobject_cast<const QAbstractScrollArea*>(parent) || qobject_cast<const QTabBar*>(parent))
        return;
    if (!parent->rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()))
        blame(QStringLiteral("sticks out of its parent: %1,%2 %3 × %4 in %5 × %6 (%7)")
                  .arg(widget.x())
                  .arg(widget.y())
                  .arg(widget.width())
                  .arg(widget.height())
                  .arg(parent->width())
                  .arg(parent->height())
                  .arg(what));
}

inline void WindowReview::lookAtMenu(QMenu& menu, const QString& place) {
    lookAtText(menu.title(), place);
    std::map<QChar, QString> letters;
    int shown = 0;
    for (const QAction* action : menu.actions()) {
        if (!action->isVisible() || action->isSeparator())
            continue;
        ++shown;
        lookAtText(action->text(), place);
        lookAtText(action->toolTip(), place);
        if (action->text().trimmed().isEmpty())
            blame(QStringLiteral("an entry without text (%1)").arg(place));
        const qsizetype mark = action->text().indexOf(u'&');
        if (mark >= 0 && mark + 1 < action->text().size()) {
            const QChar letter = action->text()[mark + 1].toUpper();
            if (letters.contains(letter))
                blame(QStringLiteral("two entries with the letter %1: “%2” and “%3” (%4)")
                          .arg(letter)
                          .arg(letters[letter], action->text(), place));
            letters[letter] = action->text();
        }
        const QRect rect = menu.actionGeometry(const_cast<QAction*>(action));
        if (menu.isVisible() && !menu.rect().contains(rect))
            blame(QStringLiteral("entry out of sight: “%1” (%2)").arg(action->text(), place));
    }
    if (shown == 0)
        blame(QStringLiteral("an empty menu (%1)").arg(place));
}

} // namespace corridor::test

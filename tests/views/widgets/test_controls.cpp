// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/controls/badgechip.h"
#include "views/widgets/controls/emptystate.h"
#include "views/widgets/controls/formrow.h"
#include "views/widgets/controls/marklabels.h"
#include "views/widgets/controls/notice.h"
#include "views/widgets/controls/sectionheader.h"
#include "views/widgets/controls/verdictdelegate.h"
#include "views/widgets/controls/yearslider.h"
#include "views/widgets/iconengine.h"
#include "views/widgets/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>
#include <QWheelEvent>
#include <QtTest>

using namespace corridor;

namespace {

bool contains(const QImage& image, const QColor& wanted) {
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == wanted)
                return true;
        }
    }
    return false;
}

QImage markImage(Verdict verdict, MarkFill style, Theme theme) {
    QImage image(68, 68, QImage::Format_ARGB32_Premultiplied);
    image.fill(tokenColor(Token::Base, theme));
    QPainter painter(&image);
    paintVerdictMark(painter, QRectF(image.rect()).center(), image.width(), verdict, style, theme);
    return image;
}

} // namespace

class TestControls : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void marksDifferInShapeNotOnlyInColour();
    void marksUseTheirTokens();
    void verdictLabelSaysItsWord();
    void provenanceDotAsksForEvidence();
    void formRowShowsErrorAndKeepsColumns();
    void formRowsAlign();
    void sectionFoldsAndRemembers();
    void sectionLinkIsNotAFold();
    void delegateIsNarrowAndDraws();
    void delegateFades();
    void emptyStateOffersSteps();
    void noticeGoesByItself();
    void noticeActionAndState();
    void yearStepsDragsAndIgnoresTheWheel();
    void yearLabelsDoNotOverlap();
    void chipsFilterExclusively();
    void focusRingIsSeen();
    void fieldsShareOneGround();
    void gallery_data();
    void gallery();

private:
    QTemporaryDir mSettings;
};

void TestControls::initTestCase() {
    QVERIFY(mSettings.isValid());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, mSettings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("corridor-test"));
    QCoreApplication::setApplicationName(QStringLiteral("controls"));
    applyTheme(*qApp, Theme::Light);
}

void TestControls::marksDifferInShapeNotOnlyInColour() {
    // Grey silhouettes of any two verdicts differ in more than a twentieth of the square.
    const QList<Verdict> verdicts{Verdict::Met, Verdict::Near, Verdict::Broken, Verdict::Unknown,
                                  Verdict::NotApplicable};
    const auto inked = [](const QImage& image, int x, int y) {
        return image.pixelColor(x, y) != tokenColor(Token::Base, Theme::Light);
    };
    for (const MarkFill style : {MarkFill::Filled, MarkFill::Outlined}) {
        for (int a = 0; a < verdicts.size(); ++a) {
            for (int b = a + 1; b < verdicts.size(); ++b) {
                const QImage first = markImage(verdicts[a], style, Theme::Light);
                const QImage second = markImage(verdicts[b], style, Theme::Light);
                int different = 0;
                for (int y = 0; y < 68; ++y) {
                    for (int x = 0; x < 68; ++x)
                        different += inked(first, x, y) != inked(second, x, y);
                }
                QVERIFY2(different > 68 * 68 / 20, qPrintable(verdictWord(verdicts[a]) + verdictWord(verdicts[b])));
            }
        }
    }
}

void TestControls::marksUseTheirTokens() {
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        QVERIFY(contains(markImage(Verdict::Met, MarkFill::Filled, theme), tokenColor(Token::Met, theme)));
        QVERIFY(contains(markImage(Verdict::Near, MarkFill::Filled, theme), tokenColor(Token::OnNear, theme)));
        QVERIFY(contains(markImage(Verdict::Broken, MarkFill::Outlined, theme), tokenColor(Token::Broken, theme)));
        QVERIFY(!contains(markImage(Verdict::Broken, MarkFill::Outlined, theme), tokenColor(Token::OnBroken, theme)) ||
                tokenColor(Token::OnBroken, theme) == tokenColor(Token::Base, theme));
    }
}

void TestControls::verdictLabelSaysItsWord() {
    VerdictLabel label;
    label.setVerdict(Verdict::Near, MarkFill::Filled);
    QCOMPARE(label.accessibleName(), verdictLabel(Verdict::Near));
    QCOMPARE(label.sizeHint(), QSize(17, 17));
    label.setVerdict(Verdict::Near, MarkFill::Filled, false);
    QVERIFY(label.accessibleName() != verdictLabel(Verdict::Near));
}

void TestControls::provenanceDotAsksForEvidence() {
    FormRow row(QStringLiteral("Pairs"), new QLineEdit, QStringLiteral("pairs"));
    row.setProvenance(ValueOrigin::Official, QStringLiteral("Yearbook, 2025-03-01"));
    row.resize(320, 30);
    row.show();
    auto* dot = row.findChild<ProvenanceDot*>();
    QVERIFY(dot->isVisible());
    QVERIFY(dot->toolTip().contains(QStringLiteral("2025-03-01")));
    QSignalSpy asked(&row, &FormRow::provenanceRequested);
    QTest::mouseClick(dot, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(valueOrigin(Confidence::Measured), ValueOrigin::Measured);
    QCOMPARE(valueOrigin(Confidence::Assumed), ValueOrigin::Assumed);
}

void TestControls::formRowShowsErrorAndKeepsColumns() {
    auto* edit = new QLineEdit(QStringLiteral("0.93"));
    FormRow row(QStringLiteral("PUE"), edit, QStringLiteral("–"));
    row.resize(320, 60);
    row.show();
    const int left = edit->x();
    QVERIFY(!row.hasError());
    row.setError(QStringLiteral("PUE is not below 1.00."));
    QVERIFY(row.hasError());
    QTest::qWait(0);
    QVERIFY(contains(edit->grab().toImage(), tokenColor(Token::Broken, Theme::Light)));
    QCOMPARE(edit->x(), left);
    row.setError(QString());
    QVERIFY(!contains(edit->grab().toImage(), tokenColor(Token::Broken, Theme::Light)));
}

void TestControls::formRowsAlign() {
    QWidget form;
    auto* column = new QVBoxLayout(&form);
    QList<FormRow*> rows{new FormRow(QStringLiteral("A"), new QLineEdit, QStringLiteral("km")),
                         new FormRow(QStringLiteral("A label that is much longer than the rest"), new QLineEdit)};
    for (FormRow* row : rows)
        column->addWidget(row);
    alignFormRows(rows);
    form.resize(520, 120);
    form.show();
    QTest::qWait(0);
    QCOMPARE(rows[0]->field()->x(), rows[1]->field()->x());
    QVERIFY(rows[1]->field()->geometry().right() >
            rows[0]->field()->geometry().right()); // no unit: the field runs to the dot
}

void TestControls::sectionFoldsAndRemembers() {
    {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* header = new SectionHeader(QStringLiteral("Basics"), QStringLiteral("test-basics"));
        auto* content = new QLabel(QStringLiteral("content"));
        column->addWidget(header);
        column->addWidget(content);
        header->setContent(content);
        window.show();
        QVERIFY(content->isVisible());
        QTest::mouseClick(header, Qt::LeftButton, {}, QPoint(20, 10));
        QVERIFY(!content->isVisible());
    }
    SectionHeader again(QStringLiteral("Basics"), QStringLiteral("test-basics"));
    QVERIFY(!again.isOpen());
    SectionHeader other(QStringLiteral("Other"), QStringLiteral("test-other"));
    QVERIFY(other.isOpen());
}

void TestControls::sectionLinkIsNotAFold() {
    SectionHeader header(QStringLiteral("Length"));
    header.setLink(QStringLiteral("How is it computed?"));
    header.resize(320, 28);
    header.show();
    QSignalSpy linked(&header, &SectionHeader::linkActivated);
    QTest::mouseClick(header.findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(linked.count(), 1);
    QVERIFY(header.isOpen());
    QTest::keyClick(&header, Qt::Key_Space);
    QVERIFY(!header.isOpen());
}

void TestControls::delegateIsNarrowAndDraws() {
    QStandardItemModel model(1, 1);
    model.item(0) ? void() : model.setItem(0, new QStandardItem);
    VerdictDelegate delegate;
    QStyleOptionViewItem option;
    option.fontMetrics = QFontMetrics(themeFont(TextRole::Body));
    QCOMPARE(delegate.sizeHint(option, model.index(0, 0)).width(), 34);
    QTableView view;
    view.setModel(&model);
    view.setItemDelegateForColumn(0, &delegate);
    view.resize(120, 80);
    view.show();
    const QColor met = tokenColor(Token::Met, Theme::Light);
    QVERIFY(!contains(view.grab().toImage(), met));
    model.item(0)->setData(static_cast<int>(Verdict::Met), VerdictRole);
    model.item(0)->setData(true, BindingRole);
    QVERIFY(contains(view.grab().toImage(), met));
}

void TestControls::delegateFades() {
    QStandardItemModel model;
    auto* item = new QStandardItem;
    item->setData(static_cast<int>(Verdict::Broken), VerdictRole);
    item->setData(true, BindingRole);
    item->setData(true, FadedRole);
    model.appendRow(item);
    QTableView view;
    VerdictDelegate delegate;
    view.setModel(&model);
    view.setItemDelegateForColumn(0, &delegate);
    view.resize(120, 80);
    view.show();
    QVERIFY(!contains(view.grab().toImage(), tokenColor(Token::Broken, Theme::Light)));
}

void TestControls::emptyStateOffersSteps() {
    EmptyState empty(QStringLiteral("clauses"), QStringLiteral("No results yet"),
                     QStringLiteral("Draw a span, or open the sample plan."));
    QPushButton* primary = empty.addPrimary(QStringLiteral("Open sample"));
    empty.addSecondary(QStringLiteral("Draw span"));
    QSignalSpy clicked(primary, &QPushButton::clicked);
    empty.resize(300, 220);
    empty.show();
    QTest::mouseClick(primary, Qt::LeftButton);
    QCOMPARE(clicked.count(), 1);
    QVERIFY(contains(empty.grab().toImage(), tokenColor(Token::Accent, Theme::Light)));
}

void TestControls::noticeGoesByItself() {
    Notice notice;
    QVERIFY(notice.isHidden());
    notice.setDuration(std::chrono::milliseconds(20));
    QSignalSpy gone(&notice, &Notice::dismissed);
    notice.showMessage(QStringLiteral("undo"), QStringLiteral("3 spans deleted"), QStringLiteral("Undo"));
    QVERIFY(!notice.isHidden());
    QVERIFY(gone.wait(2000));
    QVERIFY(notice.isHidden());
}

void TestControls::noticeActionAndState() {
    Notice notice;
    notice.setDuration(std::chrono::milliseconds(20));
    notice.showState(Verdict::Near, QStringLiteral("Results out of date: revision 127"), QStringLiteral("Recompute"));
    QTest::qWait(60);
    QVERIFY(!notice.isHidden()); // a state stays
    QSignalSpy acted(&notice, &Notice::actionTriggered);
    QTest::mouseClick(notice.findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(acted.count(), 1);
    QVERIFY(notice.isHidden());
}

void TestControls::yearStepsDragsAndIgnoresTheWheel() {
    YearSlider slider(2024, 2030);
    slider.resize(300, 36);
    slider.show();
    slider.setValue(2027);
    QSignalSpy changed(&slider, &YearSlider::valueChanged);
    QTest::keyClick(&slider, Qt::Key_Right);
    QCOMPARE(slider.value(), 2028);
    QTest::keyClick(&slider, Qt::Key_Home);
    QCOMPARE(slider.value(), 2024);
    QTest::mousePress(&slider, Qt::LeftButton, {}, QPoint(qRound(slider.positionOf(2026)), 10));
    QCOMPARE(slider.value(), 2026);
    QTest::mouseMove(&slider, QPoint(qRound(slider.positionOf(2029)) + 3, 10));
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, QPoint(qRound(slider.positionOf(2029)) + 3, 10));
    QCOMPARE(slider.value(), 2029);
    QCOMPARE(changed.count(), 4);
    QWheelEvent wheel(QPointF(50, 10), QPointF(50, 10), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&slider, &wheel);
    QCOMPARE(slider.value(), 2029);
    QVERIFY(!wheel.isAccepted());
}

void TestControls::yearLabelsDoNotOverlap() {
    // Twenty-six years in 160 px: at least one column between two labels stays empty of text.
    YearSlider slider(2024, 2050);
    slider.resize(slider.minimumSizeHint());
    slider.setValue(2024);
    slider.show();
    const QImage image = slider.grab().toImage();
    const QColor ground = image.pixelColor(0, image.height() - 1);
    int runs = 0, run = 0, longest = 0;
    for (int x = 0; x < image.width(); ++x) {
        bool ink = false;
        for (int y = 22; y < image.height(); ++y)
            ink = ink || image.pixelColor(x, y) != ground;
        run = ink ? 0 : run + 1;
        longest = std::max(longest, run);
        runs += run == 6;
    }
    QVERIFY(runs >= 2);
    QVERIFY(longest >= 6);
}

void TestControls::chipsFilterExclusively() {
    QWidget window;
    auto* row = new QHBoxLayout(&window);
    QButtonGroup group;
    auto* all = new BadgeChip(QStringLiteral("All"));
    auto* broken = new BadgeChip(QStringLiteral("Broken"), Verdict::Broken);
    for (BadgeChip* chip : {all, broken}) {
        group.addButton(chip);
        row->addWidget(chip);
    }
    all->setChecked(true);
    const int narrow = broken->sizeHint().width();
    broken->setCount(123);
    QVERIFY(broken->sizeHint().width() > narrow);
    QVERIFY(broken->accessibleName().contains(QStringLiteral("123")));
    window.show();
    QTest::mouseClick(broken, Qt::LeftButton);
    QVERIFY(broken->isChecked() && !all->isChecked());
    QVERIFY(contains(broken->grab().toImage(), tokenColor(Token::Broken, Theme::Light)));
    QVERIFY(contains(broken->grab().toImage(), tokenColor(Token::AccentSoft, Theme::Light)));
}

void TestControls::focusRingIsSeen() {
    // Every control shows two device pixels of accent at its left edge, or around what has the focus, when it has it.
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    QList<QWidget*> controls{new QLineEdit,
                             new QComboBox,
                             new QDoubleSpinBox,
                             new QPushButton(QStringLiteral("x")),
                             new QCheckBox(QStringLiteral("x")),
                             new QToolButton,
                             new SectionHeader(QStringLiteral("x")),
                             new BadgeChip(QStringLiteral("x")),
                             new YearSlider(2024, 2030),
                             new ProvenanceDot};
    for (QWidget* control : controls) {
        control->setFocusPolicy(Qt::StrongFocus);
        column->addWidget(control);
    }
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    for (QWidget* control : controls) {
        control->setFocus(Qt::TabFocusReason);
        QVERIFY2(contains(control->grab().toImage(), tokenColor(Token::Accent, Theme::Light)),
                 control->metaObject()->className());
    }
}

void TestControls::fieldsShareOneGround() {
    // In the dark theme fields are darker than tables; a spin box or combo box must not show the table's ground inside.
    applyTheme(*qApp, Theme::Dark);
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* combo = new QComboBox;
    combo->setEditable(true);
    const QList<QWidget*> fields{new QLineEdit, new QDoubleSpinBox, combo, new QComboBox};
    for (QWidget* field : fields)
        column->addWidget(field);
    window.resize(200, 160);
    window.show();
    for (QWidget* field : fields) {
        const QImage image = field->grab().toImage();
        QCOMPARE(image.pixelColor(image.width() / 2, 5), tokenColor(Token::Field, Theme::Dark));
        QVERIFY2(!contains(image, tokenColor(Token::Base, Theme::Dark)), field->metaObject()->className());
    }
    applyTheme(*qApp, Theme::Light);
}

void TestControls::gallery_data() {
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << static_cast<int>(Theme::Light);
    QTest::newRow("dark") << static_cast<int>(Theme::Dark);
}

namespace {

QWidget* formColumn() {
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    column->setSpacing(0);
    auto* header = new SectionHeader(QStringLiteral("Length and latency"));
    header->setLink(QStringLiteral("How is it computed?"));
    column->addWidget(header);
    auto* name = new QLineEdit(QStringLiteral("Qahar Right Front–Horinger"));
    auto* status = new QComboBox;
    status->addItems({QStringLiteral("Planned"), QStringLiteral("Existing")});
    auto* factor = new QDoubleSpinBox;
    factor->setDecimals(3);
    factor->setValue(1.025);
    factor->setAlignment(Qt::AlignRight);
    factor->setButtonSymbols(QAbstractSpinBox::NoButtons);
    auto* pairs = new QDoubleSpinBox;
    auto* length = new QLineEdit(QStringLiteral("141.1"));
    length->setReadOnly(true);
    length->setAlignment(Qt::AlignRight);
    auto* pue = new QLineEdit(QStringLiteral("0.93"));
    pue->setAlignment(Qt::AlignRight);
    QList<FormRow*> rows{new FormRow(QStringLiteral("Name"), name),
                         new FormRow(QStringLiteral("Status"), status),
                         new FormRow(QStringLiteral("Lay factor"), factor, QStringLiteral("1.010–1.050")),
                         new FormRow(QStringLiteral("Pairs lit"), pairs, QStringLiteral("pairs")),
                         new FormRow(QStringLiteral("Fibre length"), length, QStringLiteral("km")),
                         new FormRow(QStringLiteral("PUE"), pue, QStringLiteral("—"))};
    rows[1]->setProvenance(ValueOrigin::Measured);
    rows[2]->setProvenance(ValueOrigin::Assumed);
    rows[3]->setProvenance(ValueOrigin::Official);
    rows[4]->setProvenance(ValueOrigin::Computed);
    rows[5]->setProvenance(ValueOrigin::Estimated);
    rows[5]->setError(QStringLiteral("PUE is not below 1.00."));
    alignFormRows(rows);
    for (FormRow* row : rows)
        column->addWidget(row);
    auto* folded = new SectionHeader(QStringLiteral("Services on the way"));
    folded->setOpen(false);
    folded->setNote(QStringLiteral("3"));
    column->addWidget(folded);
    column->addStretch();
    return panel;
}

QWidget* tableColumn(QObject* owner) {
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    auto* chips = new QHBoxLayout;
    const QList<std::pair<QString, std::optional<Verdict>>> words{{QStringLiteral("All"), std::nullopt},
                                                                  {QStringLiteral("Broken"), Verdict::Broken},
                                                                  {QStringLiteral("Near"), Verdict::Near},
                                                                  {QStringLiteral("Met"), Verdict::Met},
                                                                  {QStringLiteral("Unknown"), Verdict::Unknown}};
    for (const auto& [word, verdict] : words) {
        auto* chip = new BadgeChip(word, verdict);
        chip->setCount(static_cast<int>(word.size()));
        chip->setChecked(!verdict);
        chips->addWidget(chip);
    }
    chips->addStretch();
    column->addLayout(chips);
    auto* model = new QStandardItemModel(0, 4, owner);
    model->setHorizontalHeaderLabels(
        {QString(), QStringLiteral("Clause"), QStringLiteral("Object"), QStringLiteral("Value")});
    for (int row = 0; row < 6; ++row) {
        auto* mark = new QStandardItem;
        mark->setData(row % 5, VerdictRole);
        mark->setData(row % 2 == 0, BindingRole);
        mark->setData(row == 5, FadedRole);
        mark->setData(row == 3, DeclaredRole);
        auto* value = new QStandardItem(QStringLiteral("%1 ms").arg(4.94 + row / 10.0, 0, 'f', 2));
        value->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        model->appendRow({mark, new QStandardItem(QStringLiteral("Q%1").arg(10 + row)),
                          new QStandardItem(QStringLiteral("Beijing–Horinger")), value});
    }
    auto* table = new QTableView;
    table->setModel(model);
    table->setItemDelegateForColumn(0, new VerdictDelegate(owner));
    table->setAlternatingRowColors(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSortingEnabled(true);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(26);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setColumnWidth(0, 34);
    table->setColumnWidth(1, 60);
    table->setColumnWidth(2, 150);
    table->selectRow(1);
    column->addWidget(table);
    auto* tree = new QTreeView;
    auto* treeModel = new QStandardItemModel(owner);
    auto* root = new QStandardItem(QStringLiteral("Sites"));
    root->setCheckable(true);
    root->setCheckState(Qt::Checked);
    for (const char* word : {"Inner Mongolia", "Hebei"}) {
        auto* child = new QStandardItem(QString::fromLatin1(word));
        child->setCheckable(true);
        child->appendRow(new QStandardItem(QStringLiteral("Horinger")));
        root->appendRow(child);
    }
    treeModel->appendRow(root);
    tree->setModel(treeModel);
    tree->setHeaderHidden(true);
    tree->expand(root->index());
    tree->setMaximumHeight(110);
    column->addWidget(tree);
    return panel;
}

QWidget* restColumn() {
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    auto* tabs = new QTabBar;
    for (const char* word : {"Clauses", "Topology", "Services"})
        tabs->addTab(QString::fromLatin1(word));
    column->addWidget(tabs);
    auto* tools = new QHBoxLayout;
    for (const char* name : {"open", "save", "undo", "redo", "select", "pan", "vertex", "snap"}) {
        auto* tool = new QToolButton;
        tool->setIcon(themedIcon(QString::fromLatin1(name)));
        tool->setIconSize(QSize(20, 20));
        tool->setCheckable(true);
        tool->setChecked(QLatin1String(name) == QLatin1String("vertex"));
        tool->setEnabled(QLatin1String(name) != QLatin1String("redo"));
        tools->addWidget(tool);
    }
    tools->addStretch();
    column->addLayout(tools);
    auto* year = new YearSlider(2024, 2030);
    year->setValue(2027);
    column->addWidget(year);
    auto* checks = new QHBoxLayout;
    auto* on = new QCheckBox(QStringLiteral("Only touched"));
    on->setChecked(true);
    auto* radio = new QRadioButton(QStringLiteral("Backup decides"));
    radio->setChecked(true);
    for (QWidget* check : {static_cast<QWidget*>(on), static_cast<QWidget*>(new QCheckBox(QStringLiteral("Off"))),
                           static_cast<QWidget*>(radio)})
        checks->addWidget(check);
    column->addLayout(checks);
    auto* progress = new QProgressBar;
    progress->setTextVisible(false);
    progress->setRange(0, 67);
    progress->setValue(41);
    column->addWidget(progress);
    auto* notice = new Notice;
    notice->showMessage(QStringLiteral("undo"), QStringLiteral("3 spans deleted"), QStringLiteral("Undo"));
    column->addWidget(notice);
    auto* stale = new Notice;
    stale->showState(Verdict::Near, QStringLiteral("Results out of date: revision 127"), QStringLiteral("Recompute"));
    column->addWidget(stale);
    auto* empty = new EmptyState(QStringLiteral("clauses"), QStringLiteral("No results yet"),
                                 QStringLiteral("Draw a span, or open the sample plan."));
    empty->addPrimary(QStringLiteral("Open sample"));
    empty->addSecondary(QStringLiteral("Draw span"));
    column->addWidget(empty, 1);
    return panel;
}

} // namespace

void TestControls::gallery() {
    QFETCH(int, theme);
    applyTheme(*qApp, static_cast<Theme>(theme));
    QWidget window;
    window.setWindowTitle(QStringLiteral("gallery"));
    auto* row = new QHBoxLayout(&window);
    row->addWidget(formColumn(), 1);
    row->addWidget(tableColumn(&window), 1);
    row->addWidget(restColumn(), 1);
    window.resize(1200, 420);
    window.show();
    QTest::qWait(20);
    const QImage image = window.grab().toImage();
    QVERIFY(image.save(QStringLiteral("%1/gallery-%2.png")
                           .arg(QStringLiteral(CORRIDOR_BINARY_DIR), QString::fromLatin1(QTest::currentDataTag()))));
    // Nothing of the other theme may be left: its ground, its text, its fields.
    const Theme other = theme == static_cast<int>(Theme::Light) ? Theme::Dark : Theme::Light;
    QVERIFY(contains(image, tokenColor(Token::Panel, static_cast<Theme>(theme))));
    for (const Token token : {Token::Panel, Token::Base, Token::Header, Token::Accent, Token::AccentSoft})
        QVERIFY2(!contains(image, tokenColor(token, other)), qPrintable(tokenName(token)));
    applyTheme(*qApp, Theme::Light);
}

QTEST_MAIN(TestControls)
#include "test_controls.moc"

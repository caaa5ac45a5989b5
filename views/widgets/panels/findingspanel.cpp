// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/findingspanel.h"

#include "model/plan/settings.h"
#include "views/widgets/canvas/dragpreview.h"
#include "views/widgets/controls/badgechip.h"
#include "views/widgets/controls/emptystate.h"
#include "views/widgets/controls/reasonbar.h"
#include "views/widgets/controls/verdictdelegate.h"
#include "views/widgets/iconengine.h"
#include "views/widgets/panels/celldelegates.h"
#include "views/widgets/panels/paneltext.h"
#include "views/widgets/panels/tablesetup.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTableView>

namespace corridor {

namespace {

constexpr int narrowestMargins = 210;
constexpr int roomForRequirements = 760; // below it the clause says what is required, and the tool tip
constexpr int flashMs = 400;
constexpr int measuredRows = 300; // of what a plan may have by the thousand; the worst, so the longest, come first

constexpr Verdict chipVerdicts[] = {Verdict::Broken, Verdict::Near, Verdict::Met, Verdict::Unknown};

} // namespace

FindingsPanel::FindingsPanel(PanelHost& host, QWidget* parent)
    : QWidget(parent)
    , mHost(host)
    , mFilter(new QWidget(this))
    , mGroup(new QButtonGroup(this))
    , mOnlyTouched(new QCheckBox(mFilter))
    , mBackupDecides(new QCheckBox(mFilter))
    , mTable(new QTableView(this))
    , mEmpty(new EmptyState(QStringLiteral("clauses"), QString(), QString(), this))
    , mReason(new ReasonBar(this)) {
    buildFilter();
    buildTable();
    mFlash.setDuration(flashMs);
    mFlash.setStartValue(1.0);
    mFlash.setKeyValueAt(0.5, 1.0);
    mFlash.setEndValue(0.0);
    connect(&mFlash, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& strength) { mModel.setFlash(strength.toDouble()); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(mFilter);
    column->addWidget(mTable, 1);
    column->addWidget(mEmpty, 1);
    column->addWidget(mReason);
    connect(mReason, &ReasonBar::accepted, this,
            [this](const QString& reason, const QString& by) { setAcknowledged(true, reason, by); });
    Session& session = host.session();
    connect(&session, &Session::assessmentChanged, this, &FindingsPanel::refresh);
    connect(&session, &Session::staleChanged, this, [this](bool stale) { mModel.setStale(stale); });
    const Document& document = host.document();
    connect(&document, &Document::planReplaced, this, [this] {
        mCurrentKey.clear();
        mReason->hide();
        showSwitch();
    });
    connect(&document, &Document::scenarioChanged, this, &FindingsPanel::showSwitch);
    connect(&document, &Document::readOnlyChanged, this, &FindingsPanel::showSwitch);
    connect(&document, &Document::changed, this, [this](const ChangeSet& step) {
        showSwitch();
        // Nothing is computed from an acknowledgement, so that no new results will follow.
        if (std::any_of(step.changes.begin(), step.changes.end(),
                        [](const Change& change) { return change.kind == Kind::Acknowledgement; }))
            refresh();
    });
    retranslate();
    showSwitch();
    refresh();
}

void FindingsPanel::buildFilter() {
    auto* row = new QHBoxLayout(mFilter);
    row->setSizeConstraint(QLayout::SetNoConstraint); // fitFilter() sees to it, so that the row never widens the window
    row->setContentsMargins(8, 5, 8, 5);
    row->setSpacing(8);
    mFilter->setFixedHeight(36);
    mGroup->setExclusive(true);
    for (int i = 0; i <= static_cast<int>(std::size(chipVerdicts)); ++i) {
        auto* chip = i == 0 ? new BadgeChip(QString(), std::nullopt, mFilter)
                            : new BadgeChip(QString(), chipVerdicts[i - 1], mFilter);
        chip->setCheckable(true);
        mGroup->addButton(chip, i);
        mChips.push_back(chip);
        row->addWidget(chip);
    }
    mChips.front()->setChecked(true);
    row->addStretch();
    row->addWidget(mOnlyTouched);
    row->addSpacing(8);
    row->addWidget(mBackupDecides);
    mBackupDecides->setObjectName(QStringLiteral("backup-decides"));
    const auto applyFilter = [this] {
        const int id = mGroup->checkedId();
        mModel.setFilter(id > 0 ? std::optional(chipVerdicts[id - 1]) : std::nullopt, mOnlyTouched->isChecked());
        refresh();
    };
    connect(mGroup, &QButtonGroup::idClicked, this, applyFilter);
    connect(mOnlyTouched, &QCheckBox::toggled, this, applyFilter);
    connect(mBackupDecides, &QCheckBox::clicked, this, [this](bool on) {
        mHost.accept(mHost.editor().setSetting(QStringLiteral("backup_decides"),
                                               on ? QStringLiteral("1") : QStringLiteral("0"), mBackupDecides->text()));
        showSwitch(); // a refused edit leaves the setting, so also the switch
    });
}

void FindingsPanel::buildTable() {
    setUpTable(*mTable, mModel);
    mTable->setItemDelegateForColumn(FindingsModel::MarkColumn, new VerdictDelegate(mTable));
    mTable->setItemDelegateForColumn(FindingsModel::RequirementColumn, new TagDelegate(mTable));
    mTable->setItemDelegateForColumn(FindingsModel::ValueColumn, new ValueDelegate(mTable));
    mTable->setItemDelegateForColumn(FindingsModel::MarginColumn, new MarginDelegate(mTable));
    QHeaderView* header = mTable->horizontalHeader();
    const int widths[] = {34, 56, 220, 190, 110, 80, narrowestMargins};
    for (int column = 0; column < FindingsModel::ColumnCount; ++column)
        header->resizeSection(column, widths[column]);
    header->setSectionResizeMode(FindingsModel::MarkColumn, QHeaderView::Fixed);
    header->setSectionResizeMode(FindingsModel::RequirementColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(FindingsModel::ObjectColumn, QHeaderView::Stretch);
    mTable->installEventFilter(this);
    mTable->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(mTable, &QTableView::customContextMenuRequested, this, &FindingsPanel::showMenu);
    connect(mTable, &QTableView::clicked, this, [this](const QModelIndex& index) { activate(index.row()); });
    connect(mTable, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const Finding* finding = mModel.finding(index.row()))
            Q_EMIT evidenceRequested(finding->key);
    });
}

int FindingsPanel::heightOfRows(int rows) const {
    const int header = mTable->horizontalHeader()->sizeHint().height();
    return mFilter->height() + header + 2 * mTable->frameWidth() +
           rows * mTable->verticalHeader()->defaultSectionSize();
}

int FindingsPanel::rowsIn(int height) const {
    return std::max(0, height - heightOfRows(0)) / mTable->verticalHeader()->defaultSectionSize();
}

// An edit changes few of the texts, and measuring all of them anew took a tenth of what follows from it.
int FindingsPanel::marginWidth(const QString& text) {
    constexpr qsizetype most = 10 * measuredRows;
    if (mMarginWidths.size() > most)
        mMarginWidths.clear();
    const auto known = mMarginWidths.constFind(text);
    return known != mMarginWidths.cend() ? *known : *mMarginWidths.insert(text, MarginDelegate::widthFor(text));
}

// A number is never cut. The column only grows, so that rows do not jump with every edit.
void FindingsPanel::giveMarginsRoom() {
    int width = mTable->columnWidth(FindingsModel::MarginColumn);
    for (int row = 0; row < std::min(mModel.rowCount(), measuredRows); ++row) {
        const QModelIndex index = mModel.index(row, FindingsModel::MarginColumn);
        if (index.data(FindingsModel::MarginRole).isValid())
            width = std::max(width, marginWidth(index.data().toString()));
    }
    mTable->setColumnWidth(FindingsModel::MarginColumn, width);
}

// The words of the row give way where the panel is narrow: first the long one of the switch, then those of the
// verdicts.
void FindingsPanel::fitFilter() {
    for (const int level : {0, 1, 2}) {
        mOnlyTouched->setText(level == 0 ? tr("Only touched by the last edit") : tr("Last edit"));
        mOnlyTouched->setToolTip(level == 0 ? QString() : tr("Only touched by the last edit"));
        for (BadgeChip* chip : mChips)
            chip->setCompact(level == 2);
        mFilter->layout()->invalidate();
        if (mFilter->layout()->sizeHint().width() <= width())
            return;
    }
}

void FindingsPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    mTable->setColumnHidden(FindingsModel::RequirementColumn, width() < roomForRequirements);
    fitFilter();
}

void FindingsPanel::showSwitch() {
    mBackupDecides->setChecked(settingsOf(mHost.document().entities()).backupDecides);
    mBackupDecides->setEnabled(!mHost.document().isReadOnly());
}

void FindingsPanel::showPreview(const DragPreview* preview) {
    const bool had = mModel.hasPreview();
    mModel.setPreview(preview ? preview->prospect() : nullptr);
    // Escape leaves nothing to compute; what was written does.
    if (had && !preview)
        mDropped = mHost.session().isStale();
    showCounts();
    bringIntoView(preview);
}

// The finding on the path at the pointer, once in a gesture; nothing moves after that. Escape puts the list back.
void FindingsPanel::bringIntoView(const DragPreview* preview) {
    QScrollBar* bar = mTable->verticalScrollBar();
    if (!preview) {
        if (const std::optional<int> from = std::exchange(mScrolledFrom, std::nullopt); from && !mDropped)
            bar->setValue(*from);
        return;
    }
    const PathChange* main = preview->main();
    if (mScrolledFrom || !main || !main->limitMs)
        return;
    const QLatin1String part(main->backup ? "/backup" : "/primary");
    for (const Finding& finding : preview->result.findings) {
        const bool isIts = finding.subject == main->service && finding.unit == u"ms" && finding.key.endsWith(part);
        const int row = isIts && finding.limit == main->limitMs ? mModel.rowOfKey(finding.key) : -1;
        if (row < 0)
            continue;
        mScrolledFrom = bar->value();
        mTable->scrollTo(mModel.index(row, FindingsModel::CheckColumn));
        return;
    }
}

// By whom is what they type: a login name is nobody's signature.
bool FindingsPanel::setAcknowledged(bool accepted, const QString& reason, const QString& by) {
    const Finding* finding = current();
    if (!finding)
        return false;
    if (accepted)
        return mHost.accept(mHost.editor().acknowledge(*finding, by, reason));
    std::vector<EntityId> rows;
    mHost.document().entities().table<Acknowledgement>().forEach(
        [&](const std::shared_ptr<const Acknowledgement>& row) {
            if (row->finding == finding->key)
                rows.push_back(row->id);
        });
    return !rows.empty() && mHost.accept(mHost.editor().remove(rows));
}

void FindingsPanel::showMenu(const QPoint& position) {
    const QModelIndex index = mTable->indexAt(position);
    const Finding* finding = mModel.finding(index.row());
    if (!finding)
        return;
    mTable->selectRow(index.row());
    mCurrentKey = finding->key;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString key = finding->key;
    connect(menu->addAction(themedIcon(QStringLiteral("computed")), tr("How is this computed?")), &QAction::triggered,
            this, [this, key] { Q_EMIT evidenceRequested(key); });
    const bool accepted = mModel.isAcknowledged(*finding);
    QAction* action = menu->addAction(themedIcon(QStringLiteral("comment")),
                                      accepted ? tr("No longer accept") : tr("Accept for now…"));
    action->setEnabled(!mHost.document().isReadOnly());
    connect(action, &QAction::triggered, this, [this, accepted, check = finding->check] {
        if (accepted)
            setAcknowledged(false);
        else
            mReason->ask(check, tr("Accept for now"));
    });
    menu->popup(mTable->viewport()->mapToGlobal(position));
}

const Finding* FindingsPanel::current() const {
    return mModel.finding(mTable->currentIndex().row());
}

bool FindingsPanel::choose(const QString& key) {
    const int row = mModel.rowOfKey(key);
    if (row < 0)
        return false;
    mTable->selectRow(row);
    activate(row);
    return true;
}

// Zooms to what decides: the route in use and its backup, else whatever the finding is about.
void FindingsPanel::activate(int row) {
    const Finding* finding = mModel.finding(row);
    if (!finding)
        return;
    mCurrentKey = finding->key;
    const auto assessment = mHost.session().assessment();
    const ServiceRoute* route = assessment ? assessment->route(finding->subject) : nullptr;
    std::vector<EntityId> place = finding->evidence;
    if (route) {
        for (const RoutedPath* path : {&route->primary, &route->backup})
            place.insert(place.end(), path->spans.begin(), path->spans.end());
    }
    if (!finding->subject.isNull())
        place.push_back(finding->subject);
    const QString key = finding->key;
    const EntityId subject = finding->subject, shown = route ? route->service : EntityId{};
    Selection& selection = mHost.selection();
    if (!subject.isNull())
        selection.set({subject});
    selection.setShownService(shown);
    Q_EMIT findingChosen(key);
    if (!place.empty())
        Q_EMIT selection.zoomRequested(place);
}

void FindingsPanel::showCounts() {
    const auto& counts = mModel.counts();
    const auto show = [](BadgeChip& chip, int count) {
        const bool differs = chip.count() != count;
        chip.setCount(count);
        return differs;
    };
    bool differ = show(*mChips[0], mModel.total());
    for (std::size_t i = 0; i < std::size(chipVerdicts); ++i)
        differ = show(*mChips[i + 1], counts[static_cast<std::size_t>(chipVerdicts[i])]) || differ;
    if (differ) // to measure the words takes a while, and while the mouse is down there is none
        fitFilter();
}

void FindingsPanel::refresh() {
    Session& session = mHost.session();
    const bool dropped = mModel.hasPreview() || mDropped; // with a preview: found again, so that nothing was stale
    mDropped = mDropped && session.isStale();
    mFlash.stop();
    mModel.setFlash(0);
    mModel.setAssessment(session.assessment(), mHost.document().entities(), session.isStale());
    showCounts();
    const bool written = dropped && !session.isStale();
    if (written)
        mTable->scrollToTop(); // there stands what the gesture touched
    if (written && !mReducedMotion && mModel.hasFlips()) {
        mModel.setFlash(1); // the animation tells of changes only, and starts with the same
        mFlash.start();
    }
    const int further = mModel.forInformation();
    mChips[0]->setToolTip(
        further ? tr("%n further rows are shown for information and count for no verdict", nullptr, further)
                : QString());
    if (const int row = mModel.rowOfKey(mCurrentKey); row >= 0)
        mTable->selectRow(row);
    giveMarginsRoom();
    const bool empty = mModel.rowCount() == 0;
    mTable->setVisible(!empty);
    mEmpty->setVisible(empty);
    const bool nothing = session.assessment() && session.assessment()->findings.empty();
    mEmpty->showSteps(nothing);
    if (nothing)
        mEmpty->setText(tr("Nothing to check yet"),
                        tr("Draw sites, spans and services, or open a plan with a rule pack."));
    else
        mEmpty->setText(session.assessment() ? tr("No finding fits the filter") : tr("Being computed…"), QString());
    Q_EMIT countChanged(mModel.total());
}

void FindingsPanel::retranslate() {
    mTable->setColumnWidth(FindingsModel::MarginColumn, narrowestMargins);
    giveMarginsRoom();
    mChips[0]->setText(tr("All"));
    for (std::size_t i = 0; i < std::size(chipVerdicts); ++i)
        mChips[i + 1]->setText(verdictLabel(chipVerdicts[i]));
    for (BadgeChip* chip : mChips)
        chip->updateGeometry();
    mBackupDecides->setText(tr("Backup decides"));
    mBackupDecides->setToolTip(tr("A clause is kept only if the backup keeps it too"));
    mModel.retranslate();
    fitFilter();
}

void FindingsPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
}

bool FindingsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == mTable && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            const int row = mTable->currentIndex().row();
            activate(row);
            if (const Finding* finding = mModel.finding(row))
                Q_EMIT evidenceRequested(finding->key);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/findingsmodel.h"

#include "views/widgets/controls/verdictdelegate.h"
#include "views/widgets/panels/paneltext.h"
#include "views/widgets/theme.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace corridor {

namespace {

// A margin of a fifth of the limit fills half of the bar.
constexpr double fullBarShare = 0.2;

std::optional<Token> softToken(Verdict verdict) {
    switch (verdict) {
    case Verdict::Met:
        return Token::MetSoft;
    case Verdict::Near:
        return Token::NearSoft;
    case Verdict::Broken:
        return Token::BrokenSoft;
    case Verdict::Unknown:
    case Verdict::NotApplicable:
        break;
    }
    return std::nullopt;
}

QVariant barOf(const Finding& finding) {
    if (!finding.margin || !finding.limit || *finding.limit == 0)
        return {};
    return std::clamp(*finding.margin / (std::abs(*finding.limit) * fullBarShare), -1.0, 1.0);
}

} // namespace

FindingsModel::FindingsModel(QObject* parent)
    : HeadedTableModel(parent) {}

void FindingsModel::setAssessment(std::shared_ptr<const Assessment> assessment, const EntitySet& entities, bool stale) {
    mStale = stale;
    mAcknowledged.clear();
    entities.table<Acknowledgement>().forEach(
        [this](const std::shared_ptr<const Acknowledgement>& row) { mAcknowledged[row->finding] = row; });
    // A preview is about the assessment before; the tool that made it shows another one if it still holds.
    beginResetModel();
    mProspect.reset();
    if (assessment != mAssessment) {
        const auto before = std::exchange(mAssessment, std::move(assessment));
        noteTouched(before.get());
    }
    rebuild();
    endResetModel();
}

void FindingsModel::setStale(bool stale) {
    if (stale == mStale)
        return;
    mStale = stale;
    announceAll();
}

void FindingsModel::setPreview(std::shared_ptr<const Prospect> prospect) {
    if (prospect && prospect->before != mAssessment)
        prospect.reset(); // of results that are not shown here: rows could not tell what changes
    if (prospect == mProspect)
        return;
    const int was = addedRows(), is = prospect ? static_cast<int>(prospect->added.size()) : 0;
    if (is > was)
        beginInsertRows({}, was, is - 1);
    else if (is < was)
        beginRemoveRows({}, is, was - 1);
    mProspect = std::move(prospect);
    if (is > was)
        endInsertRows();
    else if (is < was)
        endRemoveRows();
    announceAll();
}

void FindingsModel::setFlash(double strength) {
    mFlash = strength;
    for (int row = 0; row < rowCount(); ++row)
        if (isFlipped(*finding(row)))
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1), {Qt::BackgroundRole});
}

bool FindingsModel::isFlipped(const Finding& finding) const {
    const auto it = mTouched.find(finding.key);
    return it != mTouched.end() && it->second.verdict != finding.verdict;
}

bool FindingsModel::hasFlips() const {
    for (int row = 0; row < rowCount(); ++row)
        if (isFlipped(*finding(row)))
            return true;
    return false;
}

void FindingsModel::setFilter(std::optional<Verdict> verdict, bool onlyTouched) {
    mVerdict = verdict;
    mOnlyTouched = onlyTouched;
    beginResetModel();
    rebuild();
    endResetModel();
}

// Another scenario, year or language is no edit: nothing is touched then.
void FindingsModel::noteTouched(const Assessment* before) {
    if (!before || !mAssessment || before->scenario != mAssessment->scenario || before->year != mAssessment->year ||
        before->english != mAssessment->english) {
        mTouched.clear();
        return;
    }
    if (before->revision == mAssessment->revision)
        return;
    std::map<QString, const Finding*> old;
    for (const Finding& finding : before->findings)
        old[finding.key] = &finding;
    mTouched.clear();
    for (const Finding& finding : mAssessment->findings) {
        const auto it = old.find(finding.key);
        if (it == old.end())
            mTouched[finding.key] = {finding.verdict, finding.value};
        else if (it->second->verdict != finding.verdict || it->second->value != finding.value)
            mTouched[finding.key] = {it->second->verdict, it->second->value};
    }
}

void FindingsModel::rebuild() {
    mRows.clear();
    mCounts = {};
    if (!mAssessment)
        return;
    const auto& findings = mAssessment->findings;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (findings[i].decides)
            ++mCounts[static_cast<std::size_t>(findings[i].verdict)];
        const bool verdictFits = !mVerdict || *mVerdict == findings[i].verdict;
        if (verdictFits && (!mOnlyTouched || mTouched.contains(findings[i].key)))
            mRows.push_back(i);
    }
    std::stable_partition(mRows.begin(), mRows.end(),
                          [&](std::size_t row) { return mTouched.contains(findings[row].key); });
}

int FindingsModel::total() const {
    return std::accumulate(counts().begin(), counts().end(), 0);
}

int FindingsModel::forInformation() const {
    const int decide = std::accumulate(mCounts.begin(), mCounts.end(), 0);
    return mAssessment ? static_cast<int>(mAssessment->findings.size()) - decide : 0;
}

const Finding* FindingsModel::finding(int row) const {
    if (row < 0 || row >= rowCount())
        return nullptr;
    const int added = addedRows();
    return row < added ? &mProspect->added[static_cast<std::size_t>(row)]
                       : &mAssessment->findings[mRows[static_cast<std::size_t>(row - added)]];
}

// Null for a row that the step makes void.
const Finding* FindingsModel::shownIn(int row) const {
    const Finding* as = finding(row);
    return mProspect && row >= addedRows() ? mProspect->now(*as) : as;
}

int FindingsModel::rowOfKey(const QString& key) const {
    for (int row = 0; row < rowCount(); ++row)
        if (finding(row)->key == key)
            return row;
    return -1;
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(mRows.size()) + addedRows();
}

int FindingsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString FindingsModel::text(const Finding& finding, int column) const {
    switch (column) {
    case CheckColumn:
        return mAssessment->rulePack && mAssessment->rulePack->clause(finding.check) ? finding.check : tr("Data");
    case RequirementColumn:
        return requirementText(finding);
    case ObjectColumn:
        return finding.object.text();
    case ValueColumn:
        return valueText(finding);
    case LimitColumn:
        return limitText(finding, mAssessment->rulePack.get());
    case MarginColumn:
        return marginText(finding);
    default:
        return {};
    }
}

// "Seen, accepted for now" holds until the value worsens.
bool FindingsModel::isAcknowledged(const Finding& finding) const {
    const auto it = mAcknowledged.find(finding.key);
    if (it == mAcknowledged.end())
        return false;
    const std::optional<double>& accepted = it->second->value;
    if (!accepted || !finding.value || !finding.limit || !finding.margin)
        return true;
    const double change = *finding.value - *accepted;
    const bool higherIsWorse = (*finding.limit - *finding.value >= 0) == (*finding.margin >= 0);
    return higherIsWorse ? change <= 0 : change >= 0;
}

// Of the mark: when, by whom and why a finding was accepted; nothing where it was not.
QVariant FindingsModel::acceptedText(const Finding& finding) const {
    const auto it = mAcknowledged.find(finding.key);
    if (it == mAcknowledged.end())
        return {};
    QStringList parts{tr("Accepted for now"), it->second->date.toString(), it->second->by, it->second->note};
    if (!isAcknowledged(finding))
        parts.front() = tr("Accepted before it got worse");
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

// Under the mouse the value that was is the one of the plan; after an edit, the one before it.
QString FindingsModel::oldValueText(const Finding& before, const Finding& shown) const {
    std::optional<double> old = before.value;
    if (&before == &shown) {
        if (mProspect)
            return {}; // while a gesture lasts, what is struck out is its doing
        const auto it = mTouched.find(before.key);
        if (it == mTouched.end())
            return {};
        old = it->second.value;
    }
    if (!old)
        return {};
    const QString text = numberText(*old, before.unit, before.limit);
    return shown.value && text == numberText(*shown.value, shown.unit, shown.limit) ? QString() : text;
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
    const Finding* before = finding(index.row());
    if (!before)
        return {};
    const Finding* row = shownIn(index.row());
    const int column = index.column();
    if (!row)
        return goneData(*before, column, role);
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, column);
    case Qt::AccessibleTextRole:
        return column == MarkColumn ? verdictLabel(row->verdict) : text(*row, column);
    case Qt::ToolTipRole:
        return column == MarkColumn ? acceptedText(*row) : QVariant(text(*row, column));
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case VerdictRole:
        return column == MarkColumn ? QVariant(static_cast<int>(row->verdict)) : QVariant();
    case BindingRole:
        return row->severity == Severity::Binding;
    case FadedRole:
        return (mStale && !mProspect) || !row->decides || (column == MarkColumn && isAcknowledged(*row));
    case AcknowledgedRole:
        return column == MarkColumn && isAcknowledged(*row);
    case DeclaredRole:
        return row->declared;
    case MarginRole:
        return column == MarginColumn && row->verdict != Verdict::Unknown ? barOf(*row) : QVariant();
    case TagRole:
        if (column != RequirementColumn)
            return {};
        return !row->decides ? tr("for information") : row->severity == Severity::Guiding ? tr("guiding") : QVariant();
    case OldValueRole:
        return column == ValueColumn ? oldValueText(*before, *row) : QString();
    case Qt::FontRole:
        return fontOf(*row, column);
    case Qt::BackgroundRole:
        return flashOf(*row);
    case PreviewRole:
        return row != before || index.row() < addedRows();
    default:
        return {};
    }
}

// A problem that the step does away with: what it was is struck out, and no verdict is left.
QVariant FindingsModel::goneData(const Finding& before, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        if (column == ValueColumn)
            return QStringLiteral("\u2014");
        return column == MarginColumn ? tr("no longer with this step") : text(before, column);
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case OldValueRole:
        return column == ValueColumn && before.value ? numberText(*before.value, before.unit, before.limit) : QString();
    case PreviewRole:
        return true;
    default:
        return {};
    }
}

QVariant FindingsModel::fontOf(const Finding& finding, int column) const {
    const bool over = column == MarginColumn && finding.verdict == Verdict::Broken && finding.margin;
    if (column != ValueColumn && !over)
        return {};
    QFont font = themeFont(TextRole::Body);
    font.setBold(true);
    return font;
}

QVariant FindingsModel::flashOf(const Finding& finding) const {
    if (mFlash <= 0 || !isFlipped(finding))
        return {};
    const std::optional<Token> token = softToken(finding.verdict);
    return token ? QVariant(tokenColor(*token, currentTheme(), mFlash)) : QVariant();
}

bool FindingsModel::holdsNumbers(int column) const {
    return column == ValueColumn || column == LimitColumn;
}

QString FindingsModel::heading(int column) const {
    switch (column) {
    case CheckColumn:
        return tr("Clause");
    case RequirementColumn:
        return tr("Requirement");
    case ObjectColumn:
        return tr("Object");
    case ValueColumn:
        return tr("Value");
    case LimitColumn:
        return tr("Limit");
    case MarginColumn:
        return tr("Margin");
    default:
        return QString();
    }
}

QString FindingsModel::headingTip(int column) const {
    switch (column) {
    case MarkColumn:
        return tr("Verdict; filled for binding clauses, outlined for guiding ones");
    case LimitColumn:
        return tr("What the clause or the service asks for");
    case MarginColumn:
        return tr("How far the limit is kept (right) or missed (left)");
    default:
        return heading(column);
    }
}

} // namespace corridor

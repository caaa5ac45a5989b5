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

bool isNumber(int column) {
    return column == FindingsModel::ValueColumn || column == FindingsModel::LimitColumn;
}

QVariant barOf(const Finding& finding) {
    if (!finding.margin || !finding.limit || *finding.limit == 0)
        return {};
    return std::clamp(*finding.margin / (std::abs(*finding.limit) * fullBarShare), -1.0, 1.0);
}

} // namespace

FindingsModel::FindingsModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void FindingsModel::setAssessment(std::shared_ptr<const Assessment> assessment, const EntitySet& entities, bool stale) {
    mStale = stale;
    mAcknowledged.clear();
    entities.table<Acknowledgement>().forEach(
        [this](const std::shared_ptr<const Acknowledgement>& row) { mAcknowledged[row->finding] = row; });
    if (assessment != mAssessment) {
        const auto before = std::exchange(mAssessment, std::move(assessment));
        noteTouched(before.get());
    }
    rebuild();
}

void FindingsModel::setStale(bool stale) {
    if (stale == mStale)
        return;
    mStale = stale;
    if (!mRows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void FindingsModel::setPreview(const std::vector<Finding>& findings) {
    if (findings.empty() && mPreview.empty())
        return;
    mPreview.clear();
    for (const Finding& finding : findings)
        mPreview.emplace(finding.key, finding);
    if (!mRows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void FindingsModel::setFilter(std::optional<Verdict> verdict, bool onlyTouched) {
    mVerdict = verdict;
    mOnlyTouched = onlyTouched;
    rebuild();
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
    beginResetModel();
    mRows.clear();
    mCounts = {};
    if (mAssessment) {
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
    endResetModel();
}

int FindingsModel::total() const {
    return std::accumulate(mCounts.begin(), mCounts.end(), 0);
}

int FindingsModel::forInformation() const {
    return mAssessment ? static_cast<int>(mAssessment->findings.size()) - total() : 0;
}

const Finding* FindingsModel::finding(int row) const {
    return row >= 0 && row < rowCount() ? &mAssessment->findings[mRows[static_cast<std::size_t>(row)]] : nullptr;
}

int FindingsModel::rowOfKey(const QString& key) const {
    for (int row = 0; row < rowCount(); ++row)
        if (finding(row)->key == key)
            return row;
    return -1;
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(mRows.size());
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
    const auto preview = mPreview.find(before->key);
    const Finding* row = preview == mPreview.end() ? before : &preview->second;
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, column);
    case Qt::AccessibleTextRole:
        return column == MarkColumn ? verdictLabel(row->verdict) : text(*row, column);
    case Qt::ToolTipRole:
        return column == MarkColumn ? acceptedText(*row) : QVariant(text(*row, column));
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case VerdictRole:
        return column == MarkColumn ? QVariant(static_cast<int>(row->verdict)) : QVariant();
    case BindingRole:
        return row->severity == Severity::Binding;
    case FadedRole:
        return (mStale && mPreview.empty()) || !row->decides || (column == MarkColumn && isAcknowledged(*row));
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
        if (column == ValueColumn || (column == MarginColumn && row->verdict == Verdict::Broken && row->margin)) {
            QFont font = themeFont(TextRole::Body);
            font.setBold(true);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
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

void FindingsModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!mRows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace corridor

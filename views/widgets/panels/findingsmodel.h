// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/prospect.h"
#include "views/widgets/panels/headedtablemodel.h"

#include <array>
#include <map>
#include <optional>
#include <set>

namespace corridor {

/// The findings of a session as rows: touched by the last edit first, then worst first. Holds the assessment it shows.
class FindingsModel : public HeadedTableModel {
    Q_OBJECT
public:
    enum Column {
        MarkColumn,
        CheckColumn,
        RequirementColumn,
        ObjectColumn,
        ValueColumn,
        LimitColumn,
        MarginColumn,
        ColumnCount
    };
    enum Role {
        TagRole = Qt::UserRole + 300, ///< QString: a small framed word behind the text
        MarginRole,                   ///< double −1 … 1 for the bar; absent = no bar
        OldValueRole,                 ///< QString: what the value was before the edit; absent = unchanged
        PreviewRole                   ///< bool: what the row shows is the doing of the step under the mouse
    };

    explicit FindingsModel(QObject* parent = nullptr);

    /// Takes over what is newest. `stale`: rows are shown at half strength.
    void setAssessment(std::shared_ptr<const Assessment> assessment, const EntitySet& entities, bool stale);
    void setStale(bool stale);
    /// What a step under the mouse makes of the findings: rows show it beside what they were, and keep their order;
    /// counts are those with the step; what it brings about stands on top. Null ends it.
    void setPreview(std::shared_ptr<const Prospect> prospect);
    bool hasPreview() const { return mProspect != nullptr; }
    /// Lays the soft colour of their verdicts, `strength` 0 … 1, under the rows whose verdict the last edit flipped.
    void setFlash(double strength);
    /// Whether the last edit flipped the verdict of a row that is shown.
    bool hasFlips() const;
    /// Shows one verdict only (none = all), and only what the last edit touched.
    void setFilter(std::optional<Verdict> verdict, bool onlyTouched);

    /// How many findings that decide have each verdict, whatever the filter; indexed by Verdict. While a preview is
    /// shown, with its step.
    const std::array<int, 5>& counts() const { return mProspect ? mProspect->counts : mCounts; }
    int total() const; ///< of `counts`
    /// How many rows stand beside them for information only.
    int forInformation() const;
    /// The finding of a row, as it is without a preview; null for a row that is not there.
    const Finding* finding(int row) const;
    int rowOfKey(const QString& key) const; ///< −1 = not shown
    /// Whether somebody accepted the finding for now, and it has not become worse since.
    bool isAcknowledged(const Finding& finding) const;
    QVariant acceptedText(const Finding& finding) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

protected:
    QString heading(int column) const override;
    QString headingTip(int column) const override;
    bool holdsNumbers(int column) const override;

private:
    struct Before {
        Verdict verdict;
        std::optional<double> value;
    };
    void noteTouched(const Assessment* before);
    void rebuild();
    void replacePreview(std::shared_ptr<const Prospect> prospect);
    const Finding* shownIn(int row) const;
    int addedRows() const { return mProspect ? static_cast<int>(mProspect->added.size()) : 0; }
    bool isFlipped(const Finding& finding) const;
    QString text(const Finding& finding, int column) const;
    QVariant goneData(const Finding& before, int column, int role) const;
    QVariant fontOf(const Finding& finding, int column) const;
    QVariant flashOf(const Finding& finding) const;
    QString oldValueText(const Finding& before, const Finding& shown) const;

    std::shared_ptr<const Assessment> mAssessment;
    std::vector<std::size_t> mRows; ///< indices into the assessment's findings
    std::map<QString, Before> mTouched;
    std::shared_ptr<const Prospect> mProspect; ///< of the step under the mouse
    double mFlash = 0;
    std::map<QString, std::shared_ptr<const Acknowledgement>> mAcknowledged; ///< by key of the finding
    std::array<int, 5> mCounts{};
    std::optional<Verdict> mVerdict;
    bool mOnlyTouched = false;
    bool mStale = false;
};

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/session.h"

#include <QAbstractTableModel>

#include <array>
#include <optional>
#include <set>

namespace corridor {

/// The findings of a session as rows: touched by the last edit first, then worst first. Holds the assessment it shows.
class FindingsModel : public QAbstractTableModel {
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
        OldValueRole                  ///< QString: what the value was before the edit; absent = unchanged
    };

    explicit FindingsModel(QObject* parent = nullptr);

    /// Takes over what is newest. `stale`: rows are shown at half strength.
    void setAssessment(std::shared_ptr<const Assessment> assessment, const EntitySet& entities, bool stale);
    void setStale(bool stale);
    /// What a step under the mouse makes of findings, by their keys: rows show it beside what they were, and keep their
    /// order. Empty ends it.
    void setPreview(const std::vector<Finding>& findings);
    /// Shows one verdict only (none = all), and only what the last edit touched.
    void setFilter(std::optional<Verdict> verdict, bool onlyTouched);

    /// How many findings that decide have each verdict, whatever the filter; indexed by Verdict.
    const std::array<int, 5>& counts() const { return mCounts; }
    int total() const; ///< of `counts`
    /// How many rows stand beside them for information only.
    int forInformation() const;
    /// The finding of a row; null for a row that is not there.
    const Finding* finding(int row) const;
    int rowOfKey(const QString& key) const; ///< −1 = not shown
    /// Whether somebody accepted the finding for now, and it has not become worse since.
    bool isAcknowledged(const Finding& finding) const;
    QVariant acceptedText(const Finding& finding) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Texts are in the language of now.
    void retranslate();

private:
    struct Before {
        Verdict verdict;
        std::optional<double> value;
    };
    void noteTouched(const Assessment* before);
    void rebuild();
    QString text(const Finding& finding, int column) const;
    QString oldValueText(const Finding& before, const Finding& shown) const;

    std::shared_ptr<const Assessment> mAssessment;
    std::vector<std::size_t> mRows; ///< indices into the assessment's findings
    std::map<QString, Before> mTouched;
    std::map<QString, Finding> mPreview;                                     ///< by key; of the step under the mouse
    std::map<QString, std::shared_ptr<const Acknowledgement>> mAcknowledged; ///< by key of the finding
    std::array<int, 5> mCounts{};
    std::optional<Verdict> mVerdict;
    bool mOnlyTouched = false;
    bool mStale = false;
};

} // namespace corridor

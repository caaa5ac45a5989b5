// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include <array>
#include <optional>

namespace corridor {

/// How many findings are broken, near and met, as marks with numbers; a click leads to the list.
class VerdictTotals : public QAbstractButton {
    Q_OBJECT
public:
    explicit VerdictTotals(QWidget* parent = nullptr);

    /// @param counts  indexed by Verdict; none = not computed yet. `stale` draws at half strength.
    void setCounts(std::optional<std::array<int, 5>> counts, bool stale);
    const std::optional<std::array<int, 5>>& counts() const { return mCounts; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<std::array<int, 5>> mCounts;
    bool mStale = false;
};

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/finding.h"

#include <QAbstractButton>

#include <optional>

namespace corridor {

/// A filter chip: a verdict's mark if it has one, a word, and how many. Checkable; put the chips of one filter into an
/// exclusive QButtonGroup.
class BadgeChip : public QAbstractButton {
    Q_OBJECT
public:
    explicit BadgeChip(const QString& text, std::optional<Verdict> verdict = std::nullopt, QWidget* parent = nullptr);

    /// Number behind the word, >= 0.
    void setCount(int count);
    /// Mark and count alone, where there is no room for the word; a tool tip then says it.
    void setCompact(bool compact);
    int count() const { return mCount; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<Verdict> mVerdict;
    int mCount = 0;
    bool mCompact = false;
};

} // namespace corridor

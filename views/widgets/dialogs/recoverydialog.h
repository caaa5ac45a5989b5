// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/recoverylog.h"

#include <QDialog>

#include <vector>

namespace corridor {

/// Offers what a crash left behind: the user sees what differs from the saved plan before choosing.
class RecoveryDialog : public QDialog {
    Q_OBJECT
public:
    enum Choice { Later, Recover, Discard };

    /// @param differences  one sentence for each object that differs from the plan on disk
    RecoveryDialog(const PendingRecovery& log, const QStringList& differences, bool baseMatches,
                   QWidget* parent = nullptr);

    Choice choice() const { return mChoice; }
    void choose(Choice choice);

private:
    Choice mChoice = Later;
};

/// What `to` has and `from` has not, one line an object as each scenario shows it: "Span GD-0047: changed (Sinuosity)".
QStringList describeDifferences(const Plan& from, const Plan& to);

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/panels/entitytablepage.h"
#include "views/widgets/panels/runstablemodel.h"

#include <memory>

namespace corridor {

/// 计算记录: what was computed, when, from which revision, and whether it still holds.
class RunsTablePanel : public TablePage {
    Q_OBJECT
public:
    explicit RunsTablePanel(PanelHost& host, QWidget* parent = nullptr);
    ~RunsTablePanel() override;

    RunsTableModel& model() { return *mModel; }
    /// What the open file holds; panels know no file.
    void setStoredRuns(const std::vector<Run>& runs);

protected:
    void retranslate() override;

private:
    RunsTablePanel(std::unique_ptr<RunsTableModel> model, QWidget* parent);

    std::unique_ptr<RunsTableModel> mModel;
    bool mFitted = false;
};

} // namespace corridor

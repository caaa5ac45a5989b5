// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/workbook.h"
#include "model/session/assessment.h"

namespace corridor {

/// What an exported workbook says beside the objects: on its front sheet what plan, scenario, year, revision and rules
/// it is of; the calculations of `assessment`, then those that the plan file holds (`stored`); the figures of the chart
/// panel. Texts are in the language of the installed translators, names in that of the assessment. Costs about a second
/// for a national plan (the content hash): not for the window's thread.
WorkbookContent workbookContent(const Plan& plan, const Assessment& assessment, const std::vector<Run>& stored,
                                const QDateTime& created);

/// The charts of it: round trips against limits, load against capacity, then compute, energy and carbon by year.
std::vector<WorkbookChart> workbookCharts(const Assessment& assessment);

} // namespace corridor

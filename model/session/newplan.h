// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/plan.h"

#include <QStringList>

#include <vector>

namespace corridor {

struct NewPlanOptions {
    QString title, titleEn;
    /// Files in rulepacks/, without ".json"; the first is in force.
    QStringList rulePacks = {QStringLiteral("beijing-2024-2027")};
    int year = 2027; ///< shown first
};

/// A plan without objects, ready to work in: the fibre and equipment library, the choices and defaults as settings, all
/// with their provenance and ranges, and the rule packs. Read from resourceFolder(); ids follow from the codes, so that
/// two new plans agree.
/// @throws Error (Environment, FileContent) when the library cannot be read.
Plan newPlan(const NewPlanOptions& options = {});

/// The same rows from given texts of fibre.json, equipment.json, energy.json and rule packs (name and text of each).
struct LibraryTexts {
    QByteArray fibre, equipment, energy;
    std::vector<std::pair<QString, QByteArray>> rulePacks;
};
Plan newPlan(const NewPlanOptions& options, const LibraryTexts& library);

} // namespace corridor

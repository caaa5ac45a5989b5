// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/plan/plan.h"
#include "model/session/assessment.h"
#include "model/store/planfile.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>

#include <memory>
#include <optional>
#include <string>

namespace corridor {

/// Context of translations of the command line's texts: `Cli::tr("…")`.
class Cli {
    Q_DECLARE_TR_FUNCTIONS(corridor::Cli)
};

/// How a run of `corridor` ends.
enum ExitCode { kNothingBroken = 0, kFallsShort = 1, kCannotWork = 2 };

/// What all verbs share: language, kind of output, where output goes.
struct CliContext {
    QString language = QStringLiteral("zh");
    bool json = false;
    int exitCode = kNothingBroken; ///< set by the verb that ran

    bool english() const { return language == u"en"; }
    /// Writes text to standard output, UTF-8.
    void print(const QString& text) const;
    /// Writes one JSON document to standard output.
    void print(const QJsonObject& document) const;
    /// Writes a line to standard error that is no failure (a warning, what was done).
    void note(const QString& line) const;
};

/// The arguments of verbs that look at a plan; empty text = not given.
struct PlanArguments {
    std::string plan;
    std::string scenario; ///< code, name or id
    std::string rules;    ///< a JSON file, or the code of a pack of the plan or of the program
    std::optional<int> year;
};

/// A plan as a verb sees it.
struct OpenedPlan {
    std::unique_ptr<PlanFile> file;
    Plan plan; ///< with the rules asked for, when they are not those of the file
    EntityId scenario;
    int year = 0;

    const EntitySet& entities() const { return plan.entities(scenario); }
};

QString textOf(const std::string& argument);

/// Opens a plan read-only, or to be saved (`toWrite`: Error when it cannot be). Throws Error for a path, scenario or
/// rule pack that there is not.
OpenedPlan openPlan(const PlanArguments& arguments, bool toWrite = false);

/// Assesses it; the same names and figures that the window shows.
std::shared_ptr<const Assessment> assess(const OpenedPlan& opened, const CliContext& context);

/// {"id", "code", "name", "name_en"} of an object; null for none.
QJsonValue toJson(const EntitySet& entities, EntityId id);
/// {"plan", "scenario", "year"}: how every document starts.
QJsonObject documentHead(const OpenedPlan& opened);
/// "标题 · 方案 · 2027": how every text starts.
QString textHead(const OpenedPlan& opened, const CliContext& context);
/// Code of an object, else its name or id: how objects are called in tables.
QString shortName(const EntitySet& entities, EntityId id);
/// Codes of objects in order, for paths.
QString chain(const EntitySet& entities, const std::vector<EntityId>& ids);
/// A number with so many decimals and a true minus sign; an en dash for none.
QString decimal(std::optional<double> value, int decimals = 3);

/// The system's clock; the time of SOURCE_DATE_EPOCH where that is set (reproducible builds).
Clock buildClock();

} // namespace corridor

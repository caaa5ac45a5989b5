// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/migrations.h"

#include "model/base/error.h"
#include "model/store/database.h"

#include <algorithm>

namespace corridor {

std::span<const Migration> allMigrations() {
    return {};
}

void migrate(Database& database, int from, int to, std::span<const Migration> steps) {
    for (int version = from; version < to; ++version) {
        const auto step =
            std::find_if(steps.begin(), steps.end(), [version](const Migration& each) { return each.from == version; });
        if (step == steps.end())
            throw Error(Blame::Bug,
                        message(CORRIDOR_MSG("There is no way from plan format %1 to the next; please report this."),
                                QString::number(version)));
        step->apply(database);
    }
    if (from < to)
        database.prepare("UPDATE plan_meta SET value = ?1 WHERE key = 'format_version'")
            .bind(1, QString::number(to))
            .run();
}

} // namespace corridor

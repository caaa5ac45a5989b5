// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace corridor {

/// A calendar date known to the year, month or day: planners write "2026", "2026-09" or "2026-09-30". `month` and `day`
/// are 0 where not known; `year` 0 means no date at all. Ordered as written: "2026" < "2026-01" < "2026-01-01".
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;

    bool isNull() const { return year == 0; }
    friend auto operator<=>(const Date&, const Date&) = default;

    /// ISO 8601, reduced precision kept; empty for no date.
    QString toString() const;
    /// Reads what toString writes; nothing for anything else (years 1900 … 2200, real days only).
    static std::optional<Date> fromString(QStringView text);
};

/// In service during calendar year `year`: in ≤ year < out, by the years of the dates; no `out` = never taken out.
/// No `in` = `assumedIfUnknown` (existing plant has been there "always"; a planned span without a date is not yet
/// there).
bool inServiceInYear(const Date& in, const Date& out, int year, bool assumedIfUnknown);

} // namespace corridor

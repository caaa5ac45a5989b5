// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/entities.h"

namespace corridor {

/// Whether an object stands in a calendar year: in ≤ year < out, by the years of its dates, whatever its status today.
/// Where the date of arrival is unknown, existing plant is taken to be there already, planned and building plant not
/// yet. A span to be removed (a site retired) without a date of removal counts as gone.
bool standsInYear(const Site& site, int year);
bool standsInYear(const Span& span, int year);
bool standsInYear(const Junction& junction, int year);
/// A service without dates is wanted in every year.
bool wantedInYear(const Service& service, int year);

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calc/inputyear.h"

namespace corridor {

bool standsInYear(const Site& site, int year) {
    if (site.status == SiteStatus::Retired && site.outDate.isNull())
        return false;
    const bool there = site.status == SiteStatus::Existing || site.status == SiteStatus::Retired;
    return inServiceInYear(site.inDate, site.outDate, year, there);
}

bool standsInYear(const Span& span, int year) {
    if (span.status == SpanStatus::Removed && span.outDate.isNull())
        return false;
    const bool there = span.status == SpanStatus::Existing || span.status == SpanStatus::Removed;
    return inServiceInYear(span.inDate, span.outDate, year, there);
}

bool standsInYear(const Junction& junction, int year) {
    return inServiceInYear(junction.inDate, junction.outDate, year, true);
}

bool wantedInYear(const Service& service, int year) {
    return inServiceInYear(service.inDate, service.outDate, year, true);
}

} // namespace corridor

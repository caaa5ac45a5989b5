// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/unittext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace corridor {

namespace {

#define UNIT(text) QT_TRANSLATE_NOOP("Unit", text)

struct UnitWord {
    const char* unit;
    const char* text;
};

constexpr std::array kUnits = {UnitWord{"percent", "%"},
                               UnitWord{"percent_per_year", UNIT("%/a")},
                               UnitWord{"eflops", "EFLOPS"},
                               UnitWord{"pflops", "PFLOPS"},
                               UnitWord{"gbps", "Gbit/s"},
                               UnitWord{"mwh_per_year", UNIT("MWh/a")},
                               UnitWord{"MWh/a", UNIT("MWh/a")},
                               UnitWord{"tce_per_year", UNIT("tce/a")},
                               UnitWord{"pue", ""},
                               UnitWord{"ratio", ""},
                               UnitWord{"count", ""},
                               UnitWord{"hop", UNIT("hop")},
                               UnitWord{"routes", UNIT("routes")},
                               UnitWord{"racks", UNIT("racks")},
                               UnitWord{"cases", UNIT("cases")},
                               UnitWord{"centres", UNIT("centres")},
                               UnitWord{"clusters", UNIT("clusters")},
                               UnitWord{"parameters", UNIT("parameters")},
                               UnitWord{"grade", UNIT("grade")},
                               UnitWord{"M CNY", UNIT("M CNY")},
                               UnitWord{"M CNY/km", UNIT("M CNY/km")},
                               UnitWord{"CNY/kWh", UNIT("CNY/kWh")}};

} // namespace

QString unitText(const QString& unit) {
    const auto* known = std::find_if(kUnits.begin(), kUnits.end(),
                                     [&](const UnitWord& word) { return unit == QLatin1String(word.unit); });
    if (known == kUnits.end() || *known->text == '\0')
        return known == kUnits.end() ? unit : QString();
    return QCoreApplication::translate("Unit", known->text);
}

QString withUnit(const QString& number, const QString& unit) {
    const QString text = unitText(unit);
    return text.isEmpty() ? number : number + u' ' + text;
}

} // namespace corridor

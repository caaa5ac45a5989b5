// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/unittext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdlib>

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

// Units that are things to count take the plural of the number; empty for others.
QString pluralText(const QString& unit, int n) {
    if (unit == u"hop")
        return QCoreApplication::translate("Unit", "%n hops", nullptr, n);
    if (unit == u"routes")
        return QCoreApplication::translate("Unit", "%n routes", nullptr, n);
    if (unit == u"racks")
        return QCoreApplication::translate("Unit", "%n racks", nullptr, n);
    if (unit == u"cases")
        return QCoreApplication::translate("Unit", "%n cases", nullptr, n);
    if (unit == u"centres")
        return QCoreApplication::translate("Unit", "%n centres", nullptr, n);
    if (unit == u"clusters")
        return QCoreApplication::translate("Unit", "%n clusters", nullptr, n);
    return {};
}

// The number as written stays: with its thin spaces and its minus.
QString countText(const QString& number, const QString& unit) {
    QString digits = number;
    digits.remove(QChar(0x2009)).replace(QChar(0x2212), u'-');
    bool whole = false;
    const int n = digits.toInt(&whole);
    const int count = std::abs(n); // what is not one, has a plural
    return whole ? pluralText(unit, count).replace(QString::number(count), number) : QString();
}

} // namespace

QString unitText(const QString& unit) {
    const auto* known = std::find_if(kUnits.begin(), kUnits.end(),
                                     [&](const UnitWord& word) { return unit == QLatin1String(word.unit); });
    if (known == kUnits.end() || *known->text == '\0')
        return known == kUnits.end() ? unit : QString();
    return QCoreApplication::translate("Unit", known->text);
}

QString withUnit(const QString& number, const QString& unit) {
    if (const QString counted = countText(number, unit); !counted.isEmpty())
        return counted;
    const QString text = unitText(unit);
    return text.isEmpty() ? number : number + u' ' + text;
}

} // namespace corridor

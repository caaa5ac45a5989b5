// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/unitfactor.h"

#include <QString>

namespace corridor {

namespace {

// `times` / `over` of the unit that fields have.
struct Unit {
    const char* base;
    const char* written;
    double times = 1, over = 1;
};
constexpr Unit kUnits[] = {
    {"MW", "MW"},
    {"MW", "兆瓦"},
    {"MW", "W", 1, 1e6},
    {"MW", "kW", 1, 1e3},
    {"MW", "KW", 1, 1e3},
    {"MW", "千瓦", 1, 1e3},
    {"MW", "GW", 1e3},
    {"MW", "万千瓦", 10},
    {"MWh", "MWh"},
    {"MWh", "kWh", 1, 1e3},
    {"MWh", "千瓦时", 1, 1e3},
    {"MWh", "度", 1, 1e3},
    {"MWh", "GWh", 1e3},
    {"MWh", "万千瓦时", 10},
    {"MWh", "万度", 10},
    {"MWh", "亿千瓦时", 1e5},
    {"MWh", "亿度", 1e5},
    {"km", "km"},
    {"km", "公里"},
    {"km", "千米"},
    {"km", "m", 1, 1e3},
    {"km", "米", 1, 1e3},
    {"Gbit/s", "Gbit/s"},
    {"Gbit/s", "Gbps"},
    {"Gbit/s", "Gb/s"},
    {"Gbit/s", "G"},
    {"Gbit/s", "Mbps", 1, 1e3},
    {"Gbit/s", "Mbit/s", 1, 1e3},
    {"Gbit/s", "Tbps", 1e3},
    {"Gbit/s", "Tbit/s", 1e3},
    {"Gbit/s", "T", 1e3},
    {"PFLOPS", "PFLOPS"},
    {"PFLOPS", "P"},
    {"PFLOPS", "TFLOPS", 1, 1e3},
    {"PFLOPS", "EFLOPS", 1e3},
    {"PFLOPS", "E", 1e3},
    {"PB", "PB"},
    {"PB", "GB", 1, 1e6},
    {"PB", "TB", 1, 1e3},
    {"PB", "EB", 1e3},
    {"M CNY", "M CNY"},
    {"M CNY", "百万元"},
    {"M CNY", "元", 1, 1e6},
    {"M CNY", "万元", 1, 100},
    {"M CNY", "亿元", 100},
    {"M CNY/km", "M CNY/km"},
    {"M CNY/km", "百万元/公里"},
    {"M CNY/km", "万元/公里", 1, 100},
    {"M CNY/km", "万元/km", 1, 100},
    {"CNY/kWh", "CNY/kWh"},
    {"CNY/kWh", "元/千瓦时"},
    {"CNY/kWh", "元/kWh"},
    {"CNY/kWh", "元/度"},
    {"ms", "ms"},
    {"ms", "毫秒"},
    {"ms", "µs", 1, 1e3},
    {"ms", "us", 1, 1e3},
    {"ms", "微秒", 1, 1e3},
    {"ms", "s", 1e3},
    {"ms", "秒", 1e3},
};

} // namespace

std::optional<UnitFactor> unitFactor(QStringView from, QStringView to) {
    const QString written = from.toString().simplified(), base = to.toString();
    if (written == base)
        return UnitFactor{};
    for (const Unit& unit : kUnits)
        if (base == QString::fromUtf8(unit.base) && written == QString::fromUtf8(unit.written))
            return UnitFactor{unit.times, unit.over};
    return std::nullopt;
}

} // namespace corridor

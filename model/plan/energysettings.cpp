// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/energysettings.h"

#include "model/plan/value.h"

#include <algorithm>

namespace corridor {

namespace {

constexpr char16_t kGridPrefix[] = u"grid_factor/";
constexpr char16_t kPuePrefix[] = u"pue_model/";

struct FigureKey {
    const char* key;
    std::optional<PlanFigure> EnergySettings::*member;
    double low, high;
};
constexpr FigureKey kFigures[] = {
    {"it_load_factor", &EnergySettings::loadFactor, 0, 1},
    {"tce_primary_kgce_per_kwh", &EnergySettings::tcePrimary, 0, 1},
    {"tce_calorific_kgce_per_kwh", &EnergySettings::tceCalorific, 0, 1},
    {"channels_per_pair", &EnergySettings::channelsPerPair, 1, 10000},
    {"channel_gbps", &EnergySettings::channelGbps, 1, 1e6},
};
constexpr double kMostKgPerKwh = 2, kLeastPue = 1, kMostPue = 5;

struct WordKey {
    const char* key;
    const char* words[2];
};
constexpr WordKey kWords[] = {{"tce_basis", {"primary", "calorific"}}, {"backup_reserves", {"0", "1"}}};

std::optional<double> realIn(const QString& text, double low, double high) {
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && value >= low && value <= high ? std::optional<double>(value) : std::nullopt;
}

// "grid_factor/北京市/2022" → 北京市, 2022.
std::optional<std::pair<QString, int>> gridKey(QStringView key) {
    if (!key.startsWith(kGridPrefix))
        return std::nullopt;
    const QStringView rest = key.sliced(std::size(kGridPrefix) - 1);
    const qsizetype slash = rest.lastIndexOf(u'/');
    bool ok = false;
    const int year = slash > 0 ? rest.sliced(slash + 1).toInt(&ok) : 0;
    return ok && year >= 1900 && year <= 2200 ? std::optional(std::pair(rest.first(slash).toString(), year))
                                              : std::nullopt;
}

void readRow(const Setting& row, EnergySettings& out) {
    for (const FigureKey& known : kFigures)
        if (row.code == QLatin1String(known.key)) {
            if (const auto value = realIn(row.value, known.low, known.high))
                out.*known.member = PlanFigure{*value, row.id};
            return;
        }
    if (row.code == u"tce_basis") {
        out.tceBasis = row.value == u"calorific" ? TceBasis::Calorific : TceBasis::Primary;
    } else if (row.code == u"backup_reserves") {
        out.backupReserves = row.value != u"0";
    } else if (const auto grid = gridKey(row.code)) {
        if (const auto value = realIn(row.value, 0, kMostKgPerKwh))
            out.gridFactors[grid->first][grid->second] = {*value, row.id};
    } else if (row.code.startsWith(QStringView(kPuePrefix))) {
        if (const auto value = realIn(row.value, kLeastPue, kMostPue))
            out.pueModels[row.code.sliced(std::size(kPuePrefix) - 1)] = {*value, row.id};
    }
}

Message rangeSentence(const QString& label, const QString& value, double low, double high) {
    return message(CORRIDOR_MSG("The setting “%1” must be %2 – %3; “%4” is not."), label, shortestDecimal(low),
                   shortestDecimal(high), value);
}

} // namespace

const std::pair<const int, PlanFigure>* EnergySettings::gridFactor(const QString& province, int year) const {
    const auto found = gridFactors.find(province);
    if (found == gridFactors.end() || found->second.empty())
        return nullptr;
    auto after = found->second.upper_bound(year);
    return after == found->second.begin() ? &*after : &*std::prev(after);
}

EnergySettings energySettingsOf(const EntitySet& entities) {
    EnergySettings out;
    entities.table<Setting>().forEach([&](const std::shared_ptr<const Setting>& row) { readRow(*row, out); });
    return out;
}

bool isEnergySetting(QStringView key) {
    const auto named = [key](const auto& known) { return key == QLatin1String(known.key); };
    return std::any_of(std::begin(kFigures), std::end(kFigures), named) ||
           std::any_of(std::begin(kWords), std::end(kWords), named) || key.startsWith(QStringView(kGridPrefix)) ||
           key.startsWith(QStringView(kPuePrefix));
}

std::optional<Message> checkEnergySetting(const QString& key, const QString& value, const QString& label) {
    if (value.isEmpty())
        return std::nullopt;
    for (const FigureKey& known : kFigures)
        if (key == QLatin1String(known.key) && !realIn(value, known.low, known.high))
            return rangeSentence(label, value, known.low, known.high);
    for (const WordKey& known : kWords)
        if (key == QLatin1String(known.key) && value != QLatin1String(known.words[0]) &&
            value != QLatin1String(known.words[1]))
            return message(CORRIDOR_MSG("The setting “%1” must be one of %2; “%3” is not."), label,
                           QLatin1String(known.words[0]) + QStringLiteral(", ") + QLatin1String(known.words[1]), value);
    if (key.startsWith(QStringView(kGridPrefix))) {
        if (!gridKey(key))
            return message(
                CORRIDOR_MSG("The setting “%1” names no province and year; write grid_factor/PROVINCE/YEAR."), label);
        if (!realIn(value, 0, kMostKgPerKwh))
            return rangeSentence(label, value, 0, kMostKgPerKwh);
    }
    if (key.startsWith(QStringView(kPuePrefix)) && !realIn(value, kLeastPue, kMostPue))
        return rangeSentence(label, value, kLeastPue, kMostPue);
    return std::nullopt;
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/date.h"

#include <QDate>
#include <QStringList>

#include <algorithm>

namespace corridor {

namespace {

// toInt() alone would take "+1" and " 1".
bool isDigits(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

QString Date::toString() const {
    if (isNull())
        return {};
    QString text = QStringLiteral("%1").arg(year, 4, 10, QLatin1Char('0'));
    if (month > 0)
        text += QStringLiteral("-%1").arg(month, 2, 10, QLatin1Char('0'));
    if (month > 0 && day > 0)
        text += QStringLiteral("-%1").arg(day, 2, 10, QLatin1Char('0'));
    return text;
}

std::optional<Date> Date::fromString(QStringView text) {
    const auto parts = text.split(u'-');
    if (parts.isEmpty() || parts.size() > 3)
        return std::nullopt;
    int numbers[3] = {0, 0, 0};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts[i].size() != (i == 0 ? 4 : 2) || !isDigits(parts[i]))
            return std::nullopt;
        numbers[i] = parts[i].toInt();
    }
    const Date date{numbers[0], numbers[1], numbers[2]};
    if (date.year < 1900 || date.year > 2200 ||
        !QDate::isValid(date.year, parts.size() > 1 ? date.month : 1, parts.size() > 2 ? date.day : 1))
        return std::nullopt;
    return date;
}

bool inServiceInYear(const Date& in, const Date& out, int year, bool assumedIfUnknown) {
    const bool begun = in.isNull() ? assumedIfUnknown : in.year <= year;
    const bool ended = !out.isNull() && out.year <= year;
    return begun && !ended;
}

} // namespace corridor

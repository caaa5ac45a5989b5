// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/sourcetext.h"

#include "model/base/error.h"
#include "model/session/resources.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <vector>

namespace corridor {

namespace {

struct Wording {
    QString zh, en;
};

struct Wordings {
    QHash<QString, Wording> whole;
    std::vector<Wording> patterns; // with %1 for a name
};

Wordings readWordings() {
    Wordings out;
    try {
        const QJsonObject root =
            QJsonDocument::fromJson(readResource(QStringLiteral("equipment/sources.json"))).object();
        for (const QJsonValue& entry : root.value(QLatin1String("texts")).toArray()) {
            const Wording text{entry[QLatin1String("zh")].toString(), entry[QLatin1String("en")].toString()};
            if (text.zh.contains(u"%1")) {
                out.patterns.push_back(text);
            } else {
                out.whole.insert(text.zh, text);
                out.whole.insert(text.en, text);
            }
        }
    } catch (const Error&) {
        // Sources are then shown as they stand: nothing that should stop anybody.
    }
    return out;
}

// What stands for %1 in `pattern`; null when the text is none of its kind.
QString nameIn(const QString& pattern, const QString& text) {
    const qsizetype at = pattern.indexOf(u"%1");
    const QString before = pattern.left(at), behind = pattern.sliced(at + 2);
    const bool fits = text.size() > before.size() + behind.size() && text.startsWith(before) && text.endsWith(behind);
    return fits ? text.sliced(before.size(), text.size() - before.size() - behind.size()) : QString();
}

} // namespace

QString shownSource(const QString& stored, bool english) {
    static const Wordings wordings = readWordings();
    const auto known = wordings.whole.constFind(stored);
    if (known != wordings.whole.constEnd())
        return english ? known->en : known->zh;
    for (const Wording& pattern : wordings.patterns)
        for (const QString& side : {pattern.zh, pattern.en})
            if (const QString name = nameIn(side, stored); !name.isNull())
                return (english ? pattern.en : pattern.zh).arg(name);
    return stored;
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/message.h"

#include <QCoreApplication>

namespace corridor {

namespace {

// One pass, so that an argument that itself contains "%2" (a file name can) stays as it is.
QString filled(const QString& pattern, const QStringList& args) {
    QString out;
    out.reserve(pattern.size() + 32);
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool marker = pattern[i] == u'%' && i + 1 < pattern.size() && pattern[i + 1].isDigit();
        const int index = marker ? pattern[i + 1].digitValue() - 1 : -1;
        if (index >= 0 && index < args.size()) {
            out += args[index];
            ++i;
        } else {
            out += pattern[i];
        }
    }
    return out;
}

} // namespace

QString Message::text() const {
    return filled(QCoreApplication::translate("Message", source.constData()), args);
}

QString Message::english() const {
    return filled(QString::fromUtf8(source), args);
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/finding.h"

#include <QCoreApplication>

namespace corridor {

namespace {

struct VerdictName {
    const char* word;
    const char* label;
    int badness;
};

const VerdictName& nameOf(Verdict verdict) {
    static constexpr VerdictName names[] = {{"met", QT_TRANSLATE_NOOP("Verdict", "Met"), 1},
                                            {"near", QT_TRANSLATE_NOOP("Verdict", "Near"), 3},
                                            {"broken", QT_TRANSLATE_NOOP("Verdict", "Broken"), 4},
                                            {"unknown", QT_TRANSLATE_NOOP("Verdict", "Unknown"), 2},
                                            {"not_applicable", QT_TRANSLATE_NOOP("Verdict", "Not applicable"), 0}};
    return names[static_cast<int>(verdict)];
}

} // namespace

QString verdictWord(Verdict verdict) {
    return QString::fromLatin1(nameOf(verdict).word);
}

QString verdictLabel(Verdict verdict) {
    return QCoreApplication::translate("Verdict", nameOf(verdict).label);
}

Verdict worse(Verdict a, Verdict b) {
    return nameOf(a).badness >= nameOf(b).badness ? a : b;
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace corridor {

/// The languages of the program: "zh" and "en".
bool isLanguage(const QString& language);

/// The language that the environment asks for: the first of LC_ALL, LC_MESSAGES and LANG that is set decides; zh… is
/// Chinese, any other language (and plain "C" or "POSIX", which scripts set for stable English) is English. Nothing
/// set, or only an encoding ("C.UTF-8"): Chinese, the product's first language.
QString languageFromEnvironment();

/// Puts the translations of `language` in place (Qt's own first, then ours), replacing those of an earlier call. They
/// are looked for in the program itself (":/i18n") and in `folder` ("…/share/corridor-planner/i18n"). English needs
/// them for its plurals only. False when the Chinese ones are missing: texts then stay English.
bool installTranslators(QCoreApplication& application, const QString& language, const QString& folder);

} // namespace corridor

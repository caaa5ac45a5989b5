// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace corridor {

namespace {

constexpr auto kTranslatorName = "corridor-translator";

void removeOurs(QCoreApplication& application) {
    for (QTranslator* translator :
         application.findChildren<QTranslator*>(QLatin1String(kTranslatorName), Qt::FindDirectChildrenOnly)) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
}

bool install(QCoreApplication& application, const QString& file, const QString& folder) {
    auto* translator = new QTranslator(&application);
    translator->setObjectName(QLatin1String(kTranslatorName));
    if (translator->load(file, folder) && QCoreApplication::installTranslator(translator))
        return true;
    delete translator;
    return false;
}

bool installOurs(QCoreApplication& application, const QString& file, const QString& folder) {
    return install(application, file, QStringLiteral(":/i18n")) || install(application, file, folder);
}

} // namespace

bool isLanguage(const QString& language) {
    return language == u"zh" || language == u"en";
}

QString languageFromEnvironment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QByteArray value = qgetenv(name);
        if (value.isEmpty())
            continue;
        const bool saysNothing = value.startsWith("C.") || value.startsWith("POSIX.");
        return value.startsWith("zh") || saysNothing ? QStringLiteral("zh") : QStringLiteral("en");
    }
    return QStringLiteral("zh");
}

bool installTranslators(QCoreApplication& application, const QString& language, const QString& folder) {
    removeOurs(application);
    if (language != u"zh") {
        installOurs(application, QStringLiteral("corridor_en"), folder);
        return true;
    }
    install(application, QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    return installOurs(application, QStringLiteral("corridor_zh_CN"), folder);
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace corridor::test {

// `corridor` as users start it: arguments in, standard output, standard error and exit status out.

struct Finished {
    int code = -1;
    QByteArray out, err;

    QJsonObject json() const {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(out, &error);
        return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
    }
    /// One line, ended once, of some length.
    bool errIsOneSentence() const { return err.size() > 20 && err.endsWith('\n') && err.count('\n') == 1; }
};

/// `language` empty: no --lang, the environment decides.
inline Finished run(const QStringList& arguments, const QString& language = QStringLiteral("en"),
                    const QList<std::pair<QString, QString>>& variables = {}) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto& [name, value] : variables)
        environment.insert(name, value);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CORRIDOR_PROGRAM),
                  (language.isEmpty() ? QStringList() : QStringList{QStringLiteral("--lang"), language}) + arguments);
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

inline QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool hasHan(const QByteArray& text) {
    for (const QChar c : QString::fromUtf8(text))
        if (c.script() == QChar::Script_Han)
            return true;
    return false;
}

/// A new folder for each test, with blanks and Chinese in its path.
class CliFolder {
protected:
    bool make() {
        mTemporary = std::make_unique<QTemporaryDir>();
        mFolder = mTemporary->filePath(QString::fromUtf8("算力 走廊 plans"));
        qunsetenv("SOURCE_DATE_EPOCH");
        return QDir().mkpath(mFolder);
    }
    QString file(const QString& name) const { return QDir(mFolder).filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const {
        QFile out(file(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file(name);
    }
    /// A copy of the sample plan that may be written to.
    QString sample() const {
        const QString copy = file(QStringLiteral("示例 plan.gpkg"));
        QFile::copy(QStringLiteral(CORRIDOR_SAMPLE), copy);
        return copy;
    }

    std::unique_ptr<QTemporaryDir> mTemporary;
    QString mFolder;
};

} // namespace corridor::test

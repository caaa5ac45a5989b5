// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storefixture.h"

#include <QDir>

// What the tests of file safety share: a small plan in a folder of its own, an edit of it, and how a refusal must
// sound.

namespace corridor {

inline QStringList namesIn(const QString& folder) {
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

class SafetyFixture : public QObject {
protected:
    /// A fresh folder with the small plan in it; for init().
    void makePlans() {
        mFolder = std::make_unique<QTemporaryDir>();
        mPath = mFolder->filePath(QStringLiteral("计划 plan.gpkg"));
        PlanFile::create(mPath, mSmall.plan, {}, options());
        mEdited =
            withField(mSmall.plan, Kind::Span, mSmall.span1, "geom", Line{{111.8, 40.4}, {112.5, 39.0}, {114.9, 40.8}});
        mEdited = withField(mEdited, Kind::Service, mSmall.service, "gbps", YearReals{{2028, 100}});
    }

    template <class Work>
    static std::optional<QString> refusal(Work work, Blame* blame = nullptr) {
        try {
            work();
            return std::nullopt;
        } catch (const Error& error) {
            if (blame)
                *blame = error.blame();
            return error.sentence().english();
        }
    }
    template <class Work>
    static bool throwsError(Work work) {
        const auto sentence = refusal(work);
        if (sentence && sentence->isEmpty())
            qFatal("an error without a sentence");
        return sentence.has_value();
    }
    template <class Work>
    void expectRefusal(Work work, Blame blame, const QString& path = {}) {
        Blame actual = Blame::Bug;
        const auto sentence = refusal(work, &actual);
        QVERIFY(sentence);
        QVERIFY2(sentence->contains(path.isEmpty() ? mPath : path), qPrintable(*sentence));
        QCOMPARE(actual, blame);
    }
    void expectPlan(const Plan& plan, const QString& path = {}) {
        const auto file = PlanFile::open(path.isEmpty() ? mPath : path, {.readOnly = true});
        QCOMPARE(contentHash(file->plan()), contentHash(plan));
        QCOMPARE(runProgram(QStringLiteral("sqlite3"),
                            {path.isEmpty() ? mPath : path, QStringLiteral("PRAGMA integrity_check")})
                     .value()
                     .trimmed(),
                 QStringLiteral("ok"));
    }

    const SmallPlan mSmall;
    Plan mEdited;
    std::unique_ptr<QTemporaryDir> mFolder;
    QString mPath;
};

} // namespace corridor

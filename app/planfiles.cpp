// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/planfiles.h"

#include "app/background.h"
#include "model/session/newplan.h"
#include "model/session/resources.h"
#include "views/widgets/dialogs/recoverydialog.h"

#include <QDir>
#include <QFileInfo>

namespace corridor {

namespace {

constexpr int waitForResultsMs = 1000;
constexpr int mostNotes = 200;

} // namespace

PlanFiles::PlanFiles(Document& document, Session& session, Presenter& presenter, Settings& settings, QObject* parent)
    : QObject(parent)
    , mDocument(document)
    , mSession(session)
    , mPresenter(presenter)
    , mSettings(settings) {
    connect(&document, &Document::changed, this, [this](const ChangeSet& step) {
        mLog.append(step);
        const Message failure = mLog.lastError();
        if (!failure.isEmpty() && !std::exchange(mLogFailureTold, true))
            Q_EMIT noticed(failure.text(), false);
    });
}

PlanFiles::~PlanFiles() = default;

QString PlanFiles::path() const {
    return mFile ? mFile->path() : QString();
}

QString PlanFiles::name() const {
    if (mFile)
        return QFileInfo(mFile->path()).fileName();
    return mUntitled.isEmpty() ? tr("Untitled") : mUntitled;
}

const std::vector<Run>& PlanFiles::storedRuns() const {
    static const std::vector<Run> none;
    return mFile ? mFile->runs() : none;
}

QStringList PlanFiles::openNotes() const {
    QStringList notes;
    if (mFile)
        for (const OpenNote& note : mFile->report().notes)
            if (notes.size() < mostNotes)
                notes += note.text.text();
    return notes;
}

// The named edge of file work: here errors stop, and become one dialog.
bool PlanFiles::guarded(const std::function<void()>& work) {
    try {
        work();
        return true;
    } catch (const Error& error) {
        mPresenter.showError(error);
    } catch (const std::exception& error) {
        mPresenter.showError(Error(Blame::Bug,
                                   message(CORRIDOR_MSG("The program made a mistake; the plan is unchanged.")),
                                   QString::fromUtf8(error.what())));
    }
    return false;
}

void PlanFiles::adopt(std::unique_ptr<PlanFile> file) {
    mFile = std::move(file);
    mUntitled.clear();
    mDocument.setReadOnly(false);
    mDocument.reset(mFile->plan());
    mDocument.setReadOnly(mFile->isReadOnly(), mFile->readOnlyReason());
    mLog.begin(mDocument.plan(), mFile->path());
    mSettings.addRecentFile(mFile->path());
    Q_EMIT fileChanged();
    if (mFile->isReadOnly())
        Q_EMIT noticed(mDocument.readOnlySentence().text(), false);
    else if (const auto count = mFile->report().notes.size())
        Q_EMIT noticed(tr("The file was opened with %n remarks", nullptr, int(count)), true);
}

bool PlanFiles::newPlan() {
    if (!mayLeave())
        return false;
    return guarded([this] {
        const Plan plan = corridor::newPlan();
        mFile.reset();
        mUntitled.clear();
        mDocument.setReadOnly(false);
        mDocument.reset(plan);
        mLog.begin(mDocument.plan(), QString());
        Q_EMIT fileChanged();
    });
}

bool PlanFiles::open(const QString& path) {
    if (!mayLeave())
        return false;
    return guarded([&] {
        // The lock of the same file must go before it can be had again.
        if (mFile && QFileInfo(path).canonicalFilePath() == QFileInfo(mFile->path()).canonicalFilePath()) {
            revert();
            return;
        }
        std::unique_ptr<PlanFile> file;
        runInBackground([&] { file = PlanFile::open(path); });
        adopt(std::move(file));
    });
}

bool PlanFiles::openByDialog() {
    const QString path = mPresenter.openFileName(tr("Open a plan"), mSettings.lastFolder(), filter());
    return !path.isEmpty() && open(path);
}

QString PlanFiles::samplePath() {
    return QDir(resourceFolder()).filePath(QStringLiteral("corridor-sample.gpkg"));
}

bool PlanFiles::openSample() {
    if (!mayLeave())
        return false;
    return guarded([this] {
        OpenOptions options;
        options.readOnly = true;
        std::unique_ptr<PlanFile> file;
        runInBackground([&] { file = PlanFile::open(samplePath(), options); });
        const PlanSettings settings = settingsOf(file->plan().base());
        mFile.reset();
        mUntitled = mSession.english() && !settings.titleEn.isEmpty() ? settings.titleEn : settings.title;
        mDocument.setReadOnly(false);
        mDocument.reset(file->plan());
        mLog.begin(mDocument.plan(), QString());
        Q_EMIT fileChanged();
    });
}

QString PlanFiles::filter() const {
    return tr("Plans (*.gpkg)");
}

// Results that are as new as the plan are stored with it; others would be wrong.
std::vector<Run> PlanFiles::currentRuns() {
    if (!mSession.waitForResults(waitForResultsMs) || !mSession.assessment() || mSession.assessment()->partial)
        return {};
    return mSession.assessment()->runs;
}

bool PlanFiles::writeTo(const std::function<void(const Plan&, const std::vector<Run>&)>& write) {
    const std::vector<Run> runs = currentRuns();
    const Plan plan = mDocument.plan();
    runInBackground([&] { write(plan, runs); });
    mDocument.markSaved(plan);
    mLog.begin(mDocument.plan(), path());
    mLogFailureTold = false;
    Q_EMIT fileChanged();
    return true;
}

bool PlanFiles::save() {
    if (!mFile)
        return saveAs();
    bool done = false;
    guarded([&] {
        try {
            done = writeTo([this](const Plan& plan, const std::vector<Run>& runs) { mFile->save(plan, runs); });
        } catch (const ChangedByOthersError& error) {
            done = resolveForeignChanges(error);
        }
    });
    return done;
}

// The three ways out of "changed by others": see the differences first, keep both, or write over.
bool PlanFiles::resolveForeignChanges(const ChangedByOthersError& error) {
    for (;;) {
        const int choice = mPresenter.ask(tr("The file was changed by others"), error.sentence().text(),
                                          {tr("Save under another name"), tr("Compare"), tr("Overwrite")});
        if (choice == 0)
            return saveAs();
        if (choice == 2)
            return writeTo([this](const Plan& plan, const std::vector<Run>& runs) {
                SaveOptions options;
                options.overwriteForeignChanges = true;
                mFile->save(plan, runs, options);
            });
        if (choice != 1)
            return false;
        OpenOptions options;
        options.readOnly = true;
        std::unique_ptr<PlanFile> disk;
        runInBackground([&] { disk = PlanFile::open(path(), options); });
        const QStringList lines = describeDifferences(mDocument.plan(), disk->plan());
        mPresenter.showList(tr("Compare"), tr("What the file on disk has, and this window has not:"),
                            lines.mid(0, mostNotes));
    }
}

bool PlanFiles::saveAs() {
    const QString proposal =
        mFile ? mFile->path() : QDir(mSettings.lastFolder()).filePath(name() + QStringLiteral(".gpkg"));
    QString target = mPresenter.saveFileName(tr("Save the plan as"), proposal, filter());
    if (target.isEmpty())
        return false;
    if (QFileInfo(target).suffix().isEmpty())
        target += QStringLiteral(".gpkg");
    return saveAs(target);
}

bool PlanFiles::saveAs(const QString& target) {
    if (mFile && QFileInfo(target).absoluteFilePath() == mFile->path() && !mFile->isReadOnly())
        return save();
    return guarded([&] {
        writeTo([&](const Plan& plan, const std::vector<Run>& runs) {
            if (mFile)
                mFile->saveAs(target, plan, runs);
            else
                mFile = PlanFile::create(target, plan, runs);
        });
        mDocument.setReadOnly(mFile->isReadOnly(), mFile->readOnlyReason());
        mSettings.addRecentFile(mFile->path());
        Q_EMIT fileChanged();
    });
}

bool PlanFiles::revert() {
    if (!mFile)
        return false;
    if (mDocument.isModified() &&
        mPresenter.ask(tr("Revert to the saved plan"),
                       tr("All edits since the last save are dropped, and cannot be brought back."),
                       {tr("Drop the edits")}) != 0)
        return false;
    const QString target = mFile->path();
    return guarded([&] {
        // Read first: when the file cannot be read any more, document and lock stay as they are.
        OpenOptions probe;
        probe.readOnly = true;
        std::unique_ptr<PlanFile> file;
        runInBackground([&] { file = PlanFile::open(target, probe); });
        file.reset();
        mFile.reset();
        runInBackground([&] { file = PlanFile::open(target); });
        adopt(std::move(file));
    });
}

bool PlanFiles::mayLeave() {
    if (!mDocument.isModified())
        return true;
    const int choice = mPresenter.ask(tr("Unsaved edits"), tr("%1 has edits that are not saved.").arg(name()),
                                      {tr("Save"), tr("Discard the edits")});
    if (choice == 0)
        return save();
    return choice == 1;
}

void PlanFiles::leave() {
    mLog.discard();
}

void PlanFiles::offerRecovery() {
    for (const PendingRecovery& log : RecoveryLog::pending())
        if (recover(log))
            return;
}

// True when the recovered plan is now the one in the window.
bool PlanFiles::recover(const PendingRecovery& log) {
    std::unique_ptr<PlanFile> file;
    Plan base;
    const bool hasFile = !log.planPath.isEmpty();
    if (hasFile) {
        OpenOptions options;
        options.readOnly = true;
        if (!guarded([&] { runInBackground([&] { file = PlanFile::open(log.planPath, options); }); }))
            return false;
        base = file->plan();
    }
    RecoveredPlan recovered;
    if (!guarded([&] { runInBackground([&] { recovered = RecoveryLog::replay(log, base); }); }))
        return false;
    const QStringList differences = describeDifferences(base, recovered.plan);
    if (differences.isEmpty()) { // everything in it was undone again
        RecoveryLog::remove(log);
        return false;
    }
    RecoveryDialog dialog(log, differences.mid(0, mostNotes), recovered.baseMatches);
    dialog.exec();
    if (dialog.choice() == RecoveryDialog::Discard)
        RecoveryLog::remove(log);
    if (dialog.choice() != RecoveryDialog::Recover || !mayLeave())
        return false;
    return guarded([&] {
        file.reset();
        if (hasFile) {
            // Often this very plan is open already; its own lock must not make it read-only.
            mFile.reset();
            runInBackground([&] { file = PlanFile::open(log.planPath); });
            adopt(std::move(file));
        } else {
            mFile.reset();
        }
        mDocument.setReadOnly(false);
        mDocument.reset(recovered.plan, true);
        mDocument.setReadOnly(isReadOnly());
        // From the plan on disk, so that a second crash finds the recovered edits again.
        mLog.begin(base, path());
        mLog.append(Plan::diff(base, recovered.plan));
        if (mLog.flush())
            RecoveryLog::remove(log);
        Q_EMIT fileChanged();
    });
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings.h"
#include "model/edit/editor.h"
#include "model/session/session.h"
#include "model/store/planfile.h"
#include "model/store/recoverylog.h"
#include "views/widgets/dialogs/presenter.h"

#include <QObject>

#include <memory>

namespace corridor {

class ChartExport;

/// The open file of a document: new, open, save, revert, recovery. Every error ends at the presenter; after it document
/// and file are as they were.
class PlanFiles : public QObject {
    Q_OBJECT
public:
    PlanFiles(Document& document, Session& session, Presenter& presenter, Settings& settings,
              QObject* parent = nullptr);
    ~PlanFiles() override;

    /// Absolute path; empty for a plan that was never saved.
    QString path() const;
    /// What the title bar calls it: the file name, or the title of an unsaved plan.
    QString name() const;
    bool isReadOnly() const { return mFile && mFile->isReadOnly(); }
    /// The results that the open file holds, as last read or saved; none for a plan that was never saved.
    const std::vector<Run>& storedRuns() const;
    /// What opening found, for a list; empty when all was well.
    QStringList openNotes() const;

    // All answer whether it was done; a "false" has been told to the user, or was the user's wish.
    bool newPlan();
    bool open(const QString& path);
    bool openByDialog();
    /// The sample plan as a new, unsaved plan: the installed one is nobody's to write.
    bool openSample();
    bool save();
    bool saveAs();
    bool saveAs(const QString& path);
    bool revert();
    /// Asks what to do with unsaved edits; true when the document may be replaced or the window closed.
    bool mayLeave();
    /// Tells the recovery log that all ended in order.
    void leave();
    /// Offers what a crash left behind. Called once, when the window is there.
    void offerRecovery();

    bool importByDialog(Editor& editor);
    bool exportByDialog();
    /// Asks for a name and writes a chart there, as a picture or as its figures.
    bool exportChart(ChartExport& chart);

    static QString samplePath();

Q_SIGNALS:
    /// Another file, or another name or state of it.
    void fileChanged();
    /// A sentence for the notice line; with `details` the action to read openNotes().
    void noticed(const QString& sentence, bool details);

private:
    bool guarded(const std::function<void()>& work);
    void adopt(std::unique_ptr<PlanFile> file);
    bool writeTo(const std::function<void(const Plan&, const std::vector<Run>&)>& write);
    std::vector<Run> currentRuns();
    bool resolveForeignChanges(const ChangedByOthersError& error);
    bool recover(const PendingRecovery& log);
    QString filter() const;

    Document& mDocument;
    Session& mSession;
    Presenter& mPresenter;
    Settings& mSettings;
    std::unique_ptr<PlanFile> mFile;
    RecoveryLog mLog;
    QString mUntitled; ///< what an unsaved plan is called; empty = "Untitled"
    bool mLogFailureTold = false;
};

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/document.h"
#include "model/session/assessment.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace corridor {

/// Keeps the results of a document up to date: an edit makes what depends on it stale, a worker recomputes from a
/// snapshot, late results are dropped; what was computed before (undo) is found again. Main thread object; signals come
/// on the main thread.
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(Document& document, QObject* parent = nullptr);
    ~Session() override;

    Document& document() { return mDocument; }
    int year() const { return mYear; }
    /// The year that is shown and computed; not undoable, does not modify.
    void setYear(int year);
    /// Language of the names in findings; results are made again when it changes.
    void setEnglish(bool english);
    bool english() const { return mEnglish; }

    /// The newest finished assessment; null before the first. While isStale() it may be of an older revision, or of the
    /// scenario or year shown before.
    std::shared_ptr<const Assessment> assessment() const { return mAssessment; }
    bool isStale() const { return mStale; }

    /// What `step` would lead to, computed now, on this thread, without touching the document: for tools while the
    /// mouse is down. Plans beyond corridor size hold their paths (weights of the touched spans change, routes do not);
    /// `pathsHeld` of the result says so.
    struct Preview {
        Plan plan;
        std::vector<ServiceRoute> routes; ///< of the services the step can affect
        std::vector<Finding> findings;    ///< of those services; worst first
        bool pathsHeld = false;
    };
    Preview preview(const ChangeSet& step);

    /// Blocks until the newest state is assessed or the time is over; true when it is.
    bool waitForResults(int milliseconds);

Q_SIGNALS:
    void assessmentChanged();
    /// Results that come back within a tenth of a second are not said to be out of date meanwhile: lists and charts
    /// would only flicker. isStale() knows at once.
    void staleChanged(bool stale);
    void yearChanged(int year);

private:
    class Worker;
    class Cache;
    class Previewer;
    void planReplaced();
    void request();
    void receive();
    void show(std::shared_ptr<const Assessment> assessment);
    void expectResults();
    void sayStale(bool stale);
    bool isCurrent(const Assessment& assessment) const;

    Document& mDocument;
    int mYear = 0;
    bool mEnglish = false;
    bool mStale = true;
    bool mSaidStale = true; ///< what staleChanged() told last
    QTimer mPatience;
    std::shared_ptr<const Assessment> mAssessment;
    std::unique_ptr<Cache> mCache;
    std::unique_ptr<Previewer> mPreviewer;
    std::unique_ptr<Worker> mWorker;
};

} // namespace corridor

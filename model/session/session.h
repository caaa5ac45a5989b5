// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/document.h"
#include "model/session/assessment.h"

#include <QObject>

#include <memory>

namespace corridor {

/// Keeps the results of a document up to date: an edit makes what depends on it stale, a worker recomputes from a snapshot, late results
/// are dropped. Main thread object; signals come on the main thread.
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(Document& document, QObject* parent = nullptr);
    ~Session() override;

    Document& document() { return mDocument; }
    int year() const;
    /// The year that is shown and computed; not undoable, does not modify.
    void setYear(int year);

    /// The newest finished assessment of the shown scenario and year; null before the first. May be of an older revision: see isStale().
    std::shared_ptr<const Assessment> assessment() const;
    bool isStale() const;

    /// What `step` would lead to, computed now, on this thread, without touching the document: for tools while the mouse is down.
    /// Plans beyond corridor size hold their paths (weights of the touched spans change, routes do not); `pathsHeld` of the result says so.
    struct Preview {
        Plan plan;
        std::vector<ServiceRoute> routes;  ///< of the services the step can affect
        std::vector<Finding> findings;     ///< of those services
        bool pathsHeld = false;
    };
    Preview preview(const ChangeSet& step);

    /// Blocks until the newest state is assessed or the time is over; true when it is.
    bool waitForResults(int milliseconds);

Q_SIGNALS:
    void assessmentChanged();
    void staleChanged(bool stale);
    void yearChanged(int year);

private:
    class Worker;
    Document& mDocument;
    std::unique_ptr<Worker> mWorker;
};

} // namespace corridor

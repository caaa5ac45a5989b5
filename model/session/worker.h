// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/session.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace corridor {

/// The engine's thread: computes the newest wanted state from a snapshot. A newer wish cancels the one in work.
class Session::Worker {
public:
    struct Job {
        Plan plan;
        EntityId scenario;
        int year = 0;
        quint64 revision = 0;
        bool english = false;
        std::shared_ptr<const Assessment> previous;
    };

    /// `notify` is called on the engine's thread whenever a result waits.
    explicit Worker(std::function<void()> notify);
    ~Worker();

    void submit(Job job);
    /// The newest finished result, once; null when there is none.
    std::shared_ptr<const Assessment> take();
    /// Frees results on the engine's thread: thousands of rows go back to the allocator.
    void discard(std::shared_ptr<const Assessment> result);
    /// Waits until a result is there or the time is over.
    bool waitForResult(int milliseconds);

private:
    void run();
    void compute(const Job& job, const CancelToken& cancel);
    void deliver(std::shared_ptr<const Assessment> result, const CancelToken& cancel);

    std::function<void()> mNotify;
    std::mutex mMutex;
    std::condition_variable mWork, mDone;
    std::optional<Job> mJob;
    CancelToken mCancel; // of the job in work or waiting
    bool mStop = false;
    std::shared_ptr<const Assessment> mResult;
    std::vector<std::shared_ptr<const Assessment>> mDiscarded;
    std::thread mThread; // last: starts when all others are there
};

} // namespace corridor

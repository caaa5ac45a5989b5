// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/worker.h"

#include "model/session/partial.h"

namespace corridor {

Session::Worker::Worker(std::function<void()> notify)
    : mNotify(std::move(notify))
    , mThread([this] { run(); }) {}

Session::Worker::~Worker() {
    {
        const std::lock_guard lock(mMutex);
        mStop = true;
        mCancel.cancel();
    }
    mWork.notify_all();
    mThread.join();
}

void Session::Worker::submit(Job job) {
    {
        const std::lock_guard lock(mMutex);
        mCancel.cancel();
        mCancel = CancelToken();
        mResult.reset();
        mJob = std::move(job);
    }
    mWork.notify_one();
}

std::shared_ptr<const Assessment> Session::Worker::take() {
    const std::lock_guard lock(mMutex);
    return std::exchange(mResult, nullptr);
}

void Session::Worker::discard(std::shared_ptr<const Assessment> result) {
    if (!result)
        return;
    {
        const std::lock_guard lock(mMutex);
        mDiscarded.push_back(std::move(result));
    }
    mWork.notify_one();
}

bool Session::Worker::waitForResult(int milliseconds) {
    std::unique_lock lock(mMutex);
    return mDone.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return mResult != nullptr; });
}

void Session::Worker::run() {
    for (;;) {
        std::unique_lock lock(mMutex);
        mWork.wait(lock, [this] { return mStop || mJob || !mDiscarded.empty(); });
        if (mStop)
            return;
        const auto discarded = std::exchange(mDiscarded, {}); // freed when the job is done
        const std::optional<Job> job = std::exchange(mJob, std::nullopt);
        const CancelToken cancel = mCancel;
        lock.unlock();
        if (job)
            compute(*job, cancel);
    }
}

void Session::Worker::compute(const Job& job, const CancelToken& cancel) {
    AssessOptions options{job.english, cancel, job.previous.get()};
    std::shared_ptr<const Assessment> first;
    if (job.previous && job.previous->scenario == job.scenario && job.previous->year == job.year &&
        job.previous->english == job.english) {
        first = assessTouched(job.plan, *job.previous, job.revision, cancel);
        if (first)
            deliver(first, cancel);
    }
    deliver(assess(job.plan, job.scenario, job.year, job.revision, options), cancel);
}

void Session::Worker::deliver(std::shared_ptr<const Assessment> result, const CancelToken& cancel) {
    {
        const std::lock_guard lock(mMutex);
        if (!result || cancel.isCancelled())
            return;
        mResult = std::move(result);
    }
    mDone.notify_all();
    mNotify();
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/canvas/framerenderer.h"

#include <QThread>

#include <condition_variable>
#include <mutex>
#include <optional>

namespace corridor {

class FrameRenderer::Worker : public QThread {
public:
    struct Request {
        MapScene scene;
        Viewport viewport;
        quint64 serial;
    };

    Worker(MapPainter painter, FrameRenderer& owner) : mPainter(std::move(painter)), mOwner(owner) {}

    ~Worker() override {
        {
            const std::lock_guard lock(mMutex);
            mStopping = true;
            mCancel.cancel();
        }
        mWake.notify_one();
        wait();
    }

    void ask(Request request, bool interrupt) {
        {
            const std::lock_guard lock(mMutex);
            mPending = std::move(request);
            if (interrupt)
                mCancel.cancel();
        }
        mWake.notify_one();
    }

protected:
    void run() override {
        while (std::optional<Request> request = next()) {
            // A projection serves one thread at a time.
            const Viewport own = request->viewport.detached();
            QImage image = mPainter.render(request->scene, own, false, mCancel);
            if (image.isNull())
                continue;
            MapFrame frame{std::move(image), std::move(request->viewport), request->serial};
            QMetaObject::invokeMethod(
                &mOwner, [owner = &mOwner, frame = std::move(frame)] { Q_EMIT owner->frameReady(frame); },
                Qt::QueuedConnection);
        }
    }

private:
    std::optional<Request> next() {
        std::unique_lock lock(mMutex);
        mWake.wait(lock, [this] { return mStopping || mPending; });
        if (mStopping)
            return std::nullopt;
        mCancel = CancelToken();
        return std::exchange(mPending, std::nullopt);
    }

    MapPainter mPainter;
    FrameRenderer& mOwner;
    std::mutex mMutex;
    std::condition_variable mWake;
    std::optional<Request> mPending;
    CancelToken mCancel; // of the picture being painted; replaced only by the thread itself, under the lock
    bool mStopping = false;
};

FrameRenderer::FrameRenderer(MapPainter painter, QObject* parent)
    : QObject(parent)
    , mWorker(std::make_unique<Worker>(std::move(painter), *this)) {
    mWorker->setObjectName(QStringLiteral("map painter"));
    mWorker->start();
}

FrameRenderer::~FrameRenderer() = default;

void FrameRenderer::request(MapScene scene, const Viewport& viewport, quint64 serial, bool interrupt) {
    mWorker->ask({std::move(scene), viewport, serial}, interrupt);
}

} // namespace corridor

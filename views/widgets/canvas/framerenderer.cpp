// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/canvas/framerenderer.h"

#include "model/base/error.h"

#include <QThread>

#include <condition_variable>
#include <functional>
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

    Worker(MapPainter painter, FrameRenderer& owner)
        : mPainter(std::move(painter))
        , mOwner(owner) {}

    ~Worker() override {
        {
            const std::lock_guard lock(mMutex);
            mStopping = true;
            mCancel.cancel();
        }
        mWake.notify_one();
        wait();
    }

    void prepare(const Viewport& viewport) {
        {
            const std::lock_guard lock(mMutex);
            mGround = viewport;
        }
        mWake.notify_one();
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
        while (waitForWork()) {
            std::optional<Request> request = next();
            if (!request)
                continue;
            // A projection serves one thread at a time.
            const Viewport own = request->viewport.detached();
            QImage image;
            guarded([&] { image = mPainter.render(request->scene, own, false, mCancel); });
            if (image.isNull())
                continue;
            MapFrame frame{std::move(image), std::move(request->viewport), request->serial,
                           std::make_shared<const MapPainter>(mPainter.clone())};
            QMetaObject::invokeMethod(
                &mOwner, [owner = &mOwner, frame = std::move(frame)] { Q_EMIT owner->frameReady(frame); },
                Qt::QueuedConnection);
        }
    }

private:
    // The edge of the thread. After a failure of the base map the painter goes without, so the second try stands.
    void guarded(const std::function<void()>& work) {
        try {
            work();
        } catch (const Error& error) {
            QMetaObject::invokeMethod(
                &mOwner, [owner = &mOwner, sentence = error.sentence()] { Q_EMIT owner->groundFailed(sentence); },
                Qt::QueuedConnection);
            work();
        }
    }

    bool waitForWork() {
        std::unique_lock lock(mMutex);
        mWake.wait(lock, [this] { return mStopping || mPending || mGround; });
        return !mStopping;
    }

    // The next picture; none when there was only ground to prepare.
    std::optional<Request> next() {
        std::optional<Viewport> ground;
        {
            const std::lock_guard lock(mMutex);
            ground = std::exchange(mGround, std::nullopt);
            mCancel = CancelToken();
            if (mPending)
                return std::exchange(mPending, std::nullopt);
        }
        if (ground)
            guarded([&] { mPainter.prepareGround(ground->detached().projection()); });
        return std::nullopt;
    }

    MapPainter mPainter;
    FrameRenderer& mOwner;
    std::mutex mMutex;
    std::condition_variable mWake;
    std::optional<Request> mPending;
    std::optional<Viewport> mGround; ///< to be prepared while no picture is asked for
    CancelToken mCancel;             // of the picture being painted; replaced only by the thread itself, under the lock
    bool mStopping = false;
};

FrameRenderer::FrameRenderer(MapPainter painter, QObject* parent)
    : QObject(parent)
    , mWorker(std::make_unique<Worker>(std::move(painter), *this)) {
    mWorker->setObjectName(QStringLiteral("map painter"));
    mWorker->start();
}

FrameRenderer::~FrameRenderer() = default;

void FrameRenderer::prepare(const Viewport& viewport) {
    mWorker->prepare(viewport);
}

void FrameRenderer::request(MapScene scene, const Viewport& viewport, quint64 serial, bool interrupt) {
    mWorker->ask({std::move(scene), viewport, serial}, interrupt);
}

} // namespace corridor

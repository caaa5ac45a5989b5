// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/mappainter.h"

#include <QObject>

#include <memory>

namespace corridor {

/// A finished picture of the map and what it shows.
struct MapFrame {
    QImage image;
    Viewport viewport;
    quint64 serial; ///< of the request
    /// Holds everything that the picture shows, projected: for hit tests without doing it again.
    std::shared_ptr<const MapPainter> painter;
};

/// Paints maps in a thread of its own, one at a time. Of the requests that wait, the newest wins.
class FrameRenderer : public QObject {
    Q_OBJECT
public:
    /// @p painter is the thread's own from now on.
    explicit FrameRenderer(MapPainter painter, QObject* parent = nullptr);
    /// Cancels what is under way and waits for the thread.
    ~FrameRenderer() override;

    /// Has the ground brought into the projection of @p viewport while nothing else is asked for.
    void prepare(const Viewport& viewport);

    /// Asks for a picture. @p interrupt drops the one being painted; otherwise it is finished (and delivered) first, as
    /// is right while the map slides. @p serial comes back with the frame.
    void request(MapScene scene, const Viewport& viewport, quint64 serial, bool interrupt);

Q_SIGNALS:
    /// In the thread that owns this object.
    void frameReady(const corridor::MapFrame& frame);
    /// The base map cannot be used; pictures come with plain ground. Told once.
    void groundFailed(const corridor::Message& sentence);

private:
    class Worker;
    std::unique_ptr<Worker> mWorker;
};

} // namespace corridor

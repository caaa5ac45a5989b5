// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/tools/maptool.h"

namespace corridor {

/// Moves the map with the left button.
class PanTool : public MapTool {
    Q_OBJECT
public:
    using MapTool::MapTool;

    QString id() const override { return QStringLiteral("pan"); }
    QString title() const override { return tr("Pan"); }
    QKeySequence shortcut() const override { return Qt::Key_H; }
    QString hint() const override { return tr("Drag the map · the wheel zooms · Esc selects"); }
    QCursor cursor() const override { return mFrom ? Qt::ClosedHandCursor : Qt::OpenHandCursor; }
    bool edits() const override { return false; }

    void press(const MapPointer& pointer) override;
    void move(const MapPointer& pointer) override;
    void release(const MapPointer& pointer) override;
    bool cancel() override;

private:
    struct Start {
        QPointF pixel;
        Viewport viewport;
    };
    std::optional<Start> mFrom;
};

} // namespace corridor

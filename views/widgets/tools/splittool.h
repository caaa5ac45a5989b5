// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/tools/maptool.h"

namespace corridor {

/// Cuts a span in two with a new junction between. The pointer shows which span and where: at a vertex, at the middle
/// of a segment, or at the nearest place along the line.
class SplitTool : public MapTool {
    Q_OBJECT
public:
    using MapTool::MapTool;

    QString id() const override { return QStringLiteral("split"); }
    QString title() const override { return tr("Split span"); }
    QKeySequence shortcut() const override { return Qt::Key_X; }
    QCursor cursor() const override { return mSpan.isNull() ? Qt::ArrowCursor : Qt::CrossCursor; }
    QString hint() const override;

    void press(const MapPointer& pointer) override;
    void move(const MapPointer& pointer) override;
    void leave() override;
    bool cancel() override;
    void paint(QPainter& painter, const Viewport& viewport) const override;

private:
    void track(const MapPointer& pointer);
    void forget();

    EntityId mSpan; ///< the one under the pointer
    Snap mCut;
};

} // namespace corridor

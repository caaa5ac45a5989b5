// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/tools/placetool.h"

namespace corridor {

/// Puts a junction on the map. On a span it offers to cut the span there, so that the junction joins both parts; with
/// snapping off, or Ctrl held, the junction stands free.
class AddJunctionTool : public PlaceTool {
    Q_OBJECT
public:
    using PlaceTool::PlaceTool;

    QString id() const override { return QStringLiteral("add-junction"); }
    QString title() const override { return tr("Add junction"); }
    QKeySequence shortcut() const override { return Qt::Key_J; }
    QString hint() const override;
    std::optional<Kind> makes() const override { return Kind::Junction; }

    void leave() override;
    void documentChanged() override;
    void paint(QPainter& painter, const Viewport& viewport) const override;

protected:
    void place(const LonLat& position) override;
    void paintSymbol(QPainter& painter, QPointF at) const override;
    void follow(const MapPointer& pointer) override;

private:
    EntityId mSpan; ///< the one that a click would cut
    Snap mCut;
};

} // namespace corridor

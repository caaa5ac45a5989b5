// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/tools/placetool.h"

namespace corridor {

/// Puts a site on the map: what it is to be stands in the inspector. Snaps to nothing.
class AddSiteTool : public PlaceTool {
    Q_OBJECT
public:
    using PlaceTool::PlaceTool;

    QString id() const override { return QStringLiteral("add-site"); }
    QString title() const override { return tr("Add site"); }
    QKeySequence shortcut() const override { return Qt::Key_C; }
    QString hint() const override;
    std::optional<Kind> makes() const override { return Kind::Site; }

protected:
    void place(const LonLat& position) override;
    void paintSymbol(QPainter& painter, QPointF at) const override;
};

} // namespace corridor

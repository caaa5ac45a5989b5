// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPointF>
#include <QString>

namespace corridor {

/// Text with a halo of 1.6 px on each side at 92 % (times @p scale), so that it reads on any ground. On images it is
/// drawn on whole device pixels and remembered per thread, so that the same names cost next to nothing in the next
/// frame; on vector devices it is drawn as outlines.
void paintHaloText(QPainter& painter, QPointF baseline, const QString& text, const QFont& font, const QColor& color,
                   const QColor& halo, qreal scale = 1);

} // namespace corridor

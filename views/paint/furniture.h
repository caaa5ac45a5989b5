// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/tokens.h"
#include "views/paint/viewport.h"

#include <QImage>
#include <QPainter>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace corridor {

/// What lies on the map without being part of it. Painted, not child widgets; labels keep away from the rectangles.

enum class ZoomButton { In, Out, All, Selection };

/// A length that fits a scale bar.
struct ScaleBar {
    double lengthM;   ///< 1, 2 or 5 times a power of ten
    double pixels;    ///< its length in the picture
    QString halfText; ///< "50"
    QString fullText; ///< "100 km"
};
/// The longest round length that takes at most @p mostPx at the viewport's centre.
ScaleBar scaleBarFor(const Viewport& viewport, double mostPx = 240);

/// Where the furniture stands in a picture of a size.
struct FurnitureLayout {
    QRectF zoomColumn; ///< 34 × 128, inset 12 from the top right corner
    QRectF scaleBar;   ///< with its figures
    QRectF northArrow;
    QRectF note;

    std::vector<QRectF> obstacles() const { return {zoomColumn, scaleBar, northArrow, note}; }
    QRectF buttonRect(ZoomButton button) const;
    /// The button under a pixel.
    std::optional<ZoomButton> buttonAt(QPointF pixel) const;
};
FurnitureLayout layoutFurniture(const Viewport& viewport);

/// "For internal planning only; not to be published without review" in the language of the program.
QString unreviewedNote();

/// @p hovered is drawn with the hover surface, a button of @p selectionEnabled == false greyed.
void paintZoomColumn(QPainter& painter, const FurnitureLayout& layout, Theme theme,
                     std::optional<ZoomButton> hovered = std::nullopt, bool selectionEnabled = true);
void paintScaleBar(QPainter& painter, QPointF bottomLeft, const ScaleBar& bar, Theme theme);
/// @p northDegrees clockwise from up.
void paintNorthArrow(QPainter& painter, const QRectF& rect, double northDegrees, Theme theme);
/// Scale bar, north arrow and, unless @p note is empty, the note; not the zoom column, which belongs to the window.
void paintMapFurniture(QPainter& painter, const Viewport& viewport, Theme theme, const QString& note);

/// Furniture and zoom column of a window's map, kept as pictures until one of them changes: the map is repainted with
/// every edit, and halos around figures take longer than the whole frame below them.
class KeptFurniture {
public:
    void paint(QPainter& painter, const Viewport& viewport, Theme theme, const QString& note,
               std::optional<ZoomButton> hovered, bool selectionEnabled);

private:
    struct Key {
        Viewport viewport;
        Theme theme;
        QString note;
        std::optional<ZoomButton> hovered;
        bool selectionEnabled;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct Picture {
        QPointF at;
        QImage image;
    };
    static Picture pictureOf(QRectF rect, qreal dpr, const std::function<void(QPainter&)>& paint);

    std::optional<Key> mKey;
    Picture mMap, mColumn;
};

} // namespace corridor

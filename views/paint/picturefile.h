// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QRectF>
#include <QString>

#include <functional>
#include <vector>

namespace corridor {

/// A part of a picture, painted in coordinates of its own whose origin is the rectangle's upper left corner, and cut to
/// it.
struct PictureLayer {
    QRectF rect; ///< pixels of the look
    std::function<void(QPainter&)> paint;
};

/// What a picture is as a file.
struct PictureFormat {
    QSizeF size;      ///< pixels of the look
    double pixelMm;   ///< how long one of them is on paper (PDF, SVG)
    double ratio = 1; ///< device pixels per one of them (PNG)
    double dpi = 96;  ///< that a PNG claims
    QString title;    ///< of the document
};

/// Throws Error (Usage) for a suffix that is none of ours, or a size that is not positive or too large.
void checkPicture(const QString& file, const PictureFormat& format);

/// Writes layers, lowest first, as .png, .svg or .pdf by the suffix of the file, which is replaced as a whole or not at
/// all. The same layers give the same bytes, but for the date in PDF files. Throws Error: as checkPicture();
/// Environment if the file cannot be written or memory is short; what a layer throws.
void writePicture(const QString& file, const PictureFormat& format, const std::vector<PictureLayer>& layers);

/// Paints layers one on the other, each cut to its rectangle, as far as the device can clip.
void paintLayers(QPainter& painter, const std::vector<PictureLayer>& layers);

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSlider>

namespace corridor {

/// The planning year as a line of ticks: click or drag a year, arrows step, the wheel does nothing (it belongs to the
/// map). `value()` is the year; `valueChanged` tells of it.
class YearSlider : public QAbstractSlider {
    Q_OBJECT
public:
    /// @param first, last  years shown, first < last
    YearSlider(int first, int last, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// Where the tick of a year stands, in the widget's own pixels.
    qreal positionOf(int year) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int yearAt(qreal x) const;
    /// Every how many years a label fits.
    int labelStep() const;
    void drawLine(QPainter& painter) const;
    void drawLabels(QPainter& painter) const;
    void drawHandle(QPainter& painter) const;
};

} // namespace corridor

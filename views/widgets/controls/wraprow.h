// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace corridor {

/// Widgets side by side that go on in a further row where the width ends, instead of widening what holds them.
class WrapRow : public QWidget {
    Q_OBJECT
public:
    /// Pixels between neighbours, and between rows.
    explicit WrapRow(int gap, int rowGap, QWidget* parent = nullptr);

    /// Takes the widget over; it comes last.
    void add(QWidget* item);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    int place(int width, bool really) const;

    int mGap, mRowGap;
    std::vector<QWidget*> mItems;
};

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/panels/chartpage.h"

namespace corridor {

/// Load of the spans against their capacity in the year shown, the fullest first; click selects the span.
class CapacityPage : public StackPage {
    Q_OBJECT
public:
    explicit CapacityPage(PanelHost& host, QWidget* parent = nullptr)
        : StackPage(host, parent) {}
    QString fileName() const override { return QStringLiteral("capacity"); }

protected:
    StackData dataOf(const Assessment& assessment) const override;
    bool followsGestures() const override { return true; }
};

/// AI compute in service by year, stacked by province; what is not on record is counted in the note. Click explains the
/// year.
class ComputePage : public StackPage {
    Q_OBJECT
public:
    explicit ComputePage(PanelHost& host, QWidget* parent = nullptr)
        : StackPage(host, parent) {}
    QString fileName() const override { return QStringLiteral("compute"); }

protected:
    StackData dataOf(const Assessment& assessment) const override;
    Question questionOf(int row) const override;
};

/// Annual energy, or carbon, of the sites by year, stacked by province. Click explains the year.
class EnergyPage : public StackPage {
    Q_OBJECT
public:
    enum Figure { Energy, Carbon };
    EnergyPage(Figure figure, PanelHost& host, QWidget* parent = nullptr)
        : StackPage(host, parent)
        , mFigure(figure) {}
    QString fileName() const override {
        return mFigure == Energy ? QStringLiteral("energy") : QStringLiteral("carbon");
    }

protected:
    StackData dataOf(const Assessment& assessment) const override;
    Question questionOf(int row) const override;

private:
    Figure mFigure;
};

/// The years that charts by year show.
inline constexpr int kFirstChartYear = 2024, kLastChartYear = 2030;

} // namespace corridor

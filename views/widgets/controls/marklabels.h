// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/symbols.h"

#include <QAbstractButton>
#include <QWidget>

namespace corridor {

/// A verdict's mark as a small widget; its accessible name and tool tip are the verdict's word.
class VerdictLabel : public QWidget {
    Q_OBJECT
public:
    explicit VerdictLabel(QWidget* parent = nullptr);

    /// @param current  false draws at half strength: the result is out of date
    void setVerdict(Verdict verdict, MarkFill fill = MarkFill::Filled, bool current = true);
    Verdict verdict() const { return mVerdict; }
    /// Side of the mark in device-independent pixels: 14, 17 or 22.
    void setSide(int side);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Verdict mVerdict = Verdict::Unknown;
    MarkFill mFill = MarkFill::Filled;
    bool mCurrent = true;
    int mSide = 17;
};

/// The provenance dot at the right end of a form row; a click asks for the evidence.
class ProvenanceDot : public QAbstractButton {
    Q_OBJECT
public:
    explicit ProvenanceDot(QWidget* parent = nullptr);

    /// @param source  who says so and when; shown with the word of the origin when hovered
    void setOrigin(ValueOrigin origin, const QString& source);
    ValueOrigin origin() const { return mOrigin; }

    QSize sizeHint() const override { return {18, 18}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ValueOrigin mOrigin = ValueOrigin::Assumed;
};

/// The word of an origin in the language of the installed translators.
QString originLabel(ValueOrigin origin);

/// How a clause's mark is drawn: filled if it binds.
MarkFill markFill(Severity severity);

} // namespace corridor

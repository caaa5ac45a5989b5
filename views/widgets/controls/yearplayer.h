// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

class QAbstractSlider;

namespace corridor {

/// Plays the years of a slider: one step at a time, up to the last. Esc stops it wherever the keyboard is.
class YearPlayer : public QObject {
    Q_OBJECT
public:
    /// @param slider  outlives the player
    explicit YearPlayer(QAbstractSlider& slider, QObject* parent = nullptr);
    ~YearPlayer() override;

    /// How long each year is shown, > 0; 1 s unless told.
    void setPause(std::chrono::milliseconds pause) { mTimer.setInterval(pause); }
    /// Asked before each step; while it says no (results are still being computed), the year stays.
    void setReady(std::function<bool()> ready) { mReady = std::move(ready); }
    bool isPlaying() const { return mTimer.isActive(); }

public Q_SLOTS:
    /// On goes on from the year shown, or begins anew if that is the last.
    void play(bool on);
    void stop() { play(false); }

Q_SIGNALS:
    void playingChanged(bool playing);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void step();

    QAbstractSlider& mSlider;
    std::function<bool()> mReady;
    QTimer mTimer;
};

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace corridor {

/// Brings the space bar to the map while the pointer is over it, whoever has the focus: holding it pans. Where text is
/// typed the key stays there.
class SpaceKey : public QObject {
    Q_OBJECT
public:
    /// Lives as long as its map.
    explicit SpaceKey(QWidget& map);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isWanted(const QObject* watched) const;

    QWidget& mMap;
    bool mTaken = false; ///< the press went to the map, so must the release
    bool mSending = false;
};

} // namespace corridor

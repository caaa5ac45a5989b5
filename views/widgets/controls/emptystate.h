// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace corridor {

/// What a panel shows while it has nothing to show: an icon, what is missing, and the next step as at most two buttons.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& icon, const QString& title, const QString& hint, QWidget* parent = nullptr);

    void setText(const QString& title, const QString& hint);
    /// The one step most people want; returns the button to connect to.
    QPushButton* addPrimary(const QString& text);
    QPushButton* addSecondary(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPushButton* addButton(const QString& text);

    QString mIcon;
    QLabel* mTitle;
    QLabel* mHint;
    QWidget* mPicture;
    QHBoxLayout* mButtons;
};

} // namespace corridor

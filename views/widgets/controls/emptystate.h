// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
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
    /// Offers actions of the window as the next steps: the buttons say what these say, in the language shown, and can
    /// be pressed when they can. @param secondary  null = none
    void offer(QAction* primary, QAction* secondary = nullptr);
    /// Whether the steps are shown: not where they would bring nothing (a filter that nothing fits).
    void showSteps(bool shown);

    /// Narrow panels set the buttons one below the other, low ones drop the picture: it needs no more than the widest.
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QPushButton* addButton(const QString& text);
    void follow(QPushButton* button, QAction* action);

    QString mIcon;
    QLabel* mTitle;
    QLabel* mHint;
    QWidget* mPicture;
    QHBoxLayout* mButtons;
    QList<QPushButton*> mSteps;
};

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/finding.h"

#include <QTimer>
#include <QWidget>

#include <chrono>

class QLabel;
class QPushButton;

namespace corridor {

class VerdictLabel;

/// One line in a panel that says what happened and offers one action ("3 spans deleted — Undo"). Hidden while it has
/// nothing to say; goes by itself, or when the caller dismisses it at the next edit.
class Notice : public QWidget {
    Q_OBJECT
public:
    explicit Notice(QWidget* parent = nullptr);

    /// One line, its end left out where there is no room; the tool tip has it whole.
    void setSingleLine();
    /// How long a passing notice stays; 8 s unless told.
    void setDuration(std::chrono::milliseconds duration);

    /// A passing notice. @param action  text of the link; empty = none
    void showMessage(const QString& icon, const QString& text, const QString& action = QString());
    /// One that stays until dismissed, with a verdict's mark ("result out of date").
    void showState(Verdict verdict, const QString& text, const QString& action = QString());
    void dismiss();
    QString text() const { return mWhole; }

signals:
    /// The link was used; the notice is already gone.
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void present(const QString& text, const QString& action);
    void fit();

    QString mWhole;
    bool mSingleLine = false;

    QString mIcon;
    QWidget* mPicture;
    VerdictLabel* mMark;
    QLabel* mText;
    QPushButton* mAction;
    QTimer mTimer;
};

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace corridor {

/// One line below a list that asks why: a reason, by whom, and the verb. Enter accepts, Esc leaves without a trace.
class ReasonBar : public QWidget {
    Q_OBJECT
public:
    explicit ReasonBar(QWidget* parent = nullptr);

    /// Shows the bar for what `about` names, with the fields empty and the first one ready to type in.
    void ask(const QString& about, const QString& verb);
    QLineEdit& reason() { return *mReason; }
    QLineEdit& by() { return *mBy; }

Q_SIGNALS:
    void accepted(const QString& reason, const QString& by);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void accept();

    QLabel* mAbout;
    QLineEdit* mReason;
    QLineEdit* mBy;
    QPushButton* mVerb;
    QPushButton* mCancel;
};

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/error.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QWidget>

namespace corridor {

/// The one place where the program tells or asks something in a dialog: errors, questions, file names. Tests put their
/// own in its stead.
class Presenter : public QObject {
    Q_OBJECT
public:
    explicit Presenter(QWidget* window = nullptr)
        : mWindow(window) {}

    void setWindow(QWidget* window) { mWindow = window; }
    /// One sentence, the detail behind a button; Cancelled is shown nowhere. The detail goes to the log as well.
    virtual void showError(const Error& error);
    /// A question with verbs on the buttons; the number of the one chosen, −1 when the dialog was left. The first is
    /// the default.
    virtual int ask(const QString& title, const QString& text, const QStringList& verbs);
    /// Several sentences to read.
    virtual void showList(const QString& title, const QString& intro, const QStringList& sentences);
    /// A name of a file to open or to write; empty when the dialog was left.
    virtual QString openFileName(const QString& title, const QString& folder, const QString& filter);
    virtual QStringList openFileNames(const QString& title, const QString& folder, const QString& filter);
    virtual QString saveFileName(const QString& title, const QString& proposal, const QString& filter);

private:
    QPointer<QWidget> mWindow;
};

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/dialogs/presenter.h"

#include "views/paint/symbols.h"
#include "views/widgets/iconengine.h"
#include "views/widgets/theme.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace corridor {

namespace {

constexpr int signSide = 32;

/// The sign of trouble everywhere in the program, not that of the desktop.
QPixmap warningSign(qreal ratio) {
    QPixmap pixmap((QSizeF(signSide, signSide) * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintVerdictMark(painter, QPointF(signSide / 2.0, signSide / 2.0), signSide - 4, Verdict::Near, MarkFill::Filled,
                     currentTheme());
    return pixmap;
}

} // namespace

void Presenter::showError(const Error& error) {
    if (error.blame() == Blame::Cancelled)
        return;
    qWarning("%s %s", qUtf8Printable(error.sentence().english()), qUtf8Printable(error.detail()));
    QMessageBox box(QMessageBox::NoIcon, tr("This did not work"), error.sentence().text(), QMessageBox::NoButton,
                    mWindow);
    box.setIconPixmap(warningSign(box.devicePixelRatioF()));
    box.setDetailedText(error.detail());
    box.addButton(tr("Close"), QMessageBox::RejectRole);
    box.exec();
}

int Presenter::ask(const QString& title, const QString& text, const QStringList& verbs) {
    QMessageBox box(QMessageBox::NoIcon, title, text, QMessageBox::NoButton, mWindow);
    box.setIconPixmap(
        themedIcon(QStringLiteral("help"), Token::Accent).pixmap(QSize(signSide, signSide), box.devicePixelRatioF()));
    QList<QPushButton*> buttons;
    for (const QString& verb : verbs)
        buttons += box.addButton(verb, QMessageBox::ActionRole);
    QPushButton* cancel = box.addButton(tr("Cancel"), QMessageBox::RejectRole);
    box.setEscapeButton(cancel);
    if (!buttons.isEmpty())
        box.setDefaultButton(buttons.front());
    box.exec();
    return static_cast<int>(buttons.indexOf(static_cast<QPushButton*>(box.clickedButton())));
}

void Presenter::showList(const QString& title, const QString& intro, const QStringList& sentences) {
    QDialog dialog(mWindow);
    dialog.setWindowTitle(title);
    dialog.resize(560, 360);
    auto* column = new QVBoxLayout(&dialog);
    auto* label = new QLabel(intro, &dialog);
    label->setWordWrap(true);
    auto* list = new QListWidget(&dialog);
    list->setWordWrap(true);
    list->addItems(sentences);
    auto* buttons = new QDialogButtonBox(&dialog);
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    close->setFocus(); // the list is to be read, not to be chosen from
    connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    column->addWidget(label);
    column->addWidget(list, 1);
    column->addWidget(buttons);
    dialog.exec();
}

QString Presenter::openFileName(const QString& title, const QString& folder, const QString& filter) {
    return QFileDialog::getOpenFileName(mWindow, title, folder, filter);
}

QStringList Presenter::openFileNames(const QString& title, const QString& folder, const QString& filter) {
    return QFileDialog::getOpenFileNames(mWindow, title, folder, filter);
}

QString Presenter::saveFileName(const QString& title, const QString& proposal, const QString& filter) {
    return QFileDialog::getSaveFileName(mWindow, title, proposal, filter);
}

} // namespace corridor

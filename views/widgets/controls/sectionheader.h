// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QPointer>

class QPushButton;

namespace corridor {

/// The bar over a part of a form or panel: folds its content, remembers it, and may carry one link at the right.
class SectionHeader : public QAbstractButton {
    Q_OBJECT
public:
    /// @param key  name under which the folded state is kept in the user's settings; empty = not kept
    SectionHeader(const QString& title, const QString& key = QString(), QWidget* parent = nullptr);

    /// The widget that is shown while the section is open. Not owned.
    void setContent(QWidget* content);
    bool isOpen() const { return isChecked(); }
    void setOpen(bool open) { setChecked(open); }

    /// A link at the right end ("How is it computed?"); empty removes it.
    void setLink(const QString& text);
    /// Text at the right end that is no link (a count); empty removes it.
    void setNote(const QString& text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void linkActivated();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void applyOpen(bool open);
    void placeLink();
    int titleWidth() const;
    int linkWidth() const;

    QString mKey;
    QString mNote;
    QString mLinkText;
    QPointer<QWidget> mContent;
    QPushButton* mLink;
};

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/tokens.h"

#include <QIcon>
#include <QIconEngine>
#include <QString>

#include <optional>

namespace corridor {

/// Draws one line icon of `:/icons` in the colour that mode, state and theme ask for: text2, or accent when switched on
/// or selected, text when hovered, disabled when disabled. Renders the SVG anew for every device pixel ratio and
/// follows a change of theme without a new QIcon.
class IconEngine : public QIconEngine {
public:
    /// @param name   file name in `:/icons` without ".svg"
    /// @param fixed  colour for every mode but disabled; none = by mode and state
    explicit IconEngine(QString name, std::optional<Token> fixed = std::nullopt);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine* clone() const override;
    QString key() const override;
    bool isNull() override;

private:
    Token tint(QIcon::Mode mode, QIcon::State state) const;

    QString mName;
    std::optional<Token> mFixed;
};

/// The icon of a name ("draw-span"); a null icon when there is no such file.
QIcon themedIcon(const QString& name);

/// The same in one colour, as on a primary button (Token::OnAccent).
QIcon themedIcon(const QString& name, Token color);

/// The coloured icon of the program itself, in the sizes that desktops ask for.
QIcon programIcon();

/// Names of all line icons that are compiled in, sorted.
QStringList iconNames();

} // namespace corridor

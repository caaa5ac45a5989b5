// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/tokens.h"

#include <QFont>
#include <QPalette>
#include <QString>

class QApplication;

namespace corridor {

/// The type scale of the window. Sizes are device-independent pixels at 100 %.
enum class TextRole {
    Body,        ///< tables, forms: 13
    Label,       ///< labels, headers, units, status bar: 12
    Small,       ///< tags, legends, axes: 11
    ObjectTitle, ///< name of the object in the inspector: 15 bold
    CursorValue  ///< the value beside the pointer: 18 bold
};

/// The palette of a theme, filled from the token table.
QPalette themePalette(Theme theme);

/// The font of a role, with the families that are looked for in turn.
QFont themeFont(TextRole role);

/// The style sheet of a theme: the template `:/styles/app.qss` with every `@token@` replaced by its colour (#rrggbb).
/// A name that is no token stays as it is, and is a bug that a test finds.
QString themeStyleSheet(Theme theme);

/// Gives the application style, palette, font and style sheet of a theme; to be called again when the theme changes.
/// Widgets are told through QEvent::PaletteChange and QEvent::StyleChange.
void applyTheme(QApplication& application, Theme theme);

/// The theme last applied to the running application; Light when none was.
Theme currentTheme();

/// The colour of a token in the current theme.
QColor themeColor(Token token);

} // namespace corridor

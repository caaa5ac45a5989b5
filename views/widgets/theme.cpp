// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/theme.h"

#include "views/paint/fonts.h"
#include "views/widgets/lookresources.h"
#include "views/widgets/style.h"

#include <QApplication>
#include <QFile>
#include <QPixmapCache>

namespace corridor {

namespace {

// The theme lives with the application object, so that icons and widgets can ask for it without a global of ours.
constexpr const char* themeProperty = "corridorTheme";
constexpr const char* styledProperty = "corridorStyled";

void setRole(QPalette& palette, QPalette::ColorRole role, Token token, Theme theme) {
    palette.setColor(QPalette::All, role, tokenColor(token, theme));
}

void setDisabled(QPalette& palette, Theme theme) {
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, tokenColor(Token::Disabled, theme));
}

} // namespace

QPalette themePalette(Theme theme) {
    QPalette palette;
    setRole(palette, QPalette::Window, Token::Panel, theme);
    setRole(palette, QPalette::WindowText, Token::Text, theme);
    setRole(palette, QPalette::Base, Token::Base, theme);
    setRole(palette, QPalette::AlternateBase, Token::AltRow, theme);
    setRole(palette, QPalette::Text, Token::Text, theme);
    setRole(palette, QPalette::PlaceholderText, Token::Text3, theme);
    setRole(palette, QPalette::Button, Token::Field, theme);
    setRole(palette, QPalette::ButtonText, Token::Text, theme);
    setRole(palette, QPalette::BrightText, Token::Broken, theme);
    setRole(palette, QPalette::ToolTipBase, Token::Hud, theme);
    setRole(palette, QPalette::ToolTipText, Token::Text, theme);
    setRole(palette, QPalette::Highlight, Token::AccentSoft, theme);
    setRole(palette, QPalette::HighlightedText, Token::Text, theme);
    setRole(palette, QPalette::Link, Token::Accent, theme);
    setRole(palette, QPalette::LinkVisited, Token::Accent, theme);
    setRole(palette, QPalette::Light, Token::Base, theme);
    setRole(palette, QPalette::Midlight, Token::Header, theme);
    setRole(palette, QPalette::Mid, Token::Border, theme);
    setRole(palette, QPalette::Dark, Token::Border2, theme);
    setRole(palette, QPalette::Shadow, Token::Border2, theme);
    setDisabled(palette, theme);
    return palette;
}

QFont themeFont(TextRole role) {
    switch (role) {
    case TextRole::Label:
        return programFont(12);
    case TextRole::Small:
        return programFont(11);
    case TextRole::ObjectTitle:
        return programFont(15, true);
    case TextRole::CursorValue:
        return programFont(18, true);
    case TextRole::Body:
        break;
    }
    return programFont(13);
}

QString themeStyleSheet(Theme theme) {
    ensureLookResources();
    QFile file(QStringLiteral(":/styles/app.qss"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the style sheet is compiled in and cannot be missing");
    QString sheet = QString::fromUtf8(file.readAll());
    for (const Token token : allTokens())
        sheet.replace(QLatin1Char('@') + tokenName(token) + QLatin1Char('@'), tokenColor(token, theme).name());
    return sheet;
}

void applyTheme(QApplication& application, Theme theme) {
    ensureLookResources();
    application.setProperty(themeProperty, static_cast<int>(theme));
    QPixmapCache::clear();
    // A style sheet hides our style behind one of Qt's, so the application remembers that it has it.
    if (!application.property(styledProperty).toBool()) {
        application.setStyle(new Style);
        application.setProperty(styledProperty, true);
    }
    // Qt styles each widget anew once for every ancestor when one sheet replaces another, but once when a sheet comes
    // to none.
    application.setStyleSheet(QString());
    application.setPalette(themePalette(theme));
    application.setFont(themeFont(TextRole::Body));
    application.setStyleSheet(themeStyleSheet(theme));
}

Theme currentTheme() {
    const QVariant theme = qApp ? qApp->property(themeProperty) : QVariant();
    return theme.isValid() ? static_cast<Theme>(theme.toInt()) : Theme::Light;
}

QColor themeColor(Token token) {
    return tokenColor(token, currentTheme());
}

} // namespace corridor

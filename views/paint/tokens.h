// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <optional>
#include <vector>

namespace corridor {

/// The two appearances of the program. Light is the default and the only one used on paper.
enum class Theme { Light, Dark };

/// Every colour the program owns, by what it is for. Window, map, charts and sheets read the same table; nothing else
/// holds a colour.
enum class Token {
    // surfaces
    Window,
    Chrome,
    Panel,
    Base,
    AltRow,
    Header,
    Field,
    Hover,
    Hud,
    // lines
    Border,
    Border2,
    // text
    Text,
    Text2,
    Text3,
    Disabled,
    // accent
    Accent,
    AccentPressed,
    AccentSoft,
    OnAccent,
    // verdicts
    Met,
    MetSoft,
    OnMet,
    Near,
    NearText,
    NearSoft,
    OnNear,
    Broken,
    BrokenSoft,
    OnBroken,
    None,
    // map ground
    Land,
    Land2,
    Water,
    Shore,
    River,
    Graticule,
    // map borders
    Province,
    Prefecture,
    District,
    // map ways
    Road,
    RoadCasing,
    Rail,
    Rail2,
    // map labels
    Label1,
    Label2,
    Label3,
    LabelProvince,
    LabelWater,
    Halo,
    // cable, by fibre
    CableG652,
    CableG654,
    CableHollow,
    CableRemoved,
    CableCasing,
    // sites by EFLOPS: < 1, 1-10, 10-100, >= 100
    Site1,
    Site2,
    Site3,
    Site4,
    // interaction on the map
    Select,
    HoverObject,
    Snap,
    Ghost,
    // chart series
    Series1,
    Series2,
    Series3,
    Series4,
    Series5,
    Series6,
    // parts of a round-trip time, and the grid they stand on
    RttFloor,
    RttDetour,
    RttLay,
    RttEquipment,
    Grid
};

/// Number of tokens; `Token` values run from 0 to this less one.
constexpr int tokenCount = static_cast<int>(Token::Grid) + 1;

/// The opaque colour of a token in a theme.
QColor tokenColor(Token token, Theme theme);

/// The colour of a token with the given opacity, 0 (clear) to 1 (opaque); values outside are clamped.
QColor tokenColor(Token token, Theme theme, qreal opacity);

/// The name by which style sheets ask for a token (`@name@`), lower camel case: "accentSoft", "cableG652".
QString tokenName(Token token);

/// The token of a name, or nothing if there is none.
std::optional<Token> tokenByName(const QString& name);

/// All tokens in the order of the enumeration.
std::vector<Token> allTokens();

/// WCAG 2.1 relative luminance of an opaque colour, 0 (black) to 1 (white).
double relativeLuminance(const QColor& color);

/// WCAG 2.1 contrast ratio of two opaque colours, 1 to 21; the order does not matter.
double contrastRatio(const QColor& a, const QColor& b);

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/tokens.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace corridor {

namespace {

struct Row {
    Token token;
    const char* name;
    QRgb light;
    QRgb dark;
};

// clang-format off
constexpr std::array<Row, tokenCount> rows{{
    {Token::Window, "window", 0xE9ECF0, 0x121519},
    {Token::Chrome, "chrome", 0xF3F5F7, 0x1A1E23},
    {Token::Panel, "panel", 0xFAFBFC, 0x1D2126},
    {Token::Base, "base", 0xFFFFFF, 0x181C20},
    {Token::AltRow, "altRow", 0xF5F7F9, 0x1E2328},
    {Token::Header, "header", 0xEDF0F3, 0x252A30},
    {Token::Field, "field", 0xFFFFFF, 0x14171B},
    {Token::Hover, "hover", 0xE6EBF1, 0x2A3038},
    {Token::Hud, "hud", 0xFFFFFF, 0x1D2126},
    {Token::Border, "border", 0xD3D8DE, 0x343B44},
    {Token::Border2, "border2", 0x878F99, 0x747F8C},
    {Token::Text, "text", 0x1D2228, 0xE7EAEE},
    {Token::Text2, "text2", 0x525B66, 0xAAB3BE},
    {Token::Text3, "text3", 0x66707B, 0x8D97A3},
    {Token::Disabled, "disabled", 0x98A0AA, 0x606A76},
    {Token::Accent, "accent", 0x1D5FBF, 0x74AAFA},
    {Token::AccentPressed, "accentPressed", 0x164A97, 0xA3C8FF},
    {Token::AccentSoft, "accentSoft", 0xDBE7F9, 0x21395C},
    {Token::OnAccent, "onAccent", 0xFFFFFF, 0x0B1626},
    {Token::Met, "met", 0x0A7A5A, 0x3FC498},
    {Token::MetSoft, "metSoft", 0xDFF1EA, 0x17382F},
    {Token::OnMet, "onMet", 0xFFFFFF, 0x0B1A15},
    {Token::Near, "near", 0xC97A00, 0xFFC252},
    {Token::NearText, "nearText", 0x8A5200, 0xFFC252},
    {Token::NearSoft, "nearSoft", 0xFCF0D9, 0x3D2F14},
    {Token::OnNear, "onNear", 0x1D2228, 0x1A1206},
    {Token::Broken, "broken", 0xB4231C, 0xF4604F},
    {Token::BrokenSoft, "brokenSoft", 0xFBE4E1, 0x431E1B},
    {Token::OnBroken, "onBroken", 0xFFFFFF, 0x1F0705},
    {Token::None, "none", 0x6B7480, 0x8D97A3},
    {Token::Land, "land", 0xF6F4EF, 0x242A30},
    {Token::Land2, "land2", 0xEBEAE6, 0x1D2227},
    {Token::Water, "water", 0xCFDFE8, 0x15252F},
    {Token::Shore, "shore", 0xA5BFCE, 0x2F4A5A},
    {Token::River, "river", 0xB9D0DC, 0x2A4453},
    {Token::Graticule, "graticule", 0xDAD7D0, 0x333A41},
    {Token::Province, "prov", 0x8A819E, 0x857CA0},
    {Token::Prefecture, "pref", 0xBDB7C8, 0x4F4B5E},
    {Token::District, "dist", 0xD3CFDA, 0x3D3B49},
    {Token::Road, "road", 0xF4E3BF, 0x544B37},
    {Token::RoadCasing, "roadCasing", 0xDDC697, 0x2A2721},
    {Token::Rail, "rail", 0xA0A7B0, 0x5D6671},
    {Token::Rail2, "rail2", 0xBCC2C9, 0x474E57},
    {Token::Label1, "l1", 0x1F242A, 0xEEF1F4},
    {Token::Label2, "l2", 0x3F4751, 0xC4CBD3},
    {Token::Label3, "l3", 0x616974, 0x9AA4AF},
    {Token::LabelProvince, "labelProvince", 0x6C6383, 0x938BB0},
    {Token::LabelWater, "labelWater", 0x34607B, 0x6FA3BF},
    {Token::Halo, "halo", 0xF6F4EF, 0x20262B},
    {Token::CableG652, "cableG652", 0x2C7F5A, 0x4FAE82},
    {Token::CableG654, "cableG654", 0x0C4A39, 0xA9E0C3},
    {Token::CableHollow, "cableHollow", 0x0A8CA0, 0x42C3D1},
    {Token::CableRemoved, "cableRemoved", 0x7A828C, 0x7F8994},
    {Token::CableCasing, "cableCasing", 0xFFFFFF, 0x1A1F24},
    {Token::Site1, "site1", 0xCDB4DB, 0x6B4A7E},
    {Token::Site2, "site2", 0xA985C4, 0x9568B2},
    {Token::Site3, "site3", 0x7C4A9E, 0xBC91D6},
    {Token::Site4, "site4", 0x4A1F68, 0xE2C8F2},
    {Token::Select, "select", 0x1D63D1, 0x74AAFA},
    {Token::HoverObject, "hoverObject", 0x5B93E0, 0x4F7FC6},
    {Token::Snap, "snap", 0xC2185B, 0xFF6FA8},
    {Token::Ghost, "ghost", 0x6B7480, 0x98A2AE},
    {Token::Series1, "c1", 0x4A74B0, 0x9FB4D1},
    {Token::Series2, "c2", 0xBA8C22, 0xD6B53E},
    {Token::Series3, "c3", 0x3F2F72, 0xA86BD6},
    {Token::Series4, "c4", 0x2B8C84, 0x33A08E},
    {Token::Series5, "c5", 0x8C3F52, 0xC65A70},
    {Token::Series6, "c6", 0xB0B7C0, 0x5E6675},
    {Token::RttFloor, "rttFloor", 0x56748F, 0x7793AE},
    {Token::RttDetour, "rttDetour", 0xA3B9CC, 0x4E647A},
    {Token::RttLay, "rttLay", 0xCBD6DF, 0x36444F},
    {Token::RttEquipment, "rttEquipment", 0xCBB27E, 0xA98F58},
    {Token::Grid, "grid", 0xE3E7EB, 0x2C333A},
}};
// clang-format on

constexpr bool inEnumOrder() {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<std::size_t>(rows[i].token) != i)
            return false;
    }
    return true;
}
static_assert(inEnumOrder(), "the colour table must list every token in the order of the enumeration");

const Row& rowOf(Token token) {
    return rows[static_cast<std::size_t>(token)];
}

double linearChannel(double c) {
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

} // namespace

QColor tokenColor(Token token, Theme theme) {
    const Row& row = rowOf(token);
    return QColor::fromRgb(theme == Theme::Light ? row.light : row.dark);
}

QColor tokenColor(Token token, Theme theme, qreal opacity) {
    QColor color = tokenColor(token, theme);
    color.setAlphaF(static_cast<float>(std::clamp(opacity, 0.0, 1.0)));
    return color;
}

QString tokenName(Token token) {
    return QString::fromLatin1(rowOf(token).name);
}

std::optional<Token> tokenByName(const QString& name) {
    for (const Row& row : rows) {
        if (name == QLatin1String(row.name))
            return row.token;
    }
    return std::nullopt;
}

std::vector<Token> allTokens() {
    std::vector<Token> tokens;
    tokens.reserve(rows.size());
    for (const Row& row : rows)
        tokens.push_back(row.token);
    return tokens;
}

double relativeLuminance(const QColor& color) {
    return 0.2126 * linearChannel(color.redF()) + 0.7152 * linearChannel(color.greenF()) +
           0.0722 * linearChannel(color.blueF());
}

double contrastRatio(const QColor& a, const QColor& b) {
    const double la = relativeLuminance(a);
    const double lb = relativeLuminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace corridor

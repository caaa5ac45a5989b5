// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/geo/coordinatetext.h"

#include <array>
#include <charconv>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

namespace corridor {
namespace {

/// The text is read in two steps: first spelled in plain ASCII (d ' " as unit marks, N S E W, a comma between values),
/// then cut into tokens. Order matters: the longer spelling of two that begin alike comes first.
constexpr std::pair<std::string_view, std::string_view> spellings[] = {
    {"\u4e1c\u7ecf", " E "}, // east longitude
    {"\u6771\u7d93", " E "}, // the same in traditional characters
    {"\u897f\u7ecf", " W "}, // west longitude
    {"\u897f\u7d93", " W "},
    {"\u5317\u7eac", " N "}, // north latitude
    {"\u5317\u7def", " N "},
    {"\u5357\u7eac", " S "}, // south latitude
    {"\u5357\u7def", " S "},
    {"\u7ecf\u5ea6", " E? "}, // "longitude", "latitude" as labels: they name the axis but no side
    {"\u7eac\u5ea6", " N? "},
    {"\u7d93\u5ea6", " E? "}, // the same in traditional characters
    {"\u7def\u5ea6", " N? "},
    {"\u5ea6", "d"},        // degree
    {"\u5206", "'"},        // minute
    {"\u79d2", "\""},       // second
    {"\u00b0", "d"},        // degree sign
    {"\u00ba", "d"},        // masculine ordinal, often typed for it
    {"\u02da", "d"},        // ring above
    {"\u2032\u2032", "\""}, // two primes
    {"\u2033", "\""},       // double prime
    {"\u201c", "\""},       // typographic quotes
    {"\u201d", "\""},
    {"\uff02", "\""}, // full-width quote
    {"''", "\""},
    {"\u2019\u2019", "\""},
    {"\u2032", "'"}, // prime
    {"\u2018", "'"},
    {"\u2019", "'"},
    {"\uff07", "'"}, // full-width apostrophe
    {"\uff0c", ","}, // full-width comma
    {"\u3001", ","}, // enumeration comma
    {"\uff1b", ","}, // full-width semicolon
    {";", ","},
    {"\uff1a", ":"}, // full-width colon
    {"\u3000", " "}, // ideographic space
    {"\u00a0", " "}, // no-break space
    {"\u2212", "-"}, // minus sign
    {"\uff0e", "."}, // full-width full stop
    {"\uff0d", "-"}, // full-width hyphen
    {"\uff08", " "}, // full-width brackets
    {"\uff09", " "},
    {"(", " "},
    {")", " "},
};

/// Full-width digits and letters (U+FF10 and up) to ASCII; 0 for anything else.
char narrowed(std::string_view text) {
    if (text.size() < 3 || text[0] != '\xef' || text[1] != '\xbc')
        return 0;
    const int code = static_cast<unsigned char>(text[2]) - 0x80; // U+FF00 + code
    const bool isDigit = code >= 0x10 && code <= 0x19;
    const bool isUpper = code >= 0x21 && code <= 0x3a;
    return isDigit || isUpper ? static_cast<char>(code + 0x20) : 0;
}

std::string plainSpelling(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        std::size_t taken = 0;
        for (const auto& [from, to] : spellings) {
            if (text.starts_with(from)) {
                plain += to;
                taken = from.size();
                break;
            }
        }
        if (const char narrow = narrowed(text); taken == 0 && narrow != 0) {
            plain += narrow;
            taken = 3;
        }
        if (taken == 0) {
            plain += text.front();
            taken = 1;
        }
        text.remove_prefix(taken);
    }
    return plain;
}

enum class TokenKind { Number, Unit, Side, Comma };

struct Token {
    TokenKind kind;
    double number = 0.0;
    bool isWhole = true;   ///< a number without decimal point
    bool isSigned = false; ///< a number with + or -
    char mark = 0;         ///< d ' " of a unit; N S E W of a side
    bool onlyAxis = false; ///< a side that names the axis alone
};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Takes a number off the front. No exponents: "1E 2" would be ambiguous.
std::optional<Token> takeNumber(std::string_view& text) {
    Token token{TokenKind::Number};
    std::string_view rest = text;
    double sign = 1.0;
    if (rest.front() == '-' || rest.front() == '+') {
        token.isSigned = true;
        sign = rest.front() == '-' ? -1.0 : 1.0;
        rest.remove_prefix(1);
    }
    if (rest.empty() || !(isDigit(rest.front()) || rest.front() == '.'))
        return {};
    const auto result = std::from_chars(rest.data(), rest.data() + rest.size(), token.number, std::chars_format::fixed);
    if (result.ec != std::errc())
        return {};
    const std::string_view digits = rest.substr(0, static_cast<std::size_t>(result.ptr - rest.data()));
    token.isWhole = digits.find('.') == std::string_view::npos;
    token.number *= sign;
    // The sign of "-0" must survive for "-0 30 0": it is kept in the number, as negative zero.
    text = rest.substr(digits.size());
    return token;
}

/// Takes a unit mark, a side or a comma off the front. A small d, m or s is a unit, a small n, e or w a side; "s" is a
/// second after a number and the south elsewhere.
std::optional<Token> takeMark(std::string_view& text, bool afterNumber, bool minutesGiven) {
    const char c = text.front();
    text.remove_prefix(1);
    switch (c) {
    case ',':
        return Token{TokenKind::Comma};
    case 'd':
    case 'D':
        return Token{.kind = TokenKind::Unit, .mark = 'd'};
    case '\'':
    case 'm':
    case 'M':
        return Token{.kind = TokenKind::Unit, .mark = '\''};
    case '"':
        return Token{.kind = TokenKind::Unit, .mark = '"'};
    case 's':
        if (afterNumber && minutesGiven)
            return Token{.kind = TokenKind::Unit, .mark = '"'};
        return Token{.kind = TokenKind::Side, .mark = 'S'};
    case 'N':
    case 'n':
    case 'S':
    case 'E':
    case 'e':
    case 'W':
    case 'w': {
        Token token{.kind = TokenKind::Side, .mark = c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c};
        if (text.starts_with('?')) {
            token.onlyAxis = true;
            text.remove_prefix(1);
        }
        return token;
    }
    default:
        return {};
    }
}

std::optional<std::vector<Token>> tokenized(const std::string& plain) {
    std::vector<Token> tokens;
    std::string_view text = plain;
    bool minutesGiven = false;
    while (!text.empty()) {
        const char c = text.front();
        // A colon stands between the parts of an angle, or after a label; either way it separates like a space.
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ':') {
            text.remove_prefix(1);
            continue;
        }
        const bool isNumber = isDigit(c) || c == '.' || c == '-' || c == '+';
        const bool afterNumber = !tokens.empty() && tokens.back().kind == TokenKind::Number;
        const std::optional<Token> token = isNumber ? takeNumber(text) : takeMark(text, afterNumber, minutesGiven);
        if (!token)
            return {};
        if (token->kind == TokenKind::Unit)
            minutesGiven = token->mark == '\'';
        else if (token->kind != TokenKind::Number)
            minutesGiven = false;
        tokens.push_back(*token);
    }
    return tokens;
}

/// An angle as it was read, before it is known which axis it belongs to.
struct Angle {
    double degrees = 0.0;
    char side = 0;         ///< N S E W, 0 for none
    bool onlyAxis = false; ///< the side was a label
    bool isSigned = false;
};

bool isLongitudeSide(char side) {
    return side == 'E' || side == 'W';
}

/// Puts degrees, minutes and seconds together, checking what makes them an angle.
class AngleBuilder {
public:
    bool addSide(const Token& token) {
        if (mAngle.side != 0) { // "longitude 112.5 E": the label is refined by the side
            if (!mAngle.onlyAxis || isLongitudeSide(mAngle.side) != isLongitudeSide(token.mark))
                return false;
        }
        mAngle.side = token.mark;
        mAngle.onlyAxis = token.onlyAxis;
        mClosed = mParts > 0;
        return true;
    }

    bool addNumber(const Token& token) {
        if (mClosed || mParts == 3 || (mParts > 0 && (!mLastWhole || token.isSigned || token.number >= 60.0)))
            return false;
        if (mParts == 0) {
            mAngle.isSigned = token.isSigned;
            mNegative = std::signbit(token.number);
        }
        mAngle.degrees += std::abs(token.number) / std::array{1.0, 60.0, 3600.0}[mParts];
        mLastWhole = token.isWhole;
        mLastUnit = 0;
        ++mParts;
        return true;
    }

    /// The unit must be the one due: degrees first, then minutes, then seconds.
    bool addUnit(const Token& token) {
        if (mParts == 0 || mLastUnit != 0 || token.mark != std::array{'d', '\'', '"'}[mParts - 1])
            return false;
        mLastUnit = token.mark;
        return true;
    }

    /// Empty when there is no number, or a sign besides a side.
    std::optional<Angle> finished() const {
        if (mParts == 0 || (mAngle.isSigned && mAngle.side != 0 && !mAngle.onlyAxis))
            return {};
        Angle angle = mAngle;
        const bool isOtherSide = !angle.onlyAxis && (angle.side == 'S' || angle.side == 'W');
        if (mNegative || isOtherSide)
            angle.degrees = -angle.degrees;
        return angle;
    }

private:
    Angle mAngle;
    std::size_t mParts = 0;
    bool mLastWhole = true;
    char mLastUnit = 0;
    bool mNegative = false;
    bool mClosed = false; ///< a side after the numbers ends the angle
};

bool addToken(AngleBuilder& builder, const Token& token) {
    switch (token.kind) {
    case TokenKind::Number:
        return builder.addNumber(token);
    case TokenKind::Unit:
        return builder.addUnit(token);
    case TokenKind::Side:
        return builder.addSide(token);
    case TokenKind::Comma:
        return false;
    }
    return false;
}

std::optional<Angle> angleOf(std::span<const Token> tokens) {
    AngleBuilder builder;
    for (const Token& token : tokens)
        if (!addToken(builder, token))
            return {};
    return builder.finished();
}

std::optional<double> onAxis(const Angle& angle, Axis axis) {
    const bool isLongitude = axis == Axis::Longitude;
    if (angle.side != 0 && isLongitudeSide(angle.side) != isLongitude)
        return {};
    if (std::abs(angle.degrees) > (isLongitude ? 180.0 : 90.0))
        return {};
    return angle.degrees;
}

/// Where the second angle begins, when there is one way to tell: at a comma; where a side before a number recurs; after
/// a side behind a number; where a new degree is marked; or, of plain numbers, in the middle.
std::optional<std::size_t> secondAngle(const std::vector<Token>& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (tokens[i].kind == TokenKind::Comma)
            return i;
    const bool sideFirst = tokens.front().kind == TokenKind::Side;
    std::size_t numbers = 0;
    std::size_t degreeMarks = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (token.kind == TokenKind::Number)
            ++numbers;
        if (token.kind == TokenKind::Side && numbers > 0) {
            const bool refines = tokens.front().onlyAxis && !token.onlyAxis &&
                                 isLongitudeSide(tokens.front().mark) == isLongitudeSide(token.mark);
            return sideFirst && !refines ? i : i + 1;
        }
        if (token.kind == TokenKind::Unit && token.mark == 'd' && ++degreeMarks == 2)
            return i - 1;
    }
    const bool plainNumbers = numbers == tokens.size() && numbers % 2 == 0;
    return plainNumbers ? std::optional(numbers / 2) : std::nullopt;
}

std::optional<LonLat> positionOf(const Angle& first, const Angle& second) {
    const auto asLonLat = [](const Angle& lonAngle, const Angle& latAngle) -> std::optional<LonLat> {
        const auto lon = onAxis(lonAngle, Axis::Longitude);
        const auto lat = onAxis(latAngle, Axis::Latitude);
        return lon && lat ? std::optional(LonLat{*lon, *lat}) : std::nullopt;
    };
    if (const auto position = asLonLat(first, second))
        return position;
    return asLonLat(second, first);
}

} // namespace

std::optional<double> parseAngle(std::string_view text, Axis axis) {
    const auto tokens = tokenized(plainSpelling(text));
    if (!tokens)
        return {};
    const auto angle = angleOf(*tokens);
    return angle ? onAxis(*angle, axis) : std::nullopt;
}

std::optional<LonLat> parseLonLat(std::string_view text) {
    const auto tokens = tokenized(plainSpelling(text));
    if (!tokens || tokens->empty())
        return {};
    const auto cut = secondAngle(*tokens);
    if (!cut || *cut >= tokens->size())
        return {};
    const std::span all(*tokens);
    const bool isComma = all[*cut].kind == TokenKind::Comma;
    const auto first = angleOf(all.first(*cut));
    const auto second = angleOf(all.subspan(*cut + (isComma ? 1 : 0)));
    return first && second ? positionOf(*first, *second) : std::nullopt;
}

} // namespace corridor

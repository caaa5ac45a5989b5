// SPDX-License-Identifier: GPL-3.0-or-later
// Whether colours that are told apart stay apart for every eye: the smallest CIEDE2000 distance of each set, in both
// themes, seen normally and with each of the three full deficiencies of Machado, Oliveira and Fernandes (2009).
#include "views/paint/tokens.h"

#include <QTest>

#include <array>
#include <cmath>
#include <numbers>

using namespace corridor;

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

// Severity 1.0, on linear sRGB (the paper's table).
constexpr Matrix visions[] = {
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}};

Triple times(const Matrix& matrix, const Triple& v) {
    Triple out{};
    for (std::size_t i = 0; i < 3; ++i)
        out[i] = matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2];
    return out;
}

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// CIELAB (D65) of a colour as an eye of that vision sees it.
Triple labOf(const QColor& color, const Matrix& vision) {
    constexpr Matrix toXyz{
        {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    constexpr Triple white{0.95047, 1.0, 1.08883};
    Triple seen = times(vision, {linear(color.redF()), linear(color.greenF()), linear(color.blueF())});
    for (double& channel : seen)
        channel = std::clamp(channel, 0.0, 1.0);
    Triple f = times(toXyz, seen);
    for (std::size_t i = 0; i < 3; ++i) {
        const double t = f[i] / white[i];
        f[i] = t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

double hueOf(double a, double b) {
    const double degrees = std::atan2(b, a) * 180 / std::numbers::pi;
    return degrees < 0 ? degrees + 360 : degrees;
}

double seventh(double chroma) {
    return std::sqrt(std::pow(chroma, 7) / (std::pow(chroma, 7) + std::pow(25.0, 7)));
}

/// CIEDE2000 with all weights 1 (Sharma, Wu and Dalal 2005).
double distance(const Triple& first, const Triple& second) {
    const double g = 0.5 * (1 - seventh((std::hypot(first[1], first[2]) + std::hypot(second[1], second[2])) / 2));
    const double a1 = first[1] * (1 + g), a2 = second[1] * (1 + g);
    const double c1 = std::hypot(a1, first[2]), c2 = std::hypot(a2, second[2]);
    const double h1 = hueOf(a1, first[2]), h2 = hueOf(a2, second[2]);
    const bool grey = c1 * c2 == 0;
    double turn = grey ? 0 : h2 - h1;
    turn += turn > 180 ? -360 : turn < -180 ? 360 : 0;
    const double dL = second[0] - first[0], dC = c2 - c1, dH = 2 * std::sqrt(c1 * c2) * std::sin(radians(turn / 2));
    const double l = (first[0] + second[0]) / 2, c = (c1 + c2) / 2;
    double h = grey ? h1 + h2 : (h1 + h2) / 2;
    if (!grey && std::abs(h1 - h2) > 180)
        h += h1 + h2 < 360 ? 180 : -180;
    const double t = 1 - 0.17 * std::cos(radians(h - 30)) + 0.24 * std::cos(radians(2 * h)) +
                     0.32 * std::cos(radians(3 * h + 6)) - 0.2 * std::cos(radians(4 * h - 63));
    const double sL = 1 + 0.015 * (l - 50) * (l - 50) / std::sqrt(20 + (l - 50) * (l - 50));
    const double sC = 1 + 0.045 * c, sH = 1 + 0.015 * c * t;
    const double bend = 30 * std::exp(-((h - 275) / 25) * ((h - 275) / 25));
    const double rotation = -std::sin(radians(2 * bend)) * 2 * seventh(c);
    return std::sqrt(dL / sL * dL / sL + dC / sC * dC / sC + dH / sH * dH / sH + rotation * dC / sC * dH / sH);
}

double smallest(const std::vector<Token>& tokens) {
    double least = 1000;
    for (const Theme theme : {Theme::Light, Theme::Dark})
        for (const Matrix& vision : visions)
            for (std::size_t i = 0; i < tokens.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    least = std::min(least, distance(labOf(tokenColor(tokens[i], theme), vision),
                                                     labOf(tokenColor(tokens[j], theme), vision)));
    return least;
}

} // namespace

class TestColourBlind : public QObject {
    Q_OBJECT

private slots:
    // Pairs 1, 7 and 25 of the paper's test data.
    void theDistanceIsTheStandardOne() {
        const auto near = [](double value, double wanted) { return std::abs(value - wanted) < 5e-5; };
        QVERIFY(near(distance({50, 2.6772, -79.7751}, {50, 0, -82.7485}), 2.0425));
        QVERIFY(near(distance({50, 0, 0}, {50, -1, 2}), 2.3669));
        QVERIFY(near(distance({60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}), 1.2644));
    }

    void coloursStayApart_data() {
        QTest::addColumn<std::vector<Token>>("tokens");
        QTest::addColumn<double>("least");
        using T = Token;
        QTest::newRow("verdicts") << std::vector{T::Met, T::Near, T::Broken} << 15.4;
        QTest::newRow("fibres") << std::vector{T::CableG652, T::CableG654, T::CableHollow} << 8.5;
        QTest::newRow("sites") << std::vector{T::Site1, T::Site2, T::Site3, T::Site4} << 12.4;
        QTest::newRow("series") << std::vector{T::Series1, T::Series2, T::Series3, T::Series4, T::Series5, T::Series6}
                                << 7.6;
        QTest::newRow("parts of a round trip")
            << std::vector{T::RttFloor, T::RttDetour, T::RttLay, T::RttEquipment} << 8.4;
    }
    void coloursStayApart() {
        QFETCH(std::vector<Token>, tokens);
        QFETCH(double, least);
        const double is = smallest(tokens);
        QVERIFY2(std::floor(is * 10) / 10 >= least, qPrintable(QString::number(is)));
    }

    // Violet sites against blue selection fall to 6: hence halo and ring, never a recolour.
    void selectionNeedsItsRing() {
        QVERIFY(smallest({Token::Site3, Token::Select}) < 7 || smallest({Token::Site2, Token::Select}) < 7);
    }
};

QTEST_GUILESS_MAIN(TestColourBlind)
#include "test_colourblind.moc"

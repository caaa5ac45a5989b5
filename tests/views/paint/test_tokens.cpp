// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/tokens.h"

#include <QSet>
#include <QTest>

using namespace corridor;

namespace {

struct Pair {
    Token front;
    Token back;
    double least;
};

std::vector<Pair> pairsOf(std::vector<Token> fronts, std::vector<Token> backs, double least) {
    std::vector<Pair> pairs;
    for (Token front : fronts) {
        for (Token back : backs)
            pairs.push_back({front, back, least});
    }
    return pairs;
}

void append(std::vector<Pair>& all, std::vector<Pair> more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// Everything that is read as text: 4.5 against each surface it stands on.
std::vector<Pair> textPairs() {
    const std::vector<Token> surfaces{Token::Window, Token::Chrome, Token::Panel, Token::Base, Token::AltRow,
                                      Token::Header, Token::Field,  Token::Hover, Token::Hud,  Token::AccentSoft};
    std::vector<Pair> all = pairsOf({Token::Text, Token::Text2}, surfaces, 4.5);
    append(all, pairsOf({Token::Text3}, {Token::Chrome, Token::Panel, Token::Base, Token::AltRow, Token::Field}, 4.5));
    append(all, pairsOf({Token::Accent}, {Token::Panel, Token::Base, Token::Chrome}, 4.5));
    append(all, pairsOf({Token::OnAccent}, {Token::Accent, Token::AccentPressed}, 4.5));
    const std::vector<Token> plain{Token::Panel, Token::Base, Token::AltRow, Token::Hud};
    append(all, pairsOf({Token::Met, Token::NearText, Token::Broken}, plain, 4.5));
    append(all, {{Token::Met, Token::MetSoft, 4.5},
                 {Token::NearText, Token::NearSoft, 4.5},
                 {Token::Broken, Token::BrokenSoft, 4.5},
                 {Token::OnMet, Token::Met, 4.5},
                 {Token::OnNear, Token::Near, 4.5},
                 {Token::OnBroken, Token::Broken, 4.5}});
    append(all, pairsOf({Token::Label1, Token::Label2}, {Token::Land, Token::Land2, Token::Water, Token::Halo}, 4.5));
    // Rank 3 names counties, which lie on land: on bare water the pale grey would have 4.07 only.
    append(all, pairsOf({Token::Label3}, {Token::Land, Token::Land2, Token::Halo}, 4.5));
    append(all, pairsOf({Token::LabelProvince}, {Token::Land, Token::Land2}, 4.5));
    append(all, {{Token::LabelWater, Token::Water, 4.5}});
    return all;
}

/// Everything that is seen but not read: 3.0.
std::vector<Pair> shapePairs() {
    std::vector<Pair> all = pairsOf({Token::Border2}, {Token::Panel, Token::Base, Token::Field}, 3.1);
    append(all, pairsOf({Token::CableG652, Token::CableG654, Token::CableHollow, Token::CableRemoved, Token::Site4,
                         Token::Select, Token::Snap, Token::Ghost, Token::Met, Token::Near, Token::Broken, Token::None},
                        {Token::Land}, 3.0));
    append(all, pairsOf({Token::Series1, Token::Series2, Token::Series3, Token::Series4, Token::Series5}, {Token::Base},
                        3.06));
    append(all, {{Token::Series6, Token::Base, 2.0}}); // the rest: with a line around it, and labelled
    return all;
}

} // namespace

class TestTokens : public QObject {
    Q_OBJECT

private slots:
    void contrastOfKnownPairs() {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
        // 4.48: the well-known grey that just fails on white.
        QVERIFY(qAbs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.478) < 0.001);
    }

    void everyPairIsReadable_data() {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << int(Theme::Light);
        QTest::newRow("dark") << int(Theme::Dark);
    }

    void everyPairIsReadable() {
        QFETCH(int, theme);
        std::vector<Pair> all = textPairs();
        append(all, shapePairs());
        QStringList failed;
        for (const Pair& pair : all) {
            const double ratio =
                contrastRatio(tokenColor(pair.front, Theme(theme)), tokenColor(pair.back, Theme(theme)));
            if (ratio < pair.least)
                failed << QStringLiteral("%1 on %2: %3 < %4")
                              .arg(tokenName(pair.front), tokenName(pair.back))
                              .arg(ratio)
                              .arg(pair.least);
        }
        QVERIFY2(failed.isEmpty(), qPrintable(failed.join(QStringLiteral("; "))));
    }

    void lowestRatiosAreTheStatedOnes() {
        const auto ratio = [](Token a, Token b, Theme theme) {
            return std::round(contrastRatio(tokenColor(a, theme), tokenColor(b, theme)) * 100) / 100;
        };
        QCOMPARE(ratio(Token::Met, Token::MetSoft, Theme::Light), 4.54);
        QCOMPARE(ratio(Token::Text3, Token::Chrome, Theme::Light), 4.61);
        QCOMPARE(ratio(Token::Broken, Token::BrokenSoft, Theme::Dark), 4.61);
        QCOMPARE(ratio(Token::Near, Token::Land, Theme::Light), 3.05);
    }

    void namesAreUniqueAndFindTheirToken() {
        QSet<QString> names;
        for (Token token : allTokens()) {
            names.insert(tokenName(token));
            QVERIFY(tokenByName(tokenName(token)) == token);
        }
        QCOMPARE(names.size(), tokenCount);
        QVERIFY(!tokenByName(QStringLiteral("nothing")).has_value());
    }

    void opacityIsClamped() {
        QCOMPARE(tokenColor(Token::Met, Theme::Light, 2.0).alpha(), 255);
        QCOMPARE(tokenColor(Token::Met, Theme::Light, -1.0).alpha(), 0);
        QCOMPARE(tokenColor(Token::Met, Theme::Light, 0.5).alpha(), 128);
    }
};

QTEST_GUILESS_MAIN(TestTokens)
#include "test_tokens.moc"

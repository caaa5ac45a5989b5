// SPDX-License-Identifier: GPL-3.0-or-later
#include "corridorplan.h"
#include "model/calc/energy.h"

#include <QtTest>

using namespace corridor;
using namespace corridor::test;

namespace {

void factors(PlanMaker& make) {
    make.setting("it_load_factor", QStringLiteral("0.65"));
    make.setting("tce_primary_kgce_per_kwh", QStringLiteral("0.288"));
    make.setting("tce_calorific_kgce_per_kwh", QStringLiteral("0.1229"));
    make.setting("grid_factor/北京市/2021", QStringLiteral("0.5688"));
    make.setting("grid_factor/北京市/2022", QStringLiteral("0.558"));
    make.setting("grid_factor/河北省/2022", QStringLiteral("0.7252"));
    make.setting("pue_model/air-beijing", QStringLiteral("1.22"));
}

Site siteRow(const char* code, const char* province, std::optional<double> itMw, std::optional<double> pue) {
    Site site;
    PlanMaker::name(site, code);
    site.position = {116.4, 39.9};
    site.status = SiteStatus::Existing;
    site.province = QString::fromUtf8(province);
    site.itPowerMw = itMw;
    site.pueAnnual = pue;
    return site;
}

EnergyResult energyOf(PlanMaker& make, int year = 2027) {
    const Plan plan = make.plan();
    return annualEnergy(plan.base(), year, RangeIndex(plan.base()));
}

bool equals(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::abs(b);
}

constexpr auto primary = static_cast<std::size_t>(TceBasis::Primary);
constexpr auto calorific = static_cast<std::size_t>(TceBasis::Calorific);

} // namespace

class TestEnergy : public QObject {
    Q_OBJECT
private slots:
    // The example of METHODS.md, by hand.
    void twoSitesByHand() {
        PlanMaker make;
        factors(make);
        make.put(siteRow("A", "北京市", 20.0, 1.25));
        Site b = siteRow("B", "河北省", 100.0, 1.20);
        b.greenSharePct = 40;
        make.put(b);
        const EnergyResult result = energyOf(make);
        const SiteEnergy &first = *result.site(PlanMaker::id("A")), &second = *result.site(PlanMaker::id("B"));
        QVERIFY(equals(first.itMwh->value, 113880));
        QVERIFY(equals(first.mwh->value, 142350));
        QVERIFY(equals(first.tce[primary]->value, 40996.8));
        QVERIFY(equals(first.tce[calorific]->value, 17494.815));
        QVERIFY(equals(first.co2T->value, 79431.3));
        QCOMPARE(first.factorYear, 2022);
        QVERIFY(!first.co2MarketT);
        QVERIFY(equals(second.mwh->value, 683280));
        QVERIFY(equals(second.co2T->value, 495514.656));
        QVERIFY(equals(*second.co2MarketT, 297308.7936));
        QCOMPARE(result.total.known, 2);
        QVERIFY(equals(result.total.mwh, 825630));
        QVERIFY(equals(*result.total.pue, 825630.0 / 683280.0)); // weighted by energy
        QVERIFY(equals(result.total.tce[primary], 237781.44));
        QVERIFY(equals(result.total.co2T, 574945.956));
    }

    void partsSumToTheWhole() {
        PlanMaker make;
        factors(make);
        for (int i = 0; i < 20; ++i)
            make.put(siteRow(qPrintable(QStringLiteral("S%1").arg(i)), i % 3 ? "北京市" : "河北省", 1.0 + i,
                             1.1 + 0.01 * i));
        const EnergyResult result = energyOf(make);
        double mwh = 0, co2 = 0;
        int known = 0;
        for (const EnergySum& sum : result.provinces) {
            mwh += sum.mwh;
            co2 += sum.co2T;
            known += sum.known;
        }
        QVERIFY(equals(mwh, result.total.mwh) && equals(co2, result.total.co2T));
        QCOMPARE(known, 20);
        QVERIFY(*result.total.pue >= 1.1 && *result.total.pue <= 1.29);
    }

    void whatIsMissingIsNamed_data() {
        QTest::addColumn<int>("gap");
        QTest::addColumn<bool>("energy");
        QTest::addColumn<bool>("carbon");
        QTest::newRow("power") << int(EnergyGap::ItPower) << false << false;
        QTest::newRow("pue") << int(EnergyGap::Pue) << false << false;
        QTest::newRow("province") << int(EnergyGap::Province) << true << false;
        QTest::newRow("grid factor") << int(EnergyGap::GridFactor) << true << false;
        QTest::newRow("load factor") << int(EnergyGap::LoadFactor) << false << false;
        QTest::newRow("tce factor") << int(EnergyGap::TceFactor) << true << true;
    }
    void whatIsMissingIsNamed() {
        QFETCH(int, gap);
        QFETCH(bool, energy);
        QFETCH(bool, carbon);
        PlanMaker make;
        factors(make);
        Site site = siteRow("A", "北京市", 20.0, 1.25);
        if (gap == int(EnergyGap::ItPower))
            site.itPowerMw.reset();
        if (gap == int(EnergyGap::Pue))
            site.pueAnnual.reset();
        if (gap == int(EnergyGap::Province))
            site.province.clear();
        if (gap == int(EnergyGap::GridFactor))
            site.province = QString::fromUtf8("青海省");
        if (gap == int(EnergyGap::LoadFactor))
            make.setting("it_load_factor", QStringLiteral("65")); // 65 is no share of one
        if (gap == int(EnergyGap::TceFactor))
            make.setting("tce_primary_kgce_per_kwh", QString());
        make.put(site);
        const SiteEnergy found = *energyOf(make).site(PlanMaker::id("A"));
        QCOMPARE(found.missing.size(), std::size_t(1));
        QCOMPARE(int(found.missing.front()), gap);
        QCOMPARE(found.mwh.has_value(), energy);
        QCOMPARE(found.co2T.has_value(), carbon);
    }

    void aModelStandsInForThePue() {
        PlanMaker make;
        factors(make);
        Site site = siteRow("A", "北京市", 20.0, {});
        site.pueModel = QStringLiteral("air-beijing");
        make.put(site);
        make.range(stableEntityId(QStringLiteral("setting/pue_model/air-beijing")), "value", 1.17, 1.27);
        const SiteEnergy found = *energyOf(make).site(PlanMaker::id("A"));
        QVERIFY(found.pueSource == PueSource::Model);
        QCOMPARE(found.pue->value, 1.22);
        QCOMPARE(found.pue->low, 1.17);
        QVERIFY(equals(found.mwh->high, 113880 * 1.27));
    }

    void factorsFollowTheYear() {
        PlanMaker make;
        factors(make);
        make.put(siteRow("A", "北京市", 20.0, 1.25));
        for (const auto& [year, factorYear] : {std::pair(2020, 2021), {2021, 2021}, {2022, 2022}, {2030, 2022}}) {
            const EnergyResult result = energyOf(make, year);
            QCOMPARE(result.site(PlanMaker::id("A"))->factorYear, factorYear);
        }
    }

    void onlyWhatStandsCounts() {
        PlanMaker make;
        factors(make);
        Site site = siteRow("A", "北京市", 20.0, 1.25);
        site.status = SiteStatus::Planned;
        site.inDate = {2026, 0, 0};
        site.outDate = {2029, 0, 0};
        make.put(site);
        QVERIFY(!energyOf(make, 2025).site(PlanMaker::id("A")));
        QVERIFY(energyOf(make, 2026).site(PlanMaker::id("A")));
        QVERIFY(!energyOf(make, 2029).site(PlanMaker::id("A")));
        QVERIFY(!energyOf(make, 2029).total.pue);
    }
};

QTEST_APPLESS_MAIN(TestEnergy)
#include "test_energy.moc"

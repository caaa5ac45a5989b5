// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

using namespace corridor;

/// What other programs see in a plan file, and what they may do to it.
class TestForeign : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        mFolder = std::make_unique<QTemporaryDir>();
        mPath = mFolder->filePath(QStringLiteral("plan file.gpkg"));
        PlanFile::create(mPath, mSmall.plan, {someRun("latency")}, options());
    }

    void validates() {
        const QString random = mFolder->filePath(QStringLiteral("random.gpkg"));
        auto file = PlanFile::create(random, randomPlan(7), {someRun("latency")}, options());
        validate(random);
        file->save(randomPlan(8), {}, options());
        validate(random);
        validate(mPath);
    }

    void layersAreListed() {
        const auto listed = runProgram(QStringLiteral("ogrinfo"), {QStringLiteral("-ro"), mPath});
        if (!listed)
            QSKIP("ogrinfo is not installed");
        for (const char* layer :
             {"site (Point)", "junction (Point)", "span (Line String)", "area (Polygon)", "annotation (Point)",
              "service (None)", "run (None)", "result_service_latency (None)"})
            QVERIFY2(listed->contains(QLatin1String(layer)), layer);
        const auto spans = runProgram(QStringLiteral("ogrinfo"),
                                      {QStringLiteral("-ro"), QStringLiteral("-so"), mPath, QStringLiteral("span")})
                               .value();
        QVERIFY(spans.contains(QStringLiteral("Feature Count: 2")));
        QVERIFY(spans.contains(QStringLiteral("Extent: (111.800000, 39.900000) - (116.400000, 41.000000)")));
        QVERIFY(spans.contains(QStringLiteral("China Geodetic Coordinate System 2000")));
    }

    // A variant is one more layer: the parent's objects with the scenario's own in their place.
    void variantsAreLayers() {
        Plan plan = mSmall.plan;
        putScenario(plan, childScenario(), Plan::baseScenario(), "FA-0001");
        putScenario(plan, grandchildScenario(), childScenario(), "FA-0002");
        plan = withField(plan, Kind::Site, mSmall.siteA, "geom", LonLat{100, 30}, childScenario());
        ChangeBuilder builder(plan, grandchildScenario());
        builder.remove(Kind::Site, mSmall.siteB);
        builder.put(SmallPlan::site(stableEntityId(u"t/new"), "SL-0009", {105, 35}));
        plan = plan.with(builder.take());
        PlanFile::open(mPath)->save(plan, {}, options());
        validate(mPath);
        const auto count = [&](const char* layer, const char* where) {
            const auto out = runProgram(QStringLiteral("ogrinfo"),
                                        {QStringLiteral("-ro"), QStringLiteral("-so"), QStringLiteral("-where"),
                                         QString::fromLatin1(where), mPath, QString::fromLatin1(layer)});
            return out ? out->section(QStringLiteral("Feature Count: "), 1).section(u'\n', 0, 0).toInt() : -1;
        };
        if (count("site", "1=1") < 0)
            QSKIP("ogrinfo is not installed");
        QCOMPARE(count("site", "1=1"), 2);
        QCOMPARE(count("site_fa_0001", "1=1"), 2);
        QCOMPARE(count("site_fa_0002", "1=1"), 2);
        QCOMPARE(count("site_fa_0002", "code='SL-0009'"), 1);
        QCOMPARE(count("site_fa_0002", "code='SL-0002'"), 0);
        const auto moved = runProgram(QStringLiteral("ogrinfo"), {QStringLiteral("-ro"), QStringLiteral("-al"), mPath,
                                                                  QStringLiteral("site_fa_0001")})
                               .value();
        QVERIFY(moved.contains(QStringLiteral("POINT (100 30)")) &&
                moved.contains(QStringLiteral("it_power_mw (Real) = 120.5")));
        // A removed scenario takes its views along.
        auto file = PlanFile::open(mPath);
        QCOMPARE(contentHash(file->plan()), contentHash(plan));
        file->save(mSmall.plan, {}, options());
        validate(mPath);
        QCOMPARE(sql("SELECT count(*) FROM sqlite_master WHERE type='view'"), QStringLiteral("0"));
    }

    void appendAndEditThroughOgr() {
        writeFile(mFolder->filePath(QStringLiteral("more.csv")),
                  "code,name,x,y\nSL-0100,廊坊,116.7,39.5\nSL-0101,武清,117.0,39.4\n");
        const auto appended = runProgram(
            QStringLiteral("ogr2ogr"),
            {QStringLiteral("-append"), mPath, mFolder->filePath(QStringLiteral("more.csv")), QStringLiteral("-nln"),
             QStringLiteral("site"), QStringLiteral("-oo"), QStringLiteral("X_POSSIBLE_NAMES=x"), QStringLiteral("-oo"),
             QStringLiteral("Y_POSSIBLE_NAMES=y"), QStringLiteral("-s_srs"), QStringLiteral("EPSG:4326"),
             QStringLiteral("-t_srs"), QStringLiteral("EPSG:4490")});
        if (!appended)
            QSKIP("ogr2ogr is not installed");
        QVERIFY(
            runProgram(QStringLiteral("ogrinfo"),
                       {mPath, QStringLiteral("-sql"),
                        QStringLiteral("UPDATE span SET capacity_gbps = 800, name = '改' WHERE code = 'GD-0001'")}));
        auto file = PlanFile::open(mPath);
        QCOMPARE(file->plan().base().count(Kind::Site), std::size_t(4));
        const Span* span = file->plan().base().find<Span>(mSmall.span1);
        QCOMPARE(span->capacityGbps.value_or(0), 800.0);
        QCOMPARE(span->name, QStringLiteral("改"));
        QCOMPARE(file->report().count(OpenNote::What::RowAdded), 2);
        QCOMPARE(file->report().count(OpenNote::What::RowChanged), 1);
        QCOMPARE(file->report().notes.size(), std::size_t(3));

        // The same ids each time it is opened, and after Save they are in the file.
        const QByteArray hash = contentHash(file->plan());
        QCOMPARE(contentHash(PlanFile::open(mPath, {.readOnly = true})->plan()), hash);
        QVERIFY(file->save(file->plan(), {}, options()));
        file = PlanFile::open(mPath, {.readOnly = true});
        QCOMPARE(contentHash(file->plan()), hash);
        QVERIFY(file->report().notes.empty());
        QCOMPARE(sql("SELECT count(*) FROM site WHERE id IS NULL"), QStringLiteral("0"));
        QCOMPARE(sql("SELECT count(*) FROM lineage_row WHERE seq = 2"), QStringLiteral("3"));
        validate(mPath);
    }

    void duplicateIds() {
        QVERIFY(runSql(mPath, QStringLiteral("INSERT INTO service (id, code) SELECT id, 'YW-0001 copy' FROM service")));
        auto file = PlanFile::open(mPath);
        QCOMPARE(file->plan().base().count(Kind::Service), std::size_t(2));
        QCOMPARE(file->plan().base().find<Service>(mSmall.service)->code,
                 QStringLiteral("YW-0001")); // the lower fid keeps it
        QCOMPARE(file->plan().base().find<Service>(mSmall.service)->gbps.size(), std::size_t(2));
        QCOMPARE(file->report().count(OpenNote::What::DuplicateId), 1);
        QVERIFY(file->save(withField(file->plan(), Kind::Service, mSmall.service, "note", QStringLiteral("x")), {},
                           options()));
        QCOMPARE(sql("SELECT count(DISTINCT id) || ' ' || count(*) || ' ' || sum(note IS NOT NULL) FROM service"),
                 QStringLiteral("2 2 1"));
    }

    void removedAndDangling() {
        QVERIFY(runSql(mPath, QStringLiteral("DELETE FROM service; UPDATE run SET engine='x'; INSERT INTO declaration "
                                             "(code, subject_id, clause) VALUES ('SB-1', 4711, 'Q1')")));
        auto file = PlanFile::open(mPath);
        QCOMPARE(file->report().count(OpenNote::What::RowRemoved), 1);
        QCOMPARE(file->report().count(OpenNote::What::Dangling), 1);
        QCOMPARE(file->report().count(OpenNote::What::Orphan), 2); // bandwidths and pinned spans of the service
        QVERIFY(file->save(file->plan(), {}, options()));
        QCOMPARE(sql("SELECT count(*) FROM service_gbps"), QStringLiteral("0"));
        file = PlanFile::open(mPath, {.readOnly = true});
        QCOMPARE(file->report().notes.size(), std::size_t(1)); // the reference still leads nowhere
    }

    void badValuesStayInTheFile() {
        QVERIFY(runSql(mPath, QStringLiteral("INSERT INTO service (code, rtt_limit_ms, protection, in_date, from_id) "
                                             "VALUES ('YW-2', 'soon', 'magic', '2026-13', -5);"
                                             "INSERT INTO service (code, rtt_limit_ms) VALUES ('YW-3', 99999);")));
        auto file = PlanFile::open(mPath);
        QCOMPARE(file->report().count(OpenNote::What::BadValue), 5);
        QCOMPARE(file->report().count(OpenNote::What::RowAdded), 2);
        EntityId second;
        file->plan().base().forEach(Kind::Service, [&](const EntityRef& object) {
            if (object->code == u"YW-2")
                second = object->id;
        });
        const Service* service = file->plan().base().find<Service>(second);
        QVERIFY(service && !service->rttLimitMs && service->inDate.isNull() && service->from.isNull() &&
                service->protection == Protection::None);
        // An edit of another field leaves the odd cells as they are; an edit of the field replaces them.
        QVERIFY(file->save(withField(file->plan(), Kind::Service, second, "note", QStringLiteral("x")), {}, options()));
        QCOMPARE(sql("SELECT rtt_limit_ms || protection || in_date || note FROM service WHERE code='YW-2'"),
                 QStringLiteral("soonmagic2026-13x"));
        QVERIFY(file->save(withField(file->plan(), Kind::Service, second, "rtt_limit_ms", 5.0), {}, options()));
        QCOMPARE(sql("SELECT rtt_limit_ms || protection FROM service WHERE code='YW-2'"), QStringLiteral("5.0magic"));
    }

    void foreignGeometry() {
        const char* python = "import sys\nfrom osgeo import ogr\nds=ogr.Open(sys.argv[1],1)\nl=ds.GetLayer('span')\n"
                             "for code,wkt in (('GD-0008','LINESTRING Z (1 2 3,4 5 6)'),('GD-0009','MULTILINESTRING "
                             "((1 2,3 4),(5 6,7 8))'),('GD-0010','LINESTRING EMPTY')):\n"
                             "  f=ogr.Feature(l.GetLayerDefn())\n  f['code']=code\n  "
                             "f.SetGeometry(ogr.CreateGeometryFromWkt(wkt))\n  l.CreateFeature(f)\n";
        if (!runProgram(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), QString::fromLatin1(python), mPath}))
            QSKIP("the Python binding of GDAL is not installed");
        const auto file = PlanFile::open(mPath);
        QHash<QString, Line> lines;
        file->plan().base().table<Span>().forEach([&](const auto& span) { lines[span->code] = span->line; });
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines[QStringLiteral("GD-0008")], (Line{{1, 2}, {4, 5}}));
        QVERIFY(lines[QStringLiteral("GD-0009")].empty()); // two parts are no route
        QVERIFY(lines[QStringLiteral("GD-0010")].empty());
        QCOMPARE(file->report().count(OpenNote::What::BadValue), 1);
    }

    void overlayCellsThatCannotBeReadStay() {
        Plan variant = mSmall.plan;
        putScenario(variant, childScenario(), Plan::baseScenario(), "FA-0001");
        variant = withField(variant, Kind::Site, mSmall.siteA, "it_power_mw", 250.25, childScenario());
        PlanFile::open(mPath)->save(variant, {}, options());
        const QString payload = QStringLiteral("SELECT payload FROM overlay WHERE kind = 'site' AND state = 'present'");
        QVERIFY(runSql(mPath, QStringLiteral("UPDATE overlay SET payload = json_set(payload, '$.it_power_mw', 'many', "
                                             "'$.zzz', 1) WHERE kind = 'site' AND state = 'present'")));
        const auto cells = [&] { return sql(payload.toLatin1().constData()); };
        QVERIFY2(cells().contains(QStringLiteral("many")), qPrintable(cells()));
        const auto saved = [&](const Plan& plan) {
            auto file = PlanFile::open(mPath);
            file->save(plan, {}, options());
        };
        // An edit somewhere else.
        Plan plan = PlanFile::open(mPath)->plan();
        saved(withField(plan, Kind::Service, mSmall.service, "note", QStringLiteral("x")));
        QVERIFY2(cells().contains(QStringLiteral("many")) && cells().contains(QStringLiteral("zzz")),
                 qPrintable(cells()));
        QCOMPARE(PlanFile::open(mPath)->report().count(OpenNote::What::BadValue), 1); // still told
        // No JSON at all: told, and left.
        QVERIFY(runSql(
            mPath, QStringLiteral("UPDATE overlay SET payload = '{bad' WHERE kind = 'site' AND state = 'present'")));
        QVERIFY(PlanFile::open(mPath)->report().count(OpenNote::What::BadValue) >= 1);
        plan = PlanFile::open(mPath)->plan();
        saved(withField(plan, Kind::Service, mSmall.service, "note", QStringLiteral("y")));
        QCOMPARE(cells(), QStringLiteral("{bad"));
    }

    void overlayIsQueryable() {
        Plan plan = mSmall.plan;
        putScenario(plan, childScenario(), Plan::baseScenario(), "FA-0001");
        plan = withField(plan, Kind::Site, mSmall.siteA, "it_power_mw", 250.25, childScenario());
        PlanFile::open(mPath)->save(plan, {}, options());
        QCOMPARE(
            sql("SELECT json_extract(payload, '$.it_power_mw') FROM overlay WHERE kind='site' AND state='present'"),
            QStringLiteral("250.25"));
        QVERIFY(runSql(
            mPath,
            QStringLiteral("UPDATE overlay SET payload = json_set(payload, '$.it_power_mw', -3, '$.note', 'seen')")));
        const auto file = PlanFile::open(mPath);
        QCOMPARE(file->report().count(OpenNote::What::BadValue), 1);
        QCOMPARE(file->report().count(OpenNote::What::RowChanged), 1);
        const Site* site = file->plan().entities(childScenario()).find<Site>(mSmall.siteA);
        QVERIFY(!site->itPowerMw && site->note == u"seen");
    }

private:
    QString sql(const char* query) {
        return runProgram(QStringLiteral("sqlite3"), {mPath, QString::fromLatin1(query)}).value_or(QString()).trimmed();
    }
    static void validate(const QString& path) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("/usr/bin/python3"),
                      {QStringLiteral("-c"), QStringLiteral("import osgeo_utils.samples.validate_gpkg")});
        process.waitForFinished(30000);
        if (process.exitCode() != 0)
            QSKIP("validate_gpkg of GDAL is not installed");
        process.start(QStringLiteral("/usr/bin/python3"),
                      {QStringLiteral("-m"), QStringLiteral("osgeo_utils.samples.validate_gpkg"), QStringLiteral("-k"),
                       QStringLiteral("--extra"), path});
        QVERIFY(process.waitForFinished(60000));
        const QByteArray said = process.readAll();
        QVERIFY2(process.exitCode() == 0 && said.trimmed().isEmpty(), said.constData());
    }

    const SmallPlan mSmall;
    std::unique_ptr<QTemporaryDir> mFolder;
    QString mPath;
};

QTEST_GUILESS_MAIN(TestForeign)
#include "test_foreign.moc"

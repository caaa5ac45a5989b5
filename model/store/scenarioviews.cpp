// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/ddl.h"
#include "model/store/planwriter.h"

namespace corridor {

namespace {

// Rows of an overlay get a fid beyond all rows of the table, so that the view's first column is unique.
constexpr qint64 kOverlayFid = 1000000000;

QByteArray literal(const QByteArray& text) {
    QByteArray out = text;
    out.replace("'", "''");
    return '\'' + out + '\'';
}

// What the payload of an overlay row holds for one column of the table.
QByteArray overlayColumn(const FieldPlace& place, std::size_t part) {
    if (place.isGeometry())
        return "o.geom";
    if (place.field->type == FieldType::Reals)
        return "NULL"; // a blob in the table, a JSON array in the payload
    QByteArray path = QByteArray("$.") + place.field->name;
    if (place.columns.size() == 2)
        path += '[' + QByteArray::number(static_cast<int>(part)) + ']';
    return "json_extract(o.payload, " + literal(path) + ')';
}

QByteArray columnsOfTable(const TableLayout& layout) {
    QByteArray out = "t.fid AS fid, t.id AS id";
    for (const FieldPlace& place : layout.places)
        for (const QByteArray& name : place.columns) {
            const QByteArray column = quoted(QString::fromLatin1(name));
            out += ", t." + column + " AS " + column;
        }
    return out;
}

QByteArray columnsOfOverlay(const TableLayout& layout) {
    QByteArray out = QByteArray::number(kOverlayFid) + " + o.fid, o.id";
    for (const FieldPlace& place : layout.places)
        for (std::size_t i = 0; i < place.columns.size(); ++i)
            out += ", " + overlayColumn(place, i);
    return out;
}

/// The rows of the base that no scenario of the chain says anything about, then those of each scenario that none nearer
/// hides. `chain` is the scenario, its parent, and so on without the base. (Not a view on the parent's view: SQLite
/// would lose the column types.)
QByteArray viewSql(const TableLayout& layout, const std::vector<EntityId>& chain, const QString& view) {
    const QByteArray ofKind = " AND kind = " + literal(layout.table());
    const auto rowsOf = [&](std::size_t count) {
        QByteArray ids;
        for (std::size_t i = 0; i < count; ++i)
            ids += (i ? "," : "") + QByteArray::number(chain[i].value);
        return "(SELECT id FROM overlay WHERE scenario_id IN (" + ids + ')' + ofKind + ')';
    };
    QByteArray sql = "CREATE VIEW " + quoted(view) + " AS SELECT " + columnsOfTable(layout) + " FROM " +
                     layout.table() + " t WHERE t.id IS NULL OR t.id NOT IN " + rowsOf(chain.size());
    for (std::size_t i = 0; i < chain.size(); ++i) {
        sql += " UNION ALL SELECT " + columnsOfOverlay(layout) +
               " FROM overlay o WHERE o.scenario_id = " + QByteArray::number(chain[i].value) + ofKind +
               " AND o.state = 'present'";
        if (i > 0)
            sql += " AND o.id NOT IN " + rowsOf(i);
    }
    return sql;
}

QString slug(const Scenario& scenario) {
    QString out;
    for (const QChar c : scenario.code)
        out += c.unicode() < 128 && c.isLetterOrNumber() ? c.toLower() : u'_';
    return scenario.code.isEmpty() ? QStringLiteral("scenario_") + scenario.id.toString() : out;
}

class ViewBuilder {
public:
    ViewBuilder(Database& database, QString utc)
        : mDatabase(database)
        , mUtc(std::move(utc)) {}

    void dropOld() {
        std::vector<QString> names;
        Statement list = mDatabase.prepare("SELECT view_name FROM scenario_view ORDER BY view_name");
        while (list.step())
            names.push_back(list.text(0));
        for (const QString& name : names) {
            if (isNamed(name, "view"))
                mDatabase.exec("DROP VIEW " + quoted(name));
            for (const char* table : {"gpkg_geometry_columns", "gpkg_contents"})
                mDatabase.prepare(QByteArray("DELETE FROM ") + table + " WHERE table_name = ?1").bind(1, name).run();
        }
        mDatabase.exec("DELETE FROM scenario_view");
    }

    void add(const TableLayout& layout, const Scenario& scenario, const std::vector<EntityId>& chain) {
        const QString table = QString::fromLatin1(layout.table());
        QString view = table + u'_' + slug(scenario);
        if (isNamed(view, nullptr)) // taken by another scenario, a result or another program
            view = table + u'_' + scenario.id.toString();
        if (isNamed(view, nullptr))
            return;
        mDatabase.exec(viewSql(layout, chain, view));
        registerView(layout, scenario, view);
    }

private:
    bool isNamed(const QString& name, const char* type) {
        Statement find = mDatabase.prepare("SELECT type FROM sqlite_master WHERE lower(name) = lower(?1)");
        return find.bind(1, name).step() && (!type || find.text(0) == QLatin1String(type));
    }
    void registerView(const TableLayout& layout, const Scenario& scenario, const QString& view) {
        const QString shown = scenario.name.isEmpty() ? scenario.code : scenario.name;
        registerTable(mDatabase, view, QStringLiteral("features"),
                      QStringLiteral("%1 · %2 (%3)").arg(QLatin1String(layout.schema->label), shown, view), mUtc);
        mDatabase
            .prepare("UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) = (SELECT min_x, min_y, max_x, max_y FROM "
                     "gpkg_contents "
                     "WHERE table_name = ?2) WHERE table_name = ?1")
            .bind(1, view)
            .bind(2, QString::fromLatin1(layout.table()))
            .run();
        const FieldPlace& geometry = layout.places[static_cast<std::size_t>(layout.geometry)];
        mDatabase
            .prepare("INSERT INTO gpkg_geometry_columns SELECT ?1, 'geom', ?2, srs_id, 0, 0 FROM gpkg_geometry_columns "
                     "WHERE table_name = ?3")
            .bind(1, view)
            .bind(2, QString::fromLatin1(geometry.sqlType))
            .bind(3, QString::fromLatin1(layout.table()))
            .run();
        mDatabase.prepare("INSERT INTO scenario_view VALUES (?1, ?2, ?3)")
            .bind(1, view)
            .bind(2, static_cast<qint64>(scenario.id.value))
            .bind(3, QString::fromLatin1(layout.table()))
            .run();
    }

    Database& mDatabase;
    QString mUtc;
};

std::vector<EntityId> chainOf(const Plan& plan, const Scenario* scenario) {
    std::vector<EntityId> chain;
    for (; scenario && scenario->id != Plan::baseScenario(); scenario = plan.base().find<Scenario>(scenario->parent))
        chain.push_back(scenario->id); // ends: plan.scenarios() lists only what hangs on the base
    return chain;
}

} // namespace

void rebuildScenarioViews(Database& database, const Plan& plan, const QString& utc) {
    ViewBuilder builder(database, utc);
    builder.dropOld();
    for (const Scenario* scenario : plan.scenarios())
        if (scenario->id != Plan::baseScenario())
            for (const Kind kind : featureKinds())
                builder.add(layoutOf(kind), *scenario, chainOf(plan, scenario));
}

} // namespace corridor

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

/// The parent's rows that this scenario says nothing about, then its own.
QByteArray viewSql(const TableLayout& layout, EntityId scenario, const QString& view, const QString& parentView) {
    QByteArray inherited = "p.fid AS fid, p.id AS id", own = QByteArray::number(kOverlayFid) + " + o.fid, o.id";
    for (const FieldPlace& place : layout.places)
        for (std::size_t i = 0; i < place.columns.size(); ++i) {
            const QByteArray column = quoted(QString::fromLatin1(place.columns[i]));
            inherited += ", p." + column + " AS " + column;
            own += ", " + overlayColumn(place, i);
        }
    const QByteArray mine = "scenario_id = " + QByteArray::number(scenario.value) + " AND kind = " + literal(layout.table());
    return "CREATE VIEW " + quoted(view) + " AS SELECT " + inherited + " FROM " + quoted(parentView) +
           " p WHERE p.id IS NULL OR p.id NOT IN (SELECT id FROM overlay WHERE " + mine + ") UNION ALL SELECT " + own + " FROM overlay o WHERE o." +
           mine + " AND state = 'present'";
}

QString slug(const Scenario& scenario) {
    QString out;
    for (const QChar c : scenario.code)
        out += c.unicode() < 128 && c.isLetterOrNumber() ? c.toLower() : u'_';
    return scenario.code.isEmpty() ? QStringLiteral("scenario_") + scenario.id.toString() : out;
}

class ViewBuilder {
public:
    ViewBuilder(Database& database, QString utc) : mDatabase(database), mUtc(std::move(utc)) {}

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

    void add(const TableLayout& layout, const Scenario& scenario) {
        const QString table = QString::fromLatin1(layout.table());
        const QString parent = mViews.contains({scenario.parent, table}) ? mViews[{scenario.parent, table}] : table;
        QString view = table + u'_' + slug(scenario);
        if (isNamed(view, nullptr)) // taken by another scenario, a result or another program
            view = table + u'_' + scenario.id.toString();
        if (isNamed(view, nullptr))
            return;
        mDatabase.exec(viewSql(layout, scenario.id, view, parent));
        mViews[{scenario.id, table}] = view;
        registerView(layout, scenario, view);
    }

private:
    bool isNamed(const QString& name, const char* type) {
        Statement find = mDatabase.prepare("SELECT type FROM sqlite_master WHERE lower(name) = lower(?1)");
        return find.bind(1, name).step() && (!type || find.text(0) == QLatin1String(type));
    }
    void registerView(const TableLayout& layout, const Scenario& scenario, const QString& view) {
        const QString shown = scenario.name.isEmpty() ? scenario.code : scenario.name;
        registerTable(mDatabase, view, QStringLiteral("features"), QStringLiteral("%1 · %2 (%3)").arg(QLatin1String(layout.schema->label), shown, view), mUtc);
        mDatabase.prepare("UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) = (SELECT min_x, min_y, max_x, max_y FROM gpkg_contents "
                          "WHERE table_name = ?2) WHERE table_name = ?1").bind(1, view).bind(2, QString::fromLatin1(layout.table())).run();
        const FieldPlace& geometry = layout.places[static_cast<std::size_t>(layout.geometry)];
        mDatabase.prepare("INSERT INTO gpkg_geometry_columns SELECT ?1, 'geom', ?2, srs_id, 0, 0 FROM gpkg_geometry_columns WHERE table_name = ?3")
            .bind(1, view).bind(2, QString::fromLatin1(geometry.sqlType)).bind(3, QString::fromLatin1(layout.table())).run();
        mDatabase.prepare("INSERT INTO scenario_view VALUES (?1, ?2, ?3)").bind(1, view).bind(2, static_cast<qint64>(scenario.id.value))
            .bind(3, QString::fromLatin1(layout.table())).run();
    }

    Database& mDatabase;
    QString mUtc;
    std::map<std::pair<EntityId, QString>, QString> mViews;
};

} // namespace

void rebuildScenarioViews(Database& database, const Plan& plan, const QString& utc) {
    ViewBuilder builder(database, utc);
    builder.dropOld();
    for (const Scenario* scenario : plan.scenarios())
        if (scenario->id != Plan::baseScenario())
            for (const Kind kind : featureKinds())
                builder.add(layoutOf(kind), *scenario);
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"

#include "model/base/error.h"
#include "model/store/planfile.h"
#include "views/paint/rendermap.h"
#include "views/paint/sheet/sheet.h"

#include <QRegularExpression>

#include <functional>
#include <map>

namespace corridor {

namespace {

Box extentFromText(const QString& text) {
    if (text.isEmpty())
        return {};
    const QStringList parts = text.split(u',');
    Box box;
    bool ok = parts.size() == 4;
    double* const members[] = {&box.lonMin, &box.latMin, &box.lonMax, &box.latMax};
    for (qsizetype i = 0; ok && i < 4; ++i)
        *members[i] = parts[i].toDouble(&ok);
    const bool onEarth = box.lonMin >= -180 && box.lonMax <= 180 && box.latMin >= -90 && box.latMax <= 90;
    if (!ok || box.isEmpty() || !onEarth)
        throw Error(Blame::Usage,
                    message(CORRIDOR_MSG("“%1” is no extent; write WEST,SOUTH,EAST,NORTH in degrees."), text));
    return box;
}

EntityId scenarioOf(const Plan& plan, const QString& text) {
    if (text.isEmpty())
        return Plan::baseScenario();
    constexpr Kind kinds[] = {Kind::Scenario};
    if (const EntityRef found = findByName(plan.base(), kinds, text))
        return found->id;
    throw Error(Blame::Usage, message(CORRIDOR_MSG("The plan has no scenario “%1”."), text));
}

int yearOf(const EntitySet& entities, const QString& text) {
    if (text.isEmpty())
        return settingsOf(entities).year;
    bool ok = false;
    const int year = text.toInt(&ok);
    if (!ok || year < 1900 || year > 2200)
        throw Error(Blame::Usage, message(CORRIDOR_MSG("“%1” is no year between 1900 and 2200."), text));
    return year;
}

[[noreturn]] void refuseSetting(const QString& key, const QString& value) {
    throw Error(Blame::Usage,
                message(CORRIDOR_MSG("“%1” cannot be %2; “corridor render --help” says what it can be."), key, value));
}

double positiveFrom(const QString& key, const QString& value) {
    bool ok = false;
    const double number = value.toDouble(&ok);
    if (!ok || !(number > 0) || number > 1e9)
        refuseSetting(key, value);
    return number;
}

bool switchFrom(const QString& key, const QString& value) {
    if (value != u"yes" && value != u"no")
        refuseSetting(key, value);
    return value == u"yes";
}

using SheetSetter = std::function<void(Sheet&, const QString& key, const QString& value)>;

SheetSetter textSetter(QString SheetText::*member) {
    return [member](Sheet& sheet, const QString&, const QString& value) { sheet.text.*member = value; };
}

const std::map<QString, SheetSetter>& sheetSetters() {
    static const std::map<QString, SheetSetter> setters{
        {QStringLiteral("title"), textSetter(&SheetText::title)},
        {QStringLiteral("organisation"), textSetter(&SheetText::organisation)},
        {QStringLiteral("number"), textSetter(&SheetText::number)},
        {QStringLiteral("classification"), textSetter(&SheetText::classification)},
        {QStringLiteral("approval"), textSetter(&SheetText::approvalNumber)},
        {QStringLiteral("date"),
         [](Sheet& sheet, const QString& key, const QString& value) {
             sheet.text.date = QDate::fromString(value, Qt::ISODate);
             if (!sheet.text.date.isValid())
                 refuseSetting(key, value);
         }},
        {QStringLiteral("orientation"),
         [](Sheet& sheet, const QString& key, const QString& value) {
             if (value != u"landscape" && value != u"portrait")
                 refuseSetting(key, value);
             sheet.landscape = value == u"landscape";
         }},
        {QStringLiteral("scale"),
         [](Sheet& sheet, const QString& key, const QString& value) { sheet.scale = positiveFrom(key, value); }},
        {QStringLiteral("dpi"),
         [](Sheet& sheet, const QString& key, const QString& value) { sheet.dpi = positiveFrom(key, value); }},
        {QStringLiteral("inset"),
         [](Sheet& sheet, const QString& key, const QString& value) {
             if (!switchFrom(key, value))
                 sheet.inset.reset();
         }},
        {QStringLiteral("table"),
         [](Sheet& sheet, const QString& key, const QString& value) { sheet.table = switchFrom(key, value); }}};
    return setters;
}

void applySettings(Sheet& sheet, const QStringList& settings) {
    for (const QString& setting : settings) {
        const QString key = setting.section(u'=', 0, 0).trimmed();
        const auto setter = sheetSetters().find(key);
        if (setter == sheetSetters().end() || !setting.contains(u'='))
            throw Error(Blame::Usage, message(CORRIDOR_MSG("A sheet has no setting “%1”; these there are: %2."),
                                              setting, sheetKeys().join(QStringLiteral(", "))));
        setter->second(sheet, key, setting.section(u'=', 1).trimmed());
    }
}

Sheet sheetOf(const HeadlessJob& job, const MapScene& scene, const Plan& plan, EntityId scenario) {
    Sheet sheet;
    const auto paper = paperNamed(job.sheet);
    if (!paper)
        throw Error(Blame::Usage,
                    message(CORRIDOR_MSG("“%1” is no size of paper; write A0, A1, A2, A3 or A4."), job.sheet));
    sheet.paper = *paper;
    sheet.scene = scene;
    sheet.extent = extentFromText(job.extent);
    sheet.inset = denseArea(scene.entities);
    if (const EntityRef found = plan.base().find(scenario))
        sheet.scenario = displayName(*found, job.english);
    sheet.text.date = QDate::currentDate();
    applySettings(sheet, job.sheetSettings);
    return sheet;
}

} // namespace

QStringList sheetKeys() {
    QStringList keys;
    for (const auto& [key, setter] : sheetSetters())
        keys += key;
    return keys;
}

std::pair<int, int> sizeFromText(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("^([1-9][0-9]{1,4})x([1-9][0-9]{1,4})$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        throw Error(
            Blame::Usage,
            message(CORRIDOR_MSG("“%1” is no size; write WIDTHxHEIGHT in pixels, for example 1920x1080."), text));
    return {match.captured(1).toInt(), match.captured(2).toInt()};
}

void renderHeadless(const HeadlessJob& job) {
    MapPicture picture;
    picture.extent = extentFromText(job.extent);
    if (!job.size.isEmpty()) {
        const auto [width, height] = sizeFromText(job.size);
        picture.sizePx = QSizeF(width, height);
    }
    OpenOptions options;
    options.readOnly = true;
    const auto file = PlanFile::open(job.plan, options);
    const EntityId scenario = scenarioOf(file->plan(), job.scenario);
    MapScene scene;
    scene.entities = file->plan().entities(scenario);
    scene.year = yearOf(scene.entities, job.year);
    scene.english = job.english;
    scene.theme = job.dark ? Theme::Dark : Theme::Light;
    AssessOptions assessing;
    assessing.english = job.english;
    scene.assessment = assess(file->plan(), scenario, scene.year, 0, assessing);
    if (job.sheet.isEmpty())
        renderMap(scene, job.target, picture);
    else
        writeSheet(sheetOf(job, scene, file->plan(), scenario), job.target);
}

} // namespace corridor

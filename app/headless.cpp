// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"

#include "model/base/error.h"
#include "model/store/planfile.h"
#include "views/paint/rendermap.h"

#include <QRegularExpression>

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

} // namespace

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
    renderMap(scene, job.target, picture);
}

} // namespace corridor

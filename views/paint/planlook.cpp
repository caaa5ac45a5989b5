// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/planlook.h"

#include "model/calc/inputyear.h"

namespace corridor {

namespace {

constexpr double hollowGroupIndex = 1.2; // glass lies near 1.47, hollow core near 1.003
constexpr qreal hollowExtraPx = 2;       // a double line needs room for its core

template <class Object>
Presence presence(const Object& object, int year) {
    if (standsInYear(object, year))
        return Presence::Standing;
    return !object.outDate.isNull() && object.outDate.year <= year ? Presence::Gone : Presence::NotYet;
}

QColor mixed(const QColor& color, const QColor& ground, qreal share) {
    const auto mix = [share](int a, int b) { return int(std::lround(a * share + b * (1 - share))); };
    return {mix(color.red(), ground.red()), mix(color.green(), ground.green()), mix(color.blue(), ground.blue())};
}

SpanStatus patternOf(const Span& span, Presence presence) {
    if (presence == Presence::Gone)
        return SpanStatus::Removed;
    if (presence == Presence::NotYet && span.status == SpanStatus::Existing)
        return SpanStatus::Planned;
    return span.status;
}

qreal widthOf(SpanStatus pattern, bool hollow) {
    switch (pattern) {
    case SpanStatus::Planned:
        return hollow ? 2.2 + hollowExtraPx : 2.2;
    case SpanStatus::Building:
        return hollow ? 3.0 + hollowExtraPx : 3.0;
    case SpanStatus::Existing:
        return hollow ? 4.2 : 1.6;
    case SpanStatus::Removed:
        break;
    }
    return 1.2;
}

} // namespace

Presence presenceOf(const Site& site, int year) {
    return site.status == SiteStatus::Retired && site.outDate.isNull() ? Presence::Gone : presence(site, year);
}

Presence presenceOf(const Junction& junction, int year) {
    return presence(junction, year);
}

Presence presenceOf(const Span& span, int year) {
    return span.status == SpanStatus::Removed && span.outDate.isNull() ? Presence::Gone : presence(span, year);
}

QHash<QString, FibreClass> fibreClasses(const EntitySet& entities) {
    QHash<QString, FibreClass> classes;
    entities.table<FibreType>().forEach([&](const std::shared_ptr<const FibreType>& type) {
        FibreClass fibre = FibreClass::G652;
        if (type->groupIndex < hollowGroupIndex)
            fibre = FibreClass::HollowCore;
        else if (type->code.startsWith(QLatin1String("G.654")))
            fibre = FibreClass::G654;
        classes.insert(type->code, fibre);
    });
    return classes;
}

Token fibreToken(FibreClass fibre) {
    switch (fibre) {
    case FibreClass::G652:
        return Token::CableG652;
    case FibreClass::G654:
        return Token::CableG654;
    case FibreClass::HollowCore:
        return Token::CableHollow;
    case FibreClass::Unknown:
        break;
    }
    return Token::Ghost;
}

SpanLook spanLook(const Span& span, FibreClass fibre, int year, Theme theme, bool fade) {
    const Presence presence = presenceOf(span, year);
    SpanLook look;
    look.pattern = patternOf(span, presence);
    const bool removed = look.pattern == SpanStatus::Removed;
    look.doubleLine = fibre == FibreClass::HollowCore && !removed;
    look.width = widthOf(look.pattern, look.doubleLine);
    look.dashed = look.pattern == SpanStatus::Planned;
    look.faint = presence != Presence::Standing;
    const QColor ground = tokenColor(Token::Land, theme);
    look.color = tokenColor(removed ? Token::CableRemoved : fibreToken(fibre), theme);
    look.core = ground;
    // Mixed with the ground instead of transparent: strokes are painted in pieces that touch.
    if (look.faint)
        look.color = mixed(look.color, ground, faintOpacity);
    if (fade)
        look.color = mixed(look.color, ground, 0.5);
    return look;
}

int paintRank(const SpanLook& look) {
    if (look.pattern == SpanStatus::Removed)
        return 0;
    if (look.faint)
        return 1;
    if (look.pattern == SpanStatus::Existing)
        return 2;
    return look.pattern == SpanStatus::Planned ? 3 : 4;
}

SiteStatus siteAppearance(const Site& site, int year) {
    switch (presenceOf(site, year)) {
    case Presence::Gone:
        return SiteStatus::Retired;
    case Presence::NotYet:
        return site.status == SiteStatus::Existing ? SiteStatus::Planned : site.status;
    case Presence::Standing:
        break;
    }
    return site.status;
}

} // namespace corridor

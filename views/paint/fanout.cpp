// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/fanout.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace corridor {

namespace {

constexpr qreal gapPx = 4; // between neighbours on a circle: outline and casing of both
constexpr int mostRounds = 6;
constexpr qreal samePlacePx = 0.5;

using Indices = std::vector<std::size_t>;

qreal distance(QPointF a, QPointF b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

/// Symbols that share a circle.
class Fan {
public:
    Fan(std::span<const FanItem> items, Indices members)
        : mItems(items)
        , mMembers(std::move(members)) {
        arrange();
    }

    /// Takes in what the circle would touch; true if there was something. @p open are the items not in a fan yet.
    bool absorb(Indices& open) {
        const auto touched = std::stable_partition(open.begin(), open.end(), [this](std::size_t i) {
            return distance(mItems[i].place, mMiddle) > mRadius + mLargest + mItems[i].radius;
        });
        if (touched == open.end())
            return false;
        mMembers.insert(mMembers.end(), touched, open.end());
        open.erase(touched, open.end());
        arrange();
        return true;
    }
    bool touches(const Fan& other) const {
        return distance(mMiddle, other.mMiddle) <= mRadius + mLargest + other.mRadius + other.mLargest;
    }
    void absorb(const Fan& other) {
        mMembers.insert(mMembers.end(), other.mMembers.begin(), other.mMembers.end());
        arrange();
    }

    /// Puts the members around the circle.
    void place(std::vector<QPointF>& answer) const {
        const qreal start = mOnePlace ? -std::numbers::pi / 2 : bestStart();
        for (std::size_t k = 0; k < mMembers.size(); ++k) {
            const qreal angle = start + mTurns[k];
            answer[mMembers[k]] = mMiddle + mRadius * QPointF(std::cos(angle), std::sin(angle));
        }
    }

private:
    void arrange() {
        std::sort(mMembers.begin(), mMembers.end());
        const auto at = [this](std::size_t i) { return mItems[i].place; };
        mMiddle = {};
        mLargest = 0;
        for (const std::size_t i : mMembers) {
            mMiddle += at(i) / qreal(mMembers.size());
            mLargest = std::max(mLargest, mItems[i].radius);
        }
        mOnePlace = std::all_of(mMembers.begin(), mMembers.end(),
                                [&](std::size_t i) { return distance(at(i), at(mMembers.front())) < samePlacePx; });
        if (!mOnePlace)
            std::stable_sort(mMembers.begin(), mMembers.end(),
                             [this](std::size_t a, std::size_t b) { return wish(a) < wish(b); });
        spread();
    }

    qreal wish(std::size_t i) const {
        const QPointF off = mItems[i].place - mMiddle;
        return std::atan2(off.y(), off.x());
    }
    /// Between the middles of a member and of the one after it.
    qreal roomAfter(std::size_t k) const {
        return mItems[mMembers[k]].radius + mItems[mMembers[(k + 1) % mMembers.size()]].radius + gapPx;
    }

    /// How far around each member stands from the first, in proportion to the room that neighbours need, on a circle
    /// that gives it to them.
    void spread() {
        qreal whole = 0;
        for (std::size_t k = 0; k < mMembers.size(); ++k)
            whole += roomAfter(k);
        mTurns.assign(1, 0);
        mRadius = mLargest + gapPx; // the middle stays free
        for (std::size_t k = 0; k < mMembers.size(); ++k) {
            const qreal turn = roomAfter(k) / whole * 2 * std::numbers::pi;
            mTurns.push_back(mTurns.back() + turn);
            mRadius = std::max(mRadius, roomAfter(k) / (2 * std::sin(turn / 2)));
        }
    }

    /// The angle of the first member that brings all as near as can be to where they wish to stand.
    qreal bestStart() const {
        QPointF sum;
        for (std::size_t k = 0; k < mMembers.size(); ++k) {
            const qreal off = wish(mMembers[k]) - mTurns[k];
            sum += distance(mItems[mMembers[k]].place, mMiddle) * QPointF(std::cos(off), std::sin(off));
        }
        return std::atan2(sum.y(), sum.x());
    }

    std::span<const FanItem> mItems;
    Indices mMembers;
    std::vector<qreal> mTurns; ///< radians
    QPointF mMiddle;
    qreal mRadius = 0;  ///< of the circle of middles
    qreal mLargest = 0; ///< radius of a symbol
    bool mOnePlace = false;
};

/// Lets fans grow until none touches another symbol or fan.
void settle(std::vector<Fan>& fans, Indices& alone) {
    bool changed = true;
    for (int round = 0; round < mostRounds && changed; ++round) {
        changed = false;
        for (std::size_t i = 0; i < fans.size(); ++i) {
            changed = fans[i].absorb(alone) || changed;
            for (std::size_t k = fans.size() - 1; k > i; --k) {
                if (!fans[i].touches(fans[k]))
                    continue;
                fans[i].absorb(fans[k]);
                fans.erase(fans.begin() + std::ptrdiff_t(k));
                changed = true;
            }
        }
    }
}

/// Sorts the items into fans of those that hide each other and those alone.
void gather(std::span<const FanItem> items, std::vector<Fan>& fans, Indices& alone) {
    Indices order(items.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    // Left to right: what may hide one is near it in the list, and the answer does not depend on what else was asked.
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return items[a].place.x() < items[b].place.x(); });
    const auto larger = [](const FanItem& a, const FanItem& b) { return a.radius < b.radius; };
    const auto largest = std::max_element(items.begin(), items.end(), larger);
    std::vector<bool> taken(items.size(), false);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const FanItem& first = items[order[i]];
        if (taken[order[i]])
            continue;
        Indices together{order[i]};
        for (std::size_t k = i + 1; k < order.size(); ++k) {
            const FanItem& other = items[order[k]];
            if (other.place.x() - first.place.x() >= hidingShare * largest->radius)
                break;
            if (taken[order[k]] ||
                distance(other.place, first.place) >= hidingShare * std::max(other.radius, first.radius))
                continue;
            taken[order[k]] = true;
            together.push_back(order[k]);
        }
        if (together.size() == 1)
            alone.push_back(together.front());
        else
            fans.emplace_back(items, std::move(together));
    }
}

} // namespace

std::vector<QPointF> fannedOut(std::span<const FanItem> items) {
    std::vector<QPointF> answer;
    for (const FanItem& item : items)
        answer.push_back(item.place);
    Indices alone;
    std::vector<Fan> fans;
    gather(items, fans, alone);
    settle(fans, alone);
    for (const Fan& fan : fans)
        fan.place(answer);
    return answer;
}

} // namespace corridor

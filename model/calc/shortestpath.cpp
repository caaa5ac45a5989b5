// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calc/shortestpath.h"

#include <algorithm>
#include <bit>
#include <stdexcept>
#include <utility>

namespace corridor {

class ShortestPathSearch::Queue {
public:
    struct Entry {
        double distance;
        NodeIndex node;
        std::uint32_t next;
    };

    Queue(std::size_t arcs, std::size_t largestDegree, double meanWeight)
        : mPool(arcs + 1)
        , mScratch(largestDegree + 1)
        , mMeanWeight(meanWeight) {}

    /// Empties the queue. Distances pushed from now on are ≥ `start`, and ≤ the last one popped + `largestStep`.
    void reset(double start, double largestStep) {
        // Beside a huge start, small steps are lost in rounding; buckets must not be finer than that.
        const double step = std::max(largestStep, start * 0x1p-40);
        if (step != mStep) {
            layOut(step);
        }
        std::fill(mHead.begin(), mHead.end(), none);
        std::fill(mOccupied.begin(), mOccupied.end(), 0);
        mHeap.clear();
        mUsed = 0;
        mPushedHere = 0;
        mCurrent = 0;
        mStart = start;
    }

    /// Room for the entries of one node's arcs, and for one more.
    Entry* scratch() noexcept { return mScratch.data(); }

    /// Queues the entries from scratch() to `end`.
    [[gnu::always_inline]] void pushScratch(const Entry* end) {
        const Entry* entry = mScratch.data();
        if (mUsed + static_cast<std::size_t>(end - entry) > mPool.size()) {
            mPool.resize(2 * mPool.size() + static_cast<std::size_t>(end - entry));
        }
        // Local copies: the compiler must otherwise assume that writing an entry changes them.
        Entry* const pool = mPool.data();
        std::uint32_t* const heads = mHead.data();
        std::uint64_t* const occupied = mOccupied.data();
        const double start = mStart;
        const double perWidth = mPerWidth;
        const std::int64_t current = mCurrent;
        const std::size_t slotMask = mSlotMask;
        std::uint32_t used = mUsed;
        for (; entry != end; ++entry) {
            const auto bucket = static_cast<std::int64_t>((entry->distance - start) * perWidth);
            if (bucket == current && ++mPushedHere > mostUnsorted) [[unlikely]] {
                pushSorted(*entry);
                continue;
            }
            const std::size_t slot = static_cast<std::size_t>(bucket) & slotMask;
            pool[used] = {entry->distance, entry->node, heads[slot]};
            heads[slot] = used++;
            occupied[slot / 64] |= std::uint64_t{1} << (slot % 64);
        }
        mUsed = used;
    }

    /// Takes an entry of the lowest bucket; false if there is none.
    [[gnu::always_inline]] bool pop(Entry& entry) {
        if (!mHeap.empty()) [[unlikely]] {
            std::pop_heap(mHeap.begin(), mHeap.end(), IsLater());
            entry = mHeap.back();
            mHeap.pop_back();
            return true;
        }
        const std::size_t here = static_cast<std::size_t>(mCurrent) & mSlotMask;
        const std::size_t slot = mHead[here] != none ? here : advance(here);
        if (mHead[slot] == none) {
            return false;
        }
        entry = mPool[mHead[slot]];
        mHead[slot] = entry.next;
        return true;
    }

    /// True if only distances greater than this one are left.
    bool isPast(double distance) const noexcept { return bucketOf(distance) < mCurrent; }

private:
    static constexpr std::uint32_t none = 0xffffffffU;
    static constexpr double bucketsPerMeanWeight = 8.0;
    static constexpr std::size_t mostSlots = std::size_t{1} << 16;
    static constexpr std::uint32_t mostUnsorted = 64;

    struct IsLater {
        bool operator()(const Entry& a, const Entry& b) const noexcept { return a.distance > b.distance; }
    };

    std::int64_t bucketOf(double distance) const noexcept {
        return static_cast<std::int64_t>((distance - mStart) * mPerWidth);
    }

    void layOut(double largestStep) {
        mStep = largestStep;
        const double wanted = mMeanWeight > 0.0 ? largestStep / mMeanWeight * bucketsPerMeanWeight : 1.0;
        const double limited = std::clamp(wanted, 61.0, static_cast<double>(mostSlots / 2));
        // Slots to spare: one for the bucket in hand, two for rounding.
        const std::size_t slotCount = std::bit_ceil(static_cast<std::size_t>(limited) + 3);
        mPerWidth = largestStep > 0.0 ? limited / largestStep : 1.0;
        mSlotMask = slotCount - 1;
        mHead.assign(slotCount, none);
        mOccupied.assign(slotCount / 64, 0);
    }

    /// From a bucket that has been emptied to the next that holds something; returns its slot (or any empty one).
    std::size_t advance(std::size_t here) noexcept {
        const std::size_t words = mOccupied.size();
        std::size_t word = here / 64;
        mOccupied[word] &= ~(std::uint64_t{1} << (here % 64));
        std::uint64_t bits = mOccupied[word] & (~std::uint64_t{0} << (here % 64));
        for (std::size_t looked = 0; bits == 0; ++looked) {
            if (looked == words) {
                return here;
            }
            word = (word + 1) & (words - 1);
            bits = mOccupied[word];
        }
        const std::size_t slot = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
        mCurrent += static_cast<std::int64_t>((slot - here) & mSlotMask);
        mPushedHere = 0;
        return slot;
    }

    /// The bucket in hand feeds itself: from here on it is emptied in order, so that each node is done once.
    [[gnu::noinline]] void pushSorted(const Entry& entry) {
        std::uint32_t& head = mHead[static_cast<std::size_t>(mCurrent) & mSlotMask];
        for (; head != none; head = mPool[head].next) {
            mHeap.push_back(mPool[head]);
            std::push_heap(mHeap.begin(), mHeap.end(), IsLater());
        }
        mHeap.push_back(entry);
        std::push_heap(mHeap.begin(), mHeap.end(), IsLater());
    }

    std::vector<Entry> mPool;
    std::vector<Entry> mHeap;
    std::vector<Entry> mScratch;
    std::vector<std::uint32_t> mHead;
    std::vector<std::uint64_t> mOccupied;
    std::int64_t mCurrent = 0;
    std::size_t mSlotMask = 0;
    std::uint32_t mUsed = 0;
    std::uint32_t mPushedHere = 0;
    double mMeanWeight;
    double mStep = -1.0;
    double mStart = 0.0;
    double mPerWidth = 1.0;
};

ShortestPathSearch::ShortestPathSearch(const Graph& graph)
    : mGraph(&graph)
    , mDistance(graph.nodeCount(), unreachable)
    , mQueue(std::make_unique<Queue>(graph.mPackedArcs.size(), graph.mLargestDegree, graph.mMeanWeight)) {}

ShortestPathSearch::ShortestPathSearch(ShortestPathSearch&&) noexcept = default;
ShortestPathSearch& ShortestPathSearch::operator=(ShortestPathSearch&&) noexcept = default;
ShortestPathSearch::~ShortestPathSearch() = default;

bool ShortestPathSearch::run(NodeIndex source, const SearchOptions& options) {
    const std::size_t nodes = mGraph->nodeCount();
    if (source >= nodes || (options.target != noNode && options.target >= nodes)) {
        throw std::out_of_range("ShortestPathSearch: an end is not a node of the graph.");
    }
    mSource = source;
    mMaximum = options.maximumCost;
    mMask = options.mask != nullptr && !options.mask->isEmpty() ? options.mask : nullptr;
    std::fill(mDistance.begin(), mDistance.end(), unreachable);
    if (options.initialCost > options.maximumCost || (mMask != nullptr && mMask->isNodeExcluded(source))) {
        return true;
    }
    const bool costed = mGraph->hasNodeCosts();
    if (mMask != nullptr) {
        return costed ? search<true, true>(source, options) : search<true, false>(source, options);
    }
    return costed ? search<false, true>(source, options) : search<false, false>(source, options);
}

template <bool Masked, bool Costed>
bool ShortestPathSearch::search(NodeIndex source, const SearchOptions& options) {
    constexpr std::uint32_t pollEvery = 4096;
    const Graph& graph = *mGraph;
    Queue& queue = *mQueue;
    double* const distances = mDistance.data();
    const NodeIndex start = graph.mPackedOf[source];
    // With no target, "its distance" is that of nothing, infinity: the search ends when the queue is empty.
    const double* const goal = options.target == noNode ? &unreachable : &distances[graph.mPackedOf[options.target]];
    queue.reset(options.initialCost, graph.mLargestWeight + graph.mLargestNodeCost);
    distances[start] = options.initialCost;
    *queue.scratch() = {options.initialCost, start, 0};
    queue.pushScratch(queue.scratch() + 1);
    const double maximum = mMaximum;
    std::uint32_t untilPoll = pollEvery;
    for (Queue::Entry entry{}; queue.pop(entry);) {
        // Beyond, not at, the goal it ends: what lies at equal distance may still offer a path of fewer links.
        if (entry.distance > std::min(*goal, maximum)) [[unlikely]] {
            if (queue.isPast(std::min(*goal, maximum))) {
                break;
            }
            continue;
        }
        if (entry.distance > distances[entry.node]) {
            continue;
        }
        if (--untilPoll == 0) {
            untilPoll = pollEvery;
            if (options.cancel != nullptr && options.cancel->load(std::memory_order_relaxed)) {
                mSource = noNode;
                return false;
            }
        }
        double base = entry.distance;
        if constexpr (Costed) {
            base += entry.node == start ? 0.0 : graph.mPackedCosts[entry.node];
        }
        // Whether an arc improves its head is a coin toss that no branch predictor guesses: first note the improving
        // ones without a branch, then queue those few.
        const GraphArc* arc = graph.mPackedArcs.data() + graph.mPackedFirst[entry.node];
        const GraphArc* const end = graph.mPackedArcs.data() + graph.mPackedFirst[entry.node + 1];
        Queue::Entry* improved = queue.scratch();
        for (; arc != end; ++arc) {
            if constexpr (Masked) {
                if (mMask->isLinkExcluded(arc->link) || mMask->isNodeExcluded(graph.mNodeOfPacked[arc->to])) {
                    continue;
                }
            }
            const double distance = base + arc->weight;
            const double before = distances[arc->to];
            improved->distance = distance;
            improved->node = arc->to;
            improved += static_cast<std::ptrdiff_t>(distance < before);
            distances[arc->to] = std::min(distance, before);
        }
        queue.pushScratch(improved);
    }
    return true;
}

void ShortestPathSearch::copyDistances(std::span<double> out) const noexcept {
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = distance(static_cast<NodeIndex>(i));
    }
}

/// True if the arc from -> to lies on some cheapest path to `to`: the sum of the search, repeated, gives the same bits.
bool ShortestPathSearch::isTight(NodeIndex from, NodeIndex to, const GraphArc& arc) const noexcept {
    const double before = distance(from);
    if (before == unreachable || to == mSource || (mMask != nullptr && mMask->isLinkExcluded(arc.link))) {
        return false;
    }
    const double base = from == mSource ? before : before + mGraph->nodeCost(from);
    return base + arc.weight == distance(to);
}

std::vector<std::int32_t> ShortestPathSearch::hopsToTarget(NodeIndex target) const {
    std::vector<std::int32_t> hops(mGraph->nodeCount(), -1);
    std::vector<NodeIndex> queue{target};
    hops[target] = 0;
    for (std::size_t next = 0; next < queue.size() && hops[mSource] < 0; ++next) {
        const NodeIndex node = queue[next];
        for (const GraphArc& arc : mGraph->arcsInto(node)) {
            if (hops[arc.to] < 0 && isTight(arc.to, node, arc)) {
                hops[arc.to] = hops[node] + 1;
                queue.push_back(arc.to);
            }
        }
    }
    return hops;
}

std::optional<GraphPath> ShortestPathSearch::pathTo(NodeIndex node) const {
    if (mSource == noNode || node >= mGraph->nodeCount() || distance(node) == unreachable) {
        return std::nullopt;
    }
    GraphPath path;
    path.cost = distance(node);
    path.nodes.push_back(mSource);
    const std::vector<std::int32_t> hops = hopsToTarget(node);
    if (hops[mSource] < 0) {
        return std::nullopt;
    }
    while (path.nodes.back() != node) {
        const NodeIndex at = path.nodes.back();
        // Arcs lie in ascending order of their links, so the first that leads closer gives the smallest list of links.
        const auto arcs = mGraph->arcsFrom(at);
        const auto best = std::find_if(arcs.begin(), arcs.end(), [&](const GraphArc& arc) {
            return hops[arc.to] == hops[at] - 1 && isTight(at, arc.to, arc);
        });
        path.links.push_back(best->link);
        path.nodes.push_back(best->to);
    }
    return path;
}

std::optional<GraphPath> shortestPath(const Graph& graph, NodeIndex source, NodeIndex target, const GraphMask& mask) {
    ShortestPathSearch search(graph);
    search.run(source, {.target = target, .mask = &mask});
    return search.pathTo(target);
}

} // namespace corridor

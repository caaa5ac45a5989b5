// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calc/weakpoints.h"

#include <algorithm>
#include <utility>

namespace corridor {

namespace {

/// Tarjan's low-link search without recursion. What makes it right for multigraphs: only the very *link* a node was
/// entered by is skipped, so a parallel link counts as a way back.
class WeakPointSearch {
public:
    WeakPointSearch(const Graph& graph, const GraphMask& mask)
        : mGraph(graph)
        , mMask(mask)
        , mOrder(graph.nodeCount(), 0)
        , mLow(graph.nodeCount(), 0)
        , mIsArticulation(graph.nodeCount(), 0) {}

    WeakPoints run() {
        for (NodeIndex root = 0; root < mGraph.nodeCount(); ++root) {
            if (mOrder[root] == 0 && !mMask.isNodeExcluded(root)) {
                visitTree(root);
            }
        }
        for (NodeIndex node = 0; node < mGraph.nodeCount(); ++node) {
            if (mIsArticulation[node] != 0) {
                mFound.articulationNodes.push_back(node);
            }
        }
        std::sort(mFound.bridges.begin(), mFound.bridges.end());
        return std::move(mFound);
    }

private:
    struct Frame {
        NodeIndex node;
        LinkIndex enteredBy;
        std::size_t next = 0;
    };

    void enter(NodeIndex node, LinkIndex by) {
        mOrder[node] = mLow[node] = ++mClock;
        mStack.push_back({node, by});
    }

    void visitTree(NodeIndex root) {
        std::size_t rootChildren = 0;
        enter(root, noLink);
        while (!mStack.empty()) {
            if (step()) {
                continue;
            }
            const Frame done = mStack.back();
            mStack.pop_back();
            if (!mStack.empty()) {
                leave(done, mStack.back().node, root);
                rootChildren += mStack.back().node == root;
            }
        }
        mIsArticulation[root] = rootChildren > 1;
    }

    /// Looks at one more arc of the node on top; false when there is none left.
    bool step() {
        Frame& top = mStack.back();
        // Links in the order out, in; an undirected link appears in `out` alone.
        const auto out = mGraph.arcsFrom(top.node);
        const auto in = mGraph.hasDirectedLinks() ? mGraph.arcsInto(top.node) : std::span<const GraphArc>();
        if (top.next >= out.size() + in.size()) {
            return false;
        }
        const GraphArc& arc = top.next < out.size() ? out[top.next] : in[top.next - out.size()];
        ++top.next;
        if (arc.link == top.enteredBy || mMask.isLinkExcluded(arc.link) || mMask.isNodeExcluded(arc.to)) {
            return true;
        }
        if (mOrder[arc.to] == 0) {
            enter(arc.to, arc.link);
        } else {
            mLow[top.node] = std::min(mLow[top.node], mOrder[arc.to]);
        }
        return true;
    }

    void leave(const Frame& child, NodeIndex parent, NodeIndex root) {
        mLow[parent] = std::min(mLow[parent], mLow[child.node]);
        if (mLow[child.node] > mOrder[parent]) {
            mFound.bridges.push_back(child.enteredBy);
        }
        if (parent != root && mLow[child.node] >= mOrder[parent]) {
            mIsArticulation[parent] = 1;
        }
    }

    const Graph& mGraph;
    const GraphMask& mMask;
    std::vector<std::uint32_t> mOrder; // 0 = not yet visited
    std::vector<std::uint32_t> mLow;
    std::vector<std::uint8_t> mIsArticulation;
    std::vector<Frame> mStack;
    std::uint32_t mClock = 0;
    WeakPoints mFound;
};

} // namespace

WeakPoints weakPoints(const Graph& graph, const GraphMask& mask) {
    return WeakPointSearch(graph, mask).run();
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calc/matrix.h"

#include "model/calc/shortestpath.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <numeric>
#include <stdexcept>
#include <thread>

namespace corridor {

namespace {

void checkNodes(const Graph& graph, std::span<const NodeIndex> nodes) {
    if (std::any_of(nodes.begin(), nodes.end(), [&](NodeIndex node) { return node >= graph.nodeCount(); })) {
        throw std::out_of_range("distanceMatrix: a node is not in the graph.");
    }
}

/// Runs one search a source on several threads. Each row is written by one search only, and a search knows nothing of
/// the others: that is why the number of threads cannot change a bit.
class RowRunner {
public:
    RowRunner(const Graph& graph, std::span<const NodeIndex> sources, const MatrixOptions& options,
              const GraphMask& mask)
        : mGraph(graph)
        , mSources(sources)
        , mOptions(options)
        , mMask(mask) {}

    /// @param takeRow called with (row, search) on any thread. @return false if cancelled.
    template <typename TakeRow>
    bool run(TakeRow takeRow) {
        const std::size_t wanted = mOptions.threads != 0 ? mOptions.threads : std::thread::hardware_concurrency();
        const std::size_t threads = std::clamp<std::size_t>(wanted, 1, std::max<std::size_t>(1, mSources.size()));
        {
            std::vector<std::jthread> others;
            for (std::size_t i = 1; i < threads; ++i) {
                others.emplace_back([&] { work(takeRow); });
            }
            work(takeRow);
        }
        if (mError) {
            std::rethrow_exception(mError);
        }
        return !mOptions.cancel.isCancelled() && !mStop;
    }

private:
    template <typename TakeRow>
    void work(const TakeRow& takeRow) noexcept {
        try {
            ShortestPathSearch search(mGraph);
            for (std::size_t row = mNext++; row < mSources.size() && !mStop; row = mNext++) {
                if (!search.run(mSources[row], {.mask = &mMask, .cancel = mOptions.cancel.flag()}) ||
                    mOptions.cancel.isCancelled()) {
                    mStop = true;
                    return;
                }
                takeRow(row, search);
            }
        } catch (...) {
            const std::lock_guard lock(mErrorMutex);
            mError = std::current_exception();
            mStop = true;
        }
    }

    const Graph& mGraph;
    std::span<const NodeIndex> mSources;
    const MatrixOptions& mOptions;
    const GraphMask& mMask;
    std::atomic<std::size_t> mNext = 0;
    std::atomic<bool> mStop = false;
    std::mutex mErrorMutex;
    std::exception_ptr mError;
};

template <typename TakeRow>
void fill(DistanceMatrix& matrix, const Graph& graph, const MatrixOptions& options, const GraphMask& mask,
          TakeRow takeRow) {
    matrix.values.resize(matrix.rows.size() * matrix.columns.size());
    if (!RowRunner(graph, matrix.rows, options, mask).run(takeRow)) {
        matrix.values.clear();
        matrix.cancelled = true;
    }
}

} // namespace

DistanceMatrix distanceMatrix(const Graph& graph, std::span<const NodeIndex> rows, std::span<const NodeIndex> columns,
                              const MatrixOptions& options, const GraphMask& mask) {
    checkNodes(graph, rows);
    checkNodes(graph, columns);
    DistanceMatrix matrix{{rows.begin(), rows.end()}, {columns.begin(), columns.end()}, {}, false};
    fill(matrix, graph, options, mask, [&](std::size_t row, const ShortestPathSearch& search) {
        double* out = matrix.values.data() + row * matrix.columns.size();
        for (const NodeIndex column : matrix.columns) {
            *out++ = search.distance(column);
        }
    });
    return matrix;
}

DistanceMatrix distancesToAll(const Graph& graph, std::span<const NodeIndex> sources, const MatrixOptions& options,
                              const GraphMask& mask) {
    checkNodes(graph, sources);
    DistanceMatrix matrix{{sources.begin(), sources.end()}, std::vector<NodeIndex>(graph.nodeCount()), {}, false};
    std::iota(matrix.columns.begin(), matrix.columns.end(), NodeIndex{0});
    fill(matrix, graph, options, mask, [&](std::size_t row, const ShortestPathSearch& search) {
        const std::size_t width = matrix.columns.size();
        search.copyDistances(std::span(matrix.values).subspan(row * width, width));
    });
    return matrix;
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/cancel.h"
#include "model/calc/graph.h"

#include <span>
#include <vector>

namespace corridor {

struct MatrixOptions {
    /// Number of threads; 0 = as many as the machine has. The result is the same bits for any number.
    unsigned threads = 0;
    CancelToken cancel;
};

/// Costs between chosen nodes, row by row. Unit of the link weights; `unreachable` (infinity) where there is no way.
struct DistanceMatrix {
    std::vector<NodeIndex> rows;
    std::vector<NodeIndex> columns;
    /// rows.size() × columns.size(), row-major; empty if cancelled.
    std::vector<double> values;
    bool cancelled = false;

    double at(std::size_t row, std::size_t column) const noexcept { return values[row * columns.size() + column]; }
};

/// Shortest-path cost from each row node to each column node. 8 bytes a cell. Rows are summed from the row node on, so
/// with inexact weights at(i, j) and at(j, i) may differ in the last bits.
/// @throws std::out_of_range if a node is not in the graph.
DistanceMatrix distanceMatrix(const Graph& graph, std::span<const NodeIndex> rows, std::span<const NodeIndex> columns,
                              const MatrixOptions& options = {}, const GraphMask& mask = {});

/// The same from each source to all nodes of the graph.
DistanceMatrix distancesToAll(const Graph& graph, std::span<const NodeIndex> sources, const MatrixOptions& options = {},
                              const GraphMask& mask = {});

} // namespace corridor

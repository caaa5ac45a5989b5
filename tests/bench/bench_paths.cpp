// SPDX-License-Identifier: GPL-3.0-or-later
// Distances from K sources to all nodes of a national network, on request, so that a peer can be timed in turn.
// usage: bench_paths IN.gpkg [K=200]; then on standard input, one a line:
//   run THREADS   -> prints milliseconds per source
//   write FILE    -> writes the last K × nodes distances as little-endian doubles, row by row
#include "model/calc/matrix.h"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <unordered_map>

using namespace corridor;

namespace {

struct Network {
    std::size_t nodes = 0;
    std::vector<GraphLink> links;
};

/// Layers `sites` (name) and `spans` (a, b, geometry); weight = 100 × planar length, as the peer computes it.
Network readNetwork(const char* file) {
    GDALAllRegister();
    const GDALDatasetUniquePtr data(GDALDataset::Open(file, GDAL_OF_VECTOR | GDAL_OF_READONLY));
    OGRLayer* sites = data ? data->GetLayerByName("sites") : nullptr;
    OGRLayer* spans = data ? data->GetLayerByName("spans") : nullptr;
    if (sites == nullptr || spans == nullptr) {
        std::cerr << "bench_paths: " << file << " has no layers sites and spans\n";
        std::exit(2);
    }
    Network network;
    std::unordered_map<std::string, NodeIndex> index;
    for (const auto& site : *sites) {
        index.emplace(site->GetFieldAsString("name"), static_cast<NodeIndex>(index.size()));
    }
    network.nodes = index.size();
    for (const auto& span : *spans) {
        network.links.push_back({index.at(span->GetFieldAsString("a")), index.at(span->GetFieldAsString("b")),
                                 span->GetGeometryRef()->toLineString()->get_Length() * 100.0, false});
    }
    return network;
}

std::vector<NodeIndex> chooseSources(std::size_t nodes, std::size_t count) {
    std::vector<NodeIndex> sources;
    for (std::size_t i = 0; i < nodes && sources.size() < count; i += std::max<std::size_t>(1, nodes / count)) {
        sources.push_back(static_cast<NodeIndex>(i));
    }
    return sources;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: bench_paths IN.gpkg [K=200]\n";
        return 2;
    }
    const Network network = readNetwork(argv[1]);
    const Graph graph(network.nodes, network.links);
    const auto sources = chooseSources(network.nodes, argc > 2 ? std::stoul(argv[2]) : 200);
    std::cout << "ready " << network.nodes << ' ' << network.links.size() << ' ' << sources.size() << std::endl;
    DistanceMatrix result;
    for (std::string command, argument; std::cin >> command >> argument;) {
        if (command == "run") {
            const auto begin = std::chrono::steady_clock::now();
            result =
                distancesToAll(graph, sources, {.threads = static_cast<unsigned>(std::stoul(argument)), .cancel = {}});
            const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - begin;
            std::cout << spent.count() / static_cast<double>(sources.size()) << std::endl;
        } else if (command == "write") {
            std::ofstream out(argument, std::ios::binary);
            out.write(reinterpret_cast<const char*>(result.values.data()),
                      static_cast<std::streamsize>(result.values.size() * sizeof(double)));
            std::cout << "written" << std::endl;
        }
    }
    return 0;
}

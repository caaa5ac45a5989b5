// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of a national network, 1920 × 1080 pixels, in the peer's projection (Web Mercator), on request, so that a
// peer can be timed in turn. Sites, cased cables and their names; no cache but the projected geometry, which a window
// keeps too. usage: bench_render IN.gpkg; then on standard input, one a line:
//   frame GROUND WEST SOUTH EAST NORTH       -> prints milliseconds; GROUND is "plain" (land and sea alone) or "map"
//   write FILE GROUND WEST SOUTH EAST NORTH  -> writes such a picture
#include "tests/bench/networkplan.h"
#include "views/paint/mappainter.h"

#include <QGuiApplication>

#include <iostream>
#include <string>

using namespace corridor;

namespace {

constexpr QSizeF pictureSize{1920, 1080};

class Renderer {
public:
    explicit Renderer(Plan plan)
        : mPlan(std::move(plan)) {}

    std::size_t sites() const { return mPlan.base().count(Kind::Site); }
    std::size_t spans() const { return mPlan.base().count(Kind::Span); }

    QImage picture(const std::string& ground, const Box& box) {
        MapScene scene;
        scene.entities = mPlan.base();
        if (ground != "map") {
            LayerVisibility& layers = scene.layers;
            layers.placeNames = layers.railways = layers.expressways = layers.borders = layers.water = false;
        }
        // Not by render(): that remembers the ground of the view before, and the peer paints it each time.
        QImage image(pictureSize.toSize(), QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        mPainter.paint(painter, scene, mView.zoomedTo(box, QMarginsF()), false);
        painter.end();
        return image;
    }

private:
    Plan mPlan;
    MapPainter mPainter;
    Viewport mView{std::make_shared<const Projection>(Projection::webMercator()), pictureSize};
};

Box readBox(std::istream& in) {
    Box box;
    double west = 0, south = 0, east = 0, north = 0;
    in >> west >> south >> east >> north;
    box.include({west, south});
    box.include({east, north});
    return box;
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    if (argc != 2) {
        std::cerr << "usage: bench_render IN.gpkg\n";
        return 2;
    }
    Renderer renderer(NetworkPlan(argv[1]).make(0));
    std::cout << "ready " << renderer.sites() << ' ' << renderer.spans() << std::endl;
    for (std::string command, ground; std::cin >> command;) {
        std::string file;
        if (command == "write")
            std::cin >> file;
        std::cin >> ground;
        const Box box = readBox(std::cin);
        QImage image;
        const double ms = millisecondsOf([&] { image = renderer.picture(ground, box); });
        if (command == "write")
            std::cout << (image.save(QString::fromStdString(file)) ? "written" : "not written") << std::endl;
        else
            std::cout << ms << std::endl;
    }
    return 0;
}

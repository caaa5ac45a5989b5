#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times our picture of a national network against QGIS on the same file, in turn: 1920 × 1080 pixels, three extents, anti-aliased,
cables as a line of 2 px over a casing of 4 px with round joins (QGIS; ours are 1.6 over 3.4, as in the window).

usage: bench_render_peer.py BENCH_RENDER NETWORK.gpkg [ROUNDS=5]
Prints rows "name<TAB>value<TAB>ratio<TAB>target" (see run.sh). Figures are medians of the rounds, ratios medians of the rounds'
own ratios. QGIS draws sites and spans with its parallel job and reads them from the file each time; ours draws sites, spans,
their names and plain ground in one thread, from the plan that is open. The same with the base map is shown without a target: the
peer has none. Exit 1 if a target is missed. Without python3-qgis our own times alone.
"""
import os
import statistics
import subprocess
import sys
import time

EXTENTS = {'whole': ((98, 22, 125, 48), 10), 'corridor': ((110, 38, 119, 43), 5), 'Beijing': ((115.5, 39.5, 117, 40.3), 4)}


class Ours:
    """bench_render as a child that is asked for one picture at a time."""

    def __init__(self, program, network):
        self.child = subprocess.Popen([program, network], text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        ready = self.child.stdout.readline().split()
        if ready[:1] != ['ready']:
            sys.exit('bench_render_peer: bench_render did not start')
        self.sites, self.spans = ready[1:]

    def frame(self, ground, extent):
        self.child.stdin.write('frame {} {} {} {} {}\n'.format(ground, *extent))
        self.child.stdin.flush()
        return float(self.child.stdout.readline())


class Peer:
    """QGIS in this process."""

    def __init__(self, network):
        os.environ['QT_QPA_PLATFORM'] = 'offscreen'
        from qgis import core  # absent where QGIS is not installed
        from qgis.PyQt.QtCore import QSize
        self.core, self.size = core, QSize(1920, 1080)
        self.app = core.QgsApplication([], False)
        self.app.initQgis()
        self.layers = [core.QgsVectorLayer(f'{network}|layername={name}', name, 'ogr') for name in ('sites', 'spans')]
        if not all(layer.isValid() for layer in self.layers):
            sys.exit('bench_render_peer: QGIS cannot read ' + network)
        self.layers[1].setRenderer(self.cased())

    def cased(self):
        def line(width, colour):
            return self.core.QgsSimpleLineSymbolLayer.create({
                'line_width': str(width), 'line_width_unit': 'Pixel', 'line_color': colour, 'joinstyle': 'round',
                'capstyle': 'round'})
        symbol = self.core.QgsLineSymbol()
        symbol.changeSymbolLayer(0, line(4, '255,255,255,217'))
        symbol.appendSymbolLayer(line(2, '44,127,90'))
        renderer = self.core.QgsSingleSymbolRenderer(symbol)
        renderer.setUsingSymbolLevels(False)
        return renderer

    def frame(self, extent):
        core = self.core
        settings = core.QgsMapSettings()
        settings.setLayers(self.layers)
        settings.setOutputSize(self.size)
        settings.setDestinationCrs(core.QgsCoordinateReferenceSystem('EPSG:3857'))
        shift = core.QgsCoordinateTransform(core.QgsCoordinateReferenceSystem('EPSG:4490'), settings.destinationCrs(),
                                            core.QgsProject.instance())
        settings.setExtent(shift.transformBoundingBox(core.QgsRectangle(*extent)))
        settings.setFlag(core.QgsMapSettings.Antialiasing, True)
        settings.setFlag(core.QgsMapSettings.UseRenderingOptimization, True)
        begin = time.perf_counter()
        job = core.QgsMapRendererParallelJob(settings)
        job.start()
        job.waitForFinished()
        return (time.perf_counter() - begin) * 1e3


def row(name, ms, ratio='-', target='-'):
    print(f'{name}\t{ms:.0f} ms\t{ratio}\t{target}')


def compare(name, extent, target, ours, peer, rounds):
    """Rows of one extent; whether its target is kept."""
    times = {'plain': [], 'map': [], 'peer': []}
    for ground in ('plain', 'map'):
        ours.frame(ground, extent)  # fonts and symbols of this scale
    if peer:
        peer.frame(extent)
    for _ in range(rounds):
        times['plain'].append(ours.frame('plain', extent))
        if peer:
            times['peer'].append(peer.frame(extent))
        times['map'].append(ours.frame('map', extent))
    plain, with_map = (statistics.median(times[key]) for key in ('plain', 'map'))
    if not peer:
        row(f'render {name}: ours', plain)
        row('  with the base map', with_map)
        return True
    ratio, map_ratio = (statistics.median(p / t for p, t in zip(times['peer'], times[key])) for key in ('plain', 'map'))
    row(f'render {name}: QGIS, sites and cased spans', statistics.median(times['peer']))
    row(f'render {name}: ours, names too', plain, f'{ratio:.1f}x', f'>= {target}x')
    row('  with the base map', with_map, f'{map_ratio:.1f}x')
    return ratio >= target


def main():
    program, network = sys.argv[1], sys.argv[2]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    ours = Ours(program, network)
    row(f'render: first picture of {ours.sites} sites, {ours.spans} spans', ours.frame('map', EXTENTS['whole'][0]))
    try:
        peer = Peer(network)
    except ImportError:
        peer = None
        print('render: no peer, python3-qgis is not installed\t-\t-\t-')
    kept = [compare(name, extent, target, ours, peer, rounds) for name, (extent, target) in EXTENTS.items()]
    sys.stdout.flush()
    os._exit(0 if all(kept) else 1)  # QGIS does not always survive its own end


if __name__ == '__main__':
    main()

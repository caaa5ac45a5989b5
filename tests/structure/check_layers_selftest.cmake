# SPDX-License-Identifier: GPL-3.0-or-later
# Proves that the fence of layers.cmake bites: every planted include must be reported, every legal one must pass.
# cmake -DSCRATCH=<folder to overwrite> -DQT_HEADERS=<folder that holds QtCore/> -P check_layers_selftest.cmake
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/layers.cmake)

# "file|include line" pairs.
set(forbidden
  "model/base/a.cpp|#include \"model/geo/lonlat.h\""
  "model/geo/a.h|#include \"model/plan/plan.h\""
  "model/plan/a.h|#include \"model/calc/graph.h\""
  "model/calc/a.h|#include \"model/rules/rulepack.h\""
  "model/calc/a.h|#include \"model/edit/document.h\""
  "model/edit/a.h|#include \"model/store/planstore.h\""
  "model/store/a.h|#include \"model/exchange/csv.h\""
  "model/exchange/a.h|#include <model/store/planstore.h>"
  "model/rules/a.h|#include \"model/session/session.h\""
  "model/session/a.h|#include \"views/paint/mappainter.h\""
  "model/plan/a.h|#include \"app/settings.h\""
  "model/plan/a.h|#include \"../edit/document.h\""
  "model/plan/a.h|#include \"model/nowhere/x.h\""
  "model/plan/a.h|  #  include <QPainter>"
  "model/plan/a.h|#include <QtGui/QPixmap>"
  "model/plan/a.h|#include <qimage.h>"
  "model/plan/a.h|#include <QtGui/qicon.h>"
  "model/plan/a.h|#include <QtWidgets/QWidget>"
  "model/plan/a.h|#include <QWidget>"
  "model/plan/a.h|#include <QtWidgets>"
  "model/plan/a.h|#include <QtPrintSupport/QPrinter>"
  "model/plan/a.h|#include <QUndoStack>"
  "model/edit/a.h|#include <QColor>"
  "model/store/a.h|#include <QTcpSocket>"
  "model/plan/a.h|#include <sqlite3.h>"
  "model/exchange/a.cpp|#include <ogrsf_frmts.h>"
  "model/exchange/a.cpp|#include \"model/exchange/ogr/geojson.h\""
  "model/session/a.cpp|#include \"model/exchange/ogr/geojson.h\""
  "app/cli/main.cpp|#include \"model/exchange/ogr/geojson.h\""
  "model/plan/a.h|#include HEADER"
  "model/a.h|#include <QString>"
  "views/paint/a.h|#include <QWidget>"
  "views/paint/a.h|#include <QtPrintSupport/QPrinter>"
  "views/paint/a.h|#include \"views/widgets/theme.h\""
  "views/paint/a.h|#include \"views/chart/chart.h\""
  "views/chart/a.h|#include \"views/widgets/theme.h\""
  "views/widgets/a.h|#include \"app/mainwindow.h\""
  "views/widgets/a.h|#include <qcustomplot.h>"
  "views/widgets/a.h|#include <QNetworkAccessManager>"
  "app/cli/main.cpp|#include \"views/paint/mappainter.h\""
  "app/cli/main.cpp|#include <QGuiApplication>"
  "app/worker/main.cpp|#include \"views/widgets/canvas.h\""
  "model/base/a.cpp|#include <unistd.h>"
  "model/base/posix.h|#include <fcntl.h>"
  "model/store/a.cpp|#include <sys/stat.h>"
  "app/worker/a.cpp|#include <csignal>"
  "app/main.cpp|#include <linux/fs.h>")
set(legal
  "model/base/a.cpp|#include <QString>"
  "model/base/a.cpp|#include <QtCore/qglobal.h>"
  "model/base/a.cpp|#include <QtGlobal>"
  "model/base/a.cpp|#include <vector>"
  "model/base/posix.cpp|#include <sys/stat.h>"
  "model/store/a.cpp|#include <cerrno>"
  "model/base/a.cpp|#include \"model/base/b.h\""
  "model/plan/a.h|#include \"model/base/id.h\""
  "model/edit/a.h|#include <QUndoStack>"
  "model/edit/a.h|#include <QtGui/qundostack.h>"
  "model/store/a.h|#include <sqlite3.h>"
  "model/exchange/ogr/a.cpp|#include <ogrsf_frmts.h>"
  "model/exchange/ogr/a.h|#include \"model/exchange/vector.h\""
  "app/worker/main.cpp|#include \"model/exchange/ogr/geojson.h\""
  "model/rules/a.h|#include \"model/calc/latency.h\""
  "model/session/a.h|#include \"model/edit/document.h\""
  "views/paint/a.h|#include <QPainter>"
  "views/paint/a.h|#include <QSvgRenderer>"
  "views/chart/a.h|#include <qcustomplot.h>"
  "views/widgets/a.h|#include <QWidget>"
  "views/widgets/controls/a.h|#include \"views/chart/rttchart.h\""
  "app/main.cpp|#include \"views/widgets/canvas.h\""
  "app/cli/main.cpp|#include \"model/session/session.h\""
  "app/cli/main.cpp|#include <CLI/CLI.hpp>")

function(expect case found_wanted)
  string(REPLACE "|" ";" parts "${case}")
  list(GET parts 0 path)
  list(GET parts 1 line)
  file(REMOVE_RECURSE ${SCRATCH})
  file(WRITE ${SCRATCH}/${path} "${line}\n")
  corridor_check_layers(${SCRATCH} ${QT_HEADERS} problems)
  if(found_wanted AND NOT problems)
    message(SEND_ERROR "not caught: ${path}: ${line}")
  elseif(NOT found_wanted AND problems)
    message(SEND_ERROR "wrongly caught: ${problems}")
  endif()
endfunction()

foreach(case IN LISTS forbidden)
  expect("${case}" TRUE)
endforeach()
foreach(case IN LISTS legal)
  expect("${case}" FALSE)
endforeach()
file(REMOVE_RECURSE ${SCRATCH})

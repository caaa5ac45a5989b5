# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DROOT=<repository> -DQT_HEADERS=<folder that holds QtCore/> -P check_layers.cmake
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/layers.cmake)
if(NOT EXISTS ${QT_HEADERS}/QtGui/QPainter)
  message(FATAL_ERROR "QT_HEADERS names no Qt header folder: ${QT_HEADERS}")
endif()
corridor_check_layers(${ROOT} ${QT_HEADERS} problems)
if(problems)
  list(JOIN problems "\n  " text)
  message(FATAL_ERROR "Forbidden includes:\n  ${text}")
endif()

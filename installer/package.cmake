# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian package: `./dev package`, which is cpack in a release build without tests. Made for Debian 12; where it was built, there the
# libraries it asks for are.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME corridor-planner)
set(CPACK_PACKAGE_VENDOR "Corridor Planner")
set(CPACK_PACKAGE_CONTACT "Corridor Planner maintainers <maintainers@corridor-planner.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "plan data-centre sites and fibre routes of a computing-power corridor")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CORRIDOR_PACKAGE_REVISION 1 CACHE STRING "Revision of the Debian package of this version")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${CORRIDOR_PACKAGE_REVISION})
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${CPACK_PACKAGE_CONTACT}")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
# Libraries as the linker found them; beside them what is opened at run time only: fonts with Chinese, Qt's own texts in Chinese, the
# data of PROJ and GDAL, the dialogues of printing.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-noto-cjk, qt6-translations-l10n, proj-data, gdal-data")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, shared-mime-info, desktop-file-utils, hicolor-icon-theme")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "qgis, bash-completion")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Desktop GIS and command line that plan the computing-power corridor of
Inner Mongolia, Hebei, Beijing and Tianjin: sites and fibre routes on a
map, edited by hand, and at once the verdict whether round-trip times on
primary and backup route, capacity, compute, energy and carbon keep the
clauses of the governing plan. Every figure says where it comes from; what
is not known is unknown and names what is missing. A plan is one GeoPackage
that QGIS opens too. Works offline.

算力走廊规划：规划京津冀蒙算力供给走廊的离线桌面 GIS 和命令行程序。在地图上
编辑算力节点与光缆路由，即时给出主用、备用路由的往返时延，容量、算力、能耗
与碳排放是否满足实施方案各项条款的结论；每个数字都说明由来，未知的数值如实
标为未知。一份规划就是一个 GeoPackage 文件，QGIS 也可以打开。界面有中文和
英文。")

# What Debian wants to find under doc/: the licences in one file, what changed for users, and for the package.
set(documents ${CMAKE_CURRENT_BINARY_DIR}/doc)
string(TIMESTAMP CORRIDOR_PACKAGE_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(changelog.Debian.in ${documents}/changelog.Debian @ONLY)
add_custom_command(OUTPUT ${documents}/changelog.gz ${documents}/changelog.Debian.gz
  COMMAND gzip -9nc ${CMAKE_SOURCE_DIR}/CHANGELOG.md > ${documents}/changelog.gz
  COMMAND gzip -9nkf ${documents}/changelog.Debian
  DEPENDS ${CMAKE_SOURCE_DIR}/CHANGELOG.md ${documents}/changelog.Debian VERBATIM)
add_custom_target(corridor_documents ALL DEPENDS ${documents}/changelog.gz ${documents}/changelog.Debian.gz)
install(FILES ${documents}/changelog.gz ${documents}/changelog.Debian.gz copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

include(CPack)

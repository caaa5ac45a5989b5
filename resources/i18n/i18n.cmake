# SPDX-License-Identifier: GPL-3.0-or-later
# The texts of the program in its two languages: compiled into share/corridor-planner/i18n, where app/cli/translation.cpp looks.
# `./dev i18n` brings the .ts files up to date with the sources (target corridor_texts); translators then fill them in.
set(compiled_texts "")
foreach(language zh_CN en)
  set(source ${CMAKE_CURRENT_LIST_DIR}/corridor_${language}.ts)
  set(compiled ${CMAKE_BINARY_DIR}/share/corridor-planner/i18n/corridor_${language}.qm)
  add_custom_command(OUTPUT ${compiled}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/share/corridor-planner/i18n
    COMMAND Qt6::lrelease -silent ${source} -qm ${compiled}
    DEPENDS ${source} COMMENT "Compiling corridor_${language}.qm" VERBATIM)
  list(APPEND compiled_texts ${compiled})
endforeach()
add_custom_target(corridor_translations ALL DEPENDS ${compiled_texts})
install(FILES ${compiled_texts} DESTINATION ${CMAKE_INSTALL_DATADIR}/corridor-planner/i18n)

# A program that is built alone speaks both languages too.
foreach(program corridor corridor-planner)
  if(TARGET ${program})
    add_dependencies(${program} corridor_translations)
  endif()
endforeach()

add_custom_target(corridor_texts
  COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_SOURCE_DIR} -DSCRATCH=${CMAKE_BINARY_DIR}/texts -DLUPDATE=$<TARGET_FILE:Qt6::lupdate>
          -DZH=${CMAKE_CURRENT_LIST_DIR}/corridor_zh_CN.ts -DEN=${CMAKE_CURRENT_LIST_DIR}/corridor_en.ts
          -P ${CMAKE_CURRENT_LIST_DIR}/extract.cmake
  COMMENT "Collecting the texts of the sources" VERBATIM)

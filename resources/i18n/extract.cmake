# SPDX-License-Identifier: GPL-3.0-or-later
# Collects the texts of the sources into .ts files.
# cmake -DROOT=<repository> -DSCRATCH=<folder> -DLUPDATE=<program> -DZH=<corridor_zh_CN.ts> -DEN=<corridor_en.ts> -P extract.cmake
#
# lupdate knows neither our macros with a fixed context ("#define WORD(text) QT_TRANSLATE_NOOP("Word", text)", which it cannot
# be told by -tr-function-alias either) nor a file's own "QString tr(const char* text)" that names a context. So it reads copies of
# the sources in which both are spelled out. Files are given without line numbers, so that a shifted line changes nothing.
cmake_minimum_required(VERSION 3.25)
foreach(name ROOT SCRATCH LUPDATE ZH EN)
  if(NOT ${name})
    message(FATAL_ERROR "extract.cmake needs -D${name}=…")
  endif()
endforeach()

set(macro_shape "#define ([A-Z_]+)\\(text\\) QT_TRANSLATE_NOOP\\(\"([A-Za-z:]+)\", text\\)")
set(function_shape "QString tr\\(const char\\* text[^)]*\\) {[ \n]*return QCoreApplication::translate\\(\"([A-Za-z:]+)\"")

# Spells out the macros that `from` defines in the variable `text` of the caller.
function(spell_out_macros from)
  string(REGEX MATCHALL "${macro_shape}" definitions "${from}")
  foreach(definition IN LISTS definitions)
    string(REGEX MATCH "${macro_shape}" ignored "${definition}")
    string(REPLACE "${definition}" "" text "${text}")
    string(REGEX REPLACE "([^A-Za-z0-9_])${CMAKE_MATCH_1}\\(" "\\1QT_TRANSLATE_NOOP(\"${CMAKE_MATCH_2}\", " text "${text}")
  endforeach()
  set(text "${text}" PARENT_SCOPE)
endfunction()

function(spell_out_function)
  if(text MATCHES "${function_shape}")
    string(REGEX REPLACE "([^A-Za-z0-9_:])tr\\(([ \n]*\")" "\\1QCoreApplication::translate(\"${CMAKE_MATCH_1}\", \\2" text "${text}")
    set(text "${text}" PARENT_SCOPE)
  endif()
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
file(GLOB_RECURSE sources RELATIVE ${ROOT} ${ROOT}/app/*.cpp ${ROOT}/app/*.h ${ROOT}/model/*.cpp ${ROOT}/model/*.h ${ROOT}/views/*.cpp ${ROOT}/views/*.h)
file(READ ${ROOT}/model/base/message.h shared)
foreach(source IN LISTS sources)
  file(READ ${ROOT}/${source} text)
  set(own "${text}")
  spell_out_macros("${own}")
  if(NOT source STREQUAL "model/base/message.h")
    spell_out_macros("${shared}")
  endif()
  spell_out_function()
  # A helper of another shape would hide its texts without a word.
  if(text MATCHES "#define [^\n]*QT_TR[A-Z_0-9]*\\((\"[A-Za-z:]*\", )?[^\"\n]"
     OR (text MATCHES "[^A-Za-z:]QString tr\\(" AND NOT text MATCHES "${function_shape}"))
    message(FATAL_ERROR "${source} has a macro or a tr() that is not as the top of extract.cmake says, so its texts would not be found")
  endif()
  file(WRITE ${SCRATCH}/${source} "${text}")
endforeach()

function(lupdate)
  execute_process(COMMAND ${LUPDATE} -silent -no-obsolete -locations none -I ${SCRATCH} ${ARGN} WORKING_DIRECTORY ${SCRATCH}
                  RESULT_VARIABLE failed ERROR_VARIABLE complaints)
  # What lupdate takes for an error it still survives: a text it could not place is not in the .ts file.
  if(failed OR NOT complaints STREQUAL "")
    message(FATAL_ERROR "lupdate could not read all texts:\n${complaints}")
  endif()
endfunction()
lupdate(app model views -ts ${ZH})
lupdate(app model views -pluralonly -ts ${EN}) # English is what the sources say; only its plurals need forms

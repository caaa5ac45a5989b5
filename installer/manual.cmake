# SPDX-License-Identifier: GPL-3.0-or-later
# Manual pages in both languages, and completion for bash: verbs and options come from the built program itself, so they cannot say
# anything else than its --help.
set(manual_outputs "")
set(pages ${CMAKE_CURRENT_SOURCE_DIR}/man)

# corridor_manual(<page> <language folder, "" for English> <outline> <word for an option>)
function(corridor_manual page folder outline word)
  set(frame ${pages}/${page}.1)
  if(folder)
    set(frame ${pages}/${page}.${folder}.1)
  endif()
  set(made ${CMAKE_BINARY_DIR}/share/man/${folder}/man1/${page}.1)
  cmake_path(NORMAL_PATH made)
  cmake_path(GET made PARENT_PATH made_in)
  add_custom_command(OUTPUT ${made} ${made}.gz
    COMMAND ${CMAKE_COMMAND} -E make_directory ${made_in}
    COMMAND awk -F "\\t" -v version=${PROJECT_VERSION} -v word=${word} -f ${pages}/manual.awk ${outline} ${frame} > ${made}
    COMMAND gzip -9nkf ${made}
    DEPENDS ${frame} ${pages}/manual.awk ${outline} COMMENT "Writing the manual page ${folder}/${page}(1)" VERBATIM)
  install(FILES ${made}.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/${folder}/man1)
  set(manual_outputs ${manual_outputs} ${made} PARENT_SCOPE)
endfunction()

foreach(language en zh)
  set(outline_${language} ${CMAKE_CURRENT_BINARY_DIR}/corridor.${language}.outline)
  add_custom_command(OUTPUT ${outline_${language}}
    COMMAND corridor --outline --lang ${language} > ${outline_${language}}
    DEPENDS corridor corridor_translations corridor_data VERBATIM)
endforeach()
corridor_manual(corridor "" ${outline_en} OPTION)
corridor_manual(corridor zh_CN ${outline_zh} 选项)
corridor_manual(corridor-worker "" ${outline_en} OPTION)
corridor_manual(corridor-worker zh_CN ${outline_zh} 选项)
if(CORRIDOR_GUI)
  corridor_manual(corridor-planner "" ${outline_en} OPTION)
  corridor_manual(corridor-planner zh_CN ${outline_zh} 选项)
endif()

set(completions ${CMAKE_BINARY_DIR}/share/bash-completion/completions)
set(completion_sources ${CMAKE_CURRENT_SOURCE_DIR}/completion)
add_custom_command(OUTPUT ${completions}/corridor
  COMMAND ${CMAKE_COMMAND} -E make_directory ${completions}
  COMMAND awk -F "\\t" -f ${completion_sources}/completion.awk ${outline_en} ${completion_sources}/corridor.bash > ${completions}/corridor
  DEPENDS ${completion_sources}/corridor.bash ${completion_sources}/completion.awk ${outline_en}
  COMMENT "Writing the completion of corridor" VERBATIM)
install(FILES ${completions}/corridor DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
if(CORRIDOR_GUI)
  install(FILES completion/corridor-planner.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME corridor-planner)
endif()
add_custom_target(corridor_manual ALL DEPENDS ${manual_outputs} ${completions}/corridor)

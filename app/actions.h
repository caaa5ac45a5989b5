// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

#include <functional>
#include <map>

namespace corridor {

/// The actions of the window by name: one text, icon and shortcut each, wherever they appear. Texts follow the
/// language.
class Actions : public QObject {
    Q_OBJECT
public:
    /// @param window  owner of the shortcuts
    explicit Actions(QWidget* window);

    /// @param text  English source, marked for translation in the context "corridor::Actions"
    QAction* add(const QString& name, const char* text, const QString& icon, const QKeySequence& shortcut,
                 const std::function<void()>& triggered);
    QAction* addSwitch(const QString& name, const char* text, const QString& icon, const QKeySequence& shortcut,
                       bool on, const std::function<void(bool)>& toggled);
    /// The action of that name; it must exist.
    QAction* operator[](const QString& name) const;
    const std::map<QString, QAction*>& all() const { return mActions; }
    void retranslate();

private:
    QAction* make(const QString& name, const char* text, const QString& icon, const QKeySequence& shortcut);
    void label(QAction* action, const char* text) const;

    QWidget* mWindow;
    std::map<QString, QAction*> mActions;
    std::map<QAction*, const char*> mTexts;
};

} // namespace corridor

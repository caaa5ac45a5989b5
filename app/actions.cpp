// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actions.h"

#include "views/widgets/iconengine.h"

#include <QWidget>

namespace corridor {

Actions::Actions(QWidget* window)
    : QObject(window)
    , mWindow(window) {}

QAction* Actions::make(const QString& name, const char* text, const QString& icon, const QKeySequence& shortcut) {
    auto* action = new QAction(this);
    action->setObjectName(name);
    if (!icon.isEmpty())
        action->setIcon(themedIcon(icon));
    action->setShortcut(shortcut);
    mActions[name] = action;
    mTexts[action] = text;
    mWindow->addAction(action);
    label(action, text);
    return action;
}

QAction* Actions::add(const QString& name, const char* text, const QString& icon, const QKeySequence& shortcut,
                      const std::function<void()>& triggered) {
    QAction* action = make(name, text, icon, shortcut);
    connect(action, &QAction::triggered, this, triggered);
    return action;
}

QAction* Actions::addSwitch(const QString& name, const char* text, const QString& icon, const QKeySequence& shortcut,
                            bool on, const std::function<void(bool)>& toggled) {
    QAction* action = make(name, text, icon, shortcut);
    action->setCheckable(true);
    action->setIconVisibleInMenu(false); // there its place is the tick's
    action->setChecked(on);
    connect(action, &QAction::toggled, this, toggled);
    return action;
}

QAction* Actions::operator[](const QString& name) const {
    const auto it = mActions.find(name);
    Q_ASSERT_X(it != mActions.end(), "Actions", qPrintable(name));
    return it->second;
}

// A tool tip names the shortcut too: icons alone are no help.
void Actions::label(QAction* action, const char* text) const {
    const QString shown = tr(text);
    action->setText(shown);
    const qsizetype bracket = shown.indexOf(QStringLiteral("(&"));
    QString tip = bracket > 0 ? shown.left(bracket) : shown;
    tip.remove(u'&').remove(QStringLiteral("…"));
    action->setIconText(tip); // on a button; Qt's own leaves the letter of "保存(&S)" there
    if (!action->shortcut().isEmpty())
        tip += QStringLiteral(" (%1)").arg(action->shortcut().toString(QKeySequence::NativeText));
    action->setToolTip(tip);
}

void Actions::retranslate() {
    for (const auto& [action, text] : mTexts)
        label(action, text);
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/scenariobox.h"

#include "model/plan/settings.h"
#include "views/widgets/iconengine.h"
#include "views/widgets/theme.h"

#include <QEvent>
#include <QInputDialog>
#include <QMenu>
#include <QPainter>
#include <QStyleOption>

namespace corridor {

namespace {

constexpr int boxWidth = 236;
constexpr int narrowWidth = 150;
constexpr int boxHeight = 28;

int depthOf(const Plan& plan, const Scenario& scenario) {
    int depth = 0;
    for (EntityId parent = scenario.parent; !parent.isNull() && depth < 32; ++depth) {
        const Scenario* above = plan.base().find<Scenario>(parent);
        parent = above ? above->parent : EntityId{};
    }
    return depth;
}

} // namespace

ScenarioBox::ScenarioBox(PanelHost& host, QWidget* parent)
    : QToolButton(parent)
    , mHost(host)
    , mMenu(new QMenu(this)) {
    setMenu(mMenu);
    setPopupMode(QToolButton::InstantPopup);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(mMenu, &QMenu::aboutToShow, this, &ScenarioBox::fillMenu);
    const auto refresh = [this] {
        setAccessibleName(tr("Scenario: %1").arg(nameOfScenario(mHost.document().scenario())));
        setToolTip(accessibleName());
        update();
    };
    connect(&host.document(), &Document::scenarioChanged, this, refresh);
    connect(&host.document(), &Document::planReplaced, this, refresh);
    connect(&host.document(), &Document::changed, this, refresh);
    refresh();
}

QSize ScenarioBox::sizeHint() const {
    return {boxWidth, boxHeight};
}

QSize ScenarioBox::minimumSizeHint() const {
    return {narrowWidth, boxHeight};
}

const Scenario* ScenarioBox::current() const {
    return mHost.document().plan().base().find<Scenario>(mHost.document().scenario());
}

QString ScenarioBox::nameOfScenario(EntityId id) const {
    const Scenario* scenario = mHost.document().plan().base().find<Scenario>(id);
    if (!scenario)
        return tr("Base");
    const QString name = mHost.english() && !scenario->nameEn.isEmpty() ? scenario->nameEn : scenario->name;
    return name.isEmpty() ? id == Plan::baseScenario() ? tr("Base") : scenario->code : name;
}

void ScenarioBox::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = hasFocus();
    painter.setPen(QPen(themeColor(focused ? Token::Accent : Token::Border2), focused ? 2 : 1));
    painter.setBrush(themeColor(underMouse() ? Token::Hover : Token::Field));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    themedIcon(QStringLiteral("scenario")).paint(&painter, QRect(6, (height() - 18) / 2, 18, 18));
    themedIcon(QStringLiteral("chevron-down")).paint(&painter, QRect(width() - 24, (height() - 18) / 2, 18, 18));
    QRect room(30, 0, width() - 30 - 26, height());
    painter.setFont(themeFont(TextRole::Body));
    painter.setPen(themeColor(Token::Text));
    const QString name =
        painter.fontMetrics().elidedText(nameOfScenario(mHost.document().scenario()), Qt::ElideMiddle, room.width());
    painter.drawText(room, Qt::AlignVCenter, name);
    room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(name) + 8);
    const Scenario* scenario = current();
    if (!scenario || scenario->parent.isNull())
        return;
    painter.setFont(themeFont(TextRole::Label));
    painter.setPen(themeColor(Token::Text3));
    painter.drawText(room, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(nameOfScenario(scenario->parent) + QStringLiteral(" \u203a"),
                                                      Qt::ElideMiddle, room.width()));
}

void ScenarioBox::fillMenu() {
    mMenu->clear();
    const Plan& plan = mHost.document().plan();
    for (const Scenario* scenario : plan.scenarios()) {
        const EntityId id = scenario->id;
        const std::size_t rows = scenario->parent.isNull() ? 0 : plan.overlaySize(id);
        const QString badge = rows ? tr("\t%1 differ").arg(rows) : QString();
        QAction* action =
            mMenu->addAction(QString(depthOf(plan, *scenario), QChar(0x2003)) + nameOfScenario(id) + badge);
        action->setCheckable(true);
        action->setChecked(id == mHost.document().scenario());
        connect(action, &QAction::triggered, this, [this, id] { mHost.document().setScenario(id); });
    }
    if (!mHost.document().isReadOnly())
        addVerbs();
}

void ScenarioBox::addVerbs() {
    mMenu->addSeparator();
    connect(mMenu->addAction(tr("New variant of this…")), &QAction::triggered, this, [this] {
        askName(tr("New variant of %1").arg(nameOfScenario(mHost.document().scenario())), tr("Create"), QString(),
                [this](const QString& name) { addChild(name); });
    });
    connect(mMenu->addAction(tr("Rename…")), &QAction::triggered, this, [this] {
        const QString before = nameOfScenario(mHost.document().scenario());
        askName(tr("Rename %1").arg(before), tr("Rename"), before, [this](const QString& name) { rename(name); });
    });
    const Scenario* scenario = current();
    if (scenario && !scenario->parent.isNull())
        connect(mMenu->addAction(tr("Delete")), &QAction::triggered, this, &ScenarioBox::removeCurrent);
}

void ScenarioBox::askName(const QString& title, const QString& verb, const QString& before,
                          const std::function<void(const QString&)>& done) {
    auto* dialog = new QInputDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name"));
    dialog->setTextValue(before);
    dialog->setOkButtonText(verb);
    dialog->setCancelButtonText(tr("Cancel"));
    connect(dialog, &QInputDialog::textValueSelected, this, [done](const QString& name) {
        if (!name.trimmed().isEmpty())
            done(name.trimmed());
    });
    dialog->open();
}

bool ScenarioBox::addChild(const QString& name) {
    const EditResult result = mHost.editor().addScenario(mHost.document().scenario(), name);
    if (!mHost.accept(result) || result.ids.empty())
        return false;
    mHost.document().setScenario(result.ids.front());
    return true;
}

bool ScenarioBox::rename(const QString& name) {
    return mHost.accept(mHost.editor().renameScenario(mHost.document().scenario(), name));
}

bool ScenarioBox::removeCurrent() {
    const Scenario* scenario = current();
    if (!scenario)
        return false;
    const EntityId id = scenario->id, parent = scenario->parent;
    if (!mHost.accept(mHost.editor().removeScenario(id)))
        return false;
    mHost.document().setScenario(parent);
    return true;
}

void ScenarioBox::changeEvent(QEvent* event) {
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Scenario: %1").arg(nameOfScenario(mHost.document().scenario())));
        setToolTip(accessibleName());
        update();
    }
}

} // namespace corridor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/objecticons.h"

#include "views/paint/symbols.h"
#include "views/widgets/iconengine.h"
#include "views/widgets/theme.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmap>

namespace corridor {

namespace {

void paintSpan(QPainter& painter, const QRectF& rect, const Span& span) {
    const Theme theme = currentTheme();
    Token token = Token::CableG652;
    if (span.status == SpanStatus::Removed)
        token = Token::CableRemoved;
    else if (span.fibre.startsWith(QStringLiteral("G.654")))
        token = Token::CableG654;
    else if (span.fibre == QStringLiteral("HCF"))
        token = Token::CableHollow;
    const double widths[] = {2.2, 3.0, 1.6, 1.2}; // planned, building, existing, removed
    QPen pen(tokenColor(token, theme), widths[static_cast<int>(span.status)], Qt::SolidLine, Qt::FlatCap);
    const qreal y = rect.center().y();
    if (span.status == SpanStatus::Planned)
        pen.setDashPattern({2.2, 1.3});
    painter.setPen(pen);
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
    if (span.status == SpanStatus::Removed)
        paintCross(painter, rect.center(), 6, tokenColor(token, theme), 1.2);
}

void paintService(QPainter& painter, const QRectF& rect) {
    QPainterPath arc(rect.bottomLeft() - QPointF(0, 4));
    arc.quadTo(QPointF(rect.center().x(), rect.top() - 3), rect.bottomRight() - QPointF(0, 4));
    painter.setPen(QPen(themeColor(Token::Accent), 1.8));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(arc);
}

void paintArea(QPainter& painter, const QRectF& rect) {
    painter.setPen(QPen(themeColor(Token::Met), 1.1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(rect.adjusted(1, 4, -1, -4));
}

class ObjectIconEngine : public QIconEngine {
public:
    explicit ObjectIconEngine(EntityRef object)
        : mObject(std::move(object)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (mode == QIcon::Disabled)
            painter->setOpacity(0.5);
        const qreal scale = rect.height() / 16.0;
        if (const Site* site = mObject.as<Site>()) {
            // The tint of its class, but no larger than the row allows.
            const int tint = siteClass(site->computePflops);
            const qreal shrink = siteRadius(std::min(tint, 1)) / siteRadius(tint);
            paintSite(*painter, QRectF(rect).center(), site->kind, site->status, tint, currentTheme(), scale * shrink);
        } else if (const Junction* junction = mObject.as<Junction>()) {
            paintJunction(*painter, QRectF(rect).center(), junction->role, currentTheme(), scale);
        } else if (const Span* span = mObject.as<Span>()) {
            paintSpan(*painter, rect, *span);
        } else if (mObject.kind == Kind::Service) {
            paintService(*painter, rect);
        } else {
            paintArea(*painter, rect);
        }
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new ObjectIconEngine(mObject); }

private:
    EntityRef mObject;
};

template <class T>
QIcon iconOf(T entity) {
    return QIcon(new ObjectIconEngine(EntityRef{T::kKind, std::make_shared<const T>(std::move(entity))}));
}

} // namespace

QIcon objectIcon(const EntityRef& object) {
    switch (object.kind) {
    case Kind::Site:
    case Kind::Junction:
    case Kind::Span:
    case Kind::Service:
    case Kind::Area:
        return QIcon(new ObjectIconEngine(object));
    case Kind::RiskGroup:
        return themedIcon(QStringLiteral("link"));
    case Kind::Demand:
        return themedIcon(QStringLiteral("compute"));
    case Kind::Scenario:
        return themedIcon(QStringLiteral("scenario"));
    default:
        return {};
    }
}

QIcon kindIcon(Kind kind) {
    switch (kind) {
    case Kind::Site: {
        Site site;
        site.status = SiteStatus::Existing;
        site.computePflops = 5000;
        return iconOf(site);
    }
    case Kind::Junction:
        return iconOf(Junction());
    case Kind::Span: {
        Span span;
        span.status = SpanStatus::Existing;
        return iconOf(span);
    }
    case Kind::Service:
        return iconOf(Service());
    case Kind::Area:
        return iconOf(Area());
    default:
        return objectIcon(EntityRef{kind, nullptr});
    }
}

} // namespace corridor

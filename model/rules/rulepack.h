// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/date.h"
#include "model/plan/finding.h"
#include "model/plan/settings.h"

#include <QMap>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace corridor {

/// A text of a rule pack in both languages.
struct BilingualText {
    QString zh, en;

    /// In the wanted language; the other one where it is missing.
    const QString& in(bool english) const { return english ? (en.isEmpty() ? zh : en) : (zh.isEmpty() ? en : zh); }
    friend bool operator==(const BilingualText&, const BilingualText&) = default;
};

/// How a value is held against the threshold. None = an indicator that is shown and not judged.
enum class Comparator { AtMost, AtLeast, Below, Above, Equal, None };

/// "≤", "≥", "<", ">", "="; empty for None.
QString comparatorSign(Comparator comparator);

/// A clause (条款): what the text wants, in words and as a metric with a limit.
struct Clause {
    enum class Group { Quantitative, Qualitative, National };
    enum class Check { Computed, Declared };

    QString id; ///< "Q13"
    Group group = Group::Quantitative;
    QString section; ///< of the document
    BilingualText title, scope, metric, notes;
    QString text;       ///< the wording, …… where something is left out
    QStringList quotes; ///< literal substrings of the document
    QString english;    ///< translation of `text`
    Comparator comparator = Comparator::None;
    std::optional<double> threshold; ///< in `unit`; none for indicators
    QString unit;                    ///< as in key names: "ms", "gbps", "hop"
    Severity severity = Severity::Guiding;
    std::optional<double> nearBandPercent; ///< of the threshold; none = no band
    Date deadline;
    BilingualText deadlineNote;
    Check check = Check::Computed;
    QString engine;                        ///< key of the calculation that answers it; empty = not computed yet
    QStringList ambiguities;               ///< ids in RulePack::ambiguities
    QMap<QString, QStringList> parameters; ///< what the engine needs beside the threshold
};

/// A choice that the text leaves open, with the setting that decides it.
struct Ambiguity {
    QString id, setting;
    BilingualText title, text;
};

/// 规则集: dated targets with the quoted text they come from.
struct RulePack {
    QString id, version;
    BilingualText title, authority, severityRule;
    QString source;
    Date issued, validFrom, validTo;
    std::vector<Ambiguity> ambiguities;
    std::vector<Clause> clauses; ///< in the order of the document

    const Clause* clause(QStringView clauseId) const; ///< null = none of that id
};

/// Reads a pack (resources/rulepacks/README.md). `origin` names it in errors: a file or "rule pack of the plan".
/// @throws Error (FileContent) with one sentence that says which clause and key is wrong.
RulePack parseRulePack(const QByteArray& json, const QString& origin);

/// The row that keeps a pack in a plan, as read: same content, same row. @throws Error as parseRulePack.
RulePackRow rulePackRow(const QByteArray& json, const QString& origin);

/// The pack in force: the one the settings name (null when it is not there: another one would answer another question);
/// where they name none, the first by code; null when the plan has none.
const RulePackRow* rulePackInForce(const EntitySet& base, const PlanSettings& settings);

} // namespace corridor

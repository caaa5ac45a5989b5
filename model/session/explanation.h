// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/assessment.h"
#include "model/session/yearfigures.h"

#include <functional>
#include <optional>
#include <vector>

namespace corridor {

/// One figure or word of an explanation. A number stays a number, so that window and command line write it each in its
/// own style.
struct ExplainedValue {
    QString name = QStringLiteral("value"); ///< what it is called in JSON, without its unit
    std::optional<double> number;           ///< in `unit`; empty, with no text either: not known
    std::optional<double> low, high;        ///< its range, both or neither; neither = exact
    QString unit;                           ///< as unitText() takes it; empty = a pure number
    int decimals = 0;                       ///< digits behind the point that say enough
    bool judged = false;                    ///< of a finding: written as each side's lists of findings write it
    std::optional<double> against;          ///< the limit that a judged value is held against
    QString sign;                           ///< of a comparison, before the number: "≤"
    QString text;                           ///< instead of a number
    std::optional<Verdict> verdict;         ///< instead of both

    bool isKnown() const { return number || !text.isEmpty() || verdict; }
};

/// One line: what it is, its figures, where they come from.
struct ExplanationRow {
    QString key;     ///< names the line whatever the language ("floor"); empty where `object` does
    QString label;   ///< as shown
    EntityId object; ///< to link to; null = none
    std::vector<ExplainedValue> values;
    QString note;          ///< a remark on this line
    bool emphasis = false; ///< a result or a total

    // For an input: which value of the plan it is, and the provenance row in force for it (the field's own, else that
    // of all fields "*"); null = the plan holds no source. A null subject: a result, name or choice, which needs none.
    EntityId subject;
    QString field;
    std::shared_ptr<const Provenance> source;

    const ExplainedValue* value(QStringView name) const; ///< null = none
};

struct ExplanationSection {
    QString key;         ///< "verdict", "clause", "primary", "inputs", "run", …
    QString heading;     ///< empty = goes with the title
    QString quote;       ///< literal text of the rules
    QString formula;     ///< x_y and x_{yy} stand for indices; formulaText() writes them plainly
    QStringList columns; ///< heads of label and values; units are in them, save those of judged values. Empty = none
    std::vector<ExplanationRow> rows;
    QStringList remarks;

    const ExplanationRow* row(QStringView rowKey) const; ///< null = none
};

/// 怎样算出？ How a figure or a verdict came about: the one source of what the window and `corridor explain` say. Texts
/// are in the language of the installed translators, names in that of the assessment.
struct Explanation {
    QString title;
    EntityId object;    ///< what it is about; null = the whole plan
    QString objectText; ///< which part of it: "Beijing – Horinger · primary"; empty = nothing to add
    std::vector<ExplanationSection> sections;
    bool english = false; ///< language of names, as the assessment's

    bool isEmpty() const { return sections.empty(); }
    const ExplanationSection* section(QStringView sectionKey) const; ///< null = none
};

/// A verdict or planning problem: value, limit and margin, the quoted clause, the computation behind the value (paths
/// span by span, energy, load, what a sum adds up), what was declared, the run.
Explanation explainFinding(const Assessment& assessment, const Finding& finding);
/// A clause of the pack in force: its text, weight and deadline, what the text leaves open with the settings that
/// decide it, everything judged by it. Empty for an id that the pack does not have.
Explanation explainClause(const Assessment& assessment, QStringView clause);

/// The two paths of a service; empty for services not wanted in the assessment's year.
Explanation explainService(const Assessment& assessment, EntityId service);
/// Delay of a span with its inputs, and its load against its capacity; empty for spans not in service or of unknown
/// fibre.
Explanation explainSpan(const Assessment& assessment, EntityId span);
/// Annual energy, coal and carbon of a site with its inputs; empty for sites that do not stand in the year.
Explanation explainSite(const Assessment& assessment, EntityId site);
/// The sums of a province, site by site; empty for one without a site.
Explanation explainProvince(const Assessment& assessment, const QString& province);
/// The sums of the whole plan, province by province.
Explanation explainPlan(const Assessment& assessment);
/// A bar of a chart by year: the sites behind it, province by province. Empty where no site has the figure.
Explanation explainYear(const Assessment& assessment, YearFigure figure, int year);
/// How many findings have each verdict, by clause and check: what the totals of a check add up. Empty without findings.
Explanation explainVerdicts(const Assessment& assessment);
/// One path, whatever asked for it: its parts, span by span. Empty for one that does not exist.
Explanation explainPath(const Assessment& assessment, const RoutedPath& path);
/// Any object: what is computed of it, else its recorded values with their sources. Empty for ids that the plan does
/// not hold.
Explanation explainObject(const Assessment& assessment, EntityId object);

/// What is to be explained, asked of each newer assessment anew.
using Question = std::function<Explanation(const Assessment&)>;

/// The other end of a finding on a pair of sites, seen from one of them; null for other findings.
EntityId otherEnd(const Finding& finding, EntityId seenFrom);
/// A finding in a list of those on `seenFrom`: clause and what it wants, or what is wrong; with the other end where it
/// is about a pair of sites, else with the part ("backup") that tells it from others of the same clause.
QString findingLabel(const Assessment& assessment, const Finding& finding, EntityId seenFrom);

/// A formula in plain characters: "MW_IT · h" of "MW_{IT} · h".
QString formulaText(const QString& formula);

} // namespace corridor

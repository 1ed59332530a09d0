package io.waymark.honesty;

import static io.waymark.honesty.Words.number;
import static io.waymark.honesty.Words.plain;
import static io.waymark.honesty.Words.yuan;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules on money spent. */
final class MoneyRules {
  private MoneyRules() {}

  /** The first report at which money has run away, and none after it until it is caught up with. */
  static List<Finding> moneyAhead(Course course) {
    return course.budget().filter(budget -> budget.signum() > 0).isPresent()
        ? aheadOfBudget(course, course.budget().orElseThrow().doubleValue())
        : aheadOfWorks(course);
  }

  private static List<Finding> aheadOfBudget(Course course, double budget) {
    List<Finding> findings = new ArrayList<>();
    boolean told = false;
    for (Report report : withMoney(course)) {
      double spent = 100 * report.invested().orElseThrow().doubleValue() / budget;
      double percent = report.percent().orElseThrow();
      boolean ahead =
          spent - percent >= Thresholds.MONEY_POINTS && spent >= Thresholds.MONEY_FACTOR * percent;
      if (ahead && !told) {
        findings.add(
            Finding.of(
                Kind.MONEY_AHEAD,
                report,
                "累计投资 %s 亿元，占预算 %s 亿元的 %s%%，而形象进度只有 %s%%，资金超前 %s 个百分点"
                    .formatted(
                        plain(report.invested().orElseThrow()),
                        plain(BigDecimal.valueOf(budget)),
                        number(spent),
                        number(percent),
                        number(spent - percent)),
                "%s of a budget of %s are spent, %s%%, while the works are %s%% complete: money is %s points ahead"
                    .formatted(
                        yuan(report.invested().orElseThrow()),
                        yuan(BigDecimal.valueOf(budget)),
                        number(spent),
                        number(percent),
                        number(spent - percent))));
      }
      told = ahead;
    }
    return findings;
  }

  /** Without a budget: money grows while the works stand still. */
  private static List<Finding> aheadOfWorks(Course course) {
    List<Finding> findings = new ArrayList<>();
    List<Report> reports = withMoney(course);
    int from = 0;
    for (int i = 1; i < reports.size(); i++) {
      Optional<Finding> finding = standstill(reports.get(from), reports.get(i));
      if (finding.isPresent()) {
        findings.add(finding.get());
        from = i;
      } else if (gain(reports.get(from), reports.get(i)) > Thresholds.STANDSTILL_POINTS) {
        from = i;
      }
    }
    return findings;
  }

  private static Optional<Finding> standstill(Report first, Report last) {
    double was = first.invested().orElseThrow().doubleValue();
    double is = last.invested().orElseThrow().doubleValue();
    long days = ChronoUnit.DAYS.between(first.asOf(), last.asOf());
    double gain = gain(first, last);
    boolean standing =
        gain <= Thresholds.STANDSTILL_POINTS
            && days >= Thresholds.STANDSTILL_DAYS
            && last.percent().orElseThrow() < 100;
    if (!standing || was <= 0 || is - was < Thresholds.MONEY_GROWTH * was) {
      return Optional.empty();
    }
    String growth = number(100 * (is - was) / was);
    return Optional.of(
        Finding.of(
            Kind.MONEY_AHEAD,
            last,
            "%s 至 %s 累计投资由 %s 亿元增加到 %s 亿元（增长 %s%%），形象进度只增加 %s 个百分点"
                .formatted(
                    first.asOf(),
                    last.asOf(),
                    plain(first.invested().orElseThrow()),
                    plain(last.invested().orElseThrow()),
                    growth,
                    number(gain)),
            "from %s to %s money spent grew from %s to %s, by %s%%, while progress gained %s points"
                .formatted(
                    first.asOf(),
                    last.asOf(),
                    yuan(first.invested().orElseThrow()),
                    yuan(last.invested().orElseThrow()),
                    growth,
                    number(gain))));
  }

  private static double gain(Report first, Report last) {
    return last.percent().orElseThrow() - first.percent().orElseThrow();
  }

  static List<Finding> moneyFalls(Course course) {
    List<Finding> findings = new ArrayList<>();
    List<Report> reports =
        course.inForce().stream().filter(report -> report.invested().isPresent()).toList();
    for (int i = 1; i < reports.size(); i++) {
      BigDecimal was = reports.get(i - 1).invested().orElseThrow();
      BigDecimal is = reports.get(i).invested().orElseThrow();
      if (is.compareTo(was) < 0) {
        Report before = reports.get(i - 1);
        Report report = reports.get(i);
        findings.add(
            Finding.of(
                Kind.MONEY_FALLS,
                report,
                "累计投资由 %s 亿元（%s）减少到 %s 亿元（%s）"
                    .formatted(plain(was), before.asOf(), plain(is), report.asOf()),
                "money spent to date falls from %s (%s) to %s (%s)"
                    .formatted(yuan(was), before.asOf(), yuan(is), report.asOf())));
      }
    }
    return findings;
  }

  private static List<Report> withMoney(Course course) {
    return course.withPercent().stream().filter(report -> report.invested().isPresent()).toList();
  }
}

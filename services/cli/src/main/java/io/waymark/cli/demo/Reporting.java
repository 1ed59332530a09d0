package io.waymark.cli.demo;

import io.waymark.cli.demo.DemoEvent.Report;
import io.waymark.cli.pack.ContentKey;
import io.waymark.proto.registry.v1.Phase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What the bureau of one project writes into its reports. */
final class Reporting {
  /** One bureau in so many hands a quarter's report in a month late. */
  private static final int TARDY_ONE_IN = 8;

  private final Course course;
  private final String keyStem;
  private final Optional<Double> budget;
  private final boolean tardy;

  Reporting(Course course, Draw draw, String keyStem) {
    this.course = course;
    this.keyStem = keyStem;
    Random random = draw.of("reporting/" + course.project().id());
    double size = 2 + 58 * random.nextDouble() * random.nextDouble();
    this.budget = random.nextInt(3) > 0 ? Optional.of(size) : Optional.empty();
    boolean quarterly = course.project().frequency().equals("quarterly");
    this.tardy = quarterly && !told(course.project().id()) && random.nextInt(TARDY_ONE_IN) == 0;
  }

  private static boolean told(String project) {
    return Stories.told(project) || Doubts.told(project);
  }

  /** Whether there is a report that speaks of this month end. */
  boolean speaksOf(LocalDate monthEnd) {
    return Months.closes(course.project().frequency(), monthEnd)
        && course.percents().containsKey(monthEnd)
        && course.silentAfter().map(day -> !monthEnd.isAfter(day)).orElse(true)
        && !finishedBefore(monthEnd)
        && !stoppedAt(monthEnd);
  }

  /** The month end at which that report is sent. */
  LocalDate sentAt(LocalDate asOf) {
    return tardy ? Months.next(asOf) : asOf;
  }

  /** The report of a month end as first sent: one of them is wrong. */
  Report report(LocalDate asOf) {
    boolean wrong =
        course.project().id().equals(Stories.CORRECTED) && asOf.equals(Stories.WRONG_AS_OF);
    double percent = course.percentAt(asOf) + (wrong ? Stories.WRONG_BY : 0);
    return report(
        asOf, Percents.tenth(percent), course.percentAt(asOf) >= 100 ? "" : course.obstacle(), "");
  }

  /** The correction of the wrong report, months afterwards. */
  Report correction() {
    LocalDate asOf = Stories.WRONG_AS_OF;
    String why =
        Labels.marked("更正：9月报表将一段管网重复计量", "correction: one stretch was counted twice in September");
    return report(asOf, course.percentAt(asOf), why, report(asOf).key());
  }

  /** A figure that had stood for months, mended just before it is evaluated. */
  Report rewrite() {
    LocalDate asOf = Doubts.REWRITTEN_AS_OF;
    String why =
        Labels.marked("补报四季度已完成的工程量", "works of the fourth quarter that had been left out");
    return report(asOf, course.percentAt(asOf) + Doubts.REWRITTEN_BY, why, report(asOf).key());
  }

  private Report report(LocalDate asOf, double percent, String obstacle, String correctsKey) {
    Optional<BigDecimal> invested =
        course.paid().isEmpty()
            ? budget.map(size -> invested(size, percent))
            : Optional.ofNullable(course.paid().floorEntry(asOf)).map(Map.Entry::getValue);
    Optional<LocalDate> declared = percent >= 100 ? Optional.empty() : course.declaredAt(asOf);
    boolean troubled =
        declared.isPresent() || course.declared().isEmpty() || !correctsKey.isEmpty();
    Report draft =
        new Report(
            "",
            course.project().lead(),
            course.project().id(),
            asOf,
            percent,
            invested,
            declared,
            phase(asOf, percent),
            troubled ? obstacle : "",
            correctsKey);
    String stem = keyStem + "/" + course.project().id() + "/" + asOf;
    return keyed(draft, ContentKey.of(stem, draft.line()));
  }

  private static Report keyed(Report draft, String key) {
    return new Report(
        key,
        draft.bureau(),
        draft.project(),
        draft.asOf(),
        draft.percent(),
        draft.invested(),
        draft.expectedFinish(),
        draft.phase(),
        draft.obstacle(),
        draft.correctsKey());
  }

  private static BigDecimal invested(double budget, double percent) {
    return BigDecimal.valueOf(budget * percent / 100).setScale(2, RoundingMode.HALF_EVEN);
  }

  /** Only a change of phase is reported. */
  private Phase phase(LocalDate asOf, double percent) {
    if (percent >= 100) {
      return Phase.PHASE_COMPLETED;
    }
    boolean early = course.project().phase().getNumber() < Phase.PHASE_BUILDING.getNumber();
    boolean first = course.percents().headMap(asOf).values().stream().noneMatch(p -> p > 0);
    if (early && first && percent > 0) {
      return Phase.PHASE_STARTED;
    }
    return Phase.PHASE_UNSPECIFIED;
  }

  private boolean finishedBefore(LocalDate monthEnd) {
    return course.percents().headMap(monthEnd).entrySet().stream()
        .anyMatch(e -> e.getValue() >= 100 && speaksOfFinish(e.getKey()));
  }

  private boolean speaksOfFinish(LocalDate monthEnd) {
    return Months.closes(course.project().frequency(), monthEnd);
  }

  private boolean stoppedAt(LocalDate monthEnd) {
    return course.project().id().equals(Stories.SUSPENDED)
        && !monthEnd.isBefore(Stories.SUSPENDED_FROM)
        && monthEnd.isBefore(Stories.RESUMED_FROM);
  }
}

package io.waymark.judging;

import io.waymark.judging.Ruled.Settled;
import io.waymark.judging.Standing.Course;
import io.waymark.judging.Standing.Later;
import io.waymark.judging.Standing.Measured;
import io.waymark.judging.Standing.Seen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Position of a target that leads from a base to a value on a straight line by actual days. */
final class PathPosition {
  /**
   * A figure that must only be held may fall short by this share of the quantity's size before it
   * is off track.
   */
  private static final double HOLD_SLACK = 0.05;

  /**
   * From this share on the projects carry the target, and what they added since the last figure
   * counts at once.
   */
  static final double MOSTLY_CARRIED = 0.5;

  /** Below this share due no ratio is shown: one of two tiny numbers says nothing. */
  static final double LEAST_DUE = 0.01;

  private final TargetQuestion question;
  private final TargetShape shape;
  private final History history;
  private final Trace trace;
  private final int digits;

  PathPosition(TargetQuestion question, TargetShape shape, History history, Trace trace) {
    this.question = question;
    this.shape = shape;
    this.history = history;
    this.trace = trace;
    this.digits = digits(question, history);
  }

  static int digits(TargetQuestion question, History history) {
    List<BigDecimal> stated = new ArrayList<>();
    for (Figure figure : history.figures()) {
      stated.add(figure.value());
    }
    if (history.base() != null) {
      stated.add(history.base());
    }
    if (question.value() != null) {
      stated.add(question.value());
    }
    return Numbers.digitsBeside(stated);
  }

  Position position(Light before) {
    BigDecimal base = history.base();
    LocalDate from = history.baseDate();
    if (base == null || from == null) {
      boolean none = history.figures().isEmpty();
      return Position.unknown(none ? UnknownReason.NO_DATA_YET : UnknownReason.NO_BASE);
    }
    trace.later(page -> traceBase(page, base, from));
    double way = shape.threshold() - base.doubleValue();
    LocalDate today = question.asOf();
    trace.later(page ->
        page.add(
            "schedule",
            Words.SCHEDULE_TODAY,
            line(base, way, from, today),
            onLine(base, way, from, today)));
    Figure last = history.lastSinceBase();
    if (last == null) {
      return Position.unknown(UnknownReason.NO_DATA_YET);
    }
    boolean carried = carriedShare(question, shape, history) >= MOSTLY_CARRIED;
    double added = carried ? added(last) : 0;
    LocalDate at = added == 0 ? last.periodEnd() : today;
    double now = last.value().doubleValue() + added;
    if (shape.sign() * way <= 0) {
      return hold(now, at);
    }
    return compare(before, base, way, from, now, at);
  }

  /**
   * Share of the way from base to target that the projects were to carry; given by the question or
   * computed.
   */
  static double carriedShare(TargetQuestion question, TargetShape shape, History history) {
    Double given = question.carriedShare();
    if (given != null) {
      return Math.clamp(given, 0, 1);
    }
    BigDecimal base = history.base();
    if (base == null || question.contributions().isEmpty()) {
      return 0;
    }
    double way = shape.sign() * (shape.threshold() - base.doubleValue());
    BigDecimal sum = BigDecimal.ZERO;
    for (Contribution contribution : question.contributions()) {
      sum = sum.add(contribution.amount());
    }
    return way <= 0 ? 0 : Math.clamp(shape.sign() * sum.doubleValue() / way, 0, 1);
  }

  private double added(Figure last) {
    double[] known =
        question.contributions().stream()
            .mapToDouble(contribution -> Additions.known(contribution, last.periodEnd()))
            .filter(amount -> amount != 0)
            .sorted()
            .toArray();
    double added = 0;
    for (double amount : known) {
      added += amount;
    }
    if (added != 0) {
      String sum =
          Numbers.plain(last.value())
              + " + "
              + number(added)
              + " = "
              + number(last.value().doubleValue() + added);
      trace.add(
          "position", Words.ADDED, sum, Text.same(number(last.value().doubleValue() + added)));
    }
    return added;
  }

  private void traceBase(Trace page, BigDecimal base, LocalDate from) {
    Figure serving = history.serving();
    Text result =
        serving == null
            ? Text.same(from.toString())
            : new Text("以监测值为基期（" + from + "）", "the figure of " + from + " serves as base");
    page.add("base", Words.BASE, Numbers.plain(base), result);
  }

  /** The target is already met by its base: it must be held, not reached. */
  private Position hold(double now, LocalDate at) {
    double miss = shape.sign() * (shape.threshold() - now);
    double size = Math.max(Math.abs(shape.threshold()), Math.abs(now));
    Light light = Light.ON_TRACK;
    if (!shape.meets(now)) {
      boolean far = miss > HOLD_SLACK * size || shape.overshot(now);
      light = far ? Light.OFF_TRACK : Light.AT_RISK;
    }
    String arithmetic =
        number(now) + " − " + number(shape.threshold()) + " = " + number(now - shape.threshold());
    trace.add("position", Words.HOLD, arithmetic, light);
    return Position.of(light, now, at, shape.threshold(), null, size == 0 ? 0 : 100 * miss / size);
  }

  private Position compare(
      Light before, BigDecimal base, double way, LocalDate from, double now, LocalDate at) {
    double share = elapsedShare(from, at);
    double due = base.doubleValue() + way * share;
    double made = (now - base.doubleValue()) / way;
    double behind = 100 * (share - made);
    @Nullable Double ratio = share >= LEAST_DUE ? Double.valueOf(made / share) : null;
    if (!at.equals(question.asOf())) {
      trace.later(page ->
          page.add(
              "schedule", Words.SCHEDULE, line(base, way, from, at), onLine(base, way, from, at)));
    }
    trace.later(page -> traceRatio(page, base, now, due, ratio, behind));
    Standing standing =
        new Standing(
            new Measured(share, made, course(base, from, now, at), later(base, way, from)), null);
    Settled ruled = PositionRuling.settle(question.rulebook(), standing, before, trace);
    if (ruled == null) {
      return Position.unknown(UnknownReason.NO_DATA_YET);
    }
    Light light = settled(ruled.light(), now, share);
    if (light != ruled.light()) {
      String met = number(now) + " / " + number(shape.threshold());
      trace.add("position", Words.AGAINST_TARGET, met, light);
    }
    return Position.of(light, now, at, due, ratio, behind).by(ruled);
  }

  private Course course(BigDecimal base, LocalDate from, double now, LocalDate at) {
    List<Seen> seen = new ArrayList<>(history.figures().size() + 2);
    for (OwnSeries.Point point : history.path()) {
      seen.add(new Seen(point.date(), point.value()));
    }
    if (seen.isEmpty() || seen.getLast().date().isBefore(at)) {
      seen.add(new Seen(at, now));
    }
    return new Course(base.doubleValue(), from, now, at, shape.threshold(), question.due(), seen);
  }

  /** Figures of later days that are known by now: a past period may have been caught up since. */
  private List<Later> later(BigDecimal base, double way, LocalDate from) {
    return History.later(question, from).stream()
        .map(figure ->
            new Later(
                figure.id(),
                figure.periodEnd(),
                elapsedShare(from, figure.periodEnd()),
                (figure.value().doubleValue() - base.doubleValue()) / way))
        .toList();
  }

  /**
   * A figure that meets the target today is on track whatever the ratio; an approximate one can be
   * overshot.
   */
  private Light settled(Light light, double now, double share) {
    if (shape.overshot(now)) {
      return Light.AT_RISK;
    }
    if (shape.meets(now)) {
      return shape.oneSided() && share < 1 ? Light.AHEAD : Light.ON_TRACK;
    }
    if (share >= 1 && !light.bad()) {
      return Light.AT_RISK;
    }
    return light;
  }

  private void traceRatio(
      Trace page, BigDecimal base, double now, double due, @Nullable Double ratio, double behind) {
    if (ratio != null) {
      String from = number(base.doubleValue());
      String percent = Numbers.percent(ratio, 1) + " %";
      String arithmetic =
          "("
              + number(now)
              + " − "
              + from
              + ") / ("
              + number(due)
              + " − "
              + from
              + ") = "
              + percent;
      page.add("position", Words.RATIO, arithmetic, Text.same(percent));
    }
    String points = Numbers.fixed(behind, 1);
    page.add(
        "position",
        Words.POINTS,
        "100 × ("
            + number(due)
            + " − "
            + number(now)
            + ") / "
            + number(shape.threshold() - base.doubleValue())
            + " = "
            + points,
        new Text(points + " 个百分点", points + " points"));
  }

  private double elapsedShare(LocalDate from, LocalDate at) {
    BigDecimal base = history.base();
    if (!question.waypoints().isEmpty() && base != null) {
      double way = shape.threshold() - base.doubleValue();
      double due = segment(base, from, at).at(at);
      return way == 0 ? 1 : Math.clamp((due - base.doubleValue()) / way, 0, 1);
    }
    double span = ChronoUnit.DAYS.between(from, question.due());
    return span <= 0 ? 1 : Math.clamp(ChronoUnit.DAYS.between(from, at) / span, 0, 1);
  }

  /**
   * For example 578 + (645 − 578) × 546 / 1826 = 598.0; the days are stated because they decide
   * lights at a threshold.
   */
  private String line(BigDecimal base, double way, LocalDate from, LocalDate at) {
    Segment segment = segment(base, from, at);
    String start = stated(segment.start());
    return start
        + " + ("
        + stated(segment.end())
        + " − "
        + start
        + ") × "
        + segment.elapsed(at)
        + " / "
        + segment.span()
        + " = "
        + number(base.doubleValue() + way * elapsedShare(from, at));
  }

  private Segment segment(BigDecimal base, LocalDate from, LocalDate at) {
    return Segment.holding(at, question, from, base, shape.threshold());
  }

  private static String stated(double value) {
    return Numbers.plain(BigDecimal.valueOf(value).stripTrailingZeros());
  }

  private Text onLine(BigDecimal base, double way, LocalDate from, LocalDate at) {
    return Text.same(number(base.doubleValue() + way * elapsedShare(from, at)) + " (" + at + ")");
  }

  private String number(double value) {
    return Numbers.fixed(value, digits);
  }
}

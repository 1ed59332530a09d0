package io.waymark.judging;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Judges a target: finds the way of its shape, then puts the lights together. */
final class TargetJudging {
  private final TargetQuestion question;
  private final History history;
  private final Previous previous;
  private final Trace trace = new Trace();
  private final @Nullable RolledUp parts;
  private final boolean alone;

  private TargetJudging(
      TargetQuestion question, Previous previous, @Nullable RolledUp parts, boolean alone) {
    this.question = question;
    this.previous = previous;
    this.history = History.of(question);
    this.parts = parts;
    this.alone = alone;
  }

  static TargetJudgement judge(TargetQuestion question, Previous previous) {
    return new TargetJudging(question, previous, null, true).judge();
  }

  /**
   * Judges a whole.
   *
   * @param alone whether its outlook comes of its own figures, not of the parts'
   */
  static TargetJudgement judge(
      TargetQuestion question, Previous previous, RolledUp parts, boolean alone) {
    return new TargetJudging(question, previous, parts, alone).judge();
  }

  private TargetJudgement judge() {
    BigDecimal value = question.value();
    if (value == null) {
      List<Figure> followed = question.follows();
      return followed == null
          ? assemble(Position.unknown(UnknownReason.AWAITING_TARGET), Prospect.NONE)
          : linked(followed);
    }
    TargetShape shape = TargetShape.of(question, value);
    if (question.measure().growth()) {
      GrowthTarget growth = new GrowthTarget(question, shape, history, trace);
      Position position = growth.position(previous.position());
      return assemble(position, rolledUp(shape, growth::prospect));
    }
    if (question.yearToDate() && question.measure() == Measure.CUMULATIVE) {
      SumOfYears.trace(history.reported(), history.last(), trace);
    } else if (question.yearToDate()) {
      RunningYear.trace(history.reported(), history.last(), trace);
    }
    PathPosition path = new PathPosition(question, shape, history, trace);
    Position position = path.position(previous.position());
    return assemble(
        position,
        rolledUp(shape, () -> new PathProspect(question, shape, history, trace).prospect()));
  }

  private Prospect rolledUp(TargetShape shape, Supplier<Prospect> own) {
    if (parts == null) {
      return own.get();
    }
    if (!parts.missing().isEmpty()) {
      trace.add("projection", Words.PARTS, String.join(", ", parts.missing()), Words.PARTS_MISSING);
    }
    return alone ? own.get() : parts.prospect(shape, PathPosition.digits(question, history), trace);
  }

  private TargetJudgement linked(List<Figure> followed) {
    List<Figure> others = History.upTo(followed, question);
    if (others.isEmpty()) {
      return assemble(Position.unknown(UnknownReason.LINKED_WITHOUT_DATA), Prospect.NONE);
    }
    LinkedTarget linked = new LinkedTarget(question, history, others, trace);
    return assemble(linked.position(), linked.prospect());
  }

  private TargetJudgement assemble(Position position, Prospect prospect) {
    Light outlook = outlook(position.light(), prospect.outlook());
    Light freshness = freshness();
    Lights lights =
        Lights.of(
            question.rulebook(),
            position.light(),
            position.level(),
            outlook,
            freshness,
            position.reason());
    trace.later(page -> page.add("overall", Words.OVERALL, Words.lights(lights), lights.overall()));
    return new TargetJudgement(
        lights,
        figures(position, prospect),
        prospect.outlook(),
        prospect.causes(),
        trace.steps(),
        Pins.of(question.rulebook(), inputIds(position), previous),
        simulated(),
        assumed());
  }

  /** Once the figure of the due date is there, no further one is owed. */
  private Light freshness() {
    Figure last = history.newest();
    if (last != null && !last.periodEnd().isBefore(question.due())) {
      return Light.ON_TRACK;
    }
    return Freshness.light(
        last == null ? null : last.periodEnd(),
        question.frequency(),
        question.rulebook(),
        question.asOf(),
        trace);
  }

  /** An outlook that rests on nothing but defaults gives no light. */
  private Light outlook(Light position, @Nullable TargetOutlook outlook) {
    boolean grounded =
        !history.reported().isEmpty()
            || any(question.contributions(), c -> c.forecast().reported());
    if (outlook == null || !grounded) {
      return Light.UNKNOWN;
    }
    Rulebook rulebook = question.rulebook();
    Light light =
        new OutlookRuling(rulebook, rulebook.target(), trace)
            .settle("", outlook.pMeet(), position, previous.outlook());
    return keeping(light, outlook);
  }

  /**
   * A target that its base meets already has no way to go: while the expected figure still meets
   * it, the chance that it falls raises no alarm.
   */
  private Light keeping(Light light, TargetOutlook outlook) {
    BigDecimal base = history.base();
    BigDecimal value = question.value();
    if (!light.bad() || base == null || value == null || question.measure().growth()) {
      return light;
    }
    TargetShape shape = TargetShape.of(question, value);
    double expected = outlook.atDue().p50();
    if (!shape.meets(base.doubleValue()) || !shape.meets(expected)) {
      return light;
    }
    int digits = PathPosition.digits(question, history);
    trace.add("outlook", Words.HOLD, Numbers.fixed(expected, digits), Light.ON_TRACK);
    return Light.ON_TRACK;
  }

  private TargetFigures figures(Position position, Prospect prospect) {
    Figure last = history.last();
    return new TargetFigures(
        question,
        history.base(),
        history.baseDate(),
        last == null ? null : last.value(),
        last == null ? null : last.periodEnd(),
        position.valueNow(),
        position.comparedAt(),
        position.scheduled(),
        position.ratio(),
        position.behind(),
        position.gap(),
        prospect.expected(),
        prospect.expectedGap(),
        history.figures());
  }

  private List<Figure> followed() {
    List<Figure> follows = question.value() == null ? question.follows() : null;
    return follows == null ? List.of() : History.upTo(follows, question);
  }

  private List<String> inputIds(Position position) {
    List<String> ids = new ArrayList<>(position.inputIds());
    if (parts != null) {
      ids.addAll(parts.inputIds());
    }
    for (Figure figure : history.reported()) {
      ids.add(figure.id());
    }
    for (Figure figure : followed()) {
      ids.add(figure.id());
    }
    for (Contribution contribution : question.contributions()) {
      ids.addAll(contribution.forecast().inputIds());
    }
    ids.addAll(question.reference().inputIds());
    ids.removeIf(id -> id.startsWith(RollUpQuestion.MADE));
    return ids;
  }

  private boolean simulated() {
    return (parts != null && parts.simulated())
        || any(history.reported(), Figure::simulated)
        || any(followed(), Figure::simulated)
        || any(question.contributions(), c -> c.forecast().simulated());
  }

  private boolean assumed() {
    return question.termsAssumed()
        || (parts != null && parts.assumed())
        || any(history.reported(), Figure::assumed)
        || any(question.contributions(), Contribution::assumed);
  }

  /** A plain loop: a stream would take longer than what it asks. */
  private static <T> boolean any(List<T> all, Predicate<T> asked) {
    for (T one : all) {
      if (asked.test(one)) {
        return true;
      }
    }
    return false;
  }
}

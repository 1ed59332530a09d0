package io.waymark.alerting.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides whether a verdict of unchanged severity is worth another mail. */
final class News {
  /** Without a fresh report, a bureau hears of one alert at most this often. */
  static final Duration QUIET = Duration.ofDays(30);

  /** Share of the way from base to target by which the expected gap must have grown. */
  static final double GAP_SHARE = 0.1;

  /** Fall of the probability. */
  static final double CHANCE_FALL = 0.1;

  /** Growth of a project's expected delay. */
  static final double DELAY_DAYS = 30;

  // Differences of doubles that mean exactly a tenth must count as a tenth.
  private static final double TOLERANCE = 1e-9;

  private News() {}

  /**
   * A report that makes it clearly worse is told at once; drift and a change of the main cause wait
   * until the quiet time since the last mail is over. Improvement is no news before it is a
   * recovery.
   */
  static boolean worthTelling(Told told, Verdict now, Instant at) {
    if (now.reported() && (worse(told, now) || reporterTookTheLead(told, now))) {
      return true;
    }
    boolean quietOver = !at.isBefore(told.at().plus(QUIET));
    return quietOver && (worse(told, now) || !now.mainCause().equals(told.mainCause()));
  }

  /** What a mail about a verdict says, kept to compare the next verdict with. */
  static Told told(Verdict verdict, Severity severity, String firstTransitionId, Instant at) {
    return new Told(
        at, firstTransitionId, shortfall(verdict), chance(verdict), verdict.mainCause(), severity);
  }

  private static boolean worse(Told told, Verdict now) {
    boolean gapGrew = shortfall(now) - told.shortfall() >= noticeable(now) - TOLERANCE;
    Double chance = chance(now);
    boolean chanceFell =
        chance != null
            && told.chance() != null
            && told.chance() - chance >= CHANCE_FALL - TOLERANCE;
    return gapGrew || chanceFell;
  }

  private static boolean reporterTookTheLead(Told told, Verdict now) {
    return now.mainCause().equals(now.causeProjectId())
        && !now.mainCause().equals(told.mainCause())
        && shortfall(now) > told.shortfall();
  }

  private static double noticeable(Verdict verdict) {
    TargetFigures target = verdict.target();
    if (target == null) {
      return DELAY_DAYS;
    }
    Double way = target.way();
    return way == null ? Double.POSITIVE_INFINITY : way * GAP_SHARE;
  }

  private static double shortfall(Verdict verdict) {
    if (verdict.target() != null) {
      return verdict.target().shortfall(verdict.target().expectedGap());
    }
    Integer delay = verdict.project() == null ? null : verdict.project().expectedDelayDays();
    return delay == null ? 0 : Math.max(0, delay);
  }

  private static @Nullable Double chance(Verdict verdict) {
    if (verdict.target() != null) {
      return verdict.target().pMeet();
    }
    return verdict.project() == null ? null : verdict.project().pOnTime();
  }
}

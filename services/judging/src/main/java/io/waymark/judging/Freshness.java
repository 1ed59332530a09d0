package io.waymark.judging;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Is the last figure recent enough for its frequency? */
final class Freshness {
  private Freshness() {}

  static Light light(
      @Nullable LocalDate last,
      Frequency frequency,
      Rulebook rulebook,
      LocalDate asOf,
      Trace trace) {
    if (last == null) {
      trace.add("freshness", Words.FRESHNESS, "—", UnknownReason.NO_DATA_YET.word());
      return Light.UNKNOWN;
    }
    int grace = rulebook.grace().days(frequency);
    int missed = missed(last, frequency, grace, asOf);
    Light light =
        switch (missed) {
          case 0 -> Light.ON_TRACK;
          case 1 -> Light.AT_RISK;
          default -> Light.OFF_TRACK;
        };
    LocalDate next = frequency.next(frequency.periodEnd(last));
    trace.later(page ->
        page.add(
            "freshness",
            Words.FRESHNESS,
            last + " → " + next + " + " + grace + " = " + next.plusDays(grace) + "; " + asOf,
            new Text(
                light.word().zh() + "：缺报 " + missed + " 期",
                light.word().en() + ": " + missed + " missed")));
    return light;
  }

  /** Periods after the one that holds the last figure whose own figure is overdue. */
  private static int missed(LocalDate last, Frequency frequency, int grace, LocalDate asOf) {
    int missed = 0;
    LocalDate end = frequency.next(frequency.periodEnd(last));
    while (missed < 2 && end.plusDays(grace).isBefore(asOf)) {
      missed++;
      end = frequency.next(end);
    }
    return missed;
  }
}

package io.waymark.rulebooks.scoring;

import io.waymark.judging.Light;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that happened, which a score may rest on. */
public sealed interface Fact {
  /** The target, project or alert that it speaks of. */
  String subject();

  /** The bureau that answers for it. */
  String bureau();

  /** Its field, such as {@code transport}. */
  String field();

  /**
   * A verdict.
   *
   * @param probability chance 0..1 that the target is met or the project in time; null if unknown
   */
  record Judged(
      String subject,
      String bureau,
      String field,
      boolean project,
      boolean binding,
      Map<Lamp, Light> lights,
      @Nullable BigDecimal probability)
      implements Fact {
    /** Copies the lights; what is not among them is unknown. */
    public Judged {
      Map<Lamp, Light> all = new EnumMap<>(Lamp.class);
      for (Lamp lamp : Lamp.values()) {
        all.put(lamp, lights.getOrDefault(lamp, Light.UNKNOWN));
      }
      lights = Map.copyOf(all);
    }

    Light light(Lamp lamp) {
      return lights.getOrDefault(lamp, Light.UNKNOWN);
    }
  }

  /**
   * A report or figure that was owed for a period.
   *
   * @param periodEnd last day of the period
   * @param closes the last day on which it counts as in time
   * @param came the day on which the first one came; null if none did
   */
  record Duty(
      String subject,
      String bureau,
      String field,
      LocalDate periodEnd,
      LocalDate closes,
      @Nullable LocalDate came)
      implements Fact {}

  /**
   * What the honesty checks found in a subject's reports.
   *
   * @param reports how many were looked at
   * @param findings how many of them have a finding
   */
  record Honesty(String subject, String bureau, String field, int reports, int findings)
      implements Fact {}

  /**
   * An alert that someone had to handle.
   *
   * @param alert its id
   * @param handled the day on which the bureau took it, or it was over; null if neither
   */
  record Alerted(
      String subject,
      String bureau,
      String field,
      String alert,
      LocalDate opened,
      @Nullable LocalDate handled)
      implements Fact {}
}

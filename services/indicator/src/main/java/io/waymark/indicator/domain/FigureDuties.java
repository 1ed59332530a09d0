package io.waymark.indicator.domain;

import io.waymark.calendar.reporting.Filing;
import io.waymark.calendar.reporting.Frequency;
import io.waymark.calendar.reporting.Obligation;
import io.waymark.calendar.reporting.Obligation.Answers;
import io.waymark.proto.indicator.v1.Indicator;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which figures an indicator owes.
 *
 * @param registered the day on which the indicator was first imported
 * @param planEnd the last day of its plan
 * @param filings every figure that came, superseded ones included
 */
public record FigureDuties(
    Indicator indicator, LocalDate registered, LocalDate planEnd, List<Filing> filings) {

  /** Copies the filings. */
  public FigureDuties {
    filings = List.copyOf(filings);
  }

  /**
   * A figure for each period that ends within the plan, from the registration on; none where the
   * figure is made of others.
   */
  public Optional<Obligation> obligation() {
    if (indicator.hasRollsUp()) {
      return Optional.empty();
    }
    return Optional.of(
        new Obligation(
            indicator.getIndicatorId(),
            Frequency.of(indicator.getReportingFrequency(), Frequency.YEARLY),
            registered,
            Optional.of(planEnd),
            List.of(),
            Answers.FIGURE));
  }
}

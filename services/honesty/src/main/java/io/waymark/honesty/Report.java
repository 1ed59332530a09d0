package io.waymark.honesty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the rules look at in a report.
 *
 * @param id its id
 * @param asOf the day that it speaks of
 * @param recordedOn the day on which it was recorded
 * @param percent physical percent complete
 * @param invested money spent to date
 * @param expectedFinish the finish that the bureau expects
 * @param complete whether it says that the project is built or in operation
 * @param obstacle whether it names an obstacle
 * @param milestones what it says was reached
 * @param corrects id of the report that it corrects; empty if none
 */
public record Report(
    String id,
    LocalDate asOf,
    LocalDate recordedOn,
    OptionalDouble percent,
    Optional<BigDecimal> invested,
    Optional<LocalDate> expectedFinish,
    boolean complete,
    boolean obstacle,
    List<String> milestones,
    String corrects) {

  /** Copies the milestones. */
  public Report {
    milestones = List.copyOf(milestones);
  }

  /** Whether it says that the works are done, by percent or by phase. */
  boolean done() {
    return complete || percent.orElse(0) >= 100;
  }
}

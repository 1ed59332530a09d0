package io.waymark.cli.demo;

import io.waymark.proto.registry.v1.Phase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Something that a bureau or the plan office does in the demo. */
public sealed interface DemoEvent {
  /** The idempotency key, unique and the same whenever the scenario is made anew. */
  String key();

  /** In whose name it is sent. */
  String bureau();

  /** Everything that it says, as one line. */
  String line();

  /**
   * A project's progress.
   *
   * @param correctsKey the key of the report that this one corrects; empty for an ordinary one
   */
  record Report(
      String key,
      String bureau,
      String project,
      LocalDate asOf,
      double percent,
      Optional<BigDecimal> invested,
      Optional<LocalDate> expectedFinish,
      Phase phase,
      String obstacle,
      String correctsKey)
      implements DemoEvent {
    @Override
    public String line() {
      return String.join(
          "|",
          "report",
          key,
          bureau,
          project,
          asOf.toString(),
          Double.toString(percent),
          invested.map(BigDecimal::toPlainString).orElse(""),
          expectedFinish.map(LocalDate::toString).orElse(""),
          phase.name(),
          obstacle,
          correctsKey);
    }
  }

  /** An indicator's figure. */
  record Figure(
      String key,
      String bureau,
      String indicator,
      LocalDate periodEnd,
      BigDecimal value,
      String source)
      implements DemoEvent {
    @Override
    public String line() {
      return String.join(
          "|",
          "figure",
          key,
          bureau,
          indicator,
          periodEnd.toString(),
          value.toPlainString(),
          source);
    }
  }

  /** An approved stop of a project's clock, by the plan office. */
  record Suspend(
      String key, String bureau, String project, LocalDate from, String reason, String approval)
      implements DemoEvent {
    @Override
    public String line() {
      return String.join("|", "suspend", key, bureau, project, from.toString(), reason, approval);
    }
  }

  /** The clock of a suspended project runs again. */
  record Resume(String key, String bureau, String project, LocalDate from, String approval)
      implements DemoEvent {
    @Override
    public String line() {
      return String.join("|", "resume", key, bureau, project, from.toString(), approval);
    }
  }
}

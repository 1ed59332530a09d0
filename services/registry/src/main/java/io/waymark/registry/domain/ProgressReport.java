package io.waymark.registry.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One progress report as recorded. Never changed; a correction supersedes it.
 *
 * @param asOf the day that the figures speak of (valid time)
 * @param percentComplete physical percent complete, 0..100
 * @param investedToDate 1e8 CNY (亿元)
 * @param phase the new phase; unspecified if unchanged
 * @param obstacle in the bureau's words; empty if nothing
 * @param correctsReportId the report that this one supersedes; empty for an ordinary one
 * @param recordedAt when the registry learnt it (recorded time)
 * @param annex what it says besides its figures
 */
public record ProgressReport(
    String reportId,
    LocalDate asOf,
    OptionalDouble percentComplete,
    Optional<BigDecimal> investedToDate,
    Optional<LocalDate> expectedFinish,
    Phase phase,
    String obstacle,
    String correctsReportId,
    Provenance provenance,
    Actor actor,
    Instant recordedAt,
    ReportAnnex annex) {

  /** Whether it says that the works are done. */
  public boolean isDone() {
    return phase == Phase.COMPLETED || phase == Phase.OPERATING || percentComplete.orElse(0) >= 100;
  }
}

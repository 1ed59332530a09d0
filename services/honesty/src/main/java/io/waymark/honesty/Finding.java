package io.waymark.honesty;

import java.time.LocalDate;

/**
 * A report that is worth a second look, and why, with the numbers.
 *
 * @param reportId the report that gave rise to it
 * @param asOf the day that the report speaks of
 * @param zh the reason in Chinese
 * @param en the reason in English
 */
public record Finding(Kind kind, String reportId, LocalDate asOf, String zh, String en) {
  static Finding of(Kind kind, Report report, String zh, String en) {
    return new Finding(kind, report.id(), report.asOf(), zh, en);
  }
}

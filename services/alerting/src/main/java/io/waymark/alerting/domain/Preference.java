package io.waymark.alerting.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to be told. What must be known at once comes at once all the same: binding
 * targets off track, the ladder's second and third rung, and every recovery.
 *
 * @param immediateFrom from which severity on a mail comes at once; null: never
 * @param digest how often everything is summed up
 * @param quietFrom from when in the day nothing is sent; null: no quiet hours
 * @param quietTo until when
 */
public record Preference(
    String address,
    @Nullable Severity immediateFrom,
    Digest digest,
    @Nullable LocalTime quietFrom,
    @Nullable LocalTime quietTo) {
  /** How often everything is summed up. */
  public enum Digest {
    NONE,
    DAILY,
    WEEKLY,
    MONTHLY
  }

  /** What holds for whoever said nothing. */
  public static Preference usual(String address) {
    return new Preference(address, Severity.WARNING, Digest.MONTHLY, null, null);
  }

  boolean wantsAtOnce(Severity severity) {
    return immediateFrom != null && severity.compareTo(immediateFrom) >= 0;
  }

  /** When the quiet hours end that hold at a time; empty if none do. */
  Optional<Instant> quietUntil(Instant now, ZoneId zone) {
    if (quietFrom == null || quietTo == null || quietFrom.equals(quietTo)) {
      return Optional.empty();
    }
    LocalTime time = LocalTime.ofInstant(now, zone);
    LocalDate day = LocalDate.ofInstant(now, zone);
    boolean night = quietFrom.isAfter(quietTo);
    boolean evening = !time.isBefore(quietFrom);
    boolean early = time.isBefore(quietTo);
    if (night ? evening || early : evening && early) {
      LocalDate end = night && evening ? day.plusDays(1) : day;
      return Optional.of(end.atTime(quietTo).atZone(zone).toInstant());
    }
    return Optional.empty();
  }
}

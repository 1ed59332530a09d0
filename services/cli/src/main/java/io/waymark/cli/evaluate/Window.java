package io.waymark.cli.evaluate;

import io.waymark.proto.indicator.v1.EvaluationKind;
import io.waymark.proto.indicator.v1.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Over which days behaviour is looked at, and by what was known when.
 *
 * @param from first day
 * @param asOf last day
 */
public record Window(LocalDate from, LocalDate asOf, Instant knownAt, ZoneId zone) {
  /** The year that ends with the as-of date, or everything since the plan began. */
  public static LocalDate from(EvaluationKind kind, LocalDate asOf, Plan plan) {
    LocalDate start = LocalDate.parse(plan.getStart());
    LocalDate year = asOf.minusYears(1).plusDays(1);
    boolean annual =
        kind == EvaluationKind.EVALUATION_KIND_ANNUAL
            || kind == EvaluationKind.EVALUATION_KIND_UNSPECIFIED;
    return annual && year.isAfter(start) ? year : start;
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(asOf);
  }

  com.google.protobuf.Timestamp knownAtStamp() {
    return com.google.protobuf.util.Timestamps.fromMillis(knownAt.toEpochMilli());
  }

  LocalDate day(com.google.protobuf.Timestamp at) {
    return LocalDate.ofInstant(instant(at), zone);
  }

  boolean known(com.google.protobuf.Timestamp at) {
    return !instant(at).isAfter(knownAt);
  }

  private static Instant instant(com.google.protobuf.Timestamp at) {
    return Instant.ofEpochSecond(at.getSeconds(), at.getNanos());
  }
}

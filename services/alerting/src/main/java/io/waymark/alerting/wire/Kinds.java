package io.waymark.alerting.wire;

import io.waymark.alerting.domain.Comparator;
import io.waymark.alerting.domain.Direction;
import io.waymark.alerting.domain.Light;
import io.waymark.alerting.domain.SubjectKind;

/** Enums of the judgement's contract. */
final class Kinds {
  private Kinds() {}

  static SubjectKind subject(io.waymark.proto.indicator.v1.SubjectKind kind) {
    return switch (kind) {
      case SUBJECT_KIND_TARGET -> SubjectKind.TARGET;
      case SUBJECT_KIND_PROJECT -> SubjectKind.PROJECT;
      case SUBJECT_KIND_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("kind: " + kind + " (expected: target or project)");
    };
  }

  static io.waymark.proto.indicator.v1.SubjectKind subject(SubjectKind kind) {
    return switch (kind) {
      case TARGET -> io.waymark.proto.indicator.v1.SubjectKind.SUBJECT_KIND_TARGET;
      case PROJECT -> io.waymark.proto.indicator.v1.SubjectKind.SUBJECT_KIND_PROJECT;
    };
  }

  /** A light that a newer sender knows and we do not cannot be told, so it is unknown. */
  static Light light(io.waymark.proto.indicator.v1.Light light) {
    return switch (light) {
      case LIGHT_AHEAD -> Light.AHEAD;
      case LIGHT_ON_TRACK -> Light.ON_TRACK;
      case LIGHT_AT_RISK -> Light.AT_RISK;
      case LIGHT_OFF_TRACK -> Light.OFF_TRACK;
      case LIGHT_SUSPENDED -> Light.SUSPENDED;
      case LIGHT_UNKNOWN, LIGHT_UNSPECIFIED, UNRECOGNIZED -> Light.UNKNOWN;
    };
  }

  static io.waymark.proto.indicator.v1.Light light(Light light) {
    return io.waymark.proto.indicator.v1.Light.valueOf("LIGHT_" + light.name());
  }

  static Comparator comparator(io.waymark.proto.indicator.v1.Comparator comparator) {
    return switch (comparator) {
      case COMPARATOR_GE -> Comparator.GE;
      case COMPARATOR_GT -> Comparator.GT;
      case COMPARATOR_LE -> Comparator.LE;
      case COMPARATOR_LT -> Comparator.LT;
      case COMPARATOR_APPROX -> Comparator.APPROX;
      case COMPARATOR_EQ -> Comparator.EQ;
      case COMPARATOR_UNSPECIFIED, UNRECOGNIZED -> Comparator.UNSTATED;
    };
  }

  static io.waymark.proto.indicator.v1.Comparator comparator(Comparator comparator) {
    return comparator == Comparator.UNSTATED
        ? io.waymark.proto.indicator.v1.Comparator.COMPARATOR_UNSPECIFIED
        : io.waymark.proto.indicator.v1.Comparator.valueOf("COMPARATOR_" + comparator.name());
  }

  static Direction direction(io.waymark.proto.indicator.v1.Direction direction) {
    return switch (direction) {
      case DIRECTION_UP -> Direction.UP;
      case DIRECTION_DOWN -> Direction.DOWN;
      case DIRECTION_UNSPECIFIED, UNRECOGNIZED -> Direction.UNSTATED;
    };
  }

  static io.waymark.proto.indicator.v1.Direction direction(Direction direction) {
    return direction == Direction.UNSTATED
        ? io.waymark.proto.indicator.v1.Direction.DIRECTION_UNSPECIFIED
        : io.waymark.proto.indicator.v1.Direction.valueOf("DIRECTION_" + direction.name());
  }
}

package io.waymark.alerting.domain;

import java.util.Optional;

/** What is the matter with a subject. */
public enum Concern {
  /** It slips. */
  PROGRESS,
  /** Nobody reports, so that nobody knows. */
  SILENCE;

  /** What a verdict is about, if it calls for an alert at all. */
  static Optional<Concern> of(Verdict verdict) {
    Lights lights = verdict.lights();
    boolean silent = lights.freshness() == Light.OFF_TRACK;
    boolean slips = bad(lights.position()) || bad(lights.outlook());
    if (Severity.of(lights.overall()).isPresent()) {
      return Optional.of(silent && !slips ? SILENCE : PROGRESS);
    }
    return silent && lights.overall() == Light.UNKNOWN ? Optional.of(SILENCE) : Optional.empty();
  }

  private static boolean bad(Light light) {
    return Severity.of(light).isPresent();
  }
}

package io.waymark.judging;

/** Bounds for getting better are not those for getting worse, so that a light does not flicker. */
final class DeadBand {
  private DeadBand() {}

  /**
   * The light that counts.
   *
   * @param before the light in force
   * @param is by the number
   * @param strictly by the number made worse by the dead band
   */
  static Light settle(Light before, Light is, Light strictly) {
    boolean known = before.compareTo(Light.UNKNOWN) < 0;
    if (!known || is.compareTo(before) >= 0) {
      return is;
    }
    return strictly.compareTo(before) < 0 ? strictly : before;
  }
}

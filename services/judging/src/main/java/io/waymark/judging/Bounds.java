package io.waymark.judging;

/** A share and the thresholds that it lies between, as text. */
final class Bounds {
  private Bounds() {}

  /** For example {@code 60 % ≤ 74.12 % < 80 %}; thresholds ascend. */
  static String of(double share, double... thresholds) {
    String below = "";
    for (double threshold : thresholds) {
      if (share < threshold) {
        return below + Numbers.percent(share, 2) + " % < " + Numbers.percent(threshold, 0) + " %";
      }
      below = Numbers.percent(threshold, 0) + " % ≤ ";
    }
    return below + Numbers.percent(share, 2) + " %";
  }
}

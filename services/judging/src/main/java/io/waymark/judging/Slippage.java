package io.waymark.judging;

/**
 * How the finish that is declared for a project turns out, as learnt from finished ones.
 *
 * @param slip by which share of the base a declared finish moves on before works begin; the base is
 *     the time left and a share of the planned duration
 * @param slipUnderWay the same once works run
 * @param planShare that share of the planned duration
 * @param recordWeight the project's own record of moved dates weighs as much as these projects
 *     after so many planned durations
 * @param spread of the logarithm of the remaining time, for a base as long as the median
 */
record Slippage(
    double slip, double slipUnderWay, double planShare, double recordWeight, double spread) {
  /** Slip under way / slip before. */
  static final double UNDER_WAY = 0.75;

  /**
   * 55 finished projects over 25 million USD of New York City; source: NYC Open Data, 'Capital
   * Projects', report dates 2013-2019. The first and the last are fitted, the others round numbers;
   * {@code ProjectForesight} in the tests fits and measures them again, each project left out in
   * turn. They serve every kind of project: overruns published by kind (Flyvbjerg, Holm and Buhl
   * 2002: rail, bridges and tunnels, roads) are of cost, not of time.
   */
  static final Slippage CAPITAL_PROJECTS = of(0.24, 0.24);

  static Slippage of(double slip, double spread) {
    return new Slippage(slip, UNDER_WAY * slip, 0.2, 4, spread);
  }
}

package io.waymark.judging;

import io.waymark.judging.OwnSeries.Point;
import io.waymark.judging.YearlyChanges.Memory;
import java.util.List;

/**
 * What a projection needs of a series, on the walk's scale (logarithms or plain).
 *
 * @param last the last point
 * @param count how many yearly changes there are
 * @param span the years that the recent ones span, at most twelve
 * @param drift mean yearly change: half of the last twelve years, half of all
 * @param recentDrift mean yearly change of the last twelve years
 * @param longDrift mean yearly change of all years
 * @param recentSpread deviation of the yearly changes of the last twelve years
 * @param spread that of the last twelve years and that of all, geometrically 2 : 1
 * @param latestSpread deviation of all yearly changes from the drift, the newest counting most
 * @param newest the newest yearly change
 * @param memory how far deviations go on
 */
record SeriesSummary(
    double last,
    int count,
    int span,
    double drift,
    double recentDrift,
    double longDrift,
    double recentSpread,
    double spread,
    double latestSpread,
    double newest,
    Memory memory) {

  static SeriesSummary of(List<Point> points, boolean log) {
    double last = OwnSeries.transformed(points.getLast().value(), log);
    YearlyChanges all = YearlyChanges.of(points, log);
    if (all.count() == 0) {
      return new SeriesSummary(last, 0, 0, 0, 0, 0, 0, 0, 0, 0, Memory.NONE);
    }
    YearlyChanges recent = all.recent();
    YearlyChanges clipped = recent.count() == 0 ? all.clipped() : recent.clipped();
    YearlyChanges everything = all.clipped();
    double spread = clipped.deviation();
    double product = spread * spread * everything.deviation();
    double drift = (clipped.mean() + everything.mean()) / 2;
    return new SeriesSummary(
        last,
        all.count(),
        clipped.span(),
        drift,
        clipped.mean(),
        everything.mean(),
        spread,
        StrictMath.cbrt(product),
        all.latestDeviation(drift),
        all.newest(),
        all.memory());
  }
}

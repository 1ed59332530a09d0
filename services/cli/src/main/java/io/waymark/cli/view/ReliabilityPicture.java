package io.waymark.cli.view;

import io.waymark.cli.text.Figures;
import io.waymark.cli.text.Language;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.BacktestPart;
import io.waymark.proto.indicator.v1.BacktestScore;
import io.waymark.proto.indicator.v1.CheckedShare;
import io.waymark.proto.indicator.v1.ReliabilityPoint;
import java.util.List;
import java.util.Locale;

/**
 * The reliability diagram as SVG: what was said across, how often it came true upwards, the area of
 * a point by its questions, a whisker by its 95 % range, the diagonal where both are the same.
 */
public final class ReliabilityPicture {
  private static final int LEFT = 76;
  private static final int TOP = 96;
  private static final int SIDE = 480;
  private static final int WIDTH = 600;
  private static final int HEIGHT = 660;
  private static final double LARGEST = 17;
  private static final double SMALLEST = 3;
  private static final String INK = "#1f2328";
  private static final String MUTED = "#57606a";
  private static final String LINE = "#d0d7de";
  private static final String BLUE = "#0550ae";
  private static final String PALE = "#54aeff";

  private final Words words;
  private final StringBuilder svg = new StringBuilder();

  /** For one reader. */
  public ReliabilityPicture(Words words) {
    this.words = words;
  }

  /** The picture of all horizons; {@code part} has at least one point to draw. */
  public String render(BacktestPart part) {
    BacktestScore all = part.getScores(0);
    List<ReliabilityPoint> points =
        all.getPointsList().stream().filter(ReliabilityPoint::hasWas).toList();
    open(all, points, part);
    grid();
    int most = points.stream().mapToInt(ReliabilityPoint::getCount).max().orElse(1);
    for (ReliabilityPoint point : points) {
      whisker(point.getSaid(), point.getWas());
    }
    for (ReliabilityPoint point : points) {
      bubble(point, most);
    }
    return svg.append("</svg>\n").toString();
  }

  private void open(BacktestScore all, List<ReliabilityPoint> points, BacktestPart part) {
    String lang = words.language() == Language.ZH ? "zh-CN" : "en";
    line(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" lang=\"%s\""
                + " font-family=\"system-ui, 'Noto Sans CJK SC', sans-serif\" font-size=\"14\">",
            WIDTH,
            HEIGHT,
            lang));
    line(String.format(Locale.ROOT, "  <title>%s</title>", words.get("picture.title")));
    line(String.format(Locale.ROOT, "  <desc>%s</desc>", description(points)));
    line(
        String.format(
            Locale.ROOT, "  <rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT));
    text(LEFT, 32, "start", INK, 19, words.get("picture.title"));
    String counts =
        words.get(
            "picture.counts",
            new Figures(words.language()).count(all.getQuestions()),
            String.format(Locale.ROOT, "%.3f", all.getBrier()),
            String.format(Locale.ROOT, "%.3f", all.getReferenceBrier()));
    text(LEFT, 56, "start", MUTED, 13, counts);
    if (part.getSimulatedQuestions() > 0) {
      String simulated = words.get("backtest.simulated", part.getSimulatedQuestions());
      text(LEFT, 78, "start", "#7d4e00", 13, simulated);
    }
  }

  /** The picture in words, for who cannot see it. */
  private String description(List<ReliabilityPoint> points) {
    StringBuilder said = new StringBuilder();
    for (ReliabilityPoint point : points) {
      said.append(said.isEmpty() ? "" : words.get("picture.and"))
          .append(
              words.get(
                  "picture.point",
                  Math.round(100 * point.getSaid()),
                  Math.round(100 * point.getWas().getShare()),
                  point.getCount()));
    }
    return words.get("picture.description", said);
  }

  private void grid() {
    for (int percent = 0; percent <= 100; percent += 20) {
      double share = percent / 100.0;
      stroke(x(share), y(0), x(share), y(1), LINE, "");
      stroke(x(0), y(share), x(1), y(share), LINE, "");
      text(x(share), y(0) + 22, "middle", MUTED, 13, percent + "%");
      text(x(0) - 8, y(share) + 5, "end", MUTED, 13, percent + "%");
    }
    stroke(x(0), y(0), x(1), y(1), MUTED, " stroke-dasharray=\"6 4\"");
    text(x(0.5), y(0) + 46, "middle", INK, 14, words.get("picture.said"));
    text(x(0.5), y(0) + 70, "middle", MUTED, 12, words.get("picture.legend"));
    line(
        String.format(
            Locale.ROOT,
            "  <text transform=\"translate(%d %.1f) rotate(-90)\" text-anchor=\"middle\" fill=\"%s\">%s</text>",
            24,
            y(0.5),
            INK,
            words.get("picture.was")));
  }

  private void whisker(double said, CheckedShare was) {
    stroke(x(said), y(was.getLow()), x(said), y(was.getHigh()), BLUE, " stroke-width=\"1.5\"");
  }

  private void bubble(ReliabilityPoint point, int most) {
    double radius = Math.max(SMALLEST, LARGEST * Math.sqrt((double) point.getCount() / most));
    line(
        String.format(
            Locale.ROOT,
            "  <circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" fill-opacity=\"0.75\" stroke=\"%s\"><title>%s</title></circle>",
            x(point.getSaid()),
            y(point.getWas().getShare()),
            radius,
            PALE,
            BLUE,
            words.get(
                "picture.point",
                Math.round(100 * point.getSaid()),
                Math.round(100 * point.getWas().getShare()),
                point.getCount())));
  }

  private void stroke(double x1, double y1, double x2, double y2, String colour, String more) {
    line(
        String.format(
            Locale.ROOT,
            "  <line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>",
            x1,
            y1,
            x2,
            y2,
            colour,
            more));
  }

  private void text(double x, double y, String anchor, String colour, int size, String text) {
    line(
        String.format(
            Locale.ROOT,
            "  <text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\" font-size=\"%d\">%s</text>",
            x,
            y,
            anchor,
            colour,
            size,
            text));
  }

  private static double x(double share) {
    return LEFT + SIDE * share;
  }

  private static double y(double share) {
    return TOP + SIDE * (1 - share);
  }

  private void line(String text) {
    svg.append(text).append('\n');
  }
}

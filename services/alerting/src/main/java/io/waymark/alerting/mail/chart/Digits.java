package io.waymark.alerting.mail.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes figures with strokes of its own: a server may have no font at all, and a figure needs few
 * shapes. A digit is drawn in a box of 10 by 14; the letters are the paths of SVG.
 */
final class Digits {
  private static final double HEIGHT = 14;
  private static final double GAP = 3.4;

  private static final Pattern STEP = Pattern.compile("([MLC])([^MLC]*)");
  private static final Pattern NUMBER = Pattern.compile("[0-9]*\\.?[0-9]+");

  private record Glyph(double width, String path) {}

  private static final Map<Character, Glyph> GLYPHS =
      Map.ofEntries(
          digit(
              '0',
              "M5 0C8.5 0 9.5 3.5 9.5 7C9.5 10.5 8.5 14 5 14C1.5 14 .5 10.5 .5 7C.5 3.5 1.5 0 5 0"),
          Map.entry('1', new Glyph(8, "M1.5 2.6L5.5 0L5.5 14")),
          digit('2', "M.8 3.6C.8 1.4 2.6 0 5 0C7.4 0 9.2 1.5 9.2 3.8C9.2 6.5 6.5 8.6 .8 14L9.5 14"),
          digit(
              '3',
              "M1 1.9C2 .6 3.4 0 5 0C7.3 0 8.8 1.4 8.8 3.4C8.8 5.4 7.2 6.6 4.6 6.6C7.6 6.6 9.3 8.1 9.3 10.3"
                  + "C9.3 12.5 7.5 14 4.9 14C3 14 1.5 13.2 .6 11.8"),
          digit('4', "M7 14L7 0L.5 10L9.8 10"),
          digit(
              '5',
              "M8.7 0L2 0L1.4 6.3C2.3 5.5 3.5 5.1 4.8 5.1C7.5 5.1 9.3 6.9 9.3 9.4C9.3 12.1 7.4 14 4.7 14"
                  + "C2.9 14 1.5 13.3 .6 12"),
          digit(
              '6',
              "M8.4 1.4C7.6 .5 6.5 0 5.2 0C2.2 0 .6 2.9 .6 7.6C.6 11.8 2.2 14 5 14C7.6 14 9.4 12.1 9.4 9.6"
                  + "C9.4 7.1 7.7 5.4 5.2 5.4C2.8 5.4 1 6.8 .7 8.8"),
          digit('7', "M.6 0L9.4 0L4 14"),
          digit(
              '8',
              "M5 6.6C2.7 6.6 1.3 5.2 1.3 3.3C1.3 1.3 2.8 0 5 0C7.2 0 8.7 1.3 8.7 3.3C8.7 5.2 7.3 6.6 5 6.6"
                  + "C2.3 6.6 .6 8.1 .6 10.3C.6 12.5 2.4 14 5 14C7.6 14 9.4 12.5 9.4 10.3C9.4 8.1 7.7 6.6 5 6.6"),
          digit(
              '9',
              "M1.6 12.6C2.4 13.5 3.5 14 4.8 14C7.8 14 9.4 11.1 9.4 6.4C9.4 2.2 7.8 0 5 0C2.4 0 .6 1.9 .6 4.4"
                  + "C.6 6.9 2.3 8.6 4.8 8.6C7.2 8.6 9 7.2 9.3 5.2"),
          Map.entry('.', new Glyph(1.6, "M.8 13.4L.8 14")),
          Map.entry(',', new Glyph(1.6, "M1 13.4L.4 16.2")),
          Map.entry('-', new Glyph(7, "M.5 7.6L6.5 7.6")),
          Map.entry(
              '%',
              new Glyph(
                  13,
                  "M3 0C4.4 0 5.6 1.4 5.6 3.2C5.6 5 4.4 6.4 3 6.4C1.6 6.4 .4 5 .4 3.2C.4 1.4 1.6 0 3 0"
                      + "M10.5 .2L2.6 13.8M10 7.6C11.4 7.6 12.6 9 12.6 10.8C12.6 12.6 11.4 14 10 14"
                      + "C8.6 14 7.4 12.6 7.4 10.8C7.4 9 8.6 7.6 10 7.6")));

  private Digits() {}

  private static Map.Entry<Character, Glyph> digit(char shown, String path) {
    return Map.entry(shown, new Glyph(10, path));
  }

  /** Width of a figure that is {@code size} high. */
  static double width(String figure, double size) {
    double width = -GAP;
    for (int i = 0; i < figure.length(); i++) {
      width += glyph(figure.charAt(i)).width() + GAP;
    }
    return Math.max(0, width) * size / HEIGHT;
  }

  /** Writes a figure; x is its left edge, y the line that it stands on. */
  static void write(Graphics2D on, String figure, double x, double y, double size) {
    Stroke before = on.getStroke();
    double scale = size / HEIGHT;
    on.setStroke(
        new BasicStroke((float) (1.7 * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double left = x;
    for (int i = 0; i < figure.length(); i++) {
      Glyph glyph = glyph(figure.charAt(i));
      AffineTransform place = AffineTransform.getTranslateInstance(left, y - size);
      place.scale(scale, scale);
      on.draw(place.createTransformedShape(path(glyph.path())));
      left += (glyph.width() + GAP) * scale;
    }
    on.setStroke(before);
  }

  private static Glyph glyph(char shown) {
    Glyph glyph = GLYPHS.get(shown == '\u2212' ? '-' : shown);
    return glyph == null ? new Glyph(4, "M0 0") : glyph;
  }

  private static Path2D path(String letters) {
    Path2D path = new Path2D.Double();
    Matcher steps = STEP.matcher(letters);
    while (steps.find()) {
      double[] at =
          NUMBER
              .matcher(steps.group(2))
              .results()
              .mapToDouble(number -> Double.parseDouble(number.group()))
              .toArray();
      switch (steps.group(1)) {
        case "M" -> path.moveTo(at[0], at[1]);
        case "L" -> path.lineTo(at[0], at[1]);
        default -> path.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
      }
    }
    return path;
  }
}

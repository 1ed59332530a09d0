package io.waymark.alerting.mail.chart;

import io.waymark.alerting.domain.Course;
import io.waymark.alerting.domain.Quantiles;
import io.waymark.alerting.domain.Verdict;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Draws history, schedule and projection as a PNG: twice as large as it is shown, on white, so that
 * it is sharp on a phone and legible in a dark mail program.
 */
public final class Painter {
  /** Width at which it is shown. */
  public static final int WIDTH = 590;

  /** Height at which it is shown. */
  public static final int HEIGHT = 250;

  private static final int SHARPNESS = 2;
  private static final double LEFT = 14;
  private static final double RIGHT = 24;
  private static final double TOP = 20;
  private static final double BOTTOM = 32;
  private static final double TEXT = 12;

  private static final Color INK = new Color(0x1f2328);
  private static final Color MUTED = new Color(0x6e7781);
  private static final Color LINE = new Color(0xe4e8ec);
  private static final Color BLUE = new Color(0x0969da);
  private static final Color RED = new Color(0xa40e26);

  private final Chart chart;
  private final Scale scale;
  private final Graphics2D on;
  private final double left;
  private final long firstDay;
  private final double perDay;

  private Painter(Chart chart, Graphics2D on) {
    this.chart = chart;
    this.on = on;
    this.scale = chart.percent() ? Scale.percent() : Scale.of(chart.values());
    double widest =
        scale.marks().stream().mapToDouble(m -> Digits.width(label(m), TEXT)).max().orElse(0);
    this.left = LEFT + widest + 8;
    this.firstDay = chart.from().toEpochDay();
    long days = Math.max(1, chart.until().toEpochDay() - firstDay);
    this.perDay = (WIDTH - RIGHT - left) / days;
  }

  /** The picture of a verdict; empty where there is nothing to draw. */
  public static Optional<byte[]> png(Verdict verdict) {
    Chart chart = Chart.of(verdict);
    if (chart == null) {
      return Optional.empty();
    }
    BufferedImage image =
        new BufferedImage(WIDTH * SHARPNESS, HEIGHT * SHARPNESS, BufferedImage.TYPE_INT_RGB);
    Graphics2D on = image.createGraphics();
    try {
      on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      on.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      on.scale(SHARPNESS, SHARPNESS);
      new Painter(chart, on).paint();
    } finally {
      on.dispose();
    }
    return Optional.of(encoded(image));
  }

  private static byte[] encoded(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory was not written", e);
    }
    return bytes.toByteArray();
  }

  private void paint() {
    on.setColor(Color.WHITE);
    on.fillRect(0, 0, WIDTH, HEIGHT);
    marks();
    years();
    band(Quantiles::p10, Quantiles::p90, 33);
    band(Quantiles::p25, Quantiles::p75, 46);
    stroke(MUTED, 1.3f, 5, 4);
    line(chart.schedule());
    stroke(MUTED, 1f);
    double asOf = x(chart.asOf());
    on.draw(new Line2D.Double(asOf, TOP, asOf, HEIGHT - BOTTOM));
    stroke(BLUE, 2f);
    line(chart.fan().stream().map(b -> new Course.Point(b.date(), b.quantiles().p50())).toList());
    history();
    ends();
  }

  private void marks() {
    for (double mark : scale.marks()) {
      stroke(LINE, 1f);
      on.draw(new Line2D.Double(left, y(mark), WIDTH - RIGHT, y(mark)));
      on.setColor(MUTED);
      String label = label(mark);
      Digits.write(on, label, left - 8 - Digits.width(label, TEXT), y(mark) + TEXT / 2, TEXT);
    }
  }

  private String label(double mark) {
    return chart.percent() ? scale.written(mark) + "%" : scale.written(mark);
  }

  /** Each year is named in its middle, as many as there is room for. */
  private void years() {
    double room = Digits.width("2030", TEXT) + 14;
    int every = (int) Math.ceil(room / (365.25 * perDay));
    for (int year = chart.from().getYear(); year <= chart.until().getYear(); year++) {
      double from = Math.max(left, x(LocalDate.of(year, 1, 1)));
      double until = Math.min(WIDTH - RIGHT, x(LocalDate.of(year + 1, 1, 1)));
      stroke(MUTED, 1f);
      on.draw(new Line2D.Double(from, HEIGHT - BOTTOM, from, HEIGHT - BOTTOM + 5));
      if (until - from >= room - 6 && (year - chart.from().getYear()) % every == 0) {
        String name = Integer.toString(year);
        double at = (from + until - Digits.width(name, TEXT)) / 2;
        Digits.write(on, name, at, HEIGHT - BOTTOM + 8 + TEXT, TEXT);
      }
    }
    on.draw(new Line2D.Double(left, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM));
  }

  private void band(
      ToDoubleFunction<Quantiles> low, ToDoubleFunction<Quantiles> high, int strength) {
    List<Course.Band> fan = chart.fan();
    if (fan.size() < 2) {
      return;
    }
    Path2D area = new Path2D.Double();
    for (int i = 0; i < fan.size(); i++) {
      to(area, fan.get(i).date(), high.applyAsDouble(fan.get(i).quantiles()), i == 0);
    }
    for (int i = fan.size() - 1; i >= 0; i--) {
      to(area, fan.get(i).date(), low.applyAsDouble(fan.get(i).quantiles()), false);
    }
    area.closePath();
    on.setColor(new Color(BLUE.getRed(), BLUE.getGreen(), BLUE.getBlue(), strength));
    on.fill(area);
  }

  private void history() {
    stroke(INK, 2.2f);
    line(chart.history());
    double radius = chart.history().size() > 20 ? 2 : 3.4;
    for (Course.Point point : chart.history()) {
      on.fill(
          new Ellipse2D.Double(
              x(point.date()) - radius, y(point.value()) - radius, 2 * radius, 2 * radius));
    }
  }

  /** The figures of the last point, of the goal, and of what is expected when it is due. */
  private void ends() {
    if (!chart.history().isEmpty()) {
      Course.Point last = chart.history().getLast();
      figure(last, INK, -1);
    }
    Course.Point goal = chart.goal();
    Course.Point expected = expected();
    if (goal != null) {
      double x = x(goal.date());
      double y = y(goal.value());
      Path2D mark = new Path2D.Double();
      mark.moveTo(x, y - 7);
      mark.lineTo(x + 7, y);
      mark.lineTo(x, y + 7);
      mark.lineTo(x - 7, y);
      mark.closePath();
      on.setColor(Color.WHITE);
      on.fill(mark);
      stroke(RED, 2.2f);
      on.draw(mark);
      figure(goal, RED, expected != null && expected.value() > goal.value() ? 1 : -1);
    }
    if (expected != null) {
      figure(expected, BLUE, goal != null && expected.value() > goal.value() ? -1 : 1);
    }
  }

  private Course.@Nullable Point expected() {
    if (chart.fan().isEmpty() || chart.percent()) {
      return null;
    }
    Course.Band due = chart.fan().getLast();
    return new Course.Point(due.date(), due.quantiles().p50());
  }

  /** Beside its point: above it (-1) or below it (1), and always on the picture. */
  private void figure(Course.Point point, Color colour, int side) {
    String text = value(point.value());
    double size = TEXT + 1.5;
    double width = Digits.width(text, size);
    double x = Math.clamp(x(point.date()) - width / 2, left + 2, WIDTH - 4 - width);
    double wanted = side < 0 ? y(point.value()) - 11 : y(point.value()) + 11 + size;
    double y = Math.clamp(wanted, size + 4, HEIGHT - BOTTOM - 4);
    on.setColor(new Color(255, 255, 255, 215));
    on.fill(
        new Path2D.Double(
            new java.awt.geom.Rectangle2D.Double(x - 3, y - size - 3, width + 6, size + 6)));
    on.setColor(colour);
    Digits.write(on, text, x, y, size);
  }

  private String value(double value) {
    int digits = (int) Math.clamp(Math.ceil(1 - Math.log10(scale.step())), 0, 4);
    return Scale.written(value, digits) + (chart.percent() ? "%" : "");
  }

  private void line(List<Course.Point> points) {
    if (points.size() > 1) {
      Path2D path = new Path2D.Double();
      for (int i = 0; i < points.size(); i++) {
        to(path, points.get(i).date(), points.get(i).value(), i == 0);
      }
      on.draw(path);
    }
  }

  private void to(Path2D path, LocalDate date, double value, boolean first) {
    if (first) {
      path.moveTo(x(date), y(value));
    } else {
      path.lineTo(x(date), y(value));
    }
  }

  private void stroke(Color colour, float width, float... dashes) {
    on.setColor(colour);
    on.setStroke(
        new BasicStroke(
            width,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            10f,
            dashes.length == 0 ? null : dashes,
            0f));
  }

  private double x(LocalDate date) {
    return left + (date.toEpochDay() - firstDay) * perDay;
  }

  private double y(double value) {
    double height = HEIGHT - BOTTOM - TOP;
    return TOP + height * (scale.high() - value) / (scale.high() - scale.low());
  }
}

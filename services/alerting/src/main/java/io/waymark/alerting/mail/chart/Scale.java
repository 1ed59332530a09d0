package io.waymark.alerting.mail.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A scale with round marks.
 *
 * @param step distance of two marks
 */
record Scale(double low, double high, double step) {
  private static final int MARKS = 4;

  /** The scale on which all these values can be seen. */
  static Scale of(List<Double> values) {
    double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    double reach = high - low;
    if (reach <= Math.abs(high) * 1e-9) {
      reach = Math.max(Math.abs(high) * 0.1, 1e-6);
    }
    double step = step(reach / MARKS);
    double room = reach * 0.09;
    return new Scale(low < 0 || low - room > 0 ? low - room : Math.min(0, low), high + room, step);
  }

  /** A scale of percent complete. */
  static Scale percent() {
    return new Scale(0, 108, 25);
  }

  private static double step(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double nice : new double[] {1, 2, 2.5, 5}) {
      if (rough <= nice * power * 1.0001) {
        return nice * power;
      }
    }
    return 10 * power;
  }

  List<Double> marks() {
    List<Double> marks = new ArrayList<>();
    for (double mark = Math.ceil(low / step - 1e-9) * step;
        mark <= high + step * 1e-9;
        mark += step) {
      marks.add(Math.abs(mark) < step * 1e-9 ? 0 : mark);
    }
    return marks;
  }

  /** A value with as many digits as the marks need. */
  String written(double value) {
    int digits = Math.clamp((int) Math.ceil(-Math.log10(step) + (isHalf() ? 0.7 : 0) - 1e-9), 0, 6);
    return written(value, digits);
  }

  static String written(double value, int digits) {
    DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.UK));
    format.setMaximumFractionDigits(digits);
    format.setMinimumFractionDigits(0);
    return format.format(
        BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue());
  }

  private boolean isHalf() {
    double power = Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
    return Math.abs(step / power - 2.5) < 1e-6;
  }
}

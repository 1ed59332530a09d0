package io.waymark.cli.status;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of metrics in the Prometheus text format. */
public final class MetricsPage {
  /** One line: a name, its labels as they stand between the braces, a value. */
  record Sample(String name, String labels, double value) {
    /** The value of a label, or "-" if the sample has none of that name. */
    String label(String label) {
      Matcher matcher = Pattern.compile("\\b" + label + "=\"([^\"]*)\"").matcher(labels);
      return matcher.find() ? matcher.group(1) : "-";
    }
  }

  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)\\})?\\s+(\\S+)(?:\\s.*)?");

  private final List<Sample> samples;

  private MetricsPage(List<Sample> samples) {
    this.samples = samples;
  }

  /** Reads a page; lines that cannot be read are left out. */
  public static MetricsPage parse(String page) {
    List<Sample> samples = new ArrayList<>();
    page.lines()
        .filter(line -> line.startsWith("waymark_"))
        .forEach(line -> {
          Matcher matcher = LINE.matcher(line);
          if (matcher.matches()) {
            add(samples, matcher);
          }
        });
    return new MetricsPage(samples);
  }

  private static void add(List<Sample> samples, Matcher matcher) {
    String labels = matcher.group(2) == null ? "" : matcher.group(2);
    try {
      double value = Double.parseDouble(matcher.group(3));
      samples.add(new Sample(matcher.group(1), labels, value));
    } catch (NumberFormatException e) {
      // "+Inf" and the like belong to histograms, which nobody asks for here
    }
  }

  /** All samples of one name. */
  List<Sample> all(String name) {
    return samples.stream().filter(sample -> sample.name().equals(name)).toList();
  }

  /** The sum over all labels; empty if the page does not have the name. */
  public OptionalLong sum(String name) {
    List<Sample> found = all(name);
    return found.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.round(found.stream().mapToDouble(Sample::value).sum()));
  }
}

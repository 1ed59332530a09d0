package io.waymark.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The commands of the README's tour and the output that stands below each. */
final class ReadmeTour {
  private static final Pattern STEP =
      Pattern.compile(
          "```sh\\n\\./waymark ([^\\n]+)\\n```\\n<!-- output: \\w+ -->\\n```text\\n(.*?)\\n```\\n"
              + "<!-- /output -->",
          Pattern.DOTALL);

  private final Path file;
  private final List<Step> steps;

  /** What is typed after {@code ./waymark}, and what it prints. */
  record Step(String command, String output) {}

  ReadmeTour(Path file) {
    this.file = file;
    List<Step> found = new ArrayList<>();
    String text = read(file);
    STEP.matcher(text.substring(text.indexOf("## Five-minute tour")))
        .results()
        .forEach(step -> found.add(new Step(step.group(1), step.group(2))));
    steps = List.copyOf(found);
  }

  List<Step> steps() {
    return steps;
  }

  /** Puts other outputs in place of those that stand there. */
  void write(UnaryOperator<Step> retaken) {
    String text = read(file);
    int tour = text.indexOf("## Five-minute tour");
    String now = STEP.matcher(text.substring(tour)).replaceAll(step -> quoted(step, retaken));
    try {
      Files.writeString(file, text.substring(0, tour) + now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(MatchResult step, UnaryOperator<Step> retaken) {
    Step old = new Step(step.group(1), step.group(2));
    String whole = step.group();
    int at = step.start(2) - step.start();
    return java.util.regex.Matcher.quoteReplacement(
        whole.substring(0, at)
            + retaken.apply(old).output()
            + whole.substring(at + old.output().length()));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.waymark.charts;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The settings table of the README. */
final class Settings {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(WAYMARK_[A-Z_]+)` \\|");

  private Settings() {}

  static Set<String> documented() {
    Set<String> names = new TreeSet<>();
    ROW.matcher(Repository.text(Repository.ROOT.resolve("README.md")))
        .results()
        .map((MatchResult row) -> row.group(1))
        .forEach(names::add);
    return names;
  }
}

package io.waymark.judging;

import java.util.List;
import java.util.Optional;

/** The rulebooks that ship with Waymark. */
public final class Rulebooks {
  private static final Rulebook WUHAN =
      new Rulebook(
          "wuhan",
          1,
          new Text("武汉：实际进度与序时进度之比", "Wuhan: actual against scheduled progress"),
          "Position: Wuhan's published rule, actual / scheduled progress under 80 % yellow, under 60 % red. Outlook, grace"
              + " and tolerance thresholds are Waymark's.",
          new Rulebook.Position(1.10, 0.80, 0.60, 0.01, 5, 10),
          new Rulebook.Outlook(0.95, 0.60, 0.30),
          new Rulebook.Outlook(0.80, 0.45, 0.25),
          0.10,
          0.02,
          new Rulebook.Grace(15, 45, 120));

  private Rulebooks() {}

  /** All of them, by name. */
  public static List<Rulebook> all() {
    return List.of(WUHAN);
  }

  /** The rulebook of that name in its newest version; the empty name means "wuhan". */
  public static Optional<Rulebook> named(String name) {
    String wanted = name.isEmpty() ? WUHAN.name() : name;
    return all().stream().filter(rulebook -> rulebook.name().equals(wanted)).findFirst();
  }
}

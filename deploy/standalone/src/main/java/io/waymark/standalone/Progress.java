package io.waymark.standalone;

import java.io.PrintStream;
import java.util.Locale;

/** What the user sees while Waymark starts and stops. */
final class Progress {
  private final PrintStream out;
  private final Words words;

  Progress(PrintStream out, Words words) {
    this.out = out;
    this.words = words;
  }

  void say(String key, Object... arguments) {
    line(words.get(key, arguments));
  }

  /** A part is ready. */
  void ready(String part, long startNanos) {
    say("part.ready", words.get("part." + part), seconds(startNanos));
  }

  void external(String part, String address) {
    say("part.external", words.get("part." + part), address);
  }

  static String seconds(long startNanos) {
    return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - startNanos) / 1e9);
  }

  private synchronized void line(String text) {
    out.println(text);
    out.flush();
  }
}

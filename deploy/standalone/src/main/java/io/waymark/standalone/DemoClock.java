package io.waymark.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The clock file, by which all processes agree on what time it is.
 *
 * <p>Until a demo sets it, it shows the system's time. A demo's time runs only while Waymark runs:
 * {@link #saveAhead} notes what it shows, {@link #resume} lets it go on from there.
 */
final class DemoClock {
  private final Path file;
  private final Path saved;
  private final Clock system;

  private record Line(Instant shown, Instant set, double rate) {
    static Line parse(String text) {
      String[] parts = text.strip().split(" +", -1);
      if (parts.length != 3) {
        throw new IllegalStateException(text + " (expected: two instants and a rate)");
      }
      return new Line(
          Instant.parse(parts[0]), Instant.parse(parts[1]), Double.parseDouble(parts[2]));
    }

    boolean showsSystemTime() {
      return shown.equals(set) && rate == 1.0;
    }

    Instant at(Instant now) {
      return shown.plusNanos((long) (Duration.between(set, now).toNanos() * rate));
    }
  }

  /**
   * @param saved where the shown time is noted
   */
  DemoClock(Path file, Path saved, Clock system) {
    this.file = file;
    this.saved = saved;
    this.system = system;
  }

  /** Sets the file for a new run: the system's time, or where the demo's time stood. */
  void resume() {
    Instant now = system.instant();
    Instant shown = now;
    if (Files.exists(file)) {
      Line line = Line.parse(read(file));
      if (!line.showsSystemTime()) {
        shown = Files.exists(saved) ? Instant.parse(read(saved).strip()) : line.shown();
      }
    }
    Replacement.write(file, String.format(Locale.ROOT, "%s %s 1.0%n", shown, now));
  }

  /**
   * Notes what the clock will show in a while, so that a kill within that while does not turn the
   * time back.
   */
  void saveAhead(Duration ahead) {
    save(ahead);
  }

  /** Notes what the clock shows, when everything has stopped. */
  void saveIfSet() {
    if (Files.exists(file)) {
      save(Duration.ZERO);
    }
  }

  private void save(Duration ahead) {
    Instant shown = Line.parse(read(file)).at(system.instant()).plus(ahead);
    Replacement.write(saved, shown + "\n");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

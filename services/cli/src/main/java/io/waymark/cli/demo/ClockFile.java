package io.waymark.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * The file by which all processes of a demo agree on what time it is: {@code <instant it shows>
 * <system instant at which it was set> <rate>} in one line. It is replaced by a rename, so that a
 * reader never sees half of it, and it is never turned back except to begin a demo on a clock that
 * shows the system's time.
 */
public final class ClockFile {
  private final Path file;
  private final Clock system;

  private record Setting(Instant shown, Instant set, double rate) {
    Instant at(Instant now) {
      return shown.plusNanos((long) (Duration.between(set, now).toNanos() * rate));
    }

    boolean showsSystemTime() {
      return shown.equals(set) && rate == 1.0;
    }
  }

  /** A clock file; it need not exist yet. */
  public ClockFile(Path file, Clock system) {
    this.file = file;
    this.system = system;
  }

  /** What it shows now: the system's time if there is no file. */
  public Instant now() {
    return read().at(system.instant());
  }

  /** True until a demo sets it. */
  public boolean showsSystemTime() {
    return read().showsSystemTime();
  }

  /**
   * Begins a demo: sets a clock that still shows the system's time to the start, even if that is in
   * the past. A clock that was set before stays as it is. True if it was set.
   */
  public boolean begin(Instant start) {
    if (!showsSystemTime()) {
      return false;
    }
    write(start);
    return true;
  }

  /** Moves it forward; a clock that is there already, or further, stays. True if it was moved. */
  public boolean forwardTo(Instant instant) {
    if (!now().isBefore(instant)) {
      return false;
    }
    write(instant);
    return true;
  }

  private void write(Instant shown) {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.writeString(next, shown + " " + system.instant() + " 1.0\n");
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot set the clock " + file, e);
    }
  }

  private Setting read() {
    if (!Files.exists(file)) {
      Instant now = system.instant();
      return new Setting(now, now, 1.0);
    }
    try {
      return parse(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the clock " + file, e);
    }
  }

  private Setting parse(String line) {
    String[] parts = line.split(" +", -1);
    try {
      if (parts.length == 3) {
        return new Setting(
            Instant.parse(parts[0]), Instant.parse(parts[1]), Double.parseDouble(parts[2]));
      }
    } catch (DateTimeParseException | NumberFormatException e) {
      throw new IllegalStateException(malformed(line), e);
    }
    throw new IllegalStateException(malformed(line));
  }

  private String malformed(String line) {
    return file + ": " + line + " (expected: two instants and a rate)";
  }
}

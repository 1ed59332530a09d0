package io.waymark.chassis.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A clock that a file sets, so that all processes of a demo agree on what day it is.
 *
 * <p>The file holds one line: the instant it shows, the system instant at which it was set, and the
 * rate, for example {@code 2027-06-30T01:00:00Z 2026-11-22T15:00:00Z 1.0}. It is replaced by a
 * rename, never written in place.
 */
public final class FileClock extends Clock {
  private final Path file;
  private final Clock system;
  private volatile @Nullable Setting setting;

  private record Setting(Instant shown, Instant set, double rate, Object fileKey, long modified) {}

  /**
   * Creates a clock.
   *
   * @param system what time it really is, and the zone
   */
  public FileClock(Path file, Clock system) {
    this.file = file;
    this.system = system;
  }

  @Override
  public Instant instant() {
    Setting now = read();
    double nanos = Duration.between(now.set(), system.instant()).toNanos() * now.rate();
    return now.shown().plusNanos((long) nanos);
  }

  @Override
  public ZoneId getZone() {
    return system.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new FileClock(file, system.withZone(zone));
  }

  private Setting read() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      Object key = Objects.requireNonNullElse(attributes.fileKey(), file);
      long modified = attributes.lastModifiedTime().toMillis();
      Setting last = setting;
      if (last != null && last.fileKey().equals(key) && last.modified() == modified) {
        return last;
      }
      Setting fresh = parse(Files.readString(file).strip(), key, modified);
      setting = fresh;
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "WAYMARK_CLOCK_FILE: " + file + " (expected: a readable file)", e);
    }
  }

  private Setting parse(String line, Object key, long modified) {
    List<String> parts = List.of(line.split(" +", -1));
    try {
      if (parts.size() == 3) {
        return new Setting(
            Instant.parse(parts.get(0)),
            Instant.parse(parts.get(1)),
            Double.parseDouble(parts.get(2)),
            key,
            modified);
      }
    } catch (DateTimeParseException | NumberFormatException e) {
      throw malformed(line, e);
    }
    throw malformed(line, null);
  }

  private IllegalStateException malformed(String line, @Nullable Exception cause) {
    return new IllegalStateException(
        file + ": " + line + " (expected: two instants and a rate)", cause);
  }
}

package io.waymark.cli.view;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Instants as a reader in one zone sees them. */
final class Times {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final ZoneId zone;

  Times(ZoneId zone) {
    this.zone = zone;
  }

  /** For example "2027-07-08 10:00"; "-" where there is none. */
  String minute(Timestamp at) {
    if (at.equals(Timestamp.getDefaultInstance())) {
      return "-";
    }
    return MINUTE.format(Instant.ofEpochMilli(Timestamps.toMillis(at)).atZone(zone));
  }
}

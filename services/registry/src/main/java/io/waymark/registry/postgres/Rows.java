package io.waymark.registry.postgres;

import com.google.protobuf.InvalidProtocolBufferException;
import io.waymark.registry.domain.Actor;
import io.waymark.registry.domain.BureauState;
import io.waymark.registry.domain.ProgressReport;
import io.waymark.registry.domain.ProjectState;
import io.waymark.registry.domain.RecordedEvent;
import io.waymark.registry.wire.BureauWire;
import io.waymark.registry.wire.EventWire;
import io.waymark.registry.wire.ProjectWire;
import io.waymark.registry.wire.ReportWire;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.Record;

/** Reads columns. */
final class Rows {
  private Rows() {}

  static ProjectState projectState(Record row) {
    return read(
        row,
        "state",
        bytes -> ProjectWire.state(io.waymark.proto.registry.v1.ProjectState.parseFrom(bytes)));
  }

  static BureauState bureauState(Record row) {
    return new BureauState(
        read(
            row,
            "state",
            bytes -> BureauWire.bureau(io.waymark.proto.registry.v1.Bureau.parseFrom(bytes))),
        row.get("version", long.class));
  }

  static ProgressReport report(Record row) {
    return read(
        row,
        "body",
        bytes -> ReportWire.report(io.waymark.proto.registry.v1.ProgressReport.parseFrom(bytes)));
  }

  static RecordedEvent event(Record row) {
    return new RecordedEvent(
        EventWire.event(row.get("kind", String.class), row.get("body", byte[].class)),
        row.get("version", long.class),
        new Actor(
            row.get("actor_name", String.class),
            row.get("actor_person", boolean.class),
            row.get("actor_bureau", String.class),
            row.get("channel", String.class)),
        row.get("recorded_at", OffsetDateTime.class).toInstant());
  }

  /** PostgreSQL's text holds everything but NUL. */
  static boolean isStorable(String text) {
    return text.indexOf('\0') < 0;
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private interface Parser<T> {
    T parse(byte[] bytes) throws InvalidProtocolBufferException;
  }

  private static <T> T read(Record row, String column, Parser<T> parser) {
    try {
      return parser.parse(row.get(column, byte[].class));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("column " + column + " cannot be read", e);
    }
  }
}

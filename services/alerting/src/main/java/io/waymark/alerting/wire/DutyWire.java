package io.waymark.alerting.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import io.waymark.alerting.domain.AlertCommand.DutyTold;
import io.waymark.alerting.domain.OwedReport;
import io.waymark.proto.alerting.v1.OverdueReport;
import io.waymark.proto.registry.v1.DutyEvent;
import io.waymark.proto.type.v1.ReportingDuty;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reports that are owed. */
public final class DutyWire {
  private DutyWire() {}

  /** What an event of the registry tells. */
  public static DutyTold read(DutyEvent event, String eventId, Instant at, Instant arrivedAt) {
    return new DutyTold(
        event.getVersion(), event.hasDuty() ? owed(event.getDuty()) : null, eventId, at, arrivedAt);
  }

  private static OwedReport owed(ReportingDuty duty) {
    return new OwedReport(
        duty.getFrequency(),
        LocalDate.parse(duty.getPeriodStart()),
        LocalDate.parse(duty.getPeriodEnd()),
        LocalDate.parse(duty.getDue()),
        LocalDate.parse(duty.getCloses()));
  }

  static OverdueReport message(OwedReport report) {
    return OverdueReport.newBuilder()
        .setFrequency(report.frequency())
        .setPeriodStart(report.from().toString())
        .setPeriodEnd(report.until().toString())
        .setDue(report.due().toString())
        .setCloses(report.closes().toString())
        .build();
  }

  static OwedReport read(OverdueReport message) {
    return new OwedReport(
        message.getFrequency(),
        LocalDate.parse(message.getPeriodStart()),
        LocalDate.parse(message.getPeriodEnd()),
        LocalDate.parse(message.getDue()),
        LocalDate.parse(message.getCloses()));
  }

  /** As it is stored; null if none is owed. */
  public static byte @Nullable [] bytes(@Nullable OwedReport report) {
    return report == null ? null : message(report).toByteArray();
  }

  /** As it was stored; null stands for none. */
  public static @Nullable OwedReport parse(byte @Nullable [] stored) {
    try {
      return stored == null ? null : read(OverdueReport.parseFrom(stored));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a stored report cannot be read", e);
    }
  }
}

package io.waymark.registry.wire;

import io.waymark.proto.registry.v1.ListScheduleVersionsResponse;
import io.waymark.proto.registry.v1.ScheduleKind;
import io.waymark.proto.registry.v1.SchedulePoint;
import io.waymark.proto.registry.v1.ScheduleVersion;
import io.waymark.registry.domain.LocalizedText;
import io.waymark.registry.domain.Schedule;
import io.waymark.registry.domain.ScheduleHistory;
import io.waymark.registry.domain.SchedulePointDraft;
import java.time.LocalDate;
import java.util.List;

/** Schedules and their versions. */
public final class ScheduleWire {
  private static final String KIND = "SCHEDULE_KIND_";

  private ScheduleWire() {}

  /** For readers: the one recorded last first. */
  public static ListScheduleVersionsResponse history(ScheduleHistory history, LocalDate today) {
    var response = ListScheduleVersionsResponse.newBuilder().setInForce(history.inForceOn(today));
    for (int number = history.versions().size(); number > 0; number--) {
      response.addVersions(
          version(history.versions().get(number - 1)).toBuilder().setVersion(number));
    }
    return response.build();
  }

  static ScheduleVersion version(io.waymark.registry.domain.ScheduleVersion version) {
    return ScheduleVersion.newBuilder()
        .setScheduleVersionId(version.id())
        .setKind(ScheduleKind.valueOf(KIND + version.kind().name()))
        .setPlannedStart(TypeWire.date(version.schedule().start()))
        .setPlannedFinish(TypeWire.date(version.schedule().finish()))
        .addAllPoints(points(version.schedule().points()))
        .setDocument(version.document())
        .setApprover(version.approver())
        .setReason(version.reason())
        .setEffective(TypeWire.date(version.effective()))
        .setActor(TypeWire.actor(version.actor()))
        .setRecordedAt(TypeWire.timestamp(version.recordedAt()))
        .build();
  }

  static io.waymark.registry.domain.ScheduleVersion version(ScheduleVersion version) {
    return new io.waymark.registry.domain.ScheduleVersion(
        version.getScheduleVersionId(),
        io.waymark.registry.domain.ScheduleVersion.Kind.valueOf(
            version.getKind().name().substring(KIND.length())),
        new Schedule(
            TypeWire.date(version.getPlannedStart()),
            TypeWire.date(version.getPlannedFinish()),
            version.getPointsList().stream().map(ScheduleWire::point).toList()),
        version.getDocument(),
        version.getApprover(),
        version.getReason(),
        TypeWire.date(version.getEffective()),
        TypeWire.actor(version.getActor()),
        TypeWire.instant(version.getRecordedAt()));
  }

  static List<SchedulePointDraft> drafts(List<SchedulePoint> points) {
    return points.stream()
        .map(point ->
            new SchedulePointDraft(
                point.getDate(), point.getPercent(), TypeWire.text(point.getMilestone())))
        .toList();
  }

  static List<SchedulePoint> points(List<io.waymark.registry.domain.SchedulePoint> points) {
    return points.stream().map(ScheduleWire::point).toList();
  }

  static io.waymark.registry.domain.SchedulePoint point(SchedulePoint point) {
    return new io.waymark.registry.domain.SchedulePoint(
        LocalDate.parse(point.getDate()), point.getPercent(), TypeWire.text(point.getMilestone()));
  }

  private static SchedulePoint point(io.waymark.registry.domain.SchedulePoint point) {
    SchedulePoint.Builder to =
        SchedulePoint.newBuilder().setDate(point.date().toString()).setPercent(point.percent());
    return point.milestone().equals(LocalizedText.EMPTY)
        ? to.build()
        : to.setMilestone(TypeWire.text(point.milestone())).build();
  }
}

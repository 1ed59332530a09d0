package io.waymark.registry.wire;

import io.waymark.calendar.reporting.Duty;
import io.waymark.proto.registry.v1.DutyEvent;
import io.waymark.proto.type.v1.ReportingDuty;
import io.waymark.registry.domain.ProjectDefinition;
import io.waymark.registry.domain.ProjectKey;
import java.time.Instant;
import java.util.Optional;

/** Which report a project owes next: as told, and as kept. */
public final class DutyWire {
  private DutyWire() {}

  /** What is told of a report that is owed; nothing is set if none is. */
  public static ReportingDuty duty(ProjectDefinition project, Optional<Duty> next) {
    return next.map(duty ->
            ReportingDuty.newBuilder()
                .setPlanId(project.key().planId())
                .setSubjectId(project.key().projectId())
                .setName(TypeWire.text(project.name()))
                .setBureauId(project.leadBureauId())
                .setFrequency(duty.period().frequency().word())
                .setPeriodStart(duty.period().first().toString())
                .setPeriodEnd(duty.period().last().toString())
                .setDue(duty.due().toString())
                .setCloses(duty.closes().toString())
                .build())
        .orElse(ReportingDuty.getDefaultInstance());
  }

  /** The event. */
  public static DutyEvent event(ProjectKey project, ReportingDuty duty, long version, Instant at) {
    DutyEvent.Builder event =
        DutyEvent.newBuilder()
            .setPlanId(project.planId())
            .setProjectId(project.projectId())
            .setVersion(version)
            .setRecordedAt(TypeWire.timestamp(at));
    return duty.getPeriodEnd().isEmpty() ? event.build() : event.setDuty(duty).build();
  }
}

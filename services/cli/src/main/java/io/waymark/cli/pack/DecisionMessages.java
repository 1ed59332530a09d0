package io.waymark.cli.pack;

import io.waymark.cli.pack.Decisions.Move;
import io.waymark.cli.pack.Decisions.Rule;
import io.waymark.cli.pack.Decisions.Schedule;
import io.waymark.cli.pack.Decisions.Stop;
import io.waymark.cli.pack.PlanPack.Point;
import io.waymark.proto.registry.v1.MovePhaseRequest;
import io.waymark.proto.registry.v1.ResumeProjectRequest;
import io.waymark.proto.registry.v1.ReviseScheduleRequest;
import io.waymark.proto.registry.v1.SchedulePoint;
import io.waymark.proto.registry.v1.SuspendProjectRequest;
import io.waymark.proto.type.v1.ReportingRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Decisions in the words of the contracts; the same decision always has the same key. */
final class DecisionMessages {
  private final PlanPack pack;

  DecisionMessages(PlanPack pack) {
    this.pack = pack;
  }

  ReviseScheduleRequest schedule(Schedule schedule) {
    ReviseScheduleRequest request =
        ReviseScheduleRequest.newBuilder()
            .setPlanId(pack.plan().id())
            .setProjectId(schedule.project())
            .setPlannedStart(text(schedule.start()))
            .setPlannedFinish(text(schedule.finish()))
            .addAllPoints(points(schedule))
            .setDocument(schedule.document())
            .setApprover(schedule.approver())
            .setReason(schedule.reason())
            .setEffective(schedule.effective().toString())
            .build();
    String content =
        String.join(
            "|",
            request.getEffective(),
            request.getPlannedStart(),
            request.getPlannedFinish(),
            request.getDocument(),
            request.getApprover(),
            request.getReason(),
            points(request.getPointsList()));
    return request.toBuilder()
        .setIdempotencyKey(key("schedule", schedule.project(), content))
        .build();
  }

  /** Points as one text, to be compared. */
  static String points(List<SchedulePoint> points) {
    StringBuilder text = new StringBuilder();
    for (SchedulePoint point : points) {
      text.append(point.getDate())
          .append(' ')
          .append(point.getPercent())
          .append(' ')
          .append(point.getMilestone().getZh())
          .append('/')
          .append(point.getMilestone().getEn())
          .append(';');
    }
    return text.toString();
  }

  private List<SchedulePoint> points(Schedule schedule) {
    return pack.points().stream()
        .filter(point -> point.project().equals(schedule.project()))
        .filter(point -> point.revision().equals(schedule.id()))
        .sorted(java.util.Comparator.comparing(Point::date))
        .map(ProjectMessages::point)
        .toList();
  }

  MovePhaseRequest move(Move move) {
    String content =
        String.join(
            "|", move.date().toString(), move.phase().name(), move.reason(), move.approval());
    return MovePhaseRequest.newBuilder()
        .setPlanId(pack.plan().id())
        .setProjectId(move.project())
        .setIdempotencyKey(key("phase", move.project(), content))
        .setPhase(move.phase())
        .setDate(move.date().toString())
        .setReason(move.reason())
        .setApproval(move.approval())
        .build();
  }

  /** The stop, with its end where its own approval states it. */
  SuspendProjectRequest suspend(Stop stop) {
    Optional<LocalDate> until = stop.resumption().isEmpty() ? stop.until() : Optional.empty();
    String content =
        String.join(
            "|",
            stop.from().toString(),
            text(until),
            text(stop.plannedUntil()),
            stop.reason(),
            stop.approval());
    return SuspendProjectRequest.newBuilder()
        .setPlanId(pack.plan().id())
        .setProjectId(stop.project())
        .setIdempotencyKey(key("suspend", stop.project(), content))
        .setFrom(stop.from().toString())
        .setUntil(text(until))
        .setPlannedUntil(text(stop.plannedUntil()))
        .setReason(stop.reason())
        .setApproval(stop.approval())
        .build();
  }

  /** The end of a stop; without an approval of its own it is the stop's. */
  ResumeProjectRequest resume(Stop stop) {
    String approval = stop.resumption().isEmpty() ? stop.approval() : stop.resumption();
    String content = String.join("|", stop.from().toString(), text(stop.until()), approval);
    return ResumeProjectRequest.newBuilder()
        .setPlanId(pack.plan().id())
        .setProjectId(stop.project())
        .setIdempotencyKey(key("resume", stop.project(), content))
        .setFrom(text(stop.until()))
        .setApproval(approval)
        .build();
  }

  static ReportingRule rule(Rule rule) {
    return ReportingRule.newBuilder()
        .setSubjectId(rule.subject())
        .setFrequency(rule.frequency())
        .setMonthsAfter(rule.monthsAfter())
        .setDay(rule.day())
        .setGraceDays(rule.graceDays())
        .setEffective(rule.effective().toString())
        .build();
  }

  private String key(String what, String project, String content) {
    return ContentKey.of(String.join("/", "pack", pack.plan().id(), what, project), content);
  }

  private static String text(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse("");
  }
}

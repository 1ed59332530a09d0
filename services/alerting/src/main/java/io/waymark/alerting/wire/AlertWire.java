package io.waymark.alerting.wire;

import io.waymark.alerting.domain.Actor;
import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.AlertStatus;
import io.waymark.alerting.domain.Move;
import io.waymark.alerting.domain.Severity;
import io.waymark.alerting.domain.Transition;
import io.waymark.proto.alerting.v1.AlertEvent;
import io.waymark.proto.alerting.v1.AlertTransition;
import io.waymark.proto.type.v1.ActorKind;
import org.jspecify.annotations.Nullable;

/** Writes alerts and their transitions as messages. */
public final class AlertWire {
  private AlertWire() {}

  /** The alert without its history. */
  public static io.waymark.proto.alerting.v1.Alert alert(Alert alert) {
    io.waymark.proto.alerting.v1.Alert.Builder message =
        io.waymark.proto.alerting.v1.Alert.newBuilder()
            .setAlertId(alert.alertId())
            .setKind(Kinds.subject(alert.subject().kind()))
            .setPlanId(alert.subject().planId())
            .setSubjectId(alert.subject().subjectId())
            .setSubjectName(Fields.text(alert.name()))
            .setLeadBureauId(alert.leadBureauId())
            .setStatus(status(alert.status()))
            .setSeverity(severity(alert.severity()))
            .setOpenedAt(Fields.time(alert.openedAt()))
            .setSentence(Fields.text(alert.sentence()))
            .setSimulated(alert.simulated())
            .setPreviousAlertId(alert.previousAlertId())
            .setVersion(alert.version())
            .setPaused(alert.paused())
            .setCare(CareWire.write(alert));
    if (alert.resolvedAt() != null) {
      message.setResolvedAt(Fields.time(alert.resolvedAt()));
    }
    return message.build();
  }

  /** The event that announces a transition. */
  public static AlertEvent event(Move move) {
    return AlertEvent.newBuilder()
        .setAlert(alert(move.alert()))
        .setTransition(transition(move.transition()))
        .build();
  }

  /** One step of an alert's history. */
  public static AlertTransition transition(Transition transition) {
    AlertTransition.Builder message =
        AlertTransition.newBuilder()
            .setAction(transition.action().wireName())
            .setStatus(status(transition.status()))
            .setSeverity(severity(transition.severity()))
            .setAt(Fields.time(transition.at()))
            .setCauseEventId(transition.causeEventId())
            .setComment(transition.comment())
            .setJudgementId(transition.judgementId())
            .setPlanBy(Fields.date(transition.planBy()))
            .setAssignee(transition.assignee());
    if (transition.actor() != null) {
      message.setActor(actor(transition.actor()));
    }
    return message.build();
  }

  /** The status of an alert. */
  public static io.waymark.proto.alerting.v1.AlertStatus status(AlertStatus status) {
    return switch (status) {
      case OPEN -> io.waymark.proto.alerting.v1.AlertStatus.ALERT_STATUS_OPEN;
      case ACKNOWLEDGED -> io.waymark.proto.alerting.v1.AlertStatus.ALERT_STATUS_ACKNOWLEDGED;
      case RECTIFYING -> io.waymark.proto.alerting.v1.AlertStatus.ALERT_STATUS_RECTIFYING;
      case RESOLVED -> io.waymark.proto.alerting.v1.AlertStatus.ALERT_STATUS_RESOLVED;
      case RESTATED -> io.waymark.proto.alerting.v1.AlertStatus.ALERT_STATUS_RESTATED;
    };
  }

  /** The severity of an alert. */
  public static io.waymark.proto.alerting.v1.Severity severity(Severity severity) {
    return switch (severity) {
      case WARNING -> io.waymark.proto.alerting.v1.Severity.SEVERITY_WARNING;
      case CRITICAL -> io.waymark.proto.alerting.v1.Severity.SEVERITY_CRITICAL;
    };
  }

  /** The severity that a message names; null if it names none. */
  public static @Nullable Severity severity(io.waymark.proto.alerting.v1.Severity severity) {
    return switch (severity) {
      case SEVERITY_WARNING -> Severity.WARNING;
      case SEVERITY_CRITICAL -> Severity.CRITICAL;
      case SEVERITY_UNSPECIFIED, UNRECOGNIZED -> null;
    };
  }

  static Actor actor(io.waymark.proto.type.v1.Actor actor) {
    return new Actor(
        actor.getName(),
        actor.getKind() == ActorKind.ACTOR_KIND_PERSON,
        actor.getBureauId(),
        actor.getChannel());
  }

  static io.waymark.proto.type.v1.Actor actor(Actor actor) {
    return io.waymark.proto.type.v1.Actor.newBuilder()
        .setName(actor.name())
        .setKind(actor.person() ? ActorKind.ACTOR_KIND_PERSON : ActorKind.ACTOR_KIND_SYSTEM)
        .setBureauId(actor.bureauId())
        .setChannel(actor.channel())
        .build();
  }
}

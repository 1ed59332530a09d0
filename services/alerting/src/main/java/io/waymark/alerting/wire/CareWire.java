package io.waymark.alerting.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.Care;
import io.waymark.alerting.domain.Concern;
import io.waymark.alerting.domain.Severity;
import io.waymark.proto.alerting.v1.AlertCare;
import io.waymark.proto.alerting.v1.AlertConcern;
import io.waymark.proto.alerting.v1.AlertRestatement;
import io.waymark.proto.alerting.v1.CatchUpPlan;
import io.waymark.proto.alerting.v1.ResolutionProposal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who has an alert in hand, as a message; stored as it is sent. */
public final class CareWire {
  private CareWire() {}

  /** The care of an alert. */
  public static AlertCare write(Alert alert) {
    Care care = alert.care();
    AlertCare.Builder message =
        AlertCare.newBuilder()
            .setConcern(
                switch (care.concern()) {
                  case PROGRESS -> AlertConcern.ALERT_CONCERN_PROGRESS;
                  case SILENCE -> AlertConcern.ALERT_CONCERN_SILENCE;
                })
            .setCategory(care.category())
            .setBinding(care.binding())
            .setOpenSince(Fields.time(care.openSince()))
            .setUnplannedSince(Fields.time(care.unplannedSince()))
            .setRaisedSince(Fields.time(care.raisedSince()))
            .setAssignee(care.assignee())
            .addAllClimbed(care.climbed())
            .setReminders(care.reminders())
            .setRelapses(care.relapses())
            .setByHand(care.byHand());
    times(care, message);
    hands(alert, message);
    return message.build();
  }

  private static void times(Care care, AlertCare.Builder message) {
    if (care.pausedAt() != null) {
      message.setPausedAt(Fields.time(care.pausedAt()));
    }
    if (care.takenUntil() != null) {
      message.setTakenUntil(Fields.time(care.takenUntil()));
    }
    if (care.askedAt() != null) {
      message.setAskedAt(Fields.time(care.askedAt()));
    }
    if (care.recoveringSince() != null) {
      message.setRecoveringSince(Fields.time(care.recoveringSince()));
    }
  }

  private static void hands(Alert alert, AlertCare.Builder message) {
    Care care = alert.care();
    if (alert.acknowledgement() != null) {
      message
          .setTakenBy(AlertWire.actor(alert.acknowledgement().actor()))
          .setTakenComment(alert.acknowledgement().comment())
          .setTakenSeverity(AlertWire.severity(alert.acknowledgement().severity()));
    }
    if (care.plan() != null) {
      message.setPlan(
          CatchUpPlan.newBuilder()
              .setActor(AlertWire.actor(care.plan().actor()))
              .setText(care.plan().text())
              .setBy(care.plan().by().toString()));
    }
    if (care.overdue() != null) {
      message.setOverdue(DutyWire.message(care.overdue()));
    }
    if (care.proposal() != null) {
      message.setProposal(
          ResolutionProposal.newBuilder()
              .setActor(AlertWire.actor(care.proposal().actor()))
              .setReason(care.proposal().reason()));
    }
    if (care.restated() != null) {
      Care.Restatement restated = care.restated();
      AlertRestatement.Builder told =
          AlertRestatement.newBuilder()
              .setAsOf(restated.asOf().toString())
              .setJudgementId(restated.judgementId())
              .setCause(Fields.text(restated.cause()))
              .setAt(Fields.time(restated.at()));
      if (restated.severity() != null) {
        told.setSeverity(AlertWire.severity(restated.severity()));
      }
      message.setRestated(told);
    }
  }

  /** The message that was stored. */
  public static AlertCare parse(byte[] stored) {
    try {
      return AlertCare.parseFrom(stored);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a stored care cannot be read", e);
    }
  }

  /** The care that a message tells of. */
  public static Care read(AlertCare message) {
    return new Care(
        message.getConcern() == AlertConcern.ALERT_CONCERN_SILENCE
            ? Concern.SILENCE
            : Concern.PROGRESS,
        message.getCategory(),
        message.getBinding(),
        Fields.time(message.getOpenSince()),
        Fields.time(message.getUnplannedSince()),
        Fields.time(message.getRaisedSince()),
        time(message.hasPausedAt(), message.getPausedAt()),
        time(message.hasTakenUntil(), message.getTakenUntil()),
        message.hasPlan() ? plan(message.getPlan()) : null,
        message.getAssignee(),
        message.getClimbedList(),
        message.getReminders(),
        time(message.hasAskedAt(), message.getAskedAt()),
        time(message.hasRecoveringSince(), message.getRecoveringSince()),
        message.getRelapses(),
        message.hasProposal() ? proposal(message.getProposal()) : null,
        message.hasRestated() ? restated(message.getRestated()) : null,
        message.getByHand(),
        message.hasOverdue() ? DutyWire.read(message.getOverdue()) : null);
  }

  /** How grave an alert was when it was taken. */
  public static @Nullable Severity takenSeverity(AlertCare message) {
    return AlertWire.severity(message.getTakenSeverity());
  }

  private static Care.CatchUp plan(CatchUpPlan plan) {
    return new Care.CatchUp(
        AlertWire.actor(plan.getActor()), plan.getText(), LocalDate.parse(plan.getBy()));
  }

  private static Care.Proposal proposal(ResolutionProposal proposal) {
    return new Care.Proposal(AlertWire.actor(proposal.getActor()), proposal.getReason());
  }

  private static Care.Restatement restated(AlertRestatement restated) {
    return new Care.Restatement(
        AlertWire.severity(restated.getSeverity()),
        LocalDate.parse(restated.getAsOf()),
        restated.getJudgementId(),
        Fields.text(restated.getCause()),
        Fields.time(restated.getAt()));
  }

  private static @Nullable Instant time(boolean there, Timestamp time) {
    return there ? Fields.time(time) : null;
  }
}

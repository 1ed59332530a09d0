package io.waymark.alerting.wire;

import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.AlertState;
import io.waymark.alerting.domain.AlertStore;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.proto.alerting.v1.AlertPreview;
import io.waymark.proto.alerting.v1.MailPreview;
import io.waymark.proto.alerting.v1.PreviewAlertsResponse;

/** Writes what would happen as a message. */
public final class PreviewWire {
  private PreviewWire() {}

  /** One preview for each subject whose alert would move or whose bureau would be told. */
  public static PreviewAlertsResponse response(AlertStore.Changes changes) {
    PreviewAlertsResponse.Builder response = PreviewAlertsResponse.newBuilder();
    for (AlertState state : changes.states()) {
      Alert alert = state.alert();
      if (alert != null) {
        AlertPreview preview = preview(alert, changes);
        if (preview.getActionsCount() > 0 || preview.getMailsCount() > 0) {
          response.addAlerts(preview);
        }
      }
    }
    return response.build();
  }

  private static AlertPreview preview(Alert alert, AlertStore.Changes changes) {
    AlertPreview.Builder preview =
        AlertPreview.newBuilder()
            .setKind(Kinds.subject(alert.subject().kind()))
            .setPlanId(alert.subject().planId())
            .setSubjectId(alert.subject().subjectId())
            .setLeadBureauId(alert.leadBureauId())
            .setStatus(AlertWire.status(alert.status()))
            .setSeverity(AlertWire.severity(alert.severity()))
            .setWaitsForBureau(
                changes.waiting().stream()
                    .anyMatch(item -> item.notice().alert().alertId().equals(alert.alertId())));
    changes.moves().stream()
        .filter(move -> move.alert().alertId().equals(alert.alertId()))
        .forEach(move -> preview.addActions(move.transition().action().wireName()));
    changes.mails().stream()
        .filter(mail -> mail.alertIds().contains(alert.alertId()))
        .forEach(mail -> preview.addMails(mail(mail)));
    return preview.build();
  }

  private static MailPreview mail(OutgoingMail mail) {
    return MailPreview.newBuilder()
        .setBureauId(mail.bureauId())
        .setRecipient(mail.recipient())
        .setSubject(mail.subject())
        .build();
  }
}

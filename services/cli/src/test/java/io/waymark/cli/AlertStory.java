package io.waymark.cli;

import io.waymark.proto.alerting.v1.Alert;
import io.waymark.proto.alerting.v1.AlertCare;
import io.waymark.proto.alerting.v1.AlertStatus;
import io.waymark.proto.alerting.v1.AlertTransition;
import io.waymark.proto.alerting.v1.CatchUpPlan;
import io.waymark.proto.alerting.v1.OverdueReport;
import io.waymark.proto.alerting.v1.ResolutionProposal;
import io.waymark.proto.type.v1.Actor;

/** An alert that has been through much. */
final class AlertStory {
  private AlertStory() {}

  static Alert of(Alert alert) {
    return alert.toBuilder()
        .setCare(care(alert.getCare()))
        .addHistory(step(0, "opened", AlertStatus.ALERT_STATUS_OPEN).setCauseEventId("event-7"))
        .addHistory(
            step(1, "acknowledged", AlertStatus.ALERT_STATUS_ACKNOWLEDGED)
                .setActor(actor("li.wei", "transport"))
                .setComment("在查"))
        .addHistory(
            step(30, "planned", AlertStatus.ALERT_STATUS_RECTIFYING)
                .setActor(actor("li.wei", "transport"))
                .setPlanBy("2027-09-30")
                .setComment("增加两台盾构机"))
        .addHistory(
            step(31, "assigned", AlertStatus.ALERT_STATUS_RECTIFYING)
                .setActor(actor("li.wei", "transport"))
                .setAssignee("王芳"))
        .addHistory(
            step(200, "climbed", AlertStatus.ALERT_STATUS_ACKNOWLEDGED)
                .setComment("supervise-planless"))
        .addHistory(
            step(210, "restated", AlertStatus.ALERT_STATUS_ACKNOWLEDGED)
                .setCauseEventId("event-9")
                .setComment("补报5月数据\nthe figure of May came late"))
        .build();
  }

  private static AlertCare care(AlertCare care) {
    return care.toBuilder()
        .setTakenBy(actor("li.wei", "transport"))
        .setTakenUntil(Fixtures.at(Fixtures.NOW.plusSeconds(14 * 86_400)))
        .setTakenComment("在查")
        .setPlan(
            CatchUpPlan.newBuilder()
                .setActor(actor("li.wei", "transport"))
                .setText("增加两台盾构机")
                .setBy("2027-09-30"))
        .setProposal(
            ResolutionProposal.newBuilder()
                .setActor(actor("anna", "plan-office"))
                .setReason("统计口径调整"))
        .setOverdue(
            OverdueReport.newBuilder()
                .setFrequency("monthly")
                .setPeriodStart("2027-05-01")
                .setPeriodEnd("2027-05-31")
                .setDue("2027-06-07")
                .setCloses("2027-06-10"))
        .build();
  }

  private static AlertTransition.Builder step(int hours, String action, AlertStatus status) {
    return AlertTransition.newBuilder()
        .setAction(action)
        .setStatus(status)
        .setAt(Fixtures.at(Fixtures.NOW.plusSeconds(hours * 3600L)));
  }

  private static Actor actor(String name, String bureau) {
    return Actor.newBuilder().setName(name).setBureauId(bureau).build();
  }
}

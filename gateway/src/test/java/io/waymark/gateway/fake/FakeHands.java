package io.waymark.gateway.fake;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.google.rpc.Code;
import io.waymark.proto.alerting.v1.Alert;
import io.waymark.proto.alerting.v1.AlertCare;
import io.waymark.proto.alerting.v1.AlertConcern;
import io.waymark.proto.alerting.v1.AlertStatus;
import io.waymark.proto.alerting.v1.AlertTransition;
import io.waymark.proto.alerting.v1.CatchUpPlan;
import io.waymark.proto.alerting.v1.CreateSilenceRequest;
import io.waymark.proto.alerting.v1.DigestRhythm;
import io.waymark.proto.alerting.v1.ListAlertsRequest;
import io.waymark.proto.alerting.v1.ListAlertsResponse;
import io.waymark.proto.alerting.v1.OverdueReport;
import io.waymark.proto.alerting.v1.Preference;
import io.waymark.proto.alerting.v1.SetPreferenceRequest;
import io.waymark.proto.alerting.v1.Severity;
import io.waymark.proto.alerting.v1.Silence;
import io.waymark.proto.type.v1.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people do with the alerts of the made-up city; it is forgotten when the city goes. */
final class FakeHands {
  private static final Timestamp AT = Timestamps.fromMillis(1814403603000L);
  private static final Actor LI =
      Actor.newBuilder().setName("li.wei").setBureauId("transport").setChannel("board").build();

  private final Map<String, Alert> alerts = new LinkedHashMap<>();
  private final Map<String, Silence> silences = new LinkedHashMap<>();
  private final Map<String, Preference> preferences = new LinkedHashMap<>();

  FakeHands(List<Alert> raised) {
    for (int i = 0; i < raised.size(); i++) {
      Alert alert = raised.get(i);
      alerts.put(alert.getAlertId(), i == 0 ? rich(alert) : plain(alert, i));
    }
  }

  private static Alert plain(Alert alert, int i) {
    AlertCare.Builder care =
        AlertCare.newBuilder()
            .setConcern(
                i % 5 == 4
                    ? AlertConcern.ALERT_CONCERN_SILENCE
                    : AlertConcern.ALERT_CONCERN_PROGRESS)
            .setCategory(i % 2 == 0 ? "transport" : "water")
            .setBinding(i % 3 == 0);
    return alert.toBuilder()
        .setSeverity(i % 3 == 2 ? Severity.SEVERITY_WARNING : Severity.SEVERITY_CRITICAL)
        .setCare(care)
        .addHistory(step("opened", AlertStatus.ALERT_STATUS_OPEN).setCauseEventId("event-" + i))
        .build();
  }

  /** One that has been through much. */
  private static Alert rich(Alert alert) {
    return alert.toBuilder()
        .setStatus(AlertStatus.ALERT_STATUS_RECTIFYING)
        .setPreviousAlertId("a-of-last-year")
        .setCare(
            AlertCare.newBuilder()
                .setConcern(AlertConcern.ALERT_CONCERN_PROGRESS)
                .setCategory("transport")
                .setBinding(true)
                .setAssignee("王芳")
                .setTakenBy(LI)
                .setTakenUntil(Timestamps.fromMillis(1815613203000L))
                .setTakenComment("正在核查")
                .setPlan(
                    CatchUpPlan.newBuilder()
                        .setActor(LI)
                        .setText("增加两台盾构机，周末连续施工")
                        .setBy("2027-09-30"))
                .setOverdue(
                    OverdueReport.newBuilder()
                        .setFrequency("monthly")
                        .setPeriodStart("2027-05-01")
                        .setPeriodEnd("2027-05-31")
                        .setDue("2027-06-07")
                        .setCloses("2027-06-10"))
                .addClimbed("supervise-unanswered"))
        .addHistory(step("opened", AlertStatus.ALERT_STATUS_OPEN).setCauseEventId("5b0e2c9e-7"))
        .addHistory(step("reminded", AlertStatus.ALERT_STATUS_OPEN))
        .addHistory(
            step("climbed", AlertStatus.ALERT_STATUS_OPEN).setComment("supervise-unanswered"))
        .addHistory(
            step("acknowledged", AlertStatus.ALERT_STATUS_ACKNOWLEDGED)
                .setActor(LI)
                .setComment("正在核查"))
        .addHistory(
            step("planned", AlertStatus.ALERT_STATUS_RECTIFYING)
                .setActor(LI)
                .setComment("增加两台盾构机，周末连续施工"))
        .addHistory(
            step("restated", AlertStatus.ALERT_STATUS_RECTIFYING)
                .setCauseEventId("8c1d0b17-2")
                .setComment("补报5月数据\nthe figure of May came late"))
        .build();
  }

  private static AlertTransition.Builder step(String action, AlertStatus status) {
    return AlertTransition.newBuilder()
        .setAction(action)
        .setStatus(status)
        .setSeverity(Severity.SEVERITY_CRITICAL)
        .setAt(AT);
  }

  ListAlertsResponse list(ListAlertsRequest asked) {
    ListAlertsResponse.Builder found = ListAlertsResponse.newBuilder();
    alerts.values().stream()
        .filter(one -> any(asked.getSubjectId(), one.getSubjectId()))
        .filter(one -> any(asked.getBureauId(), one.getLeadBureauId()))
        .filter(one -> any(asked.getAssignee(), one.getCare().getAssignee()))
        .filter(one -> asked.getStatusValue() == 0 || asked.getStatus() == one.getStatus())
        .filter(one -> asked.getSeverityValue() == 0 || asked.getSeverity() == one.getSeverity())
        .filter(
            one -> asked.getConcernValue() == 0 || asked.getConcern() == one.getCare().getConcern())
        .forEach(one -> found.addAlerts(one.toBuilder().clearHistory()));
    return found.build();
  }

  private static boolean any(String asked, String is) {
    return asked.isEmpty() || asked.equals(is);
  }

  Alert whole(String id) {
    Alert alert = alerts.get(id);
    if (alert == null) {
      throw Refusals.of(Code.NOT_FOUND, "NOT_FOUND", "alert " + id + " does not exist");
    }
    return alert;
  }

  Alert step(String id, String action, AlertStatus status, String comment) {
    Alert after =
        whole(id).toBuilder()
            .setStatus(status)
            .addHistory(step(action, status).setActor(LI).setComment(comment))
            .build();
    alerts.put(id, after);
    return after;
  }

  Alert assign(String id, String name) {
    Alert before = whole(id);
    Alert after =
        step(id, "assigned", before.getStatus(), "").toBuilder()
            .setCare(before.getCare().toBuilder().setAssignee(name))
            .build();
    alerts.put(id, after);
    return after;
  }

  Silence silence(CreateSilenceRequest request) {
    Silence silence =
        Silence.newBuilder()
            .setSilenceId("silence-" + silences.size())
            .setMatcher(request.getMatcher())
            .setReason(request.getReason())
            .setActor(LI)
            .setFrom(AT)
            .setUntil(Timestamps.fromMillis(4102444800000L))
            .build();
    silences.put(silence.getSilenceId(), silence);
    return silence;
  }

  Silence end(String id) {
    Silence held = silences.get(id);
    if (held == null) {
      throw Refusals.of(Code.NOT_FOUND, "NOT_FOUND", "silence " + id + " does not exist");
    }
    Silence ended = held.toBuilder().setEndedBy(LI).build();
    silences.put(id, ended);
    return ended;
  }

  Collection<Silence> silences() {
    return List.copyOf(silences.values());
  }

  List<Preference> preferences(String bureau) {
    List<Preference> all = new ArrayList<>();
    for (String name : List.of("plan@", "director@")) {
      String address = name + bureau + ".example";
      all.add(
          preferences.getOrDefault(
              address,
              Preference.newBuilder()
                  .setAddress(address)
                  .setImmediateFrom(Severity.SEVERITY_WARNING)
                  .setDigest(DigestRhythm.DIGEST_RHYTHM_MONTHLY)
                  .build()));
    }
    return all;
  }

  Preference prefer(SetPreferenceRequest request) {
    Preference said =
        Preference.newBuilder()
            .setAddress(request.getAddress())
            .setImmediateFrom(request.getImmediateFrom())
            .setDigest(request.getDigest())
            .setQuietFrom(request.getQuietFrom())
            .setQuietTo(request.getQuietTo())
            .build();
    preferences.put(said.getAddress(), said);
    return said;
  }
}

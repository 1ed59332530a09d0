package io.waymark.alerting.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.alerting.domain.AlertDesk;
import io.waymark.alerting.domain.Light;
import io.waymark.alerting.domain.Verdicts;
import io.waymark.alerting.postgres.PostgresAlertStore;
import io.waymark.alerting.postgres.PostgresFixture;
import io.waymark.alerting.wire.VerdictWriter;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.alerting.v1.AlertPreview;
import io.waymark.proto.alerting.v1.AlertStatus;
import io.waymark.proto.alerting.v1.ListAlertsRequest;
import io.waymark.proto.alerting.v1.ListMailsRequest;
import io.waymark.proto.alerting.v1.ListMailsResponse;
import io.waymark.proto.alerting.v1.PreviewAlertsRequest;
import io.waymark.proto.alerting.v1.PreviewAlertsResponse;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.testkit.MutableClock;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What judgements would lead to, without their being made. */
@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertPreviewTest {
  private final AlertingDoor door;
  private final AlertingGrpcService service;
  private final MutableClock clock;
  private final PostgresFixture fixture;
  private final AlertDesk desk;

  AlertPreviewTest(Parts parts) {
    door = new AlertingDoor(parts);
    service = door.service;
    clock = door.clock;
    fixture = door.fixture;
    desk = door.desk;
  }

  @AfterAll
  void close() {
    door.close();
  }

  @Test
  void aPreviewSaysWhichAlertsWouldRiseAndWhoWouldBeToldAndLeavesNothingBehind() {
    long before = rows();

    PreviewAlertsResponse preview =
        preview(
            Verdicts.of("target-new").version(7),
            Verdicts.of("target-4").version(2).overall(Light.ON_TRACK),
            Verdicts.of("target-fine").overall(Light.AHEAD));

    assertThat(preview.getAlertsList())
        .extracting(AlertPreview::getSubjectId)
        .containsExactly("target-new", "target-4");
    AlertPreview raised = preview.getAlerts(0);
    assertThat(raised.getActionsList()).containsExactly("opened");
    assertThat(raised.getStatus()).isEqualTo(AlertStatus.ALERT_STATUS_OPEN);
    assertThat(raised.getMails(0).getRecipient()).isEqualTo("t@wuhan.example");
    assertThat(raised.getMails(0).getSubject()).contains("■滞后·约束性", "轨道交通运营里程");
    AlertPreview over = preview.getAlerts(1);
    assertThat(over.getActionsList()).containsExactly("resolved");
    assertThat(over.getMailsList()).hasSize(1);
    assertThat(rows()).isEqualTo(before);
    assertThat(
            AlertingDoor.call(
                    service::listAlerts,
                    ListAlertsRequest.newBuilder()
                        .setSubjectId("target-new")
                        .setIncludeResolved(true)
                        .build())
                .getAlertsList())
        .isEmpty();
  }

  @Test
  void whatAPreviewSaysIsWhatTheJudgementThenBrings() {
    Verdicts better = Verdicts.of("target-5").version(3).overall(Light.ON_TRACK);
    String alertId = door.alertOf("target-5");
    PreviewAlertsResponse preview = preview(better);

    fixture
        .db()
        .transaction(configuration -> {
          PostgresAlertStore store =
              new PostgresAlertStore(configuration.dsl(), new PostgresOutbox(clock));
          desk.judged(store, List.of(new SubjectJudged(better.build(), "event", clock.instant())));
          desk.dispatch(store);
        });

    ListMailsResponse mails =
        AlertingDoor.call(
            service::listMails, ListMailsRequest.newBuilder().setAlertId(alertId).build());
    assertThat(mails.getMails(0).getSubject())
        .isEqualTo(preview.getAlerts(0).getMails(0).getSubject());
    // Said once, it is old news: the version is not above what is held.
    assertThat(preview(better).getAlertsList()).isEmpty();
  }

  @Test
  void aPreviewForABureauWithoutAddressesSaysThatTheMailWouldWait() {
    AlertPreview waiting = preview(Verdicts.of("target-water").ledBy("water")).getAlerts(0);
    assertThat(waiting.getWaitsForBureau()).isTrue();
    assertThat(waiting.getMailsList()).isEmpty();
  }

  @Test
  void everyViolationOfAPreviewIsNamed() {
    Judgement good = VerdictWriter.write(Verdicts.of("target-x").build());
    PreviewAlertsRequest bad =
        PreviewAlertsRequest.newBuilder()
            .addJudgements(good.toBuilder().clearSubjectId())
            .addJudgements(good)
            .addJudgements(good.toBuilder().setAsOf("soon"))
            .build();
    assertThatThrownBy(() -> AlertingDoor.call(service::previewAlerts, bad))
        .hasMessageContaining("judgements[0]: subject:")
        .hasMessageContaining("judgements[2]: Text 'soon'");
    assertThatThrownBy(() ->
            AlertingDoor.call(service::previewAlerts, PreviewAlertsRequest.getDefaultInstance()))
        .hasMessage("judgements: 0 (expected: 1..1000 items)");
  }

  private PreviewAlertsResponse preview(Verdicts... verdicts) {
    PreviewAlertsRequest.Builder request = PreviewAlertsRequest.newBuilder();
    for (Verdicts verdict : verdicts) {
      request.addJudgements(VerdictWriter.write(verdict.build()));
    }
    return AlertingDoor.call(service::previewAlerts, request.build());
  }

  /** Of all tables: alerts, transitions, mails, notices, outbox. */
  private long rows() {
    long rows = 0;
    for (String table :
        fixture
            .db()
            .fetch("select tablename from pg_tables where schemaname = 'public'")
            .map(r -> r.get(0, String.class))) {
      rows += fixture.db().fetchSingle("select count(*) from " + table).get(0, Long.class);
    }
    return rows;
  }
}

package io.waymark.alerting.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.alerting.domain.Actor;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.alerting.domain.AlertDesk;
import io.waymark.alerting.domain.AlertStatus;
import io.waymark.alerting.domain.AlertStore.Changes;
import io.waymark.alerting.domain.Bureau;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.LinkAction;
import io.waymark.alerting.domain.LinkLedger.Use;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.alerting.domain.TestRules;
import io.waymark.alerting.domain.Text;
import io.waymark.alerting.domain.Verdicts;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.testkit.MutableClock;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresLinkLedgerTest {
  private static final Actor READER = new Actor("a@wuhan.example", true, "transport", "mail");

  private final MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
  private final PostgresFixture fixture;
  private final PostgresOutbox outbox = new PostgresOutbox(clock);
  private final AlertDesk desk =
      new AlertDesk(mailing -> List.of(), TestRules.SHIPPED, clock, InstantSource.system());
  private final PostgresLinkLedger ledger;
  private String alertId = "";

  PostgresLinkLedgerTest(Parts parts) {
    fixture = new PostgresFixture(parts.database());
    ledger = new PostgresLinkLedger(fixture.db(), outbox, desk, clock);
  }

  @BeforeEach
  void anOpenAlert() {
    fixture.empty();
    fixture
        .db()
        .transaction(configuration -> {
          PostgresAlertStore store = new PostgresAlertStore(configuration.dsl(), outbox);
          store.keepBureaus(
              List.of(
                  new Bureau(
                      "transport", 1, Text.NONE, "", List.of("a@wuhan.example"), Language.ZH)));
          desk.judged(
              store, List.of(new SubjectJudged(Verdicts.rail().build(), "event", Instant.EPOCH)));
        });
    alertId = fixture.db().fetchSingle("select alert_id from alert").get("alert_id", String.class);
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @Test
  void theKeyIsMadeOnceAndKept() {
    List<byte[]> keys = PostgresLinkLedger.keys(fixture.db());
    assertThat(keys).hasSize(1);
    assertThat(keys.getFirst()).hasSize(32);
    assertThat(PostgresLinkLedger.keys(fixture.db()).getFirst()).isEqualTo(keys.getFirst());
  }

  @Test
  void aUsedLinkTakesTheAlertForItsRecipientAndIsSpent() {
    ledger.use(use("link-1", LinkAction.ACKNOWLEDGE, alertId, "已安排", null));
    assertThat(ledger.alert(alertId).orElseThrow().status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
    assertThat(ledger.used("link-1")).contains(clock.instant());

    ledger.use(use("link-1", LinkAction.ACKNOWLEDGE, alertId, "again", null));
    assertThat(ledger.alert(alertId).orElseThrow().acknowledgement())
        .satisfies(taken -> assertThat(taken.comment()).isEqualTo("已安排"));
  }

  @Test
  void aCatchUpPlanIsKeptWithItsDay() {
    ledger.use(use("link-2", LinkAction.PLAN, alertId, "增派班组", LocalDate.parse("2027-09-30")));
    assertThat(String.valueOf(ledger.alert(alertId).orElseThrow()))
        .contains("增派班组")
        .contains("2027-09-30");
  }

  @Test
  void whoeverEndedTheDigestsGetsNoneAndStillGetsAlerts() {
    ledger.use(use("link-3", LinkAction.UNSUBSCRIBE, "transport", "", null));
    save(mail("digest", "http://x/act/1"), mail("alert", ""));
    assertThat(fixture.db().fetch("select mail_id from mail").getValues("mail_id", String.class))
        .containsExactly("alert");
  }

  private void save(OutgoingMail... mails) {
    fixture
        .db()
        .transaction(configuration ->
            new PostgresAlertStore(configuration.dsl(), outbox)
                .save(new Changes(List.of(), List.of(), List.of(mails), List.of(), Map.of())));
  }

  private static Use use(
      String link,
      LinkAction action,
      String subject,
      String comment,
      @org.jspecify.annotations.Nullable LocalDate by) {
    return new Use(link, action, subject, READER, comment, by);
  }

  private static OutgoingMail mail(String id, String unsubscribe) {
    return new OutgoingMail(
        id,
        "<" + id + "@x>",
        "",
        "alert-1",
        "alert-1/1",
        "transport",
        "a@wuhan.example",
        Language.ZH,
        "s",
        "t",
        "h",
        Instant.EPOCH,
        Instant.EPOCH,
        Instant.EPOCH,
        List.of("alert-1"),
        null,
        unsubscribe);
  }
}

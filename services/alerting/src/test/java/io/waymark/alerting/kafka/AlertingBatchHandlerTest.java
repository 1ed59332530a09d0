package io.waymark.alerting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.alerting.domain.Action;
import io.waymark.alerting.domain.AlertDesk;
import io.waymark.alerting.domain.AlertState;
import io.waymark.alerting.domain.Light;
import io.waymark.alerting.domain.MemoryAlertStore;
import io.waymark.alerting.domain.Move;
import io.waymark.alerting.domain.TestRules;
import io.waymark.alerting.domain.Verdicts;
import io.waymark.alerting.wire.VerdictWriter;
import io.waymark.outbox.ReceivedEvent;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.JudgementEvent;
import io.waymark.proto.registry.v1.DutyEvent;
import io.waymark.proto.type.v1.ReportingDuty;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class AlertingBatchHandlerTest {
  private static final Instant NOW = Instant.parse("2027-07-08T01:00:00Z");

  private final DSLContext tx = DSL.using(SQLDialect.POSTGRES);
  private final MemoryAlertStore store = new MemoryAlertStore();
  private final AlertingBatchHandler handler =
      new AlertingBatchHandler(
          new AlertDesk(
              mailing -> List.of(),
              TestRules.SHIPPED,
              Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")),
              InstantSource.fixed(NOW)),
          transaction -> store);

  @Test
  void aRestatementOfThePastOpensNoAlert() {
    handler.handle(tx, List.of(restating(Verdicts.rail().overall(Light.OFF_TRACK), 2)));

    assertThat(store.moves()).isEmpty();
  }

  @Test
  void aRestatementOfThePastNeitherResolvesAnAlertNorHidesTheNextVerdict() {
    handler.handle(tx, List.of(judged(Verdicts.rail().overall(Light.OFF_TRACK), 1)));
    handler.handle(
        tx,
        List.of(
            restating(Verdicts.rail().overall(Light.ON_TRACK), 9),
            judged(Verdicts.rail().overall(Light.AT_RISK), 3)));

    assertThat(store.moves())
        .extracting(Move::transition)
        .extracting(transition -> transition.action())
        .containsExactly(Action.OPENED, Action.EASED);
  }

  @Test
  void whatIsOwedIsKeptByItsVersion() {
    handler.handle(tx, List.of(duty(2, "2027-06-30"), duty(1, "2027-05-31")));

    AlertState held = Objects.requireNonNull(store.lock(List.of(Verdicts.LINE)).get(Verdicts.LINE));
    assertThat(held.owing().version()).isEqualTo(2);
    assertThat(Objects.requireNonNull(held.owing().report()).until()).isEqualTo("2027-06-30");
    assertThat(held.owing().lookAt()).isEqualTo(Instant.parse("2027-07-12T01:00:00Z"));
  }

  private static ReceivedEvent duty(long version, String periodEnd) {
    DutyEvent event =
        DutyEvent.newBuilder()
            .setPlanId(Verdicts.LINE.planId())
            .setProjectId(Verdicts.LINE.subjectId())
            .setVersion(version)
            .setDuty(
                ReportingDuty.newBuilder()
                    .setFrequency("monthly")
                    .setPeriodStart(periodEnd.substring(0, 8) + "01")
                    .setPeriodEnd(periodEnd)
                    .setDue("2027-07-07")
                    .setCloses("2027-07-10"))
            .build();
    return new ReceivedEvent(
        UUID.randomUUID().toString(),
        AlertingBatchHandler.DUTIES,
        event.getPlanId() + "/" + event.getProjectId(),
        DutyEvent.getDescriptor().getFullName(),
        event.toByteArray(),
        NOW);
  }

  private static ReceivedEvent judged(Verdicts verdict, long version) {
    return event(VerdictWriter.write(verdict.version(version).build()));
  }

  private static ReceivedEvent restating(Verdicts verdict, long version) {
    return event(
        VerdictWriter.write(verdict.version(version).build()).toBuilder()
            .setAsOf("2027-03-31")
            .setRestatesJudgementId(UUID.randomUUID().toString())
            .build());
  }

  private static ReceivedEvent event(Judgement judgement) {
    return new ReceivedEvent(
        UUID.randomUUID().toString(),
        AlertingBatchHandler.JUDGEMENTS,
        judgement.getPlanId() + "/" + judgement.getSubjectId(),
        JudgementEvent.getDescriptor().getFullName(),
        JudgementEvent.newBuilder().setJudgement(judgement).build().toByteArray(),
        NOW);
  }
}

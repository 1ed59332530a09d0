package io.waymark.alerting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.alerting.domain.AlertCommand.Acknowledge;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.chassis.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AlertLifecycleTest {
  private static final Actor LI_WEI = new Actor("li.wei", true, "transport", "cli");

  @Test
  void aTargetAtRiskOpensAWarningAndItsBureauIsTold() {
    Life life = new Life();
    life.judged(Verdicts.rail().overall(Light.AT_RISK));
    assertThat(life.place()).isEqualTo(Place.OPEN_WARNING);
    assertThat(life.told).containsExactly(NoticeKind.OPENED);
  }

  @Test
  void aTargetOffTrackOpensACriticalAlertAndItsBureauIsTold() {
    Life life = new Life();
    life.judged(Verdicts.rail());
    assertThat(life.place()).isEqualTo(Place.OPEN_CRITICAL);
    assertThat(life.told).containsExactly(NoticeKind.OPENED);
  }

  @Test
  void anUnknownOrSuspendedOrGoodSubjectOpensNothing() {
    for (Light light : EnumSet.of(Light.UNKNOWN, Light.SUSPENDED, Light.ON_TRACK, Light.AHEAD)) {
      Life life = new Life();
      life.judged(Verdicts.rail().overall(light));
      assertThat(life.place()).isEqualTo(Place.NONE);
      assertThat(life.told).isEmpty();
    }
  }

  @Test
  void anOlderJudgementChangesNothing() {
    Life life = new Life();
    life.judged(Verdicts.rail());
    AlertState before = life.state;
    life.judgedAs(Verdicts.rail().overall(Light.ON_TRACK).version(life.version));
    assertThat(life.state).isEqualTo(before);
  }

  @Test
  void aWorseVerdictEscalatesAndIsTold() {
    Life life = new Life();
    life.judged(Verdicts.rail().overall(Light.AT_RISK)).judged(Verdicts.rail());
    assertThat(life.place()).isEqualTo(Place.OPEN_CRITICAL);
    assertThat(life.told).containsExactly(NoticeKind.OPENED, NoticeKind.ESCALATED);
  }

  @Test
  void aBetterVerdictEasesWithoutAMail() {
    Life life = new Life();
    life.judged(Verdicts.rail()).judged(Verdicts.rail().overall(Light.AT_RISK));
    assertThat(life.place()).isEqualTo(Place.OPEN_WARNING);
    assertThat(life.told).containsExactly(NoticeKind.OPENED);
  }

  @Test
  void anAcknowledgedWarningThatTurnsCriticalMustBeAcknowledgedAnew() {
    Life life = new Life();
    life.judged(Verdicts.rail().overall(Light.AT_RISK)).acknowledged("看过了");
    assertThat(life.place()).isEqualTo(Place.ACKNOWLEDGED_WARNING);
    life.judged(Verdicts.rail());
    assertThat(life.place()).isEqualTo(Place.OPEN_CRITICAL);
  }

  @Test
  void anAcknowledgedAlertThatEasesStaysAcknowledged() {
    Life life = new Life();
    life.judged(Verdicts.rail()).acknowledged("在赶工").judged(Verdicts.rail().overall(Light.AT_RISK));
    assertThat(life.place()).isEqualTo(Place.ACKNOWLEDGED_WARNING);
  }

  @Test
  void aSecondAcknowledgementIsRecordedButItsRepetitionIsNot() {
    for (Light light : EnumSet.of(Light.AT_RISK, Light.OFF_TRACK)) {
      Life life = new Life();
      life.judged(Verdicts.rail().overall(light)).acknowledged("收到").acknowledged("已开会");
      long version = life.alert().version();
      life.acknowledged("已开会");
      assertThat(life.alert().version()).isEqualTo(version).isEqualTo(3);
    }
  }

  @Test
  void backOnTrackOrAheadResolvesAndIsAlwaysTold() {
    for (Light good : EnumSet.of(Light.ON_TRACK, Light.AHEAD)) {
      for (Light bad : EnumSet.of(Light.AT_RISK, Light.OFF_TRACK)) {
        Life life = new Life();
        life.judged(Verdicts.rail().overall(bad)).judged(Verdicts.rail().overall(good));
        assertThat(life.place()).isEqualTo(Place.RESOLVED);
        assertThat(life.told).endsWith(NoticeKind.RECOVERED);
        Life taken = new Life();
        taken
            .judged(Verdicts.rail().overall(bad))
            .acknowledged("")
            .judged(Verdicts.rail().overall(good));
        assertThat(taken.place()).isEqualTo(Place.RESOLVED);
        assertThat(taken.told).endsWith(NoticeKind.RECOVERED);
      }
    }
  }

  @Test
  void aRelapseOpensANewRecordLinkedToTheOld() {
    for (Light bad : EnumSet.of(Light.AT_RISK, Light.OFF_TRACK)) {
      Life life = new Life();
      life.judged(Verdicts.rail());
      String first = life.alert().alertId();
      life.judged(Verdicts.rail().overall(Light.ON_TRACK)).judged(Verdicts.rail().overall(bad));
      assertThat(life.alert().alertId()).isNotEqualTo(first);
      assertThat(life.alert().previousAlertId()).isEqualTo(first);
      assertThat(life.alert().version()).isEqualTo(1);
      assertThat(life.told)
          .containsExactly(NoticeKind.OPENED, NoticeKind.RECOVERED, NoticeKind.OPENED);
    }
  }

  @Test
  void unknownNeitherOpensNorResolves() {
    Life life = new Life();
    life.judged(Verdicts.rail()).judged(Verdicts.rail().overall(Light.UNKNOWN));
    assertThat(life.place()).isEqualTo(Place.OPEN_CRITICAL);
    assertThat(life.told).containsExactly(NoticeKind.OPENED);
  }

  @Test
  void aSuspensionPausesWithoutAMailAndTheAlertGoesOnWhereItWas() {
    for (Light bad : EnumSet.of(Light.AT_RISK, Light.OFF_TRACK)) {
      for (boolean acknowledged : new boolean[] {false, true}) {
        Life life = new Life();
        life.judged(Verdicts.rail().overall(bad));
        if (acknowledged) {
          life.acknowledged("知悉");
        }
        Place before = life.place();
        life.judged(Verdicts.rail().overall(Light.SUSPENDED));
        assertThat(life.place()).isEqualTo(Place.PAUSED);
        life.judged(Verdicts.rail().overall(Light.SUSPENDED).version(9));
        life.judged(Verdicts.rail().overall(bad));
        assertThat(life.place()).isEqualTo(before);
        assertThat(life.told).containsExactly(NoticeKind.OPENED);
      }
    }
  }

  @Test
  void aPausedAlertCanBeAcknowledgedAndResolved() {
    Life life = new Life();
    life.judged(Verdicts.rail())
        .judged(Verdicts.rail().overall(Light.SUSPENDED))
        .acknowledged("已批准停工");
    assertThat(life.place()).isEqualTo(Place.PAUSED);
    life.judged(Verdicts.rail().overall(Light.ON_TRACK));
    assertThat(life.place()).isEqualTo(Place.RESOLVED);
  }

  @Test
  void aSuspensionThatEndsWithoutAVerdictLetsTheClockRunAgain() {
    Life life = new Life();
    life.judged(Verdicts.rail())
        .judged(Verdicts.rail().overall(Light.SUSPENDED))
        .judged(Verdicts.rail().overall(Light.UNKNOWN));
    assertThat(life.place()).isEqualTo(Place.OPEN_CRITICAL);
  }

  @Test
  void aReportThatMakesItClearlyWorseIsToldAtOnce() {
    Life life = new Life();
    life.judged(Verdicts.rail().chance(0.4)).later(Duration.ofMinutes(1));
    life.judged(Verdicts.rail().chance(0.3).reportedBy("metro-line-11-4"));
    assertThat(life.told).containsExactly(NoticeKind.OPENED, NoticeKind.UPDATED);
    life.judged(Verdicts.rail().chance(0.3).expectedGap(-23.7).reportedBy("metro-line-11-4"));
    assertThat(life.told).endsWith(NoticeKind.UPDATED, NoticeKind.UPDATED);
  }

  @Test
  void aReportThatChangesLittleIsNotTold() {
    Life life = new Life();
    life.judged(Verdicts.rail());
    life.judged(Verdicts.rail().chance(0.12).expectedGap(-23.6).reportedBy("metro-line-11-4"));
    assertThat(life.told).containsExactly(NoticeKind.OPENED);
  }

  @Test
  void aReportByWhichAnotherProjectBecomesTheMainCauseIsToldAtOnce() {
    Life life = new Life();
    life.judged(Verdicts.rail());
    life.judged(Verdicts.rail().expectedGap(-19).mainCause("pump", "泵站").reportedBy("pump"));
    assertThat(life.told).containsExactly(NoticeKind.OPENED, NoticeKind.UPDATED);
  }

  @Test
  void driftIsToldOnceInThirtyDays() {
    for (Light light : EnumSet.of(Light.AT_RISK, Light.OFF_TRACK)) {
      for (boolean acknowledged : new boolean[] {false, true}) {
        Life life = new Life();
        life.judged(Verdicts.rail().overall(light).chance(0.5));
        if (acknowledged) {
          life.acknowledged("");
        }
        Place before = life.place();
        life.later(Duration.ofDays(30).minusSeconds(1));
        life.judged(Verdicts.rail().overall(light).chance(0.2));
        assertThat(life.told).containsExactly(NoticeKind.OPENED);
        life.later(Duration.ofSeconds(1));
        life.judged(Verdicts.rail().overall(light).chance(0.2));
        assertThat(life.told).containsExactly(NoticeKind.OPENED, NoticeKind.UPDATED);
        assertThat(life.place()).isEqualTo(before);
      }
    }
  }

  @Test
  void anotherMainCauseIsToldAfterThirtyDays() {
    Life life = new Life();
    life.judged(Verdicts.rail()).later(Duration.ofDays(31));
    life.judged(Verdicts.rail().mainCause("pump", "泵站"));
    assertThat(life.told).containsExactly(NoticeKind.OPENED, NoticeKind.UPDATED);
  }

  @Test
  void improvementIsNoNews() {
    Life life = new Life();
    life.judged(Verdicts.rail()).later(Duration.ofDays(90));
    life.judged(Verdicts.rail().chance(0.6).expectedGap(-2).reportedBy("metro-line-11-4"));
    assertThat(life.told).containsExactly(NoticeKind.OPENED);
  }

  @Test
  void aProjectAtRiskIsRecordedButOnlyOffTrackIsMailed() {
    Life life = new Life();
    life.judged(Verdicts.line().overall(Light.AT_RISK));
    assertThat(life.place()).isEqualTo(Place.OPEN_WARNING);
    assertThat(life.told).isEmpty();
    life.judged(Verdicts.line());
    assertThat(life.told).containsExactly(NoticeKind.ESCALATED);
  }

  @Test
  void whoWasNeverToldIsNotToldOfTheRecovery() {
    Life life = new Life();
    life.judged(Verdicts.line().overall(Light.AT_RISK))
        .judged(Verdicts.line().overall(Light.ON_TRACK));
    assertThat(life.place()).isEqualTo(Place.RESOLVED);
    assertThat(life.told).isEmpty();
  }

  @Test
  void aProjectAMonthLaterThanToldIsToldAgain() {
    Life life = new Life();
    life.judged(Verdicts.line());
    life.judged(Verdicts.line().delayDays(244).reportedBy("metro-line-12-wuchang"));
    assertThat(life.told).containsExactly(NoticeKind.OPENED, NoticeKind.UPDATED);
  }

  @Test
  void aResolvedAlertCannotBeAcknowledged() {
    Life life = new Life();
    life.judged(Verdicts.rail()).judged(Verdicts.rail().overall(Light.ON_TRACK));
    assertThatThrownBy(() -> life.acknowledged("太晚了"))
        .isInstanceOf(Failure.class)
        .hasMessage("alert: resolved (expected: open or acknowledged)");
  }

  @Test
  void aStepThatTheTableDoesNotKnowCannotHappen() {
    AlertState nothing = AlertState.of(Verdicts.RAIL);
    assertThatThrownBy(() -> AlertLifecycle.evolve(nothing, new AlertEvent.Eased()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theSameHistoryGivesTheSameIds() {
    Life one = new Life();
    Life other = new Life();
    one.judged(Verdicts.rail());
    other.judged(Verdicts.rail());
    assertThat(one.alert()).isEqualTo(other.alert());
  }

  /** One subject's life, whose judgements are numbered as they come. */
  private static final class Life {
    private final List<NoticeKind> told = new ArrayList<>();
    private AlertState state = AlertState.of(Verdicts.RAIL);
    private Instant now = Instant.parse("2027-06-30T01:00:00Z");
    private long version;

    Life judged(Verdicts verdict) {
      version++;
      return judgedAs(verdict.version(version));
    }

    Life judgedAs(Verdicts verdict) {
      obey(new SubjectJudged(verdict.build(), "event", now));
      return this;
    }

    Life acknowledged(String comment) {
      obey(new Acknowledge(LI_WEI, comment, null));
      return this;
    }

    void later(Duration time) {
      now = now.plus(time);
    }

    Place place() {
      return Place.of(state.alert());
    }

    Alert alert() {
      return Objects.requireNonNull(state.alert());
    }

    private void obey(AlertCommand command) {
      for (AlertEvent event : AlertLifecycle.decide(state, command, now, TestRules.SHIPPED)) {
        state = AlertLifecycle.evolve(state, event);
        if (event instanceof AlertEvent.MailDue due) {
          told.add(due.kind());
        }
      }
    }
  }
}

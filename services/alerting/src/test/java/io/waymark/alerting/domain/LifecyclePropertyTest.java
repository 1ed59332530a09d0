package io.waymark.alerting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.alerting.domain.AlertCommand.Acknowledge;
import io.waymark.alerting.domain.AlertCommand.Assign;
import io.waymark.alerting.domain.AlertCommand.Comment;
import io.waymark.alerting.domain.AlertCommand.DutyTold;
import io.waymark.alerting.domain.AlertCommand.JudgementRestated;
import io.waymark.alerting.domain.AlertCommand.PlanAction;
import io.waymark.alerting.domain.AlertCommand.Resolve;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.alerting.domain.AlertCommand.TimeCame;
import io.waymark.calendar.WorkingCalendar;
import io.waymark.chassis.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random lives, from seeds: whatever happens in whatever order, these hold. */
class LifecyclePropertyTest {
  private static final Actor ANNA = new Actor("anna", true, "transport", "cli");
  private static final Actor BO = new Actor("bo", true, "plan-office", "cli");

  /** A ladder on which every status can climb at either severity. */
  private static final Rules RULES = rules();

  private static Rules rules() {
    Ladder.Table table =
        new Ladder.Table(
            5,
            List.of(2, 5),
            List.of(
                rung("a", NoticeKind.SUPERVISION, 3, Asked.What.ACKNOWLEDGEMENT),
                rung("b", NoticeKind.SUPERVISION, 1, Asked.What.RECOVERY),
                rung("c", NoticeKind.SUMMONS, 9, Asked.What.PLAN)));
    Map<Ladder.Key, Ladder.Table> tables = new HashMap<>();
    for (Concern concern : Concern.values()) {
      for (Severity severity : Severity.values()) {
        tables.put(new Ladder.Key(concern, severity), table);
      }
    }
    Ladder ladder = new Ladder("steep", 1, Text.NONE, List.of(), LocalTime.of(9, 0), tables, 30, 7);
    return new Rules(List.of(ladder), WorkingCalendar.shipped(), TestRules.ZONE);
  }

  private static Ladder.Rung rung(String id, NoticeKind kind, int after, Asked.What without) {
    return new Ladder.Rung(id, kind, after, without, List.of(Ladder.Audience.LEAD), List.of());
  }

  @Test
  void everyStepOfTheTableIsTakenAndEveryLifeKeepsItsPromises() {
    Set<Step> taken = new HashSet<>();
    for (long seed = 1; seed <= 200; seed++) {
      new Life(new Random(seed), taken).live(120);
    }
    assertThat(taken).containsExactlyInAnyOrderElementsOf(Step.TABLE);
  }

  /** One subject's random life. */
  private static final class Life {
    private final Random random;
    private final Set<Step> taken;
    private final List<String> raised = new ArrayList<>();
    private AlertState state = AlertState.of(Verdicts.RAIL);
    private Instant now = Instant.parse("2026-06-30T01:00:00Z");
    private long version;
    private long duties;

    Life(Random random, Set<Step> taken) {
      this.random = random;
      this.taken = taken;
    }

    void live(int steps) {
      for (int i = 0; i < steps; i++) {
        now = now.plus(Duration.ofHours(1 + random.nextInt(24 * 12)));
        obey(command());
        Instant due = Dues.next(state.alert(), RULES);
        if (due == null) {
          due = state.owing().lookAt();
        }
        if (due != null && random.nextInt(3) == 0) {
          now = due.isAfter(now) ? due : now;
          obey(new TimeCame());
        }
      }
    }

    private AlertCommand command() {
      Actor actor = random.nextBoolean() ? ANNA : BO;
      Alert live = state.live();
      if (live != null && live.care().proposal() != null && random.nextInt(3) == 0) {
        return new Resolve(actor, "同意"); // whoever was asked to agree often does
      }
      return switch (random.nextInt(13)) {
        case 12 -> duty();
        case 0 -> new Acknowledge(actor, "收到" + random.nextInt(), null);
        case 1 -> new PlanAction(actor, "赶工", today().plusDays(random.nextInt(90)));
        case 2 -> new Assign(actor, "", "p" + random.nextInt(5));
        case 3 -> new Comment(actor, "说明");
        case 4 -> random.nextInt(3) == 0 ? new Resolve(actor, "统计口径调整") : new TimeCame();
        case 5 -> restated();
        default -> judged();
      };
    }

    /** The report of this month, of the one before it, or none. */
    private DutyTold duty() {
      LocalDate first = today().withDayOfMonth(1).minusMonths(random.nextInt(2));
      LocalDate last = first.plusMonths(1).minusDays(1);
      OwedReport report =
          random.nextInt(5) == 0
              ? null
              : new OwedReport("monthly", first, last, last.plusDays(5), last.plusDays(8));
      return new DutyTold(++duties, report, "duty", now, now);
    }

    private LocalDate today() {
      return LocalDate.ofInstant(now, TestRules.ZONE);
    }

    private SubjectJudged judged() {
      Light[] lights = {
        Light.OFF_TRACK,
        Light.OFF_TRACK,
        Light.AT_RISK,
        Light.AT_RISK,
        Light.ON_TRACK,
        Light.AHEAD,
        Light.UNKNOWN,
        Light.SUSPENDED
      };
      version++;
      Verdicts verdict =
          Verdicts.rail()
              .version(version)
              .overall(lights[random.nextInt(lights.length)])
              .chance(random.nextInt(100) / 100.0);
      if (random.nextBoolean()) {
        verdict.reportedBy("metro-line-12-wuchang");
      }
      return new SubjectJudged(verdict.build(), "event", now);
    }

    private JudgementRestated restated() {
      Light[] lights = {Light.OFF_TRACK, Light.AT_RISK, Light.ON_TRACK};
      Verdict verdict = Verdicts.rail().version(version).overall(lights[random.nextInt(3)]).build();
      return new JudgementRestated(
          "judgement-x" + random.nextInt(),
          lights[random.nextInt(3)],
          verdict,
          new Text("更正", "corrected"),
          "event",
          now,
          now);
    }

    private void obey(AlertCommand command) {
      List<AlertEvent> events;
      try {
        events = AlertLifecycle.decide(state, command, now, RULES);
      } catch (Failure refused) {
        return;
      }
      for (AlertEvent event : events) {
        AlertState before = state;
        state = AlertLifecycle.evolve(state, event);
        Action.of(event).ifPresent(action -> taken.add(Step.taken(before, action, state)));
        promises(before.alert(), event);
      }
      assertThat(AlertLifecycle.decide(state, new TimeCame(), Instant.MIN.plusSeconds(1), RULES))
          .as("nothing is due before its time")
          .allMatch(event -> event instanceof AlertEvent.MailDue);
    }

    private void promises(@Nullable Alert before, AlertEvent event) {
      Alert after = state.alert();
      if (after == null) {
        return;
      }
      if (event instanceof AlertEvent.Opened opened) {
        assertThat(raised).doesNotContain(opened.alertId());
        raised.add(opened.alertId());
        assertThat(after.previousAlertId()).isEqualTo(before == null ? "" : before.alertId());
      } else if (before != null) {
        long step = Action.of(event).isPresent() ? 1 : 0;
        assertThat(after.version()).isEqualTo(before.version() + step);
      }
      if (!after.status().live()) {
        assertThat(Dues.next(after, RULES)).isNull();
      }
      if (after.paused()) {
        assertThat(event).isNotInstanceOfAny(AlertEvent.Climbed.class, AlertEvent.Reminded.class);
      }
      if (event instanceof AlertEvent.MailDue due && due.kind() == NoticeKind.RECOVERED) {
        assertThat(before).isNotNull();
        assertThat(before.told()).as("whoever hears of the end heard of the trouble").isNotNull();
      }
      assertThat(after.care().climbed()).doesNotHaveDuplicates();
      assertThat(after.status() == AlertStatus.RECTIFYING && after.care().plan() == null).isFalse();
    }
  }
}

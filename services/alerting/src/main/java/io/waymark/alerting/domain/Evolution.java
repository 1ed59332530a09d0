package io.waymark.alerting.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How each event changes the state. */
final class Evolution {
  private Evolution() {}

  static AlertState apply(AlertState state, AlertEvent event) {
    return switch (event) {
      case AlertEvent.Noted noted -> note(state, noted.verdict());
      case AlertEvent.Opened opened -> state.with(open(opened));
      case AlertEvent.Escalated escalated -> state.with(escalate(live(state), escalated.at()));
      case AlertEvent.Eased eased -> {
        Alert alert = live(state);
        yield state.with(alert.moved(alert.status(), Severity.WARNING, false, alert.care()));
      }
      case AlertEvent.Updated updated -> state.with(live(state).moved(live(state).care()));
      case AlertEvent.Paused paused -> {
        Alert alert = live(state);
        Care care = alert.care().with(draft -> draft.pausedAt = paused.at());
        yield state.with(alert.moved(alert.status(), alert.severity(), true, care));
      }
      case AlertEvent.Continued continued -> state.with(go(live(state), continued.at()));
      case AlertEvent.Recovering recovering -> {
        Alert alert = live(state);
        yield state.with(
            alert.caring(alert.care().with(draft -> draft.recoveringSince = recovering.since())));
      }
      case AlertEvent.Resolved resolved -> state.with(end(live(state), resolved.at(), false));
      case AlertEvent.ResolvedByHand resolved -> state.with(end(live(state), resolved.at(), true));
      case AlertEvent.Acknowledged taken -> state.with(take(live(state), taken));
      case AlertEvent.Lapsed lapsed -> state.with(reopen(live(state), lapsed.at(), false));
      case AlertEvent.PlanMissed missed -> state.with(reopen(live(state), missed.at(), true));
      case AlertEvent.Planned planned -> state.with(plan(live(state), planned));
      case AlertEvent.Assigned given -> {
        Alert alert = live(state);
        yield state.with(
            alert.moved(alert.care().with(draft -> draft.assignee = given.assignee())));
      }
      case AlertEvent.Commented commented -> state.with(live(state).moved(live(state).care()));
      case AlertEvent.Reminded reminded -> state.with(remind(live(state), reminded.at()));
      case AlertEvent.Climbed climbed -> state.with(climb(live(state), climbed));
      case AlertEvent.Proposed proposed -> {
        Alert alert = live(state);
        Care.Proposal proposal = new Care.Proposal(proposed.actor(), proposed.reason());
        yield state.with(alert.moved(alert.care().with(draft -> draft.proposal = proposal)));
      }
      case AlertEvent.Restated restated -> state.with(restate(latest(state), restated));
      case AlertEvent.Owes owes -> state.with(owes.owing());
      case AlertEvent.Overdue overdue -> {
        Alert alert = live(state);
        yield state.with(alert.moved(alert.care().with(draft -> draft.overdue = overdue.report())));
      }
      case AlertEvent.ReportCame came -> {
        Alert alert = live(state);
        yield state.with(alert.caring(alert.care().with(draft -> draft.overdue = null)));
      }
      case AlertEvent.MailDue due -> state.with(tell(latest(state), due));
    };
  }

  private static AlertState note(AlertState state, Verdict verdict) {
    Alert held = state.alert();
    Alert noted = held == null ? null : note(held, verdict);
    return new AlertState(state.subject(), verdict.version(), noted, verdict, state.owing());
  }

  private static Alert note(Alert alert, Verdict verdict) {
    boolean good = verdict.overall() == Light.ON_TRACK || verdict.overall() == Light.AHEAD;
    Care care =
        alert
            .care()
            .with(draft -> {
              draft.byHand = draft.byHand && !good;
              if (alert.status().live()) {
                draft.category = verdict.category();
                draft.binding = verdict.binding();
                Concern.of(verdict).ifPresent(concern -> draft.concern = concern);
              }
            });
    return alert.status().live() ? alert.noting(verdict, care) : alert.caring(care);
  }

  private static Alert open(AlertEvent.Opened opened) {
    Verdict verdict = opened.verdict();
    return new Alert(
        opened.alertId(),
        verdict.subject(),
        verdict.name(),
        verdict.leadBureauId(),
        AlertStatus.OPEN,
        opened.severity(),
        false,
        opened.at(),
        null,
        verdict.sentence(),
        verdict.simulated(),
        opened.previousAlertId(),
        1,
        null,
        null,
        Care.raised(opened.concern(), verdict, opened.at(), opened.relapses())
            .missing(opened.overdue()));
  }

  /** Whoever took it when it was as grave before still has it. */
  private static Alert escalate(Alert alert, Instant at) {
    Alert.Acknowledgement taken = alert.acknowledgement();
    boolean holds = taken != null && taken.severity() == Severity.CRITICAL;
    AlertStatus status = holds ? alert.status() : AlertStatus.OPEN;
    Care care =
        alert
            .care()
            .with(draft -> {
              draft.raisedSince = at;
              draft.climbed = List.of();
              if (status == AlertStatus.OPEN) {
                open(draft, at);
                draft.unplannedSince = at;
              }
            });
    return alert.moved(status, Severity.CRITICAL, false, care);
  }

  private static void open(Care.Draft draft, Instant at) {
    draft.openSince = at;
    draft.reminders = 0;
    draft.takenUntil = null;
    draft.plan = null;
  }

  /** The time of the suspension does not count. */
  private static Alert go(Alert alert, Instant at) {
    Instant since = alert.care().pausedAt();
    Duration stood = since == null ? Duration.ZERO : Duration.between(since, at);
    Care care =
        alert
            .care()
            .with(draft -> {
              draft.pausedAt = null;
              draft.openSince = draft.openSince.plus(stood);
              draft.unplannedSince = draft.unplannedSince.plus(stood);
              draft.raisedSince = draft.raisedSince.plus(stood);
              draft.askedAt = later(draft.askedAt, stood);
              draft.takenUntil = later(draft.takenUntil, stood);
            });
    return alert.moved(alert.status(), alert.severity(), false, care);
  }

  private static @Nullable Instant later(@Nullable Instant at, Duration by) {
    return at == null ? null : at.plus(by);
  }

  private static Alert end(Alert alert, Instant at, boolean byHand) {
    AlertStatus status =
        alert.care().restated() == null ? AlertStatus.RESOLVED : AlertStatus.RESTATED;
    Care care =
        alert
            .care()
            .with(draft -> {
              draft.pausedAt = null;
              draft.recoveringSince = null;
              draft.byHand = byHand;
            });
    return alert.over(status, at, care);
  }

  private static Alert take(Alert alert, AlertEvent.Acknowledged taken) {
    AlertStatus status =
        alert.status() == AlertStatus.OPEN ? AlertStatus.ACKNOWLEDGED : alert.status();
    Care care = alert.care().with(draft -> draft.takenUntil = taken.until());
    return alert.acknowledged(taken.actor(), taken.comment(), status, care);
  }

  private static Alert reopen(Alert alert, Instant at, boolean planless) {
    Care care =
        alert
            .care()
            .with(draft -> {
              open(draft, at);
              if (planless) {
                draft.unplannedSince = at;
                draft.askedAt = at;
              }
            });
    return alert.moved(AlertStatus.OPEN, alert.severity(), false, care);
  }

  private static Alert plan(Alert alert, AlertEvent.Planned planned) {
    Care.CatchUp plan = new Care.CatchUp(planned.actor(), planned.text(), planned.by());
    Care care = alert.care().with(draft -> draft.plan = plan);
    return alert.acknowledgement() == null
        ? alert.acknowledged(planned.actor(), "", AlertStatus.RECTIFYING, care)
        : alert.moved(AlertStatus.RECTIFYING, alert.severity(), alert.paused(), care);
  }

  private static Alert remind(Alert alert, Instant at) {
    return alert.moved(
        alert
            .care()
            .with(draft -> {
              draft.reminders++;
              draft.askedAt = at;
            }));
  }

  private static Alert climb(Alert alert, AlertEvent.Climbed climbed) {
    return alert.moved(
        alert
            .care()
            .with(draft -> {
              List<String> all = new ArrayList<>(draft.climbed);
              all.addAll(climbed.rungs());
              draft.climbed = all;
              draft.askedAt = climbed.at();
            }));
  }

  private static Alert restate(Alert alert, AlertEvent.Restated restated) {
    Care care = alert.care().with(draft -> draft.restated = restated.restatement());
    AlertStatus status = alert.status().live() ? alert.status() : AlertStatus.RESTATED;
    return alert.moved(status, alert.severity(), alert.paused(), care);
  }

  private static Alert tell(Alert alert, AlertEvent.MailDue due) {
    if (due.kind() == NoticeKind.RESTATED) {
      return alert;
    }
    Told before = alert.told();
    String first = before == null ? alert.transitionId() : before.firstTransitionId();
    return alert.telling(News.told(due.verdict(), alert.severity(), first, due.at()));
  }

  private static Alert live(AlertState state) {
    Alert live = state.live();
    if (live == null) {
      throw new IllegalStateException("no live alert of " + state.subject());
    }
    return live;
  }

  private static Alert latest(AlertState state) {
    if (state.alert() == null) {
      throw new IllegalStateException("no alert of " + state.subject());
    }
    return state.alert();
  }
}

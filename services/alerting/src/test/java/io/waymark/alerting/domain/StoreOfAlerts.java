package io.waymark.alerting.domain;

import io.waymark.alerting.domain.AlertCommand.Acknowledge;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.testkit.MutableClock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** A store of alerts, and a desk that works with it. */
abstract class StoreOfAlerts {
  static final Actor LI_WEI = new Actor("li.wei", true, "transport", "cli");
  static final Actor STRANGER = new Actor("wang.fang", true, "water", "cli");

  final MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
  final AlertDesk desk =
      new AlertDesk(
          StoreOfAlerts::write,
          TestRules.SHIPPED,
          clock,
          () -> Instant.now().plus(Window.LONGEST_WAIT));

  /** Runs a piece of work in a transaction of its own. */
  protected abstract <T> T inTransaction(Function<AlertStore, T> work);

  /** Recipients of the mails that were stored, oldest first. */
  protected abstract List<String> recipients();

  void know(String bureauId, long version, String email) {
    Bureau bureau =
        new Bureau(bureauId, version, new Text("市交通运输局", ""), "", List.of(email), Language.ZH);
    inTransaction(store -> {
      desk.bureausChanged(store, List.of(bureau));
      desk.dispatch(store);
      return true;
    });
  }

  void judge(Verdict... verdicts) {
    List<SubjectJudged> batch =
        Arrays.stream(verdicts)
            .map(verdict -> new SubjectJudged(verdict, "event", clock.instant()))
            .toList();
    inTransaction(store -> {
      desk.judged(store, batch);
      desk.dispatch(store);
      return true;
    });
  }

  Alert acknowledge(String alertId, Actor actor, boolean anyBureau) {
    return inTransaction(
        store -> desk.obey(store, alertId, new Acknowledge(actor, "收到", null), anyBureau));
  }

  AlertState held(SubjectKey subject) {
    return inTransaction(store -> Objects.requireNonNull(store.lock(Set.of(subject)).get(subject)));
  }

  private static List<OutgoingMail> write(Mailing mailing) {
    String to = mailing.recipients().getFirst().address();
    String id = AlertIds.mail(mailing.mailingId(), to);
    Notice notice = mailing.first();
    return List.of(
        new OutgoingMail(
            id,
            "<" + id + "@x>",
            mailing.threads().getOrDefault(to, ""),
            notice.alert().alertId(),
            notice.alert().transitionId(),
            mailing.bureau().bureauId(),
            to,
            Language.ZH,
            notice.kind().name(),
            "",
            "",
            mailing.at(),
            mailing.causeEventAt(),
            mailing.arrivedAt(),
            List.of(notice.alert().alertId())));
  }
}

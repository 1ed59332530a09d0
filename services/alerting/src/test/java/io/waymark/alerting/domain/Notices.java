package io.waymark.alerting.domain;

import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Notices as the desk makes them when one judgement follows the other. */
public final class Notices {
  public static final Instant NOW = Instant.parse("2027-06-30T01:00:00Z");

  private Notices() {}

  /** The notice that the last of these verdicts leads to. */
  public static Notice last(Verdict... verdicts) {
    List<Notice> notices = new ArrayList<>();
    MemoryAlertStore store = new MemoryAlertStore(() -> NOW);
    Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    AlertDesk desk =
        new AlertDesk(
            mailing -> {
              notices.addAll(mailing.notices());
              return List.of();
            },
            TestRules.SHIPPED,
            clock,
            () -> NOW.plus(Window.LONGEST_WAIT));
    store.keepBureaus(
        List.of(new Bureau("transport", 1, Text.NONE, "", List.of("a@b.example"), Language.ZH)));
    for (Verdict verdict : verdicts) {
      desk.judged(store, List.of(new SubjectJudged(verdict, "event", NOW)));
      desk.dispatch(store);
    }
    return notices.getLast();
  }
}

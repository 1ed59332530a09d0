package io.waymark.alerting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.alerting.domain.AlertArchive.Page;
import io.waymark.alerting.domain.AlertArchive.Position;
import io.waymark.alerting.domain.Notification.Result;
import io.waymark.alerting.domain.NotificationLog.Filter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every log of notifications does. */
public abstract class NotificationLogContract {
  private static final Instant JUNE = Instant.parse("2027-06-30T01:00:00Z");
  private static final Page ALL = new Page(100, null);

  protected abstract NotificationLog log();

  @Test
  void whatWasToldIsListedNewestFirstAsItWasTold() {
    Notification first = line("m1", "mail", "transport", "a@wuhan.example", 1, Result.PUT_OFF);
    log().append(first);
    log().append(line("m1", "mail", "transport", "a@wuhan.example", 2, Result.ACCEPTED));
    List<Notification> lines = log().list(Filter.ALL, ALL);
    assertThat(lines).extracting(Notification::attempt).containsExactly(2, 1);
    assertThat(lines.getLast())
        .usingRecursiveComparison()
        .ignoringFields("number", "recordedAt")
        .isEqualTo(first);
    assertThat(lines.getFirst().number()).isGreaterThan(lines.getLast().number());
  }

  @Test
  void theSameLineIsAppendedOnce() {
    Notification line = line("m1", "mail", "transport", "a@wuhan.example", 0, Result.BOUNCED);
    assertThat(log().append(line)).isTrue();
    assertThat(log().append(line)).isFalse();
    assertThat(log().list(Filter.ALL, ALL)).hasSize(1);
  }

  @Test
  void linesAreFoundByEachOfTheirTraits() {
    log().append(line("m1", "mail", "transport", "a@wuhan.example", 1, Result.ACCEPTED));
    log().append(line("m2", "mail", "water", "w@wuhan.example", 1, Result.FAILED));
    log().append(line("m3", "wecom", "water", "qyapi.weixin.qq.com", 1, Result.ACCEPTED));
    assertThat(found(new Filter("water", "", "", "", "", null, null, null)))
        .containsExactly("m3", "m2");
    assertThat(found(new Filter("", "a@wuhan.example", "", "", "", null, null, null)))
        .containsExactly("m1");
    assertThat(found(new Filter("", "", "subject-m2", "", "", null, null, null)))
        .containsExactly("m2");
    assertThat(found(new Filter("", "", "", "alert-m3", "", null, null, null)))
        .containsExactly("m3");
    assertThat(found(new Filter("", "", "", "both", "", null, null, null)))
        .containsExactly("m3", "m2", "m1");
    assertThat(found(new Filter("", "", "", "", "wecom", null, null, null))).containsExactly("m3");
    assertThat(found(new Filter("", "", "", "", "", Result.FAILED, null, null)))
        .containsExactly("m2");
    assertThat(found(new Filter("water", "", "", "", "mail", Result.ACCEPTED, null, null)))
        .isEmpty();
  }

  @Test
  void aSpanHoldsItsBeginningAndNotItsEnd() {
    log().append(line("m1", "mail", "transport", "a@wuhan.example", 1, Result.ACCEPTED));
    assertThat(found(new Filter("", "", "", "", "", null, JUNE, null))).containsExactly("m1");
    assertThat(found(new Filter("", "", "", "", "", null, null, JUNE))).isEmpty();
    assertThat(found(new Filter("", "", "", "", "", null, JUNE.plusMillis(1), null))).isEmpty();
    assertThat(found(new Filter("", "", "", "", "", null, null, JUNE.plusMillis(1))))
        .containsExactly("m1");
  }

  @Test
  void pagesGoOnWhereTheLastOneEndedWhateverWasToldSince() {
    for (int i = 1; i <= 5; i++) {
      log().append(line("m" + i, "mail", "transport", "a@wuhan.example", 1, Result.ACCEPTED));
    }
    List<Notification> first = log().list(Filter.ALL, new Page(2, null));
    log().append(line("m6", "mail", "transport", "a@wuhan.example", 1, Result.ACCEPTED));
    Position end = new Position(first.getLast().at(), Long.toString(first.getLast().number()));
    assertThat(log().list(Filter.ALL, new Page(2, end)))
        .extracting(Notification::notificationId)
        .containsExactly("m3", "m2");
  }

  @Test
  void whatIsForgottenIsTheOldestOfWhatIsOldEnoughInBatches() {
    for (int i = 1; i <= 4; i++) {
      log().append(toldAt("m" + i, JUNE.plusSeconds(10 - i)));
    }
    assertThat(log().forget(JUNE.plusSeconds(6), 9)).isZero();
    assertThat(log().forget(JUNE.plusSeconds(9), 2)).isEqualTo(2);
    assertThat(found(Filter.ALL)).containsExactly("m2", "m1");
    assertThat(log().forget(JUNE.plusSeconds(9), 2)).isEqualTo(1);
    assertThat(found(Filter.ALL)).containsExactly("m1");
    assertThat(log().append(toldAt("m5", JUNE))).isTrue();
    assertThat(found(Filter.ALL)).containsExactly("m5", "m1");
  }

  private static Notification toldAt(String id, Instant at) {
    Notification line = line(id, "mail", "transport", "a@wuhan.example", 1, Result.ACCEPTED);
    return new Notification(
        0,
        at,
        at,
        line.channel(),
        id,
        line.messageId(),
        line.recipient(),
        line.bureauId(),
        line.alertIds(),
        line.subjectIds(),
        line.subject(),
        line.attempt(),
        line.outcome(),
        line.answer());
  }

  private List<String> found(Filter filter) {
    return log().list(filter, ALL).stream().map(Notification::notificationId).toList();
  }

  protected static Notification line(
      String id, String channel, String bureau, String recipient, int attempt, Result outcome) {
    return new Notification(
        0,
        JUNE,
        JUNE,
        channel,
        id,
        "<" + id + "@waymark.example>",
        recipient,
        bureau,
        List.of("alert-" + id, "both"),
        List.of("subject-" + id),
        "【■滞后】轨道交通",
        attempt,
        outcome,
        "250 2.0.0 ok");
  }
}

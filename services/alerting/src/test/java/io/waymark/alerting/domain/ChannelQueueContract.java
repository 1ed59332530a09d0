package io.waymark.alerting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.alerting.domain.AlertArchive.Page;
import io.waymark.alerting.domain.ChannelMessage.Standing;
import io.waymark.alerting.domain.ChannelQueue.DueMessage;
import io.waymark.alerting.domain.ChannelQueue.Outcome;
import io.waymark.alerting.domain.ChannelQueue.Result;
import io.waymark.alerting.domain.NotificationLog.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every queue of messages to channels does. */
public abstract class ChannelQueueContract {
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Instant STATED = Instant.parse("2027-06-30T01:00:00Z");

  private final Instant now = Instant.now().plusSeconds(3600);

  protected abstract ChannelQueue queue();

  protected abstract NotificationLog log();

  /** Stores messages as the desk does. */
  protected abstract void store(ChannelMessage... messages);

  /** Ends an alert, whatever ended it. */
  protected abstract void end(String alertId);

  @Test
  void aClaimedMessageIsNobodyElsesUntilItsLeaseEndsAndKeepsItsId() {
    store(once("m1", "duty"));
    assertThat(queue().claim("other", 8, now, LEASE)).isEmpty();
    DueMessage first = queue().claim("duty", 8, now, LEASE).getFirst();
    assertThat(first.attempt()).isEqualTo(1);
    assertThat(first.message()).isEqualTo(once("m1", "duty"));
    assertThat(queue().claim("duty", 8, now, LEASE)).isEmpty();
    DueMessage second = queue().claim("duty", 8, now.plus(LEASE), LEASE).getFirst();
    assertThat(second.attempt()).isEqualTo(2);
    record(first, Result.FAILED, now);
    record(second, Result.SENT, now);
    assertThat(outcomes()).containsExactly(Notification.Result.ACCEPTED);
    assertThat(queue().claim("duty", 8, now.plusSeconds(900), LEASE)).isEmpty();
  }

  @Test
  void theSameMessageIsStoredOnce() {
    store(once("m1", "duty"));
    store(once("m1", "duty"));
    assertThat(queue().claim("duty", 8, now, LEASE)).hasSize(1);
  }

  @Test
  void whatCouldNotBeReachedIsDueAtOnceWhenTheChannelIsBack() {
    store(once("m1", "duty"), once("m2", "other"));
    record(claim("duty"), Result.UNREACHED, now.plusSeconds(300));
    record(claim("other"), Result.PUT_OFF, now.plusSeconds(300));
    queue().retryUnreached("duty", now);
    queue().retryUnreached("other", now);
    assertThat(queue().claim("duty", 8, now.plusSeconds(1), LEASE)).hasSize(1);
    assertThat(queue().claim("other", 8, now.plusSeconds(1), LEASE)).isEmpty();
  }

  @Test
  void aStandingMessageIsRepeatedWithoutBeingNewsUntilItsAlertIsOver() {
    store(standing("m1", "alert-1", "critical"));
    record(claim("am"), Result.STANDING, now.plusSeconds(60));
    assertThat(queue().claim("am", 8, now.plusSeconds(59), LEASE)).isEmpty();
    DueMessage again = queue().claim("am", 8, now.plusSeconds(60), LEASE).getFirst();
    assertThat(again.told()).isTrue();
    assertThat(again.over()).isFalse();
    record(again, Result.STANDING, now.plusSeconds(120));
    assertThat(outcomes()).containsExactly(Notification.Result.ACCEPTED);
    end("alert-1");
    DueMessage last = queue().claim("am", 8, now.plusSeconds(120), LEASE).getFirst();
    assertThat(last.over()).isTrue();
    record(last, Result.SENT, now.plusSeconds(120));
    assertThat(queue().claim("am", 8, now.plusSeconds(900), LEASE)).isEmpty();
    assertThat(outcomes())
        .containsExactly(Notification.Result.ACCEPTED, Notification.Result.ACCEPTED);
  }

  @Test
  void aLaterMessageTakesThePlaceOfTheEarlierOneAboutTheSameAlert() {
    store(standing("m1", "alert-1", "critical"));
    record(claim("am"), Result.STANDING, now.plusSeconds(60));
    store(standing("m2", "alert-1", "critical"));
    assertThat(queue().claim("am", 8, now.plusSeconds(60), LEASE))
        .extracting(due -> due.message().messageId())
        .containsExactly("m2");
  }

  @Test
  void anEarlierMessageOfAnotherVariantIsSentOnceMoreAsOver() {
    store(standing("m1", "alert-1", "warning"));
    record(claim("am"), Result.STANDING, now.plusSeconds(60));
    store(standing("m2", "alert-1", "critical"));
    List<DueMessage> due = queue().claim("am", 8, now, LEASE);
    assertThat(due)
        .extracting(one -> one.message().messageId())
        .containsExactlyInAnyOrder("m1", "m2");
    assertThat(due)
        .filteredOn(DueMessage::over)
        .extracting(one -> one.message().messageId())
        .containsExactly("m1");
  }

  @Test
  void whoeverComesBackAfterAMessageWasOvertakenNotesNothing() {
    store(standing("m1", "alert-1", "warning"));
    DueMessage slow = claim("am");
    store(standing("m2", "alert-1", "critical"));
    record(slow, Result.STANDING, now.plusSeconds(60));
    assertThat(queue().claim("am", 8, now.plusSeconds(600), LEASE))
        .extracting(one -> one.message().messageId())
        .containsExactly("m2");
  }

  private DueMessage claim(String channel) {
    return queue().claim(channel, 8, now, LEASE).getFirst();
  }

  private void record(DueMessage due, Result result, Instant next) {
    queue().record(due, new Outcome(result, "host.example", "HTTP 200", next), STATED);
  }

  private List<Notification.Result> outcomes() {
    return log().list(Filter.ALL, new Page(100, null)).stream().map(Notification::outcome).toList();
  }

  private static ChannelMessage once(String id, String channel) {
    return message(id, channel, "alert-" + id, Standing.NOT);
  }

  private static ChannelMessage standing(String id, String alertId, String variant) {
    return message(id, "am", alertId, new Standing(alertId, variant));
  }

  private static ChannelMessage message(
      String id, String channel, String alertId, Standing standing) {
    return new ChannelMessage(
        id,
        channel,
        "transport",
        List.of(alertId),
        List.of("rail"),
        "【■滞后】轨道交通",
        "{\"text\":\"轨道\"}",
        STATED,
        STATED,
        standing);
  }
}
